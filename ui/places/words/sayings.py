"""What is said of the records of each list, as whole sentences: other languages bend the noun in every one of them."""

from collections.abc import Callable
from dataclasses import dataclass

from wibdesk.language import counted, later


@dataclass(frozen=True)
class Sayings:
    """The sentences of one list, marked to be said when they are shown; `count` and `take` say a number of records."""

    new: str
    add: str
    change: str
    remove: str
    find: str
    none_yet: str
    count: Callable[[int], str]
    paste: str = ""
    take: Callable[[int], str] = str
    taken: str = ""
    usual: str = ""


PHRASES = Sayings(
    new=later("New phrase"),
    add=later("Add the phrase"),
    change=later("Change the phrase"),
    remove=later("Remove the phrase"),
    find=later("Find a phrase"),
    none_yet=later("No phrases yet"),
    count=lambda number: counted(number, "{number} phrase", "{number} phrases"),
    usual=later("Add the usual phrases"),
)
SHORT = Sayings(
    new=later("New abbreviation or term"),
    add=later("Add the abbreviation or term"),
    change=later("Change the abbreviation or term"),
    remove=later("Remove the abbreviation or term"),
    find=later("Find an abbreviation or term"),
    none_yet=later("No abbreviations yet"),
    count=lambda number: counted(number, "{number} abbreviation or term", "{number} abbreviations"),
    paste=later("Paste many abbreviations"),
    take=lambda number: counted(number, "Add {number} abbreviation or term", "Add {number} abbreviations"),
    taken=later("Abbreviations added"),
    usual=later("Add the usual abbreviations"),
)
WORDS = Sayings(
    new=later("New word"),
    add=later("Add the word"),
    change=later("Change the word"),
    remove=later("Remove the word"),
    find=later("Find a word"),
    none_yet=later("No words yet"),
    count=lambda number: counted(number, "{number} word", "{number} words"),
    paste=later("Paste many words"),
    take=lambda number: counted(number, "Add {number} word", "Add {number} words"),
    taken=later("Words added"),
)
