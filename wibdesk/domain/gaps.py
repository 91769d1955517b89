"""Gaps: `@@` marks a word that was missed, `{…}` a place in a phrase that nobody filled yet."""

import re
from collections.abc import Iterable
from dataclasses import dataclass

from wibdesk.domain.entries import Entry
from wibdesk.domain.entry_lines import entry_lines
from wibdesk.domain.phrases import SLOT

GAP = "@@"
_GAPS = re.compile(r"@{2,}")
UNFILLED = re.compile(rf"{_GAPS.pattern}|{SLOT.pattern}")
"""A gap or a slot, wherever words are missing in a text."""


@dataclass(frozen=True)
class Gap:
    """A place that wants words: the entry, its line on the sheet, the characters before it there, and its length."""

    entry_id: str
    part: int = 0
    offset: int = 0
    length: int = len(GAP)


def gaps_in(entries: Iterable[Entry]) -> tuple[Gap, ...]:
    """Return every gap of the entries in reading order; more than two @ in a row are one gap."""
    return _found(entries, _GAPS, GAP)


def slots_in(entries: Iterable[Entry]) -> tuple[Gap, ...]:
    """Return every slot of a phrase that still stands in the entries, as {person}, in reading order."""
    return _found(entries, SLOT, "{")


def _found(entries: Iterable[Entry], wanted: re.Pattern[str], mark: str) -> tuple[Gap, ...]:
    return tuple(
        Gap(entry.id, part, found.start(), len(found[0]))
        for entry in entries
        if mark in getattr(entry, "text", mark)  # most entries are read no further: this runs while somebody types
        for part, words in enumerate(entry_lines(entry))
        for found in wanted.finditer(words)
    )
