"""The words of the help, read from Markdown: a heading, sections, and in them paragraphs, lists, steps and pictures.

Of Markdown it knows what the pages use: `#` and `##`, blank lines between blocks, `- ` and `1. ` lists,
`![words](picture)`, and within a line `[words](page#section)`, **strong words** and keys between back quotes.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from enum import StrEnum

_LIST = re.compile(r"(- |\d+\. )")
_PICTURE = re.compile(r"!\[([^\]]*)\]\(([^)]+)\)")
_INLINE = re.compile(r"`(?P<key>[^`]+)`|\*\*(?P<strong>[^*]+)\*\*|\[(?P<words>[^\]]+)\]\((?P<to>[^)]+)\)")


class Look(StrEnum):
    """How a stretch of a line looks."""

    PLAIN, KEY, STRONG, LINK = "plain", "key", "strong", "link"


@dataclass(frozen=True)
class Stretch:
    """Words of one look; a link says where it leads."""

    words: str
    look: Look = Look.PLAIN
    to: str = ""


Line = tuple[Stretch, ...]


@dataclass(frozen=True)
class Words:
    """A paragraph."""

    line: Line


@dataclass(frozen=True)
class Listed:
    """Lines of a list; with `steps` they are done in order."""

    lines: tuple[Line, ...]
    steps: bool = False


@dataclass(frozen=True)
class Picture:
    """A picture: its file below `resources/help/`, and the words for who does not see it."""

    file: str
    words: str


Block = Words | Listed | Picture


@dataclass(frozen=True)
class Section:
    """A part of a page: `anchor` names it in links, the first of a page has neither heading nor anchor."""

    heading: str
    anchor: str
    blocks: tuple[Block, ...]

    def words(self) -> str:
        """Return what the section says, without its heading."""
        return " ".join(words_of(line) for block in self.blocks for line in lines_of(block))


@dataclass(frozen=True)
class Page:
    """A page of the help."""

    name: str
    heading: str
    sections: tuple[Section, ...]


def parse(name: str, text: str) -> Page:
    """Read a page."""
    heading, parts = "", [("", list[Block]())]
    for part in re.split(r"\n\s*\n", text.strip()):
        block = part.strip()
        if block.startswith("# "):
            heading = block[2:].strip()
        elif block.startswith("## "):
            title, _, rest = block[3:].partition("\n")
            parts.append((title.strip(), [*_blocks(rest)]))
        else:
            parts[-1][1].extend(_blocks(block))
    return Page(name, heading, tuple(Section(title, anchor_of(title), tuple(blocks)) for title, blocks in parts))


def anchor_of(heading: str) -> str:
    """Return what a section is called in links: “The vote is a tie” gives `the-vote-is-a-tie`."""
    return "-".join(re.findall(r"[a-z0-9]+", heading.lower().replace("’", "")))


def line_of(words: str) -> Line:
    """Return a line as stretches."""
    out: list[Stretch] = []
    at = 0
    words = " ".join(words.split())
    for found in _INLINE.finditer(words):
        out.append(Stretch(words[at : found.start()]))
        at = found.end()
        if found["key"]:
            out.append(Stretch(found["key"], Look.KEY))
        elif found["strong"]:
            out.append(Stretch(found["strong"], Look.STRONG))
        else:
            out.append(Stretch(found["words"], Look.LINK, found["to"]))
    out.append(Stretch(words[at:]))
    return tuple(stretch for stretch in out if stretch.words)


def words_of(line: Line) -> str:
    """Return the words of a line alone."""
    return "".join(stretch.words for stretch in line)


def lines_of(block: Block) -> tuple[Line, ...]:
    """Return the lines of a block; of a picture, what it shows."""
    match block:
        case Words(line):
            return (line,)
        case Listed(lines):
            return lines
        case Picture(_, words):
            return ((Stretch(words),),)


def stretches_of(page: Page) -> Iterator[Stretch]:
    """Yield every stretch of a page."""
    for section in page.sections:
        for block in section.blocks:
            for line in lines_of(block):
                yield from line


def _blocks(text: str) -> Iterator[Block]:
    """Yield the blocks of a stretch of text without blank lines."""
    text = text.strip()
    if not text:
        return
    if picture := _PICTURE.fullmatch(text):
        yield Picture(picture[2], picture[1])
    elif _LIST.match(text):
        begins = re.split(r"\n(?=- |\d+\. )", text)
        lines = tuple(line_of(_LIST.sub("", one, count=1)) for one in begins)
        yield Listed(lines, steps=text[0].isdigit())
    else:
        yield Words(line_of(text))
