"""A window on a real register for the tests of what happens around it: opened, worked by keys, closed."""

from datetime import date
from pathlib import Path

from PySide6.QtCore import QEvent
from PySide6.QtWidgets import QApplication

from tests.journeys.screen import keyboard_place, words_on
from ui.app import Start, Workbench
from ui.place import Where
from ui.typist import Typist
from ui.watch import Watch
from wibdesk.desk import Desk
from wibdesk.domain.agenda import Item
from wibdesk.domain.backups import Reason
from wibdesk.safety.backups import Backups
from wibdesk.services import agenda, bodies, meetings
from wibdesk.settings import Settings

PASSPHRASE = "four quiet invented words"
WAIT = 60


class Opened:
    """One window; `watched` with all that watches over a running desk."""

    def __init__(self, folder: Path, start: Start | None = None, *, watched: bool = False, **more) -> None:
        self.folder = folder
        self.bench = Workbench(start or Start(folder / "register.wibdesk"), Settings(folder / "settings.json"), **more)
        self.window, self.context = self.bench.window, self.bench.context
        self.watch = Watch(self.bench) if watched else None
        self.window.resize(1280, 800)
        self.window.show()
        self.window.activateWindow()
        self.typist = Typist(self.window)
        self.typist.until(self.window.isActiveWindow, "the window is the active one")
        self.bench.open_register()

    def ready(self) -> "Opened":
        """Wait until the register is open and a place is shown."""
        self.typist.until(lambda: self.bench.ready, f"the register is open: {self.bench.failure}")
        return self

    def press(self, *chords: str) -> None:
        """Press keys."""
        self.typist.press(*chords)

    def type(self, words: str) -> None:
        """Type words."""
        self.typist.type(words)

    def see(self, words: str) -> None:
        """Go on once these words are on the screen."""
        self.typist.until(lambda: words in self.screen(), f"“{words}” is on the screen")

    def gone(self, words: str) -> None:
        """Go on once these words are no longer on the screen."""
        self.typist.until(lambda: words not in self.screen(), f"“{words}” is not on the screen")

    def at(self, words: str) -> None:
        """Go on once the keyboard is in the thing of this name."""
        self.typist.until(lambda: words in keyboard_place(), f"the keyboard is in “{words}”")

    def until(self, holds, what: str) -> None:
        """Go on once something holds."""
        self.typist.until(holds, what)

    def screen(self) -> str:
        """Return every word on the window."""
        return words_on(self.window)

    def close(self) -> None:
        """Close the window and the desk."""
        self.window.close()
        assert self.bench.close()
        self.drop()

    def drop(self) -> None:
        """Take the window away."""
        if self.watch is not None:
            self.watch.stop()
        self.window.deleteLater()
        self.bench.deleteLater()
        QApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
        QApplication.processEvents()


def register_with_meeting(path: Path, *, secret: str | None = None, body: str = "Norbury Board") -> None:
    """Make a register with one body, one meeting of two items, encrypted where a secret is given."""
    desk = Desk(path, secret=secret)
    try:
        desk.opened.result(WAIT)
        made = desk.write(bodies.add_body, body).result(WAIT).value
        meeting = desk.write(meetings.new_meeting, made.id, date=date(2026, 9, 1)).result(WAIT).value
        for item in desk.read(meetings.meeting, meeting.id).result(WAIT).items:
            desk.write(agenda.remove_item, item.id).result(WAIT)
        for title in ("Front door", "Any other business"):
            desk.write(agenda.add_item, meeting.id, Item(title)).result(WAIT)
    finally:
        desk.close()


def register_with_backup(path: Path) -> None:
    """Make such a register and one backup of it."""
    register_with_meeting(path)
    desk = Desk(path)
    desk.opened.result(WAIT)
    backups = Backups(desk)
    backups.make(Reason.ASKED).result(WAIT)
    backups.close()
    desk.close()


def in_the_room(opened: Opened) -> Opened:
    """Go to the room of the meeting, the keyboard in its sentence."""
    opened.ready()
    meeting = opened.context.desk.read(meetings.find, "M1").result(WAIT)
    opened.window.go("room", Where(meeting.body.id, meeting.id))
    opened.at("Minutes of item 1")
    return opened
