"""A meeting read back as rows: decisions, actions, what wants putting right, who was here for part."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from ui.lists import Row
from wibdesk.domain.doubts import Doubt, DoubtKind
from wibdesk.domain.entries import Action
from wibdesk.domain.meetings import Meeting
from wibdesk.domain.parking import parked_words
from wibdesk.domain.quotations import Quotation
from wibdesk.domain.readback import Decided, Owned, Presence, Readback, number_of
from wibdesk.domain.rich_text import plain_text

LABELS = {
    DoubtKind.GAP: "Gap",
    DoubtKind.SLOT: "To fill in",
    DoubtKind.COMMAND: "Command",
    DoubtKind.SPELLING: "Name",
    DoubtKind.FIRST_NAME: "Name",
    DoubtKind.PRESENTER: "Presenter",
    DoubtKind.STRANGER: "Name",
    DoubtKind.UNMARKED: "Attendance",
    DoubtKind.TIMES: "Attendance",
    DoubtKind.ABBREVIATION: "Short form",
}
OF_THE_WORD = (DoubtKind.SPELLING, DoubtKind.FIRST_NAME, DoubtKind.ABBREVIATION)
"""Doubts that keep their line while one of several places is put right."""


@dataclass(frozen=True, kw_only=True)
class ReadRow(Row):
    """One line read back: words in the margin, `right` what stands at its end, both in a colour of the theme.

    The place is where Enter leads. `doubts` are what E puts right, the first first; `about` is said beside a heading.
    """

    margin: str = ""
    tone: str = "muted"
    bar: str = ""
    right: str = ""
    right_tone: str = "muted"
    about: str = ""
    item_id: str = ""
    entry_id: str = ""
    part: int = 0
    offset: int = 0
    length: int = 0
    doubts: tuple[Doubt, ...] = ()
    action: Action | None = None
    parked: bool = False

    @property
    def wanting(self) -> bool:
        """Say whether something of it wants putting right."""
        return bool(self.doubts)


def readback_rows(read: Readback, meeting: Meeting) -> list[ReadRow]:
    """Return the rows in the order in which they are read back; a group of nothing is left away."""
    rows: list[ReadRow] = []
    rows += _group("Decisions", f"{len(read.decisions)}, by item", [_decided(d, meeting) for d in read.decisions])
    wanting = sum(len(owned.doubts) for owned in read.actions)
    more = f" · {wanting} to put right" if wanting else ""
    rows += _group("Actions", f"{len(read.actions)}, by owner{more}", [_owned(o, meeting) for o in read.actions])
    loose = [*(_doubtful(d, meeting) for d in read.doubts), *_parked(read, meeting)]
    rows += _group("To put right", _to_put_right(len(read.doubts), len(read.parked)), loose)
    rows += _group("As it was said", "check word for word", [_quoted(q, meeting) for q in read.quotations])
    here = f"{read.members_here} of {read.members} members" if read.members else ""
    rows += _group("Who was here", here, [_presence(p) for p in read.presences], always=bool(here))
    return rows


def _group(name: str, about: str, rows: Sequence[ReadRow], *, always: bool = False) -> list[ReadRow]:
    if not rows and not always:
        return []
    return [ReadRow(row_id=f"heading {name}", text=name, about=about, heading=True, sentence=f"{name}, {about}"), *rows]


def _to_put_right(doubts: int, parked: int) -> str:
    said = f"{doubts}, none stops you" if doubts else "nothing"
    return said + (f" · {parked} parked" if parked else "")


def _decided(one: Decided, meeting: Meeting) -> ReadRow:
    number = number_of(meeting, one.item.id)
    return ReadRow(
        row_id=f"decision {one.entry_id} {one.part}",
        text=one.words,
        sentence=f"{one.marker}, item {number}, {one.words}",
        margin=f"{number}  {one.marker}",
        tone="ink",
        bar="ink",
        right=f"item {number}",
        item_id=one.item.id,
        entry_id=one.entry_id,
        part=one.part,
        length=len(one.words),
    )


def _owned(owned: Owned, meeting: Meeting) -> ReadRow:
    action, doubts = owned.action, owned.doubts
    more = f" +{len(action.owners) - 1}" if len(action.owners) > 1 else ""
    owners = action.owners[0] + more if action.owners else "No owner"
    # A day that is odd says itself which day it is; anything else is said before the date that there is.
    said = [doubt.words for doubt in doubts if doubt.kind is not DoubtKind.NO_OWNER]
    due = action.due.words
    right = " · ".join([*said, *([due] if due and not any(due in words for words in said) else [])])
    words = plain_text(action.text)
    spoken = [", ".join(action.owners) or "no owner", words, right, f"item {number_of(meeting, owned.item.id)}"]
    return ReadRow(
        row_id=f"action {action.id}",
        text=words,
        sentence=", ".join(part for part in spoken if part),
        margin=owners,
        tone="warn" if doubts else "accent",
        bar="warn" if doubts else "accent",
        right=right,
        right_tone="warn" if doubts else "muted",
        item_id=owned.item.id,
        entry_id=action.id,
        length=len(words),
        doubts=doubts,
        action=action,
    )


def _doubtful(doubt: Doubt, meeting: Meeting) -> ReadRow:
    number, label = number_of(meeting, doubt.item_id), LABELS.get(doubt.kind, "Doubt")
    places = f"{doubt.times} places, first " if doubt.times > 1 else ""
    right = f"{places}item {number}" if number else ""
    return ReadRow(
        row_id=f"doubt {doubt.kind} {doubt.about} {'' if doubt.kind in OF_THE_WORD else _place(doubt)}",
        text=doubt.words,
        sentence=", ".join(part for part in (label, doubt.words.replace("@@", "gap"), right) if part),
        margin=label,
        tone="warn",
        bar="warn",
        right=right,
        right_tone="warn",
        item_id=doubt.item_id,
        entry_id=doubt.entry_id,
        part=doubt.part,
        offset=doubt.offset,
        length=doubt.length,
        doubts=(doubt,),
    )


def _place(doubt: Doubt) -> str:
    return f"{doubt.item_id} {doubt.entry_id} {doubt.part} {doubt.offset}"


def _parked(read: Readback, meeting: Meeting) -> Iterator[ReadRow]:
    for item, note in read.parked:
        number, words = number_of(meeting, item.id), parked_words(note)
        yield ReadRow(
            row_id=f"parked {note.id}",
            text=words,
            sentence=f"Parked in item {number}, {words}, for the next agenda",
            margin="Parked",
            right="for the next agenda",
            item_id=item.id,
            entry_id=note.id,
            length=len(plain_text(note.text)),
            parked=True,
        )


def _quoted(one: Quotation, meeting: Meeting) -> ReadRow:
    number = number_of(meeting, one.item.id)
    return ReadRow(
        row_id=f"quotation {one.entry_id} {one.part} {one.offset}",
        text=one.words,
        sentence=f"Verbatim, item {number}, {one.words}",
        margin="Verbatim",
        right=f"item {number}",
        item_id=one.item.id,
        entry_id=one.entry_id,
        part=one.part,
        offset=one.offset,
        length=len(one.words),
    )


def _presence(one: Presence) -> ReadRow:
    right = f"item {one.item}" if one.item else ""
    return ReadRow(
        row_id=f"presence {one.attendee.id}",
        text=one.words,
        sentence=", ".join(part for part in (one.label, one.words, right) if part),
        margin=one.label,
        right=right,
    )
