"""What can be made of the records in hand: of the meeting, of its body, of the body's plans; every kind by itself."""

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from typing import TYPE_CHECKING

from wibdesk.domain.entries import Decision
from wibdesk.domain.meetings import Meeting, MinutesStatus
from wibdesk.language import counted, later, say

if TYPE_CHECKING:
    from wibdesk.documents.kinds import Kind
    from wibdesk.domain.actions import LogAction
    from wibdesk.domain.bodies import Body
    from wibdesk.domain.plans import Plan

MINUTES, AGENDA, ACTIONS, REGISTER, CALENDAR = "minutes", "agenda", "actions", "register", "calendar"
FIGURES = "figures"
PLAN = "plan"
THIS_MEETING, THE_BODY, ALL_BODIES, PLANS = (
    later("This meeting"),
    later("The body"),
    later("All bodies"),
    later("Plans"),
)
STATUS_WORDS = {
    MinutesStatus.DRAFT: later("Draft"),
    MinutesStatus.CIRCULATED: later("Draft, circulated"),
    MinutesStatus.APPROVED: later("Approved"),
    MinutesStatus.SIGNED: later("Signed"),
}


@dataclass(frozen=True)
class Offer:
    """One document that can be made: its row and group in the list, what is said of it, and which record it is of."""

    row_id: str
    kind: "Kind"
    group: str
    label: str
    about: str = ""
    meeting_id: str | None = None
    body_id: str | None = None
    plan_id: str | None = None


@dataclass(frozen=True)
class InHand:
    """The records in hand: the meeting and body that are shown, the actions of the log, the body's plans."""

    meeting: Meeting | None = None
    body: "Body | None" = None
    log: "tuple[LogAction, ...]" = ()
    log_body_id: str | None = None  # None for the log of all bodies
    plans: "tuple[Plan, ...]" = ()
    item_id: str = ""


def offers(hand: InHand, last: int) -> tuple[Offer, ...]:
    """Return what can be made, in the order of the registry; `last` meetings stand in a register."""
    return (*_of_meeting(hand), *_of_body(hand, last), *_of_plans(hand.plans))


def _of_meeting(hand: InHand) -> Iterable[Offer]:
    # The registry leads to every composer: read on the register's thread, not in the way of the window.
    from wibdesk.documents.kinds import Of  # noqa: PLC0415
    from wibdesk.gathering import kinds_of  # noqa: PLC0415

    meeting = hand.meeting
    if meeting is None:
        return
    for kind in kinds_of(Of.MEETING):
        if Of.BODY not in kind.of:
            about = _ABOUT[kind.name](meeting) if kind.name in _ABOUT else ""
            about = _item(meeting, hand.item_id) if Of.ITEM in kind.of else about
            yield Offer(kind.name, kind, say(THIS_MEETING), say(kind.label), about, meeting_id=meeting.id)


def _of_body(hand: InHand, last: int) -> Iterable[Offer]:
    # The registry leads to every composer: read on the register's thread, not in the way of the window.
    from wibdesk.documents.kinds import Need, Of  # noqa: PLC0415
    from wibdesk.gathering import kinds_of  # noqa: PLC0415

    body_id = hand.body.id if hand.body is not None else None
    for kind in kinds_of(Of.BODY):
        if Need.ACTIONS in kind.needs:
            about = (
                say("{unfinished} open", unfinished=sum(a.action.status.unfinished for a in hand.log))
                if kind.name == ACTIONS
                else ""
            )
            group = say(THE_BODY) if hand.log_body_id else say(ALL_BODIES)
            yield Offer(kind.name, kind, group, say(kind.label), about, body_id=hand.log_body_id)
        elif body_id is not None:
            about = counted(last, "Last {number} meeting", "Last {number} meetings") if kind.name == REGISTER else ""
            yield Offer(kind.name, kind, say(THE_BODY), say(kind.label), about, body_id=body_id)


def _of_plans(plans: "Iterable[Plan]") -> Iterable[Offer]:
    # The registry leads to every composer: read on the register's thread, not in the way of the window.
    from wibdesk.documents.kinds import Of  # noqa: PLC0415
    from wibdesk.gathering import kinds_of  # noqa: PLC0415

    for plan in plans:
        for kind in kinds_of(Of.PLAN):
            about = plan.period or counted(len(plan.workstreams), "{number} workstream", "{number} workstreams")
            label = plan.title if kind.name == PLAN else f"{say(kind.label)}: {plan.title}"
            yield Offer(f"{kind.name} {plan.id}", kind, say(PLANS), label, about, plan_id=plan.id)


def _item(meeting: Meeting, item_id: str) -> str:
    chosen = next((item for item in meeting.items if item.id == item_id), next(iter(meeting.items), None))
    return (
        (say("Item {number}", number=chosen.number) if chosen.number else chosen.title)
        if chosen is not None
        else say("No item yet")
    )


def _items(meeting: Meeting) -> str:
    return counted(len(meeting.items), "{number} item", "{number} items")


def _decisions(meeting: Meeting) -> str:
    return counted(
        sum(isinstance(entry, Decision) for _, entry in meeting.entries()), "{number} decision", "{number} decisions"
    )


def _names(meeting: Meeting) -> str:
    return counted(len(meeting.attendance), "{number} name", "{number} names")


_ABOUT: Mapping[str, Callable[[Meeting], str]] = {
    MINUTES: lambda meeting: say(STATUS_WORDS[meeting.details.status]),
    AGENDA: _items,
    "decisions": _decisions,
    "sign-in": _names,
    "note-pad": _items,
}
"""What is said of a document in the list before its pages are counted; one that is not here goes without."""
