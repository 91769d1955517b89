"""The embedded fonts of the PDF: Arimo in four faces, one that draws capitals, and a fallback for symbols.

The capitals face maps each small letter to the shape of its capital: the page shows capitals while the file, and so
a search, a copy and a screen reader, has the words as they are stored.
"""

from functools import cache, lru_cache

from reportlab.pdfbase import pdfmetrics
from reportlab.pdfbase.ttfonts import TTFont

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


class PageFont(TTFont):
    """A font that measures each word once: minutes say the same words over and over."""

    def __init__(self, name: str, path: str) -> None:
        super().__init__(name, path)
        self._units = lru_cache(maxsize=1 << 15)(self._measured)

    def _measured(self, text: str) -> float:
        widths, default = self.face.charWidths, self.face.defaultWidth
        return float(sum(widths.get(ord(letter), default) for letter in text))

    def stringWidth(self, text: str, size: float, encoding: str = "utf8") -> float:  # noqa: N802  (reportlab's name)
        """Return the width of the text in points."""
        return 0.001 * self._units(text) * size


@cache
def font(name: str) -> PageFont:
    """Load the font and make it known to reportlab, once."""
    loaded = PageFont(name, str(resource(f"page_fonts/{_FILES[name]}")))
    if name == CAPITALS:
        _draw_capitals(loaded)
    pdfmetrics.registerFont(loaded)
    return loaded


def _draw_capitals(loaded: TTFont) -> None:
    face = loaded.face
    # reportlab tells faces apart by this name and would give the ordinary bold for it.
    face.name = face.name + b"-Capitals"
    for code in list(face.charToGlyph):
        capital = chr(code).upper()
        if len(capital) == 1 and ord(capital) in face.charToGlyph:
            face.charToGlyph[code] = face.charToGlyph[ord(capital)]
            face.charWidths[code] = face.charWidths.get(ord(capital), face.defaultWidth)


def face(*, bold: bool, italic: bool, capitals: bool = False) -> str:
    """Return the name of the face with this look, ready for use."""
    name = CAPITALS if capitals else {(0, 0): REGULAR, (1, 0): BOLD, (0, 1): ITALIC, (1, 1): BOLD_ITALIC}[bold, italic]
    font(name)
    return name


@cache
def letters(name: str) -> frozenset[str]:
    """Return the characters that the font has."""
    return frozenset(chr(code) for code in font(name).face.charToGlyph if code >= 32) | {"\n"}


@cache
def coverage() -> frozenset[str]:
    """Return the characters that some font of the page has."""
    return letters(REGULAR) | letters(FALLBACK)
