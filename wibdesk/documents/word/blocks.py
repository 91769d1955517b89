"""The blocks of a document as WordprocessingML, in reading order."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from wibdesk.documents.document import (
    Block,
    ChartBlock,
    Heading,
    ListBlock,
    ListItem,
    PageBreak,
    Paragraph,
    Signature,
    Table,
    TableKind,
    WritingLines,
    plain,
    words_of,
)
from wibdesk.documents.keeping import ends_with, leads_on
from wibdesk.documents.typography import AFTER_TABLE, HEADINGS, LABEL_INDENT
from wibdesk.documents.word.charts import Charts
from wibdesk.documents.word.lists import LineNumbers, ListSpace, heading_number
from wibdesk.documents.word.numbers import Numbering, numbering
from wibdesk.documents.word.room import lines_to_write_on
from wibdesk.documents.word.styles import ROLE_STYLES, UNNUMBERED
from wibdesk.documents.word.tables import ruled_table, tabbed_lines
from wibdesk.documents.word.text import WordText
from wibdesk.documents.word.xml import twips, w


@dataclass(frozen=True)
class Sheet:
    """What blocks are written on: the ids of our styles in the file, the width of a line, the height of a page.

    Both are in twentieths of a point. `lists` says where our lists begin, `bulleted` the levels at which the file's
    own style List Bullet brings its mark, `numbered` the levels of headings whose own style counts.
    """

    ids: Mapping[str, str]
    width: int
    height: int
    lists: ListSpace
    language: str
    bulleted: frozenset[int] = frozenset()
    numbered: frozenset[int] = frozenset()


class WordBlocks:
    """Turns blocks into XML and remembers what stands in other parts: the addresses linked and the lists begun."""

    def __init__(self, sheet: Sheet, blocks: Sequence[Block]) -> None:
        headings = [block for block in blocks if isinstance(block, Heading)]
        self.headings: Numbering = numbering((block.level, block.number) for block in headings)
        self.indents = _indents(headings)
        self.text = WordText(sheet.ids, sheet.language)
        self.lines = LineNumbers(sheet.lists, heading_number(len(self.headings.runs), sheet.lists))
        self.charts = Charts()
        self._sheet = sheet
        self._blocks = blocks
        self._places = iter(self.headings.places)
        self._counting = sheet.numbered | set(self.headings.first_places())
        self._under = ""
        self._after_table = self._after_lines = False

    def xml(self, *, follows: bool = False) -> str:
        """Return the blocks as elements of the body; `follows` says that something stands before them."""
        out: list[str] = []
        for n, block in enumerate(self._blocks):
            if _says_nothing(block):
                continue
            if isinstance(block, PageBreak):
                self.text.close_gap()
                if (out or follows) and _goes_on(self._blocks[n + 1 :]):
                    self.text.begin_page()
            elif isinstance(block, WritingLines):
                out.append(self._writing_lines(block, n))
            else:
                out.append(self._xml(block, keeps=self._keeps(n)))
        return "".join(out) + self._end_of_table()

    def _keeps(self, n: int) -> bool:
        """Say whether the words of a block must not be parted from what follows."""
        block, following = self._blocks[n], self._blocks[n + 1] if n + 1 < len(self._blocks) else None
        if following is None or isinstance(following, PageBreak):
            return False
        if ends_with(following, self._blocks[-1]):
            return True
        return isinstance(block, Paragraph | ChartBlock) and leads_on(block, following)

    def _xml(self, block: Block, *, keeps: bool) -> str:
        if isinstance(block, Table) and block.kind is not TableKind.LINES:
            self._after_lines = False
            return self._table(block)
        if self._after_table or self._after_lines:
            self.text.leave_gap()
            self._after_table = False
        self._after_lines = isinstance(block, Table)
        if keeps and isinstance(block, Paragraph | ChartBlock):
            self.text.keep_with_next()
        if isinstance(block, Heading):
            return self._heading(block)
        if isinstance(block, Paragraph):
            return self._paragraph(block)
        if isinstance(block, ListBlock | ChartBlock):
            return self._list(block, keeps=keeps) if isinstance(block, ListBlock) else self._chart(block)
        if isinstance(block, Table):
            return self._caption(block) + tabbed_lines(block, self.text, self._sheet.width)
        assert isinstance(block, Signature)
        self.text.close_gap()
        return self._signature(block)

    def _heading(self, block: Heading) -> str:
        if HEADINGS[block.level].before >= AFTER_TABLE - 1:
            self.text.close_gap()
        self._under = words_of(block.runs)
        place, indent = next(self._places), self.indents.get(block.level, 0)
        typed = bool(block.number) and place is None
        runs = (*plain(f"{block.number}\t"), *block.runs) if typed else block.runs
        counts = place is not None or block.level not in self._counting
        return self.text.paragraph(
            f"Heading{block.level}" if counts else UNNUMBERED[block.level],
            runs,
            number=_counts_in(heading_number(place.run, self._sheet.lists), place.level - 1) if place else "",
            tabs=w("tabs", w("tab", val="left", pos=indent)) if typed else "",
            indent=w("ind", left=indent, hanging=indent) if typed else "",
            capitals=block.capitals,
        )

    def _paragraph(self, block: Paragraph) -> str:
        key = ROLE_STYLES.get(block.role.value, ("",))[0]
        if not block.label:
            return self.text.paragraph(key, block.runs, capitals=block.capitals)
        # A label hangs in any role; only a plain paragraph has a style of its own for it.
        hang = twips(LABEL_INDENT)
        own = {"tabs": w("tabs", w("tab", val="left", pos=hang)), "indent": w("ind", left=hang, hanging=hang)}
        runs = (*plain(f"{block.label}\t"), *block.runs)
        return self.text.paragraph(key or "LabelledParagraph", runs, capitals=block.capitals, **(own if key else {}))

    def _list(self, block: ListBlock, *, keeps: bool) -> str:
        lines = [self._line(item) for item in block.items[:-1]]
        if keeps:
            self.text.keep_with_next()
        return "".join((*lines, *map(self._line, block.items[-1:])))

    def _line(self, item: ListItem) -> str:
        key = f"List{'Number' if item.style else 'Bullet'}{item.level}".rstrip("1")
        number = self.lines.number(item)
        if number is None:
            return self._typed_line(item)
        if item.style is None and item.level in self._sheet.bulleted:
            return self.text.paragraph(key, item.runs)
        return self.text.paragraph(key, item.runs, number=_counts_in(number, item.level - 1))

    def _typed_line(self, item: ListItem) -> str:
        left, step = twips(LABEL_INDENT * item.level), twips(LABEL_INDENT)
        tabs, indent = w("tabs", w("tab", val="left", pos=left)), w("ind", left=left, hanging=step)
        runs = (*plain(f"{item.label}\t"), *item.runs)
        return self.text.paragraph("LabelledParagraph", runs, tabs=tabs, indent=indent)

    def _signature(self, block: Signature) -> str:
        lines = (self.text.paragraph("SigningLine", plain(f"{label}\t\t")) for label in block.labels)
        said = self.text.paragraph("Signing", plain(block.words)) if block.words else ""
        return said + "".join(lines)

    def _chart(self, block: ChartBlock) -> str:
        return self.text.holding("Logo", self.charts.run(block, self._sheet.width / 20))

    def _writing_lines(self, block: WritingLines, n: int) -> str:
        """Return ruled lines as one paragraph: a screen reader passes over it at once."""
        count = block.count
        if count is None:
            count = lines_to_write_on(self._blocks[:n], self._blocks[n + 1 :], self._sheet.width, self._sheet.height)
        self._after_table = self._after_lines = False
        return self.text.paragraph("WritingLines", plain("\n".join(["\t"] * count))) if count > 0 else ""

    def _caption(self, block: Table) -> str:
        return self.text.paragraph("Caption", plain(block.caption)) if block.caption else ""

    def _table(self, block: Table) -> str:
        """Return a table; a paragraph must stand between two, or Word makes one of them."""
        if self._after_table and block.caption:
            self.text.leave_gap()
        between = "" if block.caption else self._before_table()
        caption = self._caption(block)
        drawn = ruled_table(block, self.text, self._sheet.width, block.caption or self._under)
        self._after_table = bool(drawn)
        return f"{between}{caption}{drawn}"

    def _before_table(self) -> str:
        # A page must not begin in the heading row of a table, which Word prints again on every page.
        if self.text.begins_page:
            self._after_table = True
        return self._end_of_table()

    def _end_of_table(self) -> str:
        after, self._after_table = self._after_table, False
        return self.text.paragraph("AfterTable", ()) if after else ""


def _goes_on(blocks: Sequence[Block]) -> bool:
    return any(not isinstance(block, PageBreak) and not _says_nothing(block) for block in blocks)


def _says_nothing(block: Block) -> bool:
    """Say whether a block leaves nothing on the page."""
    if isinstance(block, Table):
        return not (block.rows or block.header or block.caption)
    return isinstance(block, Paragraph) and not block.label and not words_of(block.runs)


def _counts_in(number: int, level: int) -> str:
    return w("numPr", w("ilvl", val=level), w("numId", val=number))


def _indents(headings: Sequence[Heading]) -> dict[int, int]:
    """Return how far the words stand in behind the numbers at each level: room for the longest of them."""
    out: dict[int, int] = {}
    for block in headings:
        if block.number:
            room = max(LABEL_INDENT * 0.9, HEADINGS[block.level].size * 0.6 * len(block.number) + 8)
            out[block.level] = max(out.get(block.level, 0), twips(min(room, 4 * LABEL_INDENT)))
    return out
