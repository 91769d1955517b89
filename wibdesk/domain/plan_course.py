"""The course of a plan: what each milestone was before, how far all is today, what slipped and what is due."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from datetime import date, datetime

from wibdesk.domain.actions import DueChange, Judgement, last_day
from wibdesk.domain.dates import compact_date
from wibdesk.domain.deadlines import Due
from wibdesk.domain.entries import Progress
from wibdesk.domain.paper_words import write, write_counted
from wibdesk.domain.plan_dates import DateTrouble, trouble_of
from wibdesk.domain.plan_tree import Step, steps
from wibdesk.domain.plans import Activity, Milestone, Plan, Workstream
from wibdesk.domain.rag import is_slip, rag_of, slips

DONE = (Progress.DONE, Progress.CLOSED)
DROPPED = (Progress.CANCELLED, Progress.SUPERSEDED)
WORST_FIRST = ("Red", "Amber", "Green", "No date", "Complete")


@dataclass(frozen=True)
class MilestoneChange:
    """What a milestone was until `at` (UTC); `note` is the clerk's on the change, `by` who made it.

    `reported_in_id` is the meeting that was told, None outside a meeting.
    """

    milestone_id: str
    at: datetime
    text: str
    due: Due
    status: Progress
    note: str = ""
    by: str | None = None
    reported_in_id: str | None = None


@dataclass(frozen=True)
class Happening:
    """What was done to a milestone, in words: `what` it did, the clerk's `note` on it, who made it and when (UTC)."""

    step: Step
    at: datetime
    what: str
    note: str = ""
    by: str | None = None
    reported_in_id: str | None = None


@dataclass(frozen=True)
class PlanCourse:
    """A plan with all that became of it, by the ids of its milestones; `meeting_words` names those that were told.

    `judged` are the RAG words set by hand, oldest first.
    """

    plan: Plan
    changes: Mapping[str, tuple[MilestoneChange, ...]] = field(default_factory=dict)
    judged: Mapping[str, tuple[Judgement, ...]] = field(default_factory=dict)
    meeting_words: Mapping[str, str] = field(default_factory=dict)


@dataclass(frozen=True)
class Standing:
    """How a milestone stands on a day: its RAG word, how often it slipped and from where, what its date lacks."""

    milestone: Milestone
    rag: str
    overdue: bool
    slips: int
    was: Due | None
    trouble: DateTrouble | None
    reason: str = ""

    @property
    def slipped_words(self) -> str:
        """How often it slipped, with the first day it had: `slipped twice, was 28 Aug 2026`; empty where never."""
        if not self.slips or self.was is None:
            return ""
        twice = self.slips == 2
        often = write("slipped twice") if twice else write_counted(self.slips, "slipped once", "slipped {number} times")
        day = last_day(self.was)
        return write("{slipped}, was {day}", slipped=often, day=compact_date(day) if day else self.was.words)


@dataclass(frozen=True)
class Progressed:
    """How far some milestones are together; `due` is that of the one that is due next, else of the last."""

    done: int
    total: int
    overdue: int
    slipped: int
    undated: int
    rag: str
    due: Due
    next: Standing | None = None

    @property
    def words(self) -> str:
        """The count as read: `2 of 6 milestones done`."""
        if not self.total:
            return write("no milestones")
        return write_counted(
            self.total, "{done} of {number} milestone done", "{done} of {number} milestones done", done=self.done
        )


@dataclass(frozen=True)
class DueMilestone:
    """An unfinished milestone beside the actions of its body: the plan that it is of, its place and how it stands."""

    plan: Plan
    step: Step
    standing: Standing


def standing(course: PlanCourse, milestone: Milestone, today: date) -> Standing:
    """Return how a milestone stands on a day."""
    before = _due_changes(course.changes.get(milestone.id, ()), milestone.due)
    judgement = next(reversed(course.judged.get(milestone.id, ())), None)
    unfinished = milestone.status.unfinished
    word = rag_of(milestone, today, before=before, judgement=judgement)
    by_hand = judgement is not None and unfinished and judgement.rag == word
    day = last_day(milestone.due)
    return Standing(
        milestone,
        word,
        unfinished and day is not None and day < today,
        slips(milestone.due, before),
        next((change.was for change in before if is_slip(change, milestone.due)), None),
        trouble_of(milestone.due) if unfinished else None,
        judgement.reason if judgement is not None and by_hand else "",
    )


def progressed(course: PlanCourse, milestones: Iterable[Milestone], today: date) -> Progressed:
    """Return how far some milestones of a plan are together."""
    all_ = [standing(course, m, today) for m in milestones if m.status not in DROPPED]
    still = [each for each in all_ if each.milestone.status.unfinished]
    dated = sorted((s for s in still if last_day(s.milestone.due)), key=lambda s: last_day(s.milestone.due) or today)
    coming = next(iter([*dated, *still]), None)
    shown = coming.milestone.due if coming else _latest(all_)
    return Progressed(
        done=len(all_) - len(still),
        total=len(all_),
        overdue=sum(each.overdue for each in all_),
        slipped=sum(each.slips > 0 for each in still),
        undated=sum(each.trouble is not None for each in still),
        rag=min((each.rag for each in still), key=_badness, default="Complete" if all_ else "No date"),
        due=shown,
        next=coming,
    )


def of_activity(course: PlanCourse, activity: Activity, today: date) -> Progressed:
    """Return how far an activity is."""
    return progressed(course, activity.milestones, today)


def of_workstream(course: PlanCourse, stream: Workstream, today: date) -> Progressed:
    """Return how far a workstream is."""
    return progressed(course, (m for activity in stream.activities for m in activity.milestones), today)


def due_until(course: PlanCourse, today: date, before: date | None = None) -> tuple[Step, ...]:
    """Return the unfinished milestones whose day is before another, or all that have one, nearest first."""
    dated = ((last_day(s.milestone.due), n, s) for n, s in enumerate(steps(course.plan)))
    chosen = ((day, n, s) for day, n, s in dated if day and s.milestone.status.unfinished)
    return tuple(s for day, _, s in sorted(chosen, key=lambda c: c[:2]) if before is None or day < before)


def history(course: PlanCourse) -> list[Happening]:
    """Return every change of a milestone and every RAG word set by hand, the latest first."""
    found = []
    for step in steps(course.plan):
        became = step.milestone
        for change in reversed(course.changes.get(step.milestone.id, ())):
            what = _change_words(change, became)
            found.append(Happening(step, change.at, what, change.note, change.by, change.reported_in_id))
            became = Milestone(change.text, change.due, change.status, step.milestone.id)
        for said in reversed(course.judged.get(step.milestone.id, ())):
            what = write("RAG set to {rag}", rag=write(said.rag)) if said.rag else write("RAG as the rule says")
            found.append(Happening(step, said.at, what, said.reason, said.by))
    return sorted(found, key=lambda each: each.at, reverse=True)


def _change_words(change: MilestoneChange, became: Milestone) -> str:
    """Return what a change did: `Open to Done; due Wed 30 Sep 2026, was Fri 28 Aug 2026`."""
    said = []
    if change.status is not became.status:
        said.append(write("{status} to {now}", status=change.status.words, now=became.status.words))
    if change.due != became.due:
        now, before = became.due.words or write("no date"), change.due.words or write("no date")
        said.append(write("due {now}, was {before}", now=now, before=before))
    if change.text != became.text:
        said.append(write("was “{words}”", words=change.text))
    return "; ".join(said) or write("Reported")


def _due_changes(changes: tuple[MilestoneChange, ...], now: Due) -> tuple[DueChange, ...]:
    """Return the deadlines that a milestone had before its present one, oldest first."""
    then = (*(change.due for change in changes[1:]), now)
    return tuple(
        DueChange(change.at, change.due, change.reported_in_id, change.by or "")
        for change, after in zip(changes, then, strict=False)
        if change.due != after
    )


def _latest(all_: list[Standing]) -> Due:
    dated = [each.milestone.due for each in all_ if last_day(each.milestone.due)]
    return max(dated, key=lambda due: last_day(due) or date.min, default=Due())


def _badness(word: str) -> int:
    return WORST_FIRST.index(word)
