"""The one scale of sizes, spaces and colours that Word and PDF share; points unless said otherwise."""

from dataclasses import dataclass, replace

PAGE_WIDTH, PAGE_HEIGHT = 595.28, 841.89
"""A4."""
MARGIN = 62.0
HEADER_AT, FOOTER_AT = 34.0, 34.0
"""How far the running header and footer stand from the edge of the paper."""

TEXT, TABLE_TEXT, SMALL = 11.5, 10.5, 9.5
LEADING = 1.35
"""Line height as a multiple of the size."""
TIGHT_MARGIN, TIGHT_LEADING, TIGHT_AFTER_TABLE = 36.0, 1.15, 2.0
"""The same of a card that is to stand on one page; any printer reaches so near to the edge."""

INK, QUIET, LINK = "1A1A1A", "4A4A4A", "0B4F8A"
RULE, SHADE = "9AA3AB", "EEF1F4"

LIST_INDENT = 20.0
"""How far each level of a list stands in."""
LABEL_INDENT = 34.0
"""How far the words stand in behind a printed number."""
CELL_SIDE, CELL_TOP = 5.0, 3.5
"""The room around the words of a cell."""


@dataclass(frozen=True)
class Look:
    """How one kind of paragraph looks."""

    size: float = TEXT
    bold: bool = False
    before: float = 0.0
    after: float = 6.0
    indent: float = 0.0
    colour: str = INK
    keep: bool = False
    """The paragraph stays on the page of what follows."""


HEADINGS = {
    1: Look(20, bold=True, after=4, keep=True),
    2: Look(14, bold=True, before=14, after=5, keep=True),
    3: Look(12, bold=True, before=9, after=4, keep=True),
}
PARAGRAPHS = {
    "body": Look(),
    "lead": Look(13, bold=True, after=4),
    "detail": Look(after=2),
    "attendance": Look(before=4, after=4),
    "item_detail": Look(10.5, after=4, colour=QUIET),
    "marker": Look(before=3, after=3, keep=True),
    "decision": Look(after=7),
    "action": Look(before=2, after=7, indent=LIST_INDENT),
    "note": Look(SMALL, after=6, colour=QUIET),
    "fence": Look(SMALL, after=2, colour=QUIET),
}
LIST_LINE = Look(after=4)
CAPTION = Look(TABLE_TEXT, bold=True, before=6, after=4, keep=True)
CELL = Look(TABLE_TEXT, after=0)
SIGNATURE = Look(before=18, after=4, keep=True)
AFTER_TABLE = 10.0


def sized(look: Look, text: float) -> Look:
    """Return the look for a document whose text has this size in points: everything grows alike."""
    return look if text == TEXT else replace(look, size=round(look.size * text / TEXT, 1))
