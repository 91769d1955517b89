"""A meeting adjourns and resumes, and what it did stays with it."""

import pytest

from tests.registers import clock
from wibdesk.changes import MEETINGS
from wibdesk.domain.adjournments import Adjournment
from wibdesk.errors import UserError
from wibdesk.services import adjournments, agenda, checking, meetings, transfer
from wibdesk.services import bin as the_bin


@pytest.fixture
def live(clerk):
    """A meeting that sits."""
    made = clerk.meeting()
    clerk.do(meetings.start_meeting, made.id, clock(14))
    return made


def stretches(clerk, meeting_id):
    return [(each.began, each.resumed, each.item_id) for each in clerk.ask(adjournments.adjournments, meeting_id)]


def test_each_adjournment_has_its_times_and_the_item_that_was_open(clerk, live):
    item = live.items[2]
    first = clerk.do(adjournments.adjourn, live.id, clock(15, 2), item.id)
    assert first.lasts
    assert clerk.changes.touches(MEETINGS)
    assert not clerk.do(adjournments.resume, live.id, clock(15, 14)).lasts
    clerk.do(adjournments.adjourn, live.id, clock(16))
    clerk.restart()
    assert stretches(clerk, live.id) == [(clock(15, 2), clock(15, 14), item.id), (clock(16), None, None)]


def test_adjourning_and_resuming_are_undone(clerk, live):
    clerk.do(adjournments.adjourn, live.id, clock(15), undo="Adjourn the meeting")
    clerk.do(adjournments.resume, live.id, clock(15, 10), undo="Resume the meeting")
    clerk.undo()
    assert stretches(clerk, live.id) == [(clock(15), None, None)]
    clerk.undo()
    assert stretches(clerk, live.id) == []
    clerk.redo()
    assert stretches(clerk, live.id) == [(clock(15), None, None)]


def test_what_cannot_be_is_refused_in_words(clerk, live):
    other = clerk.meeting(live.body)
    with pytest.raises(UserError, match="not adjourned: it goes on"):
        clerk.do(adjournments.resume, live.id, clock(15))
    with pytest.raises(UserError, match="that is open can be adjourned: start it first"):
        clerk.do(adjournments.adjourn, other.id, clock(15))
    with pytest.raises(UserError, match="belongs to another meeting"):
        clerk.do(adjournments.adjourn, live.id, clock(15), other.items[0].id)
    clerk.do(adjournments.adjourn, live.id, clock(15))
    with pytest.raises(UserError, match="adjourned already: resume it first"):
        clerk.do(adjournments.adjourn, live.id, clock(15, 5))


def test_an_item_in_the_bin_is_named_again_when_it_comes_back(clerk, live):
    item = live.items[2]
    clerk.do(adjournments.adjourn, live.id, clock(15), item.id)
    clerk.do(agenda.remove_item, item.id)
    assert stretches(clerk, live.id) == [(clock(15), None, None)]
    clerk.do(the_bin.put_back, clerk.ask(the_bin.binned)[0].id)
    assert stretches(clerk, live.id) == [(clock(15), None, item.id)]


def test_a_meeting_comes_back_from_the_bin_with_its_adjournments(clerk, live):
    clerk.do(adjournments.adjourn, live.id, clock(15), live.items[0].id)
    clerk.do(meetings.remove_meeting, live.id)
    assert stretches(clerk, live.id) == []
    clerk.do(the_bin.put_back, clerk.ask(the_bin.binned)[0].id)
    assert stretches(clerk, live.id) == [(clock(15), None, live.items[0].id)]
    assert clerk.ask(checking.check) == ()


def test_a_meeting_replaced_by_a_file_keeps_its_times_and_the_old_one_comes_back_with_them(clerk, live):
    clerk.do(adjournments.adjourn, live.id, clock(15), live.items[0].id)
    clerk.do(transfer.put_meeting, clerk.whole(live), replace=True)
    back = clerk.do(the_bin.put_back, clerk.ask(the_bin.binned)[0].id)
    assert stretches(clerk, live.id) == [(clock(15), None, live.items[0].id)]
    (again,) = clerk.ask(adjournments.adjournments, back.meeting_id)
    assert again.item_id in {item.id for item in clerk.ask(meetings.meeting, back.meeting_id).items}
    assert clerk.ask(checking.check) == ()


def test_an_adjournment_at_an_item_of_another_meeting_is_found(clerk, live):
    other = clerk.meeting(live.body)
    stray = Adjournment(live.id, clock(15), item_id=other.items[0].id)
    clerk.desk.write(lambda uow: uow.adjournments.put(stray)).result()
    (finding,) = clerk.ask(checking.check)
    assert (finding.kind, finding.words) == ("orphan", "An adjournment of M1 names an item of another meeting.")
    clerk.desk.write(lambda uow: uow.adjournments.remove(stray.id)).result()
    assert clerk.ask(checking.check) == ()
