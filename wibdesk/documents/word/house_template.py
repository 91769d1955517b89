"""Looks at the Word file that a clerk chose as template, and says what it has and what stands in for the rest."""

from collections.abc import Mapping
from dataclasses import dataclass

from lxml import etree

from wibdesk.documents.document import Document
from wibdesk.documents.word.contrast import pale_remark
from wibdesk.documents.word.elements import w_tag
from wibdesk.documents.word.house_page import BOOKMARK, PLACE, house_page
from wibdesk.documents.word.into_house import write_into
from wibdesk.documents.word.package import parsed
from wibdesk.documents.word.ready_template import HouseTemplate, house_template, shows, stories
from wibdesk.documents.word.sample import sample_document
from wibdesk.documents.word.styles import GRID, LINK, STYLES
from wibdesk.errors import UserError
from wibdesk.language import later, say

_USUAL = ("heading", "List ", "caption")
"""How the names of the styles begin that a template may be expected to have; the others are the desk's own."""
_WORDLESS = later(
    "A picture in the template has no words for those who cannot see it. Give it alternative text in Word."
)
_ODD = later(
    "The file is put together in a way that the desk cannot write into. Save it anew in Word, and choose that."
)


@dataclass(frozen=True)
class TemplateCheck:
    """What a template has. `found` and `missing` name styles, each missing one with what stands in for it.

    `place` says that it names where the document goes; `header`, `footer` and `page_number` that it has them.
    `remarks` say in full sentences what the clerk should know.
    """

    found: tuple[str, ...]
    missing: tuple[tuple[str, str], ...]
    remarks: tuple[str, ...]
    header: bool
    footer: bool
    page_number: bool
    place: bool


def check_template(data: bytes) -> TemplateCheck:
    """Return what a template has and what stands in for the rest; UserError where the file is none."""
    try:
        house = house_template(data)
        write_into(house, sample_document())
    except (ValueError, LookupError, TypeError, AttributeError, AssertionError) as trouble:
        raise UserError(say(_ODD)) from trouble
    page = house_page(house.package.parts[house.main])
    heads, feet = (tuple(stories(house, page, kind)) for kind in ("header", "footer"))
    usual = [(style.key, _shown(style.name)) for style in STYLES if style.name.startswith(_USUAL)]
    usual += [(LINK[0], LINK[1]), (GRID[0], "Table Grid")]
    known = house.styles.ids
    missing = tuple((name, _stand_in(key, known)) for key, name in usual if key not in known)
    found = tuple(name for key, name in usual if key in known)
    numbered = any(_counts_pages(story) for story in (*heads, *feet))
    has = (any(map(shows, heads)), any(map(shows, feet)), numbered, page.marked)
    wordless = any(_is_wordless(story) for story in (*heads, *feet, *page.before, *page.after))
    remarks = (*_remarks(*has), *filter(None, (say(_WORDLESS) if wordless else None, _too_pale(house))))
    return TemplateCheck(found, missing, remarks, *has)


def _shown(name: str) -> str:
    return name[:1].upper() + name[1:]


def _stand_in(key: str, known: Mapping[str, str]) -> str:
    if key == GRID[0]:
        return say("the desk’s own, with thin rules")
    if key == LINK[0]:
        return say("the desk’s own, blue and underlined")
    return say("the desk’s own, in the letters of the template’s text") if "Normal" in known else say("the desk’s own")


def _is_wordless(story: etree._Element) -> bool:
    """Say whether a picture is shown without words for who cannot see it."""
    return any(not one.get("descr", "").strip() for one in story.iter("{*}docPr"))


def _counts_pages(story: etree._Element) -> bool:
    codes = [one.text or "" for one in story.iter(w_tag("instrText"))]
    codes += [one.get(w_tag("instr"), "") for one in story.iter(w_tag("fldSimple"))]
    return any(code.split()[:1] == ["PAGE"] for code in codes)


def _remarks(header: bool, footer: bool, page_number: bool, place: bool) -> tuple[str, ...]:
    out = []
    if not place:
        out.append(
            say(
                "Headers, footers and styles of the template are used, and the text in it is left out. To "
                "keep text, put {place} alone in a paragraph, or a bookmark “{bookmark}”, where the "
                "document is to stand.",
                place=PLACE,
                bookmark=BOOKMARK,
            )
        )
    if not header:
        out.append(say("The template has no header, so the desk prints its own: the body, the date and the status."))
    if not footer:
        out.append(say("The template has no footer, so the desk prints the page numbers in its own."))
    elif not page_number:
        out.append(say("The template shows no page number. Put one in its footer if the pages should have it."))
    return tuple(out)


def _too_pale(house: HouseTemplate) -> str | None:
    known = house.styles.ids
    used = dict.fromkeys(known[key] for key in ("Normal", *(style.key for style in STYLES)) if key in known)
    return pale_remark(parsed(house.package.parts[house.part_of("styles")]), used, house.styles.size)


def template_remark(document: Document) -> str | None:
    """Return a sentence for the clerk where the document's template cannot be used, else None."""
    try:
        if document.template is not None:
            check_template(document.template)
    except UserError:
        return say("The body’s Word template cannot be used, so the Word file is set in the desk’s own.")
    return None
