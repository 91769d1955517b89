"""The desk on a stage: a real window on a real register, worked by keys, its clock moved by hand, photographed."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime, timedelta
from pathlib import Path
from typing import Any

from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from ui.app import Start, Workbench
from ui.place import Where
from ui.typist import Typist
from wibdesk.services import meetings
from wibdesk.settings import Settings

MORNING = datetime(2026, 9, 1, 9, 28)
REST = 60  # milliseconds in which timers of no length and fonts of a new size come to rest


@dataclass(frozen=True)
class Look:
    """How the window is dressed for one set of pictures."""

    name: str
    colours: str = "light"
    scale: float = 1.0
    width: int = 1280
    height: int = 800


LOOKS = (
    Look("light"),
    Look("dark", "dark"),
    Look("contrast", "high_contrast"),
    Look("light-125", scale=1.25),
    Look("dark-150", "dark", 1.5),
    Look("light-200", scale=2.0),
    Look("contrast-200", "high_contrast", 2.0),
    Look("light-1024x640", width=1024, height=640),
    Look("dark-1600x900", "dark", width=1600, height=900),
)


class Stage:
    """Opens the desk on a register, presses keys in it and keeps pictures in a folder of the look."""

    def __init__(self, register: Path, look: Look, folder: Path, wanted: str = "") -> None:
        self.look, self.folder, self.wanted, self.at = look, folder / look.name, wanted, MORNING.astimezone()
        settings = Settings()
        settings.change(theme=look.colours, text_scale=look.scale, motion="none", export_folder=str(register.parent))
        self.bench = Workbench(Start(register), settings, now=lambda: self.at)
        self.window = self.bench.window
        self.window.resize(look.width, look.height)
        self.window.show()
        self.window.activateWindow()
        self.typist = Typist(self.window)
        self.rest()
        self.bench.open_register()
        self.typist.until(lambda: self.bench.ready or bool(self.bench.failure), "the register is open")
        self.rest()

    def close(self) -> None:
        """Close the desk."""
        self.rest()
        self.window.close()
        self.bench.close()
        self.window.deleteLater()
        QTest.qWait(0)

    def rest(self, milliseconds: int = REST) -> None:
        """Let the window finish what it has in hand."""
        self.typist.until(lambda: self.bench.context.tasks.busy == 0, "the register has answered")
        QTest.qWait(milliseconds)
        self.typist.until(lambda: self.bench.context.tasks.busy == 0, "the register has answered")

    def press(self, *chords: str) -> None:
        """Press chords, waiting after each until the desk has done what they ask."""
        for chord in chords:
            self.typist.press(chord)
            self.typist.until(lambda: self.bench.context.tasks.busy == 0, f"{chord} is done")

    def type(self, words: str) -> None:
        """Type words where the keyboard is."""
        self.typist.type(words)
        self.rest(0)

    def paste(self, words: str) -> None:
        """Put words on the clipboard and paste them."""
        QApplication.clipboard().setText(words)
        self.press("Ctrl+V")

    def go(self, place_id: str, where: Where | None = None) -> None:
        """Go to a place; where a key leads there, a scene presses the key instead."""
        self.window.go(place_id, where or Where())
        self.rest()

    def room(self, ref: str) -> None:
        """Go to the room of a meeting."""
        meeting = self.read(meetings.find, ref)
        self.go("room", Where(meeting.body.id, meeting.id))

    def read(self, verb: Callable[..., Any], *args: object) -> Any:
        """Read from the register."""
        return self.bench.context.desk.read(verb, *args).result(60)

    def later(self, minutes: int) -> None:
        """Let time go by."""
        self.at += timedelta(minutes=minutes)

    def tell_time(self) -> None:
        """Let the room show the new time, as the next full minute would."""
        self.window.places["room"].tick()
        self.rest(0)

    def shot(self, name: str) -> None:
        """Keep a picture of the window as it stands."""
        if self.wanted not in name:
            return
        self.rest()
        self.folder.mkdir(parents=True, exist_ok=True)
        self.window.grab().save(str(self.folder / f"{name}.png"))
