"""Starts the desk: paints the window first, opens the register behind it, then goes where the clerk left off.

To add a place: one module in `ui.places` and one line in `PLACES`.
"""

import importlib
import sys
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QObject, QStandardPaths, QTimer
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QApplication

from ui.collecting import Collector
from ui.commands import Command, Commands
from ui.context import Context
from ui.events import Events
from ui.look import theme_of
from ui.main_window import MainWindow, PlaceEntry
from ui.messages import Answer, Messages
from ui.operations import Operations
from ui.place import Place, Where
from ui.registers import Registers
from ui.tasks import Tasks
from wibdesk import paths
from wibdesk.settings import Settings

if TYPE_CHECKING:
    from wibdesk.changes import SaveStatus

PATIENCE = 10.0
"""Seconds that closing waits for the disk before the window comes back and says so."""
# Place id, word, icon, where it is made, where it stands on the rail, and which place is marked there meanwhile.
PLACES = (
    ("meetings", "Meetings", "calendar-days", "ui.places.meetings:MeetingsPlace", "rail", ""),
    ("room", "Room", "notebook-pen", "ui.places.room:RoomPlace", "rail", ""),
    ("actions", "Actions", "list-checks", "ui.places.actions:ActionsPlace", "rail", ""),
    ("people", "People", "users", "ui.places.people:PeoplePlace", "rail", ""),
    ("preview", "Preview", "book-open", "ui.places.preview:PreviewPlace", "rail", ""),
    ("settings", "Settings", "settings", "ui.places.settings:SettingsPlace", "foot", ""),
    ("agenda", "Agenda", "list-checks", "ui.places.agenda:AgendaPlace", "hidden", "meetings"),
    ("body", "Set up a body", "building-2", "ui.places.body_setup:BodySetupPlace", "hidden", "meetings"),
    ("house_style", "House style", "book-open", "ui.places.house_style:HouseStylePlace", "hidden", "meetings"),
    ("first_start", "WIBDesk", "info", "ui.places.first_start:FirstStartPlace", "hidden", "meetings"),
)


@dataclass(frozen=True)
class Start:
    """What the desk is asked to open: a register, and a meeting and item in it where one was named."""

    register: Path
    meeting_ref: str | None = None
    item: int | str | None = None


class Workbench(QObject):
    """One window on one register, from first paint to the last commit."""

    def __init__(self, start: Start, settings: Settings, **desk_options: Any) -> None:
        super().__init__()
        self.start, self.desk_options = start, desk_options
        self.ready = False
        self.failure: str | None = None
        self.next_start: Start | None = None
        app = QApplication.instance()
        assert isinstance(app, QApplication)
        theme = theme_of(settings)
        theme.apply_to(app)
        self.collector = Collector(self)
        messages = Messages(self)
        events, tasks, commands = Events(self), Tasks(messages, self), Commands(self)
        self.context = Context(
            theme=theme,
            desk=None,  # type: ignore[arg-type]  # given by open_register, right after the first paint
            operations=None,  # type: ignore[arg-type]
            events=events,
            tasks=tasks,
            messages=messages,
            settings=settings,
            commands=commands,
            go=lambda place, where: None,
        )
        self.window = MainWindow(
            self.context,
            [PlaceEntry(p, word, icon, _maker(made), *on_rail) for p, word, icon, made, *on_rail in PLACES],
        )
        self.registers = Registers(start.register, self.context, move=self._move, here=lambda: self.window.place)
        styles = Command("go-house-style", "Go to House style", (), "places", lambda: self.window.go("house_style"))
        commands.add(self.window, *self.registers.commands(), styles)
        events.saved.connect(self._tell_trouble)
        self.window.may_close = self._may_close

    def open_register(self) -> None:
        """Open the register on its own thread; the window goes on when it is there."""
        # SQLAlchemy comes with the desk, and the first paint does not wait for it.
        from wibdesk.desk import Desk  # noqa: PLC0415

        context = self.context
        context.desk = Desk(self.start.register, on_status=context.events.saved.emit, **self.desk_options)
        context.operations = Operations(
            desk=context.desk, events=context.events, tasks=context.tasks, messages=context.messages
        )
        context.tasks.then(context.desk.opened, self._opened, self._refused)

    def close(self) -> bool:
        """Let every accepted word reach the disk, then let the register go; say whether the disk took them."""
        self.context.tasks.close()
        done = self.context.desk is None or self.context.desk.close(wait=PATIENCE)
        if done:
            self.collector.stop()
        return done

    def _move(self, register: Path) -> None:
        """Close this window and open another register in its place."""
        self.next_start = Start(register)
        self.window.close()

    def _opened(self, _: object) -> None:
        from wibdesk.services import bodies, meetings  # noqa: PLC0415  (not before the first paint)

        self._serve()
        if self.start.register == paths.demo_register():
            self.window.program = "WIBDesk, demo register"
        if self.start.meeting_ref is not None:
            find = self.context.operations.read
            find(meetings.find, self.start.meeting_ref, then=self._open_meeting, failed=self._refused)
        else:
            self.context.operations.read(bodies.bodies, then=self._first_place)

    def _serve(self) -> None:
        from wibdesk import cli  # noqa: PLC0415  (not before the first paint)

        # A signal takes what a command changed from its thread to the window's.
        self.context.desk.serve(cli.handler(self.context.desk, changed=self.context.events.changed.emit))

    def _first_place(self, bodies: Any) -> None:
        from wibdesk.services import meetings  # noqa: PLC0415  (not before the first paint)

        kept = self.context.settings.now
        if bodies and kept.last_place == "room" and kept.last_meeting:
            # Another register, or a meeting taken away since: then there is nothing to go on with.
            elsewhere = lambda _: self._go_first("meetings")  # noqa: E731
            self.context.operations.read(meetings.meeting, kept.last_meeting, then=self._go_on, failed=elsewhere)
        else:
            self._go_first("meetings" if bodies else "first_start")

    def _go_on(self, meeting: Any) -> None:
        self._go_first("meetings" if meeting.details.stage == "closed" else "room")

    def _go_first(self, place_id: str) -> None:
        self.window.go(place_id)
        self.ready = True

    def _open_meeting(self, meeting: Any) -> None:
        item = _named_item(meeting, self.start.item)
        note = "end" if self.start.item is not None else ""
        self.window.go("room", Where(meeting.body.id, meeting.id, item, note))
        self.ready = True

    def _refused(self, error: BaseException) -> None:
        self.failure = str(error)
        print(f"wibdesk: {error}", file=sys.stderr)
        if QGuiApplication.platformName() in ("offscreen", "minimal"):
            self.window.close()
            return
        answers = (Answer("Close WIBDesk", self._close_window, "Alt C", "primary"),)
        self.context.messages.trouble("This register was not opened", str(error), *answers, source="register")

    def _may_close(self) -> bool:
        desk = self.context.desk
        if desk is None or self.failure is not None or desk.status.trouble is None:
            return True
        words = "They are nowhere else. Put right what the other line says, then close again."
        again = Answer("Try to save now", desk.retry, "Alt T", "primary")
        heading = "WIBDesk stays open until your words are on the disk"
        self.context.messages.trouble(heading, words, again, source="closing")
        return False

    def _close_window(self) -> None:
        self.window.close()

    def _tell_trouble(self, status: "SaveStatus") -> None:
        messages = self.context.messages
        if status.trouble is None:
            messages.clear_trouble("saving")
            messages.clear_trouble("closing")
            return
        since = f" since {status.unsaved_since:%H:%M:%S}" if status.unsaved_since else ""
        words = f"{status.trouble} Your words are safe in memory and are tried again every second."
        messages.trouble(f"Nothing typed{since} is on the disk yet", words, source="saving")


def _maker(where: str) -> Callable[[Context], Place]:
    def make(context: Context) -> Place:
        module, _, name = where.partition(":")
        place: Place = getattr(importlib.import_module(module), name)(context)
        return place

    return make


def _named_item(meeting: Any, item: int | str | None) -> str | None:
    """Return the id of the item with this printed number, else at this position; None where there is none."""
    if item is None:
        return None
    by_number = next((i.id for i in meeting.items if i.number == str(item)), None)
    if by_number is None and str(item).isdigit() and 0 < int(item) <= len(meeting.items):
        return str(meeting.items[int(item) - 1].id)
    return by_number


def _settings_file() -> Path:
    """Return the file of preferences; Qt knows the folder, and has been imported already."""
    folder = QStandardPaths.writableLocation(QStandardPaths.StandardLocation.GenericConfigLocation)
    return Path(folder) / "WIBDesk" / "settings.json"


def run(
    register: Path,
    meeting_ref: str | None = None,
    item: int | str | None = None,
    *,
    first_paint: Callable[[], None] | None = None,
) -> int:
    """Run the desk until its window is closed; return the exit code. `first_paint` is called after the first paint."""
    app = QApplication.instance() or QApplication(sys.argv[:1])
    app.setApplicationName("WIBDesk")
    start: Start | None = Start(register, meeting_ref, item)
    code = 0
    while start is not None:
        bench = Workbench(start, Settings(_settings_file()))
        bench.window.show_fitting()
        app.processEvents()  # the first paint, before anything heavy is read from the disk
        QTimer.singleShot(0, first_paint or bench.open_register)
        app.exec()
        while not bench.close():  # the disk refuses: what was typed is nowhere else, so the window stays
            bench.window.show()
            app.exec()
        code = 1 if bench.failure else 0
        start = bench.next_start
        if bench.registers.rebuild:
            from wibdesk import demo  # noqa: PLC0415  (only who asks for it waits for it)

            demo.build(paths.demo_register())
    return code
