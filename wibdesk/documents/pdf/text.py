"""Runs of text as inked parts: each character in a face that has it, with what a reader is told of the words."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from itertools import groupby
from typing import NamedTuple, TypeAlias

from wibdesk.documents.document import Run, Runs, words_of
from wibdesk.documents.fonts import FALLBACK, face, letters
from wibdesk.documents.legal_text import boxed
from wibdesk.documents.pdf.tags import language_tag
from wibdesk.documents.typography import LINK, Look

_LINE_ENDS = re.compile("\r\n|[\r\u2028\u2029]")


@dataclass(frozen=True, eq=False)
class Mark:
    """A stretch that is a link or in another language; two that are alike are still two."""

    words: str
    link: str | None
    language: str | None


@dataclass(frozen=True, eq=False)
class Ink:
    """How a stretch of text is drawn: its face, size in points, colour and line below."""

    font: str
    size: float
    colour: str
    underline: bool = False
    mark: Mark | None = None


class Part(NamedTuple):
    """Text of one ink."""

    ink: Ink
    text: str


Parts: TypeAlias = tuple[Part, ...]


def inked(runs: Runs, look: Look, *, capitals: bool = False, language: str = "") -> Parts:
    """Return the runs as parts; text that no font has becomes its boxed code. `language` is the document's own."""
    out: list[Part] = []
    for (link, spoken), group in groupby(runs, lambda run: (run.link, _other(run.language, language))):
        stretch = tuple(group)
        mark = Mark(words_of(stretch), link, spoken) if link or spoken else None
        for run in stretch:
            out.extend(_parts(run, look, mark, capitals=capitals))
    return tuple(out)


def _other(language: str | None, usual: str) -> str | None:
    return language_tag(language) if language != usual else None


def _parts(run: Run, look: Look, mark: Mark | None, *, capitals: bool) -> Iterator[Part]:
    if not run.text:
        return
    name = face(bold=look.bold or run.bold, italic=run.italic, capitals=capitals)
    linked = bool(mark and mark.link)
    colour, underline = LINK if linked else look.colour, run.underline or linked
    ink = (
        _plain_ink(name, look.size, colour)
        if not (mark or underline)
        else Ink(name, look.size, colour, underline, mark)
    )
    text = _LINE_ENDS.sub("\n", run.text)
    own = letters(name)
    if own.issuperset(text):
        yield Part(ink, text)
        return
    other = Ink(FALLBACK, look.size, colour, underline, mark)
    known = "".join(c if c in own or c in letters(FALLBACK) else boxed(c) for c in text)
    for ours, group in groupby(known, own.__contains__):
        yield Part(ink if ours else other, "".join(group))


@cache
def _plain_ink(name: str, size: float, colour: str) -> Ink:
    return Ink(name, size, colour)
