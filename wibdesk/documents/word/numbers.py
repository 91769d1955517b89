"""Which heading numbers count, and in which list of Word's: so that editing renumbers what follows.

Word counts in lists of levels. A number counts where it is a figure with at most something fixed around it ("3.",
"77.", "35/20", "2.3"); what is not ("66/E", "4a", a clock time) stays as typed text. The printed number is the same
either way.
"""

import re
from collections.abc import Iterable
from dataclasses import dataclass, field

MOST = 32767
"""The greatest number that Word counts to."""

_COUNTS = re.compile(
    r"(?P<before>(?:[^\W\d_]{1,12} ?|\()?(?:(?:19|20)[0-9]{2}/)?(?:[0-9]{1,9}\.)*)"
    r"(?P<number>(?<!\.)0|[1-9][0-9]{0,4})"
    r"(?P<after>\.0|[.):]?|/[0-9]{1,9}(?:-[0-9]{1,9})?)"
)
_TAIL = re.compile(r"\.(?P<number>[1-9][0-9]{0,4})(?P<after>[.):]?)")
_CLOCK = re.compile(r"[0-9]{1,2}\.[0-9]{2}")


@dataclass(frozen=True)
class Place:
    """Where a counted heading stands: in which run of numbers (its place in `Numbering.runs`), at which level."""

    run: int
    level: int


@dataclass
class Scheme:
    """One list of Word's: what each of its levels prints, with `%n` for the number at level n, and where it starts."""

    levels: dict[int, str] = field(default_factory=dict)
    starts: dict[int, int] = field(default_factory=dict)


@dataclass(frozen=True)
class NumberRun:
    """Numbers that follow one another in a scheme; `start` at `level` where they do not begin with the scheme's own."""

    scheme: int
    level: int
    start: int | None = None


@dataclass(frozen=True)
class Numbering:
    """The schemes, their runs, and for each heading its place; None for one that has no number or a typed one."""

    schemes: tuple[Scheme, ...]
    runs: tuple[NumberRun, ...]
    places: tuple[Place | None, ...]

    def first_places(self) -> dict[int, Place]:
        """Return where the first counted heading of each level stands: what a new heading of that level follows."""
        return {place.level: place for place in reversed(self.places) if place}


def numbering(headings: Iterable[tuple[int, str | None]]) -> Numbering:
    """Return how these headings (level 1 to 3, printed number) count, in their order."""
    counting = _Counting()
    places = tuple(counting.place(level, number) if number else None for level, number in headings)
    return Numbering(tuple(counting.schemes), tuple(counting.runs), places)


@dataclass(frozen=True)
class _Open:
    """The last counted heading of a level: its printed number without the last stop, and its run."""

    printed: str
    run: int


class _Counting:
    """Counts as Word does: a level starts again after each heading above it in the same scheme."""

    def __init__(self) -> None:
        self.schemes: list[Scheme] = []
        self.runs: list[NumberRun] = []
        self._open: dict[int, _Open] = {}
        self._children: dict[int, int] = {}
        self._series: dict[tuple[int, str, str], tuple[int, int]] = {}

    def place(self, level: int, number: str) -> Place | None:
        """Return where the number counts and remember it; None where it is only text."""
        run = self._below(level, number)
        if run is None:
            run = self._alone(level, number)
        if run is None:
            return None
        self._open = {at: kept for at, kept in self._open.items() if at < level}
        self._children = {at: kept for at, kept in self._children.items() if at <= level}
        self._open[level] = _Open(number.rstrip("."), run)
        return Place(run, level)

    def _below(self, level: int, number: str) -> int | None:
        """Return the run of the heading above where this is its next part: 2.1, then 2.2 below 2."""
        above = next((self._open[at] for at in range(level - 1, 0, -1) if at in self._open), None)
        if above is None or not number.startswith(above.printed):
            return None
        found = _TAIL.fullmatch(number[len(above.printed) :])
        if found is None or int(found["number"]) != self._children.get(level, 0) + 1:
            return None
        parent = max(at for at in self._open if at < level)
        scheme = self.schemes[self.runs[above.run].scheme]
        pattern = f"{scheme.levels[parent].rstrip('.')}.%{level}{found['after']}"
        if scheme.levels.setdefault(level, pattern) != pattern:
            return None
        self._children[level] = int(found["number"])
        return above.run

    def _alone(self, level: int, number: str) -> int | None:
        """Return the run that the number goes on or begins; what stands before and after its figure is fixed."""
        found = _COUNTS.fullmatch(number)
        if found is None or int(found["number"]) > MOST:
            return None
        key, value = (level, found["before"], found["after"]), int(found["number"])
        run, last = self._series.get(key, (None, None))
        follows = last is not None and value == last + 1
        if not follows and _CLOCK.fullmatch(number):
            return None
        if run is None or not follows:
            run = self._begin(key, value, run)
        self._series[key] = (run, value)
        return run

    def _begin(self, key: tuple[int, str, str], value: int, before: int | None) -> int:
        level, lead, tail = key
        if before is None:
            self.schemes.append(Scheme({level: f"{lead}%{level}{tail}"}, {level: value}))
            self.runs.append(NumberRun(len(self.schemes) - 1, level))
        else:
            self.runs.append(NumberRun(self.runs[before].scheme, level, value))
        return len(self.runs) - 1
