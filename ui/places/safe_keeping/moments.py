"""Moments and sizes in words, as the clerk says them: "today 09:02", "yesterday 17:30", "Tue 6 Oct 2026 09:02"."""

from datetime import datetime

from wibdesk.domain.dates import short_date
from wibdesk.language import say

SIZES = ((1024**3, "GB", 1), (1024**2, "MB", 1), (1024, "KB", 0))


def moment_words(at: datetime, now: datetime) -> str:
    """Return an aware moment in words, on the clock of `now`."""
    local = local_to(at, now)
    days = (now.date() - local.date()).days
    day = {0: say("today"), 1: say("yesterday")}.get(days, short_date(local.date()))
    return f"{day} {local:%H:%M}"


def local_to(at: datetime, now: datetime) -> datetime:
    """Return an aware moment on the clock of `now`, which is the machine's own where it says no zone."""
    return at.astimezone(now.tzinfo) if now.tzinfo is not None else at.astimezone().replace(tzinfo=None)


def capital(words: str) -> str:
    """Return words as they begin a line."""
    return words[:1].upper() + words[1:]


def size_words(size: int) -> str:
    """Return the size of a file in words."""
    for unit, name, digits in SIZES:
        if size >= unit:
            return f"{size / unit:.{digits}f} {name}"
    return say("1 KB")


def breakable(name: str) -> str:
    """Return the name of a file or folder that a narrow label may break after its parts."""
    return name.replace("_", "_\u200b").replace("/", "/\u200b").replace("\\", "\\\u200b")
