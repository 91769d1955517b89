"""Actions changed in their rows, many at once, each change one step that one undo takes back."""

from datetime import UTC, date, datetime

import pytest
from PySide6.QtWidgets import QApplication

from tests.keys import press, type_words
from wibdesk.domain.deadlines import Due, DueKind
from wibdesk.domain.entries import Action, Progress
from wibdesk.services import actions, meetings, minutes, saved_views

AT = datetime(2026, 9, 1, 8, tzinfo=UTC)


def log_of(clerk):
    return {row.action.text: row for row in clerk.read(actions.log)}


@pytest.fixture
def place(clerk, meeting):
    clerk.context.settings.change(clerk="R Devlin")
    return clerk.go("actions")


RETURN, FIGURES, GUIDE = "send the *workforce* return", "bring figures by school", "refresh the practice guide"


def test_m_moves_the_date_in_the_row_and_keeps_who_moved_it(clerk, place):
    clerk.press("M")
    clerk.type("18 Sep")
    assert place.editor.remark.text() == "Friday 18 September 2026."
    clerk.press("Return")
    row = log_of(clerk)[RETURN]
    assert (row.action.due.date, row.action.status, row.updates) == (date(2026, 9, 18), Progress.OPEN, ())
    assert [(change.was.date, change.by) for change in row.dues] == [(date(2026, 8, 4), "R Devlin")]
    assert place.table.hasFocus()
    clerk.press("Ctrl+Z")
    assert log_of(clerk)[RETURN].dues == ()


def test_the_next_meeting_is_that_of_the_body_of_the_action(clerk, place, meeting):
    clerk.do(meetings.new_meeting, meeting.body.id, date=date(2026, 11, 10))
    press(clerk.window, "M")
    type_words(clerk.window, "next meeting")  # quicker than the days of the body are read
    press(clerk.window, "Return")
    clerk.settle()
    due = log_of(clerk)[RETURN].action.due
    assert (due.kind, due.date) == (DueKind.MEETING, date(2026, 11, 10))


def test_esc_leaves_the_row_as_it_was(clerk, place):
    clerk.press("M")
    clerk.type("18 Sep")
    clerk.press("Escape")
    assert log_of(clerk)[RETURN].action.due == Due(DueKind.DATE, date(2026, 8, 4))
    assert not place.editor.isVisible()
    assert place.table.hasFocus()


def test_the_words_are_changed_in_the_row_and_untouched_words_keep_their_marks(clerk, place):
    clerk.press("E", "Return")
    assert RETURN in log_of(clerk)
    clerk.press("E")
    clerk.type("send both returns")
    clerk.press("Return")
    assert "send both returns" in log_of(clerk)
    clerk.press("E", "Delete", "Return")
    assert place.editor.remark.text() == "An action needs its words."
    clerk.press("Escape")
    assert "send both returns" in log_of(clerk)


def test_owners_are_typed_by_part_of_their_names(clerk, place):
    clerk.press("W")
    clerk.type("ferrer, a stranger")
    assert place.editor.remark.text() == "Helen Ferrer, a stranger"
    clerk.press("Return")
    assert log_of(clerk)[RETURN].action.owners == ("Helen Ferrer", "a stranger")


def test_keys_act_on_all_that_are_marked_and_one_undo_takes_all_back(clerk, place):
    clerk.press("Space", "Space")
    assert place.finder.count.text() == "2 marked · 4 shown of 4"
    clerk.press("D")
    statuses = [log_of(clerk)[text].action.status for text in (RETURN, FIGURES, GUIDE)]
    assert statuses == [Progress.DONE, Progress.DONE, Progress.OPEN]
    assert clerk.said[-1] == "2 actions: done"
    assert not place.table.marked
    clerk.press("Ctrl+Z")
    assert {row.action.status for row in log_of(clerk).values()} == {Progress.OPEN}


def test_the_field_for_all_that_are_marked_lies_over_one_of_them(clerk, place):
    clerk.press("Space", "M")
    assert place.action().action.text == RETURN
    clerk.press("Escape")
    assert list(place.table.marked) == [place.action().action.id]


def test_shift_and_an_arrow_mark_along_a_marks_all_and_esc_frees_all(clerk, place):
    clerk.press("Shift+Down", "Shift+Down")
    assert len(place.table.marked) == 3
    clerk.press("A")
    assert len(place.table.marked) == 4
    clerk.press("M")
    clerk.type("2 Oct")
    assert place.editor.remark.text() == "Friday 2 October 2026. · for 4 actions"
    clerk.press("Return")
    assert {row.action.due.date for row in log_of(clerk).values()} == {date(2026, 10, 2)}
    clerk.press("Space", "Escape")
    assert not place.table.marked
    clerk.press("A", "A")
    assert not place.table.marked


def test_space_frees_a_row_that_is_marked(clerk, place):
    clerk.press("Space", "Up", "Space")
    assert not place.table.marked


def test_a_marked_row_says_so_when_it_is_read_out(clerk, place):
    clerk.press("Space")
    assert place.table.table_model.rows[1].sentence.startswith("Marked, Action 3.1")


def test_cancelling_asks_for_the_reason_and_keeps_it(clerk, place):
    clerk.press("C", "Return")
    assert place.strip.remark.text().startswith("The log keeps why")
    clerk.type("the return was withdrawn")
    clerk.press("Return")
    row = log_of(clerk)[RETURN]
    assert (row.action.status, row.updates[-1].note) == (Progress.CANCELLED, "the return was withdrawn")
    assert row.updates[-1].by == "R Devlin"


def test_in_a_low_window_a_question_takes_the_strip_of_the_find_field_until_it_is_answered(clerk, place):
    clerk.context.theme.switch(scale=2.0)
    clerk.window.resize(1024, 640)
    clerk.press("C", "Return")
    remark = place.strip.remark
    assert not place.finder.isVisible()
    clerk.qtbot.waitUntil(lambda: 0 < remark.heightForWidth(remark.width()) <= remark.height())
    assert remark.y() > place.strip.entry.geometry().bottom()
    clerk.press("Esc")
    assert place.finder.isVisible()


def test_what_is_wrong_with_a_reason_is_read_whole_in_a_narrow_window(clerk, place):
    clerk.window.resize(700, 640)
    clerk.press("C", "Return")
    remark = place.strip.remark
    assert remark.text().startswith("The log keeps why")
    assert remark.heightForWidth(remark.width()) <= remark.height()


def test_an_action_is_replaced_by_another_through_its_reference(clerk, place):
    clerk.press("P", "Return")
    assert place.strip.remark.text().startswith("Type the reference")
    clerk.type("3.2")
    clerk.press("Return")
    log = log_of(clerk)
    assert log[RETURN].action.status is Progress.SUPERSEDED
    assert log[RETURN].updates[-1].successor_id == log[FIGURES].action.id


def test_a_rag_word_is_set_by_hand_with_its_reason_and_given_back_to_the_rule(clerk, place):
    clerk.press("Down")
    clerk.choose("L", "R")
    clerk.press("Return")
    assert place.strip.remark.text() == "The log keeps why it is red: type the reason in a few words."
    clerk.type("its owner says it cannot be done")
    clerk.press("Return")
    row = place.table.table_model.rows[3]
    assert row.cells[8].text == "Red"
    assert "Red by hand, its owner says it cannot be done" in row.sentence
    clerk.choose("L", "X")
    assert place.table.table_model.rows[3].cells[8].text == "Green"


def test_a_view_is_kept_by_a_name_shown_by_its_figure_and_removed(clerk, place):
    clerk.press("O")
    clerk.type("rowe")
    clerk.press("Return")
    clerk.choose("H", "N")
    clerk.choose("V", "S")
    clerk.press("Return")
    assert place.strip.remark.text() == "A view needs a name by which you find it again."
    clerk.type("What the police do")
    clerk.press("Return", "X")
    assert place.view.owner == ""
    clerk.choose("V", "1")
    assert (place.view.owner, place.view.group_by) == ("Det Supt K Rowe", "none")
    assert [row.data.action.text for row in place.table.table_model.rows] == [RETURN]
    clerk.choose("V", "R", "1")
    assert clerk.read(saved_views.saved_views) == ()
    clerk.press("Ctrl+Z")
    assert [view.name for view in clerk.read(saved_views.saved_views)] == ["What the police do"]


def test_columns_are_shown_and_left_out_and_that_is_remembered(clerk, place):
    number = [column.word for column in place.table.columns].index("Status")
    assert place.table.isColumnHidden(number)
    clerk.choose("Y", "6")
    assert not place.table.isColumnHidden(number)
    assert clerk.context.settings.now.folded["log Status"] is False
    clerk.choose("Y", "6")
    assert place.table.isColumnHidden(number)


@pytest.mark.parametrize(
    ("keys", "typed", "left"),
    [
        (("F", "A"), "police", [RETURN]),
        (("F", "T"), "5 Aug 2026", [RETURN]),
        (("F", "F"), "5 Oct", [FIGURES, "write to the young people"]),
        (("F", "R", "R"), None, [RETURN]),
        (("F", "M"), None, [RETURN, FIGURES, "write to the young people", GUIDE]),
    ],
)
def test_the_log_is_narrowed_by_organisation_days_rag_and_meeting(clerk, place, keys, typed, left):
    clerk.choose(*keys)
    if typed is not None:
        clerk.type(typed)
        clerk.press("Return")
    assert [row.data.action.text for row in place.table.table_model.rows if not row.group] == left
    clerk.choose("F", "X")
    assert len(place.log.page.ids) == 4


def test_the_story_tells_who_when_and_at_which_meeting(clerk, place):
    clerk.press("M")
    clerk.type("18 Sep")
    clerk.press("Return", "I", "Return")
    told = [place.detail.story.itemAt(n).widget().accessibleName() for n in range(place.detail.story.count())]
    assert len(told) == 3
    assert any("Moved from Tue 4 Aug 2026 to Fri 18 Sep 2026" in words and "R Devlin" in words for words in told)
    assert told[-1] == "Tue 7 Jul 2026, Raised at item 3, due Tue 4 Aug 2026, Norbury Improvement Board"
    assert place.detail.facts["First due"].text() == "Tue 4 Aug 2026, moved once"


def test_in_the_panel_m_opens_the_form_at_the_date(clerk, place):
    clerk.window.resize(1024, 640)
    clerk.press("Return", "M")
    assert QApplication.focusWidget() is place.form.due


def test_a_row_that_moves_far_away_stays_chosen_and_in_sight(clerk, place, meeting):
    clerk.do(minutes.save_entries, meeting.items[0].id, tuple(Action(f"action {n}") for n in range(40)))
    clerk.press("Home", "M")
    clerk.type("1 Dec 2030")
    clerk.press("Return")
    assert place.action().action.text == RETURN
    assert place.table.viewport().rect().contains(place.table.visualRect(place.table.currentIndex()).center())


def test_the_list_stays_put_when_it_is_read_again(clerk, place, meeting):
    clerk.do(minutes.save_entries, meeting.items[0].id, tuple(Action(f"action {n}") for n in range(40)))
    clerk.press("Home")
    bar = place.table.verticalScrollBar()
    bar.setValue(bar.maximum())
    clerk.do(actions.set_progress, place.log.page.ids[-1], Progress.IN_PROGRESS, at=AT)
    assert bar.value() == bar.maximum()
