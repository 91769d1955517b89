"""The blocks of a document as the pieces of PDF pages, each with its element: the story is made in reading order."""

from collections.abc import Iterator
from dataclasses import dataclass, replace
from itertools import chain, pairwise

from wibdesk.documents import typography as scale
from wibdesk.documents.document import (
    Block,
    ChartBlock,
    Document,
    Heading,
    ListBlock,
    PageBreak,
    Paragraph,
    Run,
    Runs,
    Signature,
    Table,
    TableKind,
    WritingLines,
    plain,
    words_of,
)
from wibdesk.documents.keeping import ends_with, leads_on
from wibdesk.documents.pdf.charts import ChartPiece
from wibdesk.documents.pdf.list_tags import ListTags
from wibdesk.documents.pdf.pieces import Label, NewPage, Piece, SigningPiece, TextPiece, WritingPiece
from wibdesk.documents.pdf.table import TALLEST_ROW, Row, TablePiece
from wibdesk.documents.pdf.tags import COLUMN_NAME, ROW_NAME, Tag
from wibdesk.documents.pdf.text import inked

_HEADING_CELL = scale.Look(scale.TABLE_TEXT, bold=True, after=0)
_LINE_CELL = scale.Look(after=0)
_LAST_LINE = replace(scale.LIST_LINE, after=scale.PARAGRAPHS["body"].after + 1)
_MOST_TO_INTRODUCE = 250
"""Letters of a text that stays whole on the page of what follows it."""


@dataclass
class Story:
    """Makes pieces of blocks; `text_size` is that of the running text in points, `root` takes the elements."""

    root: Tag
    language: str
    text_size: float
    tight: bool = False
    level: int = 0

    def pieces(self, document: Document) -> Iterator[Piece]:
        """Yield the pieces of the whole document."""
        last = document.blocks[-1] if document.blocks else None
        for block, following in pairwise(chain(document.blocks, (None,))):
            assert block is not None
            pieces = list(self._pieces(block, keeps=_keeps(block, following)))
            if ends_with(following, last) and pieces and not pieces[-1].keeps:
                pieces[-1].keeps = pieces[-1].only_end = isinstance(pieces[-1], TextPiece)
            yield from pieces

    def _pieces(self, block: Block, *, keeps: bool) -> Iterator[Piece]:
        match block:
            case Heading():
                yield self._heading(block, keeps=keeps)
            case Paragraph():
                look = scale.PARAGRAPHS[block.role.value]
                piece = self._text(block.runs, look, block.label, capitals=block.capitals)
                yield replace(piece, keeps=keeps or _introduces(piece))
            case ListBlock():
                yield from self._lines(block)
            case Table():
                yield from self._table(block)
            case ChartBlock():
                tag = self.root.add("Figure", alt=block.words)
                size = self.text_size
                yield ChartPiece(after=scale.AFTER_TABLE, keeps=keeps, picture=block.picture, text_size=size, tag=tag)
            case Signature():
                yield from self._signature(block)
            case WritingLines():
                yield WritingPiece(after=scale.AFTER_TABLE, count=block.count)
            case PageBreak():
                yield NewPage()

    def _look(self, look: scale.Look) -> scale.Look:
        return scale.sized(look, self.text_size)

    def _indent(self, width: float) -> float:
        """Return how far text stands in: larger letters want more room for a number before them."""
        return width * max(1.0, self.text_size / scale.TEXT)

    def _text(
        self, runs: Runs, look: scale.Look, label: str | None = None, *, tag: Tag | None = None, capitals: bool = False
    ) -> TextPiece:
        """Return a paragraph under the root, or the text of the element given, with its label hanging before it."""
        look = self._look(look)
        parts = inked(runs, look, capitals=capitals, language=self.language)
        indent = self._indent(look.indent)
        hanging = self._indent(scale.LABEL_INDENT) if label else 0.0
        if tag is None and (label or any(part.text.strip() for part in parts)):
            tag = self.root.add("P")
        return TextPiece(
            look.before,
            look.after,
            parts=parts,
            tag=tag,
            size=look.size,
            spaced=scale.TIGHT_LEADING if self.tight else scale.LEADING,
            indent=indent + hanging,
            label=self._label(label, look, indent) if label else None,
        )

    def _label(self, label: str, look: scale.Look, indent: float, tag: Tag | None = None) -> Label:
        return Label(inked((Run(f"{label} "),), look, language=self.language), indent, tag)

    def _heading(self, block: Heading, *, keeps: bool) -> TextPiece:
        """Return a heading; its level is never more than one below the last, which is what readers are used to."""
        words = " ".join(filter(None, (block.number, words_of(block.runs))))
        tag = None
        if words.strip():
            self.level = min(block.level, self.level + 1)
            tag = self.root.add(f"H{self.level}")
        piece = self._text(block.runs, scale.HEADINGS[block.level], block.number, tag=tag, capitals=block.capitals)
        return replace(piece, keeps=keeps, bookmark=(words, self.level) if tag else None)

    def _lines(self, block: ListBlock) -> Iterator[TextPiece]:
        tags = ListTags(self.root)
        for at, item in enumerate(block.items, 1):
            look = scale.LIST_LINE if at < len(block.items) else _LAST_LINE
            label_tag, body = tags.line(item)
            piece = self._text(item.runs, look, tag=body)
            step = self._indent(scale.LIST_INDENT)
            label = self._label(item.label, self._look(look), step * (item.level - 1), label_tag)
            yield replace(piece, indent=step * item.level, label=label, keeps=_introduces(piece))

    def _table(self, block: Table) -> Iterator[Piece]:
        if block.kind is TableKind.LINES and not block.header:
            yield from self._name_lines(block)
            return
        if not block.header and not block.rows:
            return
        table = self.root.add("Table")
        if block.caption:
            caption = self._text(plain(block.caption), scale.CAPTION, tag=table.add("Caption"))
            yield replace(caption, keeps=True)
        header, rows = None, []
        if block.header:
            # Where there is nothing below, the heading row is all that the table has.
            row = table.add("THead" if block.rows else "TBody").add("TR")
            header = Row(
                tuple(self._text(plain(w), _HEADING_CELL, tag=row.add("TH", COLUMN_NAME)) for w in block.header)
            )
        if block.rows:
            body = table.add("TBody")
            rows = [self._row(block, cells, body.add("TR")) for cells in block.rows]
        yield self._rows(block, rows, header)

    def _row(self, block: Table, cells: tuple[Runs, ...], tag: Tag) -> Row:
        look = _LINE_CELL if block.kind is TableKind.LINES else scale.CELL
        pieces = tuple(
            self._text(runs, look, tag=tag.add("TH", ROW_NAME) if block.row_headers and not at else tag.add("TD"))
            for at, runs in enumerate(cells)
        )
        return Row(pieces, min(block.row_height, TALLEST_ROW), starts=bool(cells[0]))

    def _name_lines(self, block: Table) -> Iterator[Piece]:
        """Yield names beside posts.

        Each row is one paragraph to a reader program, which then says "Ada Byng, Chair" as it stands: a table without
        names of columns would have it announce rows and columns that mean nothing.
        """
        if block.caption:
            yield replace(self._text(plain(block.caption), scale.CAPTION), keeps=True)
        rows = []
        for cells in block.rows:
            tag = self.root.add("P") if any(map(words_of, cells)) else None
            spaced = (
                (*runs, Run(" ")) if at < len(cells) and words_of(runs) else runs for at, runs in enumerate(cells, 1)
            )
            rows.append(Row(tuple(self._text(runs, _LINE_CELL, tag=tag) for runs in spaced), block.row_height))
        yield self._rows(block, rows, None)

    def _rows(self, block: Table, rows: list[Row], header: Row | None) -> TablePiece:
        after = scale.TIGHT_AFTER_TABLE if self.tight else scale.AFTER_TABLE
        return TablePiece(after=after, rows=rows, shares=block.widths, header=header, kind=block.kind)

    def _signature(self, block: Signature) -> Iterator[Piece]:
        yield replace(self._text(plain(block.words), scale.SIGNATURE), keeps=True)
        for at, label in enumerate(block.labels, 1):
            look = scale.Look(after=0)
            yield SigningPiece(keeps=at < len(block.labels), text=self._text(plain(label), look))


def _introduces(piece: TextPiece) -> bool:
    """Say whether the words lead to what follows: they end in a colon."""
    is_short = sum(len(part.text) for part in piece.parts) <= _MOST_TO_INTRODUCE
    return bool(piece.parts) and piece.parts[-1].text.rstrip().endswith(":") and is_short


def _keeps(block: Block, following: Block | None) -> bool:
    """Say whether the block stays on the page of what follows: a heading does, save before a heading of its rank."""
    if following is None or isinstance(following, PageBreak):
        return False
    if isinstance(block, Heading):
        return not isinstance(following, Heading) or following.level > block.level
    if isinstance(block, ChartBlock):
        return leads_on(block, following)
    if isinstance(block, Paragraph):
        return leads_on(block, following) or scale.PARAGRAPHS[block.role.value].keep
    return False
