"""What can be made of the records in hand: of the meeting, of its body, of the body's plans; every kind by itself."""

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from typing import TYPE_CHECKING

from wibdesk.domain.entries import Decision
from wibdesk.domain.meetings import Meeting, MinutesStatus

if TYPE_CHECKING:
    from wibdesk.documents.kinds import Kind
    from wibdesk.domain.actions import LogAction
    from wibdesk.domain.bodies import Body
    from wibdesk.domain.plans import Plan

MINUTES, AGENDA, ACTIONS, REGISTER, CALENDAR = "minutes", "agenda", "actions", "register", "calendar"
FIGURES = "figures"
PLAN = "plan"
THIS_MEETING, THE_BODY, ALL_BODIES, PLANS = "This meeting", "The body", "All bodies", "Plans"
STATUS_WORDS = {
    MinutesStatus.DRAFT: "Draft",
    MinutesStatus.CIRCULATED: "Draft, circulated",
    MinutesStatus.APPROVED: "Approved",
    MinutesStatus.SIGNED: "Signed",
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


def counted(count: int, noun: str) -> str:
    """Return a count with its noun: `1 page`, `4 pages`."""
    return f"{count} {noun}{'' if count == 1 else 's'}"


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
            yield Offer(kind.name, kind, THIS_MEETING, kind.label, about, meeting_id=meeting.id)


def _of_body(hand: InHand, last: int) -> Iterable[Offer]:
    # The registry leads to every composer: read on the register's thread, not in the way of the window.
    from wibdesk.documents.kinds import Need, Of  # noqa: PLC0415
    from wibdesk.gathering import kinds_of  # noqa: PLC0415

    body_id = hand.body.id if hand.body is not None else None
    for kind in kinds_of(Of.BODY):
        if Need.ACTIONS in kind.needs:
            about = f"{sum(a.action.status.unfinished for a in hand.log)} open" if kind.name == ACTIONS else ""
            group = THE_BODY if hand.log_body_id else ALL_BODIES
            yield Offer(kind.name, kind, group, kind.label, about, body_id=hand.log_body_id)
        elif body_id is not None:
            about = f"Last {counted(last, 'meeting')}" if kind.name == REGISTER else ""
            yield Offer(kind.name, kind, THE_BODY, kind.label, about, body_id=body_id)


def _of_plans(plans: "Iterable[Plan]") -> Iterable[Offer]:
    # The registry leads to every composer: read on the register's thread, not in the way of the window.
    from wibdesk.documents.kinds import Of  # noqa: PLC0415
    from wibdesk.gathering import kinds_of  # noqa: PLC0415

    for plan in plans:
        for kind in kinds_of(Of.PLAN):
            about = plan.period or counted(len(plan.workstreams), "workstream")
            label = plan.title if kind.name == PLAN else f"{kind.label}: {plan.title}"
            yield Offer(f"{kind.name} {plan.id}", kind, PLANS, label, about, plan_id=plan.id)


def _item(meeting: Meeting, item_id: str) -> str:
    chosen = next((item for item in meeting.items if item.id == item_id), next(iter(meeting.items), None))
    return (f"Item {chosen.number}" if chosen.number else chosen.title) if chosen is not None else "No item yet"


def _items(meeting: Meeting) -> str:
    return counted(len(meeting.items), "item")


def _decisions(meeting: Meeting) -> str:
    return counted(sum(isinstance(entry, Decision) for _, entry in meeting.entries()), "decision")


def _names(meeting: Meeting) -> str:
    return counted(len(meeting.attendance), "name")


_ABOUT: Mapping[str, Callable[[Meeting], str]] = {
    MINUTES: lambda meeting: STATUS_WORDS[meeting.details.status],
    AGENDA: _items,
    "decisions": _decisions,
    "sign-in": _names,
    "note-pad": _items,
}
"""What is said of a document in the list before its pages are counted; one that is not here goes without."""
