"""A real window on a real register for the tests of meetings, agenda, people and setting up a body."""

from dataclasses import dataclass, field
from datetime import date, datetime, time
from typing import ClassVar

import pytest

from tests.keys import press, type_words
from ui.commands import Commands
from ui.context import Context
from ui.events import Events
from ui.main_window import MainWindow, PlaceEntry
from ui.messages import Messages
from ui.operations import Operations
from ui.place import Place, Where
from ui.places.agenda import AgendaPlace
from ui.places.body_setup import BodySetupPlace
from ui.places.meetings import MeetingsPlace
from ui.places.people import PeoplePlace
from ui.tasks import Tasks
from wibdesk.desk import Desk
from wibdesk.domain.people import Group, Person
from wibdesk.services import bodies, meetings
from wibdesk.settings import Settings

NOW = datetime(2026, 9, 1, 9, 0)
MEMBERS = (
    Person("", "Helen Ferrer", role="Independent Chair", organisation="Department for Education", chair=True),
    Person("", "B Sutton", printed="Councillor B Sutton MBE", role="Lead member", organisation="Norbury Council"),
    Person("", "K Rowe", printed="Det Supt K Rowe", organisation="Norbury Police"),
    Person("", "P Hart", printed="Dr P Hart", organisation="Norbury ICB", to_date=date(2026, 3, 31)),
    Person("", "J Amari", role="Head of Front Door", organisation="Norbury Council", group=Group.IN_ATTENDANCE),
)


class Elsewhere(Place):
    """Stands for a place that another module builds: it keeps what it was asked to show."""

    place_id: ClassVar[str] = "elsewhere"

    def __init__(self, context):
        super().__init__(context)
        self.asked = []

    def enter(self, where):
        self.asked.append(where)
        self.setFocus()


@dataclass
class Clerk:
    """The window and the register behind it, with the hands of a clerk."""

    window: MainWindow
    desk: Desk
    context: Context
    qtbot: object
    said: list = field(default_factory=list)
    troubles: list = field(default_factory=list)

    @property
    def place(self):
        return self.window.place

    @property
    def at(self):
        """The name of the place that is shown."""
        return next(name for name, place in self.window.places.items() if place is self.window.place)

    def go(self, place_id, where=None):
        self.window.go(place_id, where or Where())
        self.settle()
        return self.place

    def press(self, *chords):
        for chord in chords:
            press(self.window, chord)
            self.settle()

    def type(self, words):
        type_words(self.window, words)
        self.settle()

    def settle(self):
        """Wait until all that was asked of the register has come back to the window."""
        self.qtbot.waitUntil(lambda: self.context.tasks.busy == 0)

    def do(self, verb, *args, **kwargs):
        """Do something straight in the register, as another screen would, and tell the window."""
        done = self.desk.write(verb, *args, **kwargs).result(20)
        self.context.events.changed.emit(done.changes)
        self.settle()
        return done.value

    def read(self, verb, *args, **kwargs):
        return self.desk.read(verb, *args, **kwargs).result(20)

    def asked(self, place_id):
        """What the stub of another place was last asked to show."""
        return self.window.places[place_id].asked[-1]


@pytest.fixture
def clerk(qtbot, theme, tmp_path):
    desk = Desk(tmp_path / "register.wibdesk", now=lambda: NOW)
    desk.opened.result(30)
    events, messages, settings = Events(), Messages(), Settings()
    tasks = Tasks(messages)
    operations = Operations(desk=desk, events=events, tasks=tasks, messages=messages)
    context = Context(
        theme=theme, desk=desk, operations=operations, events=events, tasks=tasks, messages=messages,
        settings=settings, commands=Commands(), go=lambda place_id, where: None,
    )  # fmt: skip
    entries = [
        PlaceEntry("meetings", "Meetings", "calendar-days", MeetingsPlace),
        PlaceEntry("room", "Room", "notebook-pen", Elsewhere),
        PlaceEntry("actions", "Actions", "list-checks", Elsewhere),
        PlaceEntry("people", "People", "users", PeoplePlace),
        PlaceEntry("agenda", "Agenda", "list-checks", AgendaPlace, at="hidden"),
        PlaceEntry("body", "Body", "building-2", BodySetupPlace, at="hidden"),
        PlaceEntry("preview", "Preview", "book-open", Elsewhere, at="hidden"),
    ]
    window = MainWindow(context, entries)
    made = Clerk(window, desk, context, qtbot)
    messages.said.connect(lambda words, undo: made.said.append(words))
    messages.troubled.connect(lambda trouble: made.troubles.append(f"{trouble.heading} {trouble.words}".strip()))
    qtbot.addWidget(window)
    window.resize(1280, 800)
    window.show()
    window.activateWindow()
    qtbot.waitUntil(window.isActiveWindow)
    yield made
    made.settle()
    window.close()
    tasks.close()
    desk.close()


@pytest.fixture
def board(clerk):
    """A body with a roster: the Norbury board."""
    return clerk.do(bodies.add_body, "Norbury Improvement Board", members=MEMBERS)


@pytest.fixture
def meeting(clerk, board):
    """The board's meeting of today, 09:30, with the standing items."""
    return clerk.do(meetings.new_meeting, board.id, date=NOW.date(), start=time(9, 30), venue="Committee Room 1")
