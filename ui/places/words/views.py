"""The three lists of the place: phrases, abbreviations and terms, and the clerk's own words."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Any, TypeAlias

from ui.places.words.sayings import PHRASES, SHORT, WORDS, Sayings
from ui.tables import Column
from wibdesk.domain.phrases import Phrase
from wibdesk.domain.terms import Term, TermKind, read_terms, read_words
from wibdesk.language import later
from wibdesk.services import phrases, terms

Record: TypeAlias = Phrase | Term


@dataclass(frozen=True)
class View:
    """One list: what it is called, its columns, the verbs that store and remove, and what an empty one says.

    `said` has the sentences of its records, `holds` says whether a record stands in it; `paste` reads pasted text,
    where that gives records.
    """

    view: str
    word: str
    said: Sayings
    icon: str
    columns: tuple[Column, ...]
    keep: Callable[..., Any]
    remove: Callable[..., Any]
    holds: Callable[[Record], bool]
    empty: str
    paste: Callable[[str], Sequence[Term]] | None = None
    paste_note: str = ""
    usual: bool = False


VIEWS = (
    View(
        "phrases",
        later("Phrases"),
        PHRASES,
        "message-square-quote",
        (Column(later("Phrase")), Column(later("Used"), 150, least=560)),
        phrases.keep_phrase,
        phrases.remove_phrase,
        lambda record: isinstance(record, Phrase),
        later("A phrase is a sentence kept ready: Ctrl ; puts it in the minutes. N writes one, U adds the usual ones."),
        usual=True,
    ),
    View(
        "short",
        later("Abbreviations and terms"),
        SHORT,
        "book-open",
        (Column(later("You type"), 210), Column(later("The desk writes"))),
        terms.keep_term,
        terms.remove_term,
        lambda record: isinstance(record, Term) and record.kind is not TermKind.WORD,
        later("An abbreviation is written out as you type it. N adds one, Ctrl V reads a list, U adds the usual ones."),
        read_terms,
        later("One a line: the short form, a tab or a comma, and what it stands for. They are for every body."),
        usual=True,
    ),
    View(
        "words",
        later("Your words"),
        WORDS,
        "check",
        (Column(later("Word")),),
        terms.keep_term,
        terms.remove_term,
        lambda record: isinstance(record, Term) and record.kind is TermKind.WORD,
        later("A word in this list is never marked as misspelt. N adds one, Ctrl V reads many."),
        read_words,
        later("Words with blanks, commas or lines between. They are for every body."),
    ),
)
BY_NAME = {view.view: view for view in VIEWS}
