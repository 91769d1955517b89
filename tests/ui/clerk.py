"""A real window on a real register, with the hands of a clerk: what the tests of all places share."""

from typing import ClassVar

from shiboken6 import isValid

from tests.keys import press, type_words
from ui.commands import Commands
from ui.context import Context
from ui.events import Events
from ui.main_window import MainWindow
from ui.messages import Messages
from ui.operations import Operations
from ui.place import Place, Where
from ui.tasks import Tasks
from wibdesk.settings import Settings


class Elsewhere(Place):
    """Stands for a place that another module builds: it keeps what it was asked to show."""

    place_id: ClassVar[str] = "elsewhere"
    word: ClassVar[str] = "Elsewhere"

    def __init__(self, context):
        super().__init__(context)
        self.asked = []

    def enter(self, where):
        self.asked.append(where)
        self.setFocus()


class Clerk:
    """The window with some places and the register behind it; what was said, announced and went wrong is kept."""

    def __init__(self, qtbot, theme, desk, places, *, settings=None, size=(1280, 800)):
        self.qtbot, self.desk = qtbot, desk
        self.said, self.announced, self.troubles = [], [], []
        events, messages = Events(), Messages()
        # Only the lists are named in these: a signal would hold its own window for ever.
        said, announced, troubles = self.said, self.announced, self.troubles
        messages.said.connect(lambda words, undo: said.append(words))
        messages.announced.connect(lambda words, urgent: announced.append(words))
        messages.troubled.connect(lambda one: troubles.append(f"{one.heading} {one.words}".strip()))
        tasks = Tasks(messages)
        operations = Operations(desk=desk, events=events, tasks=tasks, messages=messages)
        self.context = Context(
            theme=theme, desk=desk, operations=operations, events=events, tasks=tasks, messages=messages,
            settings=settings or Settings(), commands=Commands(), go=lambda place_id, where: None,
        )  # fmt: skip
        self.window = MainWindow(self.context, places)
        qtbot.addWidget(self.window)
        self.window.setMinimumSize(600, 400)
        self.window.resize(*size)
        self.window.show()
        self.window.activateWindow()
        qtbot.waitUntil(self.window.isActiveWindow)

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

    def asked(self, place_id):
        """What the stand-in for another place was last asked to show."""
        return self.window.places[place_id].asked[-1]

    def go_home(self):
        """Close the window once nothing is under way; the desk stays open."""
        self.settle()
        if isValid(self.window):  # pages that were still being set let Qt free it meanwhile
            self.window.close()
            self.settle()
        self.context.tasks.close()
