"""A plan tracked in a real register: progress, moved and found dates, RAG words, updates made final, actions."""

from dataclasses import replace
from datetime import date, timedelta

import pytest

from tests.registers import NOW
from tests.services.plan_samples import norbury_plan, on
from wibdesk.domain.actions import is_overdue
from wibdesk.domain.agenda import Item
from wibdesk.domain.deadlines import Due
from wibdesk.domain.entries import Progress
from wibdesk.domain.plan_course import due_until, history, of_activity, of_workstream, standing
from wibdesk.domain.plan_tree import part
from wibdesk.errors import UserError
from wibdesk.services import actions, agenda, plan_editing, plan_taking, plans
from wibdesk.services import bin as bins
from wibdesk.services import plan_tracking as verbs
from wibdesk.services.bodies import bodies
from wibdesk.services.plans import find_plan

TODAY = NOW.date()


@pytest.fixture
def plan(clerk):
    return clerk.do(plan_taking.take_plan, norbury_plan())


def stands(clerk, milestone_id, today=TODAY):
    course = clerk.ask(verbs.course, clerk.ask(find_plan, "P1").id)
    return standing(course, part(course.plan, milestone_id), today)


def test_progress_is_reported_with_a_note_by_whom_and_at_which_meeting(clerk, plan):
    meeting = clerk.meeting(_body(clerk))
    clerk.do(
        verbs.report_progress, plan.id, "posts", Progress.DONE, " Two by agency. ", by="J Amari",
        meeting_id=meeting.id, undo="Done",
    )  # fmt: skip
    course = clerk.ask(verbs.course, plan.id)
    (told,) = history(course)
    assert (told.step.milestone.id, told.step.milestone.status) == ("posts", Progress.DONE)
    assert (told.what, told.note, told.by) == ("Open to Done", "Two by agency.", "J Amari")
    assert told.reported_in_id == meeting.id
    assert course.meeting_words[meeting.id] == f"{meeting.details.ref}, 1 September 2026"
    assert stands(clerk, "posts").rag == "Complete"
    clerk.undo()
    assert clerk.ask(verbs.course, plan.id).changes == {}


def test_a_date_that_moves_later_is_a_slip_and_one_that_is_found_is_none(clerk, plan):
    assert (stands(clerk, "posts").rag, stands(clerk, "posts").overdue) == ("Red", True)
    clerk.do(verbs.move_date, plan.id, "posts", on(date(2026, 12, 1)), "No candidates", by="J Amari")
    once = stands(clerk, "posts")
    assert (once.rag, once.slipped_words) == ("Amber", "slipped once, was 28 Aug 2026")
    clerk.do(verbs.move_date, plan.id, "posts", on(date(2027, 3, 1)))
    clerk.do(verbs.move_date, plan.id, "posts", on(date(2027, 2, 1)))
    twice = stands(clerk, "posts")
    assert (twice.slips, twice.slipped_words, twice.rag) == (2, "slipped twice, was 28 Aug 2026", "Amber")
    clerk.do(verbs.move_date, plan.id, "posts", on(date(2027, 4, 1)))
    assert stands(clerk, "posts").slipped_words.startswith("slipped 3 times")
    clerk.do(verbs.settle_date, plan.id, "toolkit", on(date(2026, 9, 30), "30 Sep 2026"))
    found = stands(clerk, "toolkit")
    assert (found.slips, found.slipped_words, found.milestone.due.as_written) == (0, "", "31/09/26")
    assert found.milestone.due.date == date(2026, 9, 30)
    with pytest.raises(UserError, match="A new date is needed"):
        clerk.do(verbs.move_date, plan.id, "posts", Due())


def test_a_rag_word_set_by_hand_holds_until_the_rule_is_asked_for_again(clerk, plan):
    clerk.do(verbs.judge, plan.id, "definition", "Red", "Nobody agrees.", by="H Ferrer")
    judged = stands(clerk, "definition")
    assert (judged.rag, judged.reason) == ("Red", "Nobody agrees.")
    clerk.do(verbs.judge, plan.id, "definition", "", "")
    assert (stands(clerk, "definition").rag, stands(clerk, "definition").reason) == ("Green", "")
    with pytest.raises(UserError, match="no RAG word"):
        clerk.do(verbs.judge, plan.id, "definition", "Blue", "why not")
    with pytest.raises(UserError, match="needs its reason"):
        clerk.do(verbs.judge, plan.id, "definition", "Red", " ")


def test_how_far_an_activity_and_a_workstream_are(clerk, plan):
    course = clerk.ask(verbs.course, plan.id)
    front, partners, enablers = course.plan.workstreams
    duty = of_activity(course, front.activities[0], TODAY)
    assert (duty.words, duty.overdue, duty.rag) == ("1 of 3 milestones done", 1, "Red")
    assert duty.next.milestone.id == "posts"
    assert (of_workstream(course, front, TODAY).words, duty.due) == ("1 of 4 milestones done", duty.next.milestone.due)
    neglect = of_workstream(course, partners, TODAY)
    assert (neglect.undated, neglect.rag, neglect.words) == (3, "Green", "0 of 4 milestones done")
    assert (of_workstream(course, enablers, TODAY).words, of_workstream(course, enablers, TODAY).rag) == (
        "no milestones", "No date",
    )  # fmt: skip


def test_what_is_finished_is_complete_and_what_was_dropped_does_not_count(clerk, plan):
    for milestone_id, status in (("posts", Progress.CLOSED), ("review", Progress.CANCELLED)):
        clerk.do(verbs.report_progress, plan.id, milestone_id, status)
    course = clerk.ask(verbs.course, plan.id)
    duty = of_activity(course, course.plan.workstreams[0].activities[0], TODAY)
    assert (duty.words, duty.rag, duty.due.date, duty.next) == (
        "2 of 2 milestones done", "Complete", date(2026, 8, 28), None,
    )  # fmt: skip


def test_milestones_due_stand_beside_the_actions_nearest_first(clerk, plan):
    due = clerk.ask(verbs.due_milestones, plan.body_id, date(2026, 12, 1), today=TODAY)
    assert [(d.step.milestone.id, d.standing.rag, d.plan.ref) for d in due] == [
        ("posts", "Red", "P1"), ("definition", "Green", "P1"), ("group", "Green", "P1"),
    ]  # fmt: skip
    assert len(clerk.ask(verbs.due_milestones, None, None, today=TODAY)) == 4
    assert clerk.ask(verbs.due_milestones, "nobody", None, today=TODAY) == ()
    course = clerk.ask(verbs.course, plan.id)
    assert [s.milestone.id for s in due_until(course, TODAY)][-1] == "review"


def test_an_update_made_final_keeps_how_the_plan_stood(clerk, plan):
    assert clerk.ask(verbs.last_update, plan.id) is None
    clerk.do(verbs.finish_update, plan.id, "July 2026")
    clerk.time += timedelta(days=30)
    clerk.do(verbs.report_progress, plan.id, "posts", Progress.DONE)
    kept = clerk.ask(verbs.last_update, plan.id)
    assert (kept.name, kept.at.date()) == ("July 2026", TODAY)
    assert [kept.milestone(m.id) for a in plan.workstreams[0].activities for m in a.milestones] == [
        m for a in plan.workstreams[0].activities for m in a.milestones
    ]
    assert kept.milestone("toolkit") == part(plan, "toolkit")
    assert kept.milestone("gone") is None
    clerk.do(verbs.finish_update, plan.id, "August 2026")
    assert clerk.ask(verbs.last_update, plan.id).milestone("posts").status is Progress.DONE
    with pytest.raises(UserError, match="needs a name"):
        clerk.do(verbs.finish_update, plan.id, " ")


def test_an_action_is_raised_at_the_next_meeting_or_what_is_missing_is_said(clerk, plan):
    with pytest.raises(UserError, match="Norbury Board has no meeting to come"):
        clerk.do(verbs.make_action, plan.id, "posts", today=TODAY)
    meeting = clerk.meeting(_body(clerk), date(2026, 10, 6))
    with pytest.raises(UserError, match="has no item “Improvement plan”"):
        clerk.do(verbs.make_action, plan.id, "posts", today=TODAY)
    clerk.do(agenda.add_item, meeting.id, Item("The improvement plan: progress"))
    made = clerk.do(verbs.make_action, plan.id, "posts", today=TODAY)
    (row,) = clerk.ask(actions.log)
    assert (row.action, row.item_title) == (made, "The improvement plan: progress")
    assert (made.text, made.owners) == ("Permanent duty team in post: Team in post", ("J Amari",))
    assert made.ref
    assert is_overdue(made, TODAY)


def test_the_history_says_what_each_change_did_the_latest_first(clerk, plan):
    was = part(plan, "posts")
    clerk.do(verbs.move_date, plan.id, "posts", on(date(2026, 12, 1)), "No candidates.")
    clerk.time += timedelta(days=1)
    clerk.do(plan_editing.change_part, plan.id, replace(was, text="Whole team", due=Due()))
    clerk.time += timedelta(days=1)
    clerk.do(verbs.report_progress, plan.id, "posts", Progress.OPEN, "Asked again.")
    clerk.time += timedelta(days=1)
    clerk.do(verbs.judge, plan.id, "posts", "Red", "Nobody applied.", by="H Ferrer")
    clerk.time += timedelta(days=1)
    clerk.do(verbs.judge, plan.id, "posts", "", "")
    told = history(clerk.ask(verbs.course, plan.id))
    assert (told[1].note, told[1].by) == ("Nobody applied.", "H Ferrer")
    assert [each.what for each in told] == [
        "RAG as the rule says", "RAG set to Red", "Reported",
        "due no date, was Tue 1 Dec 2026; was “Team in post”", "due Tue 1 Dec 2026, was Fri 28 Aug 2026",
    ]  # fmt: skip


def test_a_milestone_that_is_gone_is_refused_in_words(clerk, plan):
    with pytest.raises(UserError, match="no longer there"):
        clerk.do(verbs.report_progress, plan.id, "gone", Progress.DONE)


def _body(clerk):

    return clerk.ask(bodies)[0]


def test_a_plan_comes_out_of_the_bin_with_all_that_became_of_it(clerk, plan):
    clerk.do(verbs.move_date, plan.id, "posts", on(date(2026, 12, 1)))
    clerk.do(verbs.judge, plan.id, "posts", "Red", "No candidates.")
    clerk.do(verbs.finish_update, plan.id, "July 2026")
    before = clerk.ask(verbs.course, plan.id), clerk.ask(verbs.last_update, plan.id)
    clerk.do(plans.remove_plan, plan.id, undo="Plan removed")
    (thing,) = clerk.ask(bins.binned)
    clerk.do(bins.put_back, thing.id)
    assert (clerk.ask(verbs.course, plan.id), clerk.ask(verbs.last_update, plan.id)) == before
