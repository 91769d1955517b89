"""A real window on a real register for the tests of the house style."""

from dataclasses import dataclass, field
from datetime import datetime
from typing import ClassVar

import pytest
from shiboken6 import isValid

from tests.keys import press, type_words
from ui.cells import text_of
from ui.commands import Commands
from ui.context import Context
from ui.events import Events
from ui.main_window import MainWindow, PlaceEntry
from ui.messages import Messages
from ui.operations import Operations
from ui.place import Place, Where
from ui.places.body_setup import BodySetupPlace
from ui.places.house_style import HouseStylePlace
from ui.tasks import Tasks
from wibdesk.desk import Desk
from wibdesk.services import bodies
from wibdesk.settings import Settings

NOW = datetime(2026, 9, 1, 9, 0)


class Elsewhere(Place):
    """Stands for a place that another module builds."""

    place_id: ClassVar[str] = "meetings"

    def enter(self, where):
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
        """Wait until all that was asked of the register and of the workers has come back to the window."""
        self.qtbot.waitUntil(lambda: self.context.tasks.busy == 0, timeout=20_000)

    def do(self, verb, *args, **kwargs):
        """Do something straight in the register, as another screen would, and tell the window."""
        done = self.desk.write(verb, *args, **kwargs).result(20)
        self.context.events.changed.emit(done.changes)
        self.settle()
        return done.value

    def read(self, verb, *args, **kwargs):
        return self.desk.read(verb, *args, **kwargs).result(20)

    def rows(self):
        """The words of the list at the left, headings among them."""
        return [row.text for row in self.place.list.row_model.rows]

    def choose(self, words):
        """Go to a row of the list by arrow keys."""
        place = self.place
        place.list.setFocus()
        self.press("Home")
        for _ in self.rows():
            if place.list.current_row().text == words:
                return
            self.press("Down")
        raise AssertionError(f"no row {words}")

    def settings(self):
        """The settings shown to be read, as “Label, value”."""
        return [text_of(row.cells[0]) for row in self.place.middle.table.table_model.rows if not row.group]


@pytest.fixture
def clerk(qtbot, theme, tmp_path):
    desk = Desk(tmp_path / "register.wibdesk", now=lambda: NOW)
    desk.opened.result(30)
    events, messages, settings = Events(), Messages(), Settings()
    settings.change(export_folder=str(tmp_path))
    tasks = Tasks(messages)
    operations = Operations(desk=desk, events=events, tasks=tasks, messages=messages)
    context = Context(
        theme=theme, desk=desk, operations=operations, events=events, tasks=tasks, messages=messages,
        settings=settings, commands=Commands(), go=lambda place_id, where: None,
    )  # fmt: skip
    entries = [
        PlaceEntry("meetings", "Meetings", "calendar-days", Elsewhere),
        PlaceEntry("body", "Body", "building-2", BodySetupPlace, at="hidden"),
        PlaceEntry("house_style", "House style", "book-open", HouseStylePlace, at="hidden"),
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
    if isValid(window):  # pages that were still being set let Qt free it meanwhile
        window.close()
    tasks.close()
    desk.close()


@pytest.fixture
def board(clerk):
    """A body that uses the plain style."""
    return clerk.do(bodies.add_body, "Norbury Improvement Board")
