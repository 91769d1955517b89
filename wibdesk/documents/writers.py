"""The formats that a document leaves in: a new format is one module and one line here."""

from collections.abc import Callable, Mapping
from types import MappingProxyType

from wibdesk.documents.document import Document
from wibdesk.documents.pdf_writer import write_pdf
from wibdesk.documents.word_writer import write_docx
from wibdesk.domain.house_style import HouseStyle

Writer = Callable[[Document, HouseStyle], bytes]

WRITERS: Mapping[str, Writer] = MappingProxyType({"docx": write_docx, "pdf": write_pdf})
"""The ending of the file name to what writes it."""
