"""What an item said before, beside the sentence: by time, with what differs from now, and brought back on request."""

from dataclasses import replace

import pytest
from PySide6.QtGui import QGuiApplication

from wibdesk.domain.entries import Action, Decision, Paragraph, PrivateNote, Table
from wibdesk.services import meetings, minutes

FIRST = "The minutes were agreed."


@pytest.fixture
def rewritten(live):
    """The clerk at the second item, whose words were changed twice, two minutes apart."""
    for words in ("The minutes were agreed as they stand.", "The minutes were put right and agreed by all."):
        live.clock.go_on(2)
        item = live.read(meetings.meeting, live.session.meeting.id).items[1]
        live.do(minutes.save_entries, item.id, (replace(item.entries[0], text=words),))
    live.press("Ctrl+Down")
    return live


def panel(clerk):
    return clerk.room.versions


def rows(clerk):
    return [(row.text, row.story) for row in panel(clerk).list.row_model.rows]


def test_the_versions_stand_by_time_with_what_differs_from_now(rewritten):
    rewritten.press("Ctrl+H")
    assert panel(rewritten).heading.text() == "Earlier versions of item 2"
    assert rows(rewritten) == [("09:34", "7 words · 2 fewer than now"), ("09:32", "4 words · 5 fewer than now")]
    assert panel(rewritten).list.hasFocus()
    assert not rewritten.room.side.isVisible()
    rewritten.press("Down")
    marked = [(line.mark, line.words) for line in panel(rewritten).text.lines]
    assert marked == [("−", FIRST), ("+", "The minutes were put right and agreed by all.")]


def test_enter_brings_a_version_back_and_that_can_be_undone(rewritten):
    rewritten.press("Ctrl+H", "Down", "Return")
    assert rewritten.texts(2) == [FIRST]
    assert rewritten.editor.entries()[0].text == FIRST
    assert rewritten.said[-1] == "The item says again what it said at 09:32"
    assert rows(rewritten)[0][1] == "9 words · 5 more than now"
    assert panel(rewritten).legend.text() == "The same words as now."
    rewritten.window.undo()
    rewritten.settle()
    assert rewritten.texts(2) == ["The minutes were put right and agreed by all."]


def test_escape_goes_back_to_the_sentence_and_typing_goes_on(rewritten):
    rewritten.press("Ctrl+H", "Escape")
    assert rewritten.editor.hasFocus()
    assert panel(rewritten).isVisible()
    rewritten.press("Ctrl+End")
    rewritten.type(" Twice.")
    assert rewritten.texts(2) == ["The minutes were put right and agreed by all. Twice."]
    panel(rewritten).rest.setInterval(0)
    panel(rewritten).read()
    rewritten.settle()
    assert rows(rewritten)[-1] == ("09:32", "4 words · 6 fewer than now")


def test_the_same_key_puts_them_away(rewritten):
    rewritten.press("Ctrl+H", "Ctrl+H")
    assert not panel(rewritten).isVisible()
    assert rewritten.room.side.isVisible()
    assert rewritten.editor.hasFocus()


def test_they_follow_the_item_on_the_sheet(rewritten):
    rewritten.press("Ctrl+H", "Ctrl+Up")
    assert panel(rewritten).heading.text() == "Earlier versions of item 1"
    assert panel(rewritten).empty.isVisible()
    assert not panel(rewritten).foot.isVisible()


def test_a_change_elsewhere_adds_a_version_while_they_are_shown(rewritten):
    panel(rewritten).rest.setInterval(0)
    rewritten.press("Ctrl+H")
    rewritten.clock.go_on(3)
    item = rewritten.session.item
    rewritten.do(minutes.save_entries, item.id, (replace(item.entries[0], text="Agreed."),))
    rewritten.qtbot.waitUntil(lambda: len(rows(rewritten)) == 3)
    rewritten.settle()


def test_a_passage_is_copied_without_marks(rewritten):
    rewritten.press("Ctrl+H", "Down")
    panel(rewritten).copy.click()
    assert QGuiApplication.clipboard().text() == FIRST
    panel(rewritten).text.selectAll()
    panel(rewritten).text.copy()
    assert QGuiApplication.clipboard().text() == FIRST


def test_where_the_words_are_the_same_it_says_so(rewritten):
    item = rewritten.session.item
    rewritten.do(minutes.save_entries, item.id, (replace(item.entries[0], text=FIRST),))
    rewritten.press("Ctrl+H", "End")
    assert panel(rewritten).legend.text() == "The same words as now."


def test_every_kind_of_entry_is_told_in_words(live):
    live.clock.go_on(2)
    item = live.session.items[0].id
    entries = (
        Decision(("To go on.", "To report.")), Action("write", ("J Amari",)), PrivateNote("Ring first."),
        Table(header=("Year", "Number"), rows=(("2025", "12"),)),
    )  # fmt: skip
    live.do(minutes.save_entries, item, entries)
    live.do(minutes.save_entries, item, ())
    live.press("Ctrl+H")
    lines = [line.words for line in panel(live).text.lines]
    reference = lines[2].split(":")[0]
    assert reference.startswith("Action ")
    assert lines == [
        "Decision: To go on.", "Decision: To report.", f"{reference}: write (J Amari)", "Private note: Ring first.",
        "Year · Number", "2025 · 12",
    ]  # fmt: skip


def test_in_the_narrowest_layout_they_lie_over_the_sheet_until_escape(open_window, meeting):
    clerk = open_window(800, 640)
    clerk.enter(meeting)
    clerk.press("Ctrl+H")
    assert panel(clerk).isVisible()
    clerk.press("Escape")
    assert not panel(clerk).isVisible()
    assert clerk.editor.hasFocus()


def test_where_it_is_narrow_the_agenda_makes_room_and_comes_back(open_window, meeting):
    clerk = open_window(1024, 640)
    clerk.enter(meeting)
    clerk.press("Ctrl+H")
    assert panel(clerk).isVisible()
    assert not clerk.room.agenda.isVisible()
    clerk.press("Ctrl+Shift+G")
    assert clerk.room.agenda.isVisible()
    assert not panel(clerk).isVisible()


def test_pages_and_attendance_take_their_place_again(rewritten):
    rewritten.press("Ctrl+H", "F9")
    assert rewritten.room.pages.isVisible()
    assert not panel(rewritten).isVisible()
    rewritten.press("Ctrl+H", "Ctrl+Shift+E")
    assert not panel(rewritten).isVisible()
    assert rewritten.room.side.isVisible()


def test_versions_of_another_day_tell_the_day(rewritten):
    rewritten.clock.go_on(24 * 60)
    rewritten.press("Ctrl+H")
    assert rows(rewritten)[0][0] == "Tue 1 Sep 2026 09:34"
    assert Paragraph(FIRST).text == panel(rewritten).versions[-1].entries[0].text
