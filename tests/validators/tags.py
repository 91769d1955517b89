"""The tags of a PDF with their words, as poppler's `pdfinfo -struct-text` reads them: what a screen reader is given."""

import re
import subprocess
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path

from tests.documents.reading import need

ELEMENT = re.compile(r"( *)([A-Z][A-Za-z0-9]*)(?: \((?:block|inline)\))?:?")
TEXT = re.compile(r'( *)"(.*)"')
DETAIL = re.compile(r" *(/(\w+) (.*)|Object \d+ \d+)")


@dataclass
class Element:
    """A structure element: its name, its attributes, and what is in it: words, other elements, places to click."""

    name: str
    details: dict[str, str] = field(default_factory=dict)
    inside: list["str | Element"] = field(default_factory=list)
    places: int = 0

    @property
    def words(self) -> str:
        """All words of the element and of those in it, in their order."""
        return "".join(part if isinstance(part, str) else part.words for part in self.inside)

    @property
    def elements(self) -> list["Element"]:
        """The elements right in this one."""
        return [part for part in self.inside if isinstance(part, Element)]

    def every(self, *names: str) -> Iterator["Element"]:
        """Yield this element and all in it that have one of the names, in reading order."""
        if self.name in names:
            yield self
        for part in self.elements:
            yield from part.every(*names)

    def outline(self) -> str:
        """Return the names alone: `L(LI(Lbl LBody(P)))`."""
        inside = " ".join(part.outline() for part in self.elements)
        return f"{self.name}({inside})" if inside else self.name


def tags(data: bytes, folder: Path) -> Element:
    """Return the element that holds the whole document."""
    path = folder / "tagged.pdf"
    path.write_bytes(data)
    told = subprocess.run([need("pdfinfo"), "-struct-text", str(path)], capture_output=True, check=True).stdout
    path_of: list[tuple[int, Element]] = [(-1, Element("Root"))]
    for line in filter(None, told.decode().split("\n")):
        if found := TEXT.fullmatch(line):
            _close(path_of, len(found[1]))
            path_of[-1][1].inside.append(found[2])
        elif found := DETAIL.fullmatch(line):
            if found[2]:
                path_of[-1][1].details[found[2]] = found[3]
            else:
                path_of[-1][1].places += 1
        else:
            found = ELEMENT.fullmatch(line)
            assert found, line
            _close(path_of, len(found[1]))
            made = Element(found[2])
            path_of[-1][1].inside.append(made)
            path_of.append((len(found[1]), made))
    (document,) = path_of[0][1].elements
    return document


def _close(path_of: list[tuple[int, Element]], indent: int) -> None:
    """Leave the elements that a line with this indent is not in."""
    while path_of[-1][0] >= indent:
        path_of.pop()
