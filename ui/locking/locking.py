"""Locks an encrypted register: everything stored first, then nothing of it in the window or its memory."""

import gc
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, QEvent, QObject, QTimer, Signal
from PySide6.QtWidgets import QApplication

from ui.commands import Command
from ui.locking.idle import Idle
from ui.messages import Answer
from wibdesk.language import later, say

if TYPE_CHECKING:
    from ui.app import Workbench
    from wibdesk.changes import SaveStatus
    from wibdesk.desk import Desk

LOCKING = "locking"
PATIENCE = 5.0
"""Seconds that locking waits for the disk to let the register go."""


class Locking(QObject):
    """Locks by key, after a while without one, and before the computer sleeps; a plain register is left alone."""

    locked = Signal()

    def __init__(self, bench: "Workbench") -> None:
        super().__init__(bench)
        self.bench, self.context = bench, bench.context
        self.wished = False
        self.lingering: Desk | None = None
        self.idle = Idle(lambda: self.context.settings.now.lock_after, parent=self)
        self.idle.passed.connect(self.lock)
        self.context.events.saved.connect(self._saved)

    def command(self) -> Command:
        """Return the command that locks at once."""
        words = say("Lock the register now")
        return Command("lock", words, ("F12",), later("everywhere"), self.lock, "lock", when=self.possible)

    def possible(self) -> bool:
        """Say whether the register is open and encrypted."""
        desk = self.context.desk
        return desk is not None and not self.bench.window.barred and desk.key is not None

    def begin(self) -> None:
        """Watch for nobody being there, once an encrypted register is open."""
        if self.possible():
            self.idle.start()

    def lock(self) -> None:
        """Store what was typed, close the register and clear the window; while the disk refuses, as soon as it can."""
        if not self.possible():
            return
        kept = self.bench.keep_all()
        if not kept.everything and kept.rescued is None:
            self.wished = True
            answers = (Answer(say("Do not lock"), self._stay, "Alt L"),)
            heading = say("The register locks as soon as your words are on the disk")
            self.context.messages.trouble(heading, kept.words, *answers, tone="warn", source=LOCKING)
            return
        self._stay()
        self._clear()

    def finish(self, wait: float) -> bool:
        """Let go of a desk that is still storing what was locked away; say whether it has."""
        if self.lingering is not None and self.lingering.close(wait=wait):
            self.lingering = None
        return self.lingering is None

    def _stay(self) -> None:
        self.wished = False
        self.context.messages.clear_trouble(LOCKING)

    def _saved(self, status: "SaveStatus") -> None:
        if self.wished and not status.pending:
            self.lock()

    def _clear(self) -> None:
        """Take everything of the register out of the window; what is not stored yet is in the encrypted rescue file."""
        bench, context, desk = self.bench, self.context, self.context.desk
        place = bench.window.place
        bench.opening.resume = (
            place.place_id if place is not None and place.place_id in bench.window.rail.entries else ""
        )
        self.idle.stop()
        bench.backing_up.close()
        bench.delivering.close()
        context.tasks.forget()
        if not desk.close(wait=PATIENCE):
            self.lingering = desk
        # What is on its way to the places is delivered while they stand: it would keep them alive.
        QCoreApplication.sendPostedEvents(None, QEvent.Type.MetaCall.value)
        bench.window.drop_places()
        for other in QApplication.topLevelWidgets():
            if other is not bench.window and other.isVisible():
                other.close()
        for source in list(bench.window.voice.banners):
            context.messages.clear_trouble(source)
        if bench.running is not None:
            bench.running.end()
        context.desk = None  # type: ignore[assignment]  # until it is unlocked
        context.operations = None  # type: ignore[assignment]
        bench.opening.ask_passphrase()
        self.locked.emit()
        QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete.value)
        self.sweep()
        # The key that locked may still be on its way back through a place.
        QTimer.singleShot(0, self, self.sweep)

    def sweep(self) -> None:
        """Let go of what the places left behind, and of what only points to itself."""
        self.context.commands.forget_gone()
        gc.collect()
