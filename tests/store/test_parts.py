"""A change of any part of a record counts as a change of the record, so that two desks can tell."""

from dataclasses import replace

import pytest
import sqlalchemy as sa

from tests.registers import clock
from wibdesk.domain.agenda import Paper
from wibdesk.domain.attendance import Interval
from wibdesk.domain.deadlines import Due, DueKind
from wibdesk.domain.entries import Action, Decision, Paragraph, Table, Vote
from wibdesk.domain.plans import Activity, Lead, Plan, Workstream
from wibdesk.services import agenda, attendance, bodies, meetings, plans
from wibdesk.store.columns import metadata
from wibdesk.store.rows import part_of
from wibdesk.store.tables import activity, attendee, body, entry, export, given_reference, item, meeting

ENTRIES = [
    (Paragraph("a"), {"text": "b"}),
    (Table((("a",),)), {"rows": (("b",),)}),
    (Table((("a",),)), {"caption": "b"}),
    (Decision(("a",)), {"parts": ("b",)}),
    (Decision(("a",)), {"marker": "Resolved"}),
    (Action("a", ("Ann",)), {"owners": ("Bo",)}),
    (Action("a"), {"due": Due(DueKind.NONE, as_written="soon")}),
    (Vote("a", names=(("for", ("Ann",)),)), {"names": (("for", ("Bo",)),)}),
    (Vote("a", names=(("for", ("Ann",)),)), {"names": (("against", ("Ann",)),)}),
    (Vote("a", names=(("for", ("Ann",)),)), {"names": ()}),
]


def counts(clerk, table):
    """How often each record was changed, in the order in which they came."""
    return clerk.ask(
        lambda uow: [row["rev"] for row in uow.rows.execute(sa.select(table.c.rev).order_by(sa.text("rowid")))]
    )


@pytest.mark.parametrize(("made", "change"), ENTRIES)
def test_a_part_of_an_entry_counts_for_the_entry(clerk, made, change):
    place = clerk.item(clerk.meeting())
    other, stored = clerk.write(place, Paragraph("Other."), made)
    before = counts(clerk, entry)
    clerk.write(place, other, replace(stored, **change))
    assert (counts(clerk, entry)[0], counts(clerk, entry)[1] > before[1]) == (before[0], True)


def test_a_part_of_a_record_counts_for_the_record(clerk):
    made = clerk.meeting(clerk.body())
    who = clerk.do(attendance.walk_in, made.id, "Ann")
    steps = [
        (body, (bodies.change_body, replace(made.body, standing_items=("One",)))),
        (meeting, (meetings.change_details, replace(made.details, preamble=("a",)))),
        (attendee, (attendance.change_attendee, replace(who, deputy_for=("Bo",)))),
        (attendee, (attendance.change_attendee, replace(who, intervals=(Interval(clock(9)),)))),
        (item, (agenda.change_item, replace(made.items[0], papers=(Paper("Map"),)))),
    ]
    for table, step in steps:
        before = counts(clerk, table)
        clerk.do(*step)
        after = counts(clerk, table)
        assert (after[0] > before[0], after[1:]) == (True, before[1:])


def test_a_part_of_a_plan_counts_for_its_activity(clerk):
    made = clerk.body()
    streams = (Workstream("A", activities=(Activity("Do", (Lead("Ann"),), id="a"),), id="w"),)
    plan = clerk.do(plans.add_plan, Plan(made.id, made.name, "Improvement", workstreams=streams))
    before = counts(clerk, activity)
    new = replace(plan, workstreams=(replace(streams[0], activities=(Activity("Do", (Lead("Bo"),), id="a"),)),))
    clerk.desk.write(lambda uow: uow.plans.put(new)).result()
    assert counts(clerk, activity)[0] > before[0]


def test_every_row_that_a_clerk_can_change_has_a_count_or_is_a_part_of_one_that_has():
    uncounted = {name for name, table in metadata.tables.items() if "rev" not in table.c and part_of(table) is None}
    history = {
        "version",
        "conflict",
        "binned",
        "seal",
        "wipe",
        "action_update",
        "due_change",
        "judgement",
        "milestone_change",
        "plan_snapshot",
        "mail_file",
        "mail_enclosure",
        export.name,
        given_reference.name,
    }
    assert uncounted == history | {"register"}
