"""Rich invented material of every size, for the tests of documents and for looking at them; `MATERIALS` names all.

Nothing here is random: the same call gives the same records, identifiers too.
"""

from collections.abc import Callable, Mapping
from dataclasses import replace
from datetime import date, datetime, time, timedelta
from types import MappingProxyType

from tests.documents.sample_business import LONG_ITEM, board_items, note_items
from wibdesk.documents.material import LogOrder, Material
from wibdesk.domain.actions import ActionUpdate, LogAction
from wibdesk.domain.agenda import Item
from wibdesk.domain.attendance import Attendee, Interval, Status
from wibdesk.domain.bodies import Body
from wibdesk.domain.deadlines import Due, DueKind
from wibdesk.domain.entries import Action, Paragraph, Progress
from wibdesk.domain.meetings import Meeting, MeetingDetails, NextMeeting
from wibdesk.domain.people import Group
from wibdesk.domain.plans import Activity, Lead, Milestone, Plan, PlanSection, Workstream

NOW = datetime(2026, 9, 12, 10, 15)
BOARD = Body("Norbury Children's Improvement Board", "partnership_board", "organisation_board", id="body-norbury")
COUNCIL = Body("Marlbridge Borough Council", "principal_council", "improvement_board", id="body-marlbridge")
LONG_BODY = Body(
    "Joint Strategic Oversight and Scrutiny Committee for Health, Wellbeing, Children's Services and Community Safety "
    "of the Combined Authorities of Northmarch, Upper Wenlow and the Vale of Ashcombe",
    id="body-long",
)

_OFFICERS = (
    ("Helen Ferrer", "Independent Chair", "DfE adviser"),
    ("Cllr Bernard Sutton MBE", "Cabinet Member for Children", "Norbury Council"),
    ("Det Supt Karen Rowe", "Head of Public Protection", "Norbury Police"),
    ("Dr Priya Hart", "Medical Director", "Norbury Integrated Care Board"),
    ("Jamila Amari", "Head of Front Door", "Norbury Council"),
    ("Siân Llywelyn-Price", "Head Teacher", "Primary Heads' Forum"),
    ("Tomasz Wiśniewski", "Chief Executive", "Norbury Voluntary Action"),
    ("Bev Morgan", "Director of Children's Services", "Norbury Council"),
)
_BESIDE = (
    ("Ifan Nolan", "Deputy Medical Director", "Norbury Integrated Care Board"),
    ("Ruth Okafor", "Head of Quality and Performance", "Norbury Council"),
    ("Alina Shah", "Clerk to the Board", "Norbury Council"),
    ("Greg Pell", "Improvement Adviser", "Regional Improvement Alliance"),
)
_FIRST = "Ann Basil Chloe David Edith Farid Gwen Harold Imogen Joseph Kemi Laurence".split()
_LAST = "Abbott Barnes Cartwright Dhillon Eastwood".split()


def board_people() -> tuple[Attendee, ...]:
    """Twelve people of a board: a deputy, apologies, a late arrival, an early leaver, an observer."""
    rows = [
        Attendee(name, Status.PRESENT, Group.MEMBER, post, of, person_id=f"person-{n}", id=f"attendee-{n}")
        for n, (name, post, of) in enumerate(_OFFICERS)
    ]
    rows += [
        Attendee(
            name, Status.PRESENT, Group.IN_ATTENDANCE, post, of, "Officers in attendance",
            person_id=f"person-{n}", id=f"attendee-{n}",
        )
        for n, (name, post, of) in enumerate(_BESIDE, len(rows))
    ]  # fmt: skip
    rows[0] = replace(rows[0], chair=True)
    rows[3] = replace(rows[3], status=Status.APOLOGIES)
    rows[5] = replace(rows[5], intervals=(Interval(time(10, 41), None, "4"),))
    rows[6] = replace(rows[6], intervals=(Interval(time(9, 30), time(11, 5), "5"),))
    rows[8] = replace(rows[8], group=Group.MEMBER, group_label=None, deputy_for=("Dr Priya Hart",))
    rows[11] = replace(rows[11], group=Group.OBSERVER, group_label=None)
    return tuple(rows)


def council_people() -> tuple[Attendee, ...]:
    """Sixty councillors: most there, some with apologies, a few absent."""
    names = [f"Councillor {first} {last}" for last in _LAST for first in _FIRST]
    return tuple(
        Attendee(
            name, Status.APOLOGIES if n % 11 == 4 else Status.ABSENT if n % 23 == 9 else Status.PRESENT,
            role="Mayor" if n == 0 else None, chair=n == 0, person_id=f"councillor-{n}", id=f"seat-{n}",
        )
        for n, name in enumerate(names)
    )  # fmt: skip


def board_meeting() -> Meeting:
    """A two-hour board with twelve people and nine items, one of them exempt and one late."""
    return Meeting(
        BOARD,
        MeetingDetails(
            BOARD.id, date(2026, 9, 1), "M7", start=time(9, 30), end=time(11, 40),
            venue="Committee Room 1, Town Hall, Norbury NB1 4AA",
            contact="Alina Shah, 01632 960 123, clerk@norbury.example", public_present=3, id="meeting-board",
        ),
        board_people(), board_items(), coming_dates(),
    )  # fmt: skip


def coming_dates() -> tuple[NextMeeting, ...]:
    """Three dates to come: one rearranged, one cancelled."""
    return (
        NextMeeting(date(2026, 10, 6), time(9, 30), id="next-0"),
        NextMeeting(date(2026, 11, 10), time(9, 30), date(2026, 11, 3), id="next-1"),
        NextMeeting(date(2026, 12, 1), time(14), cancelled=True, id="next-2"),
    )


def small_meeting() -> Meeting:
    """Three people and one item."""
    items = (Item("To agree the date of the site visit", "1", entries=(Paragraph("It was agreed.", id="e"),), id="i"),)
    details = MeetingDetails(BOARD.id, date(2026, 9, 8), "M8", start=time(14), venue="Online", id="meeting-small")
    return Meeting(BOARD, details, board_people()[:3], items)


def council_meeting() -> Meeting:
    """A full council: sixty councillors, four items."""
    details = MeetingDetails(
        COUNCIL.id, date(2026, 9, 10), "M9", start=time(18), end=time(20, 55), venue="Council Chamber", id="meeting-c"
    )
    return Meeting(COUNCIL, details, council_people(), board_items()[:4], coming_dates()[:1])


def long_meeting() -> Meeting:
    """Twelve people and forty items, the last three exempt."""
    meeting = board_meeting()
    return replace(meeting, items=note_items(40))


def long_names_meeting() -> Meeting:
    """A body, people, posts, items and papers with names that no column expects."""
    people = (
        Attendee(
            "The Right Reverend and Right Honourable Dr Bartholomew Featherstonehaugh-Cholmondeley CBE QPM DL",
            Status.PRESENT, role="Independent Chair of the Joint Safeguarding Assurance and Improvement Partnership",
            organisation="Diocesan Board of Education for Northmarch, Upper Wenlow and the Vale of Ashcombe",
            chair=True, id="long-0",
        ),
        Attendee("Llanfairpwllgwyngyllgogerychwyrndrobwllllantysiliogogogoch Jones", Status.APOLOGIES, id="long-1"),
        Attendee(None, Status.ABSENT, role="Voluntary sector seat (vacant)", id="long-2"),
    )  # fmt: skip
    details = MeetingDetails(LONG_BODY.id, date(2026, 9, 1), "M10", start=time(9, 30), id="meeting-long")
    return Meeting(LONG_BODY, details, people, (LONG_ITEM,))


def year_of_meetings(count: int = 8) -> tuple[Meeting, ...]:
    """The board's meetings month by month up to September 2026, oldest first.

    One member joined at the third, one left after the fifth; deputies, apologies and absences are spread over them.
    """
    return tuple(_sitting(n, count) for n in range(count))


def _sitting(n: int, count: int) -> Meeting:
    back = count - 1 - n
    year, month = divmod(2026 * 12 + 8 - back, 12)
    day = date(year, month + 1, 1) + timedelta(days=n % 5)
    people: list[Attendee] = []
    for m, person in enumerate(board_people()):
        if (m == 7 and n < 2) or (m == 6 and n > 4):
            continue
        turn = (n * 3 + m * 5) % 9
        away = m not in (0, 10) and turn in (0, 4)
        status = (Status.APOLOGIES if turn else Status.ABSENT) if away else Status.PRESENT
        if m in (3, 8):
            # The doctor sends her deputy to every other meeting.
            present = (n % 2 == 0) == (m == 3)
            status = Status.PRESENT if present else Status.APOLOGIES
            if m == 8 and not present:
                continue
        people.append(replace(person, status=status, intervals=(), id=f"{person.id}-{n}"))
    details = replace(board_meeting().details, date=day, ref=f"M{n + 1}", id=f"meeting-{n}")
    return Meeting(BOARD, details, tuple(people))


_TASKS = (
    "Agree one shared definition of a re-referral",
    "Bring a heat map of health-visitor vacancies",
    "Write to the schools that sent no data, with the form and the day by which it is wanted",
    "Update the improvement plan and circulate it",
    "Publish the **Local Offer** on [the council's pages](https://norbury.example/offer)",
    "Draw up the terms of reference of the workforce group, share them with partners and report back what was said",
    "Confirm the venue",
    "Check thresholds with the police",
)
_OWNERS = (
    (("Det Supt Karen Rowe", "Jamila Amari"), ("Norbury Police", "Norbury Council")),
    (("Ifan Nolan",), ("Norbury Integrated Care Board",)),
    (("Siân Llywelyn-Price",), ("Primary Heads' Forum",)),
    (("Bev Morgan",), ("Norbury Council",)),
    (("Ruth Okafor",), ("Norbury Council",)),
    (("All Board members",), ()),
    ((), ()),
)
_PROGRESS = (
    Progress.OPEN, Progress.IN_PROGRESS, Progress.OPEN, Progress.CARRIED, Progress.DONE, Progress.OPEN,
    Progress.CLOSED, Progress.OPEN, Progress.CANCELLED,
)  # fmt: skip
_SUBJECTS = ("Front door", "Workforce", "Performance", "Voice of the child", "Any other business", "Learning review")
_NOTES = (
    "Draft shared with partners; two replies are still to come.",
    "Chased by e-mail.",
    "",
    "Carried: the data will not be ready before the October meeting.",
)


def action_log(count: int = 40, bodies: tuple[Body, ...] = (BOARD,)) -> tuple[LogAction, ...]:
    """Actions of every status and kind of deadline, raised at five meetings, with updates."""
    return tuple(_logged(n, bodies[n % len(bodies)]) for n in range(count))


def _logged(n: int, body: Body) -> LogAction:
    raised = date(2026, 1 + 2 * (n % 5), 7)
    owners, organisations = _OWNERS[n % 7]
    status = _PROGRESS[n % 9]
    note = _NOTES[n % 4]
    serial = 1 + n // 6
    moment = datetime(2026, 9, 2 + n % 9, 9, 5)
    return LogAction(
        Action(_TASKS[n % 8], owners, _due(n, raised), status, f"{1 + n % 6}.{serial}", id=f"action-{n}"),
        body.id, body.name, f"meeting-{n % 5}", f"M{n % 5 + 1}", raised, f"logged-item-{n % 6}", str(1 + n % 6),
        _SUBJECTS[n % 6],
        updates=(ActionUpdate(moment, status, note),) if note else (), organisations=organisations,
    )  # fmt: skip


def _due(n: int, raised: date) -> Due:
    day = raised + timedelta(days=20 + 9 * (n % 17))
    forms = (
        Due(DueKind.DATE, day),
        Due(DueKind.DATE, day, as_written=f"by {day.day}/{day.month}"),
        Due(DueKind.MEETING, date(2026, 10, 6), as_written="next Board"),
        Due(DueKind.MONTH, month=date(2026, 12, 1), as_written="December"),
        Due(),
        Due(DueKind.RANGE, start=day, end=day + timedelta(days=30)),
        Due(as_written="31/09/26"),
        Due(as_written="ASAP"),
        Due(DueKind.FROM, date(2026, 9, 30)),
    )
    return forms[n % len(forms)]


def improvement_plan(activities: int = 4) -> Plan:
    """A plan with prose and three workstreams, done, overdue, undated and impossible milestones among them."""
    names = ("Practice improvement", "Education improvement", "Workforce stability")
    sections = (
        PlanSection("1.0", "Introduction", (
            Paragraph("This plan is a live document, reviewed every six months.", "1.1", id="s1"),
            Paragraph("It answers what the inspection of spring 2025 asked for.", "1.2", id="s2"),
        ), id="section-1"),
        PlanSection("2.0", "How it is tracked", (
            Paragraph("The Board has a report at each meeting.", "2.1", id="s3"),), id="section-2"),
    )  # fmt: skip
    streams = tuple(
        Workstream(name, str(n), tuple(_activity(n, m) for m in range(activities)), id=f"stream-{n}")
        for n, name in enumerate(names, 1)
    )
    return Plan(
        BOARD.id, BOARD.name, "Children and Young People's Improvement Plan", "P1", "2025 to 2027", "2026-04",
        sections=sections, workstreams=streams, id="plan-norbury",
    )  # fmt: skip


_ACTIVITIES = (
    "Child's journey practice programme",
    "Reducing the number of children looked after and the cost of placements",
    "Fostering action plan",
    "School provision review",
)


def _activity(stream: int, n: int) -> Activity:
    steps = (
        Milestone("Scope and resources agreed", _on(date(2026, 5, 31)), Progress.DONE),
        Milestone("Roll-out across all services", Due(
            DueKind.RANGE, start=date(2026, 5, 31), end=date(2026, 9, 30), as_written="31/05/26 – 30/09/26")),
        Milestone("Evaluation completed", Due(DueKind.DATE, date(2026, 8, 31), as_written="by 31/08/26")),
        Milestone("Changes implemented", Due(as_written="31/09/26")),
        Milestone("Training underway, a two-year rolling programme"),
        Milestone("Review of the first phase", Due(DueKind.MONTH, month=date(2027, 3, 1), as_written="March 2027")),
    )  # fmt: skip
    leads = (Lead("Joe Hadley", "Head of Practice"), Lead("Sue Tolland"))
    chosen = tuple(replace(step, id=f"step-{stream}-{n}-{m}") for m, step in enumerate(steps) if (m + n) % 3 or not n)
    return Activity(_ACTIVITIES[n % 4], leads[: 1 + n % 2], chosen, id=f"activity-{stream}-{n}")


def _on(day: date) -> Due:
    return Due(DueKind.DATE, day, as_written=f"{day.day:02}/{day.month:02}/{day.year % 100}")


def of_meeting(meeting: Meeting, item_id: str | None = None) -> Material:
    """The material of one meeting, with the body's log and its meetings up to this one."""
    earlier = year_of_meetings(6)[:-1] if meeting.body == BOARD else ()
    actions = action_log(12, (meeting.body,))
    return Material(NOW, meeting.body.name, meeting, item_id, actions=actions, meetings=(*earlier, meeting))


def of_log(order: LogOrder = LogOrder.DUE, *, all_bodies: bool = False, count: int = 40) -> Material:
    """The material of the action log of the board or of all bodies."""
    bodies = (BOARD, COUNCIL, LONG_BODY) if all_bodies else (BOARD,)
    return Material(NOW, "" if all_bodies else BOARD.name, actions=action_log(count, bodies), order=order)


def of_register(count: int = 8) -> Material:
    """The material of the attendance register of the board."""
    return Material(NOW, BOARD.name, meetings=year_of_meetings(count))


def of_plan(activities: int = 4) -> Material:
    """The material of the plan."""
    return Material(NOW, BOARD.name, plan=improvement_plan(activities))


MATERIALS: Mapping[str, Callable[[], Material]] = MappingProxyType(
    {
        "board": lambda: of_meeting(board_meeting(), "item-4"),
        "small": lambda: of_meeting(small_meeting()),
        "council": lambda: of_meeting(council_meeting()),
        "forty items": lambda: of_meeting(long_meeting()),
        "long names": lambda: of_meeting(long_names_meeting()),
        "log by due": of_log,
        "log by owner": lambda: of_log(LogOrder.OWNER),
        "log by organisation": lambda: of_log(LogOrder.ORGANISATION),
        "log of all bodies": lambda: of_log(all_bodies=True),
        "register": of_register,
        "register of two years": lambda: of_register(24),
        "plan": of_plan,
    }
)
"""Material of every sort by a name to show: made anew at each call."""
