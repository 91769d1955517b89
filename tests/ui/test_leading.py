"""The palette leads to items, meetings and people too."""

from dataclasses import replace
from datetime import date

import pytest

from tests.keys import press, type_words
from tests.ui.clerk import Clerk, Elsewhere
from ui.leading import Leading
from ui.lists import RowList
from ui.main_window import PlaceEntry
from ui.place import Where
from wibdesk.desk import Desk
from wibdesk.domain.people import Person
from wibdesk.services import agenda, bodies, meetings, people

PLACES = (
    PlaceEntry("elsewhere", "Elsewhere", "notebook-pen", Elsewhere),
    PlaceEntry("room", "Room", "notebook-pen", Elsewhere),
    PlaceEntry("people", "People", "users", Elsewhere),
    PlaceEntry("search", "Search", "search", Elsewhere, key="Ctrl Shift F"),
)


@pytest.fixture
def clerk(qtbot, theme, tmp_path):
    desk = Desk(tmp_path / "register.wibdesk")
    desk.opened.result(30)
    made = Clerk(qtbot, theme, desk, PLACES)
    made.window.seek = Leading(made.context).seek
    made.go("elsewhere")
    yield made
    made.go_home()
    desk.close()


@pytest.fixture
def board(clerk):
    return clerk.do(bodies.add_body, "Norbury Board", members=(Person("", "Helen Ferrer", role="Chair"),))


@pytest.fixture
def meeting(clerk, board):
    made = clerk.do(meetings.new_meeting, board.id, date=date(2026, 9, 1))
    clerk.do(agenda.change_item, replace(made.items[0], title="Front door"))
    return clerk.read(meetings.meeting, made.id)


def seek(clerk, words):
    press(clerk.window, "Ctrl+K")
    type_words(clerk.window, words)
    clerk.settle()
    (rows,) = [found for found in clerk.window.findChildren(RowList) if found.accessibleName() == "Commands"]
    return [(row.command.words, row.command.where) for row in rows.row_model.rows]


@pytest.mark.parametrize(
    ("typed", "words", "where", "place"),
    [
        ("front d", "1 Front door", "item of Tue 1 Sep 2026, Norbury Board", "room"),
        ("norbury", "Norbury Board, Tue 1 Sep 2026", "meeting", "room"),
        ("helen", "Helen Ferrer", "on the roster of Norbury Board", "people"),
    ],
)
def test_a_thing_is_found_and_gone_to(clerk, board, meeting, typed, words, where, place):
    assert seek(clerk, typed)[0] == (words, where)
    press(clerk.window, "Return")
    (helen,) = clerk.read(people.roster, board.id)
    item = meeting.items[0].id if where.startswith("item") else None
    asked = Where(board.id, note=helen.id) if place == "people" else Where(board.id, meeting.id, item)
    assert (clerk.at, clerk.place.asked[-1]) == (place, asked)


def test_an_item_of_the_meeting_last_in_the_room_says_so(clerk, board, meeting):
    clerk.context.settings.change(last_meeting=meeting.id)
    assert seek(clerk, "front d")[0] == ("1 Front door", "item of this meeting")


def test_enter_pressed_before_anything_is_found_goes_to_the_first_thing_found(clerk, board, meeting):
    press(clerk.window, "Ctrl+K")
    type_words(clerk.window, "front d")
    press(clerk.window, "Return")
    clerk.settle()
    assert clerk.at == "room"


def test_commands_come_before_things(clerk, board, meeting):
    found = seek(clerk, "el")
    assert found[0][0] == "Go to Elsewhere"
    assert ("Helen Ferrer", "on the roster of Norbury Board") in found


def test_what_nothing_is_called_is_searched_for_everywhere(clerk, board):
    assert seek(clerk, "zebra") == [("Search everything for “zebra”", "search")]
    press(clerk.window, "Return")
    clerk.settle()
    assert (clerk.at, clerk.place.asked) == ("search", [Where(note="zebra")])
