"""Agenda items, and a plain-text agenda read into items."""

import datetime as dt
import re
from dataclasses import dataclass, field, replace
from datetime import time
from enum import StrEnum

from wibdesk.domain.dates import read_time
from wibdesk.domain.entries import Entry
from wibdesk.domain.ids import new_id
from wibdesk.domain.presenters import presenter_beside_minutes, take_presenter


class ItemState(StrEnum):
    """Where the meeting stands with an item."""

    LATER = "later"
    NOW = "now"
    DONE = "done"


@dataclass(frozen=True)
class Paper:
    """A paper for an item: title, a remark ("PDF 701 KB", "to follow") and its kind in free words."""

    title: str
    note: str | None = None
    kind: str | None = None


@dataclass(frozen=True)
class Item:
    """One piece of business, with the entries of its minute in order.

    `number` is the number as printed, None where the house style prints none. `time` is the planned clock time.
    `part` is 1 (open) or 2 (exempt); `state`, `began` and `spent_minutes` are the desk's own record of the room.
    """

    title: str
    number: str | None = None
    time: dt.time | None = None
    planned_minutes: int | None = None
    presenter: str | None = None
    part: int = 1
    exempt_paragraph: str | None = None
    public_summary: str | None = None
    papers: tuple[Paper, ...] = ()
    entries: tuple[Entry, ...] = ()
    state: ItemState = ItemState.LATER
    began: dt.time | None = None
    late: bool = False
    id: str = field(default_factory=new_id)


_CLOCK = r"(?P<clock>\d{1,2}[:.]\d{2}\s*(?:am|pm|noon)?|\d{1,2}\s*(?:am|pm))"
_NUMBER = r"(?:(?:item|no\.?)\s+)?(?P<number>\d{1,3}[a-z]?)(?:\s*(?P<stop>[.):\-–—])|(?=\s|$))\s*"
_LEADING_CLOCK = re.compile(
    rf"^{_CLOCK}(?:\s*(?:-|–|to)\s*\d{{1,2}}[:.]\d{{2}}\s*(?:am|pm)?)?\s*[:\-–—]?\s+", re.IGNORECASE
)
_LEADING_NUMBER = re.compile(rf"^{_NUMBER}", re.IGNORECASE)
_TRAILING_CLOCK = re.compile(rf"\s*[\s(\[,–—-]\s*{_CLOCK}\s*[)\]]?\s*$", re.IGNORECASE)
_MINUTES = re.compile(r"\s*[(\[,–—-]?\s*(?P<minutes>\d{1,3})\s*(?:min|mins|minutes)\s*[)\]]?\s*$", re.IGNORECASE)
_BRACKETED_MINUTES = re.compile(
    r"^(?P<title>.*[^\s(\[])\s*[(\[](?P<before>[^()\[\]]*?)[\s,;:–—-]*(?<!\d)(?P<minutes>\d{1,3})\s*"
    r"(?:min|mins|minutes)\.?(?:[\s,;:–—-]+(?P<after>[^()\[\]]*))?[)\]](?P<rest>.*)$",
    re.IGNORECASE,
)
_BULLET = re.compile(r"^[•·*\-–—]\s+")
_HEADING = re.compile(r"^(agenda|items?|order of business|no\.?\s+item.*|\d{1,3}[a-z]?\s*[.):]?)\s*:?$", re.IGNORECASE)


def read_agenda(text: str) -> tuple[Item, ...]:
    """Read a pasted agenda: one item a line, with or without numbers, clock times, minutes and presenters.

    Blank lines, a bare number and a bare heading ("Agenda") are passed over. Numbers are given in order whether or not
    the lines had any; a clock time that no day has stays in the title, so no word is lost.
    """
    items: list[Item] = []
    for line in (raw.strip() for raw in text.splitlines()):
        if line and not _HEADING.match(line):
            items.append(_read_line(line, len(items) + 1))
    return tuple(replace(item, number=str(n)) for n, item in enumerate(items, 1))


def _read_line(line: str, serial: int) -> Item:
    clock, rest = _take_clock(_LEADING_CLOCK, _BULLET.sub("", line), None)
    rest = _take_number(rest, serial)
    clock, rest = _take_clock(_LEADING_CLOCK, rest, clock)
    minutes, presenter, rest = _take_bracketed(rest)
    if minutes is None:
        presenter, rest = take_presenter(rest)
        if (found := _MINUTES.search(rest)) and _is_whole(found[0]):
            minutes, rest = int(found["minutes"]), rest[: found.start()].rstrip()
    clock, rest = _take_clock(_TRAILING_CLOCK, rest, clock)
    if presenter is None:
        presenter, rest = take_presenter(rest)
    return Item(rest.strip() or line, time=clock, planned_minutes=minutes, presenter=presenter)


def _take_bracketed(words: str) -> tuple[int | None, str | None, str]:
    """Take off a length in brackets, and who presents it where that stands beside it; last is the rest.

    Words beside the length that may be something else stay in the title.
    """
    found = _BRACKETED_MINUTES.match(words)
    if found is None:
        return None, None, words
    title, rest, minutes = found["title"], found["rest"].strip(), int(found["minutes"])
    inside = found["before"] or (found["after"] or "").strip()
    presenter = presenter_beside_minutes(inside or rest)
    if presenter is not None and (not inside or not rest):
        return minutes, presenter, title.rstrip(" ,;:–—-")
    return (None, None, words) if inside else (minutes, None, f"{title} {rest}".strip())


def _is_whole(words: str) -> bool:
    """Say whether a piece of a line opens every bracket that it closes."""
    return all(words.count(one) == words.count(other) for one, other in ("()", "[]"))


def _take_number(words: str, serial: int) -> str:
    """Take off an item number; one with no stop only where it is the next in order ("12 week plan" is a title)."""
    found = None if _LEADING_CLOCK.match(words) else _LEADING_NUMBER.match(words)
    if found is None or not words[found.end() :].strip():
        return words
    labelled = found["stop"] or not found[0].strip()[0].isdigit()
    return words[found.end() :] if labelled or found["number"] == str(serial) else words


def _take_clock(pattern: re.Pattern[str], words: str, clock: time | None) -> tuple[time | None, str]:
    found = pattern.search(words)
    if found is None or clock is not None:
        return clock, words
    read = read_time(found["clock"])
    rest = words[found.end() :] if pattern is _LEADING_CLOCK else words[: found.start()]
    return (read, rest) if read is not None and rest.strip() else (clock, words)
