"""What is removed lies in the bin and comes back exactly, or as near to it as can be."""

from dataclasses import replace
from datetime import timedelta

import pytest

from tests.registers import clock
from wibdesk.changes import AGENDA, BIN, ENTRIES
from wibdesk.domain.agenda import Item, Paper
from wibdesk.domain.attendance import Status
from wibdesk.domain.bin import BinKind
from wibdesk.domain.bodies import Body
from wibdesk.domain.body_files import BodyFile, FileKind
from wibdesk.domain.entries import Action, Paragraph, Progress, Table, Vote
from wibdesk.domain.meetings import Meeting, MeetingDetails, MinutesStatus
from wibdesk.domain.people import Person
from wibdesk.domain.plans import Activity, Lead, Milestone, Plan, PlanSection, Workstream
from wibdesk.errors import UserError
from wibdesk.services import (
    actions,
    agenda,
    approval,
    attendance,
    bodies,
    body_files,
    checking,
    history,
    meetings,
    people,
    plans,
    transfer,
)
from wibdesk.services import bin as the_bin

ANN, BO, CY = (Person("", name) for name in ("Ann", "Bo", "Cy"))


@pytest.fixture
def body(clerk):
    return clerk.body(members=[ANN, BO, CY])


@pytest.fixture
def meeting(clerk, body):
    """A meeting in full swing, with minutes that have a history."""
    made = clerk.meeting(body)
    first, second = made.items[:2]
    clerk.do(agenda.change_item, replace(first, papers=(Paper("Report"), Paper("Map"))))
    saved = clerk.write(
        first, Action("Do it", ("Ann", "Bo")), Table((("a",),), ("b",)), Vote("That", names=(("for", ("Cy",)),))
    )
    clerk.write(first, saved[0])
    clerk.write(second, Paragraph("Second."))
    clerk.do(actions.set_progress, saved[0].id, Progress.DONE, "Sent", at=clerk.desk.now())
    clerk.do(meetings.start_meeting, made.id, clock(9))
    return made


def state(clerk, body):
    """All that a clerk can see of a body."""
    held = [clerk.ask(meetings.meeting, m.id) for m in clerk.ask(meetings.meetings, body.id)]
    versions = [clerk.ask(history.versions, i.id) for m in held for i in m.items]
    roster, log = clerk.ask(people.roster, body.id), clerk.ask(actions.log)
    return held, versions, roster, log, clerk.ask(plans.plans, body.id)


def lying(clerk):
    """What lies in the bin, newest first."""
    return clerk.ask(the_bin.binned)


@pytest.mark.parametrize("place", [0, 2, 5])
def test_an_item_comes_back_in_its_place_with_all_that_it_held(clerk, body, meeting, place):
    before = state(clerk, body)
    item = meeting.items[place]
    clerk.do(agenda.remove_item, item.id)
    assert clerk.changes.touches(BIN)
    (thing,) = lying(clerk)
    assert (thing.kind, thing.title, thing.record_id) == (BinKind.ITEM, item.title, item.id)
    assert thing.kind.words == "Agenda item"
    assert thing.belonged_to == "Norbury Board, Ordinary meeting of 1 September 2026"
    assert (thing.body_id, thing.meeting_id, thing.minutes) == (body.id, meeting.id, place == 0)
    back = clerk.do(the_bin.put_back, thing.id)
    assert (back.record_id, lying(clerk)) == (item.id, ())
    assert clerk.changes.touches(AGENDA)
    assert clerk.changes.touches(ENTRIES)
    assert state(clerk, body) == before
    assert clerk.ask(checking.check) == ()


def test_a_meeting_comes_back_with_every_list_and_the_links_to_it(clerk, body, meeting):
    before = state(clerk, body)
    clerk.do(meetings.remove_meeting, meeting.id)
    (thing,) = lying(clerk)
    assert (thing.title, thing.belonged_to) == ("Ordinary meeting of 1 September 2026", "Norbury Board")
    assert thing.minutes
    clerk.restart()
    clerk.do(the_bin.put_back, thing.id)
    assert state(clerk, body) == before


def test_a_person_comes_back_to_the_same_place_and_is_known_again_where_the_name_stood(clerk, body, meeting):
    before = state(clerk, body)
    clerk.do(people.remove_person, BO.id)
    assert [a.person_id for a in clerk.whole(meeting).attendance] == [ANN.id, None, CY.id]
    (thing,) = lying(clerk)
    assert (thing.kind, thing.title, thing.belonged_to, thing.minutes) == (
        BinKind.PERSON,
        "Bo",
        "Norbury Board",
        False,
    )
    clerk.do(the_bin.put_back, thing.id)
    assert state(clerk, body) == before


def test_nobody_loses_the_place_on_a_roster_to_who_comes_back(clerk, body):
    clerk.do(people.remove_person, CY.id)
    clerk.do(people.add_person, Person(body.id, "Di"))
    clerk.do(people.add_person, Person(body.id, "Ed"))
    clerk.do(the_bin.put_back, lying(clerk)[0].id)
    assert [p.name for p in clerk.ask(people.roster, body.id)] == ["Ann", "Bo", "Cy", "Di", "Ed"]


def test_a_link_to_somebody_else_by_now_stays(clerk, body, meeting):
    clerk.do(people.remove_person, BO.id)
    (_, row, _) = clerk.whole(meeting).attendance
    clerk.do(attendance.change_attendee, replace(row, person_id=CY.id))
    clerk.do(attendance.remove_attendee, clerk.whole(meeting).attendance[0].id)
    clerk.do(the_bin.put_back, lying(clerk)[0].id)
    assert [a.person_id for a in clerk.whole(meeting).attendance] == [CY.id, CY.id]


def test_a_body_comes_back_with_its_roster_and_files(clerk, body):
    logo = clerk.do(body_files.keep_body_file, BodyFile(body.id, FileKind.LOGO, "arms.png", b"\x89PNG\x00", "Arms"))
    before = clerk.ask(bodies.body, body.id), clerk.ask(people.roster, body.id)
    clerk.do(bodies.remove_body, body.id)
    (thing,) = lying(clerk)
    assert thing.kind.words == "Body"
    assert (thing.kind, thing.title, thing.belonged_to) == (BinKind.BODY, "Norbury Board", "")
    clerk.do(the_bin.put_back, thing.id)
    assert (clerk.ask(bodies.body, body.id), clerk.ask(people.roster, body.id)) == before
    assert clerk.ask(body_files.body_file, body.id, FileKind.LOGO) == logo


def test_a_body_whose_name_is_taken_waits_in_the_bin(clerk, body):
    clerk.do(bodies.remove_body, body.id)
    clerk.body("norbury board")
    with pytest.raises(UserError, match="already a body named “norbury board”"):
        clerk.do(the_bin.put_back, lying(clerk)[0].id)
    assert len(lying(clerk)) == 1


def a_plan(body):
    activity = Activity("Do", (Lead("Ann"),), (Milestone("First"), Milestone("Second")))
    sections = (PlanSection("1", "Why", (Paragraph("Because."),)),)
    return Plan(body.id, body.name, "Improvement", sections=sections, workstreams=(Workstream("A", "1", (activity,)),))


def test_a_plan_comes_back_whole(clerk, body):
    clerk.do(plans.add_plan, a_plan(body))
    before = state(clerk, body)
    clerk.do(plans.remove_plan, before[-1][0].id)
    (thing,) = lying(clerk)
    assert (thing.kind, thing.title, thing.belonged_to) == (BinKind.PLAN, "Improvement", "Norbury Board")
    clerk.do(the_bin.put_back, thing.id)
    assert state(clerk, body) == before


def test_undo_takes_what_was_removed_out_of_the_bin_and_redo_puts_it_in_again(clerk, body, meeting):
    before = state(clerk, body)
    clerk.do(agenda.remove_item, meeting.items[0].id, undo="Item removed")
    removed, held = state(clerk, body), lying(clerk)
    clerk.undo()
    assert (state(clerk, body), lying(clerk)) == (before, ())
    clerk.redo()
    assert (state(clerk, body), lying(clerk)) == (removed, held)
    clerk.do(the_bin.put_back, held[0].id, undo="Item put back")
    assert (state(clerk, body), lying(clerk)) == (before, ())
    clerk.undo()
    assert (state(clerk, body), lying(clerk)) == (removed, held)
    clerk.redo()
    assert (state(clerk, body), lying(clerk)) == (before, ())


def test_what_belonged_to_something_removed_itself_waits_for_it(clerk, body, meeting):
    clerk.do(agenda.remove_item, meeting.items[0].id)
    clerk.do(meetings.remove_meeting, meeting.id)
    whole, item = lying(clerk)
    with pytest.raises(UserError, match="belonged to “Ordinary meeting of 1 September 2026”, which is in the bin"):
        clerk.do(the_bin.put_back, item.id)
    clerk.do(the_bin.put_back, whole.id)
    clerk.do(the_bin.put_back, item.id)
    assert len(clerk.whole(meeting).items) == 6
    clerk.do(agenda.remove_item, meeting.items[0].id)
    clerk.do(meetings.remove_meeting, meeting.id)
    clerk.do(the_bin.empty_bin, [lying(clerk)[0].id])
    with pytest.raises(UserError, match=r"cannot be put back: Norbury Board, .* is gone for good"):
        clerk.do(the_bin.put_back, lying(clerk)[0].id)


def test_people_and_plans_wait_for_their_body(clerk, body):
    clerk.do(people.remove_person, ANN.id)
    clerk.do(bodies.remove_body, body.id)
    with pytest.raises(UserError, match="“Ann” belonged to “Norbury Board”, which is in the bin too"):
        clerk.do(the_bin.put_back, lying(clerk)[1].id)
    assert [t.title for t in clerk.ask(the_bin.binned, body.id)] == ["Norbury Board", "Ann"]
    assert clerk.ask(the_bin.binned, "other") == ()


def test_a_meeting_that_was_replaced_comes_back_beside_the_new_one(clerk, body, meeting):
    newer = Meeting(Body(body.name), MeetingDetails("", meeting.details.date), items=(Item("New"),))
    (action,) = (row.action for row in clerk.ask(actions.log))
    same = replace(newer, items=(Item("New", entries=(Action("Newer", ref=action.ref),)),))
    clerk.do(transfer.put_meeting, same, replace=True)
    (thing,) = lying(clerk)
    back = clerk.do(the_bin.put_back, thing.id)
    old, new = clerk.ask(meetings.find, "M2"), clerk.ask(meetings.find, "M1")
    assert (back.record_id, back.meeting_id) == (old.id, old.id)
    assert [len(m.items) for m in (old, new)] == [6, 1]
    assert [a.name for a in old.attendance] == ["Ann", "Bo", "Cy"]
    assert (old.actions()[0][1].text, new.actions()[0][1].text) == ("Do it", "Newer")
    assert [[u.note for u in row.updates] for row in clerk.ask(actions.log)] == [["Sent"], ["Sent"]]
    assert clerk.ask(checking.check) == ()


def test_a_plan_that_was_replaced_comes_back_beside_the_new_one(clerk, body):
    clerk.do(transfer.put_plan, a_plan(body))
    clerk.do(transfer.put_plan, replace(a_plan(body), period="2027", sections=(), workstreams=()), replace=True)
    clerk.do(the_bin.put_back, lying(clerk)[0].id)
    new, old = clerk.ask(plans.plans, body.id)
    assert [(p.ref, p.period, len(p.sections)) for p in (new, old)] == [("P1", "2027", 0), ("P2", None, 1)]
    assert old.workstreams[0].activities[0].milestones[1].text == "Second"


def test_an_item_whose_minutes_stand_elsewhere_by_now_comes_back_as_a_copy(clerk, body, meeting):
    first, second = meeting.items[:2]
    (action,) = clerk.ask(lambda uow: uow.entries.of_item(first.id))
    clerk.do(agenda.remove_item, first.id)
    clerk.write(second, action)
    clerk.do(the_bin.put_back, lying(clerk)[0].id)
    whole = clerk.whole(meeting)
    assert [e.text for i in whole.items[:2] for e in i.entries] == ["Do it", "Do it"]
    assert whole.items[1].entries == (action,)


def test_whoever_was_on_a_roster_that_is_gone_comes_back_by_name(clerk, body, meeting):
    clerk.do(meetings.remove_meeting, meeting.id)
    clerk.do(people.remove_person, ANN.id)
    clerk.do(the_bin.put_back, next(t.id for t in lying(clerk) if t.kind is BinKind.MEETING))
    first = clerk.whole(meeting).attendance[0]
    assert (first.name, first.person_id) == ("Ann", None)


def test_numbers_of_minutes_that_are_out_stay_when_an_item_comes_back(clerk, body, meeting):
    clerk.do(meetings.change_details, replace(clerk.whole(meeting).details, status=MinutesStatus.CIRCULATED))
    before = state(clerk, body)
    clerk.do(agenda.remove_item, meeting.items[2].id)
    clerk.do(the_bin.put_back, lying(clerk)[0].id)
    assert state(clerk, body) == before


def test_who_came_in_under_an_item_still_did_when_it_comes_back(clerk, body, meeting):
    ann, bo, _ = meeting.attendance
    clerk.do(attendance.set_status, ann.id, Status.PRESENT)
    clerk.do(attendance.arrive, bo.id, clock(10), "3")
    clerk.do(attendance.depart, ann.id, clock(11), "4")
    before = state(clerk, body)
    clerk.do(agenda.remove_item, meeting.items[2].id)
    clerk.do(the_bin.put_back, lying(clerk)[0].id)
    assert state(clerk, body) == before


def test_the_bin_is_thinned_but_minutes_stay_until_it_is_emptied(clerk, body, meeting):
    clerk.do(agenda.remove_item, meeting.items[0].id)
    clerk.do(agenda.remove_item, meeting.items[3].id)
    clerk.do(people.remove_person, ANN.id)
    clerk.time += timedelta(days=89)
    clerk.do(people.remove_person, BO.id)
    assert clerk.do(the_bin.thin_bin) == 0
    assert not clerk.changes.kinds
    clerk.time += timedelta(days=2)
    assert clerk.do(the_bin.thin_bin) == 2
    assert clerk.changes.touches(BIN)
    assert [t.title for t in lying(clerk)] == ["Bo", meeting.items[0].title]
    assert clerk.do(the_bin.empty_bin, [t.id for t in lying(clerk)]) == 2
    assert lying(clerk) == ()
    with pytest.raises(UserError, match="no longer in the bin"):
        clerk.do(the_bin.put_back, "gone")


def test_emptying_the_bin_leaves_no_step_that_could_bring_it_back(clerk, body, meeting):
    clerk.do(agenda.remove_item, meeting.items[0].id, undo="Item removed")
    clerk.do(the_bin.empty_bin, [t.id for t in lying(clerk)])
    with pytest.raises(UserError, match="nothing to undo"):
        clerk.undo()


def test_approved_minutes_come_back_sealed(clerk, body, meeting):
    clerk.do(approval.approve, meeting.id)
    seal = clerk.ask(approval.seal_of, meeting.id)
    clerk.do(meetings.remove_meeting, meeting.id)
    clerk.do(the_bin.put_back, lying(clerk)[0].id)
    assert clerk.ask(approval.seal_of, meeting.id) == seal
    assert seal.sound


def test_meetings_without_a_day_are_named_by_what_is_known(clerk, body):
    details = MeetingDetails(body.id, None, title="Away day", date_as_written="spring 1974")
    put = clerk.do(transfer.put_meeting, Meeting(body, details))
    clerk.do(meetings.remove_meeting, put.id)
    clerk.do(meetings.remove_meeting, clerk.meeting(body, None).id)
    assert [t.title for t in lying(clerk)] == ["Ordinary meeting, M2", "Away day of spring 1974"]
