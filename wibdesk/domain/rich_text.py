"""The four inline marks of minute text: `**bold**`, `*italic*`, `__underline__` and `[words](address)`.

Each mark switches its look on and off again, so `**a *b***` and `**a***b*` both read as meant. A mark that opens stands
before a letter, one that closes stands after one; a mark without a partner is plain text. A backslash makes the next
mark plain. `to_spans(to_markup(spans))` gives the spans back, save that blanks at the edge of a look lose it.
"""

import re
from collections.abc import Iterable
from dataclasses import dataclass, replace
from itertools import groupby

ESCAPABLE = frozenset("\\*_[]()")


@dataclass(frozen=True)
class Span:
    """A stretch of text with one look. `link` is an address, None for no link."""

    text: str
    bold: bool = False
    italic: bool = False
    underline: bool = False
    link: str | None = None


LOOKS = (("bold", "**"), ("italic", "*"), ("underline", "__"))
# No bare bracket inside the words and a bounded address keep hostile text from costing more than its length.
_LINK = re.compile(r"\[(?P<words>(?:\\.|[^\[\]\\])+)\]\((?P<address>(?:\\\S|[^)\\\s]){1,2000})\)", re.DOTALL)
_MARK = re.compile(r"[\\*_\[]")
_TOKEN = re.compile(r"\\.|\*+|__|\[", re.DOTALL)


def to_spans(markup: str) -> tuple[Span, ...]:
    """Read markup into spans; neighbours always differ in look, and no span is empty."""
    if not _MARK.search(markup):
        return (Span(markup),) if markup else ()
    return _merged(_Reader(markup, with_links=True).spans())


def plain_text(markup: str) -> str:
    """Return the words alone."""
    if not _MARK.search(markup):
        return markup
    return "".join(span.text for span in to_spans(markup))


class _Reader:
    """Reads one stretch of markup from left to right; `opened` tells where each look that is on began."""

    def __init__(self, markup: str, *, with_links: bool) -> None:
        self.markup, self.with_links = markup, with_links
        self.out: list[Span] = []
        self.opened: dict[str, tuple[int, str]] = {}

    def spans(self) -> list[Span]:
        at = 0
        while found := _TOKEN.search(self.markup, at):
            self._add(self.markup[at : found.start()])
            at = self._token(found[0], found.start())
        self._add(self.markup[at:])
        for look, (place, mark) in sorted(self.opened.items(), key=lambda pair: -pair[1][0]):
            self._take_back(look, place, mark)
        return self.out

    def _look(self) -> Span:
        return Span("", "bold" in self.opened, "italic" in self.opened, "underline" in self.opened)

    def _add(self, text: str) -> None:
        if text:
            self.out.append(replace(self._look(), text=text))

    def _token(self, token: str, start: int) -> int:
        if token[0] == "\\":
            self._add(token[1:] if token[1] in ESCAPABLE else token)
        elif token == "[":
            return self._link(start)
        elif len(token) > 3:
            self._add(token)
        else:
            self._marks(token, start)
        return start + len(token)

    def _marks(self, token: str, start: int) -> None:
        before, after = self.markup[start - 1 : start], self.markup[start + len(token) : start + len(token) + 1]
        wanted = {"*": ("italic",), "**": ("bold",), "***": ("bold", "italic"), "__": ("underline",)}[token]
        for look in wanted:
            mark = dict(LOOKS)[look]
            if look in self.opened and before and not before.isspace():
                del self.opened[look]
            elif look not in self.opened and after and not after.isspace():
                self.opened[look] = (len(self.out), mark)
            else:
                self._add(mark)

    def _link(self, start: int) -> int:
        found = _LINK.match(self.markup, start) if self.with_links else None
        words = _Reader(found["words"], with_links=False).spans() if found else []
        if found is None or not words:
            self._add("[")
            return start + 1
        look, address = self._look(), re.sub(r"\\([\\*_\[\]()])", r"\1", found["address"])
        for span in words:
            both = {name: getattr(span, name) or getattr(look, name) for name, _ in LOOKS}
            self.out.append(Span(span.text, **both, link=address))
        return found.end()

    def _take_back(self, look: str, place: int, mark: str) -> None:
        """A mark that found no partner is plain text, and what follows never had its look."""
        for n, span in enumerate(self.out[place:], place):
            on = {name: getattr(span, name) and name != look for name, _ in LOOKS}
            self.out[n] = Span(span.text, on["bold"], on["italic"], on["underline"], span.link)
        self.out.insert(place, Span(mark))


def _merged(spans: Iterable[Span]) -> tuple[Span, ...]:
    """Join neighbours of one look and drop what is empty."""
    groups = groupby(
        (span for span in spans if span.text), lambda span: (span.bold, span.italic, span.underline, span.link)
    )
    return tuple(Span("".join(span.text for span in group), *look) for look, group in groups)


def to_markup(spans: Iterable[Span]) -> str:
    """Write spans as markup; plain text stays as typed but for a backslash before what would read as a mark."""
    held = tuple(spans)
    if len(held) == 1 and held[0] == Span(held[0].text):
        return _escape(held[0].text)  # words alone, as nearly always
    out: list[str] = []
    group: list[Span] = []
    for span in (*_merged(held), None):
        if group and (span is None or span.link != group[-1].link):
            words = _marked(group)
            out.append(f"[{words}]({_address(group[-1].link)})" if group[-1].link else words)
            group = []
        if span is not None:
            group.append(span)
    return "".join(out)


def _marked(spans: list[Span]) -> str:
    """Write neighbouring spans of one link: only what changes between them is marked."""
    pieces = _without_blank_edges(spans)
    out: list[str] = []
    on = Span("")
    for piece in (*pieces, Span("")):
        turned = [name for name, _ in LOOKS if getattr(on, name) != getattr(piece, name)]
        out.extend(mark for name, mark in LOOKS if name in turned)
        out.append(_escape(piece.text))
        on = piece
    return "".join(out)


def _without_blank_edges(spans: list[Span]) -> tuple[Span, ...]:
    """Give blanks between two looks only what both have, so that no mark ever touches a blank on its inner side."""
    if not any(getattr(span, look) for span in spans for look, _ in LOOKS):
        return _merged(spans)
    pieces: list[Span] = []
    for span in spans:
        pieces.extend(replace(span, text=part) for part in re.split(r"(\s+)", span.text) if part)
    lefts, rights = _words_before(pieces), _words_before(pieces[::-1])[::-1]
    for n, (piece, left, right) in enumerate(zip(pieces, lefts, rights, strict=True)):
        if piece.text.isspace():
            both = {look: getattr(left, look) and getattr(right, look) for look, _ in LOOKS}
            pieces[n] = Span(piece.text, **both, link=piece.link)
    return _merged(pieces)


def _words_before(pieces: list[Span]) -> list[Span]:
    """Return for each piece the last one before it that is no blank."""
    out, last = [], Span("")
    for piece in pieces:
        out.append(last)
        last = last if piece.text.isspace() else piece
    return out


def _address(link: str) -> str:
    """Write an address so that its own brackets and blanks do not end it."""
    return re.sub(r"\s", "%20", re.sub(r"([\\()])", r"\\\1", link))


def _escape(text: str) -> str:
    """Escape only what would read as a mark, so that `snake_case` and `C:\\minutes` stay as they were typed."""
    if not any(c in text for c in "\\*_[]()"):
        return text
    out: list[str] = []
    for n, char in enumerate(text):
        before, after = text[n - 1 : n] if n else "", text[n + 1 : n + 2]
        edge = "_" in (before, after) or not before or not after
        if char in "*[]" or (char == "_" and edge) or (char == "\\" and (not after or after in ESCAPABLE)):
            out.append("\\")
        out.append(char)
    return "".join(out)
