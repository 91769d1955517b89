"""Another writer changes what the clerk is typing in: both texts are seen, and one of them is chosen."""

from dataclasses import replace

import pytest

from ui.places.room.foot import CONFLICT_KEYS
from wibdesk.domain.entries import Action, Paragraph, Progress
from wibdesk.domain.merging import Choice
from wibdesk.services import conflicts, history, meetings, minutes

AGREED = "The minutes were agreed."
MINE, THEIRS = f"{AGREED} By all", "The minutes were put right."


@pytest.fixture
def writer(live):
    """The clerk in the sentence of the second item, typing what is not sent yet, while another changes it."""
    live.press("Ctrl+Down", "End")
    begin(live)
    live.type(" By all")
    return live


def begin(clerk):
    """Take the item up, and let nothing be sent before the other writer was there."""
    clerk.session.take_item()
    clerk.settle()
    clerk.room.saving.throttle.setInterval(100_000)


def elsewhere(clerk, change):
    """Let another writer change the second item's entries."""
    item = clerk.read(meetings.meeting, clerk.session.meeting.id).items[1]
    clerk.do(minutes.save_entries, item.id, change(item.entries))
    clerk.settle()


def put_right(entries):
    return (replace(entries[0], text=THEIRS), *entries[1:])


def held(clerk):
    return [e.text for e in clerk.read(meetings.meeting, clerk.session.meeting.id).items[1].entries]


def shown(clerk):
    return [e.text for e in clerk.editor.entries()]


def card(clerk):
    return clerk.room.sheet.conflict


def test_both_texts_are_shown_and_neither_is_lost(writer):
    elsewhere(writer, put_right)
    assert held(writer) == [THEIRS]
    assert shown(writer) == [MINE]
    assert card(writer).isVisible()
    assert [line.words for line in card(writer).text.lines] == [f"Yours: {MINE}", f"Theirs: {THEIRS}"]
    assert "changed here and elsewhere" in writer.announced[-1]


def test_typing_goes_on_over_a_conflict(writer):
    elsewhere(writer, put_right)
    assert writer.editor.hasFocus()
    writer.type(" present")
    writer.stored()
    assert held(writer) == [THEIRS]
    assert shown(writer) == [f"{MINE} present"]
    assert card(writer).text.lines[0].words == f"Yours: {MINE} present"


@pytest.mark.parametrize(
    ("button", "stands"), [("mine", [MINE]), ("theirs", [THEIRS]), ("both", [THEIRS, MINE])], ids=list(Choice)
)
def test_what_is_chosen_stands(writer, button, stands):
    elsewhere(writer, put_right)
    getattr(card(writer), button).click()
    writer.settle()
    assert held(writer) == shown(writer) == stands
    assert not card(writer).isVisible()
    assert writer.editor.hasFocus()
    said = [e.text for v in writer.read(history.versions, writer.session.item_id) for e in v.entries]
    assert {MINE, THEIRS} <= {*said, *stands}


def test_a_choice_taken_back_waits_again(writer):
    elsewhere(writer, put_right)
    card(writer).theirs.click()
    writer.settle()
    writer.window.undo()
    writer.settle()
    assert card(writer).isVisible()
    assert shown(writer) == [MINE]
    assert held(writer) == [THEIRS]


def test_what_only_one_changed_comes_together_without_a_question(writer):
    elsewhere(writer, lambda entries: (*entries, Paragraph("Added elsewhere.")))
    assert shown(writer) == held(writer) == [MINE, "Added elsewhere."]
    assert not card(writer).isVisible()


def test_a_status_set_elsewhere_comes_in_beside_what_was_typed(live):
    action = Action("write to schools")
    live.do(minutes.save_entries, live.session.item_id, (Paragraph("Agreed."), action))
    live.press("Ctrl+Home", "End")
    live.type(" Twice")
    stored = live.stored().items[0].entries
    live.do(minutes.save_entries, live.session.item_id, (stored[0], replace(stored[1], status=Progress.DONE)))
    assert [type(e) for e in live.editor.entries()] == [Paragraph, Action]
    assert live.editor.entries()[1].status is Progress.DONE


def test_an_entry_taken_away_elsewhere_is_asked_about(writer):
    elsewhere(writer, lambda _: ())
    assert held(writer) == shown(writer) == [MINE]
    assert "taken away elsewhere" in card(writer).heading.text()
    assert not card(writer).both.isVisible()
    card(writer).theirs.click()
    writer.settle()
    assert held(writer) == shown(writer) == []


def test_an_entry_taken_away_here_and_changed_elsewhere_is_asked_about(writer):
    writer.press("Ctrl+A", "Delete")
    elsewhere(writer, put_right)
    assert shown(writer) == []
    assert held(writer) == [THEIRS]
    assert "You took this entry away" in card(writer).heading.text()
    card(writer).theirs.click()
    writer.settle()
    assert shown(writer) == [THEIRS]


def test_a_conflict_waits_over_a_restart(writer, open_window, meeting):
    elsewhere(writer, put_right)
    writer.window.close()
    again = open_window()
    again.enter(meeting, meeting.items[1].id)
    assert card(again).isVisible()
    assert shown(again) == [MINE]
    card(again).mine.click()
    again.settle()
    assert held(again) == [MINE]
    assert again.read(conflicts.conflicts, meeting.items[1].id) == ()


def test_several_wait_in_a_row(live):
    item = live.session.items[1].id
    live.do(minutes.save_entries, item, (Paragraph("One"), Paragraph("Two")))
    live.press("Ctrl+Down", "Ctrl+Home", "End")
    begin(live)
    live.type(" typed")
    live.press("Down", "End")
    live.type(" typed")
    elsewhere(live, lambda entries: tuple(replace(e, text=f"{e.text} other") for e in entries))
    assert card(live).place.text() == "1 of 2"
    card(live).next.click()
    assert card(live).text.lines[0].words == "Yours: Two typed"
    card(live).mine.click()
    live.settle()
    assert card(live).text.lines[0].words == "Yours: One typed"
    assert not card(live).next.isVisible()
    assert shown(live) == ["One typed", "Two typed"]


def test_the_choice_is_one_panel_away_and_leads_to_the_entry(writer):
    elsewhere(writer, put_right)
    assert writer.room.keys()[0] == ("F6", "choose what stands")
    writer.press("F6")
    assert card(writer).mine.hasFocus()
    assert writer.room.keys() == CONFLICT_KEYS
    writer.press("Ctrl+Up")
    assert card(writer).place.text() == "Item 2"
    card(writer).show_place.click()
    assert writer.session.item.title == "Minutes of the last meeting"
    assert writer.editor.hasFocus()
