"""The RAG word: the rule, what a slip does to it, and a word set by hand."""

from dataclasses import replace
from datetime import UTC, date, datetime

import pytest

from wibdesk.domain.actions import DueChange, Judgement, LogAction
from wibdesk.domain.deadlines import Due, DueKind
from wibdesk.domain.entries import Action, Progress
from wibdesk.domain.rag import is_slip, judged, rag_of, slip_words, slips

TODAY = date(2026, 9, 1)
AT = datetime(2026, 8, 20, tzinfo=UTC)
LATER = datetime(2026, 8, 25, tzinfo=UTC)


def due(month, day):
    return Due(DueKind.DATE, date(2026, month, day))


def was(month, day, at=AT, by="R Devlin"):
    return DueChange(at, due(month, day), None, by)


@pytest.mark.parametrize(
    ("status", "deadline", "before", "word"),
    [
        (Progress.OPEN, due(8, 31), (), "Red"),
        (Progress.OPEN, due(9, 1), (), "Amber"),
        (Progress.OPEN, due(9, 8), (), "Amber"),
        (Progress.OPEN, due(9, 9), (), "Green"),
        (Progress.OPEN, Due(as_written="ASAP"), (), "No date"),
        (Progress.DONE, due(8, 1), (), "Complete"),
        (Progress.CARRIED, due(12, 1), (was(10, 1),), "Amber"),
        (Progress.OPEN, due(12, 1), (was(10, 1), was(11, 1)), "Amber"),
        (Progress.OPEN, due(10, 1), (was(12, 1),), "Green"),
    ],
)
def test_the_rule_goes_by_status_day_and_slips(status, deadline, before, word):
    assert rag_of(Action("x", due=deadline, status=status), TODAY, before=before) == word


def test_a_slip_is_a_later_day_and_each_counts():
    assert slips(due(12, 1), (was(10, 1), was(11, 1))) == 2
    assert slips(due(12, 1), (was(10, 1), was(9, 1))) == 1
    assert slips(due(10, 1), (was(10, 1), was(12, 1))) == 0
    assert slips(Due(), (was(10, 1),)) == 0
    assert slips(due(10, 1), (DueChange(AT, Due(as_written="ASAP"), None, ""),)) == 0


def test_a_deadline_that_moved_with_its_meeting_has_not_slipped():
    before = DueChange(AT, Due(DueKind.MEETING, date(2026, 10, 6), as_written="next meeting"))
    now = Due(DueKind.MEETING, date(2026, 10, 13), as_written="next meeting")
    assert not is_slip(before, now)
    assert is_slip(replace(before, by="R Devlin"), now)
    assert is_slip(replace(before, meeting_id="m"), now)
    assert is_slip(before, replace(now, as_written="13/10"))


def test_a_word_set_by_hand_holds_until_it_is_taken_back():
    action = Action("x", due=due(12, 1))
    assert rag_of(action, TODAY, judgement=Judgement(AT, "Red", "cannot be done")) == "Red"
    assert rag_of(action, TODAY, judgement=Judgement(AT, "")) == "Green"
    done = replace(action, status=Progress.CLOSED)
    assert rag_of(done, TODAY, judgement=Judgement(AT, "Red", "cannot be done")) == "Complete"


def test_a_second_slip_outruns_a_green_set_by_hand_but_not_a_red():
    action, before = Action("x", due=due(12, 1)), (was(10, 1), was(11, 1, at=LATER))
    assert rag_of(action, TODAY, before=before, judgement=Judgement(AT, "Green", "accepted")) == "Amber"
    assert rag_of(action, TODAY, before=before, judgement=Judgement(LATER, "Green", "accepted")) == "Green"
    assert rag_of(action, TODAY, before=before, judgement=Judgement(AT, "Red", "cannot be done")) == "Red"


def test_the_log_says_which_judgement_holds_and_how_often_a_date_moved():
    row = LogAction(Action("x", due=due(12, 1)), "b", "Board", "m", "M1", None, "i", "1", "Item")
    said = Judgement(AT, "Red", "cannot be done")
    assert judged(row, TODAY) is None
    assert judged(replace(row, judgement=said), TODAY) == said
    assert judged(replace(row, judgement=Judgement(AT, "Green", "so"), dues=(was(10, 1, at=LATER),)), TODAY) is None
    assert slip_words(row) == ""
    assert slip_words(replace(row, dues=(was(10, 1),))) == "moved once, was 1 Oct 2026"
    assert slip_words(replace(row, dues=(was(9, 1), was(10, 1), was(11, 1)))) == "moved 3 times, was 1 Sep 2026"
    undated = DueChange(AT, Due(as_written="ASAP"), None, "")
    assert slip_words(replace(row, dues=(undated, was(10, 1)))) == "moved once"
