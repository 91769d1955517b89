"""Writes a document as plain text, for an e-mail and for whoever reads nothing else: 78 letters a line."""

from collections.abc import Iterator, Sequence
from functools import singledispatch

from wibdesk.documents.document import (
    Block,
    ChartBlock,
    Document,
    Heading,
    ListBlock,
    ListItem,
    PageBreak,
    Paragraph,
    Role,
    Run,
    Runs,
    Signature,
    Table,
    TableKind,
    WritingLines,
)
from wibdesk.documents.plain_letters import plain_letters
from wibdesk.documents.text_layout import GAP, columns, room, side_by_side, wrapped
from wibdesk.domain.house_style import HouseStyle

_RULES = {1: "=", 2: "-", 3: "."}
_INDENT = 2
"""How far a level of a list stands in."""
_LONGEST_NAME = 34
"""The widest a column of names may be beside posts."""
_TAB = " " * 4
_SIGNED_ON = "_" * 40
_CLOSE = {(Role.DETAIL, Role.DETAIL), (Role.LEAD, Role.DETAIL), (Role.ITEM_DETAIL, Role.ITEM_DETAIL)}
_CLOSE |= {(Role.MARKER, Role.DECISION)}
"""Paragraphs that stand together: no blank line parts them."""


def write_text(document: Document, style: HouseStyle) -> bytes:
    """Return the document as the bytes of a text file (UTF-8, a line feed at the end of each line)."""
    return "".join(f"{line}\n" for line in lines_of(document)).encode()


def lines_of(document: Document) -> tuple[str, ...]:
    """Return the lines of the document: the status first, then its blocks with blank lines between."""
    out = [*wrapped(plain_letters(document.status)), ""] if document.status else []
    before: Block | None = None
    for block in document.blocks:
        lines = list(_lines(block))
        if lines and before is not None and not _stand_together(before, block):
            out.append("")
        out += lines
        before = block if lines else before
    return tuple(out)


def _stand_together(before: Block, block: Block) -> bool:
    if isinstance(before, Paragraph) and before.role is Role.MARKER and isinstance(block, ListBlock):
        return True
    return isinstance(before, Paragraph) and isinstance(block, Paragraph) and (before.role, block.role) in _CLOSE


def _words(runs: Runs) -> str:
    return "".join(_word(run) for run in runs)


def _word(run: Run) -> str:
    """Return the words of a run; an address that they do not show themselves follows in angle brackets."""
    words = plain_letters(run.text).replace("\t", _TAB)
    if not run.link or run.link.removeprefix("mailto:").removeprefix("tel:") == run.text:
        return words
    return f"{words} <{plain_letters(run.link)}>"


@singledispatch
def _lines(block: Block) -> Iterator[str]:
    raise TypeError(f"no form in plain text for {block}")


@_lines.register
def _(block: Heading) -> Iterator[str]:
    number = f"{plain_letters(block.number)} " if block.number else ""
    words = _words(block.runs)
    if number or words.strip():
        lines = wrapped(words, first=number)
        yield from lines
        yield _RULES[block.level] * max(map(room, lines))


@_lines.register
def _(block: Paragraph) -> Iterator[str]:
    label = f"{plain_letters(block.label)} " if block.label else ""
    words = _words(block.runs)
    if label or words:
        yield from wrapped(words, first=label, indent=2 * _INDENT * (block.role is Role.ACTION))


@_lines.register
def _(block: ListBlock) -> Iterator[str]:
    for item in block.items:
        yield from _item(item)


def _item(item: ListItem) -> Iterator[str]:
    before = " " * (_INDENT * (2 * item.level - 1))
    yield from wrapped(_words(item.runs), first=f"{before}{plain_letters(item.label)} ")


@_lines.register
def _(block: Table) -> Iterator[str]:
    rows = [[_words(cell).strip("\n") for cell in row] for row in block.rows]
    # Rows to be filled in by hand are for paper alone.
    rows = [row for row in rows if any(row)]
    header = [plain_letters(words) for words in block.header]
    if block.caption:
        yield from wrapped(plain_letters(block.caption))
    if block.kind is TableKind.LINES:
        yield from _names_and_posts(rows)
        return
    widths = columns([header, *rows] if header else rows) if rows else None
    if widths is None:
        yield from _records(header, rows)
        return
    if header:
        yield from side_by_side(header, widths)
        yield GAP.join("-" * width for width in widths)
    for row in rows:
        yield from side_by_side(row, widths)


def _names_and_posts(rows: Sequence[Sequence[str]]) -> Iterator[str]:
    """Yield lines of names, with what belongs to each behind it, all from the same place."""
    longest = max((room(row[0]) for row in rows if any(row[1:])), default=0)
    for name, *rest in rows:
        after = ", ".join(filter(None, rest))
        if not after or room(name) > _LONGEST_NAME:
            yield from wrapped(f"{name}, {after}" if after else name)
        else:
            yield from wrapped(after, first=name, indent=min(longest, _LONGEST_NAME) + len(GAP))


def _records(header: Sequence[str], rows: Sequence[Sequence[str]]) -> Iterator[str]:
    """Yield the rows one after the other, each cell on a line of its own behind the name of its column."""
    if header and not rows:
        yield from wrapped(", ".join(filter(None, header)))
    names = header or [""] * max(map(len, rows), default=0)
    for n, row in enumerate(rows):
        if n and row[0]:
            # A row that begins with nothing goes on with the one above.
            yield ""
        for name, cell in zip(names, row, strict=True):
            if cell:
                yield from wrapped(cell, first=f"{name}: " if name else "", indent=2)


@_lines.register
def _(block: Signature) -> Iterator[str]:
    yield from wrapped(plain_letters(block.words))
    for label in block.labels:
        yield ""
        yield f"{plain_letters(label)} {_SIGNED_ON}"


@_lines.register
def _(block: ChartBlock | WritingLines | PageBreak) -> Iterator[str]:
    """Paper alone has lines to write on and pages; of a picture, the table beside it says all."""
    yield from ()
