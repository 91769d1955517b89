"""Words found anywhere in the meeting: every hit in order, with its item and the words around it."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from ui.editor.lines import lines_of, words_of
from ui.editor.sheet import Spot
from ui.lists import Row
from wibdesk.domain.agenda import Item
from wibdesk.domain.entries import Action, Entry
from wibdesk.language import say

AROUND = 60
MOST = 200


@dataclass(frozen=True, kw_only=True)
class Hit(Row):
    """A place where the words stand: the item, and what to select in its sheet (nothing for its title).

    Words that stand beside the text, such as an owner, have a `start` without an `end`.
    """

    item_id: str
    start: Spot | None = None
    end: Spot | None = None


def find(items: Sequence[Item], words: str) -> list[Hit]:
    """Return every hit of the words over all items, whatever the case of letters; the first 200 of very many."""
    wanted = words.casefold()
    hits: list[Hit] = []
    for place, item in enumerate(items if wanted else (), 1):
        number = item.number or str(place)
        for start, end, cut in _in_item(item, wanted):
            row_id = f"{item.id}/{len(hits)}"
            said = say("Item {number}, {words}", number=number, words=cut)
            hits.append(
                Hit(row_id=row_id, text=f"{number}  {cut}", sentence=said, item_id=item.id, start=start, end=end)
            )
            if len(hits) >= MOST:
                return hits
    return hits


def _in_item(item: Item, wanted: str) -> Iterator[tuple[Spot | None, Spot | None, str]]:
    for _, cut in _places(item.title, wanted):
        yield None, None, cut
    for entry in item.entries:
        yield from _in_entry(entry, wanted)


def _in_entry(entry: Entry, wanted: str) -> Iterator[tuple[Spot, Spot | None, str]]:
    for part, line in enumerate(lines_of(entry)):
        for at, cut in _places(words_of(line), wanted):
            yield Spot(entry.id, part, at), Spot(entry.id, part, at + len(wanted)), cut
    if isinstance(entry, Action):
        for _, cut in _places(", ".join([entry.ref or "", *entry.owners]).strip(", "), wanted):
            yield Spot(entry.id), None, cut


def _places(text: str, wanted: str) -> Iterator[tuple[int, str]]:
    folded = text.casefold()
    if len(folded) != len(text):  # a letter that folds into two moves every place after it
        folded = text.lower() if len(text.lower()) == len(text) else text
    at = folded.find(wanted)
    while at >= 0:
        start, end = max(at - AROUND, 0), at + len(wanted) + AROUND
        yield at, ("…" if start else "") + text[start:end].strip() + ("…" if end < len(text) else "")
        at = folded.find(wanted, at + len(wanted))
