"""The blocks of a document as WordprocessingML, in the styles of our template."""

from collections.abc import Sequence

from wibdesk.documents.document import (
    Block,
    Heading,
    ListBlock,
    ListItem,
    Paragraph,
    Run,
    Runs,
    Signature,
    Table,
    TableKind,
    plain,
)
from wibdesk.documents.typography import LABEL_INDENT
from wibdesk.documents.word_template import ROLE_STYLES, TEXT_WIDTH, border
from wibdesk.documents.word_xml import text, twips, w
from wibdesk.domain.numbering import FORMS

FIRST_LINK, FIRST_NUMBER = 100, 2
"""Where our relationships and lists begin: the template's own stand before."""


class WordBlocks:
    """Turns blocks into XML and remembers what stands in other parts: the addresses linked and the lists begun."""

    def __init__(self) -> None:
        self.links: list[str] = []
        self.lists: list[tuple[str, int, int]] = []
        self._numbers: dict[int, int] = {}

    def body(self, blocks: Sequence[Block]) -> str:
        """Return the blocks as the elements of the body.

        A paragraph must stand between two tables, or Word makes one of them, and after the last.
        """
        out: list[str] = []
        for block, following in zip(blocks, (*blocks[1:], None), strict=False):
            out.append(self._xml(block))
            ruled = isinstance(block, Table) and block.kind is not TableKind.LINES
            if ruled and not isinstance(following, Heading):
                out.append(w("p", w("pPr", w("pStyle", val="TableText"))))
        return "".join(out)

    def _xml(self, block: Block) -> str:
        if isinstance(block, Heading):
            return self._heading(block)
        if isinstance(block, Paragraph):
            return self._paragraph(block)
        if isinstance(block, ListBlock):
            return "".join(self._line(item) for item in block.items)
        if isinstance(block, Table):
            return self._table(block)
        return self._signature(block) if isinstance(block, Signature) else ""

    def _heading(self, block: Heading) -> str:
        indent = twips(LABEL_INDENT * 0.9)
        hang = w("tabs", w("tab", val="left", pos=indent)) + w("ind", left=indent, hanging=indent)
        frame = w("pPr", w("pStyle", val=f"Heading{block.level}"), hang if block.number else "")
        number = plain(f"{block.number}\t") if block.number else ()
        return w("p", frame, self.runs((*number, *block.runs), capitals=block.capitals))

    def _paragraph(self, block: Paragraph) -> str:
        style = ROLE_STYLES.get(block.role.value, ("",))[0]
        if block.label:
            style = "LabelledParagraph"
        label = plain(f"{block.label}\t") if block.label else ()
        return self._styled(style, (*label, *block.runs), capitals=block.capitals)

    def _styled(self, style: str, runs: Runs, *, capitals: bool = False) -> str:
        frame = w("pPr", w("pStyle", val=style)) if style else ""
        return w("p", frame, self.runs(runs, capitals=capitals))

    def _line(self, item: ListItem) -> str:
        kind = "Number" if item.style else "Bullet"
        style = f"List{kind}{item.level if item.level > 1 else ''}"
        number = w("numPr", w("ilvl", val=item.level - 1), w("numId", val=self._number(item)))
        return w("p", w("pPr", w("pStyle", val=style), number), self.runs(item.runs))

    def _number(self, item: ListItem) -> int:
        """Return the list that the line counts in: one for all bullets, one of its own for each sequence."""
        if item.style is None:
            return 1
        if item.sequence not in self._numbers:
            self._numbers[item.sequence] = FIRST_NUMBER + len(self.lists)
            self.lists.append((item.style, item.level, item.number))
        return self._numbers[item.sequence]

    def _signature(self, block: Signature) -> str:
        lines = (self._styled("SigningLine", plain(f"{label}\t\t")) for label in block.labels)
        return self._styled("Signing", plain(block.words)) + "".join(lines)

    def _table(self, block: Table) -> str:
        if block.kind is TableKind.LINES:
            return "".join(self._styled("NameAndPost", _tabbed(row)) for row in block.rows)
        caption = self._styled("Caption", plain(block.caption)) if block.caption else ""
        widths = [round(TEXT_WIDTH * share / sum(block.widths)) for share in block.widths]
        head = [self._row(tuple(plain(words) for words in block.header), widths, header=True)] if block.header else []
        rows = [self._row(row, widths, edges=_edges(block, n)) for n, row in enumerate(block.rows)]
        frame = w(
            "tblPr",
            w("tblStyle", val="MinutesTable"),
            w("tblW", w=sum(widths), type="dxa"),
            w("tblLayout", type="fixed"),
            w("tblLook", val="0420" if head else "0400", firstRow=int(bool(head)), noVBand=1),
            w("tblCaption", val=block.caption) if block.caption else "",
        )
        grid = w("tblGrid", *(w("gridCol", w=width) for width in widths))
        return caption + w("tbl", frame, grid, *head, *rows)

    def _row(self, cells: tuple[Runs, ...], widths: list[int], *, header: bool = False, edges: str = "") -> str:
        frame = w("trPr", w("cantSplit"), w("tblHeader") if header else "")
        style = "TableHeading" if header else "TableText"
        drawn = (
            w("tc", w("tcPr", w("tcW", w=width, type="dxa"), edges), self._styled(style, cell))
            for cell, width in zip(cells, widths, strict=True)
        )
        return w("tr", frame, *drawn)

    def runs(self, runs: Runs, *, capitals: bool = False) -> str:
        """Return runs of text; linked ones inside their hyperlink."""
        return "".join(self._run(run, capitals=capitals) for run in runs)

    def _run(self, run: Run, *, capitals: bool) -> str:
        look = [
            w("rStyle", val="Hyperlink") if run.link else "",
            w("b") + w("bCs") if run.bold else "",
            w("i") + w("iCs") if run.italic else "",
            w("caps") if capitals else "",
            w("u", val="single") if run.underline else "",
        ]
        said = w("r", w("rPr", *look) if any(look) else "", text(run.text))
        if run.link is None:
            return said
        self.links.append(run.link)
        key = FIRST_LINK + len(self.links) - 1
        return f'<w:hyperlink r:id="rId{key}" w:history="1">{said}</w:hyperlink>'


def list_definitions(lists: list[tuple[str, int, int]]) -> str:
    """Return the lists begun: each counts on its own from its first number."""
    keys = list(FORMS)
    out = []
    for n, (style, level, first) in enumerate(lists, FIRST_NUMBER):
        restart = w("lvlOverride", w("startOverride", val=first), ilvl=level - 1)
        out.append(w("num", w("abstractNumId", val=keys.index(style) + 1), restart, numId=n))
    return "".join(out)


def _tabbed(row: tuple[Runs, ...]) -> Runs:
    name, post = row
    return (*name, *plain("\t"), *post) if post else name


def _edges(block: Table, n: int) -> str:
    """Return what differs from the table's own rules: a plan draws none inside an activity."""
    if block.kind is not TableKind.PLAN:
        return ""
    begins = n == 0 or bool(block.rows[n][0])
    ends = n + 1 == len(block.rows) or bool(block.rows[n + 1][0])
    edges = [border(edge, drawn=False) for edge, ruled in (("top", begins), ("bottom", ends)) if not ruled]
    return w("tcBorders", *edges) if edges else ""
