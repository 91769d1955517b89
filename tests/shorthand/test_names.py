"""Whom a few typed letters mean."""

from dataclasses import replace

import pytest

from tests.shorthand.rooms import ROOM
from wibdesk.shorthand.known import Known, KnownPerson
from wibdesk.shorthand.names import people_meant

BOOTH = KnownPerson("Cllr Ann Booth MBE", "Councillor Booth", role="Lead Member for Children", present=True)
BANKS = KnownPerson("Alan Banks", organisation="Norbury Police", role="Acting Director of Finance & Assets")
BARNES = KnownPerson("Al Van Barnes", initials="AVB", organisation="Norbury Police", present=True)
KNOWN = replace(ROOM, people=(BANKS, BOOTH, BARNES))


@pytest.mark.parametrize(
    ("typed", "people"),
    [
        ("ab", (BOOTH, BANKS)),
        ("AB", (BOOTH, BANKS)),
        ("avb", (BARNES,)),
        ("booth", (BOOTH,)),
        ("Cllr Booth", (BOOTH,)),
        ("Councillor Booth", (BOOTH,)),
        ("Cllr Ann Booth MBE", (BOOTH,)),
        ("ann booth", (BOOTH,)),
        ("A. Booth", (BOOTH,)),
        ("ann", (BOOTH,)),
        ("Van Barnes", (BARNES,)),
        ("barnes", (BARNES,)),
        ("lead member", (BOOTH,)),
        ("DFA", (BANKS,)),
        ("director of finance & assets", (BANKS,)),
        ("acting director of finance & assets", (BANKS,)),
        ("police", (BARNES, BANKS)),
        ("norbury police", (BARNES, BANKS)),
        ("the police", (BARNES, BANKS)),
        ("Cllr police", ()),
        ("CC Booth", (BOOTH,)),
        ("cllr", ()),
        ("booth report", ()),
        ("ann 8", ()),
        ("", ()),
        ("zz", ()),
    ],
)
def test_the_first_form_that_fits_says_who(typed: str, people: tuple[KnownPerson, ...]) -> None:
    assert people_meant(typed, KNOWN) == people


def test_a_title_narrows_the_choice() -> None:
    mrs = KnownPerson("Mrs C Booth", present=True)
    known = replace(KNOWN, people=(BOOTH, mrs))
    assert people_meant("Booth", known) == (BOOTH, mrs)
    assert people_meant("Mrs Booth", known) == (mrs,)
    assert people_meant("Prof Booth", known) == (BOOTH, mrs)


def test_whoever_is_named_twice_in_a_list_counts_once() -> None:
    assert people_meant("booth", replace(KNOWN, people=(BOOTH, BOOTH))) == (BOOTH,)


def test_a_role_alone_and_names_of_no_letters_do_no_harm() -> None:
    known = Known(
        ROOM.on, people=(KnownPerson("Head of Service", role="Head of Service"), KnownPerson("—"), KnownPerson(""))
    )
    assert [one.name for one in people_meant("head of service", known)] == ["Head of Service"]
    assert people_meant("", known) == ()


def test_whose_name_is_just_these_words_is_meant_though_another_is_present() -> None:
    short, long = KnownPerson("J Booth"), KnownPerson("Jane Booth", present=True)
    known = Known(ROOM.on, people=(long, short))
    assert people_meant("J Booth", known) == (short,)
    assert people_meant("Jane Booth", known) == (long,)
    assert people_meant("Booth", known)[0] == long
