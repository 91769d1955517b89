"""What lies in the bin as rows."""

from collections.abc import Sequence
from datetime import datetime

from ui.cells import Two, muted
from ui.places.safe_keeping.moments import capital, moment_words
from ui.tables import Column, TableRow
from wibdesk.domain.bin import KEPT_FOR, Binned
from wibdesk.language import counted, later, say

NARROW = 840  # below this, what it belonged to stands on the second line
COLUMNS = (
    Column(later("What")),
    Column(later("Belonged to"), 320, least=NARROW),
    Column(later("Minutes"), 110, least=860),
    Column(later("Removed"), 150, least=420),
)
STAYS = later("What holds no minutes goes by itself after {days} days; minutes stay until you empty the bin.")


def bin_words(binned: Sequence[Binned]) -> str:
    """Return how much lies in the bin, and what becomes of it."""
    return (
        counted(
            len(binned),
            "{number:,} thing removed. {stays}",
            "{number:,} things removed. {stays}",
            stays=say(STAYS, days=KEPT_FOR.days),
        )
        if binned
        else ""
    )


def bin_rows(binned: Sequence[Binned], now: datetime, *, narrow: bool = False) -> list[TableRow]:
    """Return the things in the bin as rows, in the order given."""
    return [_row(one, now, narrow=narrow) for one in binned]


def _row(one: Binned, now: datetime, *, narrow: bool) -> TableRow:
    when, minutes = capital(moment_words(one.at, now)), say("Holds minutes") if one.minutes else ""
    kind = one.kind.words
    below = f"{kind}, {one.belonged_to}" if narrow and one.belonged_to else kind
    cells = (Two(one.title or say("Without a title"), below), Two(one.belonged_to), muted(minutes), muted(when))
    said = (one.title, kind, one.belonged_to, minutes and say("with minutes"), say("removed {when}", when=when))
    return TableRow(row_id=one.id, cells=cells, sentence=", ".join(part for part in said if part), data=one)
