"""Dates, times and figures as the clerk writes them, with what was read said below the field."""

import datetime as dt
from collections.abc import Callable
from datetime import date, time

from PySide6.QtCore import QObject

from ui.widgets.fields import Field, LineField
from wibdesk.domain.dates import clock, long_date, read_date, read_time, short_date
from wibdesk.language import later, say

Today = Callable[[], date]
SOON = ("today", "tomorrow")
AS = later("As 6 Oct 2026, 6/10/26 or tomorrow.")


class WrittenDate(QObject):
    """A date typed as British clerks do ("6/10", "6 Oct"); the day that was read stands below the field."""

    def __init__(self, field: Field, near: Today) -> None:
        super().__init__(field)
        self.field, self.near, self.remark = field, near, _no_remark
        self.line.textChanged.connect(self._read_out)
        self._read_out()

    @property
    def line(self) -> LineField:
        """The line that is typed in."""
        return _line(self.field)

    def show(self, day: date | None) -> None:
        """Put a day into the field."""
        self.line.setText(short_date(day) if day else "")

    def day(self) -> date | None:
        """Return the day that was read, or None."""
        words = self.line.text().strip().lower()
        if words in SOON:
            return self.near() + dt.timedelta(days=SOON.index(words))
        return read_date(words, near=self.near())

    def trouble(self, *, needed: bool = False) -> str:
        """Return what is wrong with the words, empty when they read as a day or may be left out."""
        words = self.line.text().strip()
        if words and self.day() is None:
            return say("“{words}” is no day that can be read: type it as 6 Oct 2026 or 6/10/26.", words=words)
        return say("A date is needed: type it as 6 Oct 2026 or 6/10/26.") if needed and not words else ""

    def _read_out(self) -> None:
        day, words = self.day(), self.line.text().strip()
        read = long_date(day) if day else say("No such day yet") if words else say(AS)
        _say(self.field, ". ".join(part for part in (read, self.remark(day)) if part))


class WrittenTime(QObject):
    """A clock time typed in any usual form ("9.30", "2 pm"); the 24-hour time stands below the field."""

    def __init__(self, field: Field) -> None:
        super().__init__(field)
        self.field = field
        self.line.textChanged.connect(self._read_out)

    @property
    def line(self) -> LineField:
        """The line that is typed in."""
        return _line(self.field)

    def show(self, moment: time | None) -> None:
        """Put a time into the field."""
        self.line.setText(clock(moment) if moment is not None else "")

    def moment(self) -> time | None:
        """Return the time that was read, or None."""
        return read_time(self.line.text())

    def trouble(self) -> str:
        """Return what is wrong with the words, empty when they read as a time or there are none."""
        words = self.line.text().strip()
        return (
            say("“{words}” is no clock time: type it as 9.30 or 14:30.", words=words)
            if words and self.moment() is None
            else ""
        )

    def _read_out(self) -> None:
        words, moment = self.line.text().strip(), self.moment()
        if moment is None:
            _say(self.field, say("No such time yet") if words else "")
        else:
            _say(self.field, clock(moment) if clock(moment) != words else "")


def whole_number(words: str, *, most: int, what: str) -> tuple[int | None, str]:
    """Return the figure in words and what is wrong with it: "20" gives (20, ""), "" gives (None, "")."""
    text = words.strip()
    if not text:
        return None, ""
    if text.isascii() and text.isdigit() and len(text) <= 6 and int(text) <= most:
        return int(text), ""
    return None, say("{what} is a whole number from 0 to {most}.", what=what, most=most)


def _line(field: Field) -> LineField:
    assert isinstance(field.widget, LineField)
    return field.widget


def _say(field: Field, words: str) -> None:
    field.help = words
    field.set_trouble()


def _no_remark(day: date | None) -> str:
    return ""
