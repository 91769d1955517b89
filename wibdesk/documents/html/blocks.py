"""The blocks of a document as the elements of the accessible page."""

from collections.abc import Iterable, Iterator, Sequence
from functools import singledispatchmethod
from itertools import count

from wibdesk.documents.document import (
    Block,
    ChartBlock,
    Heading,
    ListBlock,
    PageBreak,
    Paragraph,
    Role,
    Runs,
    Signature,
    Table,
    TableKind,
    WritingLines,
    words_of,
)
from wibdesk.documents.html.lists import list_html
from wibdesk.documents.html.pictures import chart_html
from wibdesk.documents.html.words import label_html, runs_html, tag, words_html

LINES_TO_A_PAGE = 12
"""Ruled lines where they are to fill the rest of a page, which a screen does not have."""

WIDE = 3
"""Columns from which a table may be wider than a telephone and is read by moving it sideways."""
USUAL_COLUMN, LEAST_COLUMN = 7.0, 3.5
"""What a column of such a table needs, the usual and the narrowest one, in the root's own size."""


class HtmlBlocks:
    """Turns blocks into elements, and remembers the last heading: it names a table that has no caption."""

    def __init__(self, title: str) -> None:
        self._title = title
        self._level = 0
        self._tables = count(1)

    def body(self, blocks: Sequence[Block]) -> str:
        """Return the blocks in their order, each on lines of its own."""
        return "\n".join(filter(None, (self._element(block) for block in blocks)))

    @singledispatchmethod
    def _element(self, block: Block) -> str:
        raise TypeError(f"no form on the page for {block}")

    @_element.register
    def _(self, block: Paragraph) -> str:
        looks = [block.role.value] * (block.role is not Role.BODY)
        looks += ["labelled"] * bool(block.label) + ["capitals"] * block.capitals
        words = runs_html(block.runs)
        return tag("p", label_html(block.label), words, class_=_joined(looks)) if words or block.label else ""

    @_element.register
    def _(self, block: ListBlock) -> str:
        return list_html(block)

    @_element.register
    def _(self, block: ChartBlock) -> str:
        return tag("p", chart_html(block), class_="chart")

    @_element.register
    def _(self, block: Signature) -> str:
        line = tag("span", class_="rule", aria_hidden="true")
        labels = (tag("div", tag("span", words_html(label)), " ", line, class_="sign") for label in block.labels)
        return tag("p", words_html(block.words), class_="signing") + "".join(labels)

    @_element.register
    def _(self, block: WritingLines) -> str:
        lines = LINES_TO_A_PAGE if block.count is None else block.count
        return tag("div", "<div></div>" * lines, class_="writing", aria_hidden="true")

    @_element.register
    def _(self, block: PageBreak) -> str:
        return "<hr>"

    @_element.register
    def _(self, block: Heading) -> str:
        """Return a heading: the first is the only one of level 1, and no level is skipped on the way down."""
        words = " ".join(filter(None, (block.number, words_of(block.runs)))).strip()
        if not words:
            return ""
        self._level = max(2, min(block.level, self._level + 1)) if self._level else 1
        self._title = words
        looks = ["capitals"] * block.capitals + ["labelled"] * bool(block.number)
        label = label_html(block.number)
        return tag(f"h{self._level}", label, runs_html(block.runs), class_=_joined(looks))

    @_element.register
    def _(self, block: Table) -> str:
        if block.kind is TableKind.LINES:
            return _names_and_posts(block)
        columns, name = len(block.widths), f"table{next(self._tables)}"
        wide = columns >= WIDE
        parts = (
            tag("caption", words_html(block.caption), id=name if wide else None) if block.caption else "",
            _columns(block.widths),
            _head(block.header) if block.header else "",
            "".join(_plan_bodies(block)) if block.kind is TableKind.PLAN else tag("tbody", *_rows(block)),
        )
        looks = "ruled plan" if block.kind is TableKind.PLAN else "ruled"
        table = tag("table", *parts, class_=looks, style=_least_width(block.widths) if wide else None)
        if not wide:
            return table
        # Who has no mouse moves the table sideways with the arrow keys, once it has the focus.
        named = {"aria_labelledby": name} if block.caption else {"aria_label": self._title}
        return tag("div", table, class_="scroll", role="group", tabindex=0, **named)


def _joined(looks: Iterable[str]) -> str | None:
    return " ".join(looks) or None


def _names_and_posts(block: Table) -> str:
    """Return lines of names and posts as a list: they have no columns to read out."""
    caption = tag("p", words_html(block.caption), class_="caption") if block.caption else ""
    lines = (" ".join(tag("span", runs_html(cell)) for cell in row if words_of(cell)) for row in block.rows)
    return caption + tag("ul", *(tag("li", line) for line in lines), class_="lines")


def _least_width(widths: Sequence[float]) -> str:
    least = min(len(widths) * USUAL_COLUMN, LEAST_COLUMN * sum(widths) / min(widths))
    return f"min-width:{least:.1f}rem"


def _columns(widths: Sequence[float]) -> str:
    shares = (f'<col style="width:{100 * width / sum(widths):.1f}%">' for width in widths)
    return tag("colgroup", *shares)


def _head(header: Iterable[str]) -> str:
    cells = (tag("th", words_html(words), scope="col") if words.strip() else tag("td") for words in header)
    return tag("thead", tag("tr", *cells))


def _rows(block: Table) -> Iterator[str]:
    height = _height(block)
    for row in block.rows:
        cells = (tag("td", runs_html(cell)) for cell in row[1:])
        yield tag("tr", _first(row[0], "row", named=block.row_headers), *cells, style=height)


def _plan_bodies(block: Table) -> Iterator[str]:
    """Yield the rows of a plan in groups: the first cell stands beside all rows that say nothing there."""
    height = _height(block)
    groups: list[list[tuple[Runs, ...]]] = []
    for row in block.rows:
        if not groups or _says(row[0]):
            groups.append([])
        groups[-1].append(row)
    for group in groups:
        rows = [[tag("td", runs_html(cell)) for cell in row[1:]] for row in group]
        rows[0].insert(0, _first(group[0][0], "rowgroup", named=block.row_headers, rows=len(group)))
        yield tag("tbody", *(tag("tr", *cells, style=height) for cells in rows))


def _first(cell: Runs, scope: str, *, named: bool, rows: int = 1) -> str:
    span = rows if rows > 1 else None
    if named and _says(cell):
        return tag("th", runs_html(cell), scope=scope, rowspan=span)
    return tag("td", runs_html(cell), rowspan=span)


def _says(cell: Runs) -> bool:
    return bool(words_of(cell).strip())


def _height(block: Table) -> str | None:
    return f"height:{block.row_height:g}pt" if block.row_height else None
