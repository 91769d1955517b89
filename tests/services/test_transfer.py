"""Whole meetings and plans go in and come out without losing a thing."""

from dataclasses import replace
from datetime import date

import pytest
from hypothesis import HealthCheck, given, settings

from tests import strategies
from tests.registers import Clerk
from wibdesk.domain.agenda import Item
from wibdesk.domain.attendance import Attendee
from wibdesk.domain.bodies import Body
from wibdesk.domain.entries import Action, Paragraph, Progress
from wibdesk.domain.meetings import Meeting, MeetingDetails, MeetingType
from wibdesk.domain.plans import Plan, PlanSection
from wibdesk.errors import UserError
from wibdesk.services import actions, approval, bodies, checking, meetings, people, plans, transfer

DRAWN = settings(max_examples=40, deadline=None, suppress_health_check=list(HealthCheck))


@pytest.fixture(scope="module")
def shared(tmp_path_factory):
    """One register for all the random examples."""
    clerk = Clerk(tmp_path_factory.mktemp("shared") / "register.wibdesk")
    yield clerk
    assert clerk.ask(checking.check) == ()
    clerk.desk.close()


def without_marks(meeting, like):
    """A stored meeting with the marks of its register taken off: references given, and whose records it replaced."""
    details = replace(meeting.details, ref="", id=like.id, body_id=like.body.id)
    return replace(meeting, body=like.body, details=details, items=tuple(_bare(i) for i in meeting.items))


def _bare(item):
    entries = tuple(replace(e, ref=None, id="") if isinstance(e, Action) else e for e in item.entries)
    return replace(item, entries=entries)


def reopen_all(clerk):
    """Let any meeting be replaced."""
    for row in clerk.ask(meetings.meetings):
        if row.details.status.final:
            clerk.do(approval.reopen_approved, row.id, "Brought in again")


@pytest.mark.no_cover
@DRAWN
@given(strategies.meetings(recorded=True, references=True))
def test_any_meeting_comes_out_as_it_went_in(shared, meeting):
    reopen_all(shared)
    details = shared.do(transfer.put_meeting, meeting, replace=True, undo="Meeting brought in")
    stored = shared.ask(meetings.meeting, details.id)
    assert without_marks(stored, meeting) == without_marks(meeting, meeting)
    given_refs = {a.id: a.ref for _, a in meeting.actions() if a.ref}
    assert all(a.ref for _, a in stored.actions())
    assert [a.ref for _, a in stored.actions() if a.id in given_refs] == [
        given_refs[a.id] for _, a in stored.actions() if a.id in given_refs
    ]
    body = shared.ask(bodies.body, details.body_id)
    assert (body.name.casefold(), stored.body) == (meeting.body.name.casefold(), body)


@pytest.mark.no_cover
@DRAWN
@given(strategies.meetings(recorded=True))
def test_any_meeting_can_be_taken_back_and_brought_in_again(shared, meeting):
    other = replace(meeting, body=replace(meeting.body, name=f"{meeting.body.name} {meeting.id}"))
    details = shared.do(transfer.put_meeting, other, undo="Meeting brought in")
    stored = shared.ask(meetings.meeting, details.id)
    assert shared.undo() == "Meeting brought in"
    with pytest.raises(UserError):
        shared.ask(meetings.meeting, details.id)
    assert shared.redo() == "Meeting brought in"
    assert shared.ask(meetings.meeting, details.id) == stored
    shared.do(meetings.remove_meeting, details.id, undo="Meeting removed")
    shared.undo()
    assert shared.ask(meetings.meeting, details.id) == stored


@DRAWN
@given(strategies.plans())
def test_any_plan_comes_out_as_it_went_in(shared, plan):
    stored = shared.do(transfer.put_plan, plan, replace=True, undo="Plan brought in")
    found = shared.ask(plans.find_plan, stored.ref.lower())
    assert found == stored
    assert replace(found, id=plan.id, ref="", body_id=plan.body_id, body_name=plan.body_name) == plan


def a_meeting(*items, name="Norbury Board", **details):
    body = Body(name, "parish_council", "improvement_board")
    return Meeting(body, MeetingDetails(body.id, date(2026, 9, 1), **details), items=items)


def test_a_new_body_is_set_up_and_a_known_one_is_used(clerk):
    first = clerk.do(transfer.put_meeting, a_meeting())
    second = clerk.do(transfer.put_meeting, a_meeting(name="norbury board", type=MeetingType.ANNUAL))
    (body,) = clerk.ask(bodies.bodies)
    assert (body.name, body.profile, body.house_style) == ("Norbury Board", "parish_council", "improvement_board")
    assert (first.ref, second.ref, second.body_id) == ("M1", "M2", body.id)


@pytest.mark.parametrize(("name", "words"), [("x" * 10_000, "letters long"), (" ", "needs a name")])
def test_a_body_with_an_unfit_name_brings_nothing_in(clerk, name, words):
    with pytest.raises(UserError, match=words):
        clerk.do(transfer.put_meeting, a_meeting(name=name))
    assert (clerk.ask(bodies.bodies), clerk.ask(meetings.meetings)) == ((), ())


def test_the_same_meeting_again_is_refused_unless_it_replaces(clerk):
    clerk.do(transfer.put_meeting, a_meeting(Item("Old", "1", entries=(Paragraph("Old."),))))
    newer = a_meeting(Item("New", "1", entries=(Paragraph("New."),)))
    with pytest.raises(UserError, match="of 1 September 2026 is already in the register as M1"):
        clerk.do(transfer.put_meeting, newer)
    details = clerk.do(transfer.put_meeting, replace(newer, attendance=(Attendee("Ann"),)), replace=True)
    assert details.ref == "M1"
    (row,) = clerk.ask(meetings.meetings)
    stored = clerk.ask(meetings.meeting, row.id)
    assert ([i.title for i in stored.items], stored.entries()[0][1].text) == (["New"], "New.")


def test_meetings_known_only_in_words_are_told_apart_by_them(clerk):
    for words in ("spring 1974", "autumn 1974"):
        body = Body("Norbury Board")
        clerk.do(transfer.put_meeting, Meeting(body, MeetingDetails(body.id, None, date_as_written=words)))
    body = Body("Norbury Board")
    with pytest.raises(UserError, match="of “spring 1974” is already"):
        clerk.do(transfer.put_meeting, Meeting(body, MeetingDetails(body.id, None, date_as_written="spring 1974")))


def test_missing_references_are_given_and_those_of_the_file_kept_even_twice(clerk):
    items = (
        Item("One", "3", entries=(Action("a"), Action("b", ref="3.1"), Action("c", ref="3.1"))),
        Item("Two", entries=(Action("d"), Action("e", ref="x"))),
    )
    details = clerk.do(transfer.put_meeting, a_meeting(*items))
    refs = [a.ref for _, a in clerk.ask(meetings.meeting, details.id).actions()]
    assert refs == ["3.2", "3.1", "3.1", "2.1", "x"]


def test_a_replaced_meetings_actions_keep_their_history(clerk):
    meeting = a_meeting(Item("One", "3", entries=(Action("a", ref="3.1"),)))
    clerk.do(transfer.put_meeting, meeting)
    (row,) = clerk.ask(actions.log)
    clerk.do(actions.set_progress, row.action.id, Progress.DONE, "Sent", at=clerk.desk.now())
    clerk.do(transfer.put_meeting, a_meeting(Item("Two", "4", entries=(Action("b", ref="3.1"),))), replace=True)
    (again,) = clerk.ask(actions.log)
    assert (again.action.text, again.action.id, [u.note for u in again.updates]) == ("b", row.action.id, ["Sent"])


def test_the_same_plan_again_is_refused_unless_it_replaces(clerk):
    body = Body("Norbury Board")
    plan = Plan(body.id, body.name, "Improvement", sections=(PlanSection(entries=(Paragraph("One."),)),))
    clerk.do(transfer.put_plan, plan)
    newer = Plan(Body("x").id, body.name, "Improvement", period="2027")
    with pytest.raises(UserError, match="already in the register as P1"):
        clerk.do(transfer.put_plan, newer)
    stored = clerk.do(transfer.put_plan, newer, replace=True)
    assert (stored.ref, clerk.ask(plans.plans)) == ("P1", (stored,))
    assert stored.sections == ()


def test_plans_belong_to_bodies_and_have_references(clerk):
    body = clerk.body()
    plan = clerk.do(plans.add_plan, Plan(body.id, "", "One"))
    clerk.do(transfer.put_plan, Plan("b", "Other", "Two"))
    assert [p.ref for p in clerk.ask(plans.plans)] == ["P1", "P2"]
    assert clerk.ask(plans.plans, body.id) == (plan,)
    with pytest.raises(UserError, match="no plan P9"):
        clerk.ask(plans.find_plan, "P9")
    clerk.do(plans.remove_plan, plan.id)
    with pytest.raises(UserError, match="no longer in the register"):
        clerk.do(plans.remove_plan, plan.id)


def test_a_file_with_500_items_of_20_entries_goes_in_and_comes_out(clerk):
    entries = [tuple(Paragraph(f"{n}.{m}") for m in range(20)) for n in range(500)]
    meeting = a_meeting(*(Item(f"Item {n}", str(n + 1), entries=entries[n]) for n in range(500)))
    details = clerk.do(transfer.put_meeting, meeting)
    assert clerk.ask(meetings.meeting, details.id).items == meeting.items


def test_a_meeting_of_a_new_body_fills_its_roster_with_who_came_in_their_own_right(shared):
    body = Body("Roster Board of the file")
    came = (
        Attendee("Ann Lee", role="Chair", organisation="Council", chair=True),
        Attendee("Bo Ray", deputy_for=("Cy Dee",)),
        Attendee(None, role="The Director"),
    )
    shared.do(transfer.put_meeting, Meeting(body, MeetingDetails(body.id, date(2026, 9, 1)), came))
    (person,) = shared.ask(people.roster, body.id)
    assert (person.name, person.role, person.organisation, person.chair) == ("Ann Lee", "Chair", "Council", True)
    later = shared.do(meetings.new_meeting, body.id, date=date(2026, 10, 6))
    assert [a.name for a in later.attendance] == ["Ann Lee"]
    assert later.attendance[0].person_id == person.id
