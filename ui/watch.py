"""What watches over a running desk: faults nobody caught, the end of the session, sleep, and a log of all that."""

import atexit
import faulthandler
from contextlib import suppress
from typing import TYPE_CHECKING, TextIO

from PySide6.QtCore import QObject

from ui.crash import Crash, Crashes
from ui.keeping import kept_by
from ui.messages import Answer
from ui.session_end import SessionEnd
from ui.sleep import Sleep
from wibdesk import paths
from wibdesk.desk import local_now
from wibdesk.diagnostics import Said, drop_log, keep_log, note
from wibdesk.language import say

if TYPE_CHECKING:
    from ui.app import Workbench
    from wibdesk.changes import SaveStatus


class Watch(QObject):
    """Stands from the first paint until the window is gone; `stop` gives back all that it took."""

    def __init__(self, bench: "Workbench") -> None:
        super().__init__(bench)
        self.bench = bench
        folder = paths.state_folder()
        self.log = keep_log(folder)
        self.faults: TextIO | None = None
        self.troubled = False
        self.crashes = Crashes(folder, save=bench.keep_all, now=local_now, parent=self)
        self.crashes.told.connect(self.tell)
        self.crashes.install()
        self.session = SessionEnd(self.save, self)
        self.session.asked.connect(self.end)
        self.sleep = Sleep(parent=self)
        self.sleep.falls_asleep.connect(self.asleep)
        self.sleep.woke.connect(self.awake)
        self.sleep.listen()
        bench.furnish()
        bench.opening.opened.connect(self._opened)
        bench.locking.locked.connect(lambda: note(Said.LOCKED))
        bench.context.events.saved.connect(self._saved)
        note(Said.STARTED)

    def stop(self) -> None:
        """Watch no more."""
        note(Said.CLOSED)
        self.session.stop()
        self.sleep.timer.stop()
        self.crashes.uninstall()
        if self.faults is not None:
            faulthandler.disable()
            self.faults.close()
            self.faults = None
            if self.bench.running is not None:
                self.bench.running.end()
        drop_log(self.log)

    def tell(self, crash: Crash) -> None:
        """Lay the card of a fault over the window."""
        # Only a fault wants it.
        from ui.crash_card import open_crash_card  # noqa: PLC0415

        bench = self.bench
        ways = [
            Answer(say("Restart WIBDesk"), self.restart, "", "primary"),
            Answer(say("Save the report…"), lambda: bench.reports.save(crash.text), "", "quiet"),
        ]
        if not crash.kept.everything and bench.trouble.elsewhere.possible():
            ways.append(Answer(say("Save a copy elsewhere…"), bench.trouble.elsewhere.ask, "", "quiet"))
        card = open_crash_card(bench.context.theme, bench.window, crash, ways)
        card.closed.connect(self.crashes.put_away)

    def restart(self) -> None:
        """Restart; what could not be stored is left only when the clerk says so."""
        bench = self.bench
        if self.save():
            bench.restart()
            return
        words = say(
            "What is not on the disk is in this window alone, and a restart drops it. Save a copy elsewhere first."
        )
        ask = bench.context.messages.ask
        ask(
            say("Restart without it?"),
            words,
            safe=say("Stay here"),
            act=say("Restart without it"),
            run=bench.restart_anyway,
            danger=True,
        )

    def save(self) -> bool:
        """Send what was typed and wait for the disk; say whether nothing is lost if the desk ends now."""
        try:
            kept = self.bench.keep_all()
        except Exception as error:
            self.crashes.note(error)
            return False
        return kept.everything or kept.rescued is not None

    def end(self) -> None:
        """Close in order, because the system asks for it."""
        note(Said.SESSION_ENDS)
        self.bench.window.close()

    def asleep(self) -> None:
        """Store what was typed and lock, before the computer sleeps."""
        note(Said.ASLEEP)
        self.bench.keep_all()
        self.bench.locking.lock()

    def awake(self) -> None:
        """Store what may not have been stored before, lock, and say how saving stands."""
        note(Said.WOKE)
        kept = self.bench.keep_all()
        self.bench.window.update_live()
        self.bench.locking.lock()
        if kept.everything and not self.bench.window.barred:
            self.bench.context.messages.say(kept.words.rstrip("."))

    def let_go(self) -> bool:
        """Say whether the desk may end although the disk refuses: all that waits is in a rescue file.

        The next start brings it back.
        """
        desk = self.bench.context.desk
        if desk is None or kept_by(desk, 0).rescued is None:
            return False
        # It would wait for the disk for ever.
        atexit.unregister(desk.close)
        return True

    def _opened(self) -> None:
        note(Said.OPENED)
        running = self.bench.running
        if running is not None and self.bench.start.reading is None:
            with suppress(OSError):
                self.faults = running.faults.open("w", encoding="utf-8")
                faulthandler.enable(self.faults)

    def _saved(self, status: "SaveStatus") -> None:
        troubled = status.trouble is not None
        if troubled != self.troubled:
            self.troubled = troubled
            note(Said.REFUSED if troubled else Said.SAVED_AGAIN)
