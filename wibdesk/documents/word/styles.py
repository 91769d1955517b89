"""The styles of our Word files: made from the one scale, for our own template or to complete somebody else's."""

from collections.abc import Mapping
from dataclasses import dataclass, field

from wibdesk.documents import typography as scale
from wibdesk.documents.word.xml import root, twips, w

FONT = "Arial"
NAME_SHARE = 0.35
"""How much of the page's width a name has before its post."""
WRITING_STEP = 26.0
"""Points from one line to write on to the next."""
_NATURAL = 1.15
"""Line height that Word itself gives the font."""
_BUILT_IN = ("heading", "List ", "caption", "header", "footer")


@dataclass(frozen=True)
class WordStyle:
    """One paragraph style: our key, the name that Word shows, its look, and what hangs or is ruled in it.

    `hang` is how far the words stand in behind a label, in points or as a share of the width where below 1. `tabs`
    are the places of tab stops in points; None is the right edge. `line` is an exact height of lines in points.
    """

    key: str
    name: str
    look: scale.Look
    level: int | None = None
    hang: float = 0.0
    tabs: tuple[float | None, ...] = ()
    leader: bool = False
    line: float = 0.0


_RUNNING = scale.Look(scale.SMALL, after=0, colour=scale.QUIET)
ROLE_STYLES = {
    "lead": ("MinutesLead", "Minutes Lead"),
    "detail": ("MinutesDetail", "Minutes Detail"),
    "attendance": ("Attendance", "Attendance"),
    "item_detail": ("ItemDetail", "Item Detail"),
    "marker": ("DecisionMarker", "Decision Marker"),
    "decision": ("Decision", "Decision"),
    "action": ("Action", "Action"),
    "note": ("SmallNote", "Small Note"),
    "fence": ("Fence", "Fence"),
}
"""Style key and name of each role but the body, which is Normal."""

STYLES = (
    *(WordStyle(f"Heading{n}", f"heading {n}", look, level=n - 1) for n, look in scale.HEADINGS.items()),
    *(WordStyle(key, name, scale.PARAGRAPHS[role]) for role, (key, name) in ROLE_STYLES.items()),
    *(
        WordStyle(f"List{kind}{n}".rstrip("1"), f"List {kind} {n}".removesuffix(" 1"), scale.LIST_LINE)
        for kind in ("Bullet", "Number")
        for n in (1, 2, 3)
    ),
    WordStyle("Caption", "caption", scale.CAPTION),
    WordStyle("TableText", "Table Text", scale.CELL),
    WordStyle("TableHeading", "Table Heading", scale.Look(scale.TABLE_TEXT, bold=True, after=0, keep=True)),
    WordStyle("AfterTable", "After Table", scale.Look(scale.SMALL, before=scale.AFTER_TABLE - 2, after=0), line=2),
    WordStyle("LabelledParagraph", "Labelled Paragraph", scale.Look(), hang=scale.LABEL_INDENT),
    WordStyle("NameAndPost", "Name and Post", scale.Look(after=3), hang=NAME_SHARE),
    WordStyle("Signing", "Signing", scale.SIGNATURE),
    WordStyle("SigningLine", "Signing Line", scale.Look(before=16, keep=True), tabs=(56, 300), leader=True),
    WordStyle("WritingLines", "Writing Lines", scale.Look(after=0), tabs=(None,), leader=True, line=WRITING_STEP),
    WordStyle("Logo", "Logo", scale.Look(after=8)),
    WordStyle("Header", "header", _RUNNING, tabs=(None,)),
    WordStyle("Footer", "footer", _RUNNING, tabs=(None,)),
)
UNNUMBERED = {level: f"Heading{level}Unnumbered" for level in (1, 2, 3)}
"""Keys of the styles of headings without a number, which are defined where the others of their level have one."""
LINK, GRID = ("Hyperlink", "Hyperlink"), ("MinutesTable", "Minutes Table")
"""Key and name of the style of links and of the style of tables."""


@dataclass(frozen=True)
class StyleSheet:
    """Writes styles for a text of one size (points) on lines of one width (twentieths of a point).

    `guest` is set where the styles join somebody else's: fonts, ink and line height then come from theirs, and `ids`
    says what their Normal, table and character styles are called. `numbered` gives heading keys the list (its number
    and level from 0) that a new heading of that style counts in.
    """

    size: float
    width: int
    language: str
    guest: bool = False
    ids: Mapping[str, str] = field(default_factory=dict)
    numbered: Mapping[str, tuple[int, int]] = field(default_factory=dict)

    def part(self) -> str:
        """Return our own styles as a whole part."""
        fonts = w("rFonts", ascii=FONT, hAnsi=FONT, eastAsia=FONT, cs=FONT)
        language = w("lang", val=self.language, eastAsia=self.language, bidi="ar-SA")
        size = round(self.size * 2)
        words = w("rPr", fonts, w("color", val=scale.INK), w("sz", val=size), w("szCs", val=size), language)
        return root(
            "styles",
            w("docDefaults", w("rPrDefault", words), w("pPrDefault", w("pPr", self._spacing(scale.Look())))),
            _style("paragraph", "Normal", "Normal", w("qFormat"), default=1),
            _style("character", "DefaultParagraphFont", "Default Paragraph Font", default=1),
            _style("table", "TableNormal", "Normal Table", w("tblPr", _cell_margins(0, 0)), default=1),
            _style("numbering", "NoList", "No List", default=1),
            *(self.paragraph(style) for style in STYLES),
            *(self.unnumbered(n, UNNUMBERED[n]) for n in UNNUMBERED if f"Heading{n}" in self.numbered),
            self.link(),
            self.table(),
        )

    def paragraph(self, style: WordStyle, key: str | None = None) -> str:
        """Return one paragraph style, under another id than its key where one is given."""
        look = style.look
        keep = w("keepNext") + w("keepLines") if look.keep else ""
        outline = w("outlineLvl", val=style.level) if style.level is not None else ""
        room = (self._spacing(look, style.line), self._indent(style))
        frame = w("pPr", keep, self._number(style), self._tabs(style), *room, outline)
        following = self._named("next", "Normal") if style.level is not None else ""
        head = self._named("basedOn", "Normal") + following + w("qFormat")
        return _style("paragraph", key or style.key, style.name, head, frame, self._words(look))

    def unnumbered(self, level: int, key: str) -> str:
        """Return the style of headings that stand without a number among those that count, under this id."""
        head = self._named("basedOn", f"Heading{level}") + self._named("next", "Normal") + w("qFormat")
        frame = w("pPr", w("numPr", w("numId", val=0)), w("ind", left=0, firstLine=0))
        return _style("paragraph", key, f"Heading {level} Unnumbered", head, frame)

    def _named(self, tag: str, key: str) -> str:
        """Return an element that names a style; nothing where the file has none such."""
        known = self.ids.get(key, "" if self.guest else key)
        return w(tag, val=known) if known else ""

    def _words(self, look: scale.Look) -> str:
        bold = w("b") + w("bCs") if look.bold else ""
        colour = "" if self.guest and look.colour == scale.INK else w("color", val=look.colour)
        size = round(scale.sized(look, self.size).size * 2)
        plain_size = self.guest and look.size == scale.TEXT
        letters = "" if plain_size else w("sz", val=size) + w("szCs", val=size)
        return w("rPr", bold, colour, letters) if bold or colour or letters else ""

    def _number(self, style: WordStyle) -> str:
        found = self.numbered.get(style.key)
        return w("numPr", w("ilvl", val=found[1]), w("numId", val=found[0])) if found else ""

    def _tabs(self, style: WordStyle) -> str:
        left = self._hanging(style)
        stops = [w("tab", val="left", pos=left)] if left else []
        for place in style.tabs:
            last = place == style.tabs[-1]
            more = {"leader": "underscore"} if style.leader and last else {}
            where = self.width if place is None else twips(place)
            stops.append(w("tab", val="right" if place is None else "left", **more, pos=where))
        return w("tabs", *stops) if stops else ""

    def _indent(self, style: WordStyle) -> str:
        if left := self._hanging(style):
            return w("ind", left=left, hanging=left)
        return w("ind", left=twips(style.look.indent)) if style.look.indent else ""

    def _hanging(self, style: WordStyle) -> int:
        return round(self.width * style.hang) if style.hang < 1 else twips(style.hang)

    def _spacing(self, look: scale.Look, exact: float = 0.0) -> str:
        # The tables of others leave the words no room above and below.
        more = 2 if self.guest and look.size == scale.TABLE_TEXT and not look.after else 0
        room: dict[str, str | int] = {"before": twips(look.before + more), "after": twips(look.after + more)}
        if exact:
            room |= {"line": twips(exact), "lineRule": "exact"}
        elif not self.guest:
            room |= {"line": round(240 * scale.LEADING / _NATURAL), "lineRule": "auto"}
        return w("spacing", **room)

    def link(self, key: str = LINK[0]) -> str:
        """Return the style of links, under this id."""
        look = w("rPr", w("color", val=scale.LINK), w("u", val="single"))
        base = self._named("basedOn", "DefaultParagraphFont")
        return _style("character", key, LINK[1], base, look)

    def table(self, key: str = GRID[0]) -> str:
        """Return the style of tables, under this id: thin rules between the rows, a shade behind the heading."""
        rules = w("tblBorders", *(border(edge) for edge in ("top", "bottom", "insideH")))
        heading = w("tblStylePr", w("tcPr", w("shd", val="clear", color="auto", fill=scale.SHADE)), type="firstRow")
        frame = w("tblPr", rules, _cell_margins(scale.CELL_SIDE, scale.CELL_TOP))
        base = self._named("basedOn", "TableNormal")
        return _style("table", key, GRID[1], base, frame, heading)


def _style(kind: str, key: str, name: str, *content: str, **more: str | int) -> str:
    own = not more and not name.startswith(_BUILT_IN) and name != LINK[1]
    more |= {"customStyle": 1} if own else {}
    return w("style", w("name", val=name), *content, type=kind, **more, styleId=key)


def _cell_margins(side: float, top: float) -> str:
    edges = (("top", top), ("left", side), ("bottom", top), ("right", side))
    return w("tblCellMar", *(w(edge, w=twips(width), type="dxa") for edge, width in edges))


def border(edge: str, *, drawn: bool = True) -> str:
    """Return one edge of a table or cell, drawn as a thin rule or not at all."""
    return w(edge, val="single", sz=4, space=0, color=scale.RULE) if drawn else w(edge, val="nil")
