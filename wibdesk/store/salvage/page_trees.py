"""The rows on the pages of a register's file, in SQLite's documented format, as far as each page makes sense."""

import struct
from collections.abc import Iterator
from dataclasses import dataclass
from typing import NamedTuple

from wibdesk.store.salvage.pages import Pages

INNER_INDEX, INNER_TABLE, INDEX_LEAF, TABLE_LEAF = 2, 5, 10, 13
"""What the first byte of a page says that it is."""
HEADER_BYTES = 100
"""What the first page begins with, before its rows."""
LARGEST_VARINT = 9

Value = None | int | float | str | bytes


class BrokenError(Exception):
    """Bytes that are no row."""


class StoredRow(NamedTuple):
    """A row: its number in its table, and its values, fewer than there were where its end is lost."""

    number: int
    values: tuple[Value, ...]


@dataclass(frozen=True)
class Leaf:
    """A page of rows: of a table, or the keys of an index, each of which ends with the number of its row."""

    number: int
    of_table: bool
    rows: tuple[StoredRow, ...]
    broken: int
    """Rows that make no sense."""


def kind_of(pages: Pages, number: int) -> int:
    """Return what a page says that it is; 0 where it cannot be read or is none of the four kinds."""
    found = pages.page(number)
    first = found[_start(number)] if found is not None else 0
    return first if first in (INNER_INDEX, INNER_TABLE, INDEX_LEAF, TABLE_LEAF) else 0


def tree(pages: Pages, root: int) -> Iterator[int]:
    """Give the pages of the table or index with this root, in the order of its rows, as far as they lead on."""
    seen: set[int] = set()
    waiting = [root]
    while waiting:
        number = waiting.pop()
        kind = kind_of(pages, number)
        if number in seen or not kind:
            continue
        seen.add(number)
        yield number
        if kind in (INNER_TABLE, INNER_INDEX):
            waiting.extend(reversed(_children(pages, number)))


def leaf(pages: Pages, number: int) -> Leaf | None:
    """Return the rows that stand on a page; None where it holds none."""
    kind, page = kind_of(pages, number), pages.page(number)
    if page is None or kind not in (TABLE_LEAF, INDEX_LEAF, INNER_INDEX):
        return None
    rows: list[StoredRow] = []
    broken = 0
    for at in _cells(page, number, kind):
        try:
            rows.append(_row(pages, page, at + (4 if kind == INNER_INDEX else 0), of_table=kind == TABLE_LEAF))
        except (BrokenError, IndexError, struct.error):
            broken += 1
    return Leaf(number, kind == TABLE_LEAF, tuple(rows), broken)


def _start(number: int) -> int:
    return HEADER_BYTES if number == 1 else 0


def _cells(page: bytes, number: int, kind: int) -> list[int]:
    """Return where on a page its rows, or its children, begin."""
    start = _start(number)
    (count,) = struct.unpack_from(">H", page, start + 3)
    first = start + (12 if kind in (INNER_TABLE, INNER_INDEX) else 8)
    room = max(0, (len(page) - first) // 2)
    found = struct.unpack_from(f">{min(count, room)}H", page, first)
    return [at for at in found if first <= at < len(page)]


def _children(pages: Pages, number: int) -> list[int]:
    page = pages.page(number)
    assert page is not None, "its kind was read"
    cells = [
        struct.unpack_from(">I", page, at)[0]
        for at in _cells(page, number, kind_of(pages, number))
        if at + 4 <= len(page)
    ]
    return [*cells, struct.unpack_from(">I", page, _start(number) + 8)[0]]


def _row(pages: Pages, page: bytes, at: int, *, of_table: bool) -> StoredRow:
    size, at = _varint(page, at)
    number = 0
    if of_table:
        number, at = _varint(page, at)
    values = _values(_payload(pages, page, at, size, of_table=of_table), size)
    if of_table:
        return StoredRow(_signed(number), values)
    if not values or not isinstance(values[-1], int):
        raise BrokenError
    return StoredRow(values[-1], values[:-1])


def _payload(pages: Pages, page: bytes, at: int, size: int, *, of_table: bool) -> bytes:
    """Return the bytes of a row: what stands on its page, and on the pages over which a long one flows."""
    usable = pages.usable
    if size > pages.count * usable:
        raise BrokenError
    most = usable - 35 if of_table else (usable - 12) * 64 // 255 - 23
    if size <= most:
        return page[at : at + size]
    least = (usable - 12) * 32 // 255 - 23
    local = least + (size - least) % (usable - 4)
    local = local if local <= most else least
    (following,) = struct.unpack_from(">I", page, at + local)
    parts, left = [page[at : at + local]], size - local
    seen: set[int] = set()
    while left > 0 and following not in seen and (more := pages.page(following)) is not None:
        seen.add(following)
        (following,) = struct.unpack_from(">I", more)
        parts.append(more[4 : min(usable, 4 + left)])
        left -= len(parts[-1])
    return b"".join(parts)


def _values(payload: bytes, size: int) -> tuple[Value, ...]:
    """Return the values of a row, the last of them cut or missing where its bytes are not all there."""
    end, at = _varint(payload, 0)
    if end > len(payload):
        raise BrokenError
    kinds = []
    while at < end:
        kind, at = _varint(payload, at)
        kinds.append(kind)
    if at != end or end + sum(_length(kind) for kind in kinds) != size:
        raise BrokenError
    values: list[Value] = []
    for kind in kinds:
        stored = payload[at : at + _length(kind)]
        at += _length(kind)
        if len(stored) < _length(kind) and not (stored and _is_text(kind)):
            break
        values.append(_value(kind, stored))
    return tuple(values)


def _length(kind: int) -> int:
    """Return the bytes of a value of one of SQLite's serial types."""
    if kind >= 12:
        return (kind - 12) // 2
    if kind in (10, 11):
        raise BrokenError
    return (0, 1, 2, 3, 4, 6, 8, 8, 0, 0)[kind]


def _is_text(kind: int) -> bool:
    return kind >= 13 and kind % 2 == 1


def _value(kind: int, stored: bytes) -> Value:
    if kind == 0:
        return None
    if kind in (8, 9):
        return kind - 8
    if kind == 7:
        return float(struct.unpack(">d", stored)[0])
    if kind < 7:
        return int.from_bytes(stored, "big", signed=True)
    return stored.decode("utf-8", "replace") if _is_text(kind) else stored


def _varint(data: bytes, at: int) -> tuple[int, int]:
    """Return a number of one to nine bytes and where it ends; IndexError where the data ends first."""
    number = 0
    for place in range(at, at + LARGEST_VARINT - 1):
        number = number << 7 | data[place] & 0x7F
        if data[place] < 0x80:
            return number, place + 1
    return number << 8 | data[at + LARGEST_VARINT - 1], at + LARGEST_VARINT


def _signed(number: int) -> int:
    return number - (1 << 64) if number >= 1 << 63 else number
