"""The page that carries the recovery key of an encrypted register: for the safe, not for the computer."""

from collections.abc import Sequence
from datetime import date

from wibdesk.documents.document import Document, Heading, ListBlock, ListItem, Paragraph, Table, plain
from wibdesk.documents.paper_language import paper_code
from wibdesk.documents.pdf.writer import write_pdf
from wibdesk.documents.styles import house_style
from wibdesk.domain.dates import long_date, plain_date
from wibdesk.domain.numbering import BULLETS
from wibdesk.language import SPOKEN, later, say

ACROSS = 4
TITLE = later("Recovery key")
LEAD = later(
    "Whoever has this page can open the register without its passphrase. Keep it where you keep keys, not on the "
    "computer."
)
HOW = (
    later(
        "Where WIBDesk asks for the passphrase, type the groups in order. "
        "Small letters, blanks and hyphens do not matter."
    ),
    later(
        "Without this page and without the passphrase nobody can open the register, not even those who made WIBDesk."
    ),
    later("When the passphrase is changed, a new recovery key is made; this page then opens only copies made before."),
)


def recovery_paper(groups: Sequence[str], register: str, day: date) -> Document:
    """Compose the page, in the language of the screen; `register` names the file without its folder."""
    title = say(TITLE)
    rows = [groups[at : at + ACROSS] for at in range(0, len(groups), ACROSS)]
    cells = tuple(
        tuple(
            plain(f"{number * ACROSS + place}.  ") + plain(group, bold=True) if group else ()
            for place, group in enumerate([*row, *([""] * (ACROSS - len(row)))], start=1)
        )
        for number, row in enumerate(rows)
    )
    blocks = (
        Heading(1, plain(title)),
        Paragraph(plain(say("Of the register “{register}”, made on {day}.", register=register, day=long_date(day)))),
        Paragraph(plain(say(LEAD), bold=True)),
        Table(cells, (1.0,) * ACROSS, caption=say("The groups, to be typed in order"), row_height=24),
        Heading(2, plain(say("How it is used"))),
        ListBlock(tuple(ListItem(plain(say(words)), BULLETS[0]) for words in HOW)),
    )
    header = f"{title}, {plain_date(day)}"
    subject = say("Opens an encrypted register without its passphrase")
    return Document(title, subject, "", header, blocks, language=paper_code(SPOKEN.code))


def recovery_pdf(groups: Sequence[str], register: str, day: date) -> bytes:
    """Return the page as a tagged PDF."""
    return write_pdf(recovery_paper(groups, register, day), house_style("plain"))
