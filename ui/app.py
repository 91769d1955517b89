"""Starts the desk: paints the window first, opens the register behind it, then goes where the clerk left off.

To add a place: one module in `ui.places` and one line in `PLACES`.
"""

import importlib
import sys
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QObject, QStandardPaths, Qt, QTimer
from PySide6.QtWidgets import QApplication

from ui.backing_up import BackingUp
from ui.collecting import Collector
from ui.commands import Command, Commands
from ui.context import Context
from ui.crash_reports import CrashReports
from ui.delivering import Delivering
from ui.events import Events
from ui.keeping import Kept, kept_by
from ui.locking.locking import Locking
from ui.look import theme_of
from ui.main_window import MainWindow, PlaceEntry
from ui.messages import Messages
from ui.opening import Opening
from ui.place import Place
from ui.registers import Registers
from ui.saving_trouble import SavingTrouble
from ui.setting_aside import SettingAside
from ui.start_notes import StartNotes
from ui.tasks import Tasks
from ui.theme import Theme
from wibdesk import paths
from wibdesk.settings import Settings

if TYPE_CHECKING:
    from ui.watch import Watch
    from wibdesk.ending import Running

PATIENCE = 10.0
"""Seconds that closing waits for the disk before the window comes back and says so."""
SOON = 0.5
"""Seconds that it waits for a disk that is known to refuse."""
# Place id, word, icon, where it is made, where it stands on the rail, and which place is marked there meanwhile.
PLACES = (
    ("meetings", "Meetings", "calendar-days", "ui.places.meetings:MeetingsPlace", "rail", ""),
    ("room", "Room", "notebook-pen", "ui.places.room:RoomPlace", "rail", ""),
    ("actions", "Actions", "list-checks", "ui.places.actions:ActionsPlace", "rail", ""),
    ("people", "People", "users", "ui.places.people:PeoplePlace", "rail", ""),
    ("plans", "Plans", "route", "ui.places.plans:PlansPlace", "rail", ""),
    ("figures", "Figures", "chart-column", "ui.places.figures:FiguresPlace", "rail", ""),
    ("preview", "Preview", "book-open", "ui.places.preview:PreviewPlace", "rail", ""),
    ("safe_keeping", "Keeping", "shield-check", "ui.places.safe_keeping:SafeKeepingPlace", "foot", ""),
    ("settings", "Settings", "settings", "ui.places.settings:SettingsPlace", "foot", ""),
    ("send", "Send", "send", "ui.places.send:SendPlace", "hidden", "meetings"),
    ("agenda", "Agenda", "list-checks", "ui.places.agenda:AgendaPlace", "hidden", "meetings"),
    ("body", "Set up a body", "building-2", "ui.places.body_setup:BodySetupPlace", "hidden", "meetings"),
    ("house_style", "House style", "book-open", "ui.places.house_style:HouseStylePlace", "hidden", "meetings"),
    ("words", "Words and phrases", "message-square-quote", "ui.places.words:WordsPlace", "hidden", "settings"),
    ("first_start", "WIBDesk", "info", "ui.places.first_start:FirstStartPlace", "hidden", "meetings"),
    ("opening", "WIBDesk", "info", "ui.opening_place:OpeningPlace", "hidden", "meetings"),
    ("locked", "WIBDesk", "lock", "ui.locking.place:LockPlace", "hidden", "meetings"),
)


@dataclass(frozen=True)
class Start:
    """What the desk is asked to open: a register, and a meeting and item in it where one was named.

    `reading` is the register of which this one is a copy to read: then not a byte of either changes. `said` is what the
    clerk is told of how this register came to be.
    """

    register: Path
    meeting_ref: str | None = None
    item: int | str | None = None
    reading: Path | None = None
    said: str = ""


class Workbench(QObject):
    """One window on one register, from first paint to the last commit.

    Nobody looks at an `unattended` window: where the register cannot be opened it closes instead of offering ways on.
    """

    def __init__(self, start: Start, settings: Settings, *, unattended: bool = False, **desk_options: Any) -> None:
        super().__init__()
        self.start, self.unattended, self.desk_options = start, unattended, desk_options
        self.ready = False
        self.failure: str | None = None
        self.next_start: Start | None = None
        app = QApplication.instance()
        assert isinstance(app, QApplication)
        theme = theme_of(settings)
        theme.apply_to(app)
        self.collector = Collector(self)
        self.context = _context(theme, settings, self)
        self.window = MainWindow(
            self.context,
            [PlaceEntry(p, word, icon, _maker(made), *on_rail) for p, word, icon, made, *on_rail in PLACES],
        )
        self.registers = Registers(start.register, self.context, move=self.move, here=lambda: self.window.place)
        self.opening, self.trouble = Opening(self), SavingTrouble(self.context, self.window)
        self.locking, self.notes = Locking(self), StartNotes(self)
        self.reports = CrashReports(self.context, self.window)
        self.running: Running | None = None
        self.backing_up, self.aside = BackingUp(self.context, self), SettingAside(self)
        self.delivering = self.context.delivering = Delivering(self.context, self)
        self.context.backing_up, self.context.set_aside = self.backing_up, self.aside.begin
        self.context.open_to_read = self.read_copy
        styles = Command("go-house-style", "Go to House style", (), "places", lambda: self.window.go("house_style"))
        words = Command("go-words", "Go to Words and phrases", (), "places", lambda: self.window.go("words"))
        send = Command("go-send", "Go to Send", (), "places", lambda: self.window.go("send"))
        also = (styles, words, send, self.locking.command(), self.backing_up.command())
        self.context.commands.add(self.window, *self.registers.commands(), *also)
        self.opening.opened.connect(self._opened)
        self.opening.raised.connect(self.come_forward)
        self.window.may_close = self._may_close

    def open_register(self) -> None:
        """Open the register on its own thread; the window goes on when it is there."""
        # What it brings with it is not wanted before the first paint.
        from wibdesk.ending import Running  # noqa: PLC0415

        self.running = Running(paths.state_folder(), self.start.register)
        self.window.clock.timeout.connect(self.running.seen)
        self.opening.begin()

    def close(self) -> bool:
        """Let every accepted word reach the disk, then let the register go; say whether nothing is lost by ending.

        What the disk still refuses is in a rescue file by then, or the answer is False.
        """
        self.backing_up.close()
        self.delivering.close()
        self.context.tasks.close()
        self.context.settings.settle(PATIENCE)
        desk = self.context.desk
        done = (desk is None or desk.close(wait=PATIENCE)) and self.locking.finish(PATIENCE)
        if done and self.running is not None:
            self.running.end()
        if done:
            self.collector.stop()
        return done

    def keep_all(self) -> Kept:
        """Send what was typed to the register, and wait a few seconds for the disk."""
        if self.window.place is not None:
            self.window.place.leave()
        desk = self.context.desk
        return kept_by(desk) if desk is not None else Kept(everything=True)

    def restart(self) -> None:
        """Close this window, whatever is wrong in it, and open another at the same meeting, item and caret."""
        self.window.forced = True
        self.move(self.start.register)

    def restart_anyway(self) -> None:
        """Restart although not all is stored."""
        self.window.may_close = lambda: True
        self.restart()

    def move(self, register: Path, said: str = "") -> None:
        """Close this window and open another register in its place."""
        self._go_on_with(Start(register, said=said))

    def move_back(self) -> None:
        """Close a copy that was read, and open the register that it is of."""
        self._go_on_with(Start(self.start.reading or self.start.register))

    def read_copy(self, copy: Path) -> None:
        """Close this window and open a copy of its register, to read."""
        self._go_on_with(Start(copy, reading=self.start.register))

    def come_forward(self) -> None:
        """Bring the window to the front, also where it was put away."""
        window = self.window
        window.setWindowState(window.windowState() & ~Qt.WindowState.WindowMinimized)
        window.show()
        window.raise_()
        window.activateWindow()

    def _go_on_with(self, start: Start) -> None:
        self.next_start = start
        if not self.window.close():
            self.next_start = None

    def _opened(self) -> None:
        # Nothing is looked for before a register is open.
        from ui.leading import Leading  # noqa: PLC0415

        self.window.seek = Leading(self.context).seek
        ended = None
        if self.running is not None and self.start.reading is None:
            ended = self.running.begin()
        if self.start.reading is not None:
            self.notes.tell_reading()
        if self.start.reading is None:
            self.backing_up.start()
            self.delivering.start_soon()
        if self.start.said:
            self.notes.say("This is what could be read of the damaged register.", self.start.said)
        self.notes.tell(ended)
        self.locking.begin()

    def _may_close(self) -> bool:
        desk = self.context.desk
        if desk is None or self.failure is not None or self.start.reading is not None:
            return True
        kept = kept_by(desk, SOON if desk.status.trouble else PATIENCE)
        if kept.everything or kept.rescued is not None:
            return True
        self.trouble.ask_to_stay(kept)
        return False


def _context(theme: Theme, settings: Settings, parent: QObject) -> Context:
    messages = Messages(parent)
    return Context(
        theme=theme,
        desk=None,  # type: ignore[arg-type]  # given when the register is opened, right after the first paint
        operations=None,  # type: ignore[arg-type]
        events=Events(parent),
        tasks=Tasks(messages, parent),
        messages=messages,
        settings=settings,
        commands=Commands(parent, settings.now.keys),
        go=lambda place, where: None,
    )


def _maker(where: str) -> Callable[[Context], Place]:
    def make(context: Context) -> Place:
        module, _, name = where.partition(":")
        place: Place = getattr(importlib.import_module(module), name)(context)
        return place

    return make


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
    assert isinstance(app, QApplication)
    app.setApplicationName("WIBDesk")
    unattended = app.platformName() in ("offscreen", "minimal")
    start: Start | None = Start(register, meeting_ref, item)
    code = 0
    while start is not None:
        bench = Workbench(start, Settings(_settings_file()), unattended=unattended)
        bench.window.show_fitting()
        app.processEvents()  # the first paint, before anything heavy is read from the disk
        code = _worked(bench, app, first_paint)
        start = bench.next_start
        if bench.registers.rebuild:
            from wibdesk import demo  # noqa: PLC0415  (only who asks for it waits for it)

            demo.build(paths.demo_register())
    return code


def _worked(bench: Workbench, app: QApplication, first_paint: Callable[[], None] | None) -> int:
    """Let the clerk work until the window is closed and every word is stored; return the exit code."""
    watch: Watch | None = None

    def begin() -> None:
        # What it brings with it is not wanted before the first paint.
        from ui.watch import Watch  # noqa: PLC0415

        nonlocal watch
        watch = Watch(bench)
        bench.open_register()

    QTimer.singleShot(0, first_paint or begin)
    try:
        app.exec()
        # The disk refuses: what was typed is nowhere else, so the window stays.
        while not bench.close() and not (watch is not None and watch.let_go()):
            bench.window.show()
            app.exec()
    finally:
        if watch is not None:
            watch.stop()
    return 1 if bench.failure else 0
