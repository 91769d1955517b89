"""Versions of an item as rows by time, and the words of its entries as lines that can be compared."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from PySide6.QtCore import QRectF
from PySide6.QtGui import QPainter

from ui import paint
from ui.editor.lines import columns_of, lines_of, words_of
from ui.lists import Row, RowDelegate, RowState
from wibdesk.domain.dates import short_date
from wibdesk.domain.entries import Action, Decision, Entry, PrivateNote, Table
from wibdesk.domain.history import Version
from wibdesk.language import say


@dataclass(frozen=True, kw_only=True)
class VersionRow(Row):
    """One version: `text` is its time, `story` how many words it has and how many more or fewer than now."""

    story: str = ""


class VersionDelegate(RowDelegate):
    """Paints the time, and how many words there were beside it."""

    height = 34

    def draw(self, p: QPainter, rect: QRectF, row: Any, state: RowState) -> None:
        """Paint time and story on one line."""
        t = self.theme
        ink, quiet = ("on_selected", "on_selected") if state.chosen else ("ink", "muted")
        line = rect.adjusted(t.px(16), 0, -self.inset(12), 0)
        wide = paint.text(p, t, line, row.text, "strong", ink)
        paint.text(p, t, line.adjusted(wide + t.px(10), 0, 0, 0), row.story, "small", quiet)


def version_rows(versions: Sequence[Version], present: Sequence[Entry], now: datetime) -> list[VersionRow]:
    """Return the rows of versions, newest first as they come; `now` is the desk's time."""
    words = count_words(present)
    rows = []
    for version in versions:
        at, there = _at(version.at, now), count_words(version.entries)
        story = f"{_counted(there)} · {_against(there, words)}"
        rows.append(VersionRow(row_id=version.id, text=at, story=story, sentence=f"{at}, {story.replace(' ·', ',')}"))
    return rows


def entry_lines(entries: Sequence[Entry]) -> tuple[str, ...]:
    """Return entries as lines of words: the kind of those that are more than words, owners and date of an action."""
    return tuple(line for entry in entries for line in _lines(entry) if line.strip())


def count_words(entries: Sequence[Entry]) -> int:
    """Return how many words stand in entries."""
    return sum(len(words_of(line).split()) for entry in entries for line in lines_of(entry))


def _lines(entry: Entry) -> list[str]:
    lines = [words_of(line).replace("\n", " ") for line in lines_of(entry)]
    if isinstance(entry, Action):
        facts = ", ".join(filter(None, ("; ".join(entry.owners), entry.due.words)))
        name = say("Action {ref}", ref=entry.ref) if entry.ref else say("Action")
        return [f"{name}: {lines[0]} ({facts})" if facts else f"{name}: {lines[0]}"]
    if isinstance(entry, Table):
        wide, cells = columns_of(entry), lines[1:]
        return [lines[0], *(" · ".join(cells[at : at + wide]) for at in range(0, len(cells), wide))]
    if isinstance(entry, Decision):
        return [say("Decision: {line}", line=line) for line in lines]
    if isinstance(entry, PrivateNote):
        return [say("Private note: {line}", line=line) for line in lines]
    return lines


def _at(at: datetime, now: datetime) -> str:
    local = at.astimezone(now.tzinfo)
    return f"{local:%H:%M}" if local.date() == now.date() else f"{short_date(local.date())} {local:%H:%M}"


def _counted(count: int) -> str:
    return say("1 word") if count == 1 else say("{count} words", count=count)


def _against(there: int, now: int) -> str:
    if there == now:
        return say("as many as now")
    return (
        say("{number} more than now", number=there - now)
        if there > now
        else say("{number} fewer than now", number=now - there)
    )
