"""Makes a body's own Word file ready to be written into: cleaned, completed and its styles matched to ours."""

from collections.abc import Mapping
from dataclasses import dataclass
from functools import lru_cache

from lxml import etree

from wibdesk.documents import typography as scale
from wibdesk.documents.word.cleaning import cleaned
from wibdesk.documents.word.elements import local
from wibdesk.documents.word.house_page import PLACE, HousePage, house_page, words
from wibdesk.documents.word.package import OFFICE, WORD, Package, PackageError, parsed
from wibdesk.documents.word.style_matching import Matched, matched, name_default
from wibdesk.documents.word.styles import FONT, StyleSheet
from wibdesk.documents.word.template import LANGUAGE, MARGIN, THEME_KIND, own_fonts, own_settings, page_size
from wibdesk.documents.word.template_opening import opened
from wibdesk.documents.word.theme import theme
from wibdesk.documents.word.xml import root, w
from wibdesk.errors import UserError
from wibdesk.language import say

_PICTURES = ("drawing", "pict")


@dataclass(frozen=True)
class HouseTemplate:
    """A template made ready: its parts, which are copied before anything is changed, and its styles for ours."""

    package: Package
    main: str
    styles: Matched

    def part_of(self, kind: str) -> str:
        """Return the name of its styles, numbering or settings part."""
        found = self.package.target(self.main, kind)
        assert found is not None
        return found


@lru_cache(maxsize=2)
def house_template(data: bytes) -> HouseTemplate:
    """Return a template made ready; UserError says why the file cannot be one."""
    package, main = opened(data)
    try:
        page = house_page(package.parts[main])
    except PackageError as trouble:
        raise UserError(
            say("The file {trouble}. Choose a Word document or template (.docx or .dotx).", trouble=trouble)
        ) from trouble
    # What stood in the place of the document stays behind, with all that it alone shows.
    package.parts[main] = page.part(w("p", w("r", w("t", PLACE))) if page.marked else "")
    package = cleaned(package, main)
    for kind, (name, content, content_kind) in _needed().items():
        if package.target(main, kind) is None:
            place = name if name not in package.parts else package.free_name("word/desk", "xml")
            package.add(place, content, content_kind)
            package.relate(main, f"{OFFICE}/{kind}", place)
    styles = package.target(main, "styles")
    assert styles is not None
    part = parsed(package.parts[styles])
    if name_default(part):
        package.parts[styles] = etree.tostring(part, xml_declaration=True, encoding="UTF-8", standalone=True)
    return HouseTemplate(package, main, matched(part))


def _needed() -> Mapping[str, tuple[str, str, str]]:
    """Return name, content and kind of the parts without which nothing is written, for a template that lacks one."""
    contents = {
        "styles": StyleSheet(scale.TEXT, page_size(landscape=False)[0] - 2 * MARGIN, LANGUAGE).part(),
        "numbering": root("numbering"),
        "settings": own_settings(LANGUAGE),
        "fontTable": own_fonts(),
    }
    needed = {kind: (f"word/{kind}.xml", content, f"{WORD}.{kind}+xml") for kind, content in contents.items()}
    return needed | {"theme": ("word/theme/theme1.xml", theme(FONT), THEME_KIND)}


def stories(house: HouseTemplate, page: HousePage, kind: str) -> list[etree._Element]:
    """Return the headers, or the footers, that the template's pages have."""
    keys = {page.reference(kind, where) for where in ("default", "first", "even")}
    return [
        parsed(house.package.parts[one.target])
        for one in house.package.relations.get(house.main, ())
        if one.key in keys and not one.external
    ]


def shows(story: etree._Element) -> bool:
    """Say whether a header or footer shows anything."""
    return bool(words(story).strip()) or any(local(one) in _PICTURES for one in story.iter())


def shows_picture(house: HouseTemplate, page: HousePage) -> bool:
    """Say whether a template brings a picture, in a header or before the document."""
    places = (*stories(house, page, "header"), *page.before)
    return any(local(one) in _PICTURES for place in places for one in place.iter())
