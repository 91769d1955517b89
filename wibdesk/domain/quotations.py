"""Words taken down as they were said: passages in typographic quotation marks that are read back word for word."""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from wibdesk.domain.agenda import Item
from wibdesk.domain.entries import Amendment, PrivateNote
from wibdesk.domain.entry_lines import entry_lines
from wibdesk.domain.meetings import Meeting

FEWEST = 4
"""Words of a quotation: fewer are a title or a term."""
_QUOTED = re.compile(r"“[^“”]+”")


@dataclass(frozen=True)
class Quotation:
    """A passage with its marks, where it stands: item, entry, line on the sheet, and the characters before it there."""

    item: Item
    entry_id: str
    part: int
    offset: int
    words: str


def quotations(meeting: Meeting) -> tuple[Quotation, ...]:
    """Return every longer passage in quotation marks that is printed, in order."""
    return tuple(_in(meeting))


def _in(meeting: Meeting) -> Iterator[Quotation]:
    for item, entry in meeting.entries():
        for part, line in enumerate(() if isinstance(entry, (Amendment, PrivateNote)) else entry_lines(entry)):
            for found in _QUOTED.finditer(line):
                if len(found[0].split()) >= FEWEST:
                    yield Quotation(item, entry.id, part, found.start(), found[0])
