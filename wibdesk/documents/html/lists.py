"""Lists of the accessible page: lines at three levels become lists inside lists, and every label is read as printed.

The label of a numbered line is text in front of its words, so that a copy, a search and a screen reader have it; a
program without style sheets draws its own number too, and `start`, `value` and `type` see to it that it is the same.
"""

from collections.abc import Sequence
from itertools import groupby, pairwise

from wibdesk.documents.document import ListBlock, ListItem
from wibdesk.documents.html.words import label_html, runs_html, tag
from wibdesk.domain.numbering import BULLETS, FORMS

_TYPES = {"letter": "a", "roman": "i"}


def list_html(block: ListBlock) -> str:
    """Return the lines as nested lists."""
    return _lists(block.items)


def _lists(items: Sequence[ListItem], above: int = 0) -> str:
    """Return the lines as lists, each line with what stands deeper inside it; `above` is the level around them."""
    lines: list[tuple[ListItem, list[ListItem]]] = []
    for item in items:
        if lines and item.level > lines[-1][0].level:
            lines[-1][1].append(item)
        else:
            lines.append((item, []))
    return "".join(_list(list(group), above) for _, group in groupby(lines, lambda line: _list_of(line[0])))


def _list_of(item: ListItem) -> tuple[int, str | None, int | str]:
    """Return what lines of one list have in common."""
    return item.level, item.style, item.label if item.style is None else item.sequence


def _list(lines: list[tuple[ListItem, list[ListItem]]], above: int) -> str:
    first = lines[0][0]
    looks = ["deeper"] * (not above and first.level > 1)
    if first.style is None:
        looks += [f"bullet{at}" for at, mark in enumerate(BULLETS, 1) if mark == first.label]
        return tag("ul", *(_line(*line) for line in lines), class_=" ".join(looks) or None)
    numbers = [item.number for item, _ in lines]
    values = [None, *(b if b != a + 1 else None for a, b in pairwise(numbers))]
    rows = (_line(*line, value) for line, value in zip(lines, values, strict=True))
    return tag(
        "ol",
        *rows,
        class_=" ".join(looks) or None,
        start=first.number if first.number != 1 else None,
        type=_TYPES.get(FORMS[first.style]),
    )


def _line(item: ListItem, deeper: list[ListItem], value: int | None = None) -> str:
    drawn = item.style is None and item.label in BULLETS
    label = "" if drawn else label_html(item.label)
    return tag("li", label, runs_html(item.runs), _lists(deeper, item.level), value=value)
