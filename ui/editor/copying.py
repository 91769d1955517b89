"""What is selected, as entries, plain text and clean HTML for other programs."""

from collections.abc import Sequence
from html import escape

from ui.editor.lines import Line, columns_of, lines_of, words_of
from ui.editor.numbering import list_marks, part_mark
from ui.editor.sheet import Sheet, cut, with_lines
from wibdesk.domain.entries import Bullet, Decision, Entry, Numbered, Paragraph, Subheading, Table
from wibdesk.domain.ids import new_id
from wibdesk.domain.rich_text import to_markup


def selected_entries(sheet: Sheet) -> tuple[Entry, ...]:
    """Return what is selected: whole entries as they are, a stretch of one as a paragraph of its words."""
    first, last = sheet.selection()
    start, end = sheet.index(first.entry), sheet.index(last.entry)
    out: list[Entry] = []
    for n in range(start, end + 1):
        entry = sheet.entries[n]
        lines = list(lines_of(entry))
        begin = (first.part, first.offset) if n == start else (0, 0)
        stop = (last.part, last.offset) if n == end else (len(lines) - 1, len(words_of(lines[-1])))
        if begin == (0, 0) and stop == (len(lines) - 1, len(words_of(lines[-1]))):
            out.append(entry)
        elif begin < stop:
            out.extend(_pieces(entry, lines, begin, stop))
    return tuple(out)


def _pieces(entry: Entry, lines: list[Line], begin: tuple[int, int], stop: tuple[int, int]) -> list[Entry]:
    kept = [
        cut(line, begin[1] if part == begin[0] else 0, stop[1] if part == stop[0] else None)
        for part, line in enumerate(lines)
        if begin[0] <= part <= stop[0]
    ]
    if isinstance(entry, Decision) and len(kept) > 1:
        return [with_lines(Decision(("",), entry.marker, entry.style, id=new_id()), kept)]
    if isinstance(entry, (Bullet, Numbered)) and begin == (0, 0):
        return [with_lines(entry, kept)]
    return [Paragraph(to_markup(line)) for line in kept]


def as_text(entries: Sequence[Entry]) -> str:
    """Return entries as plain lines; lists keep their dots and numbers when there is more than one line."""
    marks, out = list_marks(entries), []
    for entry in entries:
        lines = [words_of(line) for line in lines_of(entry)]
        if isinstance(entry, Table):
            wide, cells = columns_of(entry), lines[1:]
            out.extend([lines[0]] * bool(lines[0]))
            out.extend("\t".join(cells[at : at + wide]) for at in range(0, len(cells), wide))
        elif isinstance(entry, (Bullet, Numbered)) and len(entries) > 1:
            out.append(f"{'    ' * (entry.level - 1)}{marks.get(entry.id, '-')} {lines[0]}")
        elif isinstance(entry, Decision):
            out.extend(f"{part_mark(entry, n)} {line}".strip() for n, line in enumerate(lines))
        else:
            out.extend(lines)
    return "\n".join(out)


def as_html(entries: Sequence[Entry]) -> str:
    """Return entries as HTML of paragraphs, headings, lists and tables, with no style of ours."""
    out: list[str] = []
    opened: list[str] = []
    for entry in entries:
        if isinstance(entry, (Bullet, Numbered)):
            _list_line(out, opened, entry)
            continue
        _close(out, opened, 0)
        if isinstance(entry, Table):
            out.append(_table(entry))
        else:
            tag = "h3" if isinstance(entry, Subheading) else "p"
            out.extend(f"<{tag}>{_html(line)}</{tag}>" for line in lines_of(entry))
    _close(out, opened, 0)
    return "".join(out)


def _list_line(out: list[str], opened: list[str], entry: Bullet | Numbered) -> None:
    tag = "ol" if isinstance(entry, Numbered) else "ul"
    _close(out, opened, entry.level)
    if len(opened) == entry.level and opened[-1] != tag:
        _close(out, opened, entry.level - 1)
    while len(opened) < entry.level:
        out.append(f"<{tag}>")
        opened.append(tag)
    out.append(f"<li>{_html(lines_of(entry)[0])}</li>")


def _close(out: list[str], opened: list[str], level: int) -> None:
    while len(opened) > level:
        out.append(f"</{opened.pop()}>")


def _table(entry: Table) -> str:
    wide, (caption, *cells) = columns_of(entry), lines_of(entry)
    rows = [cells[at : at + wide] for at in range(0, len(cells), wide)]
    out = [f"<p>{_html(caption)}</p>" if caption else "", "<table>"]
    for n, row in enumerate(rows):
        tag = "th" if n == 0 and entry.header else "td"
        out.append("<tr>" + "".join(f"<{tag}>{_html(line)}</{tag}>" for line in row) + "</tr>")
    return "".join((*out, "</table>"))


def _html(line: Line) -> str:
    out = []
    for span in line:
        words = escape(span.text).replace("\n", "<br>")
        for wanted, tag in ((span.underline, "u"), (span.italic, "i"), (span.bold, "b")):
            words = f"<{tag}>{words}</{tag}>" if wanted else words
        out.append(f'<a href="{escape(span.link)}">{words}</a>' if span.link else words)
    return "".join(out)
