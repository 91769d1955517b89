"""The item on the last minutes: approve, correct and defer by key, each one step of undo."""

from datetime import date

import pytest
from PySide6.QtWidgets import QApplication

from wibdesk.domain.entries import Amendment, Decision, Paragraph
from wibdesk.domain.meetings import MinutesStatus
from wibdesk.services import meetings, minutes

APPROVED = "That the minutes of the meeting held on 7 July 2026 be approved as a correct record."


@pytest.fixture
def here(clerk, july, meeting):
    """The item on the last minutes is on the sheet."""
    clerk.do(minutes.save_entries, meeting.items[1].id, ())
    clerk.enter(meeting, meeting.items[1].id)
    clerk.qtbot.waitUntil(lambda: not clerk.room.sheet.minutes.isHidden())
    return clerk


def entries(clerk):
    return clerk.stored().items[1].entries


def july_status(clerk, july):
    return clerk.desk.read(meetings.meeting, july.id).result(20).details.status


def test_the_strip_offers_itself_on_that_item_only_and_takes_no_focus(here):
    assert here.editor.hasFocus()
    assert "7 July 2026" in here.room.sheet.minutes.words.text()
    here.press("Ctrl+Down")
    assert here.room.sheet.minutes.isHidden()
    here.press("Ctrl+Up")
    assert here.room.sheet.minutes.isVisible()


def test_approving_writes_the_decision_and_one_undo_takes_it_back(here):
    here.press("Ctrl+M", "A")
    (decision,) = entries(here)
    assert (decision.marker, decision.parts) == ("Agreed", (APPROVED,))
    assert here.editor.hasFocus()
    here.press("Ctrl+Z")
    assert entries(here) == ()
    here.qtbot.waitUntil(here.room.sheet.minutes.approve.isVisible)
    here.press("Ctrl+M", "D")
    (decision,) = entries(here)
    assert "deferred" in decision.parts[0]


def test_words_written_before_stay_in_front_of_the_decision(here):
    here.type("The minutes were read.")
    here.press("Ctrl+M", "D")
    said, decision = entries(here)
    assert said.text == "The minutes were read."
    assert decision.parts[0].startswith("That approval of the minutes")


def test_once_approved_the_last_minutes_are_marked_with_one_key_more(here, july):
    here.press("Ctrl+M", "A")
    assert july_status(here, july) is MinutesStatus.DRAFT
    here.press("Ctrl+M", "M")
    assert july_status(here, july) is MinutesStatus.APPROVED
    here.qtbot.waitUntil(here.room.sheet.minutes.isHidden)
    assert here.editor.hasFocus()


def test_deferring_offers_nothing_more(here):
    here.press("Ctrl+M", "D")
    assert here.room.sheet.minutes.isHidden()


def test_a_line_of_the_last_minutes_is_chosen_and_corrected(here, july):
    here.press("Ctrl+M", "C")
    assert here.room.side.last.list.hasFocus()
    rows = here.room.side.last.list.row_model.rows
    assert [row.text for row in rows] == ["report on waiting times", "write to schools"]
    here.press("Down", "Return")
    (made,) = entries(here)
    assert isinstance(made, Amendment)
    assert (made.to_meeting, made.was) == (date(2026, 7, 7), "write to schools")
    assert made.place.startswith("item 1")
    assert QApplication.focusWidget().accessibleName() == "Should read"
    here.press("Escape")
    here.press("Ctrl+M", "A")
    _amendment, decision = entries(here)
    assert decision.parts[0].endswith("subject to the correction above.")


def test_a_correction_of_no_line_is_asked_for_too(here):
    here.press("Ctrl+M", "C", "N")
    (made,) = (e for e in here.editor.sheet().entries if isinstance(e, Amendment))
    assert (made.place, made.was) == ("", None)


def test_esc_goes_back_to_the_sentence_and_changes_nothing(here):
    here.press("Ctrl+M", "C", "Escape")
    assert here.editor.hasFocus()
    assert here.room.side.attendance.isVisible()
    here.press("Ctrl+M", "Escape")
    assert here.editor.hasFocus()
    assert entries(here) == ()


def test_a_first_meeting_has_no_last_minutes(clerk, meeting):
    clerk.enter(meeting, meeting.items[1].id)
    clerk.settle()
    assert clerk.room.sheet.minutes.isHidden()
    clerk.press("Ctrl+M")
    assert clerk.editor.hasFocus()


def test_what_the_clerk_decided_in_own_words_is_enough(here):
    here.room.sheet.editor.show_entries(
        (Paragraph("Read."), Decision(("The minutes be approved as a correct record.",)))
    )
    here.room.previous.follow()
    assert here.room.sheet.minutes.mark.isVisible()
