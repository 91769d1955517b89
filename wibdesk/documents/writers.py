"""The formats that a document leaves in: a new format is one module and one line here."""

from collections.abc import Callable, Mapping
from types import MappingProxyType

from wibdesk.documents.csv_writer import write_csv
from wibdesk.documents.document import Document
from wibdesk.documents.html.writer import write_html
from wibdesk.documents.ics_writer import write_ics
from wibdesk.documents.kinds import Kind
from wibdesk.documents.pdf.writer import write_pdf
from wibdesk.documents.sheet_writer import write_xlsx
from wibdesk.documents.text_writer import write_text
from wibdesk.documents.word.writer import write_docx
from wibdesk.domain.house_style import HouseStyle

Writer = Callable[[Document, HouseStyle], bytes]

WRITERS: Mapping[str, Writer] = MappingProxyType(
    {
        "docx": write_docx,
        "pdf": write_pdf,
        "html": write_html,
        "txt": write_text,
        "xlsx": write_xlsx,
        "csv": write_csv,
        "ics": write_ics,
    }
)
"""The ending of the file name to what writes it."""

SHEETS = "xlsx"
"""The format that shows not the document but its sheets."""
DATA = ("csv", "ics")
"""The formats for programs: of a document they hold the facts, and only some kinds have them."""


def formats_of(kind: Kind) -> tuple[str, ...]:
    """Return the endings that a document of this kind can have, in the order in which they are offered."""
    offered = {SHEETS: kind.sheets, **{ending: ending in kind.data for ending in DATA}}
    return tuple(ending for ending in WRITERS if offered.get(ending, True))
