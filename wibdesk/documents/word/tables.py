"""Tables as WordprocessingML: heading rows that repeat, rows that stay whole, names beside posts as tabbed lines."""

from itertools import pairwise

from wibdesk.documents.document import Run, Runs, Table, TableKind, plain
from wibdesk.documents.word.styles import NAME_SHARE, border
from wibdesk.documents.word.text import WordText
from wibdesk.documents.word.xml import twips, w


def ruled_table(block: Table, text: WordText, width: int, about: str) -> str:
    """Return a table on lines of this width (twentieths of a point); `about` says to a screen reader what it holds."""
    widths = _shares(block.widths, width)
    head = [_heading_row(block, text, widths)] if block.header else []
    rows = [_row(block, n, text, widths) for n in range(len(block.rows))]
    if not head and not rows:
        return ""
    look = 0x0400 | (0x0020 if head else 0) | (0x0080 if block.row_headers else 0)
    frame = w(
        "tblPr",
        w("tblStyle", val=text.ids["MinutesTable"]),
        w("tblW", w=sum(widths), type="dxa"),
        w("tblLayout", type="fixed"),
        w(
            "tblLook",
            val=f"{look:04X}",
            firstRow=int(bool(head)),
            lastRow=0,
            firstColumn=int(block.row_headers),
            lastColumn=0,
            noHBand=0,
            noVBand=1,
        ),
        w("tblCaption", val=about) if about else "",
    )
    return w("tbl", frame, w("tblGrid", *(w("gridCol", w=each) for each in widths)), *head, *rows)


def _shares(shares: tuple[float, ...], width: int) -> list[int]:
    """Return the widths of the columns, which fill the line exactly."""
    whole, edges = sum(shares), [0]
    for n in range(len(shares)):
        edges.append(round(width * sum(shares[: n + 1]) / whole))
    return [after - before for before, after in pairwise(edges)]


def _heading_row(block: Table, text: WordText, widths: list[int]) -> str:
    cells = (text.paragraph("TableHeading", plain(words)) for words in block.header)
    drawn = (_cell(cell, each) for cell, each in zip(cells, widths, strict=True))
    return w("tr", w("trPr", w("cantSplit"), w("tblHeader")), *drawn)


def _row(block: Table, n: int, text: WordText, widths: list[int]) -> str:
    height = w("trHeight", val=twips(block.row_height), hRule="atLeast") if block.row_height else ""
    edges = _edges(block, n)
    cells = (text.paragraph("TableText", cell) for cell in block.rows[n])
    drawn = (_cell(cell, each, edges) for cell, each in zip(cells, widths, strict=True))
    return w("tr", w("trPr", w("cantSplit"), height), *drawn)


def _cell(content: str, width: int, edges: str = "") -> str:
    return w("tc", w("tcPr", w("tcW", w=width, type="dxa"), edges), content)


def _edges(block: Table, n: int) -> str:
    """Return what differs from the table's own rules: a plan draws none inside an activity."""
    if block.kind is not TableKind.PLAN:
        return ""
    begins = n == 0 or bool(block.rows[n][0])
    ends = n + 1 == len(block.rows) or bool(block.rows[n + 1][0])
    edges = [border(edge, drawn=False) for edge, ruled in (("top", begins), ("bottom", ends)) if not ruled]
    return w("tcBorders", *edges) if edges else ""


def tabbed_lines(block: Table, text: WordText, width: int) -> str:
    """Return a table of kind `lines` as paragraphs: a name, a tab, a post.

    A screen reader says each as one line, a long post wraps below itself, and Enter makes the next line.
    """
    tabs, indent = _stops(block, width)
    head = tuple(plain(words, bold=True) for words in block.header)
    rows = (*((head,) if head else ()), *block.rows)
    return "".join(text.paragraph("NameAndPost", _tabbed(row), tabs=tabs, indent=indent) for row in rows)


def _stops(block: Table, width: int) -> tuple[str, str]:
    """Return the tab stops and the indent where the columns are not those of the style."""
    whole = sum(block.widths)
    places = [round(width * sum(block.widths[:n]) / whole) for n in range(1, len(block.widths))]
    usual = round(width * NAME_SHARE)
    if places == [usual] or not places:
        return "", ""
    cleared = () if usual in places else (w("tab", val="clear", pos=usual),)
    stops = sorted([(place, w("tab", val="left", pos=place)) for place in places] + [(usual, tab) for tab in cleared])
    return w("tabs", *(tab for _, tab in stops)), w("ind", left=places[-1], hanging=places[-1])


def _tabbed(row: tuple[Runs, ...]) -> Runs:
    filled = len(row) - next((n for n, cell in enumerate(reversed(row)) if cell), len(row))
    out: list[Run] = []
    for n, cell in enumerate(row[:filled]):
        out.extend((*(plain("\t") if n else ()), *cell))
    return tuple(out)
