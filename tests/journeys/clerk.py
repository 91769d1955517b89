"""The clerk at the desk: the real window on a real register, worked by keys and read with the eyes alone."""

from collections.abc import Iterable
from datetime import datetime
from pathlib import Path

from PySide6.QtCore import QEvent
from PySide6.QtWidgets import QApplication

from tests.journeys.screen import keyboard_place, words_on
from tests.journeys.script import Step
from ui.app import Start, Workbench
from ui.typist import Typist
from wibdesk.settings import Settings


class WallClock:
    """The clock on the wall: it stands still until a script moves it."""

    def __init__(self) -> None:
        self.at = datetime(2017, 10, 2, 9, 0).astimezone()

    def __call__(self) -> datetime:
        """Return the time as the desk asks for it."""
        return self.at

    def move(self, words: str) -> None:
        """Move to `18 Oct 2017 09:25`, or to `09:31` of the same day."""
        day, _, hour = words.rpartition(" ")
        at = datetime.strptime(hour, "%H:%M")
        on = datetime.strptime(day, "%d %b %Y") if day else self.at
        self.at = at.replace(year=on.year, month=on.month, day=on.day).astimezone()


class Clerk:
    """Works one window from the first paint until it is closed; `play` does what a script says."""

    def __init__(self, folder: Path, clock: WallClock, *, register: Path | None = None, size: tuple[int, int]) -> None:
        self.wall, self.papers = clock, folder / "papers"
        self.papers.mkdir(exist_ok=True)
        settings = Settings(folder / "settings.json")
        settings.change(export_folder=str(self.papers))
        self.bench = Workbench(Start(register or folder / "register.wibdesk"), settings, now=clock)
        self.window, self.gone_home = self.bench.window, False
        self.window.resize(*size)
        self.window.show()
        self.window.activateWindow()
        self.typist = Typist(self.window)
        self.typist.until(self.window.isActiveWindow, "the window is the active one")
        self.bench.open_register()
        self.typist.until(lambda: self.bench.ready, "the register is open")

    def play(self, script: Iterable[Step]) -> None:
        """Do every step; what cannot be done is told with its line and with what stands on the screen."""
        for step in script:
            try:
                getattr(self, step.verb)(step.words)
            except AssertionError as error:
                where = f"The keyboard is in {keyboard_place()}"
                raise AssertionError(f"{step}\n{error}\n{where}\n{self.screen()}") from error

    def clock(self, words: str) -> None:
        """Let time go on to what the clock on the wall shows."""
        self.wall.move(words)

    def press(self, *chords: str) -> None:
        """Press keys one after the other; chords may stand in one string with blanks between."""
        self.typist.press(*(chord for words in chords for chord in words.split()))

    def type(self, words: str) -> None:
        """Type words letter by letter."""
        self.typist.type(words)

    write = hide = type

    def copy(self, words: str) -> None:
        """Copy words in another program."""
        QApplication.clipboard().setText(words)

    def see(self, words: str) -> None:
        """Go on once these words are on the screen."""
        self.typist.until(lambda: words in self.screen(), f"“{words}” is on the screen")

    def gone(self, words: str) -> None:
        """Go on once these words are no longer on the screen."""
        self.typist.until(lambda: words not in self.screen(), f"“{words}” is not on the screen any more")

    def at(self, words: str) -> None:
        """Go on once the keyboard is in the thing of this name."""
        self.typist.until(lambda: words in keyboard_place(), f"the keyboard is in “{words}”")

    def screen(self) -> str:
        """Return every word on the window."""
        return words_on(self.window)

    def go_home(self) -> None:
        """Close the window, let every word reach the disk, and leave nothing behind; once is enough."""
        if self.gone_home:
            return
        self.gone_home = True
        self.window.close()
        self.bench.close()
        self.window.deleteLater()
        self.bench.deleteLater()
        QApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
        QApplication.processEvents()
