"""Starts the desk: paints the window first, opens the register behind it, then goes where the clerk left off.

To add a place: one module in `ui.places` and one line in `PLACES`.
"""

import importlib
import os
import sys
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QObject, QStandardPaths, Qt, QTimer
from PySide6.QtGui import QIcon
from PySide6.QtWidgets import QApplication

from ui.collecting import Collector
from ui.commands import Commands
from ui.context import Context
from ui.events import Events
from ui.keeping import Kept, kept_by
from ui.languages import speak
from ui.look import theme_of
from ui.main_window import MainWindow, PlaceEntry
from ui.messages import Messages
from ui.place import Place
from ui.tasks import Tasks
from ui.theme import Theme
from wibdesk import paths
from wibdesk.language import later, say
from wibdesk.settings import Settings

if TYPE_CHECKING:
    from ui.backing_up import BackingUp
    from ui.crash_reports import CrashReports
    from ui.delivering import Delivering
    from ui.early_keys import EarlyKeys
    from ui.guide.guide import Guide
    from ui.locking.locking import Locking
    from ui.opening import Opening
    from ui.receiving import Receiving
    from ui.recent import Recent
    from ui.registers import Registers
    from ui.saving_trouble import SavingTrouble
    from ui.setting_aside import SettingAside
    from ui.start_notes import StartNotes
    from ui.watch import Watch
    from wibdesk.ending import Running

DESKTOP_ENTRY = "org.wibdesk.WIBDesk"
"""The name of the installed desktop entry: by it desktops know whose window this is, and which icon it has."""
PATIENCE = 10.0
"""Seconds that closing waits for the disk before the window comes back and says so."""
TURN = 0.0005
"""Seconds after which a thread gives the window's its turn: one paint asks for the interpreter a hundred times."""
SOON = 0.5
"""Seconds that it waits for a disk that is known to refuse."""
# Place id, word, icon, where it is made, where it stands on the rail, and which place is marked there meanwhile.
PLACES = (
    ("meetings", later("Meetings"), "calendar-days", "ui.places.meetings:MeetingsPlace", "rail", ""),
    ("room", later("Room"), "notebook-pen", "ui.places.room:RoomPlace", "rail", ""),
    ("actions", later("Actions"), "list-checks", "ui.places.actions:ActionsPlace", "rail", ""),
    ("search", later("Search"), "search", "ui.places.search:SearchPlace", "rail", "", "Ctrl Shift F"),
    ("people", later("People"), "users", "ui.places.people:PeoplePlace", "rail", ""),
    ("plans", later("Plans"), "route", "ui.places.plans:PlansPlace", "rail", ""),
    ("figures", later("Figures"), "chart-column", "ui.places.figures:FiguresPlace", "rail", ""),
    ("preview", later("Preview"), "book-open", "ui.places.preview:PreviewPlace", "rail", ""),
    ("safe_keeping", later("Keeping"), "shield-check", "ui.places.safe_keeping:SafeKeepingPlace", "foot", ""),
    ("settings", later("Settings"), "settings", "ui.places.settings:SettingsPlace", "foot", ""),
    ("help", later("Help"), "circle-help", "ui.places.help:HelpPlace", "hidden", ""),
    ("send", later("Send"), "send", "ui.places.send:SendPlace", "hidden", "meetings"),
    ("agenda", later("Agenda"), "list-checks", "ui.places.agenda:AgendaPlace", "hidden", "meetings"),
    ("body", later("Set up a body"), "building-2", "ui.places.body_setup:BodySetupPlace", "hidden", "meetings"),
    ("house_style", later("House style"), "book-open", "ui.places.house_style:HouseStylePlace", "hidden", "meetings"),
    ("words", later("Words and phrases"), "message-square-quote", "ui.places.words:WordsPlace", "hidden", "settings"),
    ("first_start", "WIBDesk", "info", "ui.places.first_start:FirstStartPlace", "hidden", "meetings"),
    ("incoming", later("A file"), "folder-open", "ui.places.incoming:IncomingPlace", "hidden", "meetings"),
    ("opening", "WIBDesk", "info", "ui.opening_place:OpeningPlace", "hidden", "meetings"),
    ("locked", "WIBDesk", "lock", "ui.locking.place:LockPlace", "hidden", "meetings"),
)


@dataclass(frozen=True)
class Start:
    """What the desk is asked to open: a register, and a meeting and item in it where one was named.

    `reading` is the register of which this one is a copy to read: then not a byte of either changes. `said` is what the
    clerk is told of how this register came to be, `files` are shown to the clerk once it is open.
    """

    register: Path
    meeting_ref: str | None = None
    item: int | str | None = None
    reading: Path | None = None
    said: str = ""
    files: tuple[Path, ...] = ()


class Workbench(QObject):
    """One window on one register, from first paint to the last commit.

    Nobody looks at an `unattended` window: where the register cannot be opened it closes instead of offering ways on.
    """

    # Given by `furnish`, after the first paint.
    registers: "Registers"
    opening: "Opening"
    trouble: "SavingTrouble"
    locking: "Locking"
    notes: "StartNotes"
    reports: "CrashReports"
    backing_up: "BackingUp"
    aside: "SettingAside"
    delivering: "Delivering"
    receiving: "Receiving"
    recent: "Recent"
    early_keys: "EarlyKeys"
    guide: "Guide"

    def __init__(self, start: Start, settings: Settings, *, unattended: bool = False, **desk_options: Any) -> None:
        super().__init__()
        self.start, self.unattended, self.desk_options = start, unattended, desk_options
        self.ready = self.furnished = False
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
        self.running: Running | None = None
        self.context.open_to_read = self.read_copy
        self.window.may_close = self._may_close

    def furnish(self) -> None:
        """Put round the painted window what works without being seen; once."""
        if self.furnished:
            return
        # The first paint does not wait for it.
        from ui.furnishing import furnish  # noqa: PLC0415

        furnish(self)
        self.furnished = True
        self.opening.opened.connect(self._opened)
        self.opening.raised.connect(self.come_forward)
        self.opening.arrived.connect(self.recent.note_register)
        self.opening.arrived.connect(self.receiving.begin)

    def open_register(self) -> None:
        """Open the register on its own thread; the window goes on when it is there."""
        # What it brings with it is not wanted before the first paint.
        from wibdesk.ending import Running  # noqa: PLC0415

        self.furnish()
        self.running = Running(paths.state_folder(), self.start.register)
        self.window.clock.timeout.connect(self.running.seen)
        self.opening.begin()

    def close(self) -> bool:
        """Let every accepted word reach the disk, then let the register go; say whether nothing is lost by ending.

        What the disk still refuses is in a rescue file by then, or the answer is False.
        """
        if self.furnished:
            self.backing_up.close()
            self.delivering.close()
        self.context.tasks.close()
        self.context.settings.settle(PATIENCE)
        desk = self.context.desk
        done = (desk is None or desk.close(wait=PATIENCE)) and (not self.furnished or self.locking.finish(PATIENCE))
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

    def come_forward(self, files: Sequence[Path] = ()) -> None:
        """Bring the window to the front, also where it was put away; show the files that another start was given."""
        window = self.window
        window.setWindowState(window.windowState() & ~Qt.WindowState.WindowMinimized)
        window.show()
        window.raise_()
        window.activateWindow()
        if files:
            self.receiving.receive(files)

    def _go_on_with(self, start: Start) -> None:
        self.next_start = start
        if not self.window.close():
            self.next_start = None

    def _opened(self) -> None:
        # Nothing is looked for, and nothing told, before a register is open.
        from ui.leading import Leading  # noqa: PLC0415
        from ui.news_note import tell_news  # noqa: PLC0415

        self.window.seek = Leading(self.context).seek
        ended = None
        if self.running is not None and self.start.reading is None:
            ended = self.running.begin()
        if self.start.reading is not None:
            self.notes.tell_reading()
        if self.start.reading is None:
            self.backing_up.start()
            self.delivering.start_soon()
        if self.context.getting_ready is not None:
            self.context.getting_ready.start()
        if self.start.said:
            self.notes.say(say("This is what could be read of the damaged register."), self.start.said)
        self.notes.tell(ended)
        self.locking.begin()
        self.guide.take_up()
        tell_news(self.context)

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
    files: Sequence[Path] = (),
    first_paint: Callable[[], None] | None = None,
) -> int:
    """Run the desk until its window is closed; return the exit code. `first_paint` is called after the first paint."""
    app = QApplication.instance() or QApplication([*sys.argv[:1], "-style", "fusion"])
    assert isinstance(app, QApplication)
    app.setApplicationName("WIBDesk")
    app.setDesktopFileName(DESKTOP_ENTRY)
    sys.setswitchinterval(TURN)
    unattended = app.platformName() in ("offscreen", "minimal")
    start: Start | None = Start(register, meeting_ref, item, files=tuple(files))
    code = 0
    while start is not None:
        settings = Settings(_settings_file())
        speak(os.environ.get("WIBDESK_LANGUAGE") or settings.now.language, app)
        bench = Workbench(start, settings, unattended=unattended)
        bench.window.show_fitting()
        app.processEvents()  # the first paint, before anything heavy is read from the disk
        code = _worked(bench, app, first_paint)
        start = bench.next_start
        if bench.furnished and bench.registers.rebuild:
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
        app.setWindowIcon(QIcon(str(paths.resource("mark/wibdesk.svg"))))
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
