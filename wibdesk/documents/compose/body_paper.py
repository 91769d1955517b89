"""What the papers of a whole body share: title lines, running header and the file's properties."""

from datetime import date, datetime

from wibdesk.documents.compose.page_head import running_header, stamp_of
from wibdesk.documents.compose.upright import upright
from wibdesk.documents.document import Block, Document, Heading, Paragraph, Role, Sheet, plain
from wibdesk.domain.dates import long_date, plain_date
from wibdesk.domain.house_style import HouseStyle
from wibdesk.domain.paper_words import to_write, write

ALL_BODIES = to_write("All bodies")
"""What heads a paper of no one body."""


def body_document(
    name: str,
    kind: str,
    day: date,
    blocks: list[Block],
    style: HouseStyle,
    *,
    sheets: tuple[Sheet, ...] = (),
    landscape: bool = True,
) -> Document:
    """Return the paper of a body on a day, wide unless told otherwise, with its title lines before the blocks."""
    shown = name or write(ALL_BODIES)
    capitals = style.capital_headings
    return Document(
        title=f"{shown} – {kind}, {long_date(day)}",
        subject=kind,
        author=shown,
        header=running_header(shown, f"{kind[:1].lower()}{kind[1:]}, {plain_date(day)}"),
        blocks=(
            Heading(1, plain(shown), capitals=capitals),
            Paragraph(plain(f"{kind}, {style.forms.long(day)}"), Role.LEAD, None, capitals),
            *(blocks if style.italics else upright(blocks)),
        ),
        language=style.language,
        stamp=stamp_of(datetime(day.year, day.month, day.day), None),
        landscape=landscape,
        sheets=sheets,
    )
