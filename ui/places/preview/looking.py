"""Looks a paper over on a worker: the document in its version, or why there can be none; the name of its file."""

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from ui.places.preview.papers import Order
from wibdesk.domain.agenda import Item
from wibdesk.errors import UserError
from wibdesk.language import later, say

if TYPE_CHECKING:
    from datetime import datetime

    from wibdesk.documents.document import Document
    from wibdesk.domain.exports import Export

NOTHING = later("There is nothing to print yet.")


@dataclass(frozen=True)
class Looked:
    """A paper looked over; without a document `refusal` says why, and `untold` which item stands in the way.

    `asked` is the order as it was given; `order` has the version that was made. `formats` are the endings of the files
    that it can leave in, `two` says that there is a public and a full version to choose from.
    """

    asked: Order
    order: Order
    formats: tuple[str, ...] = ()
    document: "Document | None" = None
    two: bool = False
    name: str = ""
    remarks: tuple[str, ...] = ()
    refusal: str = ""
    untold: Item | None = None

    def pdf(self) -> bytes:
        """Return the document as a PDF file."""
        # The writer brings reportlab with it, which the window does not wait for.
        from wibdesk.documents.pdf.writer import write_pdf  # noqa: PLC0415

        assert self.document is not None
        return write_pdf(self.document, self.order.style)

    def file(self, ending: str, password: str = "") -> bytes:
        """Return the document as a file of this ending, which only the password opens where there is one."""
        # The writers bring reportlab, lxml and xlsxwriter with them.
        from wibdesk.documents.locking import LOCKED_WRITERS  # noqa: PLC0415
        from wibdesk.leaving import file_of  # noqa: PLC0415

        assert self.document is not None
        if password:
            return LOCKED_WRITERS[ending][0](self.document, self.order.style, password)
        return file_of(self.document, self.order.style, ending)

    def told(self, ending: str) -> tuple[str, ...]:
        """Return what is to be known of a file of this ending beside what is known of the paper."""
        # It leads to the writers, which only a paper that goes out needs.
        from wibdesk.leaving import remarks_for  # noqa: PLC0415

        assert self.document is not None
        return tuple(words for words in remarks_for(self.document, ending) if words not in self.remarks)

    def lines(self) -> tuple[str, ...]:
        """Return the document as lines of plain text, as they are kept of each export."""
        # It leads to the tables of letters, which only an export and a comparison need.
        from wibdesk.documents.text_writer import lines_of  # noqa: PLC0415

        return lines_of(self.document) if self.document is not None else ()

    def export(self, name: str, data: bytes, at: "datetime", *, locked: bool = False) -> "Export":
        """Return the record of this document saved under a name at a local moment; of a locked one without words."""
        # It leads to the writers and the tables of letters, which only an export needs.
        from wibdesk.leaving import export_of  # noqa: PLC0415

        assert self.document is not None
        order, subject = self.order, self.order.gathered.subject_id
        return export_of(
            self.document, order.kind, order.edition, order.style,
            subject_id=subject, name=name, data=data, at=at, locked=locked,
        )  # fmt: skip


def look_over(order: Order) -> Looked:
    """Return the paper looked over: composed in its version, with what the clerk should know of it."""
    # The composers lead to lxml, and the check of letters to the fonts of the PDF.
    from wibdesk.documents.editions import default_edition, has_exempt, untold_items  # noqa: PLC0415
    from wibdesk.documents.making import make, told_of, versions_differ  # noqa: PLC0415
    from wibdesk.documents.writers import DATA, formats_of  # noqa: PLC0415
    from wibdesk.leaving import endings_of, remarks_for  # noqa: PLC0415

    material, kind, asked = order.gathered.material, order.kind, order
    formats, told = endings_of(kind), told_of(kind, material)
    read = [ending for ending in formats_of(kind) if ending not in DATA]
    try:
        differs = versions_differ(kind, material, order.style)
        two = differs or (kind.tells and has_exempt(told))
        edition = order.edition if two else default_edition(material)
        order = replace(order, edition=edition)
        document = make(kind, material, order.style, edition)
    except UserError as refused:
        two, untold = has_exempt(told), next(iter(untold_items(told)), None)
        return Looked(asked, order, formats, None, two, _name(order, two=two), refusal=str(refused), untold=untold)
    name = _name(order, two=differs)
    if not document.blocks:
        return Looked(asked, order, formats, None, two, name, refusal=say(NOTHING))
    return Looked(asked, order, formats, document, two, name, remarks_for(document, *read))


def _name(order: Order, *, two: bool) -> str:
    """Return the name to propose for the file, without its ending; `two` where the versions differ."""
    # It leads to the disk, which only a paper that was made needs.
    from wibdesk.leaving import file_name  # noqa: PLC0415

    edition = order.edition.file_words if two else ""
    return file_name(order.kind, order.gathered, "pdf", edition=edition).removesuffix(".pdf")
