"""How a house style writes dates and times."""

from dataclasses import dataclass, field
from datetime import date, time
from typing import Literal

from wibdesk.domain.dates import compact_date, day_name, month_name, spoken_time
from wibdesk.domain.paper_words import PaperWords, to_write, write

DateForm = Literal["long", "comma", "ordinal", "ordinal_comma", "numeric"]
TimeForm = Literal["2.30 pm", "2.30pm", "14:30", "14.30"]


@dataclass(frozen=True)
class Forms:
    """The form of dates and of times in one document."""

    dates: DateForm = "long"
    times: TimeForm = "2.30 pm"
    words: PaperWords = field(default=PaperWords(), compare=False)
    """The language of who prints them: what is put into minutes is written in these."""

    def long(self, day: date) -> str:
        """Return a date with its weekday: `Tuesday 1 August 2017`, `Tuesday, 1st August, 2017`; `01/08/17` has none."""
        if self.dates == "numeric":
            return self.plain(day)
        form = to_write("{weekday}, {date}") if self.dates.endswith("comma") else to_write("{weekday} {date}")
        return write(form, weekday=day_name(day), date=self.plain(day))

    def plain(self, day: date) -> str:
        """Return a date for running text: `1 August 2017`, `1st August 2017`, `1st August, 2017` or `01/08/17`."""
        if self.dates == "numeric":
            year = f"{day.year % 100:02}" if 2000 <= day.year < 2100 else f"{day.year:04}"
            return f"{day.day:02}/{day.month:02}/{year}"
        number = write(_ordinal(day.day), day=day.day) if self.dates.startswith("ordinal") else day.day
        form = to_write("{day} {month}, {year}") if self.dates == "ordinal_comma" else to_write("{day} {month} {year}")
        return write(form, day=number, month=month_name(day), year=day.year)

    def compact(self, day: date) -> str:
        """Return a date for a narrow column: `1 Aug 2017` or `01/08/17`."""
        return self.plain(day) if self.dates == "numeric" else compact_date(day)

    def time(self, moment: time) -> str:
        """Return a time: `2.30 pm`, `2 pm` and `12 noon`, or by the 24-hour clock `14:30`."""
        if self.times == "2.30 pm":
            return spoken_time(moment)
        if self.times == "2.30pm":
            spoken = spoken_time(moment)
            return spoken if moment.minute == 0 and moment.hour in (0, 12) else spoken.replace(" ", "")
        return f"{moment.hour:02}{self.times[2]}{moment.minute:02}"


def _ordinal(day: int) -> str:
    others = to_write("{day}th")
    ends = {1: to_write("{day}st"), 2: to_write("{day}nd"), 3: to_write("{day}rd")}
    return others if 10 < day < 14 else ends.get(day % 10, others)
