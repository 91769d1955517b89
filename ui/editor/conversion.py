"""Turning entries into another kind: the words always stay, the facts of the former kind are kept for the way back."""

from collections.abc import Mapping, Sequence
from dataclasses import replace

from ui.editor.kinds import MARKERS, ListLine
from ui.editor.lines import grid, lines_of, text_of, with_line, words_of
from ui.editor.sheet import Caret, Sheet, Spot, end_of, sheet_of
from wibdesk.domain.entries import (
    NUMBER_STYLES,
    Action,
    Amendment,
    Bullet,
    Decision,
    Declaration,
    Entry,
    Numbered,
    Paragraph,
    PrivateNote,
    Subheading,
    Table,
    Vote,
)
from wibdesk.domain.ids import new_id
from wibdesk.domain.rich_text import plain_text
from wibdesk.domain.sentences import Structured

# What an entry was before, by its id and kind, so that a change of kind and back loses no owner and no reference.
Former = Mapping[tuple[str, str], Entry]

_NEW_TABLE = Table(header=("", ""), rows=(("", ""), ("", "")))


def turned(entry: Entry, kind: str, former: Former | None = None) -> tuple[Entry, ...]:
    """Return an entry as another kind; several where it had several parts or rows. The first keeps the identity."""
    if entry.kind == kind:
        return (entry,)
    known = (former or {}).get((entry.id, kind))
    if kind == "table":
        return (_table(entry),)
    if kind == "decision":
        parts = (text_of(entry),)
        return (replace(known, parts=parts) if isinstance(known, Decision) else Decision(parts, id=entry.id),)
    first, *rest = _texts(entry)
    made = _made(kind, first, entry, entry.id) if known is None else _with_text(known, first)
    return (made, *(_made(kind, text, entry, new_id()) for text in rest))


def _texts(entry: Entry) -> Sequence[str]:
    if isinstance(entry, Decision):
        return entry.parts or ("",)
    if isinstance(entry, Table):
        caption = (entry.caption,) if entry.caption else ()
        return (*caption, *("\t".join(row) for row in grid(entry)))
    return (text_of(entry),)


def _made(kind: str, text: str, before: Entry, entry_id: str) -> Entry:
    """Make an entry of a kind that has one text, with what it can take over from what it was before."""
    label = before.label if isinstance(before, (Paragraph, Subheading)) else None
    level = before.level if isinstance(before, ListLine) else 1
    words = plain_text(text) or None
    made: dict[str, Entry] = {
        "paragraph": Paragraph(text, label, entry_id),
        "subheading": Subheading(text, label, id=entry_id),
        "bullet": Bullet(text, level, entry_id),
        "numbered": Numbered(text, level, id=entry_id),
        "action": Action(text, id=entry_id),
        "private_note": PrivateNote(text, entry_id),
        "declaration": Declaration(as_written=words, id=entry_id),
        "amendment": Amendment(as_written=words, id=entry_id),
        "vote": Vote(words or "", as_written=words, id=entry_id),
    }
    return made[kind]


def _with_text(known: Entry, text: str) -> Entry:
    """Return what an entry was before with the words that it has now."""
    if isinstance(known, Structured):
        return with_line(known, 0, lines_of(replace(known, as_written=plain_text(text)))[0])
    if isinstance(known, (Decision, Table)) or known.text == text:
        return known
    return replace(known, text=text)


def _table(entry: Entry) -> Table:
    """Return a table with the words of an entry: a row per line, a cell per tab; a small empty one for no words."""
    text = text_of(entry)
    if not text.strip():
        return replace(_NEW_TABLE, id=entry.id)
    return Table(rows=tuple(tuple(line.split("\t")) for line in text.split("\n")), id=entry.id)


def turn_into(sheet: Sheet, kind: str, former: Former | None = None) -> Sheet:
    """Turn every selected entry into a kind; where all are of it already, go on to the next marker or number style."""
    sheet = _part_apart(sheet, kind)
    start, end = sheet.selected()
    chosen = sheet.entries[start : end + 1]
    if all(entry.kind == kind for entry in chosen):
        return _cycled(sheet, start, end)
    if kind in ("decision", "table") and len(chosen) > 1:
        fresh: tuple[Entry, ...] = (_gathered(kind, chosen),)
    else:
        fresh = tuple(new for entry in chosen for new in turned(entry, kind, former))
    entries = (*sheet.entries[:start], *fresh, *sheet.entries[end + 1 :])
    return sheet_of(entries, _caret(sheet, entries, fresh))


def _part_apart(sheet: Sheet, kind: str) -> Sheet:
    """Set the part of a decision that has the caret apart, so that it is turned alone; the others stay decided."""
    entry, spot = sheet.current(), sheet.caret.at
    if kind == "decision" or not isinstance(entry, Decision) or len(entry.parts) < 2 or sheet.caret.anchor is not None:
        return sheet
    before, after = entry.parts[: spot.part], entry.parts[spot.part + 1 :]
    apart = replace(entry, parts=(entry.parts[spot.part],), id=new_id())
    pieces: list[Entry] = [replace(entry, parts=before), apart] if before else [apart]
    if after:
        pieces.append(replace(entry, parts=after, id=new_id() if before else entry.id))
    n = sheet.index(entry.id)
    caret = Caret(replace(spot, entry=apart.id, part=0))
    return sheet_of((*sheet.entries[:n], *pieces, *sheet.entries[n + 1 :]), caret)


def _caret(sheet: Sheet, entries: Sequence[Entry], fresh: Sequence[Entry]) -> Caret:
    """Keep the caret in its line where that line is still there, else put it into the first thing made."""
    made = fresh[0]
    if isinstance(made, Table):
        return Caret(Spot(made.id, 1, len(words_of(lines_of(made)[1]))))
    caret = sheet.caret
    if isinstance(made, Decision) and caret.anchor is not None and caret.anchor.entry != caret.at.entry:
        return Caret(end_of(made), Spot(made.id))  # what was selected stays so, ready to be turned back
    by_id = {entry.id: entry for entry in entries}
    if caret.at.entry not in by_id:
        return Caret(Spot(made.id, 0, len(words_of(lines_of(made)[0]))))
    lines = lines_of(by_id[caret.at.entry])
    part = min(caret.at.part, len(lines) - 1)
    at = replace(caret.at, part=part, offset=min(caret.at.offset, len(words_of(lines[part]))))
    return Caret(at, caret.anchor) if len(fresh) > 1 else Caret(at)


def _gathered(kind: str, chosen: Sequence[Entry]) -> Entry:
    """Make one decision with parts, or one table with rows, of several entries."""
    texts = [text for entry in chosen for text in _texts(entry)]
    if kind == "decision":
        return Decision(tuple(texts), id=chosen[0].id)
    return Table(rows=tuple(tuple(text.split("\t")) for text in texts), id=chosen[0].id)


def _cycled(sheet: Sheet, start: int, end: int) -> Sheet:
    """Go on to the next marker of decisions, or the next style of a whole list of numbers."""
    entries, first = list(sheet.entries), sheet.entries[start]
    for n in _list_round(entries, start, end) if isinstance(first, Numbered) else range(start, end + 1):
        entry = entries[n]
        if isinstance(first, Decision) and isinstance(entry, Decision):
            entries[n] = replace(entry, marker=_following(MARKERS, first.marker))
        elif isinstance(first, Numbered) and isinstance(entry, Numbered) and entry.level == first.level:
            style = _following(NUMBER_STYLES, first.style or NUMBER_STYLES[0])
            entries[n] = replace(entry, style=None if style == NUMBER_STYLES[0] else style)
    return replace(sheet, entries=tuple(entries))


def _following(values: Sequence[str], value: str) -> str:
    """Return the value after another one, going round; the first after one that is not among them."""
    return values[(values.index(value) + 1) % len(values)] if value in values else values[0]


def _list_round(entries: Sequence[Entry], start: int, end: int) -> range:
    """Return the positions of the whole list in which a stretch of lines stands."""
    while start and isinstance(entries[start - 1], ListLine):
        start -= 1
    while end + 1 < len(entries) and isinstance(entries[end + 1], ListLine):
        end += 1
    return range(start, end + 1)
