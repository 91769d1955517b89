"""The papers about who comes: the sign-in sheet and the attendance register."""

from dataclasses import replace
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests import strategies
from tests.documents import samples
from tests.documents.building import meeting
from tests.documents.making import random_documents
from wibdesk.documents.compose.register import MOST_MEETINGS, compose_register
from wibdesk.documents.compose.sign_in import compose_sign_in
from wibdesk.documents.document import Document, Heading, Paragraph, Role, Table, texts, words_of
from wibdesk.documents.styles import house_style
from wibdesk.domain.attendance import Attendee, Status
from wibdesk.domain.attendance_register import Mark
from wibdesk.domain.people import Group

PLAIN = house_style("plain")
TODAY = date(2026, 9, 12)


def tables(document: Document) -> list[Table]:
    return [block for block in document.blocks if isinstance(block, Table)]


def cells(table: Table) -> list[list[str]]:
    return [[words_of(cell) for cell in row] for row in table.rows]


def headings(document: Document) -> list[str]:
    return [words_of(block.runs) for block in document.blocks if isinstance(block, Heading) and block.level == 2]


def notes(document: Document) -> list[str]:
    found = (block for block in document.blocks if isinstance(block, Paragraph) and block.role is Role.NOTE)
    return [words_of(block.runs) for block in found]


def register(*meetings, style=PLAIN) -> Document:
    return compose_register("Norbury Board", meetings, style, today=TODAY)


def sitting(day: date | None, *people: Attendee, **more):
    return meeting(people=people, date=day, **more)


def test_the_sign_in_sheet_has_a_line_for_everybody_in_groups_and_room_for_visitors():
    people = (
        Attendee("Ann Lee", Status.UNKNOWN, organisation="Council", role="Leader", chair=True),
        Attendee("Bob Ray", Status.APOLOGIES, role="Governor"),
        Attendee("Cy Dean", Status.PRESENT, deputy_for=("Bob Ray",)),
        Attendee("Di Orr", Status.UNKNOWN, Group.IN_ATTENDANCE, group_label="Officers"),
        Attendee(None, Status.UNKNOWN, Group.OBSERVER, role="A governor"),
    )
    document = compose_sign_in(meeting(people=people, venue="Room 1"), PLAIN)
    assert headings(document) == ["Members", "Officers", "Observers", "Visitors"]
    members, _, observers, visitors = tables(document)
    assert cells(members) == [
        ["Ann Lee (Chair)", "Council", ""],
        ["Bob Ray", "Governor", "Apologies received"],
        ["Cy Dean\nfor Bob Ray", "", ""],
    ]
    assert cells(observers) == [["A governor", "", ""]]
    assert all(table.header == ("Name", "Role or organisation", "Signature") for table in tables(document))
    assert all(table.row_height >= 28 for table in tables(document))
    assert (len(visitors.rows), visitors.row_headers, members.row_headers) == (6, False, True)
    assert list(texts(document))[1:4] == [
        "Sign-in sheet, Tuesday 1 September 2026, 9.30 am",
        "Room 1",
        "Please sign beside your name. If it is not here, write it under Visitors.",
    ]


def test_a_sign_in_sheet_for_nobody_known_asks_for_names():
    document = compose_sign_in(meeting(), PLAIN)
    assert headings(document) == ["Visitors"]
    assert "Please write your name and sign." in list(texts(document))


def test_sixty_councillors_all_have_a_line():
    document = compose_sign_in(samples.council_meeting(), replace(PLAIN, councillors="Cllr"))
    names = [row[0] for row in cells(tables(document)[0])]
    assert (len(names), names[:2]) == (60, ["Cllr Ann Abbott (Chair)", "Cllr Basil Abbott"])


def test_the_register_tells_each_meeting_totals_and_percentages_with_a_key():
    document = register(
        sitting(date(2026, 7, 7), Attendee("Ann Lee", Status.PRESENT, organisation="Council"),
                Attendee("Bob Ray", Status.ABSENT)),
        sitting(date(2026, 9, 1), Attendee("Ann Lee", Status.PRESENT, organisation="Council"),
                Attendee("Bob Ray", Status.APOLOGIES), Attendee("Cy Dean", Status.PRESENT, deputy_for=("Bob Ray",)),
                Attendee("Di Orr", Status.PRESENT, Group.IN_ATTENDANCE)),
    )  # fmt: skip
    members, others = tables(document)
    assert members.header == ("Name", "7 Jul 2026", "1 Sep 2026", "Attended", "Per cent")
    assert cells(members) == [
        ["Ann Lee\nCouncil", "P", "P", "2 of 2", "100%"],
        ["Bob Ray", "N", "D", "0 of 2", "0%"],
        ["Members present", "1 of 2", "1 of 2", "", ""],
    ]
    assert others.header == ("Name", "7 Jul 2026", "1 Sep 2026", "Attended")
    assert cells(others) == [["Cy Dean", "–", "S", "1"], ["Di Orr", "–", "P", "1"]]
    assert notes(document)[0] == (
        "Key: P present; D away, and sent a deputy; N not there, without apologies; S there as a deputy; – not on the "
        "list then."
    )
    assert notes(document)[1].startswith("Attendance is counted out of the meetings to which a person was due")
    assert list(texts(document))[2] == "2 meetings, 7 July 2026 to 1 September 2026"
    assert document.landscape
    assert all(table.row_headers for table in tables(document))


def test_who_was_due_at_no_meeting_has_no_percentage():
    found = cells(tables(register(sitting(TODAY, Attendee("Ann Lee"))))[0])
    assert found[0] == ["Ann Lee", "?", "0 of 0", "–"]


NO_ATTENDANCE = "No attendance has been recorded."


def test_a_register_of_nothing_says_so():
    assert list(texts(register()))[2:] == ["No meeting has been held yet."]
    assert list(texts(register(sitting(None, ref="M4"))))[2:] == ["One meeting", NO_ATTENDANCE]


@pytest.mark.parametrize(("count", "parts"), [(1, [1]), (8, [8]), (11, [6, 5]), (24, [8, 8, 8])])
def test_a_long_register_goes_on_in_tables_of_like_width_with_the_totals_in_the_last(count, parts):
    material = samples.of_register(count)
    found = [table for table in tables(register(*material.meetings)) if table.rows[-1][0] and len(table.rows) > 5]
    assert [len([name for name in table.header if name[0].isdigit()]) for table in found] == parts
    assert [table.header[-1] == "Per cent" for table in found] == [*(False for _ in parts[1:]), True]
    assert all((table.caption is None) == (len(parts) == 1) for table in found)
    assert all(sum(table.widths) <= 100.001 for table in found)


def test_a_meeting_without_a_day_is_named_by_its_reference():
    headed = tables(register(sitting(None, Attendee("A"), ref="M4"), sitting(None, Attendee("A"))))[0].header
    assert headed[1:3] == ("M4", "No date")


def test_the_sheets_hold_numbers_dates_and_columns_of_different_names():
    people = (Attendee("Ann Lee", Status.PRESENT), Attendee("Di Orr", Status.PRESENT, Group.OBSERVER))
    twice = (sitting(TODAY, *people, ref="M1"), sitting(TODAY, *people[:1], ref="M2"))
    grid, rows = register(*twice).sheets
    assert [column.name for column in grid.columns] == [
        "Name", "Organisation", "Capacity", "12 Sep 2026", "12 Sep 2026 (2)", "Attended", "Due", "Per cent",
    ]  # fmt: skip
    assert grid.rows == (
        ("Ann Lee", "", "Member", "P", "P", 2, 2, 100),
        ("Di Orr", "", "Not a member", "P", "–", 1, None, None),
    )
    assert [(row[0], row[1], row[2], row[4], row[5]) for row in rows.rows] == [
        (TODAY, "M1", "Ann Lee", "Members", "Present"),
        (TODAY, "M1", "Di Orr", "Observers", "Present"),
        (TODAY, "M2", "Ann Lee", "Members", "Present"),
    ]


@random_documents
@given(st.lists(strategies.tuples(strategies.attendees()).map(lambda people: sitting(TODAY, *people)), max_size=12))
def test_everybody_of_every_meeting_is_in_the_register_and_every_letter_in_the_key(meetings):
    document = register(*meetings)
    everybody = {person.shown.replace("\r\n", "\n") for found in meetings for person in found.attendance}
    # Of one person only the latest form of the name is printed: none is there that no list has.
    printed = {row[0] for row in document.sheets[0].rows}
    assert printed <= everybody
    assert bool(printed) == bool(everybody)
    letters = {mark for row in document.sheets[0].rows for mark in row[3:-3]}
    assert letters <= {*Mark}
    key = next(iter(notes(document)), "")
    assert all(f" {mark} " in key for mark in letters)
    assert len(document.sheets[1].rows) == sum(len(found.attendance) for found in meetings)
    assert all(len(table.header) <= MOST_MEETINGS + 3 for table in tables(document))


@random_documents
@given(strategies.tuples(strategies.attendees(), most=8).map(lambda people: sitting(TODAY, *people)))
def test_everybody_can_sign(found):
    document = compose_sign_in(found, PLAIN)
    names = [words for table in tables(document)[:-1] for words, *_ in cells(table)]
    assert len(names) == len(found.attendance)
    told = " | ".join(names)
    assert all(person.shown.replace("\r\n", "\n").replace("\r", "\n") in told for person in found.attendance)
