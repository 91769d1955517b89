"""The Search place in the hands of a clerk: typed, narrowed, opened, come back to."""

from datetime import date

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication

from tests.benchmarks.large_minutes import write_minutes
from tests.ui.clerk import Clerk, Elsewhere
from tests.ui.places.conftest import NOW
from ui.getting_ready import GettingReady
from ui.leading import Leading
from ui.lists import ROW
from ui.main_window import PlaceEntry
from ui.place import Where
from ui.places.meetings import MeetingsPlace
from ui.places.search import SearchPlace
from ui.places.search.delegate import in_sight, pieces
from wibdesk.desk import Desk
from wibdesk.domain.agenda import Item
from wibdesk.domain.entries import Action, Bullet, Decision, Paragraph, PrivateNote
from wibdesk.domain.people import Person
from wibdesk.services import agenda, bodies, meetings, minutes
from wibdesk.store.database import Database
from wibdesk.store.search_filling import begin_anew

PLACES = (
    PlaceEntry("meetings", "Meetings", "calendar-days", MeetingsPlace),
    PlaceEntry("room", "Room", "notebook-pen", Elsewhere),
    PlaceEntry("search", "Search", "search", SearchPlace, key="Ctrl Shift F"),
    PlaceEntry("people", "People", "users", Elsewhere),
    PlaceEntry("plans", "Plans", "route", Elsewhere),
)


@pytest.fixture
def clerk(qtbot, theme, tmp_path):
    desk = Desk(tmp_path / "register.wibdesk", now=lambda: NOW)
    desk.opened.result(30)
    made = Clerk(qtbot, theme, desk, PLACES)
    made.go("meetings")
    yield made
    made.go_home()
    desk.close()


@pytest.fixture
def held(clerk):
    """Two bodies, and a meeting whose first item has words."""
    board = clerk.do(bodies.add_body, "Norbury Board", members=[Person("", "K Rowe", organisation="Police")])
    clerk.do(bodies.add_body, "Schools Forum")
    made = clerk.do(meetings.new_meeting, board.id, date=date(2026, 9, 1))
    entries = (
        Paragraph("Re-referrals were not counted alike."),
        Decision(("One definition of a re-referral.",)),
        Action("agree the definition of a re-referral", ("K Rowe",), ref="3.1"),
        PrivateNote("Ring about the re-referral"),
    )
    clerk.do(minutes.save_entries, made.items[0].id, entries)
    return made


def rows(clerk):
    return clerk.place.list.row_model.rows


def search(clerk, typed, number):
    """Type words and wait until so many rows stand there."""
    clerk.place.finder.field.clear()
    clerk.type(typed)
    clerk.qtbot.waitUntil(lambda: len(rows(clerk)) == number, timeout=5000)


def focus(clerk):
    return clerk.window.focusWidget()


def test_what_is_typed_is_found_at_once_with_its_words_marked(clerk, held):
    clerk.press("Ctrl+Shift+F")
    assert clerk.at == "search"
    search(clerk, "definit", 2)
    second, first = rows(clerk)
    assert [first.hit.kind.value, second.hit.kind.value] == ["action", "decision"]
    assert first.facts == "3.1 · K Rowe · open · Norbury Board · Tue 1 Sep 2026 · item 1 Welcome and apologies"
    assert first.sentence.startswith("Action, agree the definition of a re-referral, 3.1, K Rowe")
    assert [second.text[a:b] for a, b in second.hit.marked] == ["definition"]
    assert clerk.place.finder.count.text().startswith("2 found in ")
    index = clerk.place.list.row_model.index(1)
    assert index.data(Qt.ItemDataRole.AccessibleTextRole) == first.sentence
    assert index.data(ROW) is first


def test_enter_opens_the_first_at_its_very_place_and_alt_left_comes_back(clerk, held):
    clerk.press("Ctrl+Shift+F")
    search(clerk, "re-referral", 4)
    clerk.press("Down", "Down")
    chosen = clerk.place.list.current_row()
    clerk.press("Return")
    assert clerk.at == "room"
    assert clerk.place.asked == [Where(held.body.id, held.id, held.items[0].id, entry_id=chosen.hit.entry_id)]
    clerk.press("Alt+Left")
    assert clerk.at == "search"
    assert focus(clerk) is clerk.place.list
    assert clerk.place.list.current_row().hit == chosen.hit
    clerk.press("/")
    search(clerk, "ring", 1)
    clerk.press("Return")
    assert clerk.place.asked[-1].entry_id == clerk.window.places["search"].list.current_row().hit.entry_id


def test_people_open_on_the_roster(clerk, held):
    clerk.press("Ctrl+Shift+F")
    search(clerk, "police", 1)
    clerk.press("Return")
    assert clerk.at == "people"
    assert clerk.place.asked[0].note


def test_filters_are_chosen_by_key_and_taken_away(clerk, held):
    clerk.press("Ctrl+Shift+F")
    search(clerk, "re-referral", 4)
    clerk.press("Down", "K", "1")
    clerk.qtbot.waitUntil(lambda: len(rows(clerk)) == 1)
    assert clerk.place.filters.kinds.text() == "Decisions only"
    clerk.press("B", "3")
    clerk.qtbot.waitUntil(lambda: not rows(clerk))
    assert clerk.place.empty.heading.text() == "Nothing found"
    assert "within the filters" in clerk.place.empty.why.text()
    assert clerk.place.filters.body.text() == "Schools Forum"
    clerk.context.commands.run("search-clear")
    clerk.qtbot.waitUntil(lambda: len(rows(clerk)) == 4)
    clerk.place.filters.since.click()
    clerk.press("2")
    clerk.settle()
    assert clerk.place.filters.since.text() == "Since June 2026"
    assert len(rows(clerk)) == 4


def test_a_person_is_asked_for_in_the_field(clerk, held):
    clerk.press("Ctrl+Shift+F")
    clerk.place.filters.person.click()
    assert clerk.place.finder.field.text() == "person:"
    clerk.type("row")
    clerk.qtbot.waitUntil(lambda: len(rows(clerk)) == 1)
    assert rows(clerk)[0].hit.people == "K Rowe"


def test_a_hit_is_copied_with_its_reference(clerk, held):
    clerk.press("Ctrl+Shift+F")
    search(clerk, "definit", 2)
    clerk.press("Down", "Down", "C")
    assert QGuiApplication.clipboard().text() == (
        "agree the definition of a re-referral (3.1, Norbury Board, Tue 1 Sep 2026, item 1 Welcome and apologies, M1)"
    )
    assert clerk.said == ["Copied with its reference"]


def test_a_private_note_is_copied_as_one(clerk, held):
    clerk.press("Ctrl+Shift+F")
    search(clerk, "kind:note ring", 1)
    clerk.press("Down", "C")
    assert " (Private note, Norbury Board, " in QGuiApplication.clipboard().text()


def test_what_stands_in_the_private_part_of_a_meeting_says_so(clerk, held):
    secret = clerk.do(agenda.add_item, held.id, Item("Legal matter", part=2, exempt_paragraph="3"))
    clerk.do(minutes.save_entries, secret.id, (Paragraph("A walrus was named."),))
    clerk.press("Ctrl+Shift+F")
    search(clerk, "walrus", 1)
    assert rows(clerk)[0].private == "part 2, private"
    assert rows(clerk)[0].sentence.startswith("Minute, part 2, private, A walrus was named.")
    clerk.press("Down", "C")
    assert "(part 2, private, Norbury Board, " in QGuiApplication.clipboard().text()
    clerk.press("/")
    search(clerk, "legal", 1)
    assert rows(clerk)[0].private
    search(clerk, "definit", 2)
    assert not rows(clerk)[0].private


def test_while_the_search_is_made_ready_it_says_how_far_and_finds_the_rest_by_itself(qtbot, theme, tmp_path):
    database = Database(tmp_path / "register.wibdesk")
    database.open()
    write_minutes(database, 6)
    with database.connection.begin():
        begin_anew(database.connection)
    database.close()
    desk = Desk(tmp_path / "register.wibdesk", now=lambda: NOW)
    clerk = Clerk(qtbot, theme, desk, PLACES)
    told = []
    ready = clerk.context.getting_ready = GettingReady(clerk.context, clerk.window, rest=0)
    clerk.go("search")
    ready.moved.connect(lambda share: told.append((share, clerk.place.page.bar.sub.text())))
    clerk.place.finder.field.setText("board ")
    clerk.qtbot.waitUntil(lambda: bool(told) and told[-1][0] == 1, timeout=20_000)
    clerk.qtbot.waitUntil(lambda: clerk.place.finder.count.text().startswith("6 found in "), timeout=20_000)
    assert len(rows(clerk)) == 6
    assert told[0][1].startswith("Getting the search ready: ")
    assert told[-1][1].startswith("Words, “phrases”")
    assert [share for share, _ in told] == sorted(share for share, _ in told)
    clerk.go_home()
    desk.close()


def test_a_locked_window_stops_making_ready_and_the_search_goes_on_with_it(clerk, held):
    desk = clerk.context.desk
    ready = GettingReady(clerk.context, clerk.window, rest=0)
    clerk.context.desk = None
    ready.start()
    clerk.qtbot.waitUntil(lambda: not ready.begun)
    clerk.context.desk = desk
    shares = []
    ready.moved.connect(shares.append)
    ready.share = 0.5
    ready.go_on()
    clerk.qtbot.waitUntil(lambda: shares == [1.0])


def test_with_large_text_no_empty_line_is_left_between_the_filters_and_what_was_found(clerk, held):
    clerk.context.theme.switch(scale=2.0)
    clerk.window.resize(1024, 640)
    clerk.press("Ctrl+Shift+F")
    search(clerk, "definit", 2)
    finder, px = clerk.place.finder, clerk.context.theme.px
    clerk.qtbot.waitUntil(lambda: 0 <= finder.height() - finder.chips.geometry().bottom() <= px(16))
    assert finder.chips.height() >= finder.chips.heightForWidth(finder.chips.width())


def test_nothing_typed_shows_what_was_searched_before(clerk, held):
    clerk.press("Ctrl+Shift+F")
    assert clerk.place.empty.heading.text() == "Search everything"
    search(clerk, "definit", 2)
    clerk.press("Return", "Alt+Left", "/", "Escape")
    clerk.qtbot.waitUntil(lambda: [row.text for row in rows(clerk)] == ["definit"])
    assert rows(clerk)[0].sentence == "Search again: definit"
    clerk.press("Down", "Return")
    clerk.qtbot.waitUntil(lambda: len(rows(clerk)) == 2)


def test_esc_goes_back_to_where_the_clerk_was(clerk, held):
    clerk.go("people")
    clerk.press("Ctrl+Shift+F", "Escape")
    assert clerk.at == "people"
    clerk.press("Ctrl+F")  # a place that finds nothing by itself
    assert clerk.at == "search"
    search(clerk, "definit", 2)
    clerk.press("Down", "Escape")
    assert clerk.at == "people"


def test_words_that_are_looked_for_elsewhere_are_searched_everywhere(clerk, held):
    clerk.press("Ctrl+F")
    assert clerk.at == "meetings"
    clerk.type("definition")
    clerk.press("Ctrl+Shift+F")
    assert clerk.place.finder.words() == "definition"
    clerk.qtbot.waitUntil(lambda: len(rows(clerk)) == 2)


def test_more_comes_when_the_end_of_the_list_is_near(clerk, held):
    clerk.do(minutes.save_entries, held.items[1].id, tuple(Bullet(f"Walrus {n}") for n in range(50)))
    clerk.press("Ctrl+Shift+F")
    search(clerk, "walrus", 20)
    assert clerk.place.finder.count.text().startswith("50 found")
    clerk.press("Down", "End")
    clerk.qtbot.waitUntil(lambda: len(rows(clerk)) == 40)
    assert len({row.hit.entry_id for row in rows(clerk)}) == 40


def test_what_changes_meanwhile_is_shown(clerk, held):
    clerk.press("Ctrl+Shift+F")
    search(clerk, "walrus", 0)
    clerk.do(minutes.save_entries, held.items[1].id, (Paragraph("A walrus came."),))
    clerk.qtbot.waitUntil(lambda: len(rows(clerk)) == 1)


def test_words_of_which_nothing_has_all_are_told(clerk, held):
    clerk.press("Ctrl+Shift+F")
    search(clerk, "definition unicorn ", 2)
    assert clerk.place.finder.count.text() == "2 with some of the words"


def test_the_palette_leads_to_the_search(clerk, held):
    found = []
    Leading(clerk.context).seek("definition", found.extend)
    clerk.settle()
    assert found[-1].words == "Search everything for “definition”"
    found[-1].run()
    clerk.qtbot.waitUntil(lambda: len(rows(clerk)) == 2)


def test_the_rail_has_no_number_for_the_search(clerk):
    entries = clerk.window.rail.entries
    assert {name: entry.key for name, entry in entries.items()} == {
        "meetings": "Ctrl 1", "room": "Ctrl 2", "search": "Ctrl Shift F", "people": "Ctrl 3", "plans": "Ctrl 4",
    }  # fmt: skip
    assert clerk.context.commands.clashes() == []


def test_the_first_mark_is_always_in_sight():
    words, marked = "one two three four five six", ((14, 18),)
    assert in_sight(words, marked, 100, len) == (words, marked)
    shown, moved = in_sight(words, marked, 12, len)
    assert shown == "… four five six"
    assert [shown[a:b] for a, b in moved] == ["four"]
    assert list(pieces("a bc d", ((2, 4),))) == [("a ", False), ("bc", True), (" d", False)]
