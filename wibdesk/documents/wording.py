"""The sentences that the desk writes itself from fields: dates, deadlines, comings and goings, declarations, votes."""

import re
from collections.abc import Iterable, Sequence
from datetime import date, time

from wibdesk.domain.attendance import Attendee
from wibdesk.domain.dates import DAYS, MONTHS, long_date, month_words, plain_date, spoken_time
from wibdesk.domain.deadlines import Due, DueKind
from wibdesk.domain.entries import Amendment, Declaration, Vote
from wibdesk.domain.meetings import MeetingDetails, NextMeeting

_WHOLE_DATE = re.compile(r"\b\d{1,2}[/.]\d{1,2}[/.](?:\d{4}|\d{2})\b|\b\d{4}-\d{2}-\d{2}\b")
_ENDS = (".", "!", "?", ":", "…", "”", "’")


def listed(names: Sequence[str], *, last: str = " and ") -> str:
    """Return `A, B and C`."""
    return last.join(filter(None, (", ".join(names[:-1]), names[-1]))) if names else ""


def sentence(words: str) -> str:
    """Return the words with a full stop, unless they end in one already."""
    return words if not words or words.endswith(_ENDS) else f"{words}."


def compact_date(day: date) -> str:
    """Return a date for a narrow column: `6 Oct 2026`."""
    return f"{day.day} {MONTHS[day.month - 1][:3]} {day.year}"


def ordinal_date(day: date) -> str:
    """Return a date as older house styles print it: `Wednesday 18th October 2017`."""
    ending = "th" if 10 < day.day < 14 else {1: "st", 2: "nd", 3: "rd"}.get(day.day % 10, "th")
    return f"{DAYS[day.weekday()]} {day.day}{ending} {MONTHS[day.month - 1]} {day.year}"


def with_known(as_written: str, known: str) -> str:
    """Return the words as written, with the known day in brackets where they do not say it whole."""
    if not known or _WHOLE_DATE.search(as_written) or known.lower() in as_written.lower():
        return as_written
    return f"{as_written} ({known})"


def meeting_date(details: MeetingDetails, *, ordinal: bool) -> str:
    """Return the day of the meeting as it heads a document."""
    if details.date is None:
        return details.date_as_written or ""
    known = ordinal_date(details.date) if ordinal else long_date(details.date)
    return with_known(details.date_as_written, known) if details.date_as_written else known


def due_words(due: Due, beside: str = "") -> str:
    """Return a deadline for the page: the words as written, with the day that they mean.

    Words as written that the text `beside` it says already are not said again.
    """
    written = due.as_written or ""
    if not written or written.lower() in beside.lower():
        form = {DueKind.MEETING: "{} meeting", DueKind.FROM: "from {}"}.get(due.kind, "{}")
        return form.format(_day(due)) if _day(due) else ""
    return with_known(written, _day(due))


def _day(due: Due) -> str:
    if due.kind is DueKind.MONTH and due.month:
        return month_words(due.month)
    if due.kind is DueKind.RANGE and due.start and due.end:
        return f"{plain_date(due.start)} to {plain_date(due.end)}"
    return plain_date(due.date) if due.date else ""


def due_lines(due: Due) -> str:
    """Return a deadline for a narrow column: the day that it means, and below it the words as written."""
    known = compact_date(due.date) if due.date else _day(due)
    return "\n".join(filter(None, (known, due.as_written)))


def next_meeting_words(coming: NextMeeting) -> str:
    """Return the line of a future date: `Tuesday 10 November 2026, 9.30 am (rearranged from 3 November 2026)`."""
    known = long_date(coming.date) if coming.date else ""
    day = with_known(coming.as_written, known) if coming.as_written else known or "Date to be confirmed"
    words = day + (f", {spoken_time(coming.time)}" if coming.time else "")
    if coming.rearranged_from:
        words += f" (rearranged from {plain_date(coming.rearranged_from)})"
    return words + (" – cancelled" if coming.cancelled else "")


def attendance_notes(attendee: Attendee, details: MeetingDetails) -> tuple[str, ...]:
    """Return what is noted beside a name: for whom, when they came and went, and the clerk's own remark."""
    deputy = f"for {listed(attendee.deputy_for)}" if attendee.deputy_for else ""
    return tuple(filter(None, (deputy, _presence(attendee, details), attendee.note)))


def _presence(attendee: Attendee, details: MeetingDetails) -> str:
    parts: list[str] = []
    for n, stretch in enumerate(attendee.intervals):
        came = _came(stretch.start, details.start, again=n > 0)
        went = f"left {spoken_time(stretch.end)}" if stretch.end and stretch.end != details.end else ""
        said = ", ".join(filter(None, (came, went)))
        item = f"item {stretch.item}" if stretch.item else ""
        parts.append(", ".join(filter(None, (said, item))) if said else f"present for {item}" if item else "")
    return "; ".join(filter(None, parts))


def _came(start: time | None, opened: time | None, *, again: bool) -> str:
    if start is None or (not again and opened is not None and start <= opened):
        return ""
    return f"{'returned' if again else 'arrived'} {spoken_time(start)}"


def declaration_words(entry: Declaration) -> str:
    """Return a declared interest as a sentence."""
    if entry.as_written:
        person = _unsaid(entry.as_written, entry.person)
        about = (f"item {entry.item}" if _unsaid(entry.as_written, entry.item) else "", entry.interest, entry.reason)
        return ": ".join((*person, _with_brackets(entry.as_written, *_unsaid(entry.as_written, *about))))
    kind = (entry.interest or "").strip()
    article = "an" if not kind or kind[0].lower() in "aeiou" else "a"
    interest = kind if "interest" in kind.lower() else f"{kind} interest".strip()
    words = f"{entry.person} declared {article} {interest}" + (f" in item {entry.item}" if entry.item else "")
    words += f" ({entry.reason})" if entry.reason else ""
    then = [
        {None: "", True: "took part", False: "took no part"}[entry.took_part],
        {None: "", True: "left the room", False: "stayed in the room"}[entry.left_room],
    ]
    after = " and ".join(filter(None, then))
    return sentence(f"{words}, {after}" if " and " in after else f"{words} and {after}" if after else words)


def amendment_words(entry: Amendment) -> str:
    """Return a correction to earlier minutes as a sentence."""
    if entry.as_written:
        facts = _unsaid(entry.as_written, entry.place, entry.was, entry.now, entry.requested_by)
        named = {entry.place: "{}", entry.was: "was “{}”", entry.now: "now “{}”"}
        return _with_brackets(entry.as_written, *(named.get(fact, "requested by {}").format(fact) for fact in facts))
    where = f"In the minutes of {plain_date(entry.to_meeting)}" if entry.to_meeting else "In the earlier minutes"
    was = f"“{entry.was}”" if entry.was else ""
    subject = ", ".join(filter(None, (entry.place, was))) or "the wording"
    asked = f", at the request of {entry.requested_by}" if entry.requested_by else ""
    return f"{where}, {subject} should read “{entry.now}”{asked}."


def vote_words(entry: Vote) -> tuple[str, ...]:
    """Return a vote as sentences: the motion and its movers, the numbers, the names by side, the result.

    Words as written stand for all that they say; a motion, name or result that they leave out is said after them.
    """
    if entry.as_written:
        beyond = _beyond(entry, entry.as_written)
        return (sentence(entry.as_written), *beyond) if beyond else (entry.as_written,)
    motion = ", ".join(filter(None, (entry.motion, *_movers(entry))))
    counts = {"for": entry.votes_for, "against": entry.votes_against, "abstained": entry.abstained}
    numbers = ", ".join(f"{n} {side}" for side, n in counts.items() if n is not None)
    casting = f"Casting vote: {entry.casting_vote}." if entry.casting_vote else ""
    result = sentence(f"Result: {entry.result}")
    return tuple(filter(None, (sentence(motion), sentence(numbers), *_sides(entry.names), casting, result)))


def _movers(entry: Vote) -> tuple[str, ...]:
    said = {"moved by": entry.mover, "seconded by": entry.seconder}
    return tuple(f"{how} {who}" for how, who in said.items() if who)


def _sides(names: Iterable[tuple[str, tuple[str, ...]]]) -> tuple[str, ...]:
    return tuple(sentence(f"{side.capitalize()}: {', '.join(who)}") for side, who in names if who)


def _beyond(entry: Vote, written: str) -> tuple[str, ...]:
    """Return what a vote holds beyond its words as written."""
    motion = (f"motion: {entry.motion}",) if _unsaid(written, entry.motion) else ()
    movers = _movers(entry) if _unsaid(written, entry.mover, entry.seconder) else ()
    moved = ", ".join((*motion, *movers))
    sides = _sides((side, who) for side, who in entry.names if _unsaid(written, *who))
    result = sentence(f"Result: {entry.result}") if _unsaid(written, entry.result) else ""
    return tuple(filter(None, (sentence(moved[:1].upper() + moved[1:]), *sides, result)))


def _unsaid(written: str, *facts: str | None) -> tuple[str, ...]:
    """Return those of the facts that the words do not hold already."""
    return tuple(fact for fact in facts if fact and fact.casefold() not in written.casefold())


def _with_brackets(written: str, *facts: str) -> str:
    return f"{written} ({', '.join(facts)})" if facts else written
