"""The kinds of document that leave the desk: a new one is one composing module and one line here."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, replace
from enum import StrEnum
from types import MappingProxyType

from wibdesk.documents.compose.actions import compose_actions, compose_each
from wibdesk.documents.compose.agenda import compose_agenda
from wibdesk.documents.compose.decisions import compose_decisions
from wibdesk.documents.compose.extract import compose_extract
from wibdesk.documents.compose.figures import compose_figures
from wibdesk.documents.compose.meeting_calendar import compose_calendar
from wibdesk.documents.compose.minutes import compose_minutes
from wibdesk.documents.compose.note_pad import compose_note_pad
from wibdesk.documents.compose.plan import compose_plan
from wibdesk.documents.compose.plan_update import compose_update
from wibdesk.documents.compose.register import compose_register
from wibdesk.documents.compose.sign_in import compose_sign_in
from wibdesk.documents.document import Document
from wibdesk.documents.material import LogOrder, Material
from wibdesk.domain.house_style import HouseStyle
from wibdesk.domain.paper_words import to_write
from wibdesk.domain.plan_course import PlanCourse
from wibdesk.domain.plans import Plan
from wibdesk.language import later, say


class Of(StrEnum):
    """What a document is made of."""

    MEETING = "meeting"
    ITEM = "item"
    BODY = "body"
    PLAN = "plan"


class Need(StrEnum):
    """What a document wants of the register beside the record that it is of."""

    ACTIONS = "actions"
    """The actions of the log, as many as the clerk has narrowed it to."""
    LOG = "log"
    """The order of the actions that the clerk chooses."""
    CALENDAR = "calendar"
    """All meetings of the body, and the dates that are listed."""
    MEETINGS = "meetings"
    """Who was at the last meetings, as many as the clerk chooses."""
    COURSE = "course"
    """What became of a plan, and how it stood at its last update."""
    FIGURES = "figures"
    """The facts that the body's figures are made of, as far back as the clerk chooses."""
    OPEN_ACTIONS = "open actions"
    """What is still open for a meeting: carried into it, or raised there."""


Composer = Callable[[Material, HouseStyle], Document]


@dataclass(frozen=True)
class Kind:
    """A kind of document: its name on the command line, what it is `titled` on screen, the words in a file's name.

    `of` says of which records it can be made and `needs` what it wants beside them; `sheets` whether it leaves as a
    spreadsheet too, `data` in which other formats for programs; `tells` whether it says what was minuted, so that its
    public version needs a word on every exempt item.
    """

    name: str
    titled: str
    file_words: str
    of: frozenset[Of]
    compose: Composer
    sheets: bool = False
    tells: bool = False
    needs: frozenset[Need] = frozenset()
    data: tuple[str, ...] = ()

    @property
    def label(self) -> str:
        """What it is called on screen."""
        return say(self.titled)


def _of(*records: Of) -> frozenset[Of]:
    return frozenset(records)


def _needs(*more: Need) -> frozenset[Need]:
    return frozenset(more)


def _plan(material: Material) -> Plan:
    assert material.plan is not None
    return material.plan


def _course(material: Material) -> PlanCourse:
    """Return the course of the plan as this edition of it has its words."""
    return replace(material.course or PlanCourse(_plan(material)), plan=_plan(material))


def _each(material: Material, style: HouseStyle, order: LogOrder) -> Document:
    today = material.now.date()
    return compose_each(material.body_name or None, material.actions, style, today=today, order=order)


_KINDS = (
    Kind("minutes", later("Minutes"), to_write("minutes"), _of(Of.MEETING),
         lambda m, style: compose_minutes(m.sitting, style, now=m.now), tells=True),
    Kind("agenda", later("Agenda"), to_write("agenda"), _of(Of.MEETING),
         lambda m, style: compose_agenda(m.sitting, style, now=m.now)),
    Kind("actions", later("Action log"), to_write("action log"), _of(Of.BODY, Of.MEETING),
         lambda m, style: compose_actions(m.body_name or None, m.actions, style, today=m.now.date(), order=m.order,
                                          at=m.now, as_shown=m.as_shown),
         sheets=True, needs=_needs(Need.ACTIONS, Need.LOG), data=("csv", "ics")),
    Kind("owners", later("Actions per owner"), to_write("actions per owner"), _of(Of.BODY, Of.MEETING),
         lambda m, style: _each(m, style, LogOrder.OWNER), needs=_needs(Need.ACTIONS)),
    Kind("organisations", later("Actions per organisation"), to_write("actions per organisation"),
         _of(Of.BODY, Of.MEETING), lambda m, style: _each(m, style, LogOrder.ORGANISATION), needs=_needs(Need.ACTIONS)),
    Kind("decisions", later("Decision list"), to_write("decision list"), _of(Of.MEETING),
         lambda m, style: compose_decisions(m.sitting, style, now=m.now), tells=True),
    Kind("extract", later("Extract of one item"), to_write("extract"), _of(Of.ITEM),
         lambda m, style: compose_extract(m.sitting, m.item, style, now=m.now), tells=True),
    Kind("sign-in", later("Sign-in sheet"), to_write("sign-in sheet"), _of(Of.MEETING),
         lambda m, style: compose_sign_in(m.sitting, style, now=m.now)),
    Kind("note-pad", later("Note pad"), to_write("note pad"), _of(Of.MEETING),
         lambda m, style: compose_note_pad(m.sitting, style, actions=m.actions, now=m.now),
         needs=_needs(Need.OPEN_ACTIONS)),
    Kind("register", later("Attendance register"), to_write("attendance register"), _of(Of.BODY, Of.MEETING),
         lambda m, style: compose_register(m.body_name, m.meetings, style, today=m.now.date()), sheets=True,
         needs=_needs(Need.MEETINGS)),
    Kind("calendar", later("Meeting calendar"), to_write("meeting calendar"), _of(Of.BODY),
         lambda m, style: compose_calendar(m.body_name, m.dates, style, now=m.now), sheets=True,
         needs=_needs(Need.CALENDAR), data=("csv", "ics")),
    Kind("figures", later("Report in figures"), to_write("report in figures"), _of(Of.BODY),
         lambda m, style: compose_figures(m.body_name, m.facts, style, today=m.now.date()), sheets=True,
         needs=_needs(Need.FIGURES)),
    Kind("plan", later("Plan"), to_write("plan"), _of(Of.PLAN),
         lambda m, style: compose_plan(_plan(m), style, now=m.now, course=_course(m)), sheets=True,
         needs=_needs(Need.COURSE)),
    Kind("plan-update", later("Plan update"), to_write("plan update"), _of(Of.PLAN),
         lambda m, style: compose_update(_course(m), m.last_update, style, now=m.now), needs=_needs(Need.COURSE)),
)  # fmt: skip

KINDS: Mapping[str, Kind] = MappingProxyType({kind.name: kind for kind in _KINDS})
"""Every kind by its name, in the order in which they are offered."""
