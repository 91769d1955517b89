"""Writes the bookmarks of a PDF: a tree of headings, each with its place."""

from collections.abc import Sequence
from dataclasses import dataclass, field

from wibdesk.documents.pdf.canvas import Bookmark
from wibdesk.documents.pdf.file import PdfFile, text_string

_LONGEST = 300


@dataclass
class _Entry:
    """A bookmark with its object number and those below it."""

    number: int
    bookmark: Bookmark | None = None
    below: list["_Entry"] = field(default_factory=list)


def write_bookmarks(file: PdfFile, bookmarks: Sequence[Bookmark]) -> int:
    """Write the tree and return its number; a level that is skipped is closed up, which programs insist on."""
    root = _Entry(file.reserve())
    path = [root]
    for bookmark in bookmarks:
        del path[bookmark.level :]
        entry = _Entry(file.reserve(), bookmark)
        path[-1].below.append(entry)
        path.append(entry)
    file.put(b"<<%s>>" % _below(root), root.number)
    for entry in root.below:
        _write(file, entry, root.number, [one.number for one in root.below])
    return root.number


def _write(file: PdfFile, entry: _Entry, parent: int, siblings: Sequence[int]) -> None:
    assert entry.bookmark is not None
    at = siblings.index(entry.number)
    beside = b"".join(
        b"/%s %d 0 R" % (name, siblings[n])
        for name, n in ((b"Prev", at - 1), (b"Next", at + 1))
        if 0 <= n < len(siblings)
    )
    words = text_string(entry.bookmark.words[:_LONGEST])
    place = b"[%d 0 R/XYZ null %d null]" % (entry.bookmark.page, round(entry.bookmark.top))
    file.put(b"<</Title%s/Parent %d 0 R/Dest%s%s%s>>" % (words, parent, place, beside, _below(entry)), entry.number)
    numbers = [one.number for one in entry.below]
    for one in entry.below:
        _write(file, one, entry.number, numbers)


def _below(entry: _Entry) -> bytes:
    if not entry.below:
        return b""
    return b"/First %d 0 R/Last %d 0 R/Count %d" % (entry.below[0].number, entry.below[-1].number, _count(entry))


def _count(entry: _Entry) -> int:
    return sum(1 + _count(one) for one in entry.below)
