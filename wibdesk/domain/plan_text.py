"""Milestones as plans print them: `Practice lead appointed by 30/06/18` is a text and its deadline."""

import re
from datetime import date
from itertools import pairwise

from wibdesk.domain.dates import month_number, read_date
from wibdesk.domain.deadlines import Due, DueKind, names_no_day, read_due
from wibdesk.domain.plan_dates import trouble_of
from wibdesk.domain.plans import Lead, Milestone

_DAY = (
    r"(?:\d{1,2}[/.]\d{1,2}[/.](?:\d{4}|\d{2})(?![\d/.]*\d)|\d{4}-\d{2}-\d{2}"
    r"|\d{1,2}(?:st|nd|rd|th)?\s+[A-Z][a-z]{2,8}\s+\d{4})"
)
_LEAD = r"(?:(?:to begin|to start|no later than|underway|starting|start|from|by|on|before|until|due)[ ,:]+){0,4}"
_DATED = re.compile(rf"(?<![\w/.]){_LEAD}{_DAY}", re.IGNORECASE)
_ONE_DAY = re.compile(_DAY)
_JOIN = re.compile(r"\s*(?:-|–|—|to|until)\s*", re.IGNORECASE)
_VAGUE_END = re.compile(
    r"(?:\s+[-–—]\s+|,\s+|\s*\()(?P<words>(?:underway|ongoing|on-going|in progress|tb[acd]|to be (?:confirmed|agreed)|"
    r"rolling|annual|quarterly|monthly)\b[^()]*)\)?\.?$",
    re.IGNORECASE,
)
_PERIOD_END = re.compile(
    r"\s+(?P<words>(?:(?:by|from|in|during|end of|by the end of|by end of)\s+){0,4}"
    r"(?:(?:early|mid|late)[ -])?(?:spring|summer|autumn|winter|q[1-4]|[a-z]{3,9})\.?(?:\s+term)?\s+20\d{2})\.?$",
    re.IGNORECASE,
)
_SEASONS = ("spring", "summer", "autumn", "winter", "q1", "q2", "q3", "q4", "term")
_TAIL = re.compile(r"[\s,;:–—-]+$")
_BETWEEN = re.compile(r"\s+[-–—]\s+")


def read_milestone(words: str, *, on: date) -> Milestone:
    """Read one milestone with its deadline inside or at its end; `on` is the day against which days are read.

    What stands before the deadline is the text. A deadline amid the words leaves them whole. The words of the deadline
    are kept as written; one that no calendar has stays as it is, with no day.
    """
    text = " ".join(words.split())
    found = list(_DATED.finditer(text))
    if found:
        return _dated(text, found)
    for pattern in (_PERIOD_END, _VAGUE_END):
        ending = pattern.search(text)
        if ending and _says_when(ending["words"]):
            return Milestone(_TAIL.sub("", text[: ending.start()]) or text, read_plan_due(ending["words"], on=on))
    return Milestone(text)


def read_plan_due(words: str, *, on: date) -> Due:
    """Read the words of a deadline as a plan has them; what names no day is kept as written."""
    written = " ".join(words.split())
    if not written or names_no_day(written):
        return Due(as_written=written or None)
    days = [match.group() for match in _ONE_DAY.finditer(written)]
    if days and _ONE_DAY.sub("", written).strip():
        return _due(days, written)
    known = read_due(written, on=on)
    return Due(as_written=written) if trouble_of(known) else known


def read_leads(words: str) -> tuple[Lead, ...]:
    """Read who leads: one a line or parted by semicolons, each a name with the post after a dash."""
    lines = (" ".join(line.split()) for line in re.split(r"[\n;]+", words))
    return tuple(_lead(line) for line in lines if line)


def _lead(line: str) -> Lead:
    name, *post = _BETWEEN.split(line, maxsplit=1)
    return Lead(name, post[0]) if post and name else Lead(line)


def _dated(text: str, found: list[re.Match[str]]) -> Milestone:
    start, end = found[0].start(), found[-1].end()
    written = text[start:end]
    days = [_ONE_DAY.findall(match.group())[-1] for match in found]
    rest = text[end:].strip(" .);")
    parts = [text[a.end() : b.start()] for a, b in pairwise(found)]
    whole = bool(rest) or not all(_JOIN.fullmatch(part) for part in parts)
    before = _TAIL.sub("", text[:start]).removesuffix("(").rstrip()
    return Milestone(text if whole or not before else before, _due(days, written))


def _due(days: list[str], written: str) -> Due:
    known = [read_date(day) for day in days]
    if any(day is None for day in known):
        return Due(as_written=written)
    first, last = known[0], known[-1]
    assert first is not None
    assert last is not None
    if len(known) > 1 and first <= last:
        return Due(DueKind.RANGE, start=first, end=last, as_written=written)
    return Due(DueKind.DATE, last, as_written=written)


def _says_when(words: str) -> bool:
    """Say whether the words name a season, a month or that it goes on: `for 2018` alone is part of the text."""
    first = words.lower().replace("-", " ").split()
    known = any(word.rstrip(".") in _SEASONS or month_number(word) for word in first)
    return known or not re.search(r"20\d{2}$", words)
