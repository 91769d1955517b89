"""Stamps of a sitting taken back and put again, and the form of its times."""

from dataclasses import replace

import pytest

from tests.registers import clock
from wibdesk.changes import MEETINGS
from wibdesk.domain.date_forms import Forms
from wibdesk.services import adjournments, house_styles, meetings, sittings


@pytest.fixture
def live(clerk):
    """A meeting that sits."""
    made = clerk.meeting()
    clerk.do(meetings.start_meeting, made.id, clock(14))
    return made


def held(clerk, meeting):
    return [(each.began, each.resumed) for each in clerk.ask(adjournments.adjournments, meeting.id)]


def test_the_stamps_of_an_adjournment_are_taken_back_one_by_one_and_put_again(clerk, live):
    began = clerk.do(adjournments.adjourn, live.id, clock(15))
    ended = clerk.do(adjournments.resume, live.id, clock(15, 15))
    clerk.do(sittings.take_stamp, ended)
    assert held(clerk, live) == [(clock(15), None)]
    assert clerk.changes.touches(MEETINGS)
    clerk.do(sittings.take_stamp, began)
    assert held(clerk, live) == []
    clerk.do(sittings.put_stamp, began)
    clerk.do(sittings.put_stamp, ended)
    assert held(clerk, live) == [(clock(15), clock(15, 15))]


def test_a_stamp_that_is_gone_already_is_taken_back_without_complaint(clerk, live):
    began = clerk.do(adjournments.adjourn, live.id, clock(15))
    ended = clerk.do(adjournments.resume, live.id, clock(15, 15))
    for stamp in (began, began, ended):
        clerk.do(sittings.take_stamp, stamp)
    assert held(clerk, live) == []


def test_times_are_written_as_the_style_of_the_meeting_has_it_else_that_of_the_body(clerk, live):
    assert clerk.ask(sittings.forms_of, live.id) == Forms()
    clerk.do(house_styles.copy_style, {"label": "Ours", "time_form": "14.30"}, "Ours", body_id=live.body.id)
    details = clerk.ask(meetings.meeting, live.id).details
    clerk.do(meetings.change_details, replace(details, house_style=None))
    assert clerk.ask(sittings.forms_of, live.id).time(clock(15, 2)) == "15.02"
    clerk.do(meetings.change_details, replace(details, house_style="plain"))
    assert clerk.ask(sittings.forms_of, live.id) == Forms()
