"""A chart as plain records: what it says, what it shows, and the same as a table."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from typing import TypeAlias


@dataclass(frozen=True)
class Column:
    """An upright bar: `part` of its value is hatched. `group` is what neighbours share, such as a year.

    `key` is what it leads to, for who can follow it.
    """

    name: str
    value: int
    part: int = 0
    group: str = ""
    key: str = ""


@dataclass(frozen=True)
class Columns:
    """Upright bars over time, oldest left, the last one stressed; `part_word` says what the hatched part is."""

    columns: tuple[Column, ...]
    part_word: str


@dataclass(frozen=True)
class Bar:
    """A level bar with what is said at its end: `part` of the value is hatched, and up to `whole` it is empty."""

    name: str
    value: float
    said: str
    part: float = 0
    whole: float = 0
    stressed: bool = False
    key: str = ""


@dataclass(frozen=True)
class Bars:
    """Level bars, one below the other."""

    bars: tuple[Bar, ...]


@dataclass(frozen=True)
class GridRow:
    """One line of squares with what is said at its end; a mark that is empty is a filled square."""

    name: str
    marks: tuple[str, ...]
    said: str
    stressed: bool = False
    key: str = ""


@dataclass(frozen=True)
class Grid:
    """Squares by row and column, and what their marks mean, in words below."""

    rows: tuple[GridRow, ...]
    key: str


@dataclass(frozen=True)
class TimeRow:
    """One line of time: days with how each stands (done, due or late), and what is said at its end."""

    name: str
    points: tuple[tuple[date, str], ...]
    said: str
    stressed: bool = False
    key: str = ""


@dataclass(frozen=True)
class Timeline:
    """Lines of one time below each other, with the day of today and what the marks mean in words."""

    rows: tuple[TimeRow, ...]
    today: date
    key: str


Picture: TypeAlias = Columns | Bars | Grid | Timeline
Value: TypeAlias = str | int | date


@dataclass(frozen=True)
class Chart:
    """A chart with its finding as heading, what it is about, and its figures as a table whose first column names.

    `name` tells charts of one report apart. `also` says in a line what the picture leaves out.
    """

    name: str
    finding: str
    about: str
    picture: Picture
    header: tuple[str, ...]
    rows: tuple[tuple[Value, ...], ...]
    widths: tuple[float, ...]
    also: str = ""

    @property
    def values(self) -> str:
        """All figures in words, for who cannot see the picture."""
        return " ".join(f"{row[0]}: {', '.join(self._cells(row))}." for row in self.rows)

    @property
    def words(self) -> str:
        """The finding and all figures, in place of the picture."""
        return f"{self.finding}. {self.about}. {self.values}"

    def _cells(self, row: tuple[Value, ...]) -> Iterator[str]:
        for name, value in zip(self.header[1:], row[1:], strict=True):
            yield f"{name[:1].lower()}{name[1:]} {value}"
