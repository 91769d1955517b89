"""What the desk ships for papers, given to the store by whoever opens it: the store reads no files of the program."""

from collections.abc import Callable
from dataclasses import dataclass

from wibdesk.domain.house_style import HouseStyle
from wibdesk.domain.paper_words import PaperWords


def plain_style(name: str | None) -> HouseStyle:
    """Return a style with nothing of its own, where the desk brought none."""
    return HouseStyle(name or "plain")


def english_words(language: str) -> PaperWords:
    """Return the words of papers as the code has them, where the desk brought none."""
    return PaperWords()


@dataclass(frozen=True)
class Shipped:
    """What the desk ships for papers.

    `style` gives the style of a name, and the default for None and for a name that is not known; `words` those of a
    language, and the English ones for one that is not known.
    """

    style: Callable[[str | None], HouseStyle] = plain_style
    words: Callable[[str], PaperWords] = english_words


NOTHING_SHIPPED = Shipped()
