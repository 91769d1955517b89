"""What was added and removed between two versions of a document, line by line and word by word within a line."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from difflib import SequenceMatcher
from enum import StrEnum

from wibdesk.documents.text_layout import WIDTH, room
from wibdesk.language import counted

ALIKE = 0.5
"""How much of two lines must be the same words before one counts as the other, changed."""
AHEAD = 4
"""How many lines ahead the other form of a changed line is looked for."""
ABOUT = 1
"""Unchanged lines that are shown before and after a change."""

_RULE = re.compile(r"([=\-.])\1*( +-+)*")
_COLUMNS = re.compile(r"(?<=[^\s.!?:;])  +(?=\S)")


class Mark(StrEnum):
    """What became of a line; `GAP` stands for unchanged lines that are left out."""

    SAME = ""
    ADDED = "+"
    REMOVED = "−"
    GAP = "…"


@dataclass(frozen=True)
class Piece:
    """Words of a line that are shown as changed or not."""

    words: str
    changed: bool = False


@dataclass(frozen=True)
class Line:
    """A line of either version."""

    mark: Mark
    pieces: tuple[Piece, ...]

    @property
    def words(self) -> str:
        """All its words."""
        return "".join(piece.words for piece in self.pieces)


def differences(before: str, after: str) -> tuple[Line, ...]:
    """Return the changed lines of two plain texts with a little of what stands about them; nothing where all is same.

    Lines that the writer of plain text broke at the margin are put together first, so that one word more does not
    change a whole paragraph; columns are told from one another whatever their width.
    """
    old, new = _unbroken(before), _unbroken(after)
    if old == new:
        return ()
    return tuple(_with_gaps(list(_compared(old, new))))


def every_line(before: Sequence[str], after: Sequence[str]) -> tuple[Line, ...]:
    """Return the lines of two texts with their changes marked, none of them left out."""
    return tuple(_compared(before, after))


def both_forms(one: str, other: str) -> tuple[Line, Line]:
    """Return two forms of the same line, the words in which each differs from the other marked."""
    first, second = _pair(one, other)
    return replace(first, mark=Mark.SAME), replace(second, mark=Mark.SAME)


def count(lines: Sequence[Line], mark: Mark) -> int:
    """Return how many lines have a mark."""
    return sum(line.mark is mark for line in lines)


def _unbroken(text: str) -> list[str]:
    """Return the lines of a text without its rules and blank lines, paragraphs whole."""
    made: list[str] = []
    before = ""  # the line as it was written that the last one made ends with; empty where none goes on
    for line in text.split("\n"):
        words = line.strip()
        if not words or (before and _RULE.fullmatch(words)):
            before = ""
            continue
        if before and _goes_on(before, line):
            made[-1] += f" {words}"
        else:
            made.append(_COLUMNS.sub(" · ", words))
        before = line
    return made


def _goes_on(line: str, after: str) -> bool:
    """Say whether a line goes on in the next: the next one's first word had no room in it."""
    if _COLUMNS.search(line.strip()) or _COLUMNS.search(after.strip()):
        return False
    deeper = len(after) - len(after.lstrip()) >= len(line) - len(line.lstrip())
    return deeper and room(line) + 1 + room(after.split(maxsplit=1)[0]) > WIDTH


def _compared(old: Sequence[str], new: Sequence[str]) -> Iterator[Line]:
    for what, a, b, c, d in SequenceMatcher(None, old, new, autojunk=False).get_opcodes():
        if what == "equal":
            yield from (_whole(Mark.SAME, line) for line in new[c:d])
        else:
            yield from _changed(old[a:b], new[c:d])


def _changed(old: Sequence[str], new: Sequence[str]) -> Iterator[Line]:
    """Yield lines that took the place of others: each old one right before what it became, where that is to be seen."""
    left = list(new)
    for line in old:
        match = next((n for n, other in enumerate(left[:AHEAD]) if _alike(line, other)), None)
        if match is None:
            yield _whole(Mark.REMOVED, line)
            continue
        yield from (_whole(Mark.ADDED, other) for other in left[:match])
        yield from _pair(line, left[match])
        left = left[match + 1 :]
    yield from (_whole(Mark.ADDED, other) for other in left)


def _alike(one: str, other: str) -> bool:
    return SequenceMatcher(None, one.split(), other.split(), autojunk=False).ratio() >= ALIKE


def _pair(old: str, new: str) -> Iterator[Line]:
    """Yield both forms of a line, the words that differ marked."""
    a, b = old.split(), new.split()
    codes = SequenceMatcher(None, a, b, autojunk=False).get_opcodes()
    yield Line(Mark.REMOVED, _pieces([(a[i:j], what != "equal") for what, i, j, _, _ in codes]))
    yield Line(Mark.ADDED, _pieces([(b[k:m], what != "equal") for what, _, _, k, m in codes]))


def _pieces(parts: Sequence[tuple[Sequence[str], bool]]) -> tuple[Piece, ...]:
    made: list[Piece] = []
    for words, changed in parts:
        if words:
            made += [Piece(" ")] if made else []
            made.append(Piece(" ".join(words), changed))
    return tuple(made)


def _whole(mark: Mark, words: str) -> Line:
    return Line(mark, (Piece(words, mark is not Mark.SAME),))


def _with_gaps(lines: Sequence[Line]) -> Iterator[Line]:
    """Yield the changed lines with what stands about them, and how many lines are left out between."""
    near = {n for at, line in enumerate(lines) if line.mark is not Mark.SAME for n in range(at - ABOUT, at + ABOUT + 1)}
    skipped = 0
    for n, line in enumerate(lines):
        if n not in near:
            skipped += 1
            continue
        if skipped:
            yield _gap(skipped)
        skipped = 0
        yield line
    if skipped:
        yield _gap(skipped)


def _gap(count_: int) -> Line:
    return Line(Mark.GAP, (Piece(counted(count_, "{number} line as before", "{number} lines as before")),))
