"""Finding in the help as one types: pages and sections that have every word, the likeliest first."""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from unicodedata import combining, normalize

from ui.places.help.text import Page, Section, lines_of, words_of

MOST = 30
"""Hits that are shown: nobody reads further down."""
AROUND = 60
"""Letters shown on either side of a word that was found."""
_ENDINGS = ("ings", "ing", "ies", "ed", "es", "s", "e", "y")
_PAGE, _HEADING, _WHOLE, _TEXT, _TIMES = 12, 9, 4, 2, 4


@dataclass(frozen=True)
class Hit:
    """A section that fits; `about` is a stretch of its words round what was found."""

    page: Page
    section: Section
    score: int
    about: str


def find(pages: Iterable[Page], typed: str) -> list[Hit]:
    """Return the sections in which every word typed is found, best first; none where nothing was typed."""
    wanted = _words(typed)
    if not wanted:
        return []
    hits = [hit for page in pages for hit in _of_page(page, wanted)]
    return sorted(hits, key=lambda hit: -hit.score)[:MOST]


def stem(word: str) -> str:
    """Return a word without its ending, so that “votes” finds “voting”; keys and short words stay whole."""
    for ending in _ENDINGS:
        if word.endswith(ending) and len(word) - len(ending) >= 3:
            return word.removesuffix(ending)
    return word


def _of_page(page: Page, wanted: list[str]) -> Iterator[Hit]:
    title = _words(page.heading)
    for number, section in enumerate(page.sections):
        heading, text = _words(section.heading), _words(section.words())
        scores = [_score(word, title, heading, text, lead=not number) for word in wanted]
        if all(scores):
            yield Hit(page, section, sum(scores), _about(section, wanted))


def _score(word: str, title: list[str], heading: list[str], text: list[str], *, lead: bool) -> int:
    """Return how well a section answers to a word, 0 for not at all; a page's name counts for its first section.

    The word as it was typed counts for more than its beginning or another ending of it.
    """
    begin = stem(word)
    times = sum(one.startswith(begin) for one in text)
    score = min(times, _TIMES) * _TEXT + _HEADING * any(one.startswith(begin) for one in heading)
    score += _WHOLE * (word in heading) + (word in text)
    named = any(one.startswith(begin) for one in title)
    if lead:
        return score + _PAGE * named
    return score + named if score else 0


def _about(section: Section, wanted: list[str]) -> str:
    """Return a stretch of the section round the first word that was found, else its beginning."""
    begins = tuple(map(stem, wanted))
    lines = [words_of(line) for block in section.blocks for line in lines_of(block)]
    for line in lines:
        for found in re.finditer(r"[^\s]+", line):
            if any(word.startswith(begins) for word in _words(found.group())):
                start = line.rfind(" ", 0, max(found.start() - AROUND, 0)) + 1 if found.start() > AROUND else 0
                cut = line[start : found.end() + AROUND]
                return f"{'…' if start else ''}{cut}{'…' if found.end() + AROUND < len(line) else ''}"
    return lines[0][: 2 * AROUND] if lines else ""


def _words(text: str) -> list[str]:
    """Return the words of a text without capitals and accents, so that “ty” finds “tŷ”."""
    plain = "".join(letter for letter in normalize("NFKD", text.lower()) if not combining(letter))
    return re.findall(r"(?:[^\W_]|[/@;+−])+", plain.replace("’", ""))
