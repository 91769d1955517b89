"""The rows of the three lists: those of every body first, then each body's own, narrowed by the words to find."""

from collections.abc import Callable, Iterable, Mapping, Sequence

from ui.cells import Cell, Plain, Two, muted
from ui.places.words.views import Record
from ui.tables import Column, TableRow
from wibdesk.domain.dates import compact_date
from wibdesk.domain.phrases import Phrase
from wibdesk.domain.terms import Term, TermKind
from wibdesk.language import later, say

EVERY = later("Every body")
READ_COLUMNS = (Column(later("You type"), 130), Column(later("The desk writes")))
OFFERED = later("offered as you type")


def word_rows(records: Iterable[Record], bodies: Mapping[str, str], words: str = "") -> list[TableRow]:
    """Return group heads and records; `bodies` are names by id."""
    shown = [record for record in records if fits(record, words)]
    rows: list[TableRow] = []
    for body_id, name in ((None, say(EVERY)), *bodies.items()):
        own = [record for record in shown if record.body_id == body_id]
        if own:
            head = TableRow(row_id=f"of {body_id}", cells=(f"{name}, {len(own)}",), group=True)
            rows += [head, *(_row(record, name) for record in own)]
    return rows


def read_rows(terms: Iterable[Term]) -> list[TableRow]:
    """Return the rows of pasted terms, as they were read."""
    return [TableRow(row_id=str(n), cells=(term.short, _written(term))) for n, term in enumerate(terms, 1)]


def fits(record: Record, words: str) -> bool:
    """Say whether every word is found in what the record says."""
    text = " ".join(_texts(record)).casefold()
    return all(word in text for word in words.casefold().split())


def called(record: Record) -> str:
    """Return what a record is called in a sentence."""
    return record.name if isinstance(record, Phrase) else record.short


def count_words(records: Sequence[Record], shown: int, count: Callable[[int], str]) -> str:
    """Return the count at the head of a list."""
    if shown != len(records):
        return say("{shown} shown of {number}", shown=shown, number=len(records))
    return count(shown) if shown else ""


def _row(record: Record, body: str) -> TableRow:
    said = ", ".join(text for text in (*_texts(record), body) if text)
    return TableRow(row_id=record.id, cells=_cells(record), sentence=said, data=record)


def _texts(record: Record) -> tuple[str, ...]:
    return (record.name, record.text) if isinstance(record, Phrase) else (record.short, record.full)


def _cells(record: Record) -> tuple[Cell, ...]:
    if isinstance(record, Phrase):
        own_name = not record.text.startswith(record.name.rstrip("…"))
        words = Two(record.name, record.text) if own_name else Two(record.text)
        return words, muted(_used(record))
    if record.kind is TermKind.WORD:
        return (record.short,)
    return record.short, _written(record)


def _written(term: Term) -> Cell:
    if term.kind is TermKind.TERM:
        return Plain(", ".join(part for part in (say(OFFERED), term.full) if part), "muted")
    return term.full


def _used(phrase: Phrase) -> str:
    if phrase.used_at is None:
        return ""
    times = "once" if phrase.uses == 1 else say("{uses} times", uses=phrase.uses)
    return f"{times}, {compact_date(phrase.used_at.astimezone().date())}"
