"""One piece of work on the register, tried until it is known to be stored: exactly once, whatever the disk says."""

from __future__ import annotations

import os
from collections.abc import Callable, Sequence
from contextlib import suppress
from dataclasses import dataclass
from datetime import UTC, datetime
from typing import TYPE_CHECKING, Any

import sqlalchemy as sa

from wibdesk.domain.ids import new_id
from wibdesk.errors import StoreError, UserError
from wibdesk.language import say
from wibdesk.store import search_index
from wibdesk.store.shipped import NOTHING_SHIPPED, Shipped
from wibdesk.store.tables import register
from wibdesk.store.trouble import CORRUPT, DISK_ERRORS, code_of, sentence, shown
from wibdesk.store.unit_of_work import UnitOfWork

if TYPE_CHECKING:
    from wibdesk.store.database import Database
    from wibdesk.store.rows import RowChange

Work = Callable[[UnitOfWork], Any]


def utc_now() -> datetime:
    """Return the time, as UTC."""
    return datetime.now(UTC)


@dataclass(frozen=True)
class Outcome:
    """What a piece of work gave, and the rows it wrote when they were recorded."""

    value: Any
    rows: tuple[RowChange, ...] = ()


@dataclass(frozen=True)
class Doubt:
    """Work whose commit failed: it is stored all the same if the register carries one of these tokens."""

    tokens: frozenset[str]
    outcome: Outcome


class TroubleError(StoreError):
    """The disk refused: the same work is to be tried again after `mend`."""


class Session:
    """The open register, for the saver thread alone."""

    def __init__(
        self, database: Database, shipped: Shipped = NOTHING_SHIPPED, now: Callable[[], datetime] = utc_now
    ) -> None:
        self.database = database
        self._shipped = shipped
        self._now = now
        self._doubt: Doubt | None = None
        self._index_in_doubt: bool | None = None  # None until something is damaged, False once it was looked over
        self.token = ""

    def open(self) -> None:
        """Open or create the register; StoreError in words. `token` is then that of the last write in it."""
        self.database.open()
        self.token = self._guarded(lambda: self._read(_token)).value

    def close(self) -> None:
        """Leave a single tidy file."""
        self.database.close()

    def checkpoint(self) -> None:
        """Bring everything into the one file, where nothing is in the way; the next quiet moment tries again.

        What was kept of the file in memory goes.
        """
        try:
            self.database.checkpoint()
            self.database.shrink()
        except DISK_ERRORS as error:
            if code_of(error) is None:
                raise

    def mend(self) -> None:
        """Open the register anew after trouble; TroubleError while that cannot be.

        One that is no longer at its place stays open meanwhile: what it held can still be read.
        """
        if not os.path.exists(self.database.path):
            raise TroubleError(
                say("The register is no longer at {path}: put it back there.", path=shown(self.database.path))
            )
        self.database.drop()
        try:
            self.database.open()
            # A commit that failed may be in the journal only in memory: now it is on the disk, or this raises.
            if self._doubt is not None and not self.database.checkpoint():
                raise StoreError(say("The register could not be brought up to date."))
            if self._index_in_doubt:
                self._index_mended()
        except StoreError as error:
            raise TroubleError(str(error)) from error
        except DISK_ERRORS as error:
            raise _trouble(error) from error

    def give_up(self) -> None:
        """Forget the work that was being tried, so that other work is not taken for it."""
        self._doubt = None

    def read(self, work: Work, ahead: Sequence[Work] = ()) -> Outcome:
        """Run work that writes nothing, as if the writes of `ahead`, which wait for the disk, were stored.

        The first of those is the one whose commit may be in doubt.
        """
        return self._guarded(lambda: self._read(work, ahead))

    def write(self, work: Work, *, recording: bool, token: str | None = None) -> Outcome:
        """Run work in one transaction and make it durable; TroubleError where that is not known.

        Tried again after trouble, work whose first commit did reach the disk is not run a second time. The register
        carries the token of its last write.
        """
        return self._guarded(lambda: self._write(work, recording, token or new_id()))

    def copy(self, run: Callable[[Database, Callable[[], None]], Any], between: Callable[[], None]) -> Any:
        """Have the register copied in steps; TroubleError where the disk refuses."""
        try:
            return run(self.database, between)
        except DISK_ERRORS as error:
            raise _trouble(error) from error

    def _index_mended(self) -> bool:
        """Make a damaged index for searching anew, once, and say so: it must not keep minutes from being saved."""
        self._index_in_doubt = False
        connection = self.database.connection
        with connection.begin():
            damaged = search_index.out_of_step(connection) > 0
        if damaged:
            with connection.begin():
                search_index.fill(connection)
        return damaged

    def _read(self, work: Work, ahead: Sequence[Work] = ()) -> Outcome:
        connection = self.database.connection
        with connection.begin() as transaction:
            stored = 1 if self._confirmed(connection) else 0
            for waiting in ahead[stored:]:
                # One that is refused now is told so when its turn comes.
                with suppress(UserError), connection.begin_nested():
                    waiting(self._unit(connection, recording=False))
            value = work(self._unit(connection, writable=False, recording=False))
            transaction.rollback()
        return Outcome(value)

    def _write(self, work: Work, recording: bool, token: str) -> Outcome:
        self.database.check_place()
        connection = self.database.connection
        with connection.begin():
            doubt = self._confirmed(connection)
            if doubt is None:
                uow = self._unit(connection, recording=recording)
                doubt = Doubt(frozenset(), Outcome(work(uow), uow.changes()))
            # Every attempt changes a byte: a commit of nothing new would be acknowledged without touching the disk.
            connection.execute(sa.update(register).values(save_seq=register.c.save_seq + 1, save_token=token))
            self._doubt = Doubt(doubt.tokens | {token}, doubt.outcome)
        self._doubt, self.token = None, token
        return doubt.outcome

    def _unit(self, connection: sa.Connection, *, recording: bool, writable: bool = True) -> UnitOfWork:
        now = self._now().astimezone(UTC)
        return UnitOfWork(connection, now=now, shipped=self._shipped, writable=writable, recording=recording)

    def _confirmed(self, connection: sa.Connection) -> Doubt | None:
        """Return the work of an earlier try if its commit reached the disk after all."""
        if self._doubt is None:
            return None
        stored = connection.execute(sa.select(register.c.save_token)).scalar()
        return self._doubt if stored in self._doubt.tokens else None

    def _guarded(self, run: Callable[[], Outcome]) -> Outcome:
        try:
            return run()
        except StoreError as error:
            raise TroubleError(str(error)) from error
        except DISK_ERRORS as error:
            if self._index_in_doubt is None:
                if code_of(error) is None and self._index_mended():
                    # Not all that is wrong with an index is told as damage: some of it looks like a bug.
                    return self._guarded(run)
                self._index_in_doubt = code_of(error) == CORRUPT or self._index_in_doubt
            raise _trouble(error) from error
        except (UnicodeEncodeError, OverflowError) as error:
            raise UserError(say("The text holds a letter or number that cannot be stored: type it again.")) from error


def _token(uow: UnitOfWork) -> str:
    return str(uow.rows.scalar(sa.select(register.c.save_token)))


def _trouble(error: Exception) -> Exception:
    code = code_of(error)
    return error if code is None else TroubleError(sentence(code))
