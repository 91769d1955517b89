"""Why a register could not be opened, as far as that decides what a clerk is offered."""

from datetime import datetime
from enum import StrEnum

from wibdesk.domain.dates import plain_date
from wibdesk.errors import LockedError
from wibdesk.language import say
from wibdesk.store.copies.copying import COPIED_DAMAGED
from wibdesk.store.lock import InUseError
from wibdesk.store.trouble import CORRUPT, NOTADB, SENTENCES, code_of


class Refusal(StrEnum):
    """The kinds of refusal; `other` speaks for itself."""

    LOCKED = "locked"
    IN_USE = "in use"
    DAMAGED = "damaged"
    OTHER = "other"


def refusal_of(error: BaseException) -> Refusal:
    """Return the kind of what `Desk.opened` failed with."""
    if isinstance(error, LockedError):
        return Refusal.LOCKED
    if isinstance(error, InUseError):
        return Refusal.IN_USE
    cause: BaseException | None = error
    while cause is not None:
        if code_of(cause) in (CORRUPT, NOTADB):
            return Refusal.DAMAGED
        cause = cause.__cause__
    return Refusal.OTHER


def tells_of_damage(words: str) -> bool:
    """Say whether a clerk is told that part of the register cannot be read, by a fault or by how saving stands."""
    return say(SENTENCES[CORRUPT]) in words or say(COPIED_DAMAGED) in words


def holder_words(error: BaseException) -> str:
    """Return who has the register and since when: `on ANNS-PC since 18:02 on 6 October 2026`; empty if not known."""
    held_by = error.holder if isinstance(error, InUseError) else None
    return held_by.words if held_by is not None else ""


def day_and_time(at: datetime) -> str:
    """Return a moment as it stands in a sentence, in local time: `6 October 2026 at 18:02`."""
    local = at.astimezone()
    return say("{date} at {time:%H:%M}", date=plain_date(local), time=local)
