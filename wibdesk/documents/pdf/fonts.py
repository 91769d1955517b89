"""A face as one file uses it: each character that is printed gets a number, and only their shapes go into the file."""

from functools import lru_cache
from typing import NamedTuple

from wibdesk.documents.fonts import TAB, PageFont, font
from wibdesk.documents.pdf.file import PdfFile

_ESCAPED = {ord(c): f"\\{c}" for c in "()\\"} | {13: "\\r"}
_BYTE_ORDER_MARK, _WORD_JOINER = "\ufeff", "\u2060"


class Letter(NamedTuple):
    """A character as printed: the code of its shape, and what a reader program takes it for."""

    shape: int
    meaning: str


class Encoding(dict[int, str]):
    """Translates text (`str.translate`) to what stands in the page's stream; it grows with every new character.

    Numbers are two bytes long. A tab is a space, and the pen moves on behind it.
    """

    def __init__(self, name: str) -> None:
        super().__init__()
        self._face = font(name)
        self.letters: list[Letter] = []

    def __missing__(self, code: int) -> str:
        # A byte order mark within text is a word joiner, and PDF/UA lets no character mean the mark.
        meaning = chr(code).replace(_BYTE_ORDER_MARK, _WORD_JOINER)
        self.letters.append(Letter(self._face.shape(code), meaning))
        written = "".join(_ESCAPED.get(byte, chr(byte)) for byte in len(self.letters).to_bytes(2))
        self[code] = written + (f") {-self._face.tab_gap:.1f} (" if code == TAB else "")
        return self[code]


def write_font(file: PdfFile, name: str, encoding: Encoding) -> int:
    """Embed what was used of the face; return the object number of the font."""
    face, letters = font(name), tuple(encoding.letters)
    program, glyphs = _subset(name, tuple(letter.shape for letter in letters))
    title = b"/%s+%s" % (_subset_tag(name), _postscript_name(face))
    source = face.file
    embedded = file.put_stream(b"/Length1 %d" % len(program), program)
    descriptor = file.put(
        b"<</Type/FontDescriptor/FontName%s/Flags 4/FontBBox[%s]/ItalicAngle %d/Ascent %d/Descent %d/CapHeight %d"
        b"/StemV %d/FontFile2 %d 0 R>>"
        % (
            title,
            b" ".join(b"%d" % round(side) for side in source.bbox),
            source.italicAngle,
            source.ascent,
            source.descent,
            source.capHeight,
            source.stemV,
            embedded,
        )
    )
    widths = " ".join(f"{face.shape_width(letter.shape):.1f}" for letter in letters).encode()
    places = file.put_stream(b"", glyphs)
    descendant = file.put(
        b"<</Type/Font/Subtype/CIDFontType2/BaseFont%s/FontDescriptor %d 0 R"
        b"/CIDSystemInfo<</Registry(Adobe)/Ordering(Identity)/Supplement 0>>/DW 0/W[1[%s]]/CIDToGIDMap %d 0 R>>"
        % (title, descriptor, widths, places)
    )
    meanings = file.put_stream(b"", _meanings(letters))
    return file.put(
        b"<</Type/Font/Subtype/Type0/BaseFont%s/Encoding/Identity-H/DescendantFonts[%d 0 R]/ToUnicode %d 0 R>>"
        % (title, descendant, meanings)
    )


@lru_cache(maxsize=24)
def _subset(name: str, shapes: tuple[int, ...]) -> tuple[bytes, bytes]:
    """Return a font file with these shapes alone, and for each character number from 0 which glyph of it is drawn."""
    source = font(name).file
    places = {0: 0}
    glyphs = [0]
    for shape in shapes:
        # reportlab numbers the glyphs of a subset in the order in which they are first asked for.
        glyphs.append(places.setdefault(source.charToGlyph.get(shape, 0), len(places)))
    return source.makeSubset(list(shapes)), b"".join(glyph.to_bytes(2) for glyph in glyphs)


def _subset_tag(name: str) -> bytes:
    """Return the six letters that tell a subset from the whole font and from another face's."""
    return ("".join(c for c in name.upper() if c.isalpha())[-6:]).rjust(6, "W").encode()


def _postscript_name(face: PageFont) -> bytes:
    return bytes(face.file.name) + (b"-Capitals" if face.capitals else b"")


def _meanings(letters: tuple[Letter, ...]) -> bytes:
    """Return the map from a character's number to its Unicode, in sections of a hundred as the format wants."""
    lines = [
        f"<{number:04X}> <{letter.meaning.encode('utf-16-be').hex().upper()}>"
        for number, letter in enumerate(letters, 1)
    ]
    sections = (lines[at : at + 100] for at in range(0, len(lines), 100))
    mapped = "\n".join(f"{len(part)} beginbfchar\n{chr(10).join(part)}\nendbfchar" for part in sections)
    return (
        "/CIDInit /ProcSet findresource begin\n12 dict begin\nbegincmap\n"
        "/CIDSystemInfo <</Registry (Adobe) /Ordering (UCS) /Supplement 0>> def\n"
        "/CMapName /Adobe-Identity-UCS def\n/CMapType 2 def\n"
        f"1 begincodespacerange\n<0000> <FFFF>\nendcodespacerange\n{mapped}\n"
        "endcmap\nCMapName currentdict /CMap defineresource pop\nend\nend"
    ).encode()
