"""Looks a paper over on a worker: the document in its version, or why there can be none; the name of its file."""

from dataclasses import dataclass, replace
from datetime import UTC, date, datetime
from typing import TYPE_CHECKING

from ui.places.preview.papers import FINISHED, Order
from wibdesk.domain.agenda import Item
from wibdesk.domain.exports import Export
from wibdesk.errors import UserError

if TYPE_CHECKING:
    from wibdesk.documents.document import Document

NOTHING = "There is nothing to print yet."


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
        from wibdesk.documents.pdf_writer import write_pdf  # noqa: PLC0415

        assert self.document is not None
        return write_pdf(self.document, self.order.style)

    def file(self, ending: str) -> bytes:
        """Return the document as a file of this ending."""
        # The writers bring reportlab, lxml and xlsxwriter with them.
        from wibdesk.documents.writers import WRITERS  # noqa: PLC0415

        assert self.document is not None
        return WRITERS[ending](self.document, self.order.style)

    def lines(self) -> tuple[str, ...]:
        """Return the document as lines of plain text, as they are kept of each export."""
        # It leads to the tables of letters, which only an export and a comparison need.
        from wibdesk.documents.text_writer import lines_of  # noqa: PLC0415

        return lines_of(self.document) if self.document is not None else ()

    def export(self, ending: str, name: str, data: bytes, at: datetime) -> Export:
        """Return the record of this document leaving as a file at a local moment."""
        # It leads to the tables of letters, which only an export and a comparison need.
        from wibdesk.documents.files import fingerprint  # noqa: PLC0415

        order = self.order
        return Export(
            order.gathered.subject_id, order.kind.name, order.edition.value, order.style.name, ending, name,
            fingerprint(data), "\n".join(self.lines()), at.astimezone(UTC),
        )  # fmt: skip


def look_over(order: Order) -> Looked:
    """Return the paper looked over: composed in its version, with what the clerk should know of it."""
    # The composers lead to lxml, and the check of letters to the fonts of the PDF.
    from wibdesk.documents.characters import remarks  # noqa: PLC0415
    from wibdesk.documents.editions import default_edition  # noqa: PLC0415
    from wibdesk.documents.making import make, versions_differ  # noqa: PLC0415
    from wibdesk.documents.word_house_template import template_remark  # noqa: PLC0415
    from wibdesk.documents.writers import formats_of  # noqa: PLC0415

    material, kind, asked = order.gathered.material, order.kind, order
    formats = formats_of(kind)
    try:
        differs = versions_differ(kind, material, order.style)
        two = differs or (kind.tells and _holds_exempt(order))
        edition = order.edition if two else default_edition(material)
        order = replace(order, edition=edition)
        document = make(kind, material, order.style, edition)
    except UserError as refused:
        two, untold = _holds_exempt(order), _untold(order)
        name = _name(order, order.edition.file_words if two else "")
        return Looked(asked, order, formats, None, two, name, refusal=str(refused), untold=untold)
    name = _name(order, edition.file_words if differs else "")
    if not document.blocks:
        return Looked(asked, order, formats, None, two, name, refusal=NOTHING)
    said = (*remarks(document), template_remark(document))
    return Looked(asked, order, formats, document, two, name, tuple(filter(None, said)))


def _holds_exempt(order: Order) -> bool:
    meeting = order.meeting
    items = () if meeting is None else (order.item,) if order.item is not None else meeting.items
    return any(item.part != 1 for item in items)


def _untold(order: Order) -> Item | None:
    """Return the first exempt item of which the public version would say nothing."""
    # It leads to the composers.
    from wibdesk.documents.editions import refuse_untold  # noqa: PLC0415

    material, meeting = order.gathered.material, order.meeting
    for item in meeting.items if meeting is not None else ():
        try:
            refuse_untold(replace(material, meeting=replace(material.sitting, items=(item,))))
        except UserError:
            if order.item is None or order.item.id == item.id:
                return item
    return None


def _name(order: Order, edition: str) -> str:
    """Return the name to propose for the file, without its ending."""
    # It leads to the disk, which only a paper that was made needs.
    from wibdesk.documents.files import proposed_name  # noqa: PLC0415

    body, words = order.body.name if order.body is not None else "All bodies", order.kind.file_words
    day: date | None = order.now.date()
    draft = False
    if order.plan is not None:
        words, day = order.plan.title, None
    elif order.meeting is not None:
        details, item = order.meeting.details, order.item
        day, draft = details.date, order.kind.tells and details.status not in FINISHED
        words += f" item {item.number or order.meeting.items.index(item) + 1}" if item is not None else ""
    return proposed_name(body, day, words, "pdf", draft=draft, edition=edition).removesuffix(".pdf")
