"""The words that people read, in their language: one way to say them, for the window, the command line and errors.

English is the language of the code: a sentence is its own key. Whoever shows words tells `SPOKEN` how to translate
one (the window gives Qt's translation); until then every sentence stays as it is written. What goes into a document
does not come through here: documents speak the language of their body.
"""

from collections.abc import Callable, Iterable
from typing import Any

ENGLISH = "en"
Translate = Callable[[str, str, int], str]
"""Gives words as they are read for words as written, what is meant by them, and how many things (-1: none counted)."""


class Language:
    """What this process speaks: one function from words as written to words as read."""

    def __init__(self) -> None:
        self.translate: Translate | None = None
        self.code = ENGLISH

    def speak(self, translate: Translate | None, code: str = "") -> None:
        """Translate all that is said from now on by this function; None for the words as written.

        `code` is that of the language, as cy: what is shipped as whole texts is taken from its folder.
        """
        self.translate, self.code = translate, code if translate and code else ENGLISH


SPOKEN = Language()
"""The one of this process."""


def say(words: str, meaning: str = "", /, **values: Any) -> str:
    """Return words in the clerk's language; `values` fill the named places: say("Saved {time}", time=now).

    Without values nothing is filled and braces are braces. A value may be formatted in place ("{share:.0%}").
    `meaning` tells a translator which of two meanings it is: say("Open", "still to be done").
    """
    translate = SPOKEN.translate
    said = translate(words, meaning, -1) if translate else words
    return said.format_map(values) if values else said


def counted(number: int, one: str, many: str, /, **values: Any) -> str:
    """Return words for a number of things: counted(n, "{number} action", "{number} actions").

    A language with more forms than two has them all in its catalogue, under the words for many.
    """
    written, translate = one if number == 1 else many, SPOKEN.translate
    said = translate(many, "", number) if translate else written
    return (written if said == many else said).format_map({"number": number, **values})


def later(words: str, meaning: str = "", /) -> str:
    """Mark words that stand in a table or a class and are said when they are shown; returns them as written."""
    return words


def later_counted(one: str, many: str, /) -> tuple[str, str]:
    """Mark words for a number of things that stand in a table: counted(number, *words) says them."""
    return one, many


def say_pairs(pairs: Iterable[tuple[str, str]], meaning: str = "", /) -> list[tuple[str, str]]:
    """Return pairs of an id or a key and its words, marked by `later` with this meaning, with the words said."""
    return [(name, say(words, meaning)) for name, words in pairs]
