"""The lists of a Word file: what its template defines, and which list each line and heading of a document counts in."""

from collections.abc import Mapping
from dataclasses import dataclass

from wibdesk.documents import typography as scale
from wibdesk.documents.document import ListItem
from wibdesk.documents.word.numbers import MOST, Numbering
from wibdesk.documents.word.xml import twips, w
from wibdesk.domain.numbering import BULLETS, FORMS, label

_KINDS = {"decimal": "decimal", "letter": "lowerLetter", "roman": "lowerRoman"}
LISTS = 1 + len(FORMS)
"""How many lists of levels a template has of ours: bullets, then one for each number style."""
_BASES = 2
"""How many numberings go with them: for the styles List Bullet and List Number."""


@dataclass(frozen=True)
class ListSpace:
    """Where our lists begin in a file that may have lists of its own: the first free numbers of both kinds."""

    abstract: int = 0
    number: int = 1

    @property
    def bullets(self) -> int:
        """The list of all bulleted lines."""
        return self.number

    @property
    def numbers(self) -> int:
        """The list that a new line in the style List Number counts in."""
        return self.number + 1

    def style_numbers(self) -> dict[str, tuple[int, int]]:
        """Return the list and level (from 0) of each list style."""
        lists = (("Bullet", self.bullets), ("Number", self.numbers))
        return {f"List{kind}{n}".rstrip("1"): (number, n - 1) for kind, number in lists for n in (1, 2, 3)}


def base_abstracts(space: ListSpace, ids: Mapping[str, str]) -> str:
    """Return bullets and one list of three levels for each number style.

    `ids` names the list styles in the file that are to count in them.
    """
    out = [_abstract(space.abstract, [("bullet", mark) for mark in BULLETS], _linked(ids, "Bullet"))]
    for n, (style, form) in enumerate(FORMS.items(), 1):
        bare = style.strip("().")
        levels = [(_KINDS[form], style.replace(bare, f"%{level}")) for level in (1, 2, 3)]
        out.append(_abstract(space.abstract + n, levels, _linked(ids, "Number") if n == 1 else _UNLINKED))
    return "".join(out)


def base_numbers(space: ListSpace) -> str:
    """Return the two lists that the styles List Bullet and List Number count in."""
    return "".join(w("num", w("abstractNumId", val=space.abstract + n), numId=space.number + n) for n in range(_BASES))


_UNLINKED = ("", "", "")


def _linked(ids: Mapping[str, str], kind: str) -> tuple[str, ...]:
    return tuple(ids.get(f"List{kind}{n}".rstrip("1"), "") for n in (1, 2, 3))


def _abstract(key: int, levels: list[tuple[str, str]], styles: tuple[str, ...]) -> str:
    step = twips(scale.LIST_INDENT)
    drawn = [
        _level(n, form, words, linked=style, left=step * (n + 1), hanging=step)
        for n, ((form, words), style) in enumerate(zip(levels, styles, strict=True))
    ]
    return _abstract_number(key, "".join(drawn))


def _abstract_number(key: int, levels: str) -> str:
    head = w("nsid", val=f"{0x51BD0000 + key:08X}") + w("multiLevelType", val="multilevel")
    return w("abstractNum", head, levels, abstractNumId=key)


def _level(n: int, form: str, words: str, *, left: int, hanging: int, start: int = 1, linked: str = "") -> str:
    return w(
        "lvl",
        w("start", val=start),
        w("numFmt", val=form),
        w("pStyle", val=linked) if linked else "",
        w("lvlText", val=words),
        w("lvlJc", val="left"),
        w("pPr", w("ind", left=left, hanging=hanging)),
        ilvl=n,
    )


def heading_abstracts(numbers: Numbering, space: ListSpace, indents: Mapping[int, int], ids: Mapping[str, str]) -> str:
    """Return the list of levels of each scheme of heading numbers, linked to the styles whose headings it begins."""
    leads: dict[int, dict[int, str]] = {number.scheme: {} for number in numbers.runs}
    for level, place in numbers.first_places().items():
        leads[numbers.runs[place.run].scheme][level] = ids[f"Heading{level}"]
    out = []
    for n, scheme in enumerate(numbers.schemes):
        levels = [
            _level(
                level - 1,
                "decimal",
                scheme.levels.get(level, ""),
                left=indents.get(level, 0),
                hanging=indents.get(level, 0),
                start=scheme.starts.get(level, 1),
                linked=leads[n].get(level, ""),
            )
            for level in (1, 2, 3)
        ]
        out.append(_abstract_number(space.abstract + LISTS + n, "".join(levels)))
    return "".join(out)


def heading_numbers(numbers: Numbering, space: ListSpace) -> str:
    """Return the numbering of each run of heading numbers."""
    return "".join(
        _restarted(heading_number(n, space), space.abstract + LISTS + run.scheme, run.level, run.start)
        for n, run in enumerate(numbers.runs)
    )


def heading_number(run: int, space: ListSpace) -> int:
    """Return the numbering of a run of heading numbers."""
    return space.number + _BASES + run


def _restarted(number: int, abstract: int, level: int, start: int | None) -> str:
    again = w("lvlOverride", w("startOverride", val=start), ilvl=level - 1) if start is not None else ""
    return w("num", w("abstractNumId", val=abstract), again, numId=number)


class LineNumbers:
    """Gives each numbered line the list that it counts in, as Word counts: a new one wherever the count would differ.

    Word shares the count of a level among all lists of one form, and starts deeper levels again after a line above.
    """

    def __init__(self, space: ListSpace, first: int) -> None:
        self._space = space
        self._first = first
        self._begun: list[str] = []
        self._last: dict[tuple[str, int], tuple[int, int, int]] = {}

    def number(self, item: ListItem) -> int | None:
        """Return the list of a line; None where Word has no such label and it must be typed."""
        if item.style is None:
            return self._space.bullets if item.label == BULLETS[item.level - 1] else None
        if item.style not in FORMS or not 0 <= item.number <= MOST or not _counts(item):
            return None
        sequence, number, last = self._last.get((item.style, item.level), (-1, 0, -1))
        if sequence != item.sequence or item.number != last + 1:
            number = self._begin(item)
        for level in range(item.level + 1, 4):
            self._last.pop((item.style, level), None)
        self._last[item.style, item.level] = (item.sequence, number, item.number)
        return number

    def _begin(self, item: ListItem) -> int:
        number = self._first + len(self._begun)
        abstract = self._space.abstract + 1 + list(FORMS).index(item.style or "")
        self._begun.append(_restarted(number, abstract, item.level, item.number))
        return number

    def xml(self) -> str:
        """Return the numberings begun."""
        return "".join(self._begun)


def _counts(item: ListItem) -> bool:
    """Say whether Word prints this label for the number; where letters or Romans end we print figures, and Word not."""
    style = item.style or ""
    figures = any(c.isdigit() for c in item.label)
    return label(style, item.number) == item.label and figures == (FORMS[style] == "decimal")
