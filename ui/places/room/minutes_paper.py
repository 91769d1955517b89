"""The minutes in the room as they print: read in one go, set as PDF, and where each item stands on the pages."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import TYPE_CHECKING, Any, TypeAlias

from ui.panels.pages.press import Press

if TYPE_CHECKING:
    from pypdfium2 import PdfDocument, PdfPage

    from wibdesk.gathering import Gathered

# The open transaction, only handed on: the screens know nothing of the store.
Transaction: TypeAlias = Any


@dataclass(frozen=True)
class Spot:
    """A place on paper: the page, counted from 0, and how far down it is, as a share of the page's height."""

    page: int
    down: float


@dataclass(frozen=True)
class Stretch:
    """From the heading of an item to where the next begins, or to the last words of all."""

    start: Spot
    end: Spot


@dataclass(frozen=True)
class MinutesPaper:
    """All that the pages are made of, so that a worker needs nothing else."""

    meeting_id: str
    gathered: "Gathered"

    def pdf(self) -> bytes:
        """Return the full version as a PDF file."""
        # The writer brings reportlab with it, which the window does not wait for.
        from wibdesk.documents.editions import Edition  # noqa: PLC0415
        from wibdesk.documents.kinds import KINDS  # noqa: PLC0415
        from wibdesk.documents.making import make  # noqa: PLC0415
        from wibdesk.documents.pdf.writer import write_pdf  # noqa: PLC0415

        style = self.gathered.style
        return write_pdf(make(KINDS["minutes"], self.gathered.material, style, Edition.FULL), style)

    def stretches(self, pdf: bytes) -> dict[str, Stretch]:
        """Return by the id of the item where each stands in the PDF; an item without a heading of its own is not in it.

        Another item of the same words is told from the first by its order.
        """
        # pypdfium2 is read from the disk on this worker, not in the way of the window.
        import pypdfium2  # noqa: PLC0415

        with Press.rendering:
            read = pypdfium2.PdfDocument(pdf)
            marks, last = list(_marks(read)), _last_words(read)
            read.close()
        found: dict[str, Stretch] = {}
        after = 0
        for item_id, words in self._headings():
            at = next((n for n in range(after, len(marks)) if marks[n].words == words), None)
            if at is not None:
                after = at + 1
                found[item_id] = Stretch(marks[at].spot, _end(marks, at) or last)
        return found

    def _headings(self) -> Iterator[tuple[str, str]]:
        # The composer of items is cheap, but its package leads to the writers.
        from wibdesk.documents.compose.item_blocks import heading_words  # noqa: PLC0415

        for item in self.gathered.material.sitting.items:
            yield item.id, _plain(" ".join(filter(None, heading_words(item, self.gathered.style))))


def read_minutes(uow: Transaction, meeting_id: str, now: datetime) -> MinutesPaper:
    """Read what the minutes of a meeting are made of; UserError where the meeting is gone."""
    # One read for every document, but it leads to what reads pictures.
    from wibdesk.documents.kinds import KINDS  # noqa: PLC0415
    from wibdesk.gathering import gather  # noqa: PLC0415

    return MinutesPaper(meeting_id, gather(uow, KINDS["minutes"], meeting_id=meeting_id, now=now))


LONGEST = 200  # letters of a heading that are compared: bookmarks are cut off somewhere


@dataclass(frozen=True)
class _Mark:
    words: str
    level: int
    spot: Spot


def _marks(read: "PdfDocument") -> Iterator[_Mark]:
    heights: dict[int, float] = {}
    for mark in read.get_toc():
        target = mark.get_dest()
        page = target.get_index() if target is not None else None
        if target is not None and page is not None:
            if page not in heights:
                heights[page] = read.get_page_size(page)[1]
            _, (_, top, *_) = target.get_view()
            yield _Mark(_plain(mark.get_title()), mark.level, Spot(page, 1 - top / heights[page]))


def _end(marks: Sequence[_Mark], at: int) -> Spot | None:
    """Return where the next heading of this level stands: subheadings belong to the item."""
    return next((mark.spot for mark in marks[at + 1 :] if mark.level <= marks[at].level), None)


def _last_words(read: "PdfDocument") -> Spot:
    """Return the foot of the last words above the margin at the foot of the last page."""
    # What the page's margins are is known where the pages are set.
    from wibdesk.documents.typography import MARGIN  # noqa: PLC0415

    page: PdfPage = read[len(read) - 1]
    text = page.get_textpage()
    high = page.get_height()
    feet = [text.get_rect(n)[1] for n in range(text.count_rects())]
    lowest = min((foot for foot in feet if foot >= MARGIN - 1), default=MARGIN)
    for part in (text, page):
        part.close()
    return Spot(len(read) - 1, 1 - lowest / high)


def _plain(words: str) -> str:
    return " ".join(words.split())[:LONGEST]
