"""The files that bodies have given the desk: logos and Word templates."""

from wibdesk.domain.body_files import BodyFile, FileKind
from wibdesk.store.records import record_of, row_of
from wibdesk.store.rows import Rows
from wibdesk.store.tables import body_file


class BodyFiles:
    """Queries over the files of each body."""

    def __init__(self, rows: Rows) -> None:
        self._rows = rows

    def get(self, body_id: str, kind: FileKind) -> BodyFile | None:
        """Return the body's file of this kind; None where it has none."""
        found = self._rows.get(body_file, (body_id, kind))
        return record_of(BodyFile, found) if found is not None else None

    def put(self, record: BodyFile) -> None:
        """Store a file in place of the body's earlier one of that kind."""
        self._rows.put(body_file, row_of(body_file, record))

    def remove(self, body_id: str, kind: FileKind) -> None:
        """Take away a file that is there."""
        found = self._rows.get(body_file, (body_id, kind))
        assert found is not None, "the verb looks first"
        self._rows.remove(body_file, found)
