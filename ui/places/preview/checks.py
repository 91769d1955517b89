"""What is looked at before a paper goes out, in words and never in the way; each leads to where it is put right."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from datetime import date
from typing import TYPE_CHECKING

from ui.place import PUBLIC_SUMMARY, Where
from ui.places.preview.audience import PUBLIC
from ui.places.preview.offers import ACTIONS, AGENDA, MINUTES, REGISTER
from wibdesk.documents.pdf.checking import findings_words
from wibdesk.domain.actions import LogAction, is_overdue
from wibdesk.domain.agenda import Item
from wibdesk.domain.attendance import Status
from wibdesk.domain.deadlines import DueKind
from wibdesk.domain.entries import Action, Entry, Paragraph, PrivateNote
from wibdesk.domain.entry_lines import entry_lines
from wibdesk.domain.gaps import GAP, Gap, gaps_in, slots_in
from wibdesk.domain.meetings import Meeting, Stage
from wibdesk.domain.parking import is_parked, parked_words
from wibdesk.language import counted, say
from wibdesk.shorthand.lines import is_left

if TYPE_CHECKING:
    from ui.places.preview.looking import Looked

LONGEST_LINE = 60  # letters shown of a line


@dataclass(frozen=True)
class Check:
    """A finding: icon, tone, what, more of it, and the place that it leads to."""

    icon: str
    tone: str
    words: str
    more: str = ""
    place: str = ""
    where: Where = Where()  # noqa: RUF009 - frozen


def checks(looked: "Looked") -> list[Check]:
    """Return what is to be said of a paper before it goes out; of one refused, only why and where to put it right."""
    order, meeting = looked.order, looked.order.meeting
    if looked.document is None:
        return [_refusal(looked)]
    said = [Check("info", "warn", say("Good to know"), words) for words in looked.remarks]
    if looked.document.status:
        said.append(Check("info", "muted", say("Marked on every page"), looked.document.status))
    if meeting is None:
        return [*said, *_of_body(looked)]
    if order.kind.tells:
        items = [item for item in meeting.items if order.item is None or item.id == order.item.id]
        said += [_gaps(meeting, items), *_slots(meeting, items), *_commands(items, meeting), *_parked(meeting, items)]
    if order.kind.name == MINUTES:
        said += [_owners(meeting), _attendance(meeting)]
    if order.kind.name == AGENDA:
        said += _agenda_checks(meeting)
    if not order.kind.tells and order.kind.name != AGENDA:
        said.append(_held(meeting))
    return said


def pdf_check(findings: Sequence[str] | None) -> Check:
    """Return what the check of the finished PDF found; None while it is looked at."""
    if findings is None:
        return Check("hourglass", "muted", say("Checking the PDF"), say("tags, fonts, language, title"))
    if not findings:
        return Check(
            "shield-check", "good", say("Readable with a screen reader"), say("PDF/UA-1 and PDF/A-2a, checked")
        )
    return Check("triangle-alert", "warn", say("The PDF breaks a rule"), findings_words(findings))


def _refusal(looked: "Looked") -> Check:
    item, meeting = looked.untold, looked.order.meeting
    if item is None or meeting is None:
        return Check("info", "warn", looked.refusal)
    more = say("{item_words}: go there and write its public summary", item_words=_item_words(item))
    to_summary = replace(_where(meeting, item), note=PUBLIC_SUMMARY)
    return Check("eye-off", "warn", say("No public version yet"), more, "agenda", to_summary)


def _of_body(looked: "Looked") -> list[Check]:
    order = looked.order
    if order.kind.name == ACTIONS:
        actions, public = order.gathered.material.actions, order.edition.value == PUBLIC
        printed = [action for action in actions if action.part == 1 or not public]
        where = Where(body_id=order.body.id if order.body is not None else "")
        return _log_checks(printed, where, order.now.date())
    if order.kind.name == REGISTER:
        count = len(order.gathered.material.meetings)
        more = say("held so far, with attendance recorded")
        return [
            Check(
                "users",
                "good" if count else "warn",
                counted(count, "{number} meeting", "{number} meetings") if count else say("No meeting"),
                more,
            )
        ]
    gaps = sum(line.count(GAP) for line in looked.lines())
    return [
        Check("flag", "warn", counted(gaps, "{number} gap still open", "{number} gaps still open"))
        if gaps
        else _no_gap()
    ]


def _gaps(meeting: Meeting, items: Sequence[Item]) -> Check:
    found = _printed(items, gaps_in)
    if not found:
        return _no_gap()
    item, entry, gap = found[0]
    more = f"{_item_words(item)}: {_around(entry, gap)}"
    return Check(
        "flag",
        "warn",
        counted(len(found), "{number} gap still open", "{number} gaps still open"),
        more,
        "room",
        _where(meeting, item),
    )


def _slots(meeting: Meeting, items: Sequence[Item]) -> list[Check]:
    found = _printed(items, slots_in)
    if not found:
        return []
    item, entry, slot = found[0]
    more = f"{_item_words(item)}: {_around(entry, slot)}"
    words = counted(len(found), "{number} slot of phrases not filled in", "{number} slots of phrases not filled in")
    return [Check("flag", "warn", words, more, "room", _where(meeting, item))]


def _commands(items: Sequence[Item], meeting: Meeting) -> list[Check]:
    """Return that a line such as `/out kr` stands among the words, which nobody means to print."""
    found = [(i, e) for i in items for e in i.entries if isinstance(e, Paragraph) and is_left(e.text)]
    if not found:
        return []
    item, entry = found[0]
    words = (
        say("1 line is a command still")
        if len(found) == 1
        else say("{number} lines are commands still", number=len(found))
    )
    more = f"{_item_words(item)}: {entry.text[:LONGEST_LINE]}"
    return [Check("flag", "warn", words, more, "room", _where(meeting, item))]


def _parked(meeting: Meeting, items: Sequence[Item]) -> list[Check]:
    found = [(item, entry) for item in items for entry in item.entries if is_parked(entry)]
    if not found:
        return []
    item, note = found[0]
    more = f"{_item_words(item)}: {parked_words(note)}"
    return [
        Check(
            "square-parking",
            "muted",
            say("{number} parked, left out", number=len(found)),
            more,
            "room",
            _where(meeting, item),
        )
    ]


def _printed(items: Sequence[Item], look: Callable[[Sequence[Entry]], Sequence[Gap]]) -> list[tuple[Item, Entry, Gap]]:
    """Return the places that are looked for in what is printed: private notes never are."""
    printed = [(item, entry) for item in items for entry in item.entries if not isinstance(entry, PrivateNote)]
    return [(item, entry, gap) for item, entry in printed for gap in look((entry,))]


def _around(entry: Entry, gap: Gap) -> str:
    """Return whole words round a place."""
    words = entry_lines(entry)[gap.part]
    before, after = words[: gap.offset].split(" "), words[gap.offset :].split(" ")
    return " ".join((" ".join(before[-4:]) + " ".join(after[:3])).split())


def _no_gap() -> Check:
    return Check("flag", "good", say("No gap left open"), say("nothing is marked @@"))


def _owners(meeting: Meeting) -> Check:
    actions = meeting.actions()
    bare = [(i, a) for i, a in actions if not a.owners]
    undated = [(i, a) for i, a in actions if _undated(a)]
    if not actions:
        return Check("list-checks", "good", say("No action in these minutes"))
    if not bare and not undated:
        return Check(
            "list-checks",
            "good",
            say("Every action has owner and date"),
            counted(len(actions), "{number} action", "{number} actions"),
        )
    words = _wanting(len(bare), len(undated))
    item = (bare or undated)[0][0]
    return Check("list-checks", "warn", words[0], words[1] or _item_words(item), "room", _where(meeting, item))


def _attendance(meeting: Meeting) -> Check:
    people = meeting.attendance
    unknown = [p for p in people if p.status is Status.UNKNOWN]
    where = Where(meeting.body.id, meeting.id)
    if not people:
        return Check(
            "users", "warn", say("Nobody on the attendance list"), say("names are ticked in the room"), "room", where
        )
    if unknown:
        names = ", ".join(p.shown for p in unknown[:3])
        return Check(
            "users", "warn", say("Attendance of {number} not recorded", number=len(unknown)), names, "room", where
        )
    return Check(
        "user-check", "good", say("Attendance recorded"), counted(len(people), "{number} name", "{number} names")
    )


def _held(meeting: Meeting) -> Check:
    details = meeting.details
    missing = [
        word
        for word, there in (("date", details.date), ("start", details.start), ("venue", details.venue))
        if not there
    ]
    if missing:
        where = Where(meeting.body.id, meeting.id)
        return Check("clock", "warn", say("No {missing}", missing=say(" and no ").join(missing)), "", "meetings", where)
    return Check("clock", "good", say("Date, start and venue are given"), details.venue or "")


def _agenda_checks(meeting: Meeting) -> list[Check]:
    details, where = meeting.details, Where(meeting.body.id, meeting.id)
    count, exempt = len(meeting.items), sum(item.part == 2 for item in meeting.items)
    items = Check(
        "list-checks",
        "good",
        counted(count, "{number} item", "{number} items"),
        say("{exempt} in part 2", exempt=exempt) if exempt else say("all in public"),
    )
    if not count:
        items = Check("list-checks", "warn", say("No item yet"), say("an agenda has at least one"), "agenda", where)
    late = [item for item in meeting.items if item.late]
    more = (
        [Check("info", "good", counted(len(late), "{number} late item", "{number} late items"), late[0].title)]
        if late
        else []
    )
    started = [Check("info", "warn", say("The meeting has begun"))] if details.stage is not Stage.PLANNED else []
    return [_held(meeting), items, *more, *started]


def _log_checks(log: Sequence[LogAction], where: Where, today: date) -> list[Check]:
    overdue = [a for a in log if is_overdue(a.action, today)]
    bare, undated = [a for a in log if not a.action.owners], [a for a in log if _undated(a.action)]
    if not log:
        return [
            Check("list-checks", "warn", say("No action in this log"), say("as it is narrowed now"), "actions", where)
        ]
    made = [Check("list-checks", "good", counted(len(log), "{number} action", "{number} actions"), _bodies(log))]
    if overdue:
        made.append(
            Check(
                "circle-alert",
                "warn",
                say("{number} overdue", number=len(overdue)),
                say("stand first"),
                "actions",
                where,
            )
        )
    if bare or undated:
        words = _wanting(len(bare), len(undated))
        made.append(Check("user-round", "warn", *words, place="actions", where=where))
    return made


def _undated(action: Action) -> bool:
    return action.status.unfinished and action.due.kind is DueKind.NONE


def _wanting(bare: int, undated: int) -> tuple[str, str]:
    owners = counted(bare, "{number} action without an owner", "{number} actions without an owner") if bare else ""
    dates = counted(undated, "{number} action without a date", "{number} actions without a date") if undated else ""
    return (owners, dates) if owners else (dates, "")


def _bodies(log: Sequence[LogAction]) -> str:
    names = sorted({a.body_name for a in log})
    return names[0] if len(names) == 1 else say("of {number} bodies", number=len(names))


def _item_words(item: Item) -> str:
    return say("item {number}", number=item.number) if item.number else item.title


def _where(meeting: Meeting, item: Item) -> Where:
    return Where(meeting.body.id, meeting.id, item.id)
