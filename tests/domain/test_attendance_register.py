"""The attendance register: marks, percentages and who is the same person."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from wibdesk.domain.attendance import Attendee, Status
from wibdesk.domain.attendance_register import Mark, RegisterLine, register_of
from wibdesk.domain.bodies import Body
from wibdesk.domain.meetings import Meeting, MeetingDetails
from wibdesk.domain.people import Group

BODY = Body("Norbury Board")


def sitting(*people: Attendee) -> Meeting:
    return Meeting(BODY, MeetingDetails(BODY.id, date(2026, 9, 1)), people)


def there(name: str | None, status: Status = Status.PRESENT, **more) -> Attendee:
    return Attendee(name, status, **more)


def marks(lines: tuple[RegisterLine, ...]) -> dict[str, str]:
    return {line.name: "".join(line.marks) for line in lines}


def test_each_status_has_its_letter_and_a_meeting_before_joining_has_a_dash():
    found = register_of([
        sitting(there("A"), there("B", Status.APOLOGIES), there("C", Status.ABSENT), there("D", Status.UNKNOWN)),
        sitting(there("A"), there("E")),
    ])  # fmt: skip
    assert marks(found.members) == {"A": "PP", "E": "–P", "B": "A–", "C": "N–", "D": "?–"}
    assert found.others == ()


@pytest.mark.parametrize("named", ["Dr Priya Hart", "Priya Hart", "Dr P. Hart", "P HART"])
def test_a_deputy_marks_the_member_who_sent_them_and_stands_apart(named):
    found = register_of([
        sitting(there("Dr Priya Hart", Status.APOLOGIES), there("I Nolan", deputy_for=(named,))),
        sitting(there("Dr Priya Hart"), there("I Nolan", Status.APOLOGIES, deputy_for=(named,))),
    ])  # fmt: skip
    assert marks(found.members) == {"Dr Priya Hart": "DP"}
    assert marks(found.others) == {"I Nolan": "S–"}
    assert (found.members[0].attended, found.members[0].due, found.members[0].per_cent) == (1, 2, 50)
    assert (found.others[0].attended, found.others[0].due, found.others[0].per_cent) == (1, 0, None)


def test_a_deputy_who_did_not_come_stands_in_for_nobody():
    found = register_of([sitting(there("A", Status.ABSENT), there("B", Status.APOLOGIES, deputy_for=("A",)))])
    assert marks(found.members) == {"A": "N"}


def test_people_in_attendance_and_observers_are_never_due():
    found = register_of([
        sitting(there("O", group=Group.IN_ATTENDANCE), there("V", Status.APOLOGIES, group=Group.OBSERVER), there("M")),
        sitting(there("O", Status.ABSENT, group=Group.IN_ATTENDANCE)),
    ])  # fmt: skip
    assert marks(found.members) == {"M": "P–"}
    assert marks(found.others) == {"O": "PN", "V": "A–"}
    assert found.others[0].attended == 1


def test_the_same_person_is_known_by_link_else_by_name_without_title_and_honours():
    found = register_of([
        sitting(there("Cllr Ann Lee MBE", person_id="p"), there("Bob Ray")),
        sitting(there("ann lee"), there("Mr BOB RAY", Status.ABSENT)),
        sitting(there("Ann Lee-Smith", Status.APOLOGIES, person_id="p")),
    ])  # fmt: skip
    assert marks(found.members) == {"Ann Lee-Smith": "PPA", "Mr BOB RAY": "PN–"}


def test_two_of_one_name_and_a_seat_known_by_its_role_are_all_kept():
    seat = there(None, Status.ABSENT, role="Voluntary seat")
    found = register_of([sitting(there("A Bee"), there("A Bee", Status.APOLOGIES), seat)])
    assert [(line.name, "".join(line.marks)) for line in found.members] == [
        ("A Bee", "P"),
        ("A Bee", "A"),
        ("Voluntary seat", "N"),
    ]


@pytest.mark.parametrize(
    ("letters", "per_cent"),
    [("P", 100), ("PPA", 67), ("PAA", 33), ("PA", 50), ("PDNA", 25), ("?–", None), ("P?–", 100)],
)
def test_the_percentage_is_of_the_meetings_due_and_known(letters, per_cent):
    assert RegisterLine("A", "", tuple(map(Mark, letters))).per_cent == per_cent


STATUSES = {Status.PRESENT: "P", Status.APOLOGIES: "A", Status.ABSENT: "N", Status.UNKNOWN: "?"}


@given(st.lists(st.dictionaries(st.sampled_from("ABCDE"), st.sampled_from(Status)), max_size=8))
def test_the_register_counts_as_a_list_of_rows_counts(history):
    meetings = [sitting(*(there(f"Member {name}", status) for name, status in rows.items())) for rows in history]
    found = {line.name[-1]: line for line in register_of(meetings).members}
    assert set(found) == {name for rows in history for name in rows}
    for name, line in found.items():
        known = [rows[name] for rows in history if rows.get(name, Status.UNKNOWN) is not Status.UNKNOWN]
        present = sum(status is Status.PRESENT for status in known)
        assert (line.attended, line.due) == (present, len(known))
        assert line.per_cent == (int(100 * present / len(known) + 0.5) if known else None)
        assert "".join(line.marks) == "".join(STATUSES[rows[name]] if name in rows else "–" for rows in history)


def test_every_mark_says_what_it_means():
    assert len({mark.words for mark in Mark}) == len(Mark)
