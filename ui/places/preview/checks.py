"""What is looked at before a paper goes out, in words and never in the way; each leads to where it is put right."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from ui.place import Where
from ui.places.preview.papers import ACTIONS, AGENDA, Order, Papers
from wibdesk.domain.actions import LogAction, is_overdue
from wibdesk.domain.agenda import Item
from wibdesk.domain.attendance import Status
from wibdesk.domain.deadlines import DueKind
from wibdesk.domain.entries import Action, PrivateNote
from wibdesk.domain.meetings import Meeting, Stage
from wibdesk.services.minutes import texts

GAP = "@@"


@dataclass(frozen=True)
class Check:
    """A finding: icon, tone, what, more of it, and the place that it leads to."""

    icon: str
    tone: str
    words: str
    more: str = ""
    place: str = ""
    where: Where = Where()  # noqa: RUF009 - frozen


def checks(order: Order, remarks: Sequence[str] = ()) -> list[Check]:
    """Return what is to be said of a paper before it goes out."""
    said = [Check("info", "warn", "Set otherwise than asked", words) for words in remarks]
    meeting = order.papers.meeting
    if order.kind == ACTIONS or meeting is None:
        return [*said, *_log_checks(order.papers, order.now.date())]
    if order.kind == AGENDA:
        return [*said, *_agenda_checks(meeting)]
    return [*said, *_exempt(meeting), _gaps(meeting), _notes(meeting), _owners(meeting), _attendance(meeting)]


def _exempt(meeting: Meeting) -> list[Check]:
    items = [item for item in meeting.items if item.part == 2]
    if not items:
        return []
    where = _where(meeting, items[0])
    words = f"{_count(len(items), 'item')} of part 2 in full"
    return [Check("eye-off", "warn", words, "not for the public as it stands", "room", where)]


def _gaps(meeting: Meeting) -> Check:
    open_ones = [(i, words) for i, entry in meeting.entries() for words in texts(entry) if GAP in words]
    count = sum(words.count(GAP) for _, words in open_ones)
    if not open_ones:
        return Check("flag", "good", "No gap left open", "nothing is marked @@")
    item, words = open_ones[0]
    at = words.index(GAP)
    more = f"{_item_words(item)}: {words[max(at - 14, 0) : at + 12].strip()}"
    return Check("flag", "warn", f"{_count(count, 'gap')} still open", more, "room", _where(meeting, item))


def _notes(meeting: Meeting) -> Check:
    count = sum(isinstance(entry, PrivateNote) for _, entry in meeting.entries())
    words = f"{_count(count, 'private note')} left out" if count else "No private note to leave out"
    return Check("lock", "private" if count else "good", words, "never in anything a reader gets")


def _owners(meeting: Meeting) -> Check:
    actions = meeting.actions()
    bare = [(i, a) for i, a in actions if not a.owners]
    undated = [(i, a) for i, a in actions if _undated(a)]
    if not actions:
        return Check("list-checks", "good", "No action in these minutes")
    if not bare and not undated:
        return Check("list-checks", "good", "Every action has owner and date", _count(len(actions), "action"))
    words = _wanting(len(bare), len(undated))
    item = (bare or undated)[0][0]
    return Check("list-checks", "warn", words[0], words[1] or _item_words(item), "room", _where(meeting, item))


def _attendance(meeting: Meeting) -> Check:
    people = meeting.attendance
    unknown = [p for p in people if p.status is Status.UNKNOWN]
    where = Where(meeting.body.id, meeting.id)
    if not people:
        return Check("users", "warn", "Nobody on the attendance list", "names are ticked in the room", "room", where)
    if unknown:
        names = ", ".join(p.shown for p in unknown[:3])
        return Check("users", "warn", f"Attendance of {len(unknown)} not recorded", names, "room", where)
    return Check("user-check", "good", "Attendance recorded", _count(len(people), "name"))


def _agenda_checks(meeting: Meeting) -> list[Check]:
    details, where = meeting.details, Where(meeting.body.id, meeting.id)
    missing = [
        word
        for word, there in (("date", details.date), ("start", details.start), ("venue", details.venue))
        if not there
    ]
    held = Check("clock", "good", "Date, start and venue are given", details.venue or "")
    if missing:
        held = Check("clock", "warn", f"No {' and no '.join(missing)}", "", "meetings", where)
    count, exempt = len(meeting.items), sum(item.part == 2 for item in meeting.items)
    items = Check("list-checks", "good", _count(count, "item"), f"{exempt} in part 2" if exempt else "all in public")
    if not count:
        items = Check("list-checks", "warn", "No item yet", "an agenda has at least one", "agenda", where)
    late = [item for item in meeting.items if item.late]
    more = [Check("info", "good", f"{_count(len(late), 'late item')}", late[0].title)] if late else []
    started = [Check("info", "warn", "The meeting has begun")] if details.stage is not Stage.PLANNED else []
    return [held, items, *more, *started]


def _log_checks(papers: Papers, today: date) -> list[Check]:
    log = papers.log
    where = Where(body_id=papers.body.id if papers.body else "")
    overdue = [a for a in log if is_overdue(a.action, today)]
    bare, undated = [a for a in log if not a.action.owners], [a for a in log if _undated(a.action)]
    if not log:
        return [Check("list-checks", "warn", "No action in this log", "as it is narrowed now", "actions", where)]
    made = [Check("list-checks", "good", _count(len(log), "action"), _bodies(log))]
    if overdue:
        made.append(Check("circle-alert", "warn", f"{len(overdue)} overdue", "stand first", "actions", where))
    if bare or undated:
        words = _wanting(len(bare), len(undated))
        made.append(Check("user-round", "warn", *words, place="actions", where=where))
    return made


def _undated(action: Action) -> bool:
    return action.status.unfinished and action.due.kind is DueKind.NONE


def _wanting(bare: int, undated: int) -> tuple[str, str]:
    owners = f"{_count(bare, 'action')} without an owner" if bare else ""
    dates = f"{_count(undated, 'action')} without a date" if undated else ""
    return (owners, dates) if owners else (dates, "")


def _bodies(log: Sequence[LogAction]) -> str:
    names = sorted({a.body_name for a in log})
    return names[0] if len(names) == 1 else f"of {len(names)} bodies"


def _item_words(item: Item) -> str:
    return f"item {item.number}" if item.number else item.title


def _where(meeting: Meeting, item: Item) -> Where:
    return Where(meeting.body.id, meeting.id, item.id)


def _count(count: int, noun: str) -> str:
    return f"{count} {noun}{'' if count == 1 else 's'}"
