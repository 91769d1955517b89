"""The rows of the agenda: numbers, titles, papers, and when each item starts."""

from collections.abc import Sequence
from datetime import time

from ui.cells import Cell, Marked, Number, Plain, Ref, Two, muted
from ui.tables import Column, TableRow
from wibdesk.domain.agenda import Item, Paper
from wibdesk.domain.dates import clock
from wibdesk.language import counted, later, say

NARROW = 640  # below this presenter and papers stand on the second line
COLUMNS = (
    Column(later("No."), 66),
    Column(later("Item")),
    Column(later("Presented by"), 164, least=NARROW),
    Column(later("Papers"), 116, least=NARROW),
    Column(later("Starts"), 80),
    Column(later("Min"), 72, right=True),
)
STARTS = 4  # the column that says when an item starts
READ_COLUMNS = (
    Column(later("No."), 52),
    Column(later("Item")),
    Column(later("Presented by"), 120),
    Column(later("Starts"), 72),
    Column(later("Min"), 62, right=True),
)
TO_FOLLOW = later("to follow")


def agenda_rows(items: Sequence[Item], start: time | None, *, narrow: bool = False) -> list[TableRow]:
    """Return a row for each item; the start is the planned time, else reckoned from the lengths before it."""
    begins = starts(items, start)
    return [_row(item, begin, n, narrow=narrow) for n, (item, begin) in enumerate(zip(items, begins, strict=True), 1)]


def read_rows(items: Sequence[Item]) -> list[TableRow]:
    """Return the rows of a pasted agenda, as it was read."""
    return [
        TableRow(
            row_id=str(n),
            cells=(
                Ref(item.number or ""), item.title, item.presenter or "",
                muted(clock(item.time) if item.time is not None else ""),
                Number(str(item.planned_minutes or "")),
            ),
        )
        for n, item in enumerate(items, 1)
    ]  # fmt: skip


def starts(items: Sequence[Item], start: time | None) -> list[time | None]:
    """Return when each item starts: as planned, else after the items before it while their lengths are known."""
    found: list[time | None] = []
    at = _minutes(start)
    for item in items:
        at = _minutes(item.time) if item.time is not None else at
        found.append(time(at // 60 % 24, at % 60) if at is not None else None)
        at = at + item.planned_minutes if at is not None and item.planned_minutes is not None else None
    return found


def ends(items: Sequence[Item], start: time | None) -> time | None:
    """Return when the last item ends, None where that cannot be reckoned."""
    begins = starts(items, start)
    if not items or begins[-1] is None or items[-1].planned_minutes is None:
        return None
    at = begins[-1].hour * 60 + begins[-1].minute + items[-1].planned_minutes
    return time(at // 60 % 24, at % 60)


def papers_text(papers: Sequence[Paper]) -> str:
    """Return papers as lines "title; note", as the clerk types them."""
    return "\n".join(f"{paper.title}; {paper.note}" if paper.note else paper.title for paper in papers)


def read_papers(text: str, before: Sequence[Paper] = ()) -> tuple[Paper, ...]:
    """Read lines "title; note" into papers; a paper that keeps its title keeps its kind."""
    kinds = {paper.title: paper.kind for paper in before}
    found = []
    for line in (raw.strip() for raw in text.splitlines()):
        title, _, note = line.partition(";")
        if title.strip():
            found.append(Paper(title.strip(), note.strip() or None, kinds.get(title.strip())))
    return tuple(found)


def _row(item: Item, begin: time | None, position: int, *, narrow: bool) -> TableRow:
    minutes = "" if item.planned_minutes is None else str(item.planned_minutes)
    when = clock(begin) if begin is not None else ""
    cells: tuple[Cell, ...] = (
        Ref(item.number or ""),
        _title(item, narrow=narrow),
        item.presenter or muted(say("nobody yet")),
        _papers(item.papers),
        Plain(when, "ink", "body") if item.time is not None else muted(when),
        Number(minutes),
    )
    said = [say("Item {number}", number=item.number or position), item.title, item.presenter or "", _part_words(item)]
    said += [_paper_words(item.papers), say("starts {when}", when=when) if when else ""]
    said.append(say("{minutes} minutes", minutes=minutes) if minutes else "")
    return TableRow(row_id=item.id, cells=cells, sentence=", ".join(part for part in said if part), data=item)


def _title(item: Item, *, narrow: bool) -> Cell:
    more = [item.presenter or "", _paper_words(item.papers)] if narrow else []
    below = ", ".join(part for part in (_part_words(item), *more) if part)
    if item.part == 2:
        return Two(item.title, below, "lock", "private")
    if item.late:
        return Two(item.title, below, "clock", "warn")
    return Two(item.title, below)


def _part_words(item: Item) -> str:
    if item.part != 2:
        return say("late item") if item.late else ""
    exempt = (
        say("part 2, paragraph {exempt_paragraph}", exempt_paragraph=item.exempt_paragraph)
        if item.exempt_paragraph
        else say("part 2")
    )
    return exempt if item.public_summary else say("{exempt}, public summary needed", exempt=exempt)


def _papers(papers: Sequence[Paper]) -> Cell:
    if not papers:
        return muted(say("none"))
    if _waits(papers):
        return Marked("triangle-alert", say(TO_FOLLOW), "warn")
    return Marked("paperclip", str(len(papers)))


def _paper_words(papers: Sequence[Paper]) -> str:
    count = counted(len(papers), "{number} paper", "{number} papers") if papers else ""
    return f"{count} {say(TO_FOLLOW)}" if _waits(papers) else count


def _waits(papers: Sequence[Paper]) -> bool:
    return any(TO_FOLLOW in (paper.note or "").casefold() for paper in papers)


def _minutes(moment: time | None) -> int | None:
    return None if moment is None else moment.hour * 60 + moment.minute
