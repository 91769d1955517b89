"""The deadline of a line: `by Fri`, `next mtg`, `to September board`, `ASAP`, cut off its end, or out of its middle."""

import re
from dataclasses import dataclass
from datetime import date

from wibdesk.domain.dates import long_date, month_words, short_date
from wibdesk.domain.deadlines import Due, DueKind, is_impossible, names_no_day, read_due, wants_a_meeting
from wibdesk.language import later, say
from wibdesk.shorthand.known import Known
from wibdesk.shorthand.reading import Doubt, Flag

_WORD = re.compile(r"\S+")
_MOST_WORDS = 9
_MOST_BY = 4
_MOVES = re.compile(
    r"(?:[-–—]\s*)?(?:(?:due\s+)?(?:by|for)\s+|due\s+)|[-–—]\s*|"
    r"(?=(?:before|until|on|in|within|no later than|on or before)\s)",
    re.IGNORECASE,
)
_STAYS = re.compile(r"(?:to|at)\s+", re.IGNORECASE)
_SPAN_FOR = re.compile(
    r"(?:for)\s+(?:a|an|the|\w+)\s+(?:next\s+)?(?:\w+\s+)?(?:days?|weeks?|fortnight|months?|years?)$", re.IGNORECASE
)
_LEANING = frozenset(
    "for of every each last past the in than from since about on and or between per a an until after during over "
    "through this that these with as item section page paragraph no".split()
)
"""Words after which a day at the end of a line is no deadline of its own: “the minutes of 6 June”."""
_MONTH_ALONE = re.compile(r"[A-Za-z]{3,9}\.?(?:\s+\d{4})?|\d{4}-\d{2}")
_NEVER_ALONE = re.compile(r"24/7|\d{1,2}[.-]\d{1,2}|\d{1,2}(?:st|nd|rd|th)|today|an?\s.*", re.IGNORECASE)
_SHORT_DAY = re.compile(r"(?:mon|tue|tues|wed|thu|thur|thurs|fri|sat|sun)", re.IGNORECASE)
_TRAILING = " \t.,;:–—-("


@dataclass(frozen=True)
class Dated:
    """A line without its deadline, and the deadline."""

    text: str
    due: Due


def take_deadline(text: str, known: Known) -> Dated:
    """Return the words without a phrase that is only a deadline, and the deadline; no deadline where none is said.

    A meeting, or a day, that something goes "to" or is said "at" stays in the words too.
    """
    words = list(_WORD.finditer(text))
    for start in range(max(0, len(words) - _MOST_WORDS), len(words)):
        before = words[start - 1][0] if start else ""
        found = _phrase(text[words[start].start() :], before, known)
        if found is not None:
            due, stays = found
            return Dated((text if stays else text[: words[start].start()].rstrip(_TRAILING)).strip(), due)
    return _in_the_middle(text, words, known) or Dated(text.strip(), Due())


def due_doubts(due: Due, known: Known) -> tuple[Doubt, ...]:
    """Return what is doubtful about a deadline: none, no day, impossible, no meeting, weekend, bank holiday."""
    written = due.as_written or ""
    if due.kind is DueKind.NONE:
        return (_without_day(written),)
    if due.kind is DueKind.MEETING and due.date not in known.scheduled:
        return (Doubt(Flag.NO_MEETING, say("{due}, no meeting scheduled", due=due.words), written),)
    if due.kind is DueKind.MONTH and due.month and wants_a_meeting(written):
        return (
            Doubt(
                Flag.NO_MEETING,
                say("{month_words}, no meeting scheduled then", month_words=month_words(due.month)),
                written,
            ),
        )
    return tuple(_day_doubts(due.date, written, known)) if due.kind is DueKind.DATE and due.date else ()


def _without_day(written: str) -> Doubt:
    if not written:
        return Doubt(Flag.NO_DUE, say("no date"))
    if names_no_day(written):
        return Doubt(Flag.NOT_A_DATE, say("{written}, no date", written=written), written)
    return Doubt(Flag.IMPOSSIBLE_DATE, say("{written}, no such day, kept as typed", written=written), written)


def due_chip_words(due: Due, doubts: tuple[Doubt, ...]) -> str:
    """Return the deadline for the preview, with what is doubtful about it."""
    if doubts:
        return "; ".join(doubt.words for doubt in doubts)
    meeting = due.date if due.kind is DueKind.MEETING else None
    return f"{due.as_written}, {short_date(meeting)}" if meeting else due.words


def due_spoken(due: Due, doubts: tuple[Doubt, ...]) -> str:
    """Return the deadline for speech: `Tuesday 6 October 2026`."""
    if due.date is None:
        return due_chip_words(due, doubts)
    said = {
        DueKind.MEETING: say("meeting of {date}", date=long_date(due.date)),
        DueKind.FROM: say("from {date}", date=long_date(due.date)),
    }
    return ", ".join(
        (said.get(due.kind, long_date(due.date)), *(say(_REMARKS[d.flag]) for d in doubts if d.flag in _REMARKS))
    )


_REMARKS = {
    Flag.WEEKEND: later("a weekend"),
    Flag.HOLIDAY: later("a bank holiday"),
    Flag.NO_MEETING: later("no meeting scheduled then"),
}


def _day_doubts(day: date, written: str, known: Known) -> list[Doubt]:
    last = max(known.scheduled, default=None)
    beyond = wants_a_meeting(written) and (last is None or day > last)
    found = {Flag.WEEKEND: day.weekday() > 4, Flag.HOLIDAY: day in known.holidays, Flag.NO_MEETING: beyond}
    return [Doubt(flag, f"{short_date(day)}, {say(_REMARKS[flag])}", written) for flag, true in found.items() if true]


def _phrase(words: str, before: str, known: Known) -> tuple[Due, bool] | None:
    """Return the deadline that the words are, and whether they stay in the text as well."""
    bare = words.strip().rstrip(".,;!").strip("()")
    if stays := _STAYS.match(bare):
        due = _read(bare[stays.end() :], known)
        return (due, True) if due and due.kind is not DueKind.NONE else None
    if _SPAN_FOR.fullmatch(bare):
        return None
    moves = _MOVES.match(bare)
    if moves is None:
        return _without_lead(bare, before, known)
    due = _read(bare[moves.end() :], known)
    about = due is not None and due.kind is DueKind.MEETING and bare.lower().startswith("on ")
    return (due, False) if due and not about else None


def _without_lead(bare: str, before: str, known: Known) -> tuple[Due, bool] | None:
    """Return a deadline with no "by" before it, where it can hardly be anything else."""
    if before.lower().strip(",") in _LEANING or (_MONTH_ALONE.fullmatch(bare) and not _is_word_of_time(bare)):
        return None
    if _NEVER_ALONE.fullmatch(bare) or (_SHORT_DAY.fullmatch(bare) and not bare[0].isupper()):
        return None
    due = _read(bare, known)
    if due is None or (due.kind is DueKind.NONE and not names_no_day(bare)):
        return None
    return due, False


def _is_word_of_time(bare: str) -> bool:
    return (
        names_no_day(bare)
        or bare.lower() == "tomorrow"
        or bare.lower().endswith("day")
        or bool(_SHORT_DAY.fullmatch(bare))
    )


def _read(phrase: str, known: Known) -> Due | None:
    """Return the deadline of these very words; None where they are none."""
    due = read_due(phrase, on=known.on, meetings=known.scheduled)
    if due.kind is DueKind.NONE and not (names_no_day(phrase) or is_impossible(phrase)):
        return None
    return due


def _in_the_middle(text: str, words: list[re.Match[str]], known: Known) -> Dated | None:
    """Take `by Friday` out of the middle, as in “by Friday to send the data”."""
    by = [start for start, word in enumerate(words[:-1]) if word[0].lower() == "by"]
    for start in by[:_MOST_BY]:
        word = words[start]
        for end in range(min(len(words), start + _MOST_WORDS) - 1, start, -1):
            phrase = text[words[start + 1].start() : words[end].end()].rstrip(".,;:")
            due = None if _MONTH_ALONE.fullmatch(phrase) and not _is_word_of_time(phrase) else _read(phrase, known)
            if due is not None and due.kind is not DueKind.NONE:
                rest = text[: word.start()] + text[words[end].end() :].lstrip(_TRAILING)
                return Dated(rest.strip(), due)
    return None
