"""The word that a key has just ended, and where in a line words are nobody's to change."""

import re
from dataclasses import dataclass

OPENING = "([{"
CLOSING = ".,;:!?…)]}"
ENDING = frozenset(CLOSING + "—–")
"""Marks that end a word beside any blank; a hyphen, a stroke and an apostrophe go on inside words."""

_RUN = re.compile(r"[^\s—–]+\Z")
_MARKS = re.compile("[‘’']")
_ADDRESS = re.compile(r"://|^www\.|[^\W_]@[^\W_]|^mailto:", re.IGNORECASE)


@dataclass(frozen=True)
class Word:
    """A word of a line, without the marks round it: where it begins and ends, in letters from 0."""

    start: int
    end: int
    text: str


@dataclass(frozen=True)
class Change:
    """Other words for a stretch of a line."""

    start: int
    end: int
    words: str

    @property
    def grows(self) -> int:
        """By how many letters the line becomes longer."""
        return len(self.words) - (self.end - self.start)


def ends_word(typed: str) -> bool:
    """Say whether a key that typed this ends the word before it."""
    return len(typed) == 1 and (typed.isspace() or typed in ENDING)


def word_ended(line: str, at: int) -> Word | None:
    """Return the word before the place `at`, with one ending mark or blank between; None where nobody may change it.

    An address, a reference (`3.1`, `WIB/24`) and what stands in quotation marks are nobody's to change.
    """
    stop = at - 1 if line[at - 1 : at].isspace() or line[at - 1 : at] in ("—", "–") else at
    found = _RUN.search(line, 0, stop) if stop > 0 else None
    if found is None:
        return None
    run = found[0]
    text = run.rstrip(CLOSING).lstrip(OPENING)
    start = found.start() + len(run) - len(run.lstrip(OPENING))
    if not text or _ADDRESS.search(text) or in_quotation(line, start):
        return None
    return Word(start, start + len(text), text)


def in_quotation(line: str, at: int) -> bool:
    """Say whether a place stands in quotation marks that were opened before it in the line."""
    before = line[:at]
    if before.count('"') % 2 or before.count("“") > before.count("”"):
        return True
    return _single_open(before, "‘", "’") or _single_open(before, "'", "'")


def _single_open(before: str, opening: str, closing: str) -> bool:
    """Say whether a single mark is open: one between two letters is an apostrophe and opens and closes nothing."""
    is_open = False
    for found in _MARKS.finditer(before):
        n, letter = found.start(), found[0]
        left, right = before[n - 1 : n] if n else "", before[n + 1 : n + 2]
        if letter == opening and not is_open and not left.isalnum() and right and not right.isspace():
            is_open = True
        elif letter == closing and is_open and left and not left.isspace() and not right.isalnum():
            is_open = False
    return is_open
