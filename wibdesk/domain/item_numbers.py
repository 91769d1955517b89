"""The numbers of agenda items as a house style gives them: from 1, on through the municipal year, or with the year."""

import re
from collections.abc import Iterable
from dataclasses import dataclass, replace
from datetime import date

from wibdesk.domain.agenda import Item
from wibdesk.domain.house_style import HouseStyle, ItemNumbers

_GIVEN = re.compile(r"(?P<serial>[0-9]{1,6})(?P<year>/[0-9]{2})?")
_TO_COME = "0"
"""The number of an item whose turn to be numbered has not come: a plain one, so that it is ours."""


@dataclass(frozen=True)
class NumberingRule:
    """How items are numbered.

    `year_starts` is the month (1 to 12) in which the municipal year begins, `exempt_suffix` what follows the number of
    an item of part 2.
    """

    numbers: ItemNumbers = "restart"
    year_starts: int = 5
    exempt_suffix: str = ""

    @property
    def runs_on(self) -> bool:
        """Whether the numbers go on from meeting to meeting."""
        return self.numbers in ("continue", "number_year")


ONE_TWO_THREE = NumberingRule()
"""What holds where a house style says nothing else."""


def rule_of(style: HouseStyle) -> NumberingRule:
    """Return how a house style numbers items."""
    return NumberingRule(style.item_numbers, style.year_starts, style.exempt_suffix)


def year_begins(day: date, rule: NumberingRule) -> date:
    """Return the first day of the municipal year in which a day falls."""
    return date(max(day.year - (day.month < rule.year_starts), 1), rule.year_starts, 1)


def serial_of(number: str | None, rule: NumberingRule) -> int | None:
    """Return the count in a number of the desk's own making; None for none, and for one that is the clerk's own.

    The desk's own are plain numbers and, where the rule makes such, `35/26` and numbers with the exempt suffix.
    """
    bare = (number or "").removesuffix(rule.exempt_suffix)
    found = _GIVEN.fullmatch(bare)
    if found is None or (found["year"] and rule.numbers != "number_year"):
        return None
    return int(found["serial"])


def highest(numbers: Iterable[str | None], rule: NumberingRule) -> int:
    """Return the highest count among the numbers, 0 where none has one."""
    return max((serial for number in numbers if (serial := serial_of(number, rule)) is not None), default=0)


def numberless(items: tuple[Item, ...], rule: NumberingRule) -> tuple[Item, ...]:
    """Return the items with each number that this rule gave made free for another rule to give."""
    bare = rule.numbers == "none"
    return tuple(
        replace(item, number=_TO_COME)
        if serial_of(item.number, rule) is not None or (bare and item.number is None)
        else item
        for item in items
    )


def renumber(
    items: tuple[Item, ...], rule: NumberingRule = ONE_TWO_THREE, *, first: int = 1, day: date | None = None
) -> tuple[Item, ...]:
    """Give the items the numbers `first`, `first` + 1 … in order, if any of them has a number; else leave them bare.

    A number that is the clerk's own ("12a", "66/E") stays. With `number_year` the last two digits of the calendar year
    in which the municipal year of `day` began follow (`35/26` from May 2026 to April 2027); a meeting without a day has
    plain numbers till it has one. The rule `none` takes the desk's own numbers away.
    """
    if not any(item.number for item in items):
        return items
    out: list[Item] = []
    serial = first
    for item in items:
        if item.number and serial_of(item.number, rule) is None:
            out.append(item)
        else:
            out.append(replace(item, number=_number(serial, item, rule, day)))
            serial += 1
    return tuple(out)


def _number(serial: int, item: Item, rule: NumberingRule, day: date | None) -> str | None:
    if rule.numbers == "none":
        return None
    dated = rule.numbers == "number_year" and day is not None
    year = f"/{year_begins(day, rule).year % 100:02}" if dated and day is not None else ""
    return f"{serial}{year}{rule.exempt_suffix if item.part == 2 else ''}"
