"""The marks before list lines and decision parts, by the rule that the page is numbered by."""

from collections.abc import Sequence

from wibdesk.domain.entries import Bullet, Decision, Entry, Numbered, PrivateNote
from wibdesk.domain.numbering import Counter, label, number_style


def list_marks(entries: Sequence[Entry]) -> dict[str, str]:
    """Return the number before each numbered line by its entry; a private note, which no page has, ends no list."""
    marks: dict[str, str] = {}
    counter = Counter()
    for entry in entries:
        if isinstance(entry, Numbered):
            style = number_style(entry.style)
            marks[entry.id] = label(style, counter.next(entry.level, style, entry.start)[1])
        elif isinstance(entry, Bullet):
            counter.interrupt(entry.level)
        elif not isinstance(entry, PrivateNote):
            counter.interrupt()
    return marks


def part_mark(entry: Decision, part: int) -> str:
    """Return the number before a part of a decision, empty where its parts are not numbered."""
    return label(number_style(entry.style), part + 1) if entry.style else ""
