"""The invented meeting that shows a house style: something of everything that a style sets out, on about two pages."""

from datetime import date, datetime, time

from wibdesk.domain.agenda import Item, Paper
from wibdesk.domain.attendance import Attendee, Interval, Status
from wibdesk.domain.bodies import Body
from wibdesk.domain.deadlines import Due, DueKind
from wibdesk.domain.entries import (
    Action,
    Amendment,
    Bullet,
    Decision,
    Declaration,
    Entry,
    Paragraph,
    Subheading,
    Table,
)
from wibdesk.domain.meetings import Meeting, MeetingDetails, NextMeeting
from wibdesk.domain.people import Group

SAMPLE_NOW = datetime(2026, 9, 8, 10, 0)
"""When the sample is set, so that the same style always gives the same pages."""

_BODY = Body("Marlow Vale Partnership Board", id="sample-body")
_DAY, _NEXT = date(2026, 9, 1), date(2026, 10, 6)
_COUNCIL, _HEALTH = "Marlow Vale Council", "Marlow Vale Hospitals Trust"


def sample_meeting(style_name: str) -> Meeting:
    """Return the meeting as if it had been minuted in the named style."""
    details = MeetingDetails(
        _BODY.id, _DAY, "M1", start=time(9, 30), end=time(11, 20), venue="Committee Room 1, Vale House",
        house_style=style_name, id="sample-meeting",
    )  # fmt: skip
    nexts = (
        NextMeeting(_NEXT, time(9, 30), id="sample-next-1"),
        NextMeeting(date(2026, 11, 10), time(14, 0), date(2026, 11, 3), id="sample-next-2"),
    )
    return Meeting(_BODY, details, _people(), (*_opening(), *_business(), *_closing()), nexts)


def _people() -> tuple[Attendee, ...]:
    there, away = Status.PRESENT, Status.APOLOGIES
    member, officer = Group.MEMBER, Group.IN_ATTENDANCE
    return (
        Attendee("Ruth Calloway", there, member, "Independent Chair", initials="RC", chair=True),
        Attendee("Cllr Peter Anand MBE", there, member, "Cabinet Member for Children", _COUNCIL, initials="PA"),
        Attendee("Supt Karen Rowe QPM", there, member, "Head of Protection", "Marlow Vale Police", initials="KR"),
        Attendee("Ifan Nolan", there, member, "Deputy Medical Director", _HEALTH, initials="IN",
                 deputy_for=("Dr Priya Hart",)),
        Attendee("Sian Price", there, member, "Head Teacher", "Schools Forum", initials="SP",
                 intervals=(Interval(time(9, 58), None, "3"),)),
        Attendee("Dr Priya Hart", away, member, "Medical Director", _HEALTH, initials="PH"),
        Attendee("Tom Okafor", Status.ABSENT, member, "Chief Executive", "Voluntary Action", initials="TO"),
        Attendee("Jamila Amari", there, officer, "Head of Front Door", _COUNCIL, initials="JA"),
        Attendee("Alan Shaw", there, officer, "Clerk to the Board", _COUNCIL, initials="AS"),
    )  # fmt: skip


def _item(number: int, title: str, at: time | None, *entries: Entry, **more: object) -> Item:
    return Item(title, str(number), at, entries=entries, id=f"sample-item-{number}", **more)  # type: ignore[arg-type]


def _opening() -> tuple[Item, ...]:
    return (
        _item(1, "Welcome and apologies", time(9, 30),
              Paragraph("The Chair welcomed everybody. Ifan Nolan stood in for Dr Priya Hart."),
              Declaration("Sian Price", "3", "personal", "her school takes part in the pilot", True, False)),
        _item(2, "Minutes of the last meeting", time(9, 35),
              Amendment(date(2026, 7, 7), "page 2, third paragraph", "a third", "a quarter", "Karen Rowe"),
              Decision(("That the minutes of 7 July 2026, so corrected, be signed as a correct record.",), "Agreed")),
    )  # fmt: skip


def _business() -> tuple[Item, ...]:
    return (
        _item(3, "Front door", time(9, 45),
              Paragraph("The Board heard that contacts had risen by *nine per cent* over the summer."),
              Bullet("Two duty posts were filled by agency staff."),
              Bullet("Partners did not count returns on the same basis."),
              Decision(("That every report use the twelve-month definition from 1 October 2026;",
                        "That the definition be published with the scorecard."), "Resolved"),
              Action("Write the definition into the audit contract", ("Supt Karen Rowe QPM", "Jamila Amari"),
                     Due(DueKind.DATE, _NEXT), ref="3.1"),
              Action("Bring a map of health-visitor vacancies", ("Ifan Nolan",), Due(DueKind.DATE, _NEXT), ref="3.2"),
              presenter="Jamila Amari", papers=(Paper("Quarterly report", "PDF 701 KB", "report"),)),
        _item(4, "Scorecard", time(10, 10), Subheading("Timeliness"),
              Paragraph("Assessments within time stood at 84 per cent."),
              Table((("July", "1,204", "81 %"), ("August", "1,312", "84 %")), ("Month", "Contacts", "Within time"),
                    "Contacts and assessments"),
              Decision(("The report was noted.",), "Noted"),
              Action("Set a target for the winter", ("Cllr Peter Anand MBE",),
                     Due(DueKind.MEETING, _NEXT, as_written="next meeting"), ref="4.1")),
    )  # fmt: skip


def _closing() -> tuple[Item, ...]:
    return (
        _item(5, "Lease of Elm Road nursery", time(10, 45),
              Paragraph("The Board considered the terms that the landlord had offered."),
              Decision(("That the lease be renewed for two years.",), "Resolved"),
              part=2, exempt_paragraph="3", public_summary="The Board agreed how to go on with the lease."),
        _item(6, "Any other business", None, Paragraph("There was none.")),
    )  # fmt: skip
