"""The pages beside the sentence: set when typing rests, at the item in hand, never in the way of the sentence."""

import io
from dataclasses import replace
from datetime import date

import pypdf
import pytest

from ui.place import Where
from ui.places.room.minutes_paper import read_minutes
from wibdesk.documents.styles import style_names
from wibdesk.domain.entries import Paragraph, PrivateNote
from wibdesk.services import agenda, bodies, meetings, minutes

LONG = tuple(Paragraph(f"Paragraph {n} of what was said. " + "The Board heard more of it. " * 12) for n in range(24))


def read(pdf):
    """Return the PDF as another program reads it."""
    return pypdf.PdfReader(io.BytesIO(pdf))


def words(clerk):
    """Return the words of the pages that stand beside the sentence."""
    printed = clerk.room.pages.work.printed
    return " ".join(" ".join(page.extract_text() for page in read(printed.pdf).pages).split()) if printed else ""


def see(clerk, said):
    """Wait until the pages say something."""
    clerk.qtbot.waitUntil(lambda: said in words(clerk), timeout=20_000)
    clerk.settle()


def bookmark(clerk, title):
    """Return the page and the share of its height at which the bookmark of a heading stands, read elsewhere."""
    pdf = read(clerk.room.pages.work.printed.pdf)
    entries = list(pdf.outline)
    for entry in entries:
        if isinstance(entry, list):
            entries.extend(entry)
    found = next(e for e in entries if not isinstance(e, list) and e.title.endswith(title))
    number = pdf.get_destination_page_number(found)
    return number, 1 - found.top / float(pdf.pages[number].mediabox.height)


def page_of(clerk, title):
    """Return the page on which a heading stands."""
    return bookmark(clerk, title)[0]


def in_sight(clerk, title):
    """Return how far down the view a heading is, as a share of its height: 0 to 1 is in sight."""
    view, (number, share) = clerk.room.pages.view, bookmark(clerk, title)
    down = view.places[number].top() + share * view.places[number].height() - view.verticalScrollBar().value()
    return down / view.viewport().height()


@pytest.fixture
def long(desk, meeting):
    """The September meeting with pages of words under its third item."""
    desk.write(minutes.save_entries, meeting.items[2].id, LONG).result(20)
    return meeting


@pytest.fixture
def beside(clerk, long):
    """The clerk in the long meeting, the pages beside the sentence."""
    clerk.enter(long)
    clerk.room.pages.rest.setInterval(0)
    clerk.press("F9")
    see(clerk, "Norbury Improvement Board")
    return clerk


def test_f9_shows_the_pages_and_leaves_the_keyboard_in_the_sentence(beside):
    assert beside.editor.hasFocus()
    assert beside.room.pages.version.text() == "Full version"
    beside.type("Heard at once.")
    see(beside, "Heard at once.")
    assert beside.editor.hasFocus()
    assert beside.texts(1) == ["Heard at once."]


def test_the_pages_wait_for_typing_to_rest(beside):
    pages = beside.room.pages
    pages.rest.setInterval(60_000)
    before = pages.work.printed
    beside.type("One thing")
    beside.stored()
    assert pages.rest.isActive()
    beside.type(" and another.")
    beside.stored()
    assert pages.work.printed is before
    pages.rest.setInterval(0)
    beside.type(" Done.")
    see(beside, "One thing and another. Done.")


def test_what_is_done_beside_the_sentence_shows_too(beside):
    beside.press("Ctrl+E", "P", "Esc")
    see(beside, "Helen Ferrer")
    beside.do(agenda.change_item, replace(beside.session.items[3], title="Urgent business"))
    see(beside, "Urgent business")


def test_the_pages_are_the_full_version_without_private_notes(beside):
    secret = beside.session.items[3]
    beside.do(minutes.save_entries, secret.id, (Paragraph("Told in full."), PrivateNote("Never told.")))
    see(beside, "Told in full.")
    assert "Never told." not in words(beside)


def test_f9_again_puts_them_away_and_the_choice_is_remembered(open_window, long):
    first = open_window()
    first.enter(long)
    first.press("F9")
    assert (first.room.pages.isVisible(), first.room.side.isVisible()) == (True, False)
    second = open_window()
    second.enter(long)
    assert second.room.pages.isVisible()
    second.press("F9")
    assert (second.room.pages.isVisible(), second.room.side.isVisible()) == (False, True)
    assert second.editor.hasFocus()


def test_f6_reaches_the_pages_and_escape_returns_to_the_sentence(beside):
    view = beside.room.pages.view
    beside.press("F6")
    assert view.hasFocus()
    assert ("Esc", "to the sentence") in beside.window.key_bar.pairs
    beside.press("Esc")
    assert beside.editor.hasFocus()
    beside.press("F6", "F9")
    assert beside.editor.hasFocus()
    assert not beside.room.pages.isVisible()


def test_pages_turn_and_grow_by_keys_while_they_have_the_keyboard(beside):
    pages = beside.room.pages
    beside.press("F6", "Home", "PgDown")
    assert pages.view.current == 1
    assert pages.bar.page.text() == f"Page 2 of {len(pages.view.sizes)}"
    fitted = pages.view.share()
    beside.press("+")
    assert pages.view.share() > fitted
    beside.press("-", "0")
    assert pages.view.share() == fitted
    beside.press("Esc")
    beside.type("+0")
    assert pages.view.share() == fitted
    assert beside.texts(1) == ["+0"]


def test_the_words_fill_the_width_and_not_the_paper(beside):
    view = beside.room.pages.view
    wide = view.sizes[0][0]
    assert view.share() * wide * 96 / 72 > view.viewport().width()
    bar = view.horizontalScrollBar()
    assert not bar.isVisible()
    assert bar.value() == bar.maximum() // 2


def test_the_pages_follow_the_item_on_the_sheet(beside):
    view = beside.room.pages.view
    for title in ("Any other business", "Minutes of the last meeting", "Welcome and apologies"):
        beside.press("Ctrl+G")
        beside.type(title)
        beside.press("Return")
        assert view.current == page_of(beside, title), title
        assert 0 <= in_sight(beside, title) <= 1


def test_the_end_of_a_long_item_is_in_sight_while_the_clerk_writes_there(beside):
    beside.press("Ctrl+Down", "Ctrl+Down", "Ctrl+End")
    beside.type(" The very last words.")
    see(beside, "The very last words.")
    assert in_sight(beside, "Front door") < 0
    assert 0.8 < in_sight(beside, "Any other business") <= 1
    beside.press("Ctrl+Home")
    beside.type("The very first words. ")
    see(beside, "The very first words.")
    assert 0 <= in_sight(beside, "Front door") < 0.2


def test_pages_that_the_clerk_turned_stay_until_another_item(beside):
    view = beside.room.pages.view
    beside.press("Ctrl+Down", "Ctrl+Down", "F6", "End", "Home", "Esc")
    beside.type(" More.")
    see(beside, "More.")
    assert view.current == 0
    beside.press("Ctrl+Down")
    assert view.current == page_of(beside, "Any other business")


def test_trouble_with_the_pages_is_said_beside_them_and_goes_when_it_is_over(beside, meeting):
    pages = beside.room.pages
    beside.desk.write(meetings.remove_meeting, meeting.id, undo="Meeting removed").result(
        20
    )  # by another hand, of which nothing was said
    pages.refresh()
    beside.qtbot.waitUntil(pages.trouble.isVisible)
    assert pages.why.text().startswith("These pages are from before the last change. ")
    assert beside.troubles == []
    assert beside.editor.hasFocus()
    beside.desk.undo().result(20)
    pages.refresh()
    beside.qtbot.waitUntil(lambda: not pages.trouble.isVisible())
    beside.settle()


def test_pages_that_were_never_set_say_why(clerk, meeting):
    clerk.enter(meeting)
    clerk.desk.write(meetings.remove_meeting, meeting.id).result(20)
    clerk.press("F9")
    clerk.qtbot.waitUntil(clerk.room.pages.trouble.isVisible)
    assert "meeting" in clerk.room.pages.why.text()
    assert not clerk.room.pages.why.text().startswith("These pages")


def test_nothing_is_set_out_of_sight_and_everything_on_return(beside, body):
    pages = beside.room.pages
    before = pages.work.printed
    beside.window.go("meetings")
    beside.do(bodies.change_body, replace(body, name="Norbury Board of Tomorrow"))
    assert not pages.rest.isActive()
    assert pages.work.printed is before
    beside.press("Ctrl+2")
    see(beside, "Norbury Board of Tomorrow")


def test_another_meeting_begins_at_its_own_item(beside, july):
    beside.window.go("room", Where(july.body.id, july.id))
    see(beside, "7 July 2026")
    assert beside.room.pages.work.printed.wish.subject == july.id


def test_what_changes_in_another_body_sets_nothing(beside):
    pages = beside.room.pages
    pages.rest.setInterval(60_000)
    other = beside.do(bodies.add_body, "Another Board")
    pages.rest.stop()
    beside.do(meetings.new_meeting, other.id, date=date(2026, 9, 2))
    assert not pages.rest.isActive()


def test_the_pages_take_the_place_of_the_attendance_which_lies_over_them_when_asked(beside):
    side, pages = beside.room.side, beside.room.pages
    assert not side.isVisible()
    beside.press("Ctrl+E", "P")
    assert side.isVisible()
    assert pages.isVisible()
    beside.press("Esc")
    assert not side.isVisible()
    beside.press("Ctrl+Shift+E")
    assert (side.isVisible(), pages.isVisible()) == (True, False)


def test_the_keyboard_goes_to_the_sentence_from_the_attendance_that_gives_way(clerk, meeting):
    clerk.enter(meeting)
    clerk.press("Ctrl+E", "F9")
    assert not clerk.room.side.isVisible()
    assert clerk.editor.hasFocus()


@pytest.mark.parametrize(
    ("width", "agenda_there", "side_there"), [(1600, True, True), (1280, True, False), (1024, False, False)]
)
def test_the_pages_stand_beside_a_sheet_that_can_be_typed_in(open_window, long, width, agenda_there, side_there):
    clerk = open_window(width, 640)
    clerk.enter(long)
    clerk.press("F5", "F9")
    room = clerk.room
    clerk.qtbot.waitUntil(lambda: room.pages.isVisible() and room.pages.width() + room.sheet.width() <= width)
    assert (room.agenda.isVisible(), room.side.isVisible()) == (agenda_there, side_there)
    assert room.sheet.width() >= 500
    assert room.pages.width() >= 280
    assert room.sheet.geometry().right() < room.pages.geometry().left()
    clerk.press("Ctrl+G")
    assert room.agenda.isVisible()


def test_where_there_is_no_room_beside_it_the_pages_lie_over_the_sheet_until_escape(open_window, long):
    clerk = open_window(800, 640)
    clerk.enter(long)
    pages = clerk.room.pages
    assert not pages.isVisible()
    for away in ("Esc", "F9", "F6"):
        clerk.press("F9")
        assert pages.view.hasFocus(), away
        clerk.press(away)
        clerk.qtbot.waitUntil(clerk.editor.hasFocus)
        assert not pages.isVisible(), away


def test_the_command_is_offered_by_name_and_on_the_key_card(beside):
    commands = beside.context.commands
    assert "Pages beside the sentence" in [command.words for command in commands.at_hand()]
    assert ("F9",) in [command.keys for command in commands.on_card()["room"]]
    assert commands.clashes() == []


def test_an_empty_room_has_no_pages(clerk):
    clerk.window.go("room")
    clerk.settle()
    clerk.press("F9")
    assert not clerk.room.pages.isVisible()


@pytest.mark.parametrize("style", style_names())
def test_every_item_is_found_on_the_pages_in_every_house_style(desk, long, body, clock, style):
    desk.write(bodies.change_body, replace(body, house_style=style)).result(20)
    paper = desk.read(read_minutes, long.id, clock()).result(20)
    pdf = paper.pdf()
    found = paper.stretches(pdf)
    assert list(found) == [item.id for item in long.items]
    starts = [(s.start.page, s.start.down) for s in found.values()]
    ends = [(s.end.page, s.end.down) for s in found.values()]
    assert starts == sorted(starts)
    assert all(start < end for start, end in zip(starts, ends, strict=True))
    assert ends[:-1] <= starts[1:]
    assert ends[2][0] > starts[2][0]
    assert max(page for page, _ in ends) < len(read(pdf).pages)
