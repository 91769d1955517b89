"""Bold, italic, underline and links over what is selected, across as many entries as it touches."""

from collections.abc import Callable
from dataclasses import replace

from ui.editor.lines import Line, lines_of, with_line, words_of
from ui.editor.sheet import Sheet, cut, joined
from wibdesk.domain.entries import Entry, Table
from wibdesk.domain.rich_text import Span
from wibdesk.domain.sentences import Structured


def takes_looks(entry: Entry, part: int) -> bool:
    """Say whether a line holds looks: sentences made of facts, and captions, are plain words."""
    return not isinstance(entry, Structured) and not (isinstance(entry, Table) and part == 0)


def _stretches(sheet: Sheet) -> list[tuple[int, int, int, int]]:
    """Return entry position, line, start and end of every stretch selected that can have a look."""
    first, last = sheet.selection()
    start, end = sheet.index(first.entry), sheet.index(last.entry)
    out = []
    for n in range(start, end + 1):
        for part, line in enumerate(lines_of(sheet.entries[n])):
            if (n == start and part < first.part) or (n == end and part > last.part):
                continue
            begin = first.offset if n == start and part == first.part else 0
            stop = last.offset if n == end and part == last.part else len(words_of(line))
            if begin < stop and takes_looks(sheet.entries[n], part):
                out.append((n, part, begin, stop))
    return out


def toggled(sheet: Sheet, look: str) -> Sheet:
    """Switch a look (bold, italic, underline) on for what is selected, or off where all of it has it already."""
    stretches = _stretches(sheet)
    lines = [cut(lines_of(sheet.entries[n])[part], begin, stop) for n, part, begin, stop in stretches]
    wanted = not all(getattr(span, look) for line in lines for span in line)
    return _changed(sheet, stretches, lambda span: _with(span, look, wanted=wanted))


def linked(sheet: Sheet, address: str | None) -> Sheet:
    """Lead what is selected to an address, or (None) nowhere any more."""
    return _changed(sheet, _stretches(sheet), lambda span: replace(span, link=address))


def _with(span: Span, look: str, *, wanted: bool) -> Span:
    if look == "bold":
        return replace(span, bold=wanted)
    return replace(span, italic=wanted) if look == "italic" else replace(span, underline=wanted)


def _changed(sheet: Sheet, stretches: list[tuple[int, int, int, int]], look: Callable[[Span], Span]) -> Sheet:
    entries = list(sheet.entries)
    for n, part, begin, stop in stretches:
        line = lines_of(entries[n])[part]
        middle: Line = tuple(look(span) for span in cut(line, begin, stop))
        entries[n] = with_line(entries[n], part, joined(cut(line, 0, begin), middle, cut(line, stop)))
    return replace(sheet, entries=tuple(entries))
