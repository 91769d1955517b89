"""RAG words set by hand, of actions and milestones, with their reasons."""

from collections.abc import Iterable

from wibdesk.domain.actions import Judgement
from wibdesk.domain.ids import new_id
from wibdesk.store.records import naive, record_of, utc
from wibdesk.store.rows import Rows
from wibdesk.store.tables import judgement


class Judgements:
    """Queries over judgements by the id of what is judged."""

    def __init__(self, rows: Rows) -> None:
        self._rows = rows

    def add(self, body_id: str, record_id: str, said: Judgement) -> None:
        """Keep a judgement; those before stay in the history."""
        position = len(self.of([record_id]).get(record_id, ()))
        row = {"id": new_id(), "body_id": body_id, "record_id": record_id, "position": position, "at": naive(said.at)}
        self._rows.put(judgement, row | {"rag": said.rag, "reason": said.reason, "by": said.by})

    def of(self, record_ids: Iterable[str]) -> dict[str, tuple[Judgement, ...]]:
        """Return what was judged of each of these records, oldest first; what was never judged is left out."""
        found: dict[str, tuple[Judgement, ...]] = {}
        held = self._rows.matching(judgement, "record_id", record_ids)
        for row in sorted(held, key=lambda row: int(row["position"])):
            said = record_of(Judgement, row, at=utc(row["at"]))
            found[row["record_id"]] = (*found.get(row["record_id"], ()), said)
        return found
