"""Whether the register is sound: the file's own checks, and rows that belong to nothing."""

from collections.abc import Iterator

import sqlalchemy as sa

from wibdesk.store.entry_rows import MAIN
from wibdesk.store.house_styles import readable
from wibdesk.store.tables import attendee, entry, house_style, meeting, person


class Health:
    """Checks that change nothing."""

    def __init__(self, connection: sa.Connection) -> None:
        self._connection = connection

    def findings(self) -> Iterator[tuple[str, str]]:
        """Give each thing that is wrong: integrity, link or orphan, and a sentence."""
        try:
            yield from self._all()
        except sa.exc.DatabaseError:
            yield "integrity", "The file is so damaged that not all of it can be read."

    def _all(self) -> Iterator[tuple[str, str]]:
        for (answer,) in self._connection.exec_driver_sql("PRAGMA integrity_check"):
            if answer != "ok":
                yield "integrity", f"The file is damaged: {answer}."
        for table, _, parent, _ in self._connection.exec_driver_sql("PRAGMA foreign_key_check"):
            yield "link", f"A row of “{table}” belongs to a row of “{parent}” that is not there."
        yield from self._bare_entries()
        yield from self._strangers()
        for name, data in self._connection.execute(sa.select(house_style.c.name, house_style.c.data)):
            if readable(data) is None:
                yield "integrity", f"The settings of the house style “{name}” cannot be read."

    def _bare_entries(self) -> Iterator[tuple[str, str]]:
        for kind, table in MAIN.items():
            lone = sa.select(entry.c.id).outerjoin(table).where(entry.c.kind == kind, table.c.entry_id.is_(None))
            for (entry_id,) in self._connection.execute(lone):
                yield "orphan", f"Entry {entry_id} is a {kind} without its words."
            other = sa.select(entry.c.id).join(table).where(entry.c.kind != kind)
            for (entry_id,) in self._connection.execute(other):
                yield "orphan", f"Entry {entry_id} has words of another kind ({kind}) beside its own."

    def _strangers(self) -> Iterator[tuple[str, str]]:
        other = (
            sa.select(attendee.c.name, meeting.c.ref)
            .join(meeting, meeting.c.id == attendee.c.meeting_id)
            .join(person, person.c.id == attendee.c.person_id)
            .where(person.c.body_id != meeting.c.body_id)
        )
        for name, ref in self._connection.execute(other):
            yield "orphan", f"“{name}” on the attendance list of {ref} is linked to the roster of another body."
