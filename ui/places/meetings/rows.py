"""The rows of the Meetings place, in words: a card, what is coming, minutes in hand, past meetings."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date, time, timedelta

from ui.lists import Row
from ui.places.meetings.overview import FutureDate, Overview, is_ahead, when
from wibdesk.domain.dates import clock, compact_date, long_date, short_date
from wibdesk.domain.meetings import MeetingDetails, MeetingSummary, MeetingType, MinutesStatus, Stage
from wibdesk.domain.nudges import Nudge
from wibdesk.language import counted, say


@dataclass(frozen=True, kw_only=True)
class MeetingRow(Row):
    """One row: `kind` is card, title, head, meeting, date, minutes or chase; the words are ready to be painted."""

    kind: str
    first: str = ""
    second: str = ""
    third: str = ""
    icon: str = ""
    fourth: str = ""
    fifth: str = ""
    tone: str = "muted"
    step: int = 0
    meeting: MeetingSummary | None = None
    listed: FutureDate | None = None
    chase: Nudge | None = None


def rows_of(seen: Overview, today: date, *, body_id: str = "", past: bool = False, words: str = "") -> list[MeetingRow]:
    """Return the rows for one body or all; words typed to find narrow them and bring past meetings along."""
    fits = _finder(words)
    own = [m for m in seen.meetings if body_id in ("", m.body_id) and fits(_haystack(m))]
    dates = [d for d in seen.dates if body_id in ("", d.body_id) and fits(f"{d.body_name} {_date_words(d)}")]
    card = seen.first if seen.first in own else None
    ahead = sorted((m for m in own if is_ahead(m, today) and m != card), key=when)
    behind = sorted((m for m in own if not is_ahead(m, today) and m != card), key=when, reverse=True)
    in_hand = [m for m in behind if not m.details.status.final]
    finished = [m for m in behind if m.details.status.final]
    rows = [card_row(card, seen, today)] if card else []
    rows += _coming(ahead, dates)
    rows += _section(say("Minutes in hand"), [minutes_row(m) for m in in_hand])
    if past or words:
        rows += _section(say("Past meetings"), [minutes_row(m) for m in finished])
    return rows


def card_row(meeting: MeetingSummary, seen: Overview, today: date) -> MeetingRow:
    """Return the card of the meeting that is live or next."""
    d = meeting.details
    facts = [d.venue or "", counted(meeting.items, "{number} item", "{number} items")]
    if seen.planned_end is not None:
        facts[-1] += say(", planned end {time}", time=clock(seen.planned_end))
    facts.append(counted(meeting.members, "{number} member", "{number} members"))
    carried = say("carried actions, {carried}", carried=seen.carried) if seen.carried else ""
    head, name = _card_head(d, today), name_of(meeting)
    said = " · ".join(fact for fact in facts if fact)
    return MeetingRow(
        row_id=meeting.id, text=name, kind="card", first=head, second=name, third=said, fourth=carried,
        sentence=say("{head}, {name}, {said}. Enter opens the room", head=head, name=name, said=said), meeting=meeting,
    )  # fmt: skip


def meeting_row(meeting: MeetingSummary) -> MeetingRow:
    """Return the row of a planned meeting."""
    d = meeting.details
    agenda = counted(meeting.items, "{number} item", "{number} items") if meeting.items else say("Not started")
    venue, (icon, tone) = d.venue or "", ("pencil", "ink") if meeting.items else ("circle", "muted")
    return MeetingRow(
        row_id=meeting.id, text=name_of(meeting), kind="meeting", first=day_words(d),
        second=clock(d.start) if d.start else say("no time yet"), third=name_of(meeting), fourth=venue, fifth=agenda,
        icon=icon, tone=tone, sentence=_spoken(d, meeting, venue, say("agenda {agenda}", agenda=agenda)),
        meeting=meeting,
    )  # fmt: skip


def date_row(found: FutureDate) -> MeetingRow:
    """Return the row of a listed date that has no meeting yet."""
    listed = found.listed
    day = short_date(listed.date) if listed.date else listed.as_written or ""
    moved = (
        say("rearranged from {day_month}", day_month=compact_date(listed.rearranged_from))
        if listed.rearranged_from
        else ""
    )
    state = ("x", say("Cancelled"), "bad") if listed.cancelled else ("circle", say("No meeting made yet"), "muted")
    said = [long_date(listed.date) if listed.date else day, found.body_name, moved, state[1]]
    return MeetingRow(
        row_id=f"date {listed.id}", text=found.body_name, kind="date", first=day,
        second=clock(listed.time) if listed.time else "", third=found.body_name, fourth=moved, icon=state[0],
        fifth=state[1], tone=state[2], sentence=", ".join(part for part in said if part), listed=found,
    )  # fmt: skip


def minutes_row(meeting: MeetingSummary) -> MeetingRow:
    """Return the row of a meeting that has been: how far its minutes are, and what is in them."""
    d = meeting.details
    facts = [
        counted(meeting.items, "{number} item", "{number} items"),
        counted(meeting.actions, "{number} action", "{number} actions") if meeting.actions else say("no actions"),
    ]
    if meeting.present:
        facts.append(say("{present} present", present=meeting.present))
    if d.stage is Stage.LIVE:
        facts.insert(0, say("live now"))
    elif d.stage is Stage.PLANNED and not meeting.present:
        facts.insert(0, say("not opened in the room"))
    step = list(MinutesStatus).index(d.status)
    said = ", ".join(facts)
    return MeetingRow(
        row_id=meeting.id, text=name_of(meeting), kind="minutes", first=name_of(meeting), second=day_words(d),
        third=said, step=step, sentence=_spoken(d, meeting, d.status.value, said), meeting=meeting,
    )  # fmt: skip


def name_of(meeting: MeetingSummary) -> str:
    """Return what a meeting is called in the list: its body, and the kind of sitting when it is not the usual one."""
    kind = meeting.details.type
    return (
        meeting.body_name
        if kind is MeetingType.ORDINARY
        else say("{body_name}, {kind} meeting", body_name=meeting.body_name, kind=kind.value)
    )


def day_words(details: MeetingDetails) -> str:
    """Return the day of a meeting as on screen."""
    return short_date(details.date) if details.date else details.date_as_written or say("No date yet")


def _coming(ahead: list[MeetingSummary], dates: list[FutureDate]) -> list[MeetingRow]:
    found = [(when(m), meeting_row(m)) for m in ahead]
    found += [((d.listed.date or date.max, d.listed.time or time.min), date_row(d)) for d in dates]
    rows = [row for _, row in sorted(found, key=lambda pair: pair[0])]
    head = MeetingRow(
        row_id="head",
        text=say("When, body, agenda"),
        kind="head",
        heading=True,
        first=say("When"),
        third=say("Body"),
        fifth=say("Agenda"),
    )
    return [_title(say("Coming up")), head, *rows] if rows else []


def _section(words: str, rows: list[MeetingRow]) -> list[MeetingRow]:
    return [_title(words), *rows] if rows else []


def title_id(words: str) -> str:
    """Return the id of the row that heads a section."""
    return f"title {words}"


def _title(words: str) -> MeetingRow:
    return MeetingRow(row_id=title_id(words), text=words, kind="title", heading=True, first=words)


def _card_head(d: MeetingDetails, today: date) -> str:
    at = f", {clock(d.start)}" if d.start else ""
    if d.stage is Stage.LIVE:
        return say("Live since {time}", time=clock(d.start)) if d.start else say("Live")
    if d.date == today:
        return say("Today{at}", at=at)
    return (
        say("Tomorrow{at}", at=at)
        if d.date == today + timedelta(days=1)
        else say("Next, {date}{at}", date=day_words(d), at=at)
    )


def _spoken(d: MeetingDetails, meeting: MeetingSummary, *parts: str) -> str:
    day = long_date(d.date) if d.date else day_words(d)
    at = clock(d.start) if d.start else ""
    return ", ".join(part for part in (day, at, name_of(meeting), *parts) if part)


def _haystack(meeting: MeetingSummary) -> str:
    d = meeting.details
    day = long_date(d.date) if d.date else ""
    return " ".join((meeting.ref, meeting.body_name, d.title or "", d.venue or "", day_words(d), day, d.status.value))


def _date_words(found: FutureDate) -> str:
    day = found.listed.date
    return f"{short_date(day)} {long_date(day)}" if day else ""


def _finder(words: str) -> Callable[[str], bool]:
    wanted = words.casefold().split()
    return lambda text: all(word in text.casefold() for word in wanted)


def _count(number: int, noun: str) -> str:
    return f"{number} {noun}{'' if number == 1 else 's'}"
