"""The embedded fonts of the PDF: Arimo in four faces, one that draws capitals, and a fallback for symbols.

The capitals face draws for each small letter the shape of its capital: the page shows capitals while the file, and so
a search, a copy and a screen reader, has the words as they are stored.
"""

import unicodedata
from functools import cache, lru_cache

from reportlab.pdfbase.ttfonts import TTFontFile

from wibdesk.paths import resource

REGULAR, BOLD, ITALIC, BOLD_ITALIC = "Page", "Page-Bold", "Page-Italic", "Page-BoldItalic"
CAPITALS, FALLBACK = "Page-Capitals", "Page-Fallback"

_FILES = {
    REGULAR: "Arimo_400Regular.ttf",
    BOLD: "Arimo_700Bold.ttf",
    ITALIC: "Arimo_400Regular_Italic.ttf",
    BOLD_ITALIC: "Arimo_700Bold_Italic.ttf",
    CAPITALS: "Arimo_700Bold.ttf",
    FALLBACK: "DejaVuSans.ttf",
}
_UNSEEN_RANGES = (
    "\u00ad\u00ad \u061c\u061c \u180e\u180e \u200b\u200f \u202a\u202e \u2060\u206f \ufe00\ufe0f \ufeff\ufeff"
)
UNSEEN = frozenset(chr(code) for pair in _UNSEEN_RANGES.split(" ") for code in range(ord(pair[0]), ord(pair[1]) + 1))
"""Characters that take no room: soft hyphens, joiners, marks that turn the direction of reading."""
NO_WIDTH, SPACE, TAB = 0x200B, 0x20, 0x09
_TAB_SPACES = 4


class PageFont:
    """One face: which characters it has, the shape that it draws for each, and how wide words are in it."""

    def __init__(self, file: TTFontFile, *, capitals: bool = False) -> None:
        self.file, self.capitals = file, capitals
        drawn = (
            chr(code) for code in file.charToGlyph if unicodedata.category(chr(code)) not in ("Cc", "Cf", "Cn", "Co")
        )
        self.letters = frozenset(drawn) | UNSEEN | {"\n", "\t"}
        self._advances = _Advances(self)
        self.units = lru_cache(maxsize=1 << 15)(self._units)

    def shape(self, code: int) -> int:
        """Return the code of the letter whose shape stands for this one on the page."""
        if code == TAB:
            return SPACE
        if chr(code) in UNSEEN:
            return NO_WIDTH
        capital = chr(code).upper() if self.capitals else ""
        return ord(capital) if len(capital) == 1 and ord(capital) in self.file.charToGlyph else code

    def shape_width(self, code: int) -> float:
        """Return the width of a shape in thousandths of the size."""
        return float(self.file.charWidths.get(code, self.file.defaultWidth))

    @property
    def tab_gap(self) -> float:
        """The room of a tab beyond that of a space, in thousandths of the size."""
        return (_TAB_SPACES - 1) * self.shape_width(SPACE)

    def _units(self, text: str) -> float:
        """Return the width of the text in thousandths of the size; minutes say the same words over and over."""
        return sum(map(self._advances.__getitem__, text))


class _Advances(dict[str, float]):
    """How far each character moves the pen, found when it is first asked for."""

    def __init__(self, font: PageFont) -> None:
        super().__init__()
        self._font = font

    def __missing__(self, letter: str) -> float:
        code = ord(letter)
        width = self._font.shape_width(self._font.shape(code)) + (self._font.tab_gap if code == TAB else 0.0)
        self[letter] = width
        return width


@cache
def font(name: str) -> PageFont:
    """Load the face, once."""
    return PageFont(_file(_FILES[name]), capitals=name == CAPITALS)


@cache
def _file(name: str) -> TTFontFile:
    return TTFontFile(str(resource(f"page_fonts/{name}")))


def face(*, bold: bool, italic: bool, capitals: bool = False) -> str:
    """Return the name of the face with this look."""
    return CAPITALS if capitals else {(0, 0): REGULAR, (1, 0): BOLD, (0, 1): ITALIC, (1, 1): BOLD_ITALIC}[bold, italic]


def letters(name: str) -> frozenset[str]:
    """Return the characters that the face has."""
    return font(name).letters


@cache
def coverage() -> frozenset[str]:
    """Return the characters that some face of the page has."""
    return letters(REGULAR) | letters(FALLBACK)


def text_width(text: str, name: str, size: float) -> float:
    """Return the width of the text in points."""
    return font(name).units(text) * size * 0.001
