"""The item on the last minutes: approve, correct and defer by key, each one step of undo."""

from datetime import date

import pytest
from PySide6.QtCore import QPoint
from PySide6.QtWidgets import QApplication

from wibdesk.domain.entries import Amendment, Decision, Paragraph
from wibdesk.domain.meetings import MinutesStatus
from wibdesk.services import agenda, meetings, minutes

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


def test_its_key_leads_there_from_any_item(here):
    here.press("Ctrl+Down", "Ctrl+M")
    assert here.room.session.item.title == "Minutes of the last meeting"
    here.press("D")
    assert "deferred" in entries(here)[0].parts[0]
    here.press("Ctrl+Down", "Ctrl+M")
    assert here.said[-1] == "The last minutes are decided already"
    assert here.editor.hasFocus()


def test_an_agenda_without_that_item_says_so(here):
    here.do(agenda.remove_item, here.room.session.item_id)
    here.press("Ctrl+M")
    assert here.said[-1] == "The agenda has no item for the last minutes"


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


@pytest.fixture
def correcting(here):
    """The last minutes stand beside the form of a correction."""
    here.press("Ctrl+M", "C")
    return here


def view(clerk):
    return clerk.room.previous.correcting.view


def corrections(clerk):
    return [e for e in entries(clerk) if isinstance(e, Amendment)]


def test_the_last_minutes_stand_left_as_a_page_and_the_form_right(correcting):
    rows = view(correcting).lines.list.row_model.rows
    assert [row.text for row in rows if not row.heading] == ["report on waiting times", "write to schools"]
    assert rows[0].heading
    assert rows[1].margin.startswith("Action")
    assert view(correcting).lines.list.hasFocus()
    assert view(correcting).form.isVisible()
    assert view(correcting).lines.mapToGlobal(QPoint()).x() < view(correcting).form.mapToGlobal(QPoint()).x()
    assert view(correcting).form.now.toPlainText() == "report on waiting times"
    correcting.press("Down")
    assert view(correcting).form.now.toPlainText() == "write to schools"
    assert corrections(correcting) == []


def test_a_chosen_line_is_edited_and_only_the_words_that_differ_are_minuted(correcting):
    correcting.press("Down", "Return")
    assert QApplication.focusWidget().accessibleName() == "Should read"
    correcting.press("Ctrl+Right", "Ctrl+Shift+Right")
    correcting.type("with ")
    (made,) = corrections(correcting)
    assert (made.to_meeting, made.was, made.now) == (date(2026, 7, 7), "to", "with")
    assert made.place.startswith("item 1")
    assert "“to” should read “with”" in view(correcting).form.says.text()
    correcting.press("Return")
    assert correcting.editor.hasFocus()
    assert not correcting.room.previous.correcting.open_now
    correcting.press("Ctrl+M", "A")
    _amendment, decision = entries(correcting)
    assert decision.parts[0].endswith("subject to the correction above.")


def test_one_undo_takes_a_whole_correction_back(correcting):
    correcting.press("Return")
    correcting.type("A ")
    correcting.press("Tab", "Tab")
    correcting.type("Orla Quint")
    assert corrections(correcting)[0].requested_by == "Orla Quint"
    correcting.press("Escape", "Ctrl+Z")
    assert corrections(correcting) == []


def test_names_are_offered_and_esc_puts_them_away_before_it_leaves(correcting):
    correcting.press("Return", "Tab", "Tab")
    correcting.type("nol")
    assert view(correcting).form.by.offer.isVisible()
    correcting.press("Escape")
    assert not view(correcting).form.by.offer.isVisible()
    assert view(correcting).form.by.hasFocus()
    correcting.type("a")
    correcting.press("Return")
    assert corrections(correcting)[0].requested_by == "I Nolan"
    correcting.press("Escape")
    assert correcting.editor.hasFocus()


def test_esc_goes_back_to_the_sentence_and_keeps_what_was_typed(correcting):
    correcting.press("Return")
    correcting.type("A ")
    correcting.press("Escape")
    assert correcting.editor.hasFocus()
    assert corrections(correcting)[0].now == "A report"


def test_esc_on_the_lines_writes_nothing(correcting):
    correcting.press("Escape")
    assert correcting.editor.hasFocus()
    assert correcting.room.side.attendance.isVisible()
    correcting.press("Ctrl+M", "Escape")
    assert correcting.editor.hasFocus()
    assert entries(correcting) == ()


def test_another_line_begins_another_correction(correcting):
    correcting.press("Return")
    correcting.type("A ")
    correcting.press("Ctrl+M", "Down", "Return")
    correcting.type("To ")
    assert [made.now for made in corrections(correcting)] == ["A report", "To write"]


def test_what_no_line_says_is_corrected_by_its_place(correcting):
    correcting.press("N")
    assert QApplication.focusWidget().accessibleName() == "Place"
    correcting.type("page 5")
    (made,) = corrections(correcting)
    assert (made.place, made.was, made.now) == ("page 5", None, "")


def test_words_typed_under_was_are_taken_as_they_are(correcting):
    correcting.press("Return", "Shift+Tab", "Ctrl+A")
    correcting.type("the report")
    (made,) = corrections(correcting)
    assert (made.was, made.now) == ("the report", "report on waiting times")


def test_going_to_another_item_puts_the_last_minutes_away(correcting):
    correcting.press("Ctrl+Down")
    assert not correcting.room.previous.correcting.open_now
    assert correcting.editor.hasFocus()


def test_in_a_narrow_window_lines_and_form_take_turns(open_window, july, meeting):
    clerk = open_window(640, 560)
    clerk.do(minutes.save_entries, meeting.items[1].id, ())
    clerk.enter(meeting, meeting.items[1].id)
    clerk.qtbot.waitUntil(lambda: not clerk.room.sheet.minutes.isHidden())
    clerk.press("Ctrl+M", "C")
    assert (view(clerk).lines.isVisible(), view(clerk).form.isVisible()) == (True, False)
    clerk.press("Return")
    assert (view(clerk).lines.isVisible(), view(clerk).form.isVisible()) == (False, True)
    clerk.press("Ctrl+M")
    assert view(clerk).lines.list.hasFocus()
    clerk.press("Return", "Escape")
    assert clerk.editor.hasFocus()


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
