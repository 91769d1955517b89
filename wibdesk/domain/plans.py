"""An improvement plan: prose sections, then workstreams with activities, leads and milestones."""

from dataclasses import dataclass, field

from wibdesk.domain.deadlines import Due
from wibdesk.domain.entries import Entry, Progress
from wibdesk.domain.ids import new_id


@dataclass(frozen=True)
class PlanSection:
    """A section of the plan's prose."""

    number: str | None = None
    heading: str | None = None
    entries: tuple[Entry, ...] = ()
    id: str = field(default_factory=new_id)


@dataclass(frozen=True)
class Lead:
    """Who leads an activity."""

    name: str
    role: str | None = None


@dataclass(frozen=True)
class Milestone:
    """A step of an activity with its deadline."""

    text: str
    due: Due = field(default_factory=Due)
    status: Progress = Progress.OPEN
    id: str = field(default_factory=new_id)


@dataclass(frozen=True)
class Activity:
    """An activity of a workstream."""

    title: str
    leads: tuple[Lead, ...] = ()
    milestones: tuple[Milestone, ...] = ()
    id: str = field(default_factory=new_id)


@dataclass(frozen=True)
class Workstream:
    """A workstream of the plan."""

    title: str
    number: str | None = None
    activities: tuple[Activity, ...] = ()
    id: str = field(default_factory=new_id)


@dataclass(frozen=True)
class Plan:
    """A whole plan of a body; `profile` and `house_style` as its file named them, `ref` its short reference, as P1."""

    body_id: str
    body_name: str
    title: str
    ref: str = ""
    period: str | None = None
    updated: str | None = None
    profile: str | None = None
    house_style: str | None = None
    sections: tuple[PlanSection, ...] = ()
    workstreams: tuple[Workstream, ...] = ()
    id: str = field(default_factory=new_id)
