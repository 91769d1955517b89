"""The words that people read, in their language: one way to say them, for the window, the command line and errors.

English is the language of the code: a sentence is its own key. Whoever shows words tells `SPOKEN` how to translate
one (the window gives Qt's translation); until then every sentence stays as it is written. What goes into a document
does not come through here: documents speak the language of their body.
"""

from collections.abc import Callable
from typing import Any

Translate = Callable[[str], str]


class Language:
    """What this process speaks: one function from words as written to words as read."""

    def __init__(self) -> None:
        self.translate: Translate = str

    def speak(self, translate: Translate | None) -> None:
        """Translate all that is said from now on by this function; None for the words as written."""
        self.translate = translate or str


SPOKEN = Language()
"""The one of this process."""


def say(words: str, /, **values: Any) -> str:
    """Return words in the clerk's language; `values` fill the named places: say("Saved {time}", time=now).

    Without values nothing is filled and braces are braces. A value may be formatted in place ("{share:.0%}").
    """
    said = SPOKEN.translate(words)
    return said.format_map(values) if values else said


def counted(number: int, one: str, many: str, /, **values: Any) -> str:
    """Return words for a number of things: counted(n, "{number} action", "{number} actions")."""
    return say(one if number == 1 else many, number=number, **values)


def later(words: str, /) -> str:
    """Mark words that stand in a table or a class and are said when they are shown; returns them as written."""
    return words
