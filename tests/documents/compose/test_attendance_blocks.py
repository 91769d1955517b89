"""The attendance in each form of a house style: running on by group, in lines, in a table."""

from dataclasses import replace
from datetime import time

import pytest

from tests.documents.building import meeting
from wibdesk.documents.compose.attendance_blocks import attendance_blocks, attendance_lines
from wibdesk.documents.document import Block, Heading, Paragraph, Table, TableKind, block_texts, words_of
from wibdesk.domain.attendance import Attendee, Interval, Status
from wibdesk.domain.house_style import PLAIN
from wibdesk.domain.people import Group

COMMITTEE = (
    Attendee("Councillor R Okafor", Status.PRESENT, chair=True),
    Attendee("Councillor D Ahmed", Status.PRESENT),
    Attendee("Councillor J Booth", Status.PRESENT),
    Attendee("Councillor P Lister", Status.PRESENT, intervals=(Interval(time(9, 42), None, "43"),)),
    Attendee("Councillor S Webb", Status.PRESENT, deputy_for=("Councillor Finch",)),
    Attendee(
        "M Doyle", Status.PRESENT, Group.IN_ATTENDANCE, "Director of Children's Services", intervals=(Interval(),)
    ),
    Attendee("A Shah", Status.PRESENT, Group.IN_ATTENDANCE, "Democratic Services", note="online"),
    Attendee("Councillor Finch", Status.APOLOGIES),
    Attendee(None, Status.ABSENT, role="Voluntary sector seat"),
)


def blocks(people: tuple[Attendee, ...], **settings) -> tuple[Block, ...]:
    return attendance_blocks(meeting(people=people), replace(PLAIN, **settings))


def said(people: tuple[Attendee, ...], **settings) -> list[str]:
    return [words for block in blocks(people, **settings) for words in block_texts(block)]


def rows(people: tuple[Attendee, ...], **settings) -> list[list[str]]:
    tables = [block for block in blocks(people, **settings) if isinstance(block, Table)]
    return [[words_of(cell) for cell in row] for table in tables for row in table.rows]


def test_groups_run_on_and_councillors_share_their_title():
    assert said(COMMITTEE, attendance="groups", absence="groups") == [
        (
            "Present: Councillor R Okafor (Chair); Councillors D Ahmed, J Booth, P Lister (arrived 9.42 am, item 43) "
            "and S Webb (for Councillor Finch)"
        ),
        "In attendance: M Doyle (Director of Children's Services) and A Shah (Democratic Services; online)",
        "Apologies: Councillor Finch",
        "Absent: Voluntary sector seat",
    ]
    assert not any(isinstance(b, Heading) for b in blocks(COMMITTEE, attendance="groups", absence="groups"))


def test_a_group_that_runs_on_keeps_apart_names_with_commas_in_them():
    people = (
        Attendee("B Sutton, MBE", Status.PRESENT, organisation="Council", group_label="Members present:"),
        Attendee("C Dee", Status.PRESENT, role="Clerk", organisation="Police", initials="CD"),
    )
    assert said(people, attendance="groups", initials=True) == [
        "Members present: B Sutton, MBE (BS, Council)",
        "Present: C Dee (CD, Clerk, Police)",
    ]
    together = tuple(replace(person, group_label=None) for person in people)
    assert said(together, attendance="groups") == ["Present: B Sutton, MBE (Council); C Dee (Clerk, Police)"]


@pytest.mark.parametrize("form", ["groups", "lines", "table"])
def test_those_who_did_not_come_have_a_form_of_their_own(form):
    present, absent = (Attendee(name, status) for name, status in (("A", Status.PRESENT), ("B", Status.APOLOGIES)))
    kinds = {"groups": Paragraph, "lines": TableKind.LINES, "table": TableKind.GRID}
    for settings, of in (({"attendance": form}, present), ({"absence": form}, absent)):
        last = blocks((of,), **settings)[-1]
        assert (last.kind if isinstance(last, Table) else type(last)) is kinds[form]


def test_a_table_has_the_columns_that_somebody_fills():
    person = Attendee("Ann Lee", Status.PRESENT)
    table = [block for block in blocks((person,)) if isinstance(block, Table)]
    assert [t.header for t in table] == [("Name",)]
    headers = {
        replace(person, role="Head"): ("Name", "Role"),
        replace(person, note="online"): ("Name", "Notes"),
        replace(person, organisation="Police"): ("Name", "Organisation"),
        replace(person, organisation="Police", role="Head"): ("Name", "Organisation", "Role"),
        replace(person, organisation="Police", role="Head", note="online"): ("Name", "Organisation", "Role and notes"),
        replace(person, organisation="Police", note="online"): ("Name", "Organisation", "Notes"),
    }
    for one, header in headers.items():
        assert next(b for b in blocks((one,)) if isinstance(b, Table)).header == header
    assert rows((replace(person, initials="AXL"),), initials=True) == [["Ann Lee", "AXL"]]


def test_a_role_stands_in_for_an_organisation_that_is_not_known():
    people = (
        Attendee("Ann Lee", Status.PRESENT, organisation="Police", role="Head"),
        Attendee("Bo Ash", Status.PRESENT, role="Independent Chair", chair=True),
    )
    assert rows(people) == [["Ann Lee", "Police", "Head"], ["Bo Ash", "Independent Chair", ""]]
    assert blocks(people)[-1].header == ("Name", "Role or organisation", "Role")


def test_a_long_list_of_names_with_hardly_anything_beside_them_is_no_table():
    council = tuple(Attendee(f"Councillor {letter}", Status.PRESENT) for letter in "ABCDEFG")
    mayor = replace(council[0], role="Mayor", chair=True)
    assert [b.kind for b in blocks((mayor, *council[1:])) if isinstance(b, Table)] == [TableKind.LINES]
    assert rows((mayor, *council[1:]))[:2] == [["Councillor A (Chair, Mayor)"], ["Councillor B"]]
    assert [b.kind for b in blocks((mayor, *council[1:6])) if isinstance(b, Table)] == [TableKind.GRID]


def test_names_alone_run_on_in_any_style_with_who_presided_and_whom_a_deputy_stood_for():
    people = (*COMMITTEE, Attendee("Councillor Yet To Come"))
    now, before = (
        [words for block in attendance_lines(meeting(people=people), PLAIN, expected=expected)
         for words in block_texts(block)]
        for expected in (False, True)
    )  # fmt: skip
    assert now == [
        (
            "Present: Councillor R Okafor (Chair); Councillors D Ahmed, J Booth, P Lister and S Webb "
            "(for Councillor Finch)"
        ),
        "In attendance: M Doyle and A Shah",
        "Apologies: Councillor Finch",
    ]
    assert before[0] == (
        "Expected: Councillor R Okafor (Chair); Councillors D Ahmed, J Booth, P Lister, S Webb (for Councillor Finch) "
        "and Yet To Come"
    )
    assert before[1:] == now[1:]


def test_lines_without_a_post_have_the_whole_width():
    table = blocks((Attendee("Ann Lee", Status.APOLOGIES),))[-1]
    assert isinstance(table, Table)
    assert (table.widths, rows((Attendee("Ann Lee", Status.APOLOGIES),))) == ((100,), [["Ann Lee"]])
    assert rows((Attendee("Ann Lee", Status.APOLOGIES),), initials=True) == [["Ann Lee (AL)"]]


@pytest.mark.parametrize(
    ("order", "names"),
    [
        ("listed", ["Zoe Adams", "Bo Chair (Chair)", "Ann Young", "Cy Bell"]),
        ("chair_surname", ["Bo Chair (Chair)", "Zoe Adams", "Cy Bell", "Ann Young"]),
        ("organisation", ["Ann Young", "Zoe Adams", "Bo Chair (Chair)", "Cy Bell"]),
    ],
)
def test_names_stand_in_the_order_of_the_house(order, names):
    people = (
        Attendee("Zoe Adams", Status.PRESENT, organisation="police"),
        Attendee("Bo Chair", Status.PRESENT, chair=True, organisation="Police"),
        Attendee("Ann Young", Status.PRESENT, organisation="Council"),
        Attendee("Cy Bell", Status.PRESENT),
    )
    assert [row[0] for row in rows(people, attendance_order=order)] == names


def test_the_group_of_somebody_who_did_not_come_is_told_beside_the_name():
    people = (Attendee("A", Status.APOLOGIES, Group.IN_ATTENDANCE, "Clerk", group_label="Officers"),)
    assert rows(people) == [["A", "Clerk (Officers)"]]


def test_an_address_for_mail_is_never_printed():
    for form in ("groups", "lines", "table"):
        assert "@" not in repr(blocks((Attendee("A", Status.PRESENT, email="a@b.example"),), attendance=form))


def test_deputies_and_those_they_stand_for_take_the_title_of_the_house():
    people = (Attendee("Cllr A Lee", Status.PRESENT, deputy_for=("Cllr B Ash",)),)
    assert rows(people, councillors="Councillor") == [["Councillor A Lee", "for Councillor B Ash"]]
