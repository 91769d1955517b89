"""Which line of the sheet is read as shorthand, and the sheet after it was recorded. Nothing here knows Qt."""

from collections.abc import Container, Sequence
from dataclasses import replace

from ui.editor.lines import lines_of, markup_of, with_line, words_of
from ui.editor.sheet import Caret, Sheet, Spot, end_of, sheet_of, with_lines
from ui.editor.structure import split
from wibdesk.domain.entries import Bullet, Decision, Entry, Numbered, Paragraph, PrivateNote
from wibdesk.domain.parking import PARKED, is_parked, parked_words

LEADS = frozenset("/aA")
"""The letters that a command can begin with: `/a`, `ACTION:`; every other line costs no more than this question."""


def typed_line(sheet: Sheet, shown: Container[str]) -> str | None:
    """Return the line of the caret, in markup, where a command may stand in it, None elsewhere.

    A command is read where it begins a whole paragraph, or a bulleted line, numbered line or last part of a decision
    that the clerk began since the item was shown; `shown` holds the ids of the entries there were then.
    """
    entry, spot = sheet.current(), sheet.caret.at
    if sheet.caret.anchor is not None or not _fresh(entry, spot, shown):
        return None
    line = lines_of(entry)[spot.part]
    words = words_of(line)
    return markup_of(line) if words[:1] in LEADS and "\n" not in words else None


def _fresh(entry: Entry, spot: Spot, shown: Container[str]) -> bool:
    if isinstance(entry, Paragraph):
        return entry.label is None
    if isinstance(entry, Decision) and len(entry.parts) > 1:
        return spot.part == len(entry.parts) - 1
    return isinstance(entry, (Bullet, Numbered, Decision)) and entry.id not in shown


def at_line_end(sheet: Sheet) -> Caret:
    """Return the caret at the end of the line in which it stands."""
    spot = sheet.caret.at
    return Caret(replace(spot, offset=len(words_of(lines_of(sheet.current())[spot.part]))))


def recorded(sheet: Sheet, made: Sequence[Entry], *, stay: bool = False) -> Sheet:
    """Put the entries in place of the line of the caret; the first takes over its identity.

    The caret goes on as Enter would at the end of the last one; into one that still wants its words, or with `stay`
    into the first.
    """
    entry, spot = sheet.current(), sheet.caret.at
    n = sheet.index(entry.id)
    pieces: list[Entry] = [replace(made[0], id=entry.id), *made[1:]]
    if isinstance(entry, Decision) and len(entry.parts) > 1:
        pieces = [with_lines(entry, lines_of(entry)[: spot.part]), *made]
    wanting = next((piece for piece in pieces if _wants_words(piece)), None)
    at = end_of(wanting or (pieces[-len(made)] if stay else pieces[-1]))
    after = sheet_of((*sheet.entries[:n], *pieces, *sheet.entries[n + 1 :]), Caret(at))
    return after if stay or wanting is not None else split(after)


def _wants_words(entry: Entry) -> bool:
    return not (parked_words(entry) if is_parked(entry) else any(words_of(line) for line in lines_of(entry)))


def parked(sheet: Sheet) -> Sheet:
    """Set the words of a paragraph or list line aside for later (Ctrl L), or wait for them where there are none."""
    entry = sheet.current()
    if not isinstance(entry, (Paragraph, Bullet, Numbered)):
        return sheet
    return recorded(replace(sheet, caret=Caret(sheet.caret.at)), (PrivateNote(f"{PARKED}{entry.text}"),))


def emptied(sheet: Sheet) -> Sheet:
    """Take the words of the line of the caret away: what they said is recorded elsewhere."""
    entry, spot = sheet.current(), sheet.caret.at
    return replace(sheet.with_entry(with_line(entry, spot.part, ())), caret=Caret(replace(spot, offset=0)))


def put_back(sheet: Sheet, entry_id: str, text: str) -> Sheet:
    """Give a line back that could not be recorded: into its entry while that is empty, else as one before it."""
    line = Paragraph(text)
    n = next((n for n, entry in enumerate(sheet.entries) if entry.id == entry_id), len(sheet.entries))
    if n < len(sheet.entries) and sheet.entries[n] == Paragraph(id=entry_id):
        line = Paragraph(text, id=entry_id)
        return sheet_of((*sheet.entries[:n], line, *sheet.entries[n + 1 :]), Caret(end_of(line)))
    return sheet_of((*sheet.entries[:n], line, *sheet.entries[n:]), sheet.caret)
