"""The pages of a PDF as they are drawn: text that belongs to an element, and artifacts that a reader passes over.

Positions are points from the lower left corner of the page. Every stretch of an element's text is a text object of its
own inside its mark, since marks and text objects must not cross.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from functools import cache
from urllib.parse import quote

from wibdesk.documents.fonts import text_width
from wibdesk.documents.legal_text import legal
from wibdesk.documents.pdf.file import PdfFile, text_string
from wibdesk.documents.pdf.fonts import Encoding, write_font
from wibdesk.documents.pdf.lines import Line, Stretch
from wibdesk.documents.pdf.right_to_left import turned_stretches
from wibdesk.documents.pdf.tags import Annotation, Content, Tag
from wibdesk.documents.pdf.text import Ink, Mark

_ADDRESS_SIGNS = "!#$%&'()*+,/:;=?@[]~"
_UNDERLINE_DEPTH, _UNDERLINE_WIDTH = 0.125, 0.055
_LINK_DEPTH, _LINK_HEIGHT = 0.25, 1.2


@dataclass
class Page:
    """A page: its object number, what is drawn on it, the elements of its marks, its links, the look in force."""

    number: int
    key: int
    code: list[str] = field(default_factory=list)
    marks: list[Tag] = field(default_factory=list)
    links: list[int] = field(default_factory=list)
    look: tuple[str, float] = ("", 0.0)
    colour: str = ""


@dataclass(frozen=True)
class Bookmark:
    """A heading in the bookmarks: its words, its level from 1, the object number of its page and its height there."""

    words: str
    level: int
    page: int
    top: float


@dataclass(frozen=True)
class Setting:
    """Lines of text and where they stand: left edge and first baseline, line height, indent of the first line."""

    lines: Sequence[Line]
    x: float
    baseline: float
    leading: float
    first: float = 0.0


@dataclass
class _Drawn:
    """A stretch on the page that wants a line below it, or a place to click."""

    ink: Ink
    x: float
    y: float
    width: float
    owner: Tag | None


class PageCanvas:
    """Draws on one page at a time; `pages`, `bookmarks` and `owners` tell what there is at the end."""

    def __init__(self, file: PdfFile, width: float, height: float) -> None:
        self.width, self.height = width, height
        self.pages: list[Page] = []
        self.bookmarks: list[Bookmark] = []
        self.owners: list[Tag | list[Tag]] = []
        """For each key of the parent tree: the elements of a page's marks, or that of a link."""
        self._file = file
        self._encodings: dict[str, Encoding] = {}
        self._pictures: dict[str, int] = {}
        self.page = self.new_page()

    def new_page(self) -> Page:
        """Begin a page; what is drawn from now on stands on it."""
        self.page = Page(self._file.reserve(), len(self.owners))
        self.owners.append(self.page.marks)
        self.pages.append(self.page)
        return self.page

    def write(self, text: Setting, tag: Tag | None, spans: dict[Mark, Tag]) -> None:
        """Draw the lines as content of the element; None makes them furniture of the page.

        `spans` has the elements of links and other languages within this one; those that come up are added.
        """
        code, y, at = self.page.code, text.baseline, text.x + text.first
        drawn: list[_Drawn] = []
        opened: Tag | None = None
        closing = ""
        for line in text.lines:
            fresh = True
            for stretch in line:
                ink = stretch.ink
                owner = self._span(ink.mark, tag, spans) if ink.mark and tag else tag
                if ink.underline:
                    drawn.append(_Drawn(ink, at, y, _seen_width(stretch, line), owner))
                for words, width, actual in _turned(stretch):
                    inner = owner.add("Span", actual=actual) if owner and actual else owner
                    if inner is not opened or not closing:
                        code.append(closing + self._opening(inner))
                        opened, closing, fresh = inner, "ET EMC\n", True
                    if fresh:
                        code.append(f"1 0 0 1 {at:.2f} {y:.2f} Tm")
                        fresh = False
                    self._show(ink, words)
                    at += width
            at, y = text.x, y - text.leading
        code.append(closing)
        if drawn:
            self._underline(drawn)
            if tag:
                self._make_links(drawn)

    def _opening(self, tag: Tag | None) -> str:
        if tag is None:
            return "/Artifact<</Type/Pagination>>BDC BT"
        marks = self.page.marks
        tag.kids.append(Content(self.page.number, len(marks)))
        marks.append(tag)
        return f"/{tag.name}<</MCID {len(marks) - 1}>>BDC BT"

    def _span(self, mark: Mark, tag: Tag, spans: dict[Mark, Tag]) -> Tag:
        if mark not in spans:
            spans[mark] = tag.add("Link" if mark.link else "Span", language=mark.language)
        return spans[mark]

    def _show(self, ink: Ink, text: str) -> None:
        """Add the operators that show the text where the pen is."""
        page = self.page
        encoding = self._encodings.get(ink.font)
        if encoding is None:
            encoding = self._encodings[ink.font] = Encoding(ink.font)
        if page.look != (ink.font, ink.size):
            page.look = (ink.font, ink.size)
            page.code.append(f"/{ink.font} {ink.size} Tf")
        self._dip(ink.colour)
        page.code.append(f"[({text.translate(encoding)})]TJ")

    def _dip(self, colour: str) -> None:
        """Take up a colour for text and areas."""
        if self.page.colour != colour:
            self.page.colour = colour
            self.page.code.append(f"{_rgb(colour)} rg")

    def _underline(self, drawn: Sequence[_Drawn]) -> None:
        code = self.page.code
        code.append("/Artifact BMC")
        for one in drawn:
            size = one.ink.size
            self._dip(one.ink.colour)
            depth = one.y - size * _UNDERLINE_DEPTH
            code.append(f"{one.x:.2f} {depth:.2f} {one.width:.2f} {-size * _UNDERLINE_WIDTH:.2f} re f")
        code.append("EMC")

    def _make_links(self, drawn: Sequence[_Drawn]) -> None:
        """Make a place to click for each line of each link."""
        joined: list[_Drawn] = []
        for one in drawn:
            last = joined[-1] if joined else None
            if last and (last.owner, last.y) == (one.owner, one.y):
                last.width = one.x + one.width - last.x
            else:
                joined.append(one)
        for one in joined:
            mark = one.ink.mark
            if mark and mark.link and one.owner:
                self._make_link(one, mark.words, mark.link, one.owner)

    def _make_link(self, place: _Drawn, words: str, address: str, tag: Tag) -> None:
        bottom = place.y - place.ink.size * _LINK_DEPTH
        edges = (place.x, bottom, place.x + place.width, bottom + place.ink.size * _LINK_HEIGHT)
        told = words.strip() if words.strip() == address else f"{words.strip()} ({address})"
        number = self._file.put(
            b"<</Type/Annot/Subtype/Link/Rect[%s]/Border[0 0 0]/F 4/P %d 0 R/StructParent %d/Contents%s"
            b"/A<</S/URI/URI%s>>>>"
            % (
                " ".join(f"{edge:.2f}" for edge in edges).encode(),
                self.page.number,
                len(self.owners),
                text_string(told),
                text_string(quote(legal(address), safe=_ADDRESS_SIGNS)),
            )
        )
        self.owners.append(tag)
        self.page.links.append(number)
        tag.kids.append(Annotation(self.page.number, number))

    def rule(self, lines: Sequence[tuple[float, float, float]], colour: str, width: float) -> None:
        """Draw level lines, each from x to x at a height; a reader passes over them."""
        if lines:
            drawn = " ".join(f"{x:.2f} {y:.2f} m {end:.2f} {y:.2f} l" for x, end, y in lines)
            self.page.code.append(f"/Artifact BMC {_rgb(colour)} RG {width} w {drawn} S EMC")

    def shade(self, box: tuple[float, float, float, float], colour: str) -> None:
        """Fill an area, given by its lower left corner, width and height; a reader passes over it."""
        self.page.code.append("/Artifact BMC")
        self._dip(colour)
        self.page.code.append(" ".join(f"{side:.2f}" for side in box) + " re f EMC")

    def paint(self, picture: int, box: tuple[float, float, float, float], tag: Tag) -> None:
        """Draw the picture, an object of the file, into an area as content of its element."""
        x, y, width, height = box
        name = f"Picture{picture}"
        self._pictures[name] = picture
        opening = self._opening(tag).removesuffix(" BT")
        self.page.code.append(f"{opening} q {width:.2f} 0 0 {height:.2f} {x:.2f} {y:.2f} cm /{name} Do Q EMC")
        tag.attributes = f"<</O/Layout/Placement/Block/BBox[{x:.2f} {y:.2f} {x + width:.2f} {y + height:.2f}]>>"

    def draw(self, code: str, box: tuple[float, float, float, float], tag: Tag) -> None:
        """Draw areas and lines, given as operators, as content of an element that takes up this box."""
        x, y, width, height = box
        opening = self._opening(tag).removesuffix(" BT")
        self.page.code.append(f"{opening} q {code} Q EMC")
        tag.attributes = f"<</O/Layout/Placement/Block/BBox[{x:.2f} {y:.2f} {x + width:.2f} {y + height:.2f}]>>"

    def bookmark(self, words: str, level: int, top: float) -> None:
        """Put a heading of this page into the bookmarks."""
        self.bookmarks.append(Bookmark(words, level, self.page.number, top))

    def finish(self) -> int:
        """Write pages and fonts into the file and return the number of the list of pages."""
        file = self._file
        fonts = [f"/{name} {write_font(file, name, used)} 0 R" for name, used in self._encodings.items()]
        pictures = [f"/{name} {number} 0 R" for name, number in self._pictures.items()]
        resources = file.put(f"<</Font<<{''.join(fonts)}>>/XObject<<{''.join(pictures)}>>>>".encode())
        tree = file.reserve()
        for page in self.pages:
            drawn = file.put_stream(b"", "\n".join(page.code).encode("latin-1"))
            links = b"/Annots[%s]" % b" ".join(b"%d 0 R" % number for number in page.links) if page.links else b""
            file.put(
                b"<</Type/Page/Parent %d 0 R/Resources %d 0 R/Contents %d 0 R/StructParents %d/Tabs/S%s>>"
                % (tree, resources, drawn, page.key, links),
                page.number,
            )
        file.put(
            b"<</Type/Pages/Count %d/Kids[%s]/MediaBox[0 0 %g %g]>>"
            % (
                len(self.pages),
                b" ".join(b"%d 0 R" % page.number for page in self.pages),
                self.width,
                self.height,
            ),
            tree,
        )
        return tree


def _seen_width(stretch: Stretch, line: Line) -> float:
    """Return the width without the space that ends the line."""
    ink, text, width = stretch
    return text_width(text.rstrip(" "), ink.font, ink.size) if stretch is line[-1] and text[-1] == " " else width


def _turned(stretch: Stretch) -> Iterator[tuple[str, float, str | None]]:
    """Yield the text as the page draws it, the width of each piece, and how it is read where that differs."""
    ink, text, width = stretch
    if text.isascii():
        yield text, width, None
        return
    for turned, read in turned_stretches(text):
        yield turned, text_width(turned, ink.font, ink.size), read if turned != read else None


@cache
def _rgb(colour: str) -> str:
    """Return a colour of six hexadecimal digits as a PDF says it."""
    return " ".join(f"{int(colour[at : at + 2], 16) / 255:.3g}" for at in (0, 2, 4))
