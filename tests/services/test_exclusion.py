"""The public leave and come back: stamped where the public may read it, in one step, and taken back by one undo."""

from dataclasses import replace
from datetime import date, time

import pytest

from wibdesk.domain.entries import Decision, Paragraph
from wibdesk.errors import UserError
from wibdesk.services import agenda, exclusion, meetings, minutes


@pytest.fixture
def held(clerk):
    """A meeting whose second item is open and whose third is exempt under paragraph 3."""
    made = clerk.meeting(clerk.body(), date(2026, 9, 1))
    clerk.write(made.items[1], Paragraph("Heard."))
    clerk.desk.write(agenda.change_item, replace(made.items[2], part=2, exempt_paragraph="3")).result()
    return made


def items(clerk, held):
    return clerk.desk.read(meetings.meeting, held.id).result().items


def leave(clerk, held, n):
    return (
        clerk.desk.write(exclusion.exclude_public, held.id, held.items[n].id, time(15, 50), undo="Left").result().value
    )


@pytest.mark.parametrize("n", [1, 2])
def test_it_stands_in_the_open_item_before_and_one_undo_takes_it_back(clerk, held, n):
    stamped = leave(clerk, held, n)
    assert (stamped.written_in, stamped.goes_on_with) == (held.items[1].id, held.items[2].id)
    heard, resolved, left = items(clerk, held)[1].entries
    assert heard.text == "Heard."
    assert isinstance(resolved, Decision)
    assert "paragraph 3 of" in resolved.parts[0]
    assert left.text == "The public left the meeting at 3.50 pm."
    assert items(clerk, held)[2].entries == ()
    clerk.desk.undo().result()
    assert items(clerk, held)[1].entries == (heard,)


def test_an_exempt_item_further_on_is_taken_from_where_the_meeting_is(clerk, held):
    stamped = leave(clerk, held, 0)
    assert (stamped.written_in, stamped.goes_on_with) == (held.items[0].id, held.items[2].id)


def test_the_same_is_not_resolved_twice(clerk, held):
    leave(clerk, held, 1)
    with pytest.raises(UserError, match="say already"):
        leave(clerk, held, 2)


def test_an_open_item_with_no_exempt_one_after_it_becomes_exempt_with_a_gap_for_the_paragraph(clerk, held):
    stamped = leave(clerk, held, 3)
    assert items(clerk, held)[3].part == 2
    host = next(item for item in items(clerk, held) if item.id == stamped.written_in)
    assert "@@" in host.entries[-2].parts[0]
    clerk.desk.undo().result()
    assert items(clerk, held)[3].part == 1


def test_with_no_open_item_before_it_stands_in_the_exempt_one(clerk, held):
    for item in items(clerk, held)[:2]:
        clerk.desk.write(agenda.change_item, replace(item, part=2)).result()
    assert leave(clerk, held, 0).written_in == held.items[0].id


def test_their_return_stands_in_the_next_open_item(clerk, held):
    back = clerk.desk.write(exclusion.readmit_public, held.id, held.items[2].id, time(16, 5)).result().value
    assert back.written_in == held.items[3].id
    assert [entry.text for entry in items(clerk, held)[3].entries] == ["The public returned at 4.05 pm."]


def test_after_the_last_exempt_item_the_return_stands_in_it(clerk, held):
    last = items(clerk, held)[-1]
    clerk.desk.write(agenda.change_item, replace(last, part=2)).result()
    back = clerk.desk.write(exclusion.readmit_public, held.id, last.id, time(16, 5)).result().value
    assert (back.written_in, back.goes_on_with) == (last.id, last.id)


def test_the_entries_of_an_item_take_the_place_of_nothing_else(clerk, held):
    leave(clerk, held, 1)
    clerk.desk.write(minutes.save_entries, held.items[2].id, (Paragraph("In private."),)).result()
    assert len(items(clerk, held)[1].entries) == 3
