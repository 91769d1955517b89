"""Backups of a register: how their files are called, and which of them may go."""

import re
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from enum import StrEnum
from pathlib import Path

from wibdesk.language import later, say

ENDING = ".wibdesk"
ALL_KEPT = timedelta(days=2)
DAILY_KEPT = timedelta(days=30)
WEEKLY_KEPT = timedelta(days=365)
"""Ages up to which every backup is kept, then one a day, then one a week; after that, one a month."""
ASKED_KEPT = timedelta(days=365)
"""Age up to which a backup that the clerk asked for is kept, whatever else there is."""
A_DAY = timedelta(days=1)

_NAME = re.compile(
    r"(?P<stem>.+)_(?P<identity>[0-9a-f]{8})_(?P<at>\d{4}-\d\d-\d\d_\d{6})Z"
    r"_format(?P<format>\d+)_(?P<reason>[a-z-]+)" + re.escape(ENDING)
)
_TIME = "%Y-%m-%d_%H%M%S"


class Reason(StrEnum):
    """Why a backup was made."""

    OPENING = "opening"
    CLOSING = "closing"
    DAILY = "daily"
    ASKED = "asked"
    BEFORE_UPDATE = "before-update"
    BEFORE_RESTORE = "before-restore"

    @property
    def label(self) -> str:
        """The reason as told to the clerk."""
        return say(_LABELS[self])


_LABELS = {
    Reason.OPENING: later("On opening the desk"),
    Reason.CLOSING: later("On closing a meeting"),
    Reason.DAILY: later("Once a day"),
    Reason.ASKED: later("Asked for"),
    Reason.BEFORE_UPDATE: later("Before an update of the desk"),
    Reason.BEFORE_RESTORE: later("Before a restore"),
}


@dataclass(frozen=True)
class Backup:
    """One verified copy of a register: `at` in UTC, `size` in bytes, `format` the number of the register's format."""

    path: Path
    at: datetime
    reason: Reason
    size: int
    format: int
    stem: str
    identity: str


def backup_name(stem: str, identity: str, at: datetime, number: int, reason: Reason) -> str:
    """Return the name of a backup's file: names of one register sort by time, which stands in them in UTC."""
    return f"{stem}_{identity[:8]}_{at.astimezone(UTC).strftime(_TIME)}Z_format{number}_{reason}{ENDING}"


def backup_named(path: Path, size: int) -> Backup | None:
    """Return the backup that a file is by its name; None where it is another file."""
    found = _NAME.fullmatch(path.name)
    if found is None or found["reason"] not in set(Reason):
        return None
    try:
        at = datetime.strptime(found["at"], _TIME).replace(tzinfo=UTC)
    except ValueError:
        return None
    return Backup(path, at, Reason(found["reason"]), size, int(found["format"]), found["stem"], found["identity"])


def newest_first(backups: Iterable[Backup]) -> tuple[Backup, ...]:
    """Return backups in the order in which they are listed."""
    return tuple(sorted(backups, key=_order, reverse=True))


def is_due(backups: Iterable[Backup], now: datetime) -> bool:
    """Say whether the last backup is a day old; one from the future tells only that the clock was changed."""
    return not any(now - A_DAY < backup.at <= now for backup in backups)


def thinned(backups: Iterable[Backup], now: datetime) -> tuple[Backup, ...]:
    """Return those of a register's backups that may go, oldest first.

    All of the last two days stay, then the last one of each day for a month, of each week for a year and of each
    month after that; so do the newest, the last of each format, and for a year what the clerk asked for. Where some
    are from the future, the clock was changed: then one goes only if it would have gone before that too.
    """
    held = sorted(backups, key=_order)
    before = max((now, *(backup.at for backup in held)))
    staying = _staying(held, now) | _staying(held, before)
    return tuple(backup for backup in held if backup not in staying)


def _staying(held: Iterable[Backup], now: datetime) -> set[Backup]:
    """Return those of some backups, sorted by time, that stay at a moment."""
    spans: dict[object, Backup] = {}
    for backup in held:
        spans[_span(backup, now - backup.at)] = backup
        spans["format", backup.format] = spans["newest"] = backup
    return set(spans.values())


def _span(backup: Backup, age: timedelta) -> object:
    """Return the stretch of time of which one backup stays; the backup itself where it stays anyway."""
    if age <= ALL_KEPT or (backup.reason is Reason.ASKED and age <= ASKED_KEPT):
        return backup
    kind, stretch = next((k, s) for kept, k, s in _STRETCHES if age <= kept)
    return kind, stretch(backup.at)


_STRETCHES: tuple[tuple[timedelta, str, Callable[[datetime], object]], ...] = (
    (DAILY_KEPT, "day", lambda at: at.date()),
    (WEEKLY_KEPT, "week", lambda at: at.isocalendar()[:2]),
    (timedelta.max, "month", lambda at: (at.year, at.month)),
)


def _order(backup: Backup) -> tuple[datetime, str]:
    return backup.at, backup.path.name
