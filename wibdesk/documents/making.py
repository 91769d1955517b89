"""Makes a document: the edition first, then the composer of its kind, then the body's letterhead."""

from dataclasses import replace

from wibdesk.documents.document import Document
from wibdesk.documents.editions import Edition, edited
from wibdesk.documents.kinds import Kind
from wibdesk.documents.material import Material
from wibdesk.domain.house_style import HouseStyle


def make(kind: Kind, material: Material, style: HouseStyle, edition: Edition) -> Document:
    """Return the document of this kind; UserError where the public version may not be made."""
    told = edited(material, edition)
    document = kind.compose(told, style)
    letterhead = material.letterhead
    return replace(document, left_out=told.left_out, logo=letterhead.logo, template=letterhead.template)
