"""Names take the form of the house wherever the desk prints one, and prose is left alone."""

from dataclasses import replace

import pytest

from tests.documents.building import meeting
from wibdesk.documents.compose.minutes import compose_minutes
from wibdesk.documents.document import texts
from wibdesk.documents.names import Names, without_honours
from wibdesk.domain.attendance import Attendee, Status
from wibdesk.domain.entries import Action, Declaration, Paragraph, Vote
from wibdesk.domain.house_style import PLAIN

PEOPLE = (
    Attendee("Det Supt Karen Rowe QPM", Status.PRESENT, role="Head of Public Protection"),
    Attendee("Cllr Jane Booth MBE", Status.PRESENT, role="Member"),
    Attendee("County Councillor Anna van der Berg", Status.PRESENT, role="Member", initials="AB"),
    Attendee("John Booth", Status.PRESENT),
    Attendee("Madonna", Status.PRESENT, role="Observer"),
    Attendee(None, Status.PRESENT, role="Clerk"),
)


def owner(written: str, form: str, **more) -> str:
    return Names(replace(PLAIN, owner_names=form, **more), PEOPLE).owner(written)


@pytest.mark.parametrize(
    ("written", "form", "words"),
    [
        ("K Rowe", "as_written", "K Rowe"),
        ("K Rowe", "full", "Det Supt Karen Rowe QPM"),
        ("karen rowe", "full", "Det Supt Karen Rowe QPM"),
        ("KR", "full", "Det Supt Karen Rowe QPM"),
        ("K Rowe", "initials", "KR"),
        ("Anna van der Berg", "initials", "AB"),
        ("K Rowe", "surname", "K Rowe"),
        ("Det Supt Karen Rowe QPM", "surname", "K Rowe"),
        ("Jane Booth", "surname", "Cllr J Booth"),
        ("AB", "surname", "County Councillor A van der Berg"),
        ("K Rowe", "role", "Head of Public Protection"),
        ("Madonna", "surname", "Madonna"),
    ],
)
def test_an_owner_on_the_attendance_list_has_the_form_of_the_house(written, form, words):
    assert owner(written, form) == words


@pytest.mark.parametrize(
    ("written", "form"),
    [
        ("Board Members", "full"),
        ("J Booth", "full"),
        ("JB", "full"),
        ("Jane Booth", "initials"),
        ("AB", "role"),
        ("John Booth", "role"),
        ("Rowe", "full"),
        ("K", "initials"),
        ("", "full"),
    ],
)
def test_an_owner_who_could_be_another_or_nobody_stays_as_written(written, form):
    assert owner(written, form) == written


@pytest.mark.parametrize(
    ("form", "words"),
    [
        ("as_written", ("Cllr. A Lee", "County Councillor B Lee", "Cllrs A and B", "C Lee, Councillor")),
        ("Cllr", ("Cllr A Lee", "County Cllr B Lee", "Cllrs A and B", "C Lee, Councillor")),
        ("Councillor", ("Councillor A Lee", "County Councillor B Lee", "Cllrs A and B", "C Lee, Councillor")),
    ],
)
def test_a_councillor_has_the_title_of_the_house(form, words):
    names = Names(replace(PLAIN, councillors=form))
    given = ("Cllr. A Lee", "County Councillor B Lee", "Cllrs A and B", "C Lee, Councillor")
    assert tuple(map(names.named, given)) == tuple(map(names.listed, given)) == words


@pytest.mark.parametrize(
    ("name", "bare"),
    [
        ("Ann Lee MBE", "Ann Lee"),
        ("Ann Lee, CBE QPM, JP", "Ann Lee"),
        ("Ann Lee PhD", "Ann Lee"),
        ("Jo Ch", "Jo Ch"),
        ("MBE", "MBE"),
        ("  ", "  "),
        ("Ann Lee ", "Ann Lee "),
    ],
)
def test_letters_after_a_name_are_told_from_the_name(name, bare):
    assert without_honours(name) == bare


@pytest.mark.parametrize(
    ("honours", "listed", "named"),
    [
        ("everywhere", "Ann Lee MBE", "Ann Lee MBE"),
        ("attendance", "Ann Lee MBE", "Ann Lee"),
        ("never", "Ann Lee", "Ann Lee"),
    ],
)
def test_letters_after_a_name_stand_where_the_house_wants_them(honours, listed, named):
    names = Names(replace(PLAIN, honours=honours))
    assert (names.listed("Ann Lee MBE"), names.named("Ann Lee MBE")) == (listed, named)


def test_names_in_prose_are_never_touched():
    prose = "Cllr Jane Booth MBE and K Rowe spoke; JB agreed."
    entries = (
        Paragraph(prose),
        Action("Ask Cllr Booth MBE", ("Cllr Jane Booth MBE",), ref="3.1"),
        Declaration("Cllr Jane Booth MBE", "3"),
        Declaration("Cllr Jane Booth MBE", as_written="Cllr Jane Booth MBE declared."),
        Vote("As Cllr Booth said", mover="Cllr Jane Booth MBE", seconder="K Rowe"),
    )
    style = replace(PLAIN, councillors="Councillor", honours="never", owner_names="surname")
    said = list(texts(compose_minutes(meeting(*entries, people=PEOPLE), style)))
    assert "Councillor Jane Booth" in said
    assert said[said.index(prose) :][1:5] == [
        "Actions:",
        "• 3.1 Ask Cllr Booth MBE – Councillor J Booth",
        "Councillor Jane Booth declared an interest in item 3.",
        "Cllr Jane Booth MBE declared.",
    ]
    assert "Vote: As Cllr Booth said. Moved by Councillor Jane Booth, seconded by K Rowe. Carried." in said


def test_owners_by_initials_can_be_looked_up_in_the_attendance_list():
    style = replace(PLAIN, owner_names="initials")
    said = list(texts(compose_minutes(meeting(Action("Do it", ("Karen Rowe",)), people=PEOPLE), style)))
    assert "• Do it – KR" in said
    assert said[said.index("Det Supt Karen Rowe QPM") + 1] == "KR"
