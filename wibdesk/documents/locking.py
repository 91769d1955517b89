"""The formats that can carry a password: a further one is one line here."""

from collections.abc import Callable, Mapping
from types import MappingProxyType

from wibdesk.documents.document import Document
from wibdesk.documents.pdf.locking import LOCKED_REMARK as PDF_REMARK
from wibdesk.documents.pdf.writer import write_pdf
from wibdesk.documents.sheet_writer import write_xlsx
from wibdesk.documents.word.locking import LOCKED_REMARK as OFFICE_REMARK
from wibdesk.documents.word.locking import locked
from wibdesk.documents.word.writer import write_docx
from wibdesk.domain.house_style import HouseStyle

LockedWriter = Callable[[Document, HouseStyle, str], bytes]


def _pdf(document: Document, style: HouseStyle, password: str) -> bytes:
    return write_pdf(document, style, password=password)


def _word(document: Document, style: HouseStyle, password: str) -> bytes:
    return locked(write_docx(document, style), password)


def _sheets(document: Document, style: HouseStyle, password: str) -> bytes:
    return locked(write_xlsx(document, style), password)


LOCKED_WRITERS: Mapping[str, tuple[LockedWriter, str]] = MappingProxyType(
    {"docx": (_word, OFFICE_REMARK), "pdf": (_pdf, PDF_REMARK), "xlsx": (_sheets, OFFICE_REMARK)}
)
"""The ending of the file name to what writes it with a password, and what the clerk is told of such a file."""
