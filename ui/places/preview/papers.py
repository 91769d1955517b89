"""What can be printed just now, and all that the chosen paper is made of: read in one go on the register's thread."""

from dataclasses import dataclass, replace
from datetime import datetime
from typing import TYPE_CHECKING, Any, TypeAlias

from ui.panels.log_choice import LogChoice
from ui.places.preview.offers import MINUTES, InHand, Offer, offers
from wibdesk.changes import Done
from wibdesk.domain.agenda import Item
from wibdesk.domain.bodies import Body
from wibdesk.domain.dates import short_date
from wibdesk.domain.exports import Export
from wibdesk.domain.figures import Period
from wibdesk.domain.meetings import Meeting
from wibdesk.errors import UserError
from wibdesk.language import say
from wibdesk.services import bodies as body_verbs
from wibdesk.services import meetings as meeting_verbs
from wibdesk.services.action_log import log_of
from wibdesk.services.exports import exports_of
from wibdesk.services.plans import plans

if TYPE_CHECKING:
    from wibdesk.documents.editions import Edition
    from wibdesk.documents.kinds import Kind
    from wibdesk.domain.house_style import HouseStyle
    from wibdesk.domain.plans import Plan
    from wibdesk.gathering import Gathered

# The open transaction, only handed on to the services: the screens know nothing of the store.
Transaction: TypeAlias = Any


@dataclass(frozen=True)
class Wanted:
    """What the clerk asks to see; anything left out is found.

    `row_id` is that of an offer; `choice` narrows the action log, which is grouped `by` due, owner or organisation;
    `last` meetings stand in a register, and figures go back over the `period`; `edition` is public or full, empty for
    what is offered first.
    """

    row_id: str = MINUTES
    meeting_id: str = ""
    body_id: str = ""
    item_id: str = ""
    choice: LogChoice | None = None
    by: str = "due"
    last: int = 6
    edition: str = ""
    period: str = "year"


@dataclass(frozen=True)
class Order:
    """One document to be made: all that it is made of, so that a worker needs nothing else."""

    offer: Offer
    gathered: "Gathered"
    edition: "Edition"
    body: Body | None

    @property
    def kind(self) -> "Kind":
        """The kind of document."""
        return self.offer.kind

    @property
    def style(self) -> "HouseStyle":
        """The house style in force."""
        return self.gathered.style

    @property
    def now(self) -> datetime:
        """The local time at which all was read."""
        return self.gathered.material.now

    @property
    def meeting(self) -> Meeting | None:
        """The meeting that the document is of; None for papers of a body and plans."""
        return self.gathered.material.meeting

    @property
    def plan(self) -> "Plan | None":
        """The plan that the document is of."""
        return self.gathered.material.plan

    @property
    def item(self) -> Item | None:
        """The item that the document is of; None where it is of more than one."""
        material = self.gathered.material
        return material.item if self.items() else None

    @property
    def subject(self) -> tuple[str, str, str]:
        """What tells one paper from another, however it was changed since."""
        return self.offer.row_id, self.gathered.subject_id, self.item.id if self.item is not None else ""

    def items(self) -> tuple[Item, ...]:
        """Return the items from which one is chosen; none where the document is not of one item."""
        return self.meeting.items if self.meeting is not None and "item" in self.kind.of else ()

    def same(self, other: "Order | None") -> bool:
        """Say whether another order makes the same pages, only read at another moment of the day."""
        if other is None or other.now.date() != self.now.date():
            return False
        material = replace(other.gathered.material, now=self.now)
        return self == replace(other, gathered=replace(other.gathered, material=material))

    def words(self) -> str:
        """Return whose paper this is and of which day, for the head of the place."""
        body = self.body.name if self.body is not None else say("All bodies")
        if self.plan is not None:
            return " · ".join(part for part in (body, self.plan.period or "") if part)
        if self.meeting is None:
            return f"{body} · {short_date(self.now.date())}"
        details = self.meeting.details
        when = short_date(details.date) if details.date else details.date_as_written or ""
        return " · ".join(part for part in (body, when) if part)

    def why_style_fixed(self) -> str:
        """Return why the house style cannot be changed here, empty where it can."""
        if self.body is None:
            return say("The log of all bodies has a style of its own.")
        if self.plan is not None and self.plan.house_style:
            return say("A plan keeps the style that its file names.")
        if self.meeting is not None and self.meeting.details.status.final:
            return say("Approved minutes keep the style in which they were approved.")
        return ""


@dataclass(frozen=True)
class Papers:
    """What can be printed; the order for the chosen paper, None in an empty register; its version exported last."""

    wanted: Wanted = Wanted()
    offers: tuple[Offer, ...] = ()
    order: Order | None = None
    last: Export | None = None
    meeting: Meeting | None = None


def read_papers(uow: Transaction, wanted: Wanted, now: datetime) -> Papers:
    """Read what can be printed, and the material of what is wanted; of the first paper where that is not there."""
    hand = _in_hand(uow, wanted, now)
    possible = offers(hand, wanted.last)
    chosen = next((o for o in possible if o.row_id == wanted.row_id), next(iter(possible), None))
    if chosen is None or (hand.meeting is None and hand.body is None and not hand.log):
        return Papers(wanted)
    order = _order(uow, chosen, hand, wanted, now)
    return Papers(wanted, possible, order, _last(uow, order), hand.meeting)


def keep_style(uow: Transaction, body: Body, meeting: Meeting | None, name: str) -> Done[Body]:
    """Keep a house style for a body, and for the meeting in hand where a file gave it a style of its own."""
    done = body_verbs.change_body(uow, replace(body_verbs.body(uow, body.id), house_style=name))
    if meeting is not None:
        details = meeting_verbs.meeting(uow, meeting.id).details
        if not details.status.final:
            meeting_verbs.change_details(uow, replace(details, house_style=name))
    return done


def _in_hand(uow: Transaction, wanted: Wanted, now: datetime) -> InHand:
    known = {body.id: body for body in body_verbs.bodies(uow)}
    body_id = (wanted.choice.body_id if wanted.choice else "") or wanted.body_id
    meeting = _meeting(uow, wanted.meeting_id)
    if meeting is None or (body_id in known and meeting.body.id != body_id):
        meeting = _latest(uow, now, body_id if body_id in known else None)
    body = meeting.body if meeting is not None else known.get(body_id) or next(iter(known.values()), None)
    choice = wanted.choice or LogChoice(body_id=body.id if body is not None else "")
    log = log_of(uow, choice, now.date())
    log_body = choice.body_id if choice.body_id in known else None
    return InHand(meeting, body, log, log_body, plans(uow, body.id) if body else (), wanted.item_id)


def _order(uow: Transaction, chosen: Offer, hand: InHand, wanted: Wanted, now: datetime) -> Order:
    # They lead to the composers and to lxml: read on the register's thread, not in the way of the window.
    from wibdesk.documents.editions import Edition, default_edition  # noqa: PLC0415
    from wibdesk.documents.kinds import Need  # noqa: PLC0415
    from wibdesk.documents.material import LogOrder  # noqa: PLC0415
    from wibdesk.gathering import gather  # noqa: PLC0415

    gathered = gather(
        uow, chosen.kind, meeting_id=chosen.meeting_id, body_id=chosen.body_id, plan_id=chosen.plan_id,
        item_id=wanted.item_id or None, now=now, last=wanted.last, order=LogOrder(wanted.by),
        period=Period(wanted.period),
    )  # fmt: skip
    of_log = Need.ACTIONS in chosen.kind.needs
    if of_log:
        known = {row.action.id: row for row in gathered.material.actions}
        actions = tuple(known[row.action.id] for row in hand.log if row.action.id in known)
        as_shown = wanted.choice is not None and wanted.choice != LogChoice(body_id=wanted.choice.body_id)
        gathered = replace(gathered, material=replace(gathered.material, actions=actions, as_shown=as_shown))
    edition = Edition(wanted.edition) if wanted.edition else default_edition(gathered.material)
    of_all = of_log and hand.log_body_id is None
    return Order(chosen, gathered, edition, None if of_all else _body(uow, chosen, hand))


def _body(uow: Transaction, chosen: Offer, hand: InHand) -> Body | None:
    return body_verbs.body(uow, chosen.body_id) if chosen.body_id else hand.body


def _last(uow: Transaction, order: Order) -> Export | None:
    """Return the version of this paper exported last; of one item only where it tells of that item."""
    for export in exports_of(uow, order.gathered.subject_id):
        same = (export.kind, export.edition) == (order.kind.name, order.edition.value)
        if same and (order.item is None or _flat(order.item.title) in _flat(export.words)):
            return export
    return None


def _flat(words: str) -> str:
    return " ".join(words.split())


def _meeting(uow: Transaction, meeting_id: str) -> Meeting | None:
    try:
        return meeting_verbs.meeting(uow, meeting_id) if meeting_id else None
    except UserError:  # taken away since it was shown last
        return None


def _latest(uow: Transaction, now: datetime, body_id: str | None) -> Meeting | None:
    known = meeting_verbs.meetings(uow, body_id)
    been = [m for m in known if m.details.date is not None and m.details.date <= now.date()]
    first = next(iter(been or known), None)
    return meeting_verbs.meeting(uow, first.id) if first else None
