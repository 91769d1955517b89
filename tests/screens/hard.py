"""A register of hard cases: long names and titles, many people, many items, a word that never ends, nobody at all."""

from datetime import date, time, timedelta
from pathlib import Path

from wibdesk.desk import Desk
from wibdesk.domain.agenda import Item
from wibdesk.domain.deadlines import Due, DueKind
from wibdesk.domain.entries import Action, Bullet, Decision, Numbered, Paragraph, PrivateNote, Subheading
from wibdesk.domain.people import Group, Person
from wibdesk.services import agenda, bodies, meetings, minutes

BODY = "The Joint Overview and Scrutiny Sub-Committee for Integrated Health, Adult Social Care and Public Protection"
TITLE = (
    "Proposed consultation on the reorganisation of urgent treatment services across the eastern localities, stage 2"
)
PLACES = ("Norbury Hospitals NHS Foundation Trust", "Marlbridge and District Council", "ICB", "Police and Crime Panel")


def build(register: Path, *, day: date) -> None:
    """Fill a new register with the hard cases."""
    desk = Desk(register)
    try:
        desk.opened.result(60)
        body = desk.write(bodies.add_body, BODY, members=[_person(n) for n in range(60)]).result(60).value
        made = desk.write(
            meetings.new_meeting, body.id, date=day, start=time(9, 30), venue="The Assembly Rooms, " * 8
        ).result(60)
        for number in range(40):
            desk.write(agenda.add_item, made.value.id, _item(number)).result(60)
        whole = desk.read(meetings.meeting, made.value.id).result(60)
        desk.write(minutes.save_entries, whole.items[-1].id, _entries(day)).result(60)
        small = desk.write(bodies.add_body, "Q").result(60).value
        nobody = desk.write(meetings.new_meeting, small.id, date=day + timedelta(days=7)).result(60).value
        for item in nobody.items:
            desk.write(agenda.remove_item, item.id).result(60)
    finally:
        desk.close()


def _person(number: int) -> Person:
    group = (Group.MEMBER, Group.IN_ATTENDANCE, Group.OBSERVER)[number // 25]
    name = f"Councillor Person{number} Featherstonehaugh-Cholmondeley OBE" if number % 5 == 0 else f"P{number} Oyelaran"
    return Person("", name, role="Portfolio Holder", organisation=PLACES[number % 4], group=group, chair=number == 0)


def _item(number: int) -> Item:
    title = TITLE if number % 6 == 0 else f"Report {number}"
    return Item(title, planned_minutes=number * 5, presenter=_person(number).name, part=2 if number == 38 else 1)


def _entries(day: date) -> tuple[object, ...]:
    return (
        Subheading("Findings of the review in the first, second, third and fourth quarter of the year before last"),
        Paragraph("A word that never ends: " + "Donaudampfschifffahrt" * 470),
        Bullet("A short line"),
        Bullet("A longer line of the list, which goes on until it has to be broken at the edge of the sheet.", level=2),
        Numbered("Point one"),
        Decision(TITLE * 2, marker="Recommended"),
        Action(
            TITLE * 2,
            tuple(_person(n).name for n in range(0, 30, 5)),
            Due(DueKind.DATE, day, as_written="as soon as it can"),
        ),
        PrivateNote("Not for the minutes. " * 20),
        Paragraph("مرحبا بالعالم, שלום עולם, 日本語, 👩‍👩‍👧‍👦 and Ελληνικά."),
    )
