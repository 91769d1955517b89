"""The desk on a stage: a real window on a real register, worked by keys, its clock moved by hand, photographed."""

from collections.abc import Callable
from dataclasses import dataclass, replace
from datetime import datetime, timedelta
from pathlib import Path
from typing import Any

from docx import Document
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from ui.app import Start, Workbench
from ui.place import Where
from ui.typist import Typist
from wibdesk.domain.entries import Paragraph
from wibdesk.domain.meetings import Meeting
from wibdesk.services import agenda, meetings, minutes
from wibdesk.settings import Settings

MORNING = datetime(2026, 9, 1, 9, 28)
LOGO = """<svg xmlns="http://www.w3.org/2000/svg" width="240" height="80" viewBox="0 0 240 80">
<rect width="80" height="80" fill="#1b4b8a"/><path d="M16 64 L40 16 L64 64 Z" fill="#ffffff"/>
<rect x="96" y="22" width="144" height="14" fill="#17212b"/><rect x="96" y="48" width="96" height="10" fill="#74818d"/>
</svg>
"""
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
    Look("light-150", scale=1.5),
    Look("dark-150", "dark", 1.5),
    Look("contrast-150", "high_contrast", 1.5),
    Look("light-200", scale=2.0),
    Look("dark-200", "dark", 2.0),
    Look("contrast-200", "high_contrast", 2.0),
    Look("light-1024x640", width=1024, height=640),
    Look("light-200-1024x640", scale=2.0, width=1024, height=640),
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
        self.typist.settle()  # what came last is not laid out yet on a machine with much to do

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

    def do(self, verb: Callable[..., Any], *args: object) -> None:
        """Change something in the register as another screen would, and tell the window."""
        done = self.bench.context.desk.write(verb, *args).result(60)
        self.bench.context.events.changed.emit(done.changes)
        self.rest()

    def reword(self, meeting: Meeting) -> None:
        """Change a few words of a meeting's minutes, and add a paragraph."""
        item = next(item for item in meeting.items if len(item.entries) > 2 and isinstance(item.entries[0], Paragraph))
        first, *others = item.entries
        if isinstance(first, Paragraph):
            words = first.text.split()
            first = replace(first, text=" ".join([*words[:4], "since", "then", *words[6:]]))
        added = Paragraph("The Chair asked for the same figures by school before the next meeting.")
        self.do(minutes.save_entries, item.id, (first, *others[1:], added))

    def exempt(self, meeting: Meeting) -> None:
        """Make an item exempt, with its public summary."""
        summary = "The Board agreed how to go on with the lease."
        self.do(agenda.change_item, replace(meeting.items[3], part=2, exempt_paragraph="3", public_summary=summary))

    def untell(self, meeting: Meeting) -> None:
        """Leave an exempt item without anything that the public could be told."""
        item = meeting.items[3]
        self.do(minutes.save_entries, item.id, (Paragraph("Heard in private."),))
        self.do(agenda.change_item, replace(item, part=2, exempt_paragraph="3"))

    def picture(self) -> Path:
        """Return the file of an invented logo."""
        path = self.bench.start.register.with_name("norbury.svg")
        path.write_text(LOGO, encoding="utf-8")
        return path

    def word_file(self) -> Path:
        """Return a Word file to serve as a template."""
        path = self.bench.start.register.with_name("letterhead.docx")
        Document().save(str(path))
        return path

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
