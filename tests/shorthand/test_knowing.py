"""What the shorthand knows of a meeting: people, days and the item, gathered from the records."""

from datetime import date, time
from typing import Any

import pytest

from wibdesk.domain.agenda import Item, Paper
from wibdesk.domain.attendance import Attendee, Interval, Status
from wibdesk.domain.bodies import Body
from wibdesk.domain.entries import Action, Amendment, Decision, Declaration, Paragraph, Vote
from wibdesk.domain.meetings import Meeting, MeetingDetails, NextMeeting
from wibdesk.domain.people import Group, Person
from wibdesk.shorthand.knowing import known_of
from wibdesk.shorthand.known import Known, KnownItem
from wibdesk.shorthand.lines import read_line

BODY = Body("Norbury Board", id="b")
DAY = date(2026, 9, 1)


def meeting(attendance: tuple[Attendee, ...] = (), items: tuple[Item, ...] = (), **details: Any) -> Meeting:
    coming = (NextMeeting(date(2026, 10, 6)), NextMeeting(date(2026, 11, 3), cancelled=True), NextMeeting(None))
    return Meeting(BODY, MeetingDetails("b", details.pop("day", DAY), **details), attendance, items, coming)


def names(known: Known) -> list[str]:
    return [one.name for one in known.people]


def test_the_people_are_those_listed_and_then_the_roster() -> None:
    here = Attendee("Helen Ferrer", Status.PRESENT, chair=True, initials="HF", id="1")
    gone = Attendee("Bob Lee", Status.PRESENT, intervals=(Interval(time(9, 30), time(10)),), id="2")
    post = Attendee(None, Status.UNKNOWN, Group.IN_ATTENDANCE, role="Head of Service", id="3")
    linked = Attendee("K Rowe", Status.APOLOGIES, person_id="rowe", id="4")
    nobody = Attendee(None, Status.UNKNOWN, id="5")
    roster = (
        Person("b", "helen ferrer"),
        Person("b", "Det Supt Karen Rowe", id="rowe"),
        Person("b", "Ann Moss", printed="Cllr Ann Moss", role="Leader", organisation="Council", initials="AM"),
        Person("b", "Old Member", to_date=date(2025, 1, 1)),
    )
    known = known_of(meeting((here, gone, post, linked, nobody)), roster, shown=str.upper)
    assert names(known) == ["Helen Ferrer", "Bob Lee", "Head of Service", "K Rowe", "Cllr Ann Moss"]
    assert [one.present for one in known.people] == [True, False, False, False, False]
    assert [one.attendee_id for one in known.people] == ["1", "2", "3", "4", ""]
    assert (known.people[0].in_text, known.people[0].chair) == ("HELEN FERRER", True)
    assert (known.people[4].role, known.people[4].organisation, known.people[4].initials) == ("Leader", "Council", "AM")


def test_the_days_are_the_body_s_and_those_that_the_meeting_lists() -> None:
    known = known_of(meeting(), scheduled=(date(2026, 7, 7), date(2026, 6, 2), date(2026, 12, 1)))
    assert known.scheduled == (date(2026, 6, 2), date(2026, 7, 7), date(2026, 10, 6), date(2026, 12, 1))
    assert known.previous == date(2026, 7, 7)
    assert known_of(meeting()).previous is None
    assert known_of(meeting(), previous=DAY).previous == DAY
    assert date(2026, 12, 25) in known.holidays
    assert date(2027, 3, 26) in known.holidays


@pytest.mark.parametrize(
    "item",
    [
        Item("Minutes of the meeting held on 7 July 2026"),
        Item("Minutes of the last meeting", entries=(Decision(("That the minutes of 7 July 2026 be approved.",)),)),
        Item("Minutes of the last meeting", entries=(Paragraph("The minutes of 07/07/2026 were read."),)),
        Item("Anything", entries=(Amendment(None, "page 1", "x"), Amendment(date(2026, 7, 7), "page 2", "x"))),
    ],
)
def test_with_no_meeting_before_the_item_on_its_minutes_says_when_it_was(item: Item) -> None:
    assert known_of(meeting(items=(item,))).previous == date(2026, 7, 7)


def test_another_item_does_not_say_when_the_last_meeting_was() -> None:
    assert known_of(meeting(items=(Item("Report", entries=(Paragraph("Since 7 July 2026."),)),))).previous is None


def test_an_undated_meeting_counts_from_today() -> None:
    assert known_of(meeting(day=None), today=date(2026, 3, 3)).on == date(2026, 3, 3)
    assert known_of(meeting(day=None)).on == date.min
    assert known_of(meeting(day=date.max)).holidays


def test_the_items_are_known_by_the_number_shown() -> None:
    items = (Item("Welcome", "1", id="x"), Item("Other", id="y"))
    known = known_of(meeting(items=items), item_id="y", now=time(9))
    assert known.items == (KnownItem("x", "1", "Welcome"), KnownItem("y", "2", "Other"))
    assert known.references == ()
    assert known_of(meeting(items=(Item("A", entries=(Action("x", ref="1.1"), Action("y"))),))).references == ("1.1",)
    assert (known.item, known.now) == ("y", time(9))


def test_who_was_named_last_in_the_item_comes_first() -> None:
    entries = (
        Paragraph("Bob Lee spoke."),
        Action("write", ("Ann Moss",)),
        Declaration("Carl Poe"),
        Vote("That X"),
    )
    people = tuple(Attendee(name, Status.PRESENT) for name in ("Dan Ray", "Bob Lee", "Ann Moss", "Carl Poe"))
    item = Item("Front door", id="x", entries=entries)
    known = known_of(meeting(people, (item,)), item_id="x")
    assert names(known) == ["Carl Poe", "Ann Moss", "Bob Lee", "Dan Ray"]
    assert names(known_of(meeting(people, (item,)))) == ["Dan Ray", "Bob Lee", "Ann Moss", "Carl Poe"]


def test_of_two_who_are_meant_the_one_named_last_is_the_likelier() -> None:
    people = (Attendee("Ann Lee", Status.PRESENT), Attendee("Bob Lee", Status.PRESENT))
    item = Item("Front door", id="x", entries=(Paragraph("Bob Lee spoke."),))
    (ask,) = read_line("/a lee to write", known_of(meeting(people, (item,)), item_id="x")).asks
    assert ask.choices == ("Bob Lee", "Ann Lee")


def test_a_recommendation_in_the_item_is_what_an_empty_decision_takes() -> None:
    papers = (Paper("Report"), Paper("That the plan be noted.", kind="Recommendation"))
    item = Item("Front door", id="x", papers=papers, entries=(Paragraph("Recommended: That it come back."),))
    known = known_of(meeting(items=(item,)), item_id="x")
    assert read_line("/r", known).entries[0].parts == ("That the plan be noted.", "That it come back.")
    assert known_of(meeting(items=(item,)), item_id="x", recommendation="That Y.").recommendation == "That Y."


@pytest.mark.parametrize(
    ("paper", "taken"),
    [
        (Paper("Report", "Recommendation: That X be approved."), "That X be approved."),
        (Paper("Report", "PDF 701 KB (recommended: That X be approved)"), "That X be approved"),
        (Paper("Report", "It is recommended that X be approved."), "that X be approved."),
        (Paper("Report", "RECOMMENDATIONS:  (1) That X; (2) That Y."), "(1) That X; (2) That Y."),
        (Paper("Fees report. Recommendation: That X.", "PDF 701 KB"), "That X."),
        (Paper("Recommendation to Cabinet on fees", "recommended reading"), ""),
        (Paper("Report", "to follow", "report"), ""),
        (Paper("Report"), ""),
    ],
)
def test_what_a_report_recommends_may_stand_in_the_note_or_the_title_of_the_paper(paper: Paper, taken: str) -> None:
    item = Item("Front door", id="x", papers=(paper,))
    assert known_of(meeting(items=(item,)), item_id="x").recommendation == taken


def test_a_recommendation_set_in_bold_in_the_minutes_is_taken_too() -> None:
    entries = (Paragraph("**Recommendation:** That X."), Paragraph("Nobody recommended that Y."))
    item = Item("Front door", id="x", entries=entries)
    assert known_of(meeting(items=(item,)), item_id="x").recommendation == "That X."
