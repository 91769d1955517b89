"""Lines of plain text: wrapped between words and set in columns by the room that letters take in a terminal."""

import unicodedata
from collections.abc import Sequence

WIDTH = 78
"""Letters in a line, as mail programs like them."""
GAP = "  "
"""What stands between two columns."""


def room(text: str) -> int:
    """Return how many places the text takes: two for a wide letter, none for a mark that sits on another."""
    return len(text) if text.isascii() else sum(map(_places, text))


def _places(letter: str) -> int:
    if unicodedata.category(letter) in ("Mn", "Me", "Cf"):
        return 0
    return 2 if unicodedata.east_asian_width(letter) in "WF" else 1


def filled(text: str, width: int) -> str:
    """Return the text with blanks after it up to the width."""
    return text + " " * (width - room(text))


def wrapped(text: str, *, first: str = "", indent: int = 0, width: int = WIDTH) -> list[str]:
    """Return the text as lines behind what the first begins with; no word is broken, however long.

    Each line of the text begins anew; all but the first stand in by `indent`, or by as much as the first words take.
    """
    hanging = " " * max(indent, room(first))
    lead = filled(first, len(hanging)) if first else hanging
    out: list[str] = []
    for line in text.split("\n"):
        out += _wrapped_line(line, hanging if out else lead, hanging, width)
    return [line.rstrip(" ") for line in out]


def _wrapped_line(line: str, lead: str, hanging: str, width: int) -> list[str]:
    out, now, empty = [], lead, True
    for word in line.split(" "):
        if not empty and room(now) + 1 + room(word) > width:
            out.append(now)
            now, empty = hanging, True
        now += word if empty else f" {word}"
        empty = False
    return [*out, now]


def columns(rows: Sequence[Sequence[str]], width: int = WIDTH) -> list[int] | None:
    """Return the width of each column, None where the rows are too wide to stand side by side."""
    widths = [max(room(line) for cell in column for line in cell.split("\n")) for column in zip(*rows, strict=True)]
    return widths if sum(widths) + len(GAP) * (len(widths) - 1) <= width else None


def side_by_side(row: Sequence[str], widths: Sequence[int]) -> list[str]:
    """Return the cells of a row as lines, each cell below itself."""
    cells = [cell.split("\n") for cell in row]
    out = []
    for n in range(max(len(cell) for cell in cells)):
        parts = (filled(cell[n] if n < len(cell) else "", width) for cell, width in zip(cells, widths, strict=True))
        out.append(GAP.join(parts).rstrip(" "))
    return out
