"""The sample meeting set in a house style, as PDF for the screen and as a Word file to be opened."""

from dataclasses import dataclass
from typing import TYPE_CHECKING

from ui.places.house_style.sample_meeting import SAMPLE_NOW, sample_meeting
from wibdesk.domain.body_files import BodyFile
from wibdesk.domain.house_style import HouseStyle

if TYPE_CHECKING:
    from wibdesk.documents.document import Document


@dataclass(frozen=True)
class Sample:
    """What the sample is made of, logo and Word template of the body among it: all that a worker needs."""

    style: HouseStyle
    logo: BodyFile | None = None
    template: BodyFile | None = None

    def pdf(self) -> bytes:
        """Return the sample as a PDF file."""
        # The writer brings reportlab with it, which the window does not wait for.
        from wibdesk.documents.pdf.writer import write_pdf  # noqa: PLC0415

        return write_pdf(self._document(), self.style)

    def docx(self) -> bytes:
        """Return the sample as a Word file, written into the body's own template where it has one."""
        # The writer brings lxml with it, which the window does not wait for.
        from wibdesk.documents.word.writer import write_docx  # noqa: PLC0415

        return write_docx(self._document(), self.style)

    def _document(self) -> "Document":
        # The composers are cheap, but they lead to what reads pictures.
        from wibdesk.documents.editions import Edition  # noqa: PLC0415
        from wibdesk.documents.kinds import KINDS  # noqa: PLC0415
        from wibdesk.documents.making import make  # noqa: PLC0415
        from wibdesk.documents.material import Letterhead, Material  # noqa: PLC0415
        from wibdesk.documents.pictures import picture  # noqa: PLC0415

        meeting = sample_meeting(self.style.name)
        logo, template = self.logo, self.template
        head = Letterhead(
            picture(logo.data, logo.words, logo.name) if logo is not None else None,
            template.data if template is not None else None,
        )
        material = Material(SAMPLE_NOW, meeting.body.name, meeting, letterhead=head)
        return make(KINDS["minutes"], material, self.style, Edition.FULL)
