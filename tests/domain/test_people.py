"""The roster: pasted members, initials, terms, and how a name prints."""

from datetime import date

import pytest

from wibdesk.domain.people import Group, Person, initials_of, read_members, surname_of, untitled


def test_members_are_read_from_pasted_lines():
    text = """Helen Ferrer, Independent Chair, DfE adviser
    - Cllr B Sutton MBE
    Det Supt K Rowe; Head of public protection; Norbury Police

    In attendance:
    J Amari\tHead of Front Door\tNorbury Council
    R Devlin, Clerk, Norbury Council, Town Hall
    Observers
    , ,
    M Kaya
    Members:
    T Lindqvist, Chair
    """
    people = read_members(text, "b")
    assert [(p.name, p.role, p.organisation, p.group) for p in people] == [
        ("Helen Ferrer", "Independent Chair", "DfE adviser", Group.MEMBER),
        ("Cllr B Sutton MBE", "", "", Group.MEMBER),
        ("Det Supt K Rowe", "Head of public protection", "Norbury Police", Group.MEMBER),
        ("J Amari", "Head of Front Door", "Norbury Council", Group.IN_ATTENDANCE),
        ("R Devlin", "Clerk", "Norbury Council, Town Hall", Group.IN_ATTENDANCE),
        ("M Kaya", "", "", Group.OBSERVER),
        ("T Lindqvist", "Chair", "", Group.MEMBER),
    ]
    assert [p.name for p in people if p.chair] == ["Helen Ferrer", "T Lindqvist"]


@pytest.mark.parametrize(
    ("name", "initials", "surname"),
    [
        ("Cllr Bernie Mooney MBE", "BM", "Mooney"),
        ("County Councillor Mrs Susie Charles", "SC", "Charles"),
        ("Prof. Maggie Atkinson", "MA", "Atkinson"),
        ("Det Supt K Rowe", "KR", "Rowe"),
        ("Siân O’Brien-Jones", "SO", "O’Brien-Jones"),
        ("", "", ""),
    ],
)
def test_initials_and_surname_leave_titles_and_honours_out(name, initials, surname):
    assert initials_of(name) == initials
    assert surname_of(name) == surname


def test_a_person_serves_between_the_first_and_the_last_day():
    person = Person("b", "A", from_date=date(2026, 1, 1), to_date=date(2026, 12, 31))
    assert person.serves_on(date(2026, 12, 31))
    assert not person.serves_on(date(2027, 1, 1))
    assert not person.serves_on(date(2025, 12, 31))
    assert person.serves_on(None)


def test_the_printed_name_and_typed_initials_win():
    person = Person("b", "Bernie Mooney", printed="Cllr Bernie Mooney MBE", initials="BMO")
    assert person.prints_as == "Cllr Bernie Mooney MBE"
    assert person.short_initials == "BMO"
    assert Person("b", "Ann Lee").short_initials == "AL"
    assert Person("b", "Ann Lee").prints_as == "Ann Lee"
    assert Group.IN_ATTENDANCE.words == "In attendance"


@pytest.mark.parametrize(
    ("name", "bare"),
    [
        ("Det Supt Karen Rowe QPM", "Karen Rowe"),
        ("Cllr. Bernie Mooney, MBE", "Bernie Mooney"),
        ("Rowe", "Rowe"),
        ("Dr", "Dr"),
        ("", ""),
    ],
)
def test_a_name_without_its_titles_and_honours(name, bare):
    assert untitled(name) == bare
