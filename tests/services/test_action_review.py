"""Going through open actions: log, deadline and minutes change together, and one undo takes all of it back."""

from datetime import UTC, date, datetime

import pytest

from wibdesk.domain.action_review import Reviewed, Step
from wibdesk.domain.deadlines import Due, DueKind
from wibdesk.domain.entries import Action, Paragraph, Progress
from wibdesk.domain.meetings import MinutesStatus
from wibdesk.errors import UserError
from wibdesk.services import actions, approval, meetings
from wibdesk.services.action_review import review
from wibdesk.services.previous_minutes import previous_minutes

AT = datetime(2026, 9, 1, 9, tzinfo=UTC)
SEPTEMBER, OCTOBER = Due(DueKind.DATE, date(2026, 9, 1)), Due(DueKind.DATE, date(2026, 10, 6))


@pytest.fixture
def body(clerk):
    return clerk.body()


@pytest.fixture
def july(clerk, body):
    made = clerk.meeting(body, date(2026, 7, 7))
    clerk.write(made.items[0], Paragraph("A *quarter* was spent."), Action("heat map", ("Ann",), SEPTEMBER))
    return clerk.desk.read(meetings.meeting, made.id).result()


@pytest.fixture
def action(july):
    return july.actions()[0][1]


@pytest.fixture
def september(clerk, body):
    return clerk.meeting(body, date(2026, 9, 1))


def go_through(clerk, action, september, *reviewed, **more):
    for one in reviewed:
        clerk.desk.write(review, action.id, one, at=AT, item_id=september.items[3].id, undo="Reviewed", **more).result()
    return clerk.desk.read(actions.log).result()


def words(clerk, september):
    item = clerk.desk.read(meetings.meeting, september.id).result().items[3]
    return [entry.text for entry in item.entries]


def test_a_step_is_in_the_log_and_in_the_minutes_and_one_undo_takes_both_back(clerk, action, september):
    (row,) = go_through(clerk, action, september, Reviewed(Step.CLOSED))
    assert row.action.status is Progress.CLOSED
    assert words(clerk, september) == ["Action 1.1 (Ann), heat map: completed and closed."]
    clerk.desk.undo().result()
    assert clerk.desk.read(actions.log).result()[0].action.status is Progress.OPEN
    assert words(clerk, september) == []


def test_who_changes_their_mind_leaves_one_sentence(clerk, action, september):
    go_through(clerk, action, september, Reviewed(Step.DONE), Reviewed(Step.CARRIED, OCTOBER, "data late"))
    assert words(clerk, september) == [
        "Action 1.1 (Ann), heat map: carried forward to 6 October 2026 (was 1 September 2026); data late."
    ]


def test_carrying_keeps_the_deadline_before_and_the_meeting_that_set_the_new_one(clerk, action, september):
    (row,) = go_through(clerk, action, september, Reviewed(Step.CARRIED, OCTOBER))
    assert (row.action.due, row.action.status) == (OCTOBER, Progress.CARRIED)
    (before,) = clerk.desk.read(actions.due_history, action.id).result()
    assert (before.was, before.meeting_id) == (SEPTEMBER, september.id)


def test_a_new_wording_is_a_new_action_and_the_old_one_keeps_its_words(clerk, july, action, september):
    clerk.do(approval.approve, july.id, MinutesStatus.APPROVED)
    old, new = go_through(clerk, action, september, Reviewed(Step.REWORDED, words="heat map by *ward*"))
    assert (old.action.text, old.action.status) == ("heat map", Progress.SUPERSEDED)
    assert (new.action.text, new.action.owners, new.action.due) == ("heat map by \\*ward\\*", ("Ann",), SEPTEMBER)
    assert old.updates[-1].note == f"Replaced by action {new.action.ref}"
    assert words(clerk, september)[-1] == f"Action 1.1 (Ann), heat map: replaced by action {new.action.ref}."


def test_a_note_leaves_the_status(clerk, action, september):
    (row,) = go_through(clerk, action, september, Reviewed(Step.NOTED, words="A draft is out"))
    assert (row.action.status, row.updates[-1].note) == (Progress.OPEN, "A draft is out")
    assert words(clerk, september) == ["Action 1.1 (Ann), heat map: A draft is out."]


def test_without_writing_the_minutes_stay_as_they_are(clerk, action, september):
    (row,) = go_through(clerk, action, september, Reviewed(Step.IN_PROGRESS), write=False)
    assert row.action.status is Progress.IN_PROGRESS
    assert words(clerk, september) == []


@pytest.mark.parametrize(
    ("reviewed", "sentence"),
    [(Reviewed(Step.CARRIED, Due()), "Carried to when"), (Reviewed(Step.REWORDED, words=" "), "new wording is empty")],
)
def test_a_step_that_says_too_little_is_refused_and_nothing_changes(clerk, action, september, reviewed, sentence):
    with pytest.raises(UserError, match=sentence):
        go_through(clerk, action, september, reviewed)
    assert clerk.desk.read(actions.log).result()[0].action == action
    assert words(clerk, september) == []


def test_the_last_minutes_are_those_of_the_meeting_before_and_are_read_line_by_line(clerk, body, july, september):
    clerk.meeting(body, date(2026, 5, 5))
    found = clerk.desk.read(previous_minutes, september.id).result()
    assert found.details.id == july.id
    assert [(line.place, line.words) for line in found.lines] == [
        ("item 1, Welcome and apologies", "A quarter was spent."), ("item 1, Welcome and apologies", "heat map"),
    ]  # fmt: skip
    assert clerk.desk.read(previous_minutes, clerk.meeting(body, None).id).result() is None


def test_carried_twice_in_one_meeting_the_sentence_names_the_deadline_it_came_with(clerk, action, september):
    november = Due(DueKind.DATE, date(2026, 11, 3))
    go_through(clerk, action, september, Reviewed(Step.CARRIED, november), Reviewed(Step.CARRIED, OCTOBER))
    assert words(clerk, september) == [
        "Action 1.1 (Ann), heat map: carried forward to 6 October 2026 (was 1 September 2026)."
    ]
