"""Items, meetings and people are found by a few letters of their names."""

from dataclasses import replace
from datetime import date

import pytest

from wibdesk.domain.agenda import Item
from wibdesk.domain.people import Person
from wibdesk.domain.whereabouts import ThingKind
from wibdesk.services import agenda, meetings
from wibdesk.services.whereabouts import things

TODAY = date(2026, 9, 1)


@pytest.fixture
def body(clerk):
    return clerk.body(
        members=[Person("", "Helen Ferrer", role="Chair"), Person("", "Keith Rowe", organisation="Police")]
    )


@pytest.fixture
def meeting(clerk, body):
    made = clerk.meeting(body, date(2026, 9, 1))
    clerk.do(agenda.change_item, replace(made.items[0], title="Front door"))
    return made


def found(clerk, typed, **here):
    return [(thing.kind, thing.words) for thing in clerk.desk.read(things, typed, today=TODAY, **here).result()]


def test_an_item_is_found_by_any_words_of_its_title_whatever_the_capitals(clerk, meeting):
    assert (ThingKind.ITEM, "Front door") in found(clerk, "DOOR fro")
    assert found(clerk, "door back") == []


def test_items_of_the_meeting_in_the_room_come_first(clerk, body, meeting):
    later = clerk.meeting(body, date(2026, 10, 6))
    clerk.do(agenda.add_item, later.id, Item("Front door again"))
    rows = clerk.desk.read(things, "front", today=TODAY, meeting_id=meeting.id).result()
    assert [row.words for row in rows] == ["Front door", "Front door again"]
    assert [row.meeting_id for row in rows] == [meeting.id, later.id]


def test_a_meeting_is_found_by_reference_body_venue_and_day(clerk, body, meeting):
    clerk.do(meetings.change_details, replace(meeting.details, venue="Committee Room 1"))
    for typed in (meeting.details.ref, "committee room", "1 sep", body.name):
        rows = clerk.desk.read(things, typed, today=TODAY).result()
        assert [row.meeting_id for row in rows if row.kind is ThingKind.MEETING] == [meeting.id], typed


def test_people_are_found_by_name_role_and_organisation(clerk, body):
    assert (ThingKind.PERSON, "Helen Ferrer") in found(clerk, "helen")
    assert (ThingKind.PERSON, "Helen Ferrer") in found(clerk, "chair")
    assert (ThingKind.PERSON, "Keith Rowe") in found(clerk, "police")


@pytest.mark.parametrize("typed", ["", " ", "a", "%_"])
def test_what_is_too_short_or_only_signs_finds_nothing(clerk, meeting, typed):
    assert found(clerk, typed) == []


def test_of_many_only_a_few_are_shown(clerk, body):
    for number in range(12):
        clerk.meeting(body, date(2026, 1, 1 + number))
    assert len([kind for kind, _ in found(clerk, body.name) if kind is ThingKind.MEETING]) == 6
