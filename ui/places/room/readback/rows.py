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
from wibdesk.language import later, say

LABELS = {
    DoubtKind.GAP: later("Gap"),
    DoubtKind.SLOT: later("To fill in"),
    DoubtKind.COMMAND: later("Command"),
    DoubtKind.SPELLING: later("Name"),
    DoubtKind.FIRST_NAME: later("Name"),
    DoubtKind.PRESENTER: later("Presenter"),
    DoubtKind.STRANGER: later("Name"),
    DoubtKind.UNMARKED: later("Attendance"),
    DoubtKind.TIMES: later("Attendance"),
    DoubtKind.ABBREVIATION: later("Short form"),
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
    rows += _group(
        say("Decisions"),
        say("{number}, by item", number=len(read.decisions)),
        [_decided(d, meeting) for d in read.decisions],
    )
    wanting = sum(len(owned.doubts) for owned in read.actions)
    more = say(" · {wanting} to put right", wanting=wanting) if wanting else ""
    rows += _group(
        say("Actions"),
        say("{number}, by owner{more}", number=len(read.actions), more=more),
        [_owned(o, meeting) for o in read.actions],
    )
    loose = [*(_doubtful(d, meeting) for d in read.doubts), *_parked(read, meeting)]
    rows += _group(say("To put right"), _to_put_right(len(read.doubts), len(read.parked)), loose)
    rows += _group(say("As it was said"), say("check word for word"), [_quoted(q, meeting) for q in read.quotations])
    here = (
        say("{members_here} of {members} members", members_here=read.members_here, members=read.members)
        if read.members
        else ""
    )
    rows += _group(say("Who was here"), here, [_presence(p) for p in read.presences], always=bool(here))
    return rows


def _group(name: str, about: str, rows: Sequence[ReadRow], *, always: bool = False) -> list[ReadRow]:
    if not rows and not always:
        return []
    return [ReadRow(row_id=f"heading {name}", text=name, about=about, heading=True, sentence=f"{name}, {about}"), *rows]


def _to_put_right(doubts: int, parked: int) -> str:
    said = say("{doubts}, none stops you", doubts=doubts) if doubts else "nothing"
    return said + (say(" · {parked} parked", parked=parked) if parked else "")


def _decided(one: Decided, meeting: Meeting) -> ReadRow:
    number = number_of(meeting, one.item.id)
    return ReadRow(
        row_id=f"decision {one.entry_id} {one.part}",
        text=one.words,
        sentence=say("{marker}, item {number}, {one}", marker=one.marker, number=number, one=one.words),
        margin=f"{number}  {one.marker}",
        tone="ink",
        bar="ink",
        right=say("item {number}", number=number),
        item_id=one.item.id,
        entry_id=one.entry_id,
        part=one.part,
        length=len(one.words),
    )


def _owned(owned: Owned, meeting: Meeting) -> ReadRow:
    action, doubts = owned.action, owned.doubts
    more = f" +{len(action.owners) - 1}" if len(action.owners) > 1 else ""
    owners = action.owners[0] + more if action.owners else say("No owner")
    # A day that is odd says itself which day it is; anything else is said before the date that there is.
    said = [doubt.words for doubt in doubts if doubt.kind is not DoubtKind.NO_OWNER]
    due = action.due.words
    right = " · ".join([*said, *([due] if due and not any(due in words for words in said) else [])])
    words = plain_text(action.text)
    spoken = [
        ", ".join(action.owners) or say("no owner"),
        words,
        right,
        say("item {number}", number=number_of(meeting, owned.item.id)),
    ]
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
    number, label = number_of(meeting, doubt.item_id), say(LABELS.get(doubt.kind, later("Doubt")))
    places = say("{times} places, first ", times=doubt.times) if doubt.times > 1 else ""
    right = say("{places}item {number}", places=places, number=number) if number else ""
    return ReadRow(
        row_id=f"doubt {doubt.kind} {doubt.about} {'' if doubt.kind in OF_THE_WORD else _place(doubt)}",
        text=doubt.words,
        sentence=", ".join(part for part in (label, doubt.words.replace("@@", say("gap")), right) if part),
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
            sentence=say("Parked in item {number}, {words}, for the next agenda", number=number, words=words),
            margin=say("Parked"),
            right=say("for the next agenda"),
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
        sentence=say("Verbatim, item {number}, {one}", number=number, one=one.words),
        margin=say("Verbatim"),
        right=say("item {number}", number=number),
        item_id=one.item.id,
        entry_id=one.entry_id,
        part=one.part,
        offset=one.offset,
        length=len(one.words),
    )


def _presence(one: Presence) -> ReadRow:
    right = say("item {item}", item=one.item) if one.item else ""
    return ReadRow(
        row_id=f"presence {one.attendee.id}",
        text=one.words,
        sentence=", ".join(part for part in (one.label, one.words, right) if part),
        margin=one.label,
        right=right,
    )
