"""What nobody caught: saved first, kept as a report without a word of the clerk's, then told once and calmly."""

import sys
import threading
import time
from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path
from types import TracebackType
from typing import TYPE_CHECKING

from PySide6 import __version__ as pyside_version
from PySide6.QtCore import QMessageLogContext, QObject, Qt, QtMsgType, Signal, qInstallMessageHandler, qVersion

from ui.keeping import Kept
from wibdesk import diagnostics
from wibdesk.diagnostics import Fault, Said, fault_of

if TYPE_CHECKING:
    # The types of what the hooks are given have no public names.
    from threading import ExceptHookArgs

QUIET = 10.0
"""Seconds without the same fault after which it is told of again."""
MOST = 20
"""Faults in one report."""
SAVER = "saver"
"""The thread without which nothing is saved any more."""


@dataclass(frozen=True)
class Crash:
    """A fault that was caught: what was saved before it is told, and the report that may be sent.

    `safe` says whether the desk can go on as if nothing had been.
    """

    kept: Kept
    text: str
    report: Path | None
    safe: bool


class Crashes(QObject):
    """Takes the place of Python's hooks while it is installed; `told` carries a Crash, on the window's thread.

    `save` sends what was typed and waits for the disk a few seconds; `clock` gives seconds and never goes back.
    """

    arrived = Signal(object)
    told = Signal(object)

    def __init__(
        self,
        folder: Path,
        *,
        save: Callable[[], Kept],
        now: Callable[[], datetime],
        clock: Callable[[], float] = time.monotonic,
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self.folder, self.save, self.now, self.clock = folder, save, now, clock
        self.showing = self.saving = False
        self.faults: list[Fault] = []
        self.crash: Crash | None = None
        self._seen: dict[tuple[str, ...], float] = {}
        self._hooks = (sys.excepthook, threading.excepthook, sys.unraisablehook)
        # Queued: a fault while something is painted must not open a card in the middle of it.
        self.arrived.connect(self.take, Qt.ConnectionType.QueuedConnection)

    def install(self) -> None:
        """Take every exception that nobody caught from now on."""
        self._hooks = (sys.excepthook, threading.excepthook, sys.unraisablehook)
        sys.excepthook = self.caught
        threading.excepthook = self._in_thread
        sys.unraisablehook = lambda found: self._log(found.exc_value)
        qInstallMessageHandler(self._qt_said)

    def uninstall(self) -> None:
        """Give the hooks back."""
        sys.excepthook, threading.excepthook, sys.unraisablehook = self._hooks
        qInstallMessageHandler(None)

    def caught(self, _kind: type[BaseException], error: BaseException, _trace: TracebackType | None = None) -> None:
        """Take an exception, on any thread; only its types and places are kept."""
        self._bring(fault_of(error, threading.current_thread().name.replace("MainThread", "window")))

    def take(self, fault: Fault) -> None:
        """Save, keep a report and tell the clerk; the same fault again and again is told once."""
        last, self._seen[fault.signature] = self._seen.get(fault.signature), self.clock()
        if last is not None and self._seen[fault.signature] - last < QUIET:
            return
        self.faults = [*self.faults[: MOST - 1], fault]
        if self.saving:
            return
        if self.showing and self.crash is not None:
            self._write(self.crash.kept)
            return
        self.showing = True
        self.crash = self._saved()
        self.told.emit(self.crash)

    def put_away(self) -> None:
        """The card has been read; the next fault gets a card of its own."""
        self.showing = False
        self.faults = []

    def note(self, error: BaseException) -> None:
        """Put a fault into the report without telling it: what is going on tells enough."""
        self.faults = [*self.faults[: MOST - 1], fault_of(error, "saving")]

    def keep(self, error: BaseException) -> Path | None:
        """Save and write the report of what ends the desk, with nobody to tell; return its file."""
        self.faults = [*self.faults, fault_of(error)]
        return self._saved().report

    def _saved(self) -> Crash:
        self.saving = True
        try:
            kept = self.save()
        except Exception as second:
            # What fails while saving must not hide why it was tried.
            self.faults.append(fault_of(second, "saving"))
            kept = Kept(everything=False)
        finally:
            self.saving = False
        return self._write(kept)

    def _write(self, kept: Kept) -> Crash:
        at = self.now()
        versions = {"Qt": qVersion(), "PySide": pyside_version}
        text = diagnostics.report(self.faults, at=at, versions=versions, said=kept.told)
        diagnostics.note(Said.CRASHED)
        safe = all(fault.where != SAVER and "MemoryError" not in fault.kinds for fault in self.faults)
        return Crash(kept, text, diagnostics.keep_report(self.folder, text, at), safe)

    def _bring(self, fault: Fault) -> None:
        print(f"wibdesk: {fault.kinds[0]} at {fault.frames[-1] if fault.frames else '?'}", file=sys.stderr)
        self.arrived.emit(fault)

    def _in_thread(self, found: "ExceptHookArgs") -> None:
        if found.exc_value is not None and found.exc_type is not SystemExit:
            self._bring(fault_of(found.exc_value, found.thread.name if found.thread is not None else "a thread"))

    def _log(self, error: BaseException | None) -> None:
        if error is not None:
            diagnostics.OWN.warning("", exc_info=error, extra={"said": Said.CRASHED.value})

    def _qt_said(self, kind: QtMsgType, _context: QMessageLogContext, words: str) -> None:
        """Let Qt speak as it would; before it ends the process, save."""
        print(words, file=sys.stderr)
        if kind is QtMsgType.QtFatalMsg:
            self.faults.append(Fault(("Qt fatal message",), (), "Qt"))
            if threading.current_thread() is threading.main_thread():
                self._saved()
            else:
                self._write(Kept(everything=False))
