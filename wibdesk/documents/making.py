"""Makes a document: the edition first, then the composer of its kind, then the body's letterhead."""

from dataclasses import replace

from wibdesk.documents.document import Document
from wibdesk.documents.editions import (
    NOT_FOR_PUBLICATION,
    Edition,
    edited,
    exempt_words,
    has_exempt,
    judgement_words,
    private_words,
    refuse_untold,
)
from wibdesk.documents.kinds import Kind, Of
from wibdesk.documents.material import Material
from wibdesk.documents.paper_language import language_remark, words_in
from wibdesk.documents.scripts import with_languages
from wibdesk.domain.house_style import HouseStyle, in_its_words
from wibdesk.domain.paper_words import write, writing_in
from wibdesk.errors import UserError
from wibdesk.language import say


def make(kind: Kind, material: Material, style: HouseStyle, edition: Edition) -> Document:
    """Return the document of this kind; UserError where the public version may not be made."""
    chosen = told_of(kind, material)
    if Of.ITEM in kind.of and not chosen.sitting.items:
        raise UserError(say("The meeting has no item to make an extract of. Add one to its agenda first."))
    if kind.tells and edition is Edition.PUBLIC:
        refuse_untold(chosen)
    document = with_languages(_composed(kind, edited(chosen, edition), style))
    differs = versions_differ(kind, material, style)
    public = differs and edition is Edition.PUBLIC
    remarks = (language_remark(style.language), judgement_words(chosen) if public and kind.tells else None)
    with writing_in(words_in(style.language)):
        statuses = (document.status, write(NOT_FOR_PUBLICATION) if differs and not public else None)
    return replace(
        document,
        status=". ".join(filter(None, statuses)) or None,
        remarks=(*document.remarks, *filter(None, remarks)),
        left_out=(
            *(private_words(chosen) if kind.tells else ()),
            *(exempt_words(chosen, tells=kind.tells) if public else ()),
        ),
        logo=material.letterhead.logo,
        template=material.letterhead.template,
    )


def _composed(kind: Kind, material: Material, style: HouseStyle) -> Document:
    """Return what the composer makes of the material, in the language of the style."""
    with writing_in(words_in(style.language)):
        return kind.compose(material, in_its_words(style))


def versions_differ(kind: Kind, material: Material, style: HouseStyle) -> bool:
    """Say whether the full document tells more than the public one.

    A sign-in sheet, say, tells nothing exempt whatever the agenda holds.
    """
    chosen = told_of(kind, material)
    if not has_exempt(chosen):
        return False
    public, full = (_composed(kind, edited(chosen, edition), style) for edition in Edition)
    return (public.blocks, public.sheets) != (full.blocks, full.sheets)


def told_of(kind: Kind, material: Material) -> Material:
    """Return what the document tells of: an extract has only its item, so nothing is refused for another's sake."""
    if Of.ITEM not in kind.of or not material.sitting.items:
        return material
    return replace(material, meeting=replace(material.sitting, items=(material.item,)))
