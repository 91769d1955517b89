"""Breaks text into the lines of a column; every character stays on some line, the space at a line's end too.

That space is what keeps the words apart for whoever reads the text out of the file.
"""

import re
import unicodedata
from collections.abc import Iterator, Sequence
from itertools import groupby
from operator import attrgetter
from typing import NamedTuple, TypeAlias

from wibdesk.documents.fonts import font
from wibdesk.documents.pdf.text import Ink, Part, Parts

_TOKEN = re.compile("[^ \t\u200b\n]*[ \t\u200b\n]|[^ \t\u200b\n]+")
_GOOD_PLACE = re.compile(r".*[-/–—_@.,&](?=.)", re.DOTALL)
_A_HAIR = 0.01


class Token(NamedTuple):
    """A word or a part of one, with the blank behind it: how much of it shows, and how far it moves the pen."""

    ink: Ink
    text: str
    visible: float
    full: float


class Stretch(NamedTuple):
    """Text of one ink on a line, and its width."""

    ink: Ink
    text: str
    width: float


Line: TypeAlias = tuple[Stretch, ...]


def broken(parts: Parts, first: float, rest: float) -> list[Line]:
    """Return the lines of the parts: the first as wide as `first` points, the others as `rest`."""
    tokens = list(_tokens(parts))
    lines: list[Line] = []
    # The line begins with token `start`, its last word with token `word`; the pen is `at`, and was at `word_at` there.
    room, start, word, at, word_at, n = first, 0, 0, 0.0, 0.0, 0
    while n < len(tokens):
        token = tokens[n]
        if token.visible and at + token.visible > room + _A_HAIR:
            if word > start:
                at -= word_at
            else:
                # One word fills the line and must be cut.
                tokens[n : n + 1] = pieces = _cut(token, room - at, forced=n == start)
                n = word = n + len(pieces) - 1 if len(pieces) > 1 or n > start else n + 1
                at = 0.0
            lines.append(_line(tokens[start:word]))
            start, word_at, room = word, 0.0, rest
            continue
        at += token.full
        n += 1
        if token.text[-1] in " \t\u200b\n":
            word, word_at = n, at
        if token.text[-1] == "\n":
            lines.append(_line(tokens[start:n]))
            start, room, at, word_at = n, rest, 0.0, 0.0
    if start < n or not lines:
        lines.append(_line(tokens[start:]))
    return lines


def _tokens(parts: Parts) -> Iterator[Token]:
    for ink, text in parts:
        units, size = font(ink.font).units, ink.size * 0.001
        space = units(" ") * size
        for token in _TOKEN.findall(text):
            full, last = units(token) * size, token[-1]
            if last == " ":
                yield Token(ink, token, full - space, full)
            elif last in "\t\n":
                yield Token(ink, token, units(token[:-1]) * size, full)
            else:
                yield Token(ink, token, full, full)


def _cut(token: Token, room: float, *, forced: bool) -> list[Token]:
    """Cut a word where the room ends, after a hyphen or the like if it has one; with `forced` a letter goes before."""
    ink, text = token.ink, token.text
    units, size = font(ink.font).units, ink.size * 0.001
    at, width = 0, 0.0
    while at < len(text) and (width := width + units(text[at]) * size) <= room:
        at += 1
    if found := _GOOD_PLACE.match(text[: at + 1]):
        at = found.end()
    at = max(at, int(forced))
    while 0 < at < len(text) and unicodedata.combining(text[at]):
        at += 1
    return list(_tokens(tuple(Part(ink, piece) for piece in (text[:at], text[at:]) if piece)))


def _line(tokens: Sequence[Token]) -> Line:
    if len({token.ink for token in tokens}) == 1:
        return (_stretch(tokens[0].ink, tokens),)
    return tuple(_stretch(ink, tuple(group)) for ink, group in groupby(tokens, attrgetter("ink")))


def _stretch(ink: Ink, tokens: Sequence[Token]) -> Stretch:
    text = "".join([token.text for token in tokens]).replace("\n", " ")
    return Stretch(ink, text, sum([token.full for token in tokens]))
