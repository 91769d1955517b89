"""The list of meetings counts heads as the room does."""

from dataclasses import replace
from datetime import date, time

from tests.documents.samples import board_people
from tests.registers import Clerk
from wibdesk.domain.attendance import Attendee, Interval, Status, count
from wibdesk.domain.bodies import Body
from wibdesk.domain.meetings import Meeting, MeetingDetails
from wibdesk.domain.people import Group
from wibdesk.services import meetings
from wibdesk.services.transfer import put_meeting

BODY = Body("Norbury Board", id="norbury")
LEFT = Attendee("D", Status.PRESENT, intervals=(Interval(time(9, 30), time(10)),))
LISTS = (
    tuple(replace(person, person_id=None) for person in board_people()),
    (Attendee("A", Status.PRESENT), Attendee("B"), Attendee("C", group=Group.OBSERVER)),
    (Attendee("A"), Attendee("B", Status.PRESENT, deputy_for=("A",)), LEFT),
    (),
)


def test_heads_are_counted_as_in_the_room_with_deputies_and_who_has_left(clerk: Clerk):
    for month, people in enumerate(LISTS, 5):
        clerk.do(put_meeting, Meeting(BODY, MeetingDetails(BODY.id, date(2026, month, 1)), people))
    found = {summary.details.date.month: summary for summary in clerk.ask(meetings.meetings)}
    for month, people in enumerate(LISTS, 5):
        heads = count(people)
        assert (found[month].present, found[month].members) == (heads.present, heads.members)
    assert [found[month].present for month in (6, 7, 8)] == [1, 1, 0]
