"""What Enter, Backspace, Delete and pasting do to the entries: each takes a sheet and returns the sheet after it."""

from collections.abc import Sequence
from dataclasses import replace

from ui.editor.conversion import turned
from ui.editor.kinds import ListLine
from ui.editor.lines import Line, blank, lines_of, markup_of, says_nothing, with_line, words_of
from ui.editor.sheet import Caret, Sheet, Spot, cut, end_of, joined, sheet_of, with_lines
from wibdesk.domain.entries import Action, Bullet, Decision, Entry, Numbered, Paragraph, PrivateNote, Table
from wibdesk.domain.ids import new_id
from wibdesk.domain.rich_text import Span

_BREAK: Line = (Span("\n"),)


def _sheet(sheet: Sheet, start: int, stop: int, entries: Sequence[Entry], at: Spot) -> Sheet:
    """Return the sheet with entries[start:stop] replaced and the caret at a place."""
    return sheet_of((*sheet.entries[:start], *entries, *sheet.entries[stop:]), Caret(at))


def split(sheet: Sheet) -> Sheet:
    """Begin a new entry at the caret (Enter): the first half keeps its identity, the second is what comes next."""
    sheet = without_selection(sheet)
    spot, entry = sheet.caret.at, sheet.current()
    n, line = sheet.index(entry.id), lines_of(entry)[spot.part]
    if isinstance(entry, Table):
        return replace(sheet, caret=Caret(Spot(entry.id, 1)))
    left, right = cut(line, 0, spot.offset), cut(line, spot.offset)
    if not words_of(line) and not isinstance(entry, Paragraph):
        return _leave(sheet, n, spot.part)
    if isinstance(entry, Decision):
        lines = lines_of(entry)
        parts = with_lines(entry, (*lines[: spot.part], left, right, *lines[spot.part + 1 :]))
        return _sheet(sheet, n, n + 1, (parts,), Spot(entry.id, spot.part + 1))
    if spot.offset == 0 and words_of(line):
        # The words keep their entry, and with it their owner, deadline and reference.
        return _sheet(sheet, n, n + 1, (_next(entry, (), begins=True), entry), Spot(entry.id))
    following = _next(entry, right)
    return _sheet(sheet, n, n + 1, (with_line(entry, 0, left), following), Spot(following.id))


def _next(entry: Entry, line: Line, *, begins: bool = False) -> Entry:
    """Return the entry that Enter begins after another one, with the words that stood behind the caret."""
    text = markup_of(line)
    if isinstance(entry, Bullet):
        return Bullet(text, entry.level)
    if isinstance(entry, Numbered):
        return Numbered(text, entry.level, entry.style)
    if isinstance(entry, PrivateNote) and text and not begins:
        return PrivateNote(text)  # half of a private note is still private
    return Paragraph(text)


def _leave(sheet: Sheet, n: int, part: int) -> Sheet:
    """Leave a list, a decision or another kind by Enter on an empty line."""
    entry = sheet.entries[n]
    if isinstance(entry, (Bullet, Numbered)) and entry.level > 1:
        return _sheet(sheet, n, n + 1, (replace(entry, level=entry.level - 1),), Spot(entry.id))
    lines = lines_of(entry)
    if len(lines) == 1:
        plain = turned(entry, "paragraph")[0]
        return _sheet(sheet, n, n + 1, (plain,), Spot(plain.id))
    fresh, before, after = blank(), lines[:part], lines[part + 1 :]
    pieces: list[Entry] = [with_lines(entry, before)] if before else []
    pieces.append(fresh)
    if after:
        rest = with_lines(entry, after)
        pieces.append(replace(rest, id=new_id()) if before else rest)
    return _sheet(sheet, n, n + 1, pieces, Spot(fresh.id))


def join_back(sheet: Sheet) -> Sheet:
    """Take back the beginning of a line (Backspace before its first letter)."""
    spot, entry = sheet.caret.at, sheet.current()
    n = sheet.index(entry.id)
    if isinstance(entry, Decision) and spot.part:
        return _join_parts(sheet, entry, spot.part - 1)
    if isinstance(entry, Table):
        return _drop_table(sheet, n) if says_nothing(entry) else sheet
    if isinstance(entry, ListLine) and entry.level > 1:
        return sheet.with_entry(replace(entry, level=entry.level - 1))
    if isinstance(entry, Paragraph):
        return _join_before(sheet, n) if n else sheet
    return _plain_again(sheet, n)


def _join_before(sheet: Sheet, n: int) -> Sheet:
    """Join a paragraph to what stands before it; an empty line before it just goes."""
    entry, before = sheet.entries[n], sheet.entries[n - 1]
    if isinstance(before, Paragraph) and says_nothing(before):
        return _sheet(sheet, n - 1, n, (), Spot(entry.id))
    if isinstance(before, Table):
        kept = () if says_nothing(entry) else (entry,)
        return _sheet(sheet, n, n + 1, kept, end_of(before) if not kept else Spot(entry.id))
    return _join_entries(sheet, n - 1)


def join_forward(sheet: Sheet) -> Sheet:
    """Draw the next line up to the caret (Delete behind the last letter)."""
    spot, entry = sheet.caret.at, sheet.current()
    n = sheet.index(entry.id)
    if isinstance(entry, Decision) and spot.part < len(entry.parts) - 1:
        return _join_parts(sheet, entry, spot.part)
    if n + 1 == len(sheet.entries) or isinstance(entry, Table):
        return sheet
    if isinstance(entry, Paragraph) and says_nothing(entry):
        return _sheet(sheet, n, n + 1, (), Spot(sheet.entries[n + 1].id))
    return sheet if isinstance(sheet.entries[n + 1], Table) else _join_entries(sheet, n)


def _join_parts(sheet: Sheet, entry: Decision, part: int) -> Sheet:
    lines = lines_of(entry)
    merged = joined(lines[part], lines[part + 1])
    whole = with_lines(entry, (*lines[:part], merged, *lines[part + 2 :]))
    return replace(sheet.with_entry(whole), caret=Caret(Spot(entry.id, part, len(words_of(lines[part])))))


def _join_entries(sheet: Sheet, n: int) -> Sheet:
    """Join the first line of the entry after n to the last line of entry n, which keeps its kind."""
    one, other = sheet.entries[n], sheet.entries[n + 1]
    lines, rest = lines_of(one), lines_of(other)
    at = end_of(one)
    whole = with_lines(one, (*lines[:-1], joined(lines[-1], rest[0])))
    left_over = (with_lines(other, rest[1:]),) if len(rest) > 1 else ()
    return _sheet(sheet, n, n + 2, (whole, *left_over), at)


def _plain_again(sheet: Sheet, n: int) -> Sheet:
    """Make the first line of an entry a paragraph; further parts of a decision stay decided."""
    entry, lines = sheet.entries[n], lines_of(sheet.entries[n])
    if len(lines) == 1:
        plain = turned(entry, "paragraph")[0]
        return _sheet(sheet, n, n + 1, (plain,), Spot(plain.id))
    first = Paragraph(markup_of(lines[0]))
    return _sheet(sheet, n, n + 1, (first, with_lines(entry, lines[1:])), Spot(first.id))


def _drop_table(sheet: Sheet, n: int) -> Sheet:
    fresh = blank()
    return _sheet(sheet, n, n + 1, (fresh,), Spot(fresh.id))


def without_selection(sheet: Sheet) -> Sheet:
    """Remove what is selected; what is left of two entries becomes one."""
    first, last = sheet.selection()
    if first == last:
        return replace(sheet, caret=Caret(sheet.caret.at))
    start, end = sheet.index(first.entry), sheet.index(last.entry)
    one, other = sheet.entries[start], sheet.entries[end]
    if start == end:
        return replace(sheet.with_entry(_without(one, first, last)), caret=Caret(first))
    head, at = _head(one, first)
    tail = _tail(other, last)
    if isinstance(head, Table) or isinstance(tail, Table) or head is None or tail is None:
        pieces = [piece for piece in (head, tail) if piece is not None] or [blank()]
        at = at if head is not None else Spot(pieces[0].id, last.part if isinstance(pieces[0], Table) else 0)
        return _sheet(sheet, start, end + 1, pieces, at)
    merged = _join_entries(sheet_of((head, tail), Caret(at)), 0)
    return _sheet(sheet, start, end + 1, merged.entries, at)


def _without(entry: Entry, first: Spot, last: Spot) -> Entry:
    """Return an entry without what stands between two of its places; cells of a table are emptied, not removed."""
    lines = list(lines_of(entry))
    if isinstance(entry, Table) and first.part != last.part:
        for part in range(first.part, last.part + 1):
            start = first.offset if part == first.part else 0
            keep = cut(lines[part], last.offset) if part == last.part else ()
            lines[part] = joined(cut(lines[part], 0, start), keep)
        return with_lines(entry, lines)
    middle = joined(cut(lines[first.part], 0, first.offset), cut(lines[last.part], last.offset))
    return with_lines(entry, (*lines[: first.part], middle, *lines[last.part + 1 :]))


def _head(entry: Entry, first: Spot) -> tuple[Entry | None, Spot]:
    """Return what is left of the entry in which a selection begins, None for nothing, and the place of its end."""
    if (first.part, first.offset) == (0, 0):
        return None, first
    lines = lines_of(entry)
    kept = (*lines[: first.part], cut(lines[first.part], 0, first.offset))
    if isinstance(entry, Table):
        kept = (*kept, *((),) * (len(lines) - len(kept)))
    return with_lines(entry, kept), first


def _tail(entry: Entry, last: Spot) -> Entry | None:
    """Return what is left of the entry in which a selection ends, None for nothing."""
    lines = lines_of(entry)
    kept = (cut(lines[last.part], last.offset), *lines[last.part + 1 :])
    if isinstance(entry, Table):
        return entry if (last.part, last.offset) == (0, 0) else with_lines(entry, (*((),) * last.part, *kept))
    if (last.part, last.offset) == (0, 0):
        return entry
    return with_lines(entry, kept) if any(words_of(line) for line in kept) else None


def insert(sheet: Sheet, pasted: Sequence[Entry]) -> Sheet:
    """Put entries in at the caret; each becomes a new one, save a first paragraph, which flows into the sentence."""
    sheet = without_selection(sheet)
    fresh = [_fresh(entry) for entry in pasted]
    if not fresh:
        return sheet
    entry, spot = sheet.current(), sheet.caret.at
    if isinstance(entry, Table) or (len(fresh) == 1 and isinstance(fresh[0], Paragraph)):
        return _into_line(sheet, _one_line(fresh))
    n = sheet.index(entry.id)
    if isinstance(entry, Paragraph) and says_nothing(entry):
        return _sheet(sheet, n, n + 1, fresh, end_of(fresh[-1]))
    if (spot.part, spot.offset) == (0, 0) and not says_nothing(entry):
        return _sheet(sheet, n, n, fresh, end_of(fresh[-1]))  # before the entry, which stays whole
    lines = lines_of(entry)
    left = cut(lines[spot.part], 0, spot.offset)
    right = (cut(lines[spot.part], spot.offset), *lines[spot.part + 1 :])
    if isinstance(fresh[0], Paragraph):
        left = joined(left, lines_of(fresh.pop(0))[0])
    head = with_lines(entry, (*lines[: spot.part], left))
    at = end_of(fresh[-1])
    rest = [_rest(entry, right)] if any(words_of(line) for line in right) else []
    return _sheet(sheet, n, n + 1, (head, *fresh, *rest), at)


def _rest(entry: Entry, lines: Sequence[Line]) -> Entry:
    """Return what stood behind the caret as an entry of its own."""
    if isinstance(entry, Decision):
        return replace(entry, parts=tuple(markup_of(line) for line in lines), id=new_id())
    return _next(entry, lines[0])


def _fresh(entry: Entry) -> Entry:
    """Return a pasted entry with an identity of its own; a reference is never given twice."""
    return replace(entry, id=new_id(), ref=None) if isinstance(entry, Action) else replace(entry, id=new_id())


def _one_line(entries: Sequence[Entry]) -> Line:
    """Return all lines of entries as one, with line breaks between."""
    out: list[Line] = []
    for line in (line for entry in entries for line in lines_of(entry)):
        out.extend((_BREAK, line) if out else (line,))
    return joined(*out)


def _into_line(sheet: Sheet, line: Line) -> Sheet:
    """Put words into the line of the caret."""
    entry, spot = sheet.current(), sheet.caret.at
    old = lines_of(entry)[spot.part]
    whole = joined(cut(old, 0, spot.offset), line, cut(old, spot.offset))
    at = replace(spot, offset=spot.offset + len(words_of(line)))
    return replace(sheet.with_entry(with_line(entry, spot.part, whole)), caret=Caret(at))


def levelled(sheet: Sheet, by: int) -> Sheet:
    """Return the sheet with the selected list lines one level further in or out, between 1 and 3."""
    start, end = sheet.selected()
    entries = list(sheet.entries)
    for n in range(start, end + 1):
        entry = entries[n]
        if isinstance(entry, ListLine):
            entries[n] = replace(entry, level=min(3, max(1, entry.level + by)))
    return replace(sheet, entries=tuple(entries))


def moved(sheet: Sheet, by: int) -> Sheet:
    """Return the sheet with the selected entries one place up (-1) or down (1); each stays the same record."""
    start, end = sheet.selected()
    if start + by < 0 or end + by >= len(sheet.entries):
        return sheet
    entries = list(sheet.entries)
    neighbour = entries.pop(start - 1 if by < 0 else end + 1)
    entries.insert(end if by < 0 else start, neighbour)
    return replace(sheet, entries=tuple(entries))
