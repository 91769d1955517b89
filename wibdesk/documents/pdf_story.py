"""The blocks of a document as the flowing pieces of PDF pages, with the room that keeps headings beside their text."""

from collections.abc import Iterator, Sequence

from reportlab.platypus import Flowable
from reportlab.platypus import PageBreak as NewPage

from wibdesk.documents import typography as scale
from wibdesk.documents.document import (
    Block,
    Document,
    Heading,
    ListBlock,
    ListItem,
    PageBreak,
    Role,
    Runs,
    Signature,
    Table,
    TableKind,
    plain,
    words_of,
)
from wibdesk.documents.document import Paragraph as TextBlock
from wibdesk.documents.fonts import face
from wibdesk.documents.pdf_flow import HeadingParagraph, PageTable, RoomBelow, Row, SigningLines, TextParagraph
from wibdesk.documents.pdf_text import fragments, label_text, paragraph_style

TEXT_WIDTH = scale.PAGE_WIDTH - 2 * scale.MARGIN
TEXT_HEIGHT = scale.PAGE_HEIGHT - 2 * scale.MARGIN
_HEADING_CELL = scale.Look(scale.TABLE_TEXT, bold=True, after=0)
_LINE_CELL = scale.Look(after=0)


def story(document: Document) -> list[Flowable]:
    """Return the pieces of the whole document, with page breaks where a heading would stand alone."""
    pieces: list[tuple[Flowable, bool]] = [piece for block in document.blocks for piece in _pieces(block)]
    out: list[Flowable] = []
    for at, (flowable, keeps) in enumerate(pieces):
        if keeps and (at == 0 or not pieces[at - 1][1]):
            out.append(RoomBelow(min(_room(pieces, at), TEXT_HEIGHT * 0.5)))
        out.append(flowable)
    return out


def _room(pieces: Sequence[tuple[Flowable, bool]], at: int) -> float:
    """Return the height of all that keeps with what follows, and of the first lines of that."""
    total = 0.0
    for flowable, keeps in pieces[at:]:
        height = flowable.wrap(TEXT_WIDTH, TEXT_HEIGHT)[1]
        total += flowable.getSpaceBefore()
        if keeps:
            total += height + flowable.getSpaceAfter()
            continue
        if isinstance(flowable, PageTable):
            return total + min(flowable.least(), TEXT_HEIGHT * 0.4)
        return total + (min(height, 3 * scale.TEXT * scale.LEADING) if isinstance(flowable, TextParagraph) else height)
    return total


def _pieces(block: Block) -> Iterator[tuple[Flowable, bool]]:
    """Yield the pieces of a block, each with whether it stays with what follows."""
    if isinstance(block, Heading):
        yield _heading(block), True
    elif isinstance(block, TextBlock):
        look = scale.PARAGRAPHS[block.role.value]
        yield _paragraph(block, look), look.keep or block.role is Role.LEAD
    elif isinstance(block, ListBlock):
        for n, item in enumerate(block.items, 1):
            yield _line(item, last=n == len(block.items)), False
    elif isinstance(block, Table):
        if block.caption:
            yield _set(plain(block.caption), scale.CAPTION), True
        yield _table(block), False
    elif isinstance(block, Signature):
        yield from _signature(block)
    elif isinstance(block, PageBreak):
        yield NewPage(), False


def _set(runs: Runs, look: scale.Look) -> TextParagraph:
    return TextParagraph("", paragraph_style(look), frags=fragments(runs, look))


def _heading(block: Heading) -> HeadingParagraph:
    look = scale.HEADINGS[block.level]
    number = label_text(block.number, look) if block.number else None
    hanging = scale.LABEL_INDENT * 0.9 if number else 0.0
    frags = fragments(block.runs, look, capitals=block.capitals)
    heading = HeadingParagraph("", paragraph_style(look, hanging=hanging), number, frags)
    words = " ".join(filter(None, (block.number, words_of(block.runs))))
    heading.bookmark = (words, block.level)
    return heading


def _paragraph(block: TextBlock, look: scale.Look) -> TextParagraph:
    hanging = scale.LABEL_INDENT if block.label else 0.0
    label = label_text(block.label, look) if block.label else None
    frags = fragments(block.runs, look, capitals=block.capitals)
    return TextParagraph("", paragraph_style(look, hanging=hanging), label, frags)


def _line(item: ListItem, *, last: bool) -> TextParagraph:
    look = scale.Look(after=scale.PARAGRAPHS["body"].after + 1) if last else scale.LIST_LINE
    style = paragraph_style(look, indent=scale.LIST_INDENT * (item.level - 1), hanging=scale.LIST_INDENT)
    return TextParagraph("", style, label_text(item.label, look), fragments(item.runs, look))


def _table(block: Table) -> PageTable:
    look = _LINE_CELL if block.kind is TableKind.LINES else scale.CELL
    header = Row([_set(plain(words), _HEADING_CELL) for words in block.header]) if block.header else None
    rows = [Row([_set(cell, look) for cell in row], starts=bool(row[0])) for row in block.rows]
    return PageTable(rows, block.widths, header=header, kind=block.kind)


def _signature(block: Signature) -> Iterator[tuple[Flowable, bool]]:
    yield _set(plain(block.words), scale.SIGNATURE), True
    yield SigningLines(block.labels, face(bold=False, italic=False), scale.TEXT), False
