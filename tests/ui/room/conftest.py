"""The room in a real window on a real register, worked by keys; the clock stands still until a test moves it."""

from dataclasses import replace
from datetime import date, datetime, time, timedelta

import pytest

from tests.ui import clerk as hands
from tests.ui.clerk import Elsewhere
from ui.main_window import PlaceEntry
from ui.place import Where
from ui.places.room import RoomPlace
from wibdesk.desk import Desk
from wibdesk.domain.agenda import Item
from wibdesk.domain.deadlines import Due, DueKind
from wibdesk.domain.entries import Action, Paragraph
from wibdesk.domain.people import Group, Person
from wibdesk.services import agenda, bodies, meetings, minutes
from wibdesk.settings import Settings

ROSTER = (
    Person("", "Helen Ferrer", role="Independent Chair", organisation="DfE adviser", chair=True),
    Person("", "K Rowe", printed="Det Supt K Rowe", organisation="Norbury Police"),
    Person("", "P Hart", printed="Dr P Hart", organisation="Norbury ICB"),
    Person("", "I Nolan", organisation="Norbury ICB", group=Group.MEMBER),
    Person("", "J Amari", role="Head of Front Door", organisation="Norbury Council", group=Group.IN_ATTENDANCE),
)
TITLES = ("Welcome and apologies", "Minutes of the last meeting", "Front door", "Any other business")
JULY = (
    Action("report on waiting times", ("J Amari",), Due(DueKind.DATE, date(2026, 8, 1))),
    Action("write to schools", ("I Nolan",), Due(DueKind.DATE, date(2026, 12, 1))),
)
PLACES = (
    PlaceEntry("meetings", "Meetings", "calendar-days", Elsewhere),
    PlaceEntry("room", "Room", "notebook-pen", RoomPlace),
    PlaceEntry("preview", "Preview", "book-open", Elsewhere, at="hidden"),
)


class Clock:
    """The desk's clock: it stands still until it is moved."""

    def __init__(self):
        self.at = datetime(2026, 9, 1, 9, 30).astimezone()

    def __call__(self):
        return self.at

    def go_on(self, minutes):
        self.at += timedelta(minutes=minutes)


class Clerk(hands.Clerk):
    """A clerk in the room, with the clock on its wall."""

    def __init__(self, qtbot, theme, desk, clock, **more):
        super().__init__(qtbot, theme, desk, PLACES, **more)
        self.clock = clock

    @property
    def room(self):
        return self.window.places["room"]

    @property
    def session(self):
        return self.room.session

    @property
    def editor(self):
        return self.room.sheet.editor

    @property
    def people(self):
        return self.room.side.attendance.list

    def enter(self, meeting, item_id=None, note=""):
        self.window.go("room", Where(meeting.body.id, meeting.id, item_id, note))
        self.settle()
        self.qtbot.waitUntil(lambda: self.session.meeting is not None)

    def stored(self):
        """Return the meeting of the room as the register has it, once what was typed is sent."""
        self.room.saving.flush()
        self.settle()
        return self.desk.read(meetings.meeting, self.session.meeting.id).result(20)

    def texts(self, number):
        """Return the words stored in the item with this number."""
        return [e.text for i in self.stored().items if i.number == str(number) for e in i.entries]

    def person(self, name):
        return next(a for a in self.stored().attendance if a.name == name)

    def go_to_person(self, name):
        """Go to the attendance and down to a person's row."""
        if not self.people.hasFocus():
            self.press("Ctrl+E")
        self.press("Home")
        for _ in range(20):
            if self.people.current_row().text == name:
                return
            self.press("Down")
        raise AssertionError(f"{name} is not on the list")


@pytest.fixture
def clock():
    return Clock()


@pytest.fixture
def settings():
    return Settings()


@pytest.fixture
def desk(tmp_path, clock):
    made = Desk(tmp_path / "register.wibdesk", now=clock)
    made.opened.result(30)
    yield made
    made.close()


@pytest.fixture
def open_window(qtbot, theme, desk, clock, settings):
    """Open a window on the register; what was opened is closed at the end."""
    opened = []

    def make(width=1280, height=800):
        opened.append(Clerk(qtbot, theme, desk, clock, settings=settings, size=(width, height)))
        return opened[-1]

    yield make
    for clerk in opened:
        clerk.go_home()


@pytest.fixture
def clerk(open_window):
    return open_window()


@pytest.fixture
def body(desk):
    return desk.write(bodies.add_body, "Norbury Improvement Board", members=ROSTER).result(20).value


@pytest.fixture
def july(desk, body):
    """An earlier meeting with two unfinished actions, one of them overdue in September."""
    made = desk.write(meetings.new_meeting, body.id, date=date(2026, 7, 7)).result(20).value
    desk.write(minutes.save_entries, made.items[0].id, JULY).result(20)
    return made


@pytest.fixture
def meeting(desk, body):
    """The September meeting, planned for 09:30, with four items and a paragraph under the second."""
    made = desk.write(meetings.new_meeting, body.id, date=date(2026, 9, 1), start=time(9, 30), venue="Room 1").result(
        20
    )
    for item in made.value.items:
        desk.write(agenda.remove_item, item.id).result(20)
    for title in TITLES:
        item = Item(title, planned_minutes=20)
        desk.write(agenda.add_item, made.value.id, item).result(20)
    whole = desk.read(meetings.meeting, made.value.id).result(20)
    desk.write(minutes.save_entries, whole.items[1].id, (Paragraph("The minutes were agreed."),)).result(20)
    return desk.read(meetings.meeting, made.value.id).result(20)


@pytest.fixture
def live(clerk, meeting):
    """The clerk in the room of the September meeting, started at 09:30."""
    clerk.enter(meeting)
    clerk.press("F5")
    assert clerk.session.live
    return clerk


@pytest.fixture
def bare(desk, body):
    """A meeting with no items and nobody on its list."""
    made = desk.write(meetings.new_meeting, body.id, date=date(2026, 10, 6)).result(20).value
    for item in made.items:
        desk.write(agenda.remove_item, item.id).result(20)
    return replace(made, items=())
