"""Improvement plans in the register."""

from collections.abc import Sequence

import sqlalchemy as sa

from wibdesk.domain.plans import Activity, Lead, Milestone, Plan, PlanSection, Workstream
from wibdesk.errors import UserError
from wibdesk.language import say
from wibdesk.store.entries import Entries
from wibdesk.store.meetings import take_number
from wibdesk.store.records import Row, due_of, due_row, record_of, row_of
from wibdesk.store.rows import Rows
from wibdesk.store.tables import activity, body, lead, milestone, plan, plan_section, workstream


class Plans:
    """Queries over whole plans."""

    def __init__(self, rows: Rows, entries: Entries) -> None:
        self._rows = rows
        self._entries = entries

    def get(self, plan_id: str) -> Plan:
        """Return one plan; UserError where it is gone."""
        found = self._chosen(plan.c.id == plan_id)
        if not found:
            raise UserError(say("That plan is no longer in the register: look at the list of plans again."))
        return found[0]

    def by_ref(self, ref: str) -> Plan | None:
        """Return the plan with a reference, as P1 or p1."""
        return next(iter(self._chosen(plan.c.ref == ref.strip().upper())), None)

    def all(self, body_id: str | None = None) -> tuple[Plan, ...]:
        """Return every plan, or those of one body, in the order they came."""
        found = self._chosen(sa.true() if body_id is None else plan.c.body_id == body_id)
        return tuple(sorted(found, key=lambda p: int(p.ref[1:])))

    def next_ref(self) -> str:
        """Return the next short reference; none is ever given twice."""
        return f"P{take_number(self._rows, 'last_plan')}"

    def put(self, record: Plan) -> None:
        """Store a plan with all that belongs to it, and nothing else of what it held before."""
        self._rows.put(plan, row_of(plan, record))
        sections = [row_of(plan_section, s, plan_id=record.id, position=n) for n, s in enumerate(record.sections)]
        self._rows.sync(plan_section, "plan_id", [record.id], sections)
        self._entries.save_sections({s.id: s.entries for s in record.sections})
        streams = [row_of(workstream, w, plan_id=record.id, position=n) for n, w in enumerate(record.workstreams)]
        self._rows.sync(workstream, "plan_id", [record.id], streams)
        self._put_activities(record.workstreams)

    def _put_activities(self, streams: Sequence[Workstream]) -> None:
        listed = [
            row_of(activity, a, workstream_id=w.id, position=n) for w in streams for n, a in enumerate(w.activities)
        ]
        self._rows.sync(activity, "workstream_id", [w.id for w in streams], listed)
        activities = [a for w in streams for a in w.activities]
        ids = [a.id for a in activities]
        leads = [row_of(lead, r, activity_id=a.id, position=n) for a in activities for n, r in enumerate(a.leads)]
        self._rows.sync(lead, "activity_id", ids, leads)
        steps = [
            row_of(milestone, m, activity_id=a.id, position=n) | due_row(m.due)
            for a in activities
            for n, m in enumerate(a.milestones)
        ]
        self._rows.sync(milestone, "activity_id", ids, steps)

    def remove(self, plan_id: str) -> None:
        """Take away a plan with all that belongs to it."""
        self._rows.delete(plan, "id", [plan_id])

    def _chosen(self, where: sa.ColumnElement[bool]) -> list[Plan]:
        chosen = sa.select(plan, body.c.name.label("body_name")).join(body).where(where)
        found = [dict(row) for row in self._rows.execute(chosen)]
        ids = [row["id"] for row in found]
        sections, streams = self._sections(ids), self._workstreams(ids)
        return [
            record_of(
                Plan, row, sections=tuple(sections.get(row["id"], ())), workstreams=tuple(streams.get(row["id"], ()))
            )
            for row in found
        ]

    def _sections(self, plan_ids: Sequence[str]) -> dict[str, list[PlanSection]]:
        held = self._ordered(plan_section, "plan_id", plan_ids)
        entries = self._entries.of_sections([row["id"] for row in held])
        out: dict[str, list[PlanSection]] = {}
        for row in held:
            out.setdefault(row["plan_id"], []).append(record_of(PlanSection, row, entries=entries.get(row["id"], ())))
        return out

    def _workstreams(self, plan_ids: Sequence[str]) -> dict[str, list[Workstream]]:
        held = self._ordered(workstream, "plan_id", plan_ids)
        activities = self._activities([row["id"] for row in held])
        out: dict[str, list[Workstream]] = {}
        for row in held:
            stream = record_of(Workstream, row, activities=tuple(activities.get(row["id"], ())))
            out.setdefault(row["plan_id"], []).append(stream)
        return out

    def _activities(self, stream_ids: Sequence[str]) -> dict[str, list[Activity]]:
        held = self._ordered(activity, "workstream_id", stream_ids)
        ids = [row["id"] for row in held]
        leads: dict[str, list[Lead]] = {}
        for row in self._ordered(lead, "activity_id", ids):
            leads.setdefault(row["activity_id"], []).append(record_of(Lead, row))
        steps: dict[str, list[Milestone]] = {}
        for row in self._ordered(milestone, "activity_id", ids):
            steps.setdefault(row["activity_id"], []).append(record_of(Milestone, row, due=due_of(row)))
        out: dict[str, list[Activity]] = {}
        for row in held:
            lists = {"leads": tuple(leads.get(row["id"], ())), "milestones": tuple(steps.get(row["id"], ()))}
            out.setdefault(row["workstream_id"], []).append(record_of(Activity, row, **lists))
        return out

    def _ordered(self, table: sa.Table, column: str, parents: Sequence[str]) -> list[Row]:
        return sorted(self._rows.matching(table, column, parents), key=lambda r: int(r["position"]))
