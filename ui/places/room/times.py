"""Times of the room: how long it runs, how long each item took, when it was planned to end and will."""

from collections.abc import Sequence
from datetime import time

from wibdesk.domain.adjournments import Adjournment
from wibdesk.domain.agenda import Item, ItemState
from wibdesk.domain.meetings import MeetingDetails, Stage
from wibdesk.language import counted, say

DAY = 24 * 60


def minutes_of(moment: time) -> int:
    """Return the minutes since midnight."""
    return moment.hour * 60 + moment.minute


def minutes_between(start: time, end: time) -> int:
    """Return the minutes from one clock time to the next such time, over midnight if need be."""
    return (minutes_of(end) - minutes_of(start)) % DAY


def later_by(start: time, minutes: int) -> time:
    """Return the clock time so many minutes later."""
    total = (minutes_of(start) + minutes) % DAY
    return time(total // 60, total % 60)


def hours_and_minutes(minutes: int) -> str:
    """Return a length of time as on the pill: `0:47`."""
    return f"{minutes // 60}:{minutes % 60:02}"


def spoken_length(minutes: int) -> str:
    """Return a length of time as read out: `1 hour 5 minutes`."""
    hours, rest = divmod(minutes, 60)
    words = [
        counted(hours, "{number} hour", "{number} hours") if hours else "",
        counted(rest, "{number} minute", "{number} minutes") if rest or not hours else "",
    ]
    return " ".join(filter(None, words))


def sitting_minutes(start: time, stop: time, adjourned: Sequence[Adjournment] = ()) -> int:
    """Return the minutes from start to stop, over midnight if need be, without those in which the meeting did not sit.

    An adjournment that lasts reaches to `stop`.
    """
    whole = minutes_between(start, stop)
    away = 0
    for each in adjourned:
        begins = _after(start, each.began)  # it may have begun before
        ends = whole if each.resumed is None else begins + minutes_between(each.began, each.resumed)
        away += max(min(ends, whole) - min(max(begins, 0), whole), 0)
    return whole - away


def spent_minutes(
    items: Sequence[Item], now: time, end: time | None, adjourned: Sequence[Adjournment] = ()
) -> dict[str, int]:
    """Return how many minutes each item that was begun took: until the next was begun, the end, or now.

    Time in which the meeting stood adjourned is nobody's.
    """
    begun = sorted(((i.began, i) for i in items if i.began is not None), key=lambda pair: pair[0])
    if len(begun) > 1 and minutes_between(begun[0][0], begun[-1][0]) > DAY // 2:
        # The sitting went over midnight: the evening comes before the small hours.
        begun.sort(key=lambda pair: (pair[0].hour < DAY // 120, pair[0]))
    stops = [*(began for began, _ in begun[1:]), end or now]
    return {item.id: sitting_minutes(began, stop, adjourned) for (began, item), stop in zip(begun, stops, strict=False)}


def planned_end(details: MeetingDetails, items: Sequence[Item]) -> time | None:
    """Return the planned end: the last clock time and the minutes from there, else the start and all minutes."""
    timed = [(n, i) for n, i in enumerate(items) if i.time is not None]
    if timed:
        number, item = timed[-1]
        rest = sum(i.planned_minutes or 0 for i in items[number:])
        return later_by(item.time, rest) if rest and item.time is not None else None
    start = details.planned_start or details.start
    total = sum(i.planned_minutes or 0 for i in items)
    return later_by(start, total) if start is not None and total else None


def forecast_end(
    details: MeetingDetails, items: Sequence[Item], now: time, adjourned: Sequence[Adjournment] = ()
) -> time | None:
    """Return when the meeting ends if what is left takes what was planned for it; None unless it is live."""
    if details.stage is not Stage.LIVE or not any(i.planned_minutes for i in items):
        return None
    spent = spent_minutes(items, now, None, adjourned)
    left = sum(i.planned_minutes or 0 for i in items if i.state is ItemState.LATER)
    open_now = [i for i in items if i.state is ItemState.NOW]
    left += sum(max((i.planned_minutes or 0) - spent.get(i.id, 0), 0) for i in open_now)
    return later_by(now, left)


def pace_words(details: MeetingDetails, items: Sequence[Item], now: time, adjourned: Sequence[Adjournment] = ()) -> str:
    """Return how the time stands, to tell the chair: `12 min late: 3 items left, 20 min to the planned end`."""
    left = sum(item.state is not ItemState.DONE for item in items)
    items_left = counted(left, "{number} item left", "{number} items left")
    end, pace = planned_end(details, items), forecast_end(details, items, now, adjourned)
    if end is None or pace is None:
        return say("{items_left}, no time was planned.", items_left=items_left)
    late, rest = _after(end, pace), _after(now, end)
    stands = (
        say("{late} min late", late=late)
        if late > 0
        else say("{words} min early", words=-late)
        if late < 0
        else say("On time")
    )
    return f"{stands}: {items_left}, " + (
        say("{number} min to the planned end.", number=rest) if rest >= 0 else say("{words} min past it.", words=-rest)
    )


def over_words(spent: int | None, planned: int | None) -> str:
    """Return `6 min over`, `14 of 20 min`, `14 min`, or nothing where the item has not begun."""
    if spent is None:
        return ""
    if not planned:
        return say("{spent} min", spent=spent)
    return (
        say("{spent} min over", spent=spent - planned)
        if spent > planned
        else say("{spent} of {planned} min", spent=spent, planned=planned)
    )


def is_over(spent: int | None, planned: int | None) -> bool:
    """Say whether an item has taken longer than was planned."""
    return spent is not None and bool(planned) and spent > (planned or 0)


def _after(one: time, other: time) -> int:
    """Return the minutes from one clock time to another, below 0 where it is the earlier; over midnight if need be."""
    minutes = minutes_between(one, other)
    return minutes - DAY if minutes > DAY // 2 else minutes
