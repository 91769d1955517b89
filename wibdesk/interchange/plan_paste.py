"""A table of the clipboard as a grid of cells: HTML as Word and browsers give it, or text with tabs."""

import csv
import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import date
from io import StringIO
from typing import Any

from lxml import etree
from lxml import html as markup

from wibdesk.errors import UserError
from wibdesk.interchange.json_text import printable
from wibdesk.interchange.plan_reading import PlanReading, read_grid, refuse_longer, refuse_more
from wibdesk.language import say

LONGEST_PASTED = 5_000_000
"""Letters of a clipboard that are looked at."""
WIDEST = 100
"""Columns of a table; a cell said to span more is a jest."""

_BLOCKS = {"p", "div", "li", "br", "tr", "h1", "h2", "h3", "h4", "h5", "h6"}
_UNSEEN = {"script", "style", "head", "title", "o:p"}
_LEVEL = re.compile(r"mso-list:\s*l\d+\s+level(\d+)", re.IGNORECASE)
_MARK = re.compile(r"\s*[-–—•·▪●*o]\s")
_IGNORED = re.compile(r"mso-list:\s*ignore", re.IGNORECASE)
_WORKSTREAM = re.compile(r"\s*(?:work\s*stream|theme|priority)\b", re.IGNORECASE)


@dataclass
class _Lines:
    """The lines of a cell as they are collected: a mark before each that is in a list, two blanks where deeper."""

    done: list[str] = field(default_factory=list)
    now: str = ""

    def add(self, words: str) -> None:
        """Add words to the line that is under way."""
        flat = re.sub(r"\s+", " ", words)
        self.now += flat if self.now.strip(" -") else flat.lstrip()

    def end(self, mark: str = "") -> None:
        """End the line that is under way and begin another with a mark."""
        if self.now.strip(" -"):
            self.done.append(self.now.rstrip())
            self.now = mark
        else:  # a paragraph in a list goes on with the mark of its line
            self.now = mark or self.now


def read_pasted(html: str, text: str, *, title: str, body_name: str, on: date) -> PlanReading:
    """Read what the clipboard holds, its HTML first and else its text, as a plan; UserError where it is none."""
    if len(html) + len(text) > LONGEST_PASTED:
        raise UserError(
            say(
                "The clipboard holds more than {longest_pasted:,} letters: copy the table in parts.",
                longest_pasted=LONGEST_PASTED,
            )
        )
    grid = html_grid(html) if html.strip() else []
    return read_grid(grid or text_grid(text), title=title, body_name=body_name, on=on)


def html_grid(words: str) -> list[list[str]]:
    """Return the rows of every table in HTML, and the paragraphs between them as rows of one cell.

    A cell that spans others stands in the first; lines of lists begin with a mark. Nothing is fetched or run. UserError
    where there are more cells than a plan may have.
    """
    parser = markup.HTMLParser(
        no_network=True, huge_tree=False, encoding="utf-8", remove_comments=True, remove_pis=True
    )
    try:
        root = markup.document_fromstring(str(printable(words)).encode(), parser=parser)
    except (etree.LxmlError, ValueError):
        return []
    if root.find(".//table") is None:
        return []
    grid: list[list[str]] = []
    for element in _tables_and_paragraphs(root):
        if element.tag == "table":
            grid += _table(element)
        elif words := "\n".join(_cell_lines(element)):
            grid.append([words])
    return grid


def text_grid(words: str) -> list[list[str]]:
    """Return the rows of text with tabs between cells; a line without a tab goes on with the last cell of its row."""
    text = str(printable(words)).replace("\r\n", "\n").replace("\r", "\n")
    if '\t"' in text or text.startswith('"'):  # a spreadsheet puts cells of several lines between quotes
        try:
            return [list(row) for row in csv.reader(StringIO(text), delimiter="\t") if row]
        except csv.Error as trouble:
            raise UserError(
                say("The text on the clipboard cannot be read as a table: copy the table again.")
            ) from trouble
    grid: list[list[str]] = []
    wide = max((line.count("\t") + 1 for line in text.split("\n")), default=1)
    for line in text.split("\n"):
        cells = line.split("\t")
        before = grid[-1] if grid else []
        both = len(before) + len(cells) - 1
        goes_on = len(before) > 1 and (both == wide or (both < wide and _MARK.match(line)))
        if goes_on and len(cells) > 1:  # Word ends a cell of several lines with the tab of its last
            grid[-1] = [*before[:-1], f"{before[-1]}\n{cells[0]}", *cells[1:]]
        elif len(cells) > 1 or _WORKSTREAM.match(line) or len(before) < 2:
            grid.append(cells)
        elif line.strip():
            grid[-1][-1] += f"\n{line}"
            refuse_longer(grid[-1][-1])
    return [row for row in grid if any(cell.strip() for cell in row)]


def _tables_and_paragraphs(root: Any) -> Iterator[Any]:
    """Give the outermost tables and the blocks outside them, in order."""
    for element in root.iter("table", "p", "h1", "h2", "h3", "h4", "h5", "h6", "li"):
        if not any(above.tag in ("table", "li") for above in element.iterancestors()):
            yield element


def _table(table: Any) -> list[list[str]]:
    rows: list[list[str]] = []
    count = 0
    open_below: dict[int, int] = {}
    for row in table.iter("tr"):
        if next(above for above in row.iterancestors("table")) is not table:
            continue
        cells: list[str] = []
        waiting = list(row.iterchildren("td", "th"))
        while waiting or open_below.get(len(cells), 0):
            at = len(cells)
            if open_below.get(at, 0):
                open_below[at] -= 1
                cells.append("")
                continue
            cell = waiting.pop(0)
            wide, high = _span(cell, "colspan"), _span(cell, "rowspan")
            cells += ["\n".join(_cell_lines(cell)), *[""] * (wide - 1)]
            open_below |= dict.fromkeys(range(at, at + wide), high - 1)
            # Cells that span others make much of little, so they are counted while they are laid out.
            refuse_more(len(rows), count + len(cells))
        count += len(cells)
        rows.append(cells)
    return rows


def _span(cell: Any, name: str) -> int:
    words = (cell.get(name) or "1").strip()
    return max(1, min(int(words), WIDEST)) if words.isdecimal() and len(words) < 6 else 1


def _cell_lines(cell: Any) -> list[str]:
    """Return the lines of a cell; walked without recursion, however deep it is."""
    lines = _Lines()
    waiting: list[tuple[Any, int, bool]] = [(cell, 0, False)]
    while waiting:
        element, depth, leaving = waiting.pop()
        tag = element.tag if isinstance(element.tag, str) else ""
        if leaving:
            if tag in _BLOCKS:
                lines.end()
            if element is not cell:
                lines.add(element.tail or "")
            continue
        waiting.append((element, depth, True))
        if tag in _UNSEEN or _IGNORED.search(element.get("style") or ""):
            continue
        inner = depth + (tag in ("ul", "ol"))
        if tag in _BLOCKS:
            lines.end(_mark(element, tag, depth))
        lines.add(element.text or "")
        waiting += [(child, inner, False) for child in reversed(element)]
    lines.end()
    return [line for line in lines.done if line.strip()]


def _mark(element: Any, tag: str, depth: int) -> str:
    """Return the mark of a line in a list; in Word a paragraph whose style says so."""
    if tag == "li":
        return "- " if depth < 2 else "  - "
    found = _LEVEL.search(element.get("style") or "")
    return ("- " if int(found[1]) < 2 else "  - ") if found else ""
