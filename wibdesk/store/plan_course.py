"""What became of plans: each change of a milestone, and the plan as each update told it."""

from collections.abc import Iterable
from datetime import datetime

import sqlalchemy as sa

from wibdesk.domain.dates import plain_date
from wibdesk.domain.ids import new_id
from wibdesk.domain.plan_course import MilestoneChange
from wibdesk.domain.plan_snapshot import Snapshot, read_snapshot, snapshot_bytes
from wibdesk.domain.plans import Plan
from wibdesk.store.records import due_of, due_row, naive, record_of, row_of, utc
from wibdesk.store.rows import Rows
from wibdesk.store.tables import meeting, milestone_change, plan_snapshot


class PlanCourses:
    """Queries over the history of plans; what is written here is only ever added to."""

    def __init__(self, rows: Rows) -> None:
        self._rows = rows

    def add_change(self, plan_id: str, change: MilestoneChange) -> None:
        """Keep what a milestone was until now."""
        position = len(self._rows.matching(milestone_change, "milestone_id", [change.milestone_id]))
        named = {"id": new_id(), "plan_id": plan_id, "position": position, "at": naive(change.at)}
        self._rows.put(milestone_change, row_of(milestone_change, change) | named | due_row(change.due))

    def changes(self, plan_id: str) -> dict[str, tuple[MilestoneChange, ...]]:
        """Return what the milestones of a plan were before, oldest first, by the id of each."""
        found: dict[str, tuple[MilestoneChange, ...]] = {}
        held = self._rows.matching(milestone_change, "plan_id", [plan_id])
        for row in sorted(held, key=lambda r: int(r["position"])):
            known = dict(row) | {"at": utc(row["at"])}
            change = record_of(MilestoneChange, known, due=due_of(row))
            found[change.milestone_id] = (*found.get(change.milestone_id, ()), change)
        return found

    def meeting_words(self, meeting_ids: Iterable[str]) -> dict[str, str]:
        """Return what the meetings that were told are called: `M3, 1 September 2026`."""
        held = self._rows.matching(meeting, "id", meeting_ids)
        days = {row["id"]: plain_date(row["date"]) if row["date"] else row["date_as_written"] for row in held}
        return {row["id"]: ", ".join(filter(None, (row["ref"], days[row["id"]]))) for row in held}

    def add_snapshot(self, plan: Plan, name: str, at: datetime) -> None:
        """Keep how the plan stood when an update was made final."""
        position = len(self._rows.matching(plan_snapshot, "plan_id", [plan.id]))
        named = {"id": new_id(), "plan_id": plan.id, "position": position, "at": naive(at)}
        self._rows.put(plan_snapshot, named | {"name": name, "data": snapshot_bytes(plan)})

    def last_snapshot(self, plan_id: str) -> Snapshot | None:
        """Return how the plan stood at its last final update; None where there was none yet."""
        chosen = sa.select(plan_snapshot).where(plan_snapshot.c.plan_id == plan_id)
        row = next(iter(self._rows.execute(chosen.order_by(plan_snapshot.c.position.desc()).limit(1))), None)
        return None if row is None else read_snapshot(row["data"], row["name"], utc(row["at"]))
