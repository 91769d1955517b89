"""A sample page that shows every kind of block, for a clerk who looks at a house style or a template."""

from wibdesk.documents.document import (
    Block,
    Document,
    Heading,
    ListBlock,
    ListItem,
    Paragraph,
    Role,
    Run,
    Signature,
    Table,
    TableKind,
    plain,
)

_NAMES = (("Halina Ferrer (Chair)", "Independent chair"), ("Bryn Sutton", "Director of children’s services"))
_ACTIONS = (
    ("3.1", "Agree one definition of a contact", "Kiran Rowe", "6 October 2026"),
    ("3.2", "Bring a map of vacancies to the board", "Ines Nolan", "3 November 2026"),
)


def sample_document() -> Document:
    """Return the sample: invented names and matter, with the status of a draft."""
    return Document(
        title="Sample Board – Minutes of the meeting",
        subject="Minutes of the meeting",
        author="Sample Board",
        header="Sample Board, Tuesday 1 September 2026",
        blocks=tuple(_blocks()),
        status="DRAFT, not yet approved",
    )


def _blocks() -> list[Block]:
    names = tuple((plain(name), plain(post)) for name, post in _NAMES)
    return [
        Heading(1, plain("Sample Board")),
        Paragraph(plain("Minutes of the meeting held on Tuesday 1 September 2026, 9.30 am"), Role.LEAD),
        Paragraph(plain("Committee Room 2, Norbury House"), Role.DETAIL),
        Heading(2, plain("Present")),
        Table(names, (35, 65), kind=TableKind.LINES),
        Heading(2, plain("Front door"), "3."),
        Paragraph(plain("9.45 am, presented by Jo Amari"), Role.ITEM_DETAIL),
        Paragraph(
            (
                Run("The Board heard that contacts had risen by "),
                Run("nine per cent", bold=True),
                Run(" (see the "),
                _LINK,
                Run(")."),
            )
        ),
        ListBlock((ListItem(plain("Two duty posts were filled by agency staff."), "•"), _INNER)),
        Heading(3, plain("What was decided"), "3.1"),
        Paragraph(plain("Resolved:", bold=True), Role.MARKER),
        ListBlock(tuple(ListItem(plain(words), f"({n})", 1, "(1)", n, 1) for n, words in enumerate(_PARTS, 1))),
        Paragraph(plain("The definition is to be used from 1 October."), Role.DECISION),
        Paragraph((*plain("Action 3.1: ", bold=True), *plain("Kiran Rowe is to agree the definition.")), Role.ACTION),
        _actions(),
        Paragraph(plain("Dates in the table are those that the owners gave."), Role.NOTE),
        Paragraph(plain("A paragraph with a number of its own hangs behind it."), label="3.2"),
        Heading(2, plain("Any other business"), "4."),
        Paragraph(plain("There was none. The meeting closed at 11.40 am.")),
        Signature("Signed as a correct record", ("Chair", "Date")),
    ]


_LINK = Run("report", link="https://example.org/report")
_INNER = ListItem(plain("One more is to follow in October."), "–", level=2)
_PARTS = ("That there is one shared definition.", "That it is published.")


def _actions() -> Table:
    rows = tuple(tuple(plain(cell) for cell in row) for row in _ACTIONS)
    return Table(rows, (10, 45, 22, 23), ("No.", "Action", "Owner", "Due"), "Actions of this item")
