"""The desk tries itself: a meeting of the demo register is minuted by key presses alone, exported and read back.

`run` works the real window. What it types is below, as a clerk would; nothing of the clerk's own register is touched.
"""

import os
import platform
import sys
import tempfile
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

from PySide6.QtCore import qVersion
from PySide6.QtWidgets import QApplication

from ui.app import Start, Workbench
from ui.typist import Typist
from wibdesk import __version__, demo
from wibdesk.documents.read_back import pdf_text, word_text
from wibdesk.language import say
from wibdesk.self_checks import SelfTestError, checks
from wibdesk.settings import Settings

WELCOME = "The Chair welcomed everyone to the meeting."
FINDING = "The Board heard that the number of early contacts had risen since the spring."
DECISION = "That the quarterly report be received."
ACTION = "bring a breakdown of contacts by school"
OWNER = "J Amari"
NOTE = "Ring the presenter before circulating."
OWN_FOLDERS = ("XDG_DATA_HOME", "XDG_STATE_HOME", "XDG_CONFIG_HOME", "XDG_CACHE_HOME")
"""Variables that say where the desk and its libraries keep what outlives them; Windows has none."""


def run(folder: Path | None = None, tell: Callable[[str], None] = lambda words: None) -> list[Path]:
    """Minute the meeting planned for today and return the Word file, the PDF and the action log that came of it.

    First it looks whether everything that is shipped is there. Each thing found is told in a sentence. Without a
    folder, the files go to a new one of their own; nothing else is left behind. SelfTestError where something is
    missing, from the installation or from a file read back.
    """
    if sys.platform.startswith("linux") and not (os.environ.get("DISPLAY") or os.environ.get("WAYLAND_DISPLAY")):
        os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    target = folder or Path(tempfile.mkdtemp(prefix="wibdesk-self-test-"))
    target.mkdir(parents=True, exist_ok=True)
    with tempfile.TemporaryDirectory(prefix="wibdesk-") as private, _at_home_in(Path(private)):
        tell(_versions())
        for sentence in checks(Path(private)):
            tell(sentence)
        files = _minuted(Path(private), target, tell)
    _read_back(files)
    tell(say("Documents: Word and PDF hold what was typed, and no private note."))
    return files


@contextmanager
def _at_home_in(folder: Path) -> Iterator[None]:
    """Let the desk and its libraries keep their files in a folder of the test's own."""
    before = {name: os.environ.get(name) for name in OWN_FOLDERS}
    os.environ.update({name: str(folder / name.lower()) for name in OWN_FOLDERS})
    try:
        yield
    finally:
        for name, value in before.items():
            if value is None:
                del os.environ[name]
            else:
                os.environ[name] = value


def _versions() -> str:
    known = {"desk": __version__, "python": platform.python_version(), "qt": qVersion(), "system": platform.platform()}
    return say("WIBDesk {desk} with Python {python} and Qt {qt} on {system}.", **known)


def _minuted(private: Path, target: Path, tell: Callable[[str], None]) -> list[Path]:
    app = QApplication.instance() or QApplication(["wibdesk", "-style", "fusion"])
    register = private / "self-test.wibdesk"
    demo.build(register)
    settings = Settings(private / "settings.json")
    settings.change(export_folder=str(target))
    bench = Workbench(Start(register), settings)
    bench.window.resize(1280, 800)
    bench.window.show()
    app.processEvents()
    bench.open_register()
    clerk = _Clerk(bench, target)
    try:
        files = clerk.minute_a_meeting()
    finally:
        bench.window.close()
        bench.close()
    tell(say("Typing: a meeting was minuted by {number} key presses and saved.", number=clerk.keys.keys_pressed))
    return files


class _Clerk:
    """Somebody with a keyboard and no mouse."""

    def __init__(self, bench: Workbench, folder: Path) -> None:
        self.bench, self.folder = bench, folder
        self.keys = Typist(bench.window)

    def minute_a_meeting(self) -> list[Path]:
        """Open today's meeting, minute two items, close it, and export minutes and action log."""
        keys = self.keys
        keys.until(lambda: self.bench.ready, "the register is open")
        self._until_place("meetings")
        keys.until(lambda: self.bench.context.tasks.busy == 0, "the meetings are listed")
        keys.press("Ctrl+Return")
        self._until_place("room")
        keys.until(self._in_the_sentence, "the sentence has the keyboard")
        keys.press("F5")
        self._attendance()
        keys.type(WELCOME)
        keys.press("Ctrl+Down")
        keys.type(FINDING + "\n")
        keys.press("Ctrl+Shift+D")
        keys.type(DECISION + "\n\n")
        self._action()
        keys.press("Return", "Ctrl+Shift+O")
        keys.type(NOTE)
        keys.press("Shift+F5", "Ctrl+Return")
        return self._export()

    def _attendance(self) -> None:
        self.keys.press("Ctrl+E", "P", "Down", "P", "Down", "P", "Down", "A", "Esc")

    def _action(self) -> None:
        self.keys.type(ACTION)
        self.keys.press("Ctrl+Shift+A")
        self.keys.until(lambda: not self._in_the_sentence(), "the facts of the action ask for an owner")
        self.keys.type(OWNER)
        self.keys.press("Tab")
        self.keys.type("next meeting")
        self.keys.press("Return")
        self.keys.until(self._in_the_sentence, "the sentence has the keyboard again")
        self.keys.press("End")

    def _export(self) -> list[Path]:
        keys = self.keys
        keys.press("Ctrl+P")
        self._until_place("preview")
        word = self._saved("W", ".docx")
        pdf = self._saved("P", ".pdf")
        while not self.bench.window.windowTitle().startswith("Preview, Action log"):
            keys.press("Down")
            keys.until(lambda: self.bench.context.tasks.busy == 0, "the next paper is set")
        return [word, pdf, self._saved("W", ".docx")]

    def _saved(self, key: str, ending: str) -> Path:
        known = _written(self.folder, ending)
        self.keys.until(lambda: self.bench.context.tasks.busy == 0, "the pages are set")
        self.keys.press(key)
        self.keys.until(lambda: _written(self.folder, ending) != known, f"a file ending in {ending} is saved")
        return next(path for path, when in _written(self.folder, ending).items() if known.get(path) != when)

    def _until_place(self, place_id: str) -> None:
        def there() -> bool:
            place = self.bench.window.place
            return place is not None and place.place_id == place_id

        self.keys.until(there, f"the place is {place_id}")

    def _in_the_sentence(self) -> bool:
        # Looked up late: the editor is one of the things that the first paint does not wait for.
        from ui.editor.minute_editor import MinuteEditor  # noqa: PLC0415

        return isinstance(QApplication.focusWidget(), MinuteEditor)


def _written(folder: Path, ending: str) -> dict[Path, int]:
    """Return the finished files of a kind and when each was written: an earlier run's are written anew."""
    found = (path for path in folder.iterdir() if path.suffix == ending and not path.name.startswith((".", "~")))
    return {path: path.stat().st_mtime_ns for path in found}


def _read_back(files: list[Path]) -> None:
    """Read the files with other programs' code, and look for what was typed and for what must not be there."""
    word, pdf, log = files
    readers: list[tuple[Path, Callable[[Path], str], tuple[str, ...]]] = [
        (word, word_text, (WELCOME, FINDING, DECISION, ACTION, OWNER)),
        (pdf, pdf_text, (WELCOME, FINDING, DECISION, ACTION, OWNER)),
        (log, word_text, (ACTION, OWNER)),
    ]
    for path, read, wanted in readers:
        words = " ".join(read(path).split())
        missing = [text for text in wanted if text not in words]
        if missing:
            raise SelfTestError(f"{path.name} lacks “{missing[0]}”.")
        if NOTE in words:
            raise SelfTestError(f"{path.name} carries a private note.")
