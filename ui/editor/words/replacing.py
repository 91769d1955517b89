"""Other words for a stretch of the line of the caret: each takes a sheet and returns the sheet after it."""

from dataclasses import replace

from ui.editor.lines import Line, lines_of, shown_text, with_line, words_of
from ui.editor.sheet import Caret, Sheet, cut, joined
from ui.editor.structure import without_selection
from wibdesk.domain.phrases import Slot, slots_of
from wibdesk.domain.rich_text import Span
from wibdesk.shorthand.words.ended import Change
from wibdesk.shorthand.words.verbatim import CLOSE, OPEN, quoted_at, to_quote


def line_here(sheet: Sheet) -> Line:
    """Return the line in which the caret stands."""
    return lines_of(sheet.current())[sheet.caret.at.part]


def with_change(sheet: Sheet, change: Change) -> Sheet:
    """Return the sheet with a stretch of the line written anew, in the look it has; the caret stays behind its words.

    What is selected is given up, not removed.
    """
    spot, line = sheet.caret.at, line_here(sheet)
    look = next(iter(cut(line, change.start, change.start + 1) or cut(line, change.start - 1, change.start)), Span(""))
    fresh = replace(look, text=shown_text(change.words), link=None)
    whole = joined(cut(line, 0, change.start), (fresh,) if fresh.text else (), cut(line, change.end))
    if spot.offset >= change.end:
        spot = replace(spot, offset=spot.offset + change.grows)
    return replace(_with_here(sheet, whole), caret=Caret(spot))


def with_words(sheet: Sheet, words: str) -> Sheet:
    """Return the sheet with words put in at the caret, in place of what is selected."""
    sheet = without_selection(sheet)
    at = sheet.caret.at.offset
    return with_change(sheet, Change(at, at, words))


def with_phrase(sheet: Sheet, words: str) -> Sheet:
    """Return the sheet with a phrase put in, its first slot selected; a blank keeps it from the word before it."""
    sheet = without_selection(sheet)
    spot = sheet.caret.at
    before = words_of(line_here(sheet))[: spot.offset]
    gap = " " if before and not before[-1].isspace() and before[-1] not in "([“‘" else ""
    after = with_words(sheet, gap + words)
    slots = slots_of(words)
    begins = spot.offset + len(gap)
    return with_slot(after, Slot(slots[0].name, begins + slots[0].start, begins + slots[0].end)) if slots else after


def with_slot(sheet: Sheet, slot: Slot) -> Sheet:
    """Return the sheet with a slot of the line selected, so that what is typed fills it."""
    spot = sheet.caret.at
    return replace(sheet, caret=Caret(replace(spot, offset=slot.end), replace(spot, offset=slot.start)))


def quoted(sheet: Sheet) -> Sheet:
    """Return the sheet with quotation marks round what is selected in a line, else round the word at the caret.

    Between blanks an empty pair is put in to type between. What stands in marks already comes out of them.
    """
    first, last = sheet.selection()
    if (first.entry, first.part) != (last.entry, last.part):
        return sheet
    sheet = replace(sheet, caret=Caret(last))
    line = line_here(sheet)
    words = words_of(line)
    marked = quoted_at(words, first.offset, last.offset)
    if marked is not None:
        start, end = marked
        whole = joined(cut(line, 0, start), cut(line, start + 1, end - 1), cut(line, end))
        at = min(max(last.offset - 1, start), end - 2)
    else:
        start, end = to_quote(words, first.offset, last.offset)
        whole = joined(cut(line, 0, start), (Span(OPEN),), cut(line, start, end), (Span(CLOSE),), cut(line, end))
        at = end + (2 if end > start else 1)
    return replace(_with_here(sheet, whole), caret=Caret(replace(last, offset=at)))


def _with_here(sheet: Sheet, line: Line) -> Sheet:
    return sheet.with_entry(with_line(sheet.current(), sheet.caret.at.part, line))
