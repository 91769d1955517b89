"""How a house style writes dates and times."""

from dataclasses import dataclass
from datetime import date, time
from typing import Literal

from wibdesk.domain.dates import DAYS, MONTHS, spoken_time

DateForm = Literal["long", "comma", "ordinal", "ordinal_comma", "numeric"]
TimeForm = Literal["2.30 pm", "2.30pm", "14:30", "14.30"]


@dataclass(frozen=True)
class Forms:
    """The form of dates and of times in one document."""

    dates: DateForm = "long"
    times: TimeForm = "2.30 pm"

    def long(self, day: date) -> str:
        """Return a date with its weekday: `Tuesday 1 August 2017`, `Tuesday, 1st August, 2017`; `01/08/17` has none."""
        if self.dates == "numeric":
            return self.plain(day)
        comma = "," if self.dates.endswith("comma") else ""
        return f"{DAYS[day.weekday()]}{comma} {self.plain(day)}"

    def plain(self, day: date) -> str:
        """Return a date for running text: `1 August 2017`, `1st August 2017`, `1st August, 2017` or `01/08/17`."""
        if self.dates == "numeric":
            year = f"{day.year % 100:02}" if 2000 <= day.year < 2100 else f"{day.year:04}"
            return f"{day.day:02}/{day.month:02}/{year}"
        number = f"{day.day}{_ending(day.day)}" if self.dates.startswith("ordinal") else f"{day.day}"
        comma = "," if self.dates == "ordinal_comma" else ""
        return f"{number} {MONTHS[day.month - 1]}{comma} {day.year}"

    def compact(self, day: date) -> str:
        """Return a date for a narrow column: `1 Aug 2017` or `01/08/17`."""
        return self.plain(day) if self.dates == "numeric" else f"{day.day} {MONTHS[day.month - 1][:3]} {day.year}"

    def time(self, moment: time) -> str:
        """Return a time: `2.30 pm`, `2 pm` and `12 noon`, or by the 24-hour clock `14:30`."""
        if self.times == "2.30 pm":
            return spoken_time(moment)
        if self.times == "2.30pm":
            spoken = spoken_time(moment)
            return spoken if moment.minute == 0 and moment.hour in (0, 12) else spoken.replace(" ", "")
        return f"{moment.hour:02}{self.times[2]}{moment.minute:02}"


def _ending(day: int) -> str:
    return "th" if 10 < day < 14 else {1: "st", 2: "nd", 3: "rd"}.get(day % 10, "th")
