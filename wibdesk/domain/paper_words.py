"""The words that the desk itself writes into documents and minutes: in the language of the paper, from data.

A sentence in English is its own key. While a paper is made (`writing_in`) its words come from those of its language;
anywhere else, as where the same sentence shows on screen, they are in the language of the screen.
"""

from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from contextvars import ContextVar
from dataclasses import dataclass, field
from typing import Any

from wibdesk.language import counted, say


@dataclass(frozen=True)
class PaperWords:
    """The words of one language: `said` by the English ones, `counted` by the English ones for many.

    What is counted has the forms `one` and `many`, and may have others by their exact number ("2").
    """

    language: str = "en-GB"
    said: Mapping[str, str] = field(default_factory=dict)
    counted: Mapping[str, dict[str, str]] = field(default_factory=dict)


_PAPER: ContextVar[PaperWords | None] = ContextVar("paper", default=None)


@contextmanager
def writing_in(words: PaperWords) -> Iterator[None]:
    """Write in these words until the end of the block, in this thread alone."""
    before = _PAPER.set(words)
    try:
        yield
    finally:
        _PAPER.reset(before)


def write(words: str, /, **values: Any) -> str:
    """Return words in the language of the paper; `values` fill the named places: write("Item {number}", number=4).

    Without values nothing is filled and braces are braces. Words that the language lacks stay English.
    """
    paper = _PAPER.get()
    if paper is None:
        return say(words, **values)
    said = paper.said.get(words, words)
    return said.format_map(values) if values else said


def write_counted(number: int, one: str, many: str, /, **values: Any) -> str:
    """Return words for a number of things: write_counted(n, "{number} item", "{number} items")."""
    paper = _PAPER.get()
    if paper is None:
        return counted(number, one, many, **values)
    forms = {"one": one, "many": many} | paper.counted.get(many, {})
    said = forms.get(str(number)) or forms["one" if number == 1 else "many"]
    return said.format_map({"number": number} | values)


def to_write(words: str, /) -> str:
    """Mark words that stand in a table and are written where it is used; returns them as they are."""
    return words
