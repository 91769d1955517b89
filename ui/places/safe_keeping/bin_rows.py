"""What lies in the bin as rows."""

from collections.abc import Sequence
from datetime import datetime

from ui.cells import Two, muted
from ui.places.safe_keeping.moments import capital, count_of, moment_words
from ui.tables import Column, TableRow
from wibdesk.domain.bin import KEPT_FOR, Binned

NARROW = 840  # below this, what it belonged to stands on the second line
COLUMNS = (
    Column("What"),
    Column("Belonged to", 320, least=NARROW),
    Column("Minutes", 110, least=860),
    Column("Removed", 150, least=420),
)
STAYS = f"What holds no minutes goes by itself after {KEPT_FOR.days} days; minutes stay until you empty the bin."


def bin_words(binned: Sequence[Binned]) -> str:
    """Return how much lies in the bin, and what becomes of it."""
    return f"{count_of(len(binned), 'thing')} removed. {STAYS}" if binned else ""


def bin_rows(binned: Sequence[Binned], now: datetime, *, narrow: bool = False) -> list[TableRow]:
    """Return the things in the bin as rows, in the order given."""
    return [_row(one, now, narrow=narrow) for one in binned]


def _row(one: Binned, now: datetime, *, narrow: bool) -> TableRow:
    when, minutes = capital(moment_words(one.at, now)), "Holds minutes" if one.minutes else ""
    kind = one.kind.words
    below = f"{kind}, {one.belonged_to}" if narrow and one.belonged_to else kind
    cells = (Two(one.title or "Without a title", below), Two(one.belonged_to), muted(minutes), muted(when))
    said = (one.title, kind, one.belonged_to, minutes and "with minutes", f"removed {when}")
    return TableRow(row_id=one.id, cells=cells, sentence=", ".join(part for part in said if part), data=one)
