"""One read of all that a document is made of: the records, the house style in force and the body's letterhead."""

from __future__ import annotations

from contextlib import suppress
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from wibdesk.documents.document import Picture
from wibdesk.documents.kinds import KINDS, Kind, Need, Of
from wibdesk.documents.material import Letterhead, LogOrder, Material
from wibdesk.documents.paper_language import words_in
from wibdesk.documents.pictures import picture
from wibdesk.documents.styles import house_style, style_names
from wibdesk.domain.attendance import Status
from wibdesk.domain.body_files import FileKind
from wibdesk.domain.figures import Period
from wibdesk.domain.house_style import HouseStyle, house_style_from
from wibdesk.domain.meeting_calendar import CalendarDate, calendar_of
from wibdesk.domain.meetings import Meeting
from wibdesk.domain.paper_words import write, writing_in
from wibdesk.errors import UserError
from wibdesk.language import say
from wibdesk.services.actions import carried_into
from wibdesk.services.body_files import body_file
from wibdesk.services.figures import facts
from wibdesk.services.house_styles import own_styles
from wibdesk.services.plan_tracking import course, last_update

if TYPE_CHECKING:
    from collections.abc import Mapping
    from datetime import date, datetime

    from wibdesk.domain.actions import LogAction
    from wibdesk.domain.bodies import Body
    from wibdesk.domain.body_files import BodyFile
    from wibdesk.domain.meetings import MeetingDetails
    from wibdesk.store.unit_of_work import UnitOfWork

MEETINGS_BACK = 6
"""Meetings that an attendance register shows unless said otherwise."""


@dataclass(frozen=True)
class Gathered:
    """What a document can be made of now, with every house style by its name, shipped and the register's own.

    `subject_id` is the id of the meeting, plan or body that it is of; empty for all bodies. `day` is the one that its
    file is named by: the meeting's, of a body's papers today; None for a plan and a meeting without a known day.
    """

    material: Material
    style: HouseStyle
    styles: Mapping[str, HouseStyle]
    subject_id: str
    day: date | None = None


def gather(  # noqa: PLR0913 - what a clerk may say of a document
    uow: UnitOfWork,
    kind: Kind,
    *,
    meeting_id: str | None = None,
    body_id: str | None = None,
    plan_id: str | None = None,
    item_id: str | None = None,
    now: datetime,
    last: int = MEETINGS_BACK,
    order: LogOrder = LogOrder.DUE,
    period: Period = Period.YEAR,
    style: str | None = None,
) -> Gathered:
    """Read what this kind of document needs of a meeting, plan or body; of all bodies where none is named.

    A log or register is a paper of the body: of a meeting it shows the actions raised there, or the `last` meetings up
    to it; a report in figures goes back over the `period`. `style` names another house style than the record's.
    UserError where the record or style is not there, or has no such document.
    """
    wanted = Material(now, order=order, item_id=item_id)
    if plan_id is not None:
        read = _of_plan(uow, kind, wanted, plan_id)
    elif meeting_id is not None:
        read = _of_meeting(uow, kind, wanted, meeting_id, last)
    else:
        read = _of_body(uow, kind, wanted, body_id, last)
        if body_id is not None and Need.FIGURES in kind.needs:
            told = facts(uow, body_id, period, now.date())
            read = replace(read, material=replace(read.material, facts=told))
    styles = all_styles(uow)
    if style is not None and style not in styles:
        raise UserError(
            say("There is no house style “{style}”: name one of {styles}.", style=style[:80], styles=", ".join(styles))
        )
    body = read.body
    material = replace(read.material, actions=tuple(map(_in_local_time, read.material.actions)))
    named = next((name for name in (style, *read.styles, body.house_style if body else None) if name), None)
    in_force = house_style(named, styles)
    if body:
        with writing_in(words_in(in_force.language)):
            material = replace(material, letterhead=_letterhead(uow, body))
    return Gathered(material, in_force, styles, read.subject_id, read.day)


def all_styles(uow: UnitOfWork) -> dict[str, HouseStyle]:
    """Return every house style by its name: the shipped ones, the default first, then the register's own."""
    known = {name: house_style(name) for name in style_names()}
    for own in own_styles(uow):
        # Checked when it was kept; one that another version of the program kept may not be readable here.
        with suppress(ValueError):
            known[own.name] = house_style_from(dict(own.data), own.name)
    return known


def kinds_of(of: Of) -> tuple[Kind, ...]:
    """Return the documents that can be made of a record; those of an item count to its meeting."""
    there = {Of.MEETING, Of.ITEM} if of is Of.MEETING else {of}
    return tuple(kind for kind in KINDS.values() if not kind.of.isdisjoint(there))


@dataclass(frozen=True)
class _Read:
    """What was read of the record: whose it is, and which house styles it names itself, the nearest first."""

    material: Material
    body: Body | None
    subject_id: str
    styles: tuple[str | None, ...] = ()
    day: date | None = None


def _of_plan(uow: UnitOfWork, kind: Kind, wanted: Material, plan_id: str) -> _Read:
    _refuse_other(kind, Of.PLAN)
    plan = uow.plans.get(plan_id)
    material = replace(wanted, plan=plan, body_name=plan.body_name)
    if Need.COURSE in kind.needs:
        material = replace(material, course=course(uow, plan_id), last_update=last_update(uow, plan_id))
    return _Read(material, uow.bodies.get(plan.body_id), plan.id, (plan.house_style,))


def _of_meeting(uow: UnitOfWork, kind: Kind, wanted: Material, meeting_id: str, last: int) -> _Read:
    _refuse_other(kind, Of.MEETING)
    if Of.BODY not in kind.of:
        whole = uow.meetings.whole(meeting_id)
        still_open = _open_actions(uow, whole.details) if Need.OPEN_ACTIONS in kind.needs else ()
        material = replace(wanted, meeting=whole, body_name=whole.body.name, actions=still_open)
        return _Read(material, whole.body, meeting_id, (whole.details.house_style,), whole.details.date)
    details = uow.meetings.get(meeting_id)
    body = uow.bodies.get(details.body_id)
    material = replace(
        wanted,
        body_name=body.name,
        actions=tuple(uow.actions.of_meeting(meeting_id)),
        meetings=_held(uow, body, details.date, last, upto=details),
    )
    return _Read(material, body, meeting_id, (details.house_style,), details.date)


def _open_actions(uow: UnitOfWork, details: MeetingDetails) -> tuple[LogAction, ...]:
    """Return what is still open of what came over from earlier meetings, then of what was raised at this one."""
    raised = tuple(row for row in uow.actions.of_meeting(details.id) if row.action.status.unfinished)
    return (*carried_into(uow, details.id), *raised)


def _in_local_time(row: LogAction) -> LogAction:
    """Return the action with its history by the clock on the wall: a page prints the day that the clerk knows."""
    return replace(row, updates=tuple(replace(update, at=update.at.astimezone()) for update in row.updates))


def _of_body(uow: UnitOfWork, kind: Kind, wanted: Material, body_id: str | None, last: int) -> _Read:
    _refuse_other(kind, Of.BODY)
    # A calendar tells nothing of them; by all others the exempt ones decide which version is offered first.
    actions = () if Need.CALENDAR in kind.needs else tuple(uow.actions.log(body_id))
    if body_id is None:
        return _Read(replace(wanted, actions=actions), None, "", day=wanted.now.date())
    body = uow.bodies.get(body_id)
    held = _held(uow, body, wanted.now.date(), last)
    dates = _calendar(uow, body, wanted.now.date()) if Need.CALENDAR in kind.needs else ()
    material = replace(wanted, body_name=body.name, actions=actions, meetings=held, dates=dates)
    return _Read(material, body, body_id, day=wanted.now.date())


def _refuse_other(kind: Kind, of: Of) -> None:
    possible = kinds_of(of)
    if kind not in possible:
        names = ", ".join(other.name for other in possible)
        raise UserError(
            say("A {thing} has no document “{kind}”: choose one of {names}.", thing=of, kind=kind.name, names=names)
        )


def _held(
    uow: UnitOfWork, body: Body, until: date | None, last: int, upto: MeetingDetails | None = None
) -> tuple[Meeting, ...]:
    """Return the last meetings until a day, oldest first, each with who was there alone; `upto` is always among them.

    A meeting of which nobody's presence is known yet has not been held, as far as a register can say.
    """
    found: list[Meeting] = []
    for details in reversed(uow.meetings.of_body(body.id)):
        chosen = upto is not None and details.id == upto.id
        if not chosen and (details.date is None or (until is not None and details.date > until)):
            continue
        people = uow.attendance.of_meeting(details.id)
        if chosen or any(person.status is not Status.UNKNOWN for person in people):
            found.append(Meeting(body, details, people))
        if len(found) == last:
            break
    return tuple(reversed(found))


def _calendar(uow: UnitOfWork, body: Body, today: date) -> tuple[CalendarDate, ...]:
    listed = uow.meetings.listed_of_body(body.id)
    held = (
        Meeting(
            body,
            details,
            # Only of what is ahead the end is a planned one, which the agenda knows.
            items=uow.agenda.outline(details.id) if details.date is not None and details.date >= today else (),
            next_meetings=listed.get(details.id, ()),
        )
        for details in uow.meetings.of_body(body.id)
    )
    return calendar_of(tuple(held), today)


def _letterhead(uow: UnitOfWork, body: Body) -> Letterhead:
    logo, template = (body_file(uow, body.id, kind) for kind in (FileKind.LOGO, FileKind.TEMPLATE))
    return Letterhead(_logo(logo, body) if logo else None, template.data if template else None)


def logo_words(body_name: str) -> str:
    """Return what is said of a logo to who cannot see it, where nobody has said it."""
    return write("Logo of {body}", body=body_name)


def _logo(file: BodyFile, body: Body) -> Picture:
    """Return the logo; one that cannot be read any more is empty, so that a writer remarks on it and goes on."""
    words = file.words or logo_words(body.name)
    try:
        return picture(file.data, words)
    except UserError:
        return Picture(b"", "svg", words)
