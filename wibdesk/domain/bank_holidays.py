"""The bank holidays of England and Wales, reckoned by rule: no list to fetch, and right for years to come."""

from collections.abc import Iterator
from datetime import date
from functools import cache

from dateutil.easter import easter
from dateutil.relativedelta import MO, relativedelta

_PROCLAIMED = {
    2011: (date(2011, 4, 29),),
    2012: (date(2012, 6, 4), date(2012, 6, 5)),
    2022: (date(2022, 6, 2), date(2022, 6, 3), date(2022, 9, 19)),
    2023: (date(2023, 5, 8),),
}
"""One-off days, and the spring holiday moved to one; what is proclaimed later is added here."""
_SPRING_MOVED = frozenset((2012, 2022))


@cache
def bank_holidays(first: int, last: int) -> tuple[date, ...]:
    """Return the bank holidays of the years from `first` to `last`, in order, as they fall since 1978."""
    return tuple(sorted(day for year in range(first, last + 1) for day in _of_year(year)))


def _of_year(year: int) -> Iterator[date]:
    sunday = easter(year)
    yield from (sunday + relativedelta(days=-2), sunday + relativedelta(days=1))
    # 2020: Friday 8 May, for the 75th anniversary of Victory in Europe.
    yield date(2020, 5, 8) if year == 2020 else date(year, 5, 1) + relativedelta(weekday=MO(+1))
    if year not in _SPRING_MOVED:
        yield date(year, 5, 31) + relativedelta(weekday=MO(-1))
    yield date(year, 8, 31) + relativedelta(weekday=MO(-1))
    yield _next_working_day(date(year, 1, 1))
    christmas = _next_working_day(date(year, 12, 25))
    boxing = _next_working_day(date(year, 12, 26))
    yield from (christmas, boxing if boxing != christmas else christmas + relativedelta(days=1))
    yield from _PROCLAIMED.get(year, ())


def _next_working_day(day: date) -> date:
    return day + relativedelta(weekday=MO(+1)) if day.weekday() > 4 else day
