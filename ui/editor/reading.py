"""Reads a document back into entries after something that is not our keys changed its blocks, such as dictation."""

from dataclasses import replace

from PySide6.QtGui import QTextDocument

from ui.editor.lines import Line, lines_of
from ui.editor.page import entry_id, read_line
from ui.editor.sheet import Sheet, sheet_of, with_lines
from wibdesk.domain.entries import Decision, Entry, Paragraph, Table
from wibdesk.domain.ids import new_id
from wibdesk.domain.rich_text import to_markup


def read_back(document: QTextDocument, known: Sheet) -> Sheet:
    """Return the entries that the blocks say they are; what has no entry becomes a paragraph, no id stands twice."""
    by_id = {entry.id: entry for entry in known.entries}
    found: dict[str, list[Line]] = {}
    order: list[str] = []
    loose: dict[str, Entry] = {}
    block = document.begin()
    while block.isValid():
        owner, line = entry_id(block), read_line(block)
        single = owner in found and not isinstance(by_id.get(owner), (Decision, Table))
        if owner not in by_id or single:
            fresh = Paragraph(to_markup(line), id=new_id())
            loose[fresh.id] = fresh
            order.append(fresh.id)
        else:
            if owner not in found:
                order.append(owner)
            found.setdefault(owner, []).append(line)
        block = block.next()
    return sheet_of([loose[i] if i in loose else _entry(by_id[i], found[i]) for i in order])


def _entry(entry: Entry, lines: list[Line]) -> Entry:
    if isinstance(entry, Table) and len(lines) != len(lines_of(entry)):
        words = tuple((to_markup(line),) for line in lines)
        return replace(entry, header=(), rows=words, caption=None)
    return with_lines(entry, lines)
