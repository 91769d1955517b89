"""How a plan stood when an update of it was made final: every milestone with its text, deadline and status."""

import json
import zlib
from dataclasses import dataclass, fields
from datetime import date, datetime
from typing import Any

from wibdesk.domain.deadlines import Due, DueKind
from wibdesk.domain.entries import Progress
from wibdesk.domain.plan_tree import steps
from wibdesk.domain.plans import Milestone, Plan


@dataclass(frozen=True)
class Snapshot:
    """The milestones of a plan as an update told them; `at` is UTC, `name` that of the update."""

    name: str
    at: datetime
    milestones: tuple[Milestone, ...]

    def milestone(self, milestone_id: str) -> Milestone | None:
        """Return a milestone as it stood then; None where it was not there."""
        return next((each for each in self.milestones if each.id == milestone_id), None)


def snapshot_bytes(plan: Plan) -> bytes:
    """Return the milestones of a plan as packed JSON, for `read_snapshot`."""
    kept = [_kept(step.milestone) for step in steps(plan)]
    return zlib.compress(json.dumps(kept, ensure_ascii=False).encode())


def read_snapshot(data: bytes, name: str, at: datetime) -> Snapshot:
    """Return what `snapshot_bytes` packed."""
    return Snapshot(name, at, tuple(_milestone(kept) for kept in json.loads(zlib.decompress(data))))


def _kept(milestone: Milestone) -> dict[str, Any]:
    due = {f.name: getattr(milestone.due, f.name) for f in fields(Due)}
    words = {name: value.isoformat() if isinstance(value, date) else value for name, value in due.items() if value}
    return {"id": milestone.id, "text": milestone.text, "status": milestone.status.value, "due": words}


def _milestone(kept: dict[str, Any]) -> Milestone:
    due = dict(kept["due"])
    kind, written = DueKind(due.pop("kind")), due.pop("as_written", None)
    days = {name: date.fromisoformat(words) for name, words in due.items()}
    return Milestone(kept["text"], Due(kind, **days, as_written=written), Progress(kept["status"]), kept["id"])
