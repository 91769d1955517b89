"""The key card on one page of paper: every key of a place, as the desk itself knows them."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from io import BytesIO

from pypdf import PdfReader

from wibdesk.documents.document import Block, Document, Heading, Paragraph, Role, Runs, Table, TableKind, plain
from wibdesk.documents.paper_language import paper_code
from wibdesk.documents.pdf.writer import write_pdf
from wibdesk.documents.styles import house_style
from wibdesk.language import SPOKEN, say

SIZES = (12.0, 11.0, 10.0, 9.0, 8.75, 8.5, 8.25, 8.0)
"""Text sizes in points, the largest that leaves one page is taken; smaller letters are not read from a desk."""
MANY, VERY_MANY = 36, 80
"""With more keys than the first three stand side by side, else two; with more than the second headings are lines."""
KEY_SHARE, WORDS_SHARE = 1.8, 3.6


@dataclass(frozen=True)
class KeyGroup:
    """Keys that work in one place: its name, and pairs of the keys and what they do."""

    heading: str
    keys: tuple[tuple[str, str], ...]


def compose_keys(title: str, groups: Sequence[KeyGroup]) -> Document:
    """Compose the card: each group under its heading, read row by row."""
    count = sum(len(group.keys) for group in groups)
    across = 3 if count > MANY else 2
    blocks: list[Block] = [Heading(1, plain(title))]
    for group in groups:
        # The room above and below a heading does not shrink with the text: many keys would stand too small.
        words = plain(group.heading, bold=True)
        blocks.append(Heading(2, words) if count <= VERY_MANY else Paragraph(words, Role.MARKER))
        blocks.append(_table(group, across))
    subject, language = say("The keys that work in WIBDesk"), paper_code(SPOKEN.code)
    # On the page its title is said once, in large letters.
    return Document(title, subject, "", "", tuple(blocks), tight=count > MANY, language=language)


def key_pdf(title: str, groups: Sequence[KeyGroup]) -> bytes:
    """Return the card as a tagged PDF of one page, its text as large as that allows; of more where nothing helps."""
    document, style = compose_keys(title, groups), house_style("plain")
    pdf = b""
    for size in SIZES:
        pdf = write_pdf(document, replace(style, text_size=size))
        if len(PdfReader(BytesIO(pdf)).pages) == 1:
            break
    return pdf


def _table(group: KeyGroup, across: int) -> Table:
    down = -(-len(group.keys) // across)
    columns = [group.keys[at * down : (at + 1) * down] for at in range(across)]
    rows = tuple(
        tuple(cell for column in columns for cell in _pair(column[line] if line < len(column) else ("", "")))
        for line in range(down)
    )
    return Table(rows, (KEY_SHARE, WORDS_SHARE) * across, kind=TableKind.LINES)  # read as lines, not as a table


def _pair(pair: tuple[str, str]) -> tuple[Runs, Runs]:
    return plain(pair[0], bold=True), plain(pair[1])
