"""What was parked at one meeting comes up when the agenda of the next is made."""

from datetime import date

import pytest

from tests.registers import clock
from wibdesk.domain.entries import Paragraph, PrivateNote
from wibdesk.errors import UserError
from wibdesk.services import meetings
from wibdesk.services.minutes import save_entries
from wibdesk.services.parking import add_parked, parked_before

NOTES = (
    PrivateNote("Parked: Voice of **young** people"),
    PrivateNote("Parked:"),
    PrivateNote("Parked: Action log"),
    PrivateNote("Ring them"),
    Paragraph("Parked: no"),
)


@pytest.fixture
def autumn(clerk):
    """The body's meetings of July and September, with notes parked in July."""
    body = clerk.body()
    july = clerk.meeting(body, date(2026, 7, 7))
    clerk.do(save_entries, july.items[0].id, NOTES)
    return clerk.meeting(body, date(2026, 9, 1))


def test_what_was_parked_waits_until_it_stands_on_the_agenda(clerk, autumn):
    assert clerk.ask(parked_before, autumn.id) == ("Voice of young people",)
    (item,) = clerk.do(add_parked, autumn.id, after=autumn.items[0].id)
    assert [i.title for i in clerk.whole(autumn).items][1] == item.title == "Voice of young people"
    assert clerk.ask(parked_before, autumn.id) == ()


def test_there_is_nothing_to_add_twice(clerk, autumn):
    clerk.do(add_parked, autumn.id)
    with pytest.raises(UserError, match="Nothing was parked"):
        clerk.do(add_parked, autumn.id)


def test_a_first_meeting_an_undated_one_and_a_closed_one_have_nothing_before_them(clerk, autumn):
    other = clerk.body(name="Other Board")
    assert clerk.ask(parked_before, clerk.meeting(other, date(2026, 9, 1)).id) == ()
    assert clerk.ask(parked_before, clerk.meeting(other, None).id) == ()
    clerk.do(meetings.start_meeting, autumn.id, clock(9, 30))
    clerk.do(meetings.close_meeting, autumn.id, clock(10, 30))
    assert clerk.ask(parked_before, autumn.id) == ()
