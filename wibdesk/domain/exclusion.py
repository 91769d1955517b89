"""Excluding the public: which items are taken in private, and the resolution in the words of the house (G-572)."""

from collections.abc import Sequence
from datetime import time

from wibdesk.domain.agenda import Item
from wibdesk.domain.entries import Decision, Entry, Paragraph
from wibdesk.domain.gaps import GAP
from wibdesk.domain.house_style import HouseStyle
from wibdesk.domain.paper_words import write


def private_run(items: Sequence[Item], item_id: str) -> tuple[Item, ...]:
    """Return the items of part 2 that come next on the agenda, from this one on; none where no such item follows."""
    here = next(n for n, item in enumerate(items) if item.id == item_id)
    begin = next((n for n in range(here, len(items)) if items[n].part == 2), len(items))
    end = next((n for n in range(begin, len(items)) if items[n].part != 2), len(items))
    return tuple(items[begin:end])


def exclusion(items: Sequence[Item], style: HouseStyle, marker: str) -> Decision:
    """Return the resolution that excludes the public from these items; a paragraph that is not known is a gap."""
    paragraphs = list(dict.fromkeys((item.exempt_paragraph or "").strip() or GAP for item in items))
    words = style.exclusion_words.replace("{items}", _items_words(items))
    if len(paragraphs) > 1:
        words = words.replace(write("paragraph {paragraph}"), write("paragraphs {paragraph}"))
    return Decision((words.replace("{paragraph}", _listed(paragraphs)),), marker)


def public_left(style: HouseStyle, at: time) -> Paragraph:
    """Return the sentence that the public left."""
    return Paragraph(style.public_left_words.replace("{time}", style.forms.time(at)))


def public_returned(style: HouseStyle, at: time) -> Paragraph:
    """Return the sentence that the public returned."""
    return Paragraph(style.public_back_words.replace("{time}", style.forms.time(at)))


def says_already(entries: Sequence[Entry], resolution: Decision) -> bool:
    """Say whether a resolution stands among entries already."""
    return any(isinstance(entry, Decision) and entry.parts == resolution.parts for entry in entries)


def _items_words(items: Sequence[Item]) -> str:
    titles = [item.title.strip().rstrip(".") for item in items]
    numbers = [item.number for item in items if item.number]
    if len(numbers) < len(items):
        return _listed([f"“{title}”" for title in titles])
    if len(items) > 1:
        return write("items {numbers}", numbers=_listed(numbers))
    return write("item {number}, {title}", number=numbers[0], title=titles[0])


def _listed(words: Sequence[str]) -> str:
    *others, last = words
    return write("{names} and {last}", names=", ".join(others), last=last) if others else last
