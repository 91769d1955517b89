"""Doubts about words: gaps, slots, names nearly spelt, first names alone, abbreviations that nobody explained.

Private notes are passed over: nobody reads them. Of one word that is doubtful in many places the first is told.
"""

import re
from collections.abc import Callable, Collection, Iterable, Iterator, Sequence
from dataclasses import dataclass, replace

from wibdesk.domain.command_lines import COMMAND
from wibdesk.domain.doubts import Doubt, DoubtKind
from wibdesk.domain.entries import Paragraph, PrivateNote
from wibdesk.domain.entry_lines import entry_lines
from wibdesk.domain.gaps import Gap, gaps_in, slots_in
from wibdesk.domain.known_names import KnownName, name_words
from wibdesk.domain.meetings import Meeting
from wibdesk.domain.nearness import is_near
from wibdesk.domain.people import HONOURS, TITLES
from wibdesk.language import say

_TOKEN = re.compile(r"[^\W_][\w&'’-]*")
_CAPITALS = re.compile(r"[A-Z][A-Z&]{1,5}s?")
_ROMAN = re.compile(r"[IVXLC]+")
COMMON = frozenset(
    "UK NHS PDF AOB GP GPs MP MPs CEO HR IT AGM EGM TBC TBA ASAP FAQ URL BBC EU UN USA GDPR VAT PIN CCTV TV PA AM PM "
    "OK CV FTE KPI KPIs RAG GCSE GCSEs DNA PPE HIV AIDS COVID OFSTED NB PS ID IDs PO BST GMT CD RSVP SMS SMART USB "
    "DOB HMRC DVLA NATO ISBN FOI QC KC JP MBE OBE CBE DBE KBE QPM BEM DL AV".split()
)
"""Short forms that every reader knows."""
WORDS_TOO = frozenset("will mark may april june grace rose dale hope faith joy bill art jack miles sky robin".split())
"""First names that begin a sentence as words do."""
SAINTS = frozenset(("st", "saint"))
AROUND = 48
"""Letters shown on each side of a gap."""


@dataclass(frozen=True)
class _Line:
    """A line of the minutes with its place and its words as they stand there."""

    item_id: str
    entry_id: str
    part: int
    text: str
    tokens: tuple[re.Match[str], ...]

    def starts_sentence(self, n: int) -> bool:
        """Say whether the token stands first in a sentence."""
        before = self.text[: self.tokens[n].start()].rstrip(" “‘\"'(")
        return not before or before[-1] in ".!?:;\n–—•"

    def neighbour(self, n: int, by: int) -> str:
        """Return the token before (-1) or after (1) where only blanks or a stop stand between, else nothing."""
        if not 0 <= n + by < len(self.tokens):
            return ""
        one, other = sorted((n, n + by))
        between = self.text[self.tokens[one].end() : self.tokens[other].start()]
        return self.tokens[n + by][0] if between in (" ", ". ") and not self._ends(one, between) else ""

    def _ends(self, n: int, between: str) -> bool:
        return between == ". " and len(self.tokens[n][0]) > 4  # "Cllr. Booth" goes on, "the Board. Booth" does not

    def doubt(self, kind: DoubtKind, words: str, place: re.Match[str], better: str = "", *, length: int = 0) -> Doubt:
        """Return a doubt about a token of this line, or about so many of its first letters."""
        size = length or len(place[0])
        return Doubt(kind, words, self.item_id, self.entry_id, self.part, place.start(), size, place[0][:size], better)


def word_doubts(
    meeting: Meeting,
    people: Sequence[KnownName],
    *,
    known_terms: Collection[str] = (),
    shown: Callable[[str], str] = str,
    is_word: Callable[[str], bool] | None = None,
) -> tuple[Doubt, ...]:
    """Return what is doubtful about the words of a meeting: gaps, commands left, names, abbreviations.

    `known_terms` are short forms and terms of the body, `shown` writes a name as the house does, `is_word` knows the
    dictionary; without it a name at the beginning of a sentence is judged only where more of the name stands by it.
    """
    lines = tuple(_lines(meeting))
    known = _Known(meeting, people, lines, known_terms, is_word)
    names = [*_spelling(lines, known), *_first_names(lines, known, shown)]
    return (*_gaps(meeting), *_commands(meeting), *_each_once(names), *_each_once(_abbreviations(lines, known)))


def _lines(meeting: Meeting) -> Iterator[_Line]:
    for item, entry in meeting.entries():
        if not isinstance(entry, PrivateNote):
            for part, text in enumerate(entry_lines(entry)):
                if text:
                    yield _Line(item.id, entry.id, part, text, tuple(_TOKEN.finditer(text)))


def _gaps(meeting: Meeting) -> Iterator[Doubt]:
    for item in meeting.items:
        printed = {e.id: e for e in item.entries if not isinstance(e, PrivateNote)}
        for kind, found in ((DoubtKind.GAP, gaps_in(printed.values())), (DoubtKind.SLOT, slots_in(printed.values()))):
            for gap in found:
                text = entry_lines(printed[gap.entry_id])[gap.part]
                mark = text[gap.offset : gap.offset + gap.length]
                yield Doubt(kind, _cut(text, gap), item.id, gap.entry_id, gap.part, gap.offset, gap.length, mark)


def _commands(meeting: Meeting) -> Iterator[Doubt]:
    """Find the lines that begin as only commands do."""
    for item, entry in meeting.entries():
        line = entry_lines(entry)[0] if isinstance(entry, Paragraph) else ""
        if COMMAND.match(line):
            yield Doubt(DoubtKind.COMMAND, line, item.id, entry.id, length=len(line), about=line)


def _cut(text: str, gap: Gap) -> str:
    """Return the words round a gap, whole words only."""
    start, end = max(gap.offset - AROUND, 0), gap.offset + gap.length + AROUND
    before, after = text[start : gap.offset], text[gap.offset : end]
    before = "… " + before.partition(" ")[2] if start else before
    after = after.rpartition(" ")[0] + " …" if end < len(text) else after
    return before + after


class _Known:
    """What words of a meeting are right: those that stand there in small letters, its own names, the terms."""

    def __init__(
        self,
        meeting: Meeting,
        people: Sequence[KnownName],
        lines: Sequence[_Line],
        terms: Collection[str],
        is_word: Callable[[str], bool] | None,
    ) -> None:
        self.people, self.is_word = people, is_word
        self.small = {t[0] for line in lines for t in line.tokens if t[0].islower()}
        given = [meeting.body.name, *terms, *(x for one in people for x in (one.role, one.organisation))]
        given += [word for item in meeting.items for word in (item.title, *(paper.title for paper in item.papers))]
        self.given = {word for words in given for word in re.findall(r"[\w&]+", words)}
        self.parts = {word.casefold() for one in people for word in name_words(one.shown)}
        self.firsts: dict[str, list[KnownName]] = {}
        for one in people:
            self.firsts.setdefault(one.first, []).append(one)
        everything = " ".join([line.text for line in lines] + [item.title for item in meeting.items])
        self.explained = set(re.findall(r"\(\W{0,2}([A-Z][A-Z&]{1,5})s?\W{0,2}\)", everything))
        self.explained |= set(re.findall(r"\b([A-Z][A-Z&]{1,5})s? \((?=[A-Z]?[a-z])", everything))
        initials = {one.initials for one in people} | {_initials(one.shown) for one in people}
        self.short = {*self.explained, *self.given, *COMMON, *initials}

    def is_right(self, word: str) -> bool:
        """Say whether a word with a capital is one that the meeting knows otherwise."""
        return word.casefold() in self.small or word.casefold() in self.parts or word in self.given


def _initials(name: str) -> str:
    return "".join(word[0] for word in name_words(name))


def _bare(token: str) -> str:
    """Return a word without the ending of possession."""
    return re.sub(r"['’]s?$", "", token)


def _spelling(lines: Sequence[_Line], known: _Known) -> Iterator[Doubt]:
    by_letter: dict[str, list[tuple[str, KnownName]]] = {}
    for one in known.people:
        for part in {one.last, one.first} - {""}:
            by_letter.setdefault(part[0], []).append((part, one))
    for line in lines:
        for n, token in enumerate(line.tokens):
            word = _bare(token[0])
            if len(word) < 3 or not word[0].isupper() or not word[1:].islower() or known.is_right(word):
                continue
            for part, one in by_letter.get(word[0], ()):
                if _is_slip(line, n, word, part, one, known):
                    words = say("{word}: is it {part}, as in {one}?", word=word, part=part, one=one.shown)
                    yield line.doubt(DoubtKind.SPELLING, words, token, part, length=len(word))
                    break


def _is_slip(line: _Line, n: int, word: str, part: str, one: KnownName, known: _Known) -> bool:
    """Say whether a word is a name nearly spelt: surer where a title or the rest of the name stands by it."""
    before, after = line.neighbour(n, -1), _bare(line.neighbour(n, 1))
    if part == one.first:
        return after == one.last and is_near(word, part)
    if before and before[0].isupper():
        titled = before.strip(".").casefold() in TITLES
        first = (name_words(one.shown) or [""])[0]
        named = before == first or (len(before) == 1 and before == first[:1])
        return (titled or named) and is_near(word, part)
    if min(len(word), len(part)) < 5 or (after and after[0].isupper()):
        return False
    if known.is_word is not None:
        return is_near(word, part, most=1) and not known.is_word(word.lower())
    return not line.starts_sentence(n) and is_near(word, part, most=1)


def _first_names(lines: Sequence[_Line], known: _Known, shown: Callable[[str], str]) -> Iterator[Doubt]:
    lasts = {one.last for one in known.people}
    for line in lines:
        for n, token in enumerate(line.tokens):
            word = _bare(token[0])
            meant = known.firsts.get(word, [])
            if not meant or len(word) < 3 or word in lasts or word in known.given or word.casefold() in known.small:
                continue
            if word.casefold() in WORDS_TOO and line.starts_sentence(n):
                continue
            before, after = line.neighbour(n, -1), line.neighbour(n, 1)
            if after[:1].isupper() or (before[:1].isupper() and not line.starts_sentence(n - 1)):
                continue
            if before.strip(".").casefold() in TITLES | SAINTS:
                continue
            better = shown(meant[0].shown) if len(meant) == 1 else ""
            names = say(" or ").join(one.shown for one in meant)
            words = say("{word} alone: {names}?", word=word, names=names)
            yield line.doubt(DoubtKind.FIRST_NAME, words, token, better, length=len(word))


def _abbreviations(lines: Sequence[_Line], known: _Known) -> Iterator[Doubt]:
    lasts = {one.last for one in known.people}
    for line in lines:
        capitals = sum(t[0].isupper() and len(t[0]) > 1 for t in line.tokens)
        if capitals * 2 > len(line.tokens) and len(line.tokens) > 1:
            continue  # a heading in capitals
        for n, token in enumerate(line.tokens):
            short = _bare(token[0])
            if not _CAPITALS.fullmatch(short) or short.casefold() in HONOURS | TITLES:
                continue
            single = short.removesuffix("s")
            plain = _ROMAN.fullmatch(single) or {short, single} & known.short or line.neighbour(n, 1) in lasts
            if not plain:
                yield line.doubt(
                    DoubtKind.ABBREVIATION,
                    say("{abbreviation} is not explained", abbreviation=single),
                    token,
                    length=len(single),
                )


def _each_once(doubts: Iterable[Doubt]) -> tuple[Doubt, ...]:
    """Return the first of the doubts about one word, with how many there are."""
    first: dict[tuple[DoubtKind, str], Doubt] = {}
    for doubt in doubts:
        known = first.get((doubt.kind, doubt.about))
        first[doubt.kind, doubt.about] = doubt if known is None else replace(known, times=known.times + 1)
    return tuple(first.values())
