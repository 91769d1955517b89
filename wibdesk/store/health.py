"""Whether the register is sound: the file's own checks, rows that belong to nothing, lists and counters."""

import re
from collections.abc import Iterator
from typing import Any

import sqlalchemy as sa

from wibdesk.errors import UserError
from wibdesk.language import later, say
from wibdesk.store import search_index
from wibdesk.store import tables as t
from wibdesk.store.entry_rows import MAIN
from wibdesk.store.house_styles import readable
from wibdesk.store.tables import adjournment, attendee, entry, house_style, item, meeting, person, plan, register
from wibdesk.store.trouble import CORRUPT, NOTADB, code_of

LISTS = (
    t.standing_item,
    t.preamble_paragraph,
    t.item,
    t.paper,
    t.deputy_for,
    t.presence,
    t.entry,
    t.decision_part,
    t.action_owner,
    t.vote_name,
    t.plan_section,
    t.workstream,
    t.activity,
    t.lead,
    t.milestone,
)
"""Lists that the desk always writes whole, so that their places count from 0 without a hole."""
BEYOND_REPAIR = later(
    "Pages of the file are damaged, which cannot be repaired in place: restore a backup, or salvage it."
)
COUNTERS = (
    (
        register.c.last_meeting,
        meeting,
        later("The reference of the next meeting would be one in use: they go up to {used}."),
        later("The counter of meetings was set to {used}, the highest reference in use."),
    ),
    (
        register.c.last_plan,
        plan,
        later("The reference of the next plan would be one in use: they go up to {used}."),
        later("The counter of plans was set to {used}, the highest reference in use."),
    ),
)
"""Where the last reference of each table is kept, and what is said when it is too low, and when it is mended."""

OF_AN_INDEX = re.compile(
    r"missing from index|wrong # of entries in index|non-unique entry in index|fts5", re.IGNORECASE
)
"""What SQLite says of an index, that for searching too, which does not go with its table."""
OF_SEARCHING = re.compile("fts5", re.IGNORECASE)


class Health:
    """Checks that change nothing, and the repair of what can be made anew from the rest."""

    def __init__(self, connection: sa.Connection) -> None:
        self._connection = connection

    def findings(self) -> Iterator[tuple[str, str]]:
        """Give each thing that is wrong: integrity, index, link, orphan, style, counter or list, and a sentence."""
        try:
            yield from self._all()
        except sa.exc.DatabaseError:
            yield "integrity", say("The file is so damaged that not all of it can be read.")

    def repair(self) -> Iterator[str]:
        """Make anew what follows from the rest, and give a sentence for each thing done: indexes, counters, places.

        UserError, with nothing changed, where pages are damaged: once SQLite met one, no transaction is stored.
        """
        if any(not OF_SEARCHING.search(damage) for damage in self._damage_of_indexes()):
            self._connection.exec_driver_sql("REINDEX")
            yield say("The indexes of the tables were built anew.")
        if search_index.out_of_step(self._connection):
            search_index.fill(self._connection)
            self._damage_of_indexes()  # it may have kept the pages from being looked at
            yield say("The index for searching was built anew.")
        for counter, used, _, mended in list(self._low_counters()):
            self._connection.execute(sa.update(register).values({counter: used}))
            yield say(mended, used=used)
        for table in LISTS:
            moved = sum(self._close_ranks(table, parent) for parent in self._ragged(table))
            if moved:
                yield say(
                    "{moved} rows of “{table}” were numbered anew, in the order in which they stood.",
                    moved=moved,
                    table=table.name,
                )

    def _all(self) -> Iterator[tuple[str, str]]:
        for answer in self._damage():
            kind = "index" if OF_AN_INDEX.search(answer) else "integrity"
            yield kind, say("The file is damaged: {answer}.", answer=answer)
        if places := search_index.out_of_step(self._connection):
            yield (
                "index",
                say("The index for searching is not as the register says, in {places:,} places.", places=places),
            )
        for table, _, parent, _ in self._connection.exec_driver_sql("PRAGMA foreign_key_check"):
            yield (
                "link",
                say("A row of “{table}” belongs to a row of “{parent}” that is not there.", table=table, parent=parent),
            )
        yield from self._bare_entries()
        yield from self._strangers()
        for name, data in self._connection.execute(sa.select(house_style.c.name, house_style.c.data)):
            if readable(data) is None:
                yield "style", say("The settings of the house style “{name}” cannot be read.", name=name)
        for _, used, too_low, _ in self._low_counters():
            yield "counter", say(too_low, used=used)
        for table in LISTS:
            if self._ragged(table):
                yield "list", say("A list of “{table}” has holes, or two rows in one place.", table=table.name)

    def _damage(self) -> list[str]:
        try:
            answers = self._connection.exec_driver_sql("PRAGMA integrity_check").scalars().all()
        except sa.exc.OperationalError as error:
            if not OF_SEARCHING.search(str(error.orig)):
                raise
            # An index for searching that cannot be opened stops the check of all the rest.
            return [str(error.orig)]
        return [str(answer) for answer in answers if answer != "ok"]

    def _damage_of_indexes(self) -> list[str]:
        """Return the damage where it is all of indexes; UserError where it is not."""
        try:
            damage = self._damage()
        except sa.exc.DatabaseError as error:
            if code_of(error) not in (CORRUPT, NOTADB):
                raise
            raise UserError(say(BEYOND_REPAIR)) from error
        if not all(OF_AN_INDEX.search(answer) for answer in damage):
            raise UserError(say(BEYOND_REPAIR))
        return damage

    def _bare_entries(self) -> Iterator[tuple[str, str]]:
        for kind, table in MAIN.items():
            lone = sa.select(entry.c.id).outerjoin(table).where(entry.c.kind == kind, table.c.entry_id.is_(None))
            for (entry_id,) in self._connection.execute(lone):
                yield "orphan", say("Entry {entry_id} is a {kind} without its words.", entry_id=entry_id, kind=kind)
            other = sa.select(entry.c.id).join(table).where(entry.c.kind != kind)
            for (entry_id,) in self._connection.execute(other):
                yield (
                    "orphan",
                    say(
                        "Entry {entry_id} has words of another kind ({kind}) beside its own.",
                        entry_id=entry_id,
                        kind=kind,
                    ),
                )

    def _strangers(self) -> Iterator[tuple[str, str]]:
        other = (
            sa.select(attendee.c.name, meeting.c.ref)
            .join(meeting, meeting.c.id == attendee.c.meeting_id)
            .join(person, person.c.id == attendee.c.person_id)
            .where(person.c.body_id != meeting.c.body_id)
        )
        for name, ref in self._connection.execute(other):
            yield (
                "orphan",
                say(
                    "“{name}” on the attendance list of {ref} is linked to the roster of another body.",
                    name=name,
                    ref=ref,
                ),
            )
        elsewhere = (
            sa.select(meeting.c.ref)
            .join(adjournment, adjournment.c.meeting_id == meeting.c.id)
            .join(item, item.c.id == adjournment.c.item_id)
            .where(item.c.meeting_id != meeting.c.id)
        )
        for (ref,) in self._connection.execute(elsewhere):
            yield "orphan", say("An adjournment of {ref} names an item of another meeting.", ref=ref)

    def _low_counters(self) -> Iterator[tuple[sa.Column[object], int, str, str]]:
        for counter, table, too_low, mended in COUNTERS:
            refs = self._connection.execute(sa.select(table.c.ref)).scalars()
            used = max((int(ref[1:]) for ref in refs if ref[1:].isdecimal()), default=0)
            if used > self._connection.execute(sa.select(counter)).scalar_one():
                yield counter, used, too_low, mended

    def _ragged(self, table: sa.Table) -> list[tuple[Any, ...]]:
        """Return the parents whose rows do not stand in places from 0 on, one in each."""
        place, count = table.c.position, sa.func.count()
        uneven = sa.or_(
            sa.func.min(place) != 0, sa.func.max(place) != count - 1, sa.func.count(sa.distinct(place)) != count
        )
        columns = _parents(table)
        chosen = sa.select(*columns).group_by(*columns).having(uneven)
        return [tuple(row) for row in self._connection.execute(chosen)]

    def _close_ranks(self, table: sa.Table, parent: tuple[Any, ...]) -> int:
        """Number the rows of a parent anew; return how many moved."""
        of_parent = [column.is_not_distinct_from(value) for column, value in zip(_parents(table), parent, strict=True)]
        keys = [column for column in table.primary_key.columns if column.name != "position"]
        listed = sa.select(table.c.position, *keys).where(*of_parent).order_by(table.c.position, *keys)
        moved = 0
        # From the front on, each goes to a place that is free by then.
        for place, (was, *key) in enumerate(self._connection.execute(listed).all()):
            if was != place:
                its = [column == value for column, value in zip(keys, key, strict=True)]
                here = (*of_parent, *its, table.c.position == was)
                self._connection.execute(sa.update(table).where(*here).values(position=place))
                moved += 1
        return moved


def _parents(table: sa.Table) -> list[sa.Column[object]]:
    """Return the columns that tell which list a row of the table belongs to."""
    if "id" in table.primary_key.columns:
        return [column for column in table.columns if column.foreign_keys]
    return [column for column in table.primary_key.columns if column.name != "position"]
