"""Attendance: statuses, deputies, walk-ins, comings and goings, and the chair."""

from dataclasses import replace

import pytest

from tests.registers import clock
from wibdesk.domain.attendance import Attendee, Interval, Status
from wibdesk.domain.people import Group, Person
from wibdesk.errors import UserError
from wibdesk.services import attendance


@pytest.fixture
def meeting(clerk):
    members = [
        Person("", "Ann Lee", role="Chair", chair=True),
        Person("", "Bo Ray", organisation="Police"),
        Person("", "Cy Fox"),
    ]
    return clerk.meeting(clerk.body(members=members))


def rows(clerk, meeting):
    return clerk.ask(attendance.attendance, meeting.id)


def test_a_status_is_set_and_who_is_not_there_has_no_times(clerk, meeting):
    ann = meeting.attendance[0]
    clerk.do(attendance.arrive, ann.id, clock(9, 40), "2")
    assert rows(clerk, meeting)[0].intervals == (Interval(clock(9, 40), item="2"),)
    clerk.do(attendance.set_status, ann.id, Status.APOLOGIES)
    assert (rows(clerk, meeting)[0].status, rows(clerk, meeting)[0].intervals) == (Status.APOLOGIES, ())
    assert rows(clerk, meeting)[1:] == meeting.attendance[1:]


def test_comings_and_goings_are_kept_with_the_item(clerk, meeting):
    bo = meeting.attendance[1]
    clerk.do(attendance.depart, bo.id, clock(10, 41), "4")
    with pytest.raises(UserError, match="Bo Ray has already left"):
        clerk.do(attendance.depart, bo.id, clock(10, 45), "4")
    clerk.do(attendance.arrive, bo.id, clock(11), "6")
    with pytest.raises(UserError, match="already in the room"):
        clerk.do(attendance.arrive, bo.id, clock(11, 5), "6")
    clerk.do(attendance.depart, bo.id, clock(11, 30))
    row = rows(clerk, meeting)[1]
    assert row.status is Status.PRESENT
    assert row.intervals == (Interval(None, clock(10, 41), "4"), Interval(clock(11), clock(11, 30), "6"))


def test_a_deputy_is_present_and_the_one_stood_in_for_gives_apologies(clerk, meeting):
    ann, bo, cy = meeting.attendance
    clerk.do(attendance.set_status, cy.id, Status.ABSENT)
    clerk.do(attendance.set_deputy, bo.id, ("Ann Lee", "Cy Fox"))
    assert [a.status for a in rows(clerk, meeting)] == [Status.APOLOGIES, Status.PRESENT, Status.ABSENT]
    assert rows(clerk, meeting)[1].deputy_for == ("Ann Lee", "Cy Fox")
    clerk.do(attendance.set_deputy, bo.id, ())
    assert (rows(clerk, meeting)[1].deputy_for, rows(clerk, meeting)[1].status) == ((), Status.PRESENT)
    with pytest.raises(UserError, match="their own deputy"):
        clerk.do(attendance.set_deputy, ann.id, ("Ann Lee",))


def test_somebody_walks_in(clerk, meeting):
    came = clerk.do(attendance.walk_in, meeting.id, " Di   Poe ", role="Auditor", organisation="Audit", at=clock(10))
    assert rows(clerk, meeting)[-1] == came
    assert (came.name, came.group, came.status) == ("Di Poe", Group.IN_ATTENDANCE, Status.PRESENT)
    assert came.intervals == (Interval(clock(10)),)
    with pytest.raises(UserError, match="Type the name"):
        clerk.do(attendance.walk_in, meeting.id, " ")


def test_a_walk_in_on_the_list_is_marked_present_and_one_on_the_roster_is_linked(clerk, meeting):
    clerk.do(attendance.walk_in, meeting.id, "BO RAY")
    assert (len(rows(clerk, meeting)), rows(clerk, meeting)[1].status) == (3, Status.PRESENT)
    clerk.do(attendance.remove_attendee, meeting.attendance[1].id)
    back = clerk.do(attendance.walk_in, meeting.id, "bo ray")
    assert (back.person_id, back.organisation) == (meeting.attendance[1].person_id, "Police")
    assert [a.name for a in rows(clerk, meeting)] == ["Ann Lee", "Cy Fox", "Bo Ray"]


def test_exactly_one_person_presides(clerk, meeting):
    _, bo, cy = meeting.attendance
    clerk.do(attendance.set_status, cy.id, Status.APOLOGIES)
    clerk.do(attendance.set_chair, bo.id)
    assert [(a.chair, a.status) for a in rows(clerk, meeting)] == [
        (False, Status.UNKNOWN),
        (True, Status.PRESENT),
        (False, Status.APOLOGIES),
    ]
    clerk.do(attendance.set_chair, cy.id)
    assert [a.chair for a in rows(clerk, meeting)] == [False, False, True]


def test_a_row_may_have_no_name_but_a_role(clerk, meeting):
    bo = meeting.attendance[1]
    clerk.do(attendance.change_attendee, replace(bo, name=None, role="Police representative", note="", initials=""))
    row = rows(clerk, meeting)[1]
    assert (row.name, row.shown, row.note, row.initials) == (None, "Police representative", "", "")
    with pytest.raises(UserError, match="needs a name or a role"):
        clerk.do(attendance.change_attendee, replace(bo, name="", role=None))
    with pytest.raises(UserError, match="no longer on the attendance list"):
        clerk.do(attendance.change_attendee, Attendee("Stranger"))
