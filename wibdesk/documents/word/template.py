"""Makes our own Word template: clean styles by name, six ways of numbering, A4, en-GB, nothing left of another program.

`resources/templates/minutes.docx` is what `build_template` returns; a test keeps the two equal. To change the look of
Word files, change the scale in `typography` or the styles in `styles` here and write the file anew.
"""

from collections.abc import Mapping
from functools import cache

from wibdesk.documents import typography as scale
from wibdesk.documents.document import Document
from wibdesk.documents.word.lists import ListSpace, base_abstracts, base_numbers
from wibdesk.documents.word.package import OFFICE, WORD, Package, read_package
from wibdesk.documents.word.page_head import page_numbers
from wibdesk.documents.word.properties import add_properties
from wibdesk.documents.word.styles import FONT, GRID, LINK, STYLES, UNNUMBERED, StyleSheet
from wibdesk.documents.word.theme import theme
from wibdesk.documents.word.xml import root, twips, w
from wibdesk.paths import resource

TEMPLATE = "templates/minutes.docx"
LANGUAGE = "en-GB"
MAIN = "word/document.xml"
MARGIN = twips(scale.MARGIN)
IDS: Mapping[str, str] = {
    key: key for key in (*(style.key for style in STYLES), *UNNUMBERED.values(), LINK[0], GRID[0])
}
"""The ids of our styles in our own template are their keys."""
_LISTS = tuple(key for key in IDS if key.startswith("List"))
_PARTS = ("styles", "settings", "numbering", "fontTable", "header", "footer")
_NUMBERED = frozenset({"header", "footer"})
"""The parts of which a file may hold several."""
_EPOCH = 315532800
"""1980, in place of the clock."""
THEME_KIND = "application/vnd.openxmlformats-officedocument.theme+xml"


def build_template() -> bytes:
    """Return the template as the bytes of a .docx file."""
    package = Package()
    package.add(MAIN, root("document", w("body", w("p"), section())), f"{WORD}.document.main+xml")
    package.relate("", f"{OFFICE}/officeDocument", MAIN)
    for name, content in _contents().items():
        place = f"word/{name}{'1' if name in _NUMBERED else ''}.xml"
        package.add(place, content, f"{WORD}.{name}+xml")
        package.relate(MAIN, f"{OFFICE}/{name}", place, key=f"{name}1")
    package.add("word/theme/theme1.xml", theme(FONT), THEME_KIND)
    package.relate(MAIN, f"{OFFICE}/theme", "word/theme/theme1.xml", key="theme1")
    add_properties(package, Document("", "", "", "", (), stamp=_EPOCH))
    return package.bytes()


def _contents() -> dict[str, str]:
    return {
        "styles": own_styles(scale.TEXT, page_size(landscape=False)[0] - 2 * MARGIN, LANGUAGE, ()),
        "settings": own_settings(LANGUAGE),
        "numbering": root("numbering", base_abstracts(ListSpace(), IDS), base_numbers(ListSpace())),
        "fontTable": own_fonts(),
        "header": root("hdr", w("p", w("pPr", w("pStyle", val="Header")))),
        "footer": root("ftr", page_numbers("Footer")),
    }


@cache
def own_template() -> Package:
    """Return the shipped template; copy it before changing anything."""
    return read_package(resource(TEMPLATE).read_bytes())


@cache
def own_styles(size: float, width: int, language: str, numbered: tuple[tuple[str, tuple[int, int]], ...]) -> str:
    """Return the styles part for a text of this size (points) and width (twentieths), with these heading numbers."""
    lists = ListSpace().style_numbers() | dict(numbered)
    return StyleSheet(size, width, language, numbered=lists).part()


def page_size(*, landscape: bool) -> tuple[int, int]:
    """Return width and height of A4 in twentieths of a point."""
    return (16838, 11906) if landscape else (11906, 16838)


def section(*, landscape: bool = False, first: tuple[tuple[str, str], ...] = ()) -> str:
    """Return the page: A4 with our margins, the header and the footer; `first` are those of the first page alone."""
    usual = (("header", "header1"), ("footer", "footer1"))
    references = "".join(
        f'<w:{kind}Reference w:type="{where}" r:id="{key}"/>'
        for where, known in (("default", usual), ("first", first))
        for kind, key in known
    )
    width, height = page_size(landscape=landscape)
    turned = {"orient": "landscape"} if landscape else {}
    margins = {"top": MARGIN, "right": MARGIN, "bottom": MARGIN, "left": MARGIN}
    page = w("pgSz", w=width, h=height, **turned) + w("pgMar", **margins, header=560, footer=560, gutter=0)
    return w("sectPr", references, page, w("titlePg") if first else "")


def own_fonts() -> str:
    """Return the table of fonts: our one."""
    return root("fonts", w("font", w("family", val="swiss"), w("pitch", val="variable"), name=FONT))


def own_settings(language: str) -> str:
    """Return the settings part: no compatibility mode, the language of the document."""
    return root(
        "settings",
        w("zoom", percent=100),
        w("defaultTabStop", val=720),
        w("characterSpacingControl", val="doNotCompress"),
        w(
            "compat",
            w("compatSetting", name="compatibilityMode", uri="http://schemas.microsoft.com/office/word", val=15),
        ),
        w("themeFontLang", val=language),
        w("decimalSymbol", val="."),
        w("listSeparator", val=","),
    )
