"""From the bytes of a file to plain JSON values, with every trouble said in words."""

import json
import math
import re
from collections import Counter
from collections.abc import Iterator
from typing import Any, NamedTuple

from wibdesk.errors import UserError
from wibdesk.language import say

LARGEST_FILE = 20_000_000
"""Bytes that a meeting file may have: a hundred times the longest council minutes."""

DEEPEST = 50
"""Brackets within brackets that a file may have; the format itself needs ten."""

MOST_PARTS = 30_000
"""Commas and brackets that a file may have: thirty times those of the longest known."""

LONGEST_TEXT = 100_000
"""Letters that one text may have: forty pages, all that a window can lay out at once."""

LONGEST_SHOWN = 40

_LINE_ENDS = re.compile("[\x0b\x0c]")
# What neither Word nor PDF can hold: controls but for tab and line ends, halves of a pair, the two no-characters.
_UNWRITABLE = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\ud800-\udfff\ufffe\uffff]")


class _Doubled(dict[str, Any]):
    """An object of the file in which one key stands twice; `key` is its name."""

    key: str


class _Place(NamedTuple):
    path: str
    value: object
    depth: int


def decode(data: bytes) -> str:
    """Return the text of a file, with or without a byte-order mark; UserError where it is no UTF-8 text."""
    if len(data) > LARGEST_FILE:
        raise UserError(
            say(
                "the file is larger than {largest_file} MB, which no meeting file is",
                largest_file=LARGEST_FILE // 1000000,
            )
        )
    try:
        return data.decode("utf-8-sig")
    except UnicodeDecodeError as trouble:
        raise UserError(
            say(
                "byte {start} is not UTF-8, so this is no meeting file or was saved in another encoding",
                start=trouble.start + 1,
            )
        ) from trouble


def parse(text: str) -> dict[str, Any]:
    """Return the one object that the text holds; UserError says what is wrong and where."""
    # Counted before it is read: a small file of empty lists would fill the memory.
    if sum(map(text.count, ",[{")) > MOST_PARTS:
        raise UserError(
            say(
                "the file has more than {most_parts:,} commas and brackets, which no meeting file has",
                most_parts=MOST_PARTS,
            )
        )
    try:
        value = json.loads(text.removeprefix("\ufeff"), object_pairs_hook=_object)
    except json.JSONDecodeError as trouble:
        raise UserError(_not_json(text, trouble)) from trouble
    except RecursionError as trouble:
        raise UserError(_too_deep()) from trouble
    except ValueError as trouble:
        # Python refuses to read a number of more than 4,300 digits.
        raise UserError(say("a number in the file is too long to be read")) from trouble
    for place in _places(value):
        _refuse(place)
    if not isinstance(value, dict):
        raise UserError(say("the file holds JSON, but not a meeting or a plan"))
    return value


def printable(value: Any) -> Any:
    """Return a document without the characters that reading would refuse; those that end a line become line ends."""
    if isinstance(value, dict):
        return {key: printable(inner) for key, inner in value.items()}
    if isinstance(value, list):
        return [printable(inner) for inner in value]
    if isinstance(value, str) and _UNWRITABLE.search(value):
        return _UNWRITABLE.sub("", _LINE_ENDS.sub("\n", value))
    return value


def shown(value: object) -> str:
    """Return a value of the file as a message shows it: short, on one line, nothing invisible."""
    if isinstance(value, list):
        return say("a list")
    if isinstance(value, dict):
        return say("a group of keys")
    words = f"“{value}”" if isinstance(value, str) else json.dumps(value)
    words = words if len(words) <= LONGEST_SHOWN else f"{words[: LONGEST_SHOWN - 1]}…"
    return "".join(c if c.isprintable() else f"\\u{ord(c):04x}" for c in words)


def joined(path: str, key: str | int) -> str:
    """Return the path one step further down: `items[3].entries`."""
    if isinstance(key, int):
        return f"{path}[{key}]"
    name = key if key.isidentifier() and len(key) <= LONGEST_SHOWN else shown(key)
    return f"{path}.{name}" if path else name


def _object(pairs: list[tuple[str, Any]]) -> dict[str, Any]:
    found = dict(pairs)
    if len(found) == len(pairs):
        return found
    doubled = _Doubled(found)
    names = Counter(name for name, _ in pairs)
    doubled.key = next(name for name, times in names.items() if times > 1)
    return doubled


def _not_json(text: str, trouble: json.JSONDecodeError) -> str:
    if not text.strip():
        return say("the file is empty")
    if trouble.pos >= len(text.rstrip()) or trouble.msg.startswith("Unterminated string"):
        return say("line {line}: the file ends in the middle, so part of it is missing", line=trouble.lineno)
    reason = trouble.msg[0].lower() + trouble.msg[1:]
    return say(
        "line {line}, column {column}: this is not JSON ({reason})",
        line=trouble.lineno,
        column=trouble.colno,
        reason=reason.removesuffix(" at"),
    )


def _too_deep() -> str:
    return say("the file has brackets more than {deepest} deep, which no meeting file has", deepest=DEEPEST)


def _places(value: object) -> Iterator[_Place]:
    """Yield every value and key of the file with its path, without recursion, in the order of the file."""
    waiting = [_Place("", value, 1)]
    while waiting:
        place = waiting.pop()
        yield place
        inner: list[_Place] = []
        if isinstance(place.value, dict):
            inner = [_Place(joined(place.path, k), v, place.depth + 1) for k, v in place.value.items()]
        elif isinstance(place.value, list):
            inner = [_Place(joined(place.path, n), v, place.depth + 1) for n, v in enumerate(place.value)]
        waiting.extend(reversed(inner))


def _refuse(place: _Place) -> None:
    where = f"{place.path}: " if place.path else ""
    if place.depth > DEEPEST:
        raise UserError(_too_deep())
    if isinstance(place.value, _Doubled):
        raise UserError(
            say(
                "{joined}: this key stands twice, so one of the two would be lost",
                joined=joined(place.path, place.value.key),
            )
        )
    if isinstance(place.value, float) and not math.isfinite(place.value):
        raise UserError(say("{where}this number is not one that can be counted with", where=where))
    if isinstance(place.value, str) and len(place.value) > LONGEST_TEXT:
        raise UserError(
            say(
                "{where}has {number:,} letters, and at most {longest_text:,} are kept; shorten it",
                where=where,
                number=len(place.value),
                longest_text=LONGEST_TEXT,
            )
        )
    if isinstance(place.value, str) and (found := _UNWRITABLE.search(place.value)):
        raise UserError(
            say(
                "{where}holds the character U+{code:04X}, which no page can print; take it out",
                where=where,
                code=ord(found[0]),
            )
        )
