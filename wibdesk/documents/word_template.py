"""Makes our own Word template: clean styles by name, six ways of numbering, A4, en-GB, nothing left of another program.

`resources/templates/minutes.docx` is what `build_template` returns; a test keeps the two equal. To change the look of
Word files, change the scale in `typography` or the styles here and write the file anew.
"""

from wibdesk.documents import typography as scale
from wibdesk.documents.word_package import zipped
from wibdesk.documents.word_theme import theme
from wibdesk.documents.word_xml import HEAD, root, twips, w
from wibdesk.domain.numbering import BULLETS, FORMS

FONT = "Arial"
LANGUAGE = "en-GB"
TEXT_WIDTH = twips(scale.PAGE_WIDTH - 2 * scale.MARGIN)
NAME_WIDTH = round(TEXT_WIDTH * 0.35)
_NATURAL = 1.15
"""Line height that Word itself gives the font."""
_OFFICE = "application/vnd.openxmlformats-officedocument"
_WORD = f"{_OFFICE}.wordprocessingml"
_RELATION = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
_PACKAGE = "http://schemas.openxmlformats.org/package/2006"
_PARTS = ("styles", "settings", "numbering", "fontTable", "header1", "footer1")


def build_template() -> bytes:
    """Return the template as the bytes of a .docx file."""
    return zipped(template_parts())


def template_parts() -> dict[str, str]:
    """Return the parts of the template, the content types first as the format asks."""
    return {
        "[Content_Types].xml": _content_types(),
        "_rels/.rels": _relations(("word/document.xml", "officeDocument"), *_PROPERTIES),
        "docProps/core.xml": CORE.format(title="", subject="", author="", language=LANGUAGE, when=_EPOCH),
        "docProps/app.xml": f'{HEAD}<Properties xmlns="{_EXTENDED}"><Application>WIBDesk</Application></Properties>',
        "word/document.xml": root("document", w("body", w("p"), section())),
        "word/_rels/document.xml.rels": _relations(
            *((f"{part}.xml", part.rstrip("1")) for part in _PARTS), ("theme/theme1.xml", "theme")
        ),
        "word/styles.xml": _styles(),
        "word/settings.xml": _settings(),
        "word/numbering.xml": root("numbering", *_numbering()),
        "word/fontTable.xml": root("fonts", w("font", w("family", val="swiss"), w("pitch", val="variable"), name=FONT)),
        "word/header1.xml": root("hdr", w("p", w("pPr", w("pStyle", val="Header")))),
        "word/footer1.xml": root("ftr", _footer()),
        "word/theme/theme1.xml": theme(FONT),
    }


_EPOCH = "1980-01-01T00:00:00Z"
_EXTENDED = "http://schemas.openxmlformats.org/officeDocument/2006/extended-properties"
_PROPERTIES = (("docProps/core.xml", "core"), ("docProps/app.xml", "extended-properties"))
CORE = (
    f'{HEAD}<cp:coreProperties xmlns:cp="{_PACKAGE}/metadata/core-properties" '
    'xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:dcterms="http://purl.org/dc/terms/" '
    'xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance"><dc:title>{title}</dc:title>'
    "<dc:subject>{subject}</dc:subject><dc:creator>{author}</dc:creator>"
    "<cp:lastModifiedBy>{author}</cp:lastModifiedBy><cp:revision>1</cp:revision>"
    '<dcterms:created xsi:type="dcterms:W3CDTF">{when}</dcterms:created>'
    '<dcterms:modified xsi:type="dcterms:W3CDTF">{when}</dcterms:modified>'
    "<dc:language>{language}</dc:language></cp:coreProperties>"
)


def _content_types() -> str:
    kinds = {"document": "document.main", "header1": "header", "footer1": "footer"}
    overrides = [(f"/word/{part}.xml", f"{_WORD}.{kinds.get(part, part)}+xml") for part in ("document", *_PARTS)]
    overrides += [
        ("/word/theme/theme1.xml", f"{_OFFICE}.theme+xml"),
        ("/docProps/core.xml", "application/vnd.openxmlformats-package.core-properties+xml"),
        ("/docProps/app.xml", f"{_OFFICE}.extended-properties+xml"),
    ]
    return (
        f'{HEAD}<Types xmlns="{_PACKAGE}/content-types">'
        '<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>'
        '<Default Extension="xml" ContentType="application/xml"/>'
        + "".join(f'<Override PartName="{name}" ContentType="{kind}"/>' for name, kind in overrides)
        + "</Types>"
    )


def _relations(*targets: tuple[str, str]) -> str:
    core = f"{_PACKAGE}/relationships/metadata/core-properties"
    return (
        f'{HEAD}<Relationships xmlns="{_PACKAGE}/relationships">'
        + "".join(
            f'<Relationship Id="rId{n}" Type="{core if kind == "core" else f"{_RELATION}/{kind}"}" Target="{target}"/>'
            for n, (target, kind) in enumerate(targets, 1)
        )
        + "</Relationships>"
    )


def section() -> str:
    """Return the page: A4 with our margins, the header and the footer."""
    numbers = {kind: f"rId{_PARTS.index(f'{kind}1') + 1}" for kind in ("header", "footer")}
    references = "".join(f'<w:{kind}Reference w:type="default" r:id="{key}"/>' for kind, key in numbers.items())
    side = twips(scale.MARGIN)
    margins = {"top": side, "right": side, "bottom": side, "left": side, "header": 560, "footer": 560, "gutter": 0}
    return w("sectPr", references, w("pgSz", w=11906, h=16838), w("pgMar", **margins))


def _settings() -> str:
    return root(
        "settings",
        w("zoom", percent=100),
        w("defaultTabStop", val=720),
        w("characterSpacingControl", val="doNotCompress"),
        w(
            "compat",
            w("compatSetting", name="compatibilityMode", uri="http://schemas.microsoft.com/office/word", val=15),
        ),
        w("themeFontLang", val=LANGUAGE),
        w("decimalSymbol", val="."),
        w("listSeparator", val=","),
    )


def _footer() -> str:
    def field(code: str) -> str:
        return w("fldSimple", w("r", w("t", "1")), instr=f" {code} ")

    words = [w("r", f'<w:t xml:space="preserve">{said}</w:t>') for said in ("Page ", " of ")]
    return w("p", w("pPr", w("pStyle", val="Footer")), words[0], field("PAGE"), words[1], field("NUMPAGES"))


def _numbering() -> list[str]:
    """Return one abstract list for bullets (0) and one for each number style, three levels each."""
    kinds = {"decimal": "decimal", "letter": "lowerLetter", "roman": "lowerRoman"}
    out = [_abstract(0, [("bullet", mark) for mark in BULLETS])]
    for n, (style, form) in enumerate(FORMS.items(), 1):
        bare = style.strip("().")
        out.append(_abstract(n, [(kinds[form], style.replace(bare, f"%{level}")) for level in (1, 2, 3)]))
    return [*out, w("num", w("abstractNumId", val=0), numId=1)]


def _abstract(key: int, levels: list[tuple[str, str]]) -> str:
    step = twips(scale.LIST_INDENT)
    drawn = [
        w(
            "lvl",
            w("start", val=1),
            w("numFmt", val=form),
            w("lvlText", val=words),
            w("lvlJc", val="left"),
            w("pPr", w("ind", left=step * (n + 1), hanging=step)),
            ilvl=n,
        )
        for n, (form, words) in enumerate(levels)
    ]
    return w(
        "abstractNum",
        w("nsid", val=f"{0x51BD0000 + key:08X}"),
        w("multiLevelType", val="hybridMultilevel"),
        *drawn,
        abstractNumId=key,
    )


def _styles() -> str:
    fonts = w("rFonts", ascii=FONT, hAnsi=FONT, eastAsia=FONT, cs=FONT)
    language = w("lang", val=LANGUAGE, eastAsia=LANGUAGE, bidi="ar-SA")
    size = round(scale.TEXT * 2)
    words = w("rPr", fonts, w("color", val=scale.INK), w("sz", val=size), w("szCs", val=size), language)
    return root(
        "styles",
        w("docDefaults", w("rPrDefault", words), w("pPrDefault", w("pPr", _spacing(scale.Look())))),
        _style("paragraph", "Normal", "Normal", w("qFormat"), default=1),
        _style("character", "DefaultParagraphFont", "Default Paragraph Font", default=1),
        _style("table", "TableNormal", "Normal Table", w("tblPr", _cell_margins(0, 0)), default=1),
        _style("numbering", "NoList", "No List", default=1),
        *(_paragraph_style(f"Heading{n}", f"heading {n}", look, level=n - 1) for n, look in scale.HEADINGS.items()),
        *(_paragraph_style(key, name, scale.PARAGRAPHS[role]) for role, (key, name) in ROLE_STYLES.items()),
        *_list_styles(),
        _paragraph_style("Caption", "caption", scale.CAPTION),
        _paragraph_style("TableText", "Table Text", scale.CELL),
        _paragraph_style("TableHeading", "Table Heading", scale.Look(scale.TABLE_TEXT, bold=True, after=0)),
        _paragraph_style("LabelledParagraph", "Labelled Paragraph", scale.Look(), more=_hanging(scale.LABEL_INDENT)),
        _paragraph_style("NameAndPost", "Name and Post", scale.Look(after=3), more=_hanging(NAME_WIDTH / 20)),
        _paragraph_style("Signing", "Signing", scale.SIGNATURE),
        _paragraph_style("SigningLine", "Signing Line", scale.Look(before=16, keep=True), more=_signing_tabs()),
        _paragraph_style("Header", "header", _RUNNING, more=_right_tab()),
        _paragraph_style("Footer", "footer", _RUNNING, more=_right_tab()),
        _link_style(),
        _table_style(),
    )


_RUNNING = scale.Look(scale.SMALL, after=0, colour=scale.QUIET)
ROLE_STYLES = {
    "lead": ("MinutesLead", "Minutes Lead"),
    "detail": ("MinutesDetail", "Minutes Detail"),
    "item_detail": ("ItemDetail", "Item Detail"),
    "marker": ("DecisionMarker", "Decision Marker"),
    "decision": ("Decision", "Decision"),
    "action": ("Action", "Action"),
    "note": ("SmallNote", "Small Note"),
    "fence": ("Fence", "Fence"),
}
"""Style id and name of each role but the body, which is Normal."""


def _style(kind: str, key: str, name: str, *content: str, **more: str | int) -> str:
    return w("style", w("name", val=name), *content, type=kind, **more, styleId=key)


def _spacing(look: scale.Look) -> str:
    line = round(240 * scale.LEADING / _NATURAL)
    return w("spacing", before=twips(look.before), after=twips(look.after), line=line, lineRule="auto")


def _paragraph_style(key: str, name: str, look: scale.Look, *, level: int | None = None, more: str = "") -> str:
    keep = w("keepNext") + w("keepLines") if look.keep else ""
    tabs, _, indent = more.partition("|")
    indent = indent or (w("ind", left=twips(look.indent)) if look.indent else "")
    outline = w("outlineLvl", val=level) if level is not None else ""
    size = round(look.size * 2)
    bold = w("b") + w("bCs") if look.bold else ""
    words = w("rPr", bold, w("color", val=look.colour), w("sz", val=size), w("szCs", val=size))
    frame = w("pPr", keep, tabs, _spacing(look), indent, outline)
    following = w("next", val="Normal") if level is not None else ""
    return _style("paragraph", key, name, w("basedOn", val="Normal"), following, w("qFormat"), frame, words)


def _hanging(points: float) -> str:
    left = twips(points)
    return w("tabs", w("tab", val="left", pos=left)) + "|" + w("ind", left=left, hanging=left)


def _signing_tabs() -> str:
    return w("tabs", w("tab", val="left", pos=1120), w("tab", val="left", leader="underscore", pos=6000)) + "|"


def _right_tab() -> str:
    return w("tabs", w("tab", val="right", pos=TEXT_WIDTH)) + "|"


def _list_styles() -> list[str]:
    out = []
    for kind in ("Bullet", "Number"):
        for level in (1, 2, 3):
            suffix = "" if level == 1 else f" {level}"
            key = f"List{kind}{suffix.strip()}"
            out.append(_paragraph_style(key, f"List {kind}{suffix}", scale.LIST_LINE))
    return out


def _link_style() -> str:
    look = w("rPr", w("color", val=scale.LINK), w("u", val="single"))
    return _style("character", "Hyperlink", "Hyperlink", w("basedOn", val="DefaultParagraphFont"), look)


def _cell_margins(side: float, top: float) -> str:
    edges = (("top", top), ("left", side), ("bottom", top), ("right", side))
    return w("tblCellMar", *(w(edge, w=twips(width), type="dxa") for edge, width in edges))


def _table_style() -> str:
    rules = w("tblBorders", *(border(edge) for edge in ("top", "bottom", "insideH")))
    heading = w("tblStylePr", w("tcPr", w("shd", val="clear", color="auto", fill=scale.SHADE)), type="firstRow")
    frame = w("tblPr", rules, _cell_margins(scale.CELL_SIDE, scale.CELL_TOP))
    return _style("table", "MinutesTable", "Minutes Table", w("basedOn", val="TableNormal"), frame, heading)


def border(edge: str, *, drawn: bool = True) -> str:
    """Return one edge of a table or cell, drawn as a thin rule or not at all."""
    return w(edge, val="single", sz=4, space=0, color=scale.RULE) if drawn else w(edge, val="nil")
