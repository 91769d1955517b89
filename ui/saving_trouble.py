"""A disk that refuses or does not answer: what waits, where it is meanwhile, and what the clerk can do, on a banner."""

from datetime import datetime
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject

from ui.copy_elsewhere import CopyElsewhere
from ui.messages import Answer
from ui.place import Where
from ui.safe_parts import CHECK_NOW
from wibdesk.language import later, say

if TYPE_CHECKING:
    from ui.context import Context
    from ui.keeping import Kept
    from ui.main_window import MainWindow
    from wibdesk.changes import SaveStatus

SAVING, CLOSING = "saving", "closing"
DAMAGED = later(
    "Part of the register is damaged, and your words are in a rescue file. Close WIBDesk and start it again: it then "
    "offers a backup, and your words come back into that."
)
SAFE = later("They are safe in this window and are tried again all the time: type on.")


class SavingTrouble(QObject):
    """Hears how saving stands; never takes the keyboard, and goes by itself when the disk takes everything again."""

    def __init__(self, context: "Context", window: "MainWindow") -> None:
        super().__init__(window)
        self.context, self.window = context, window
        self.elsewhere = CopyElsewhere(context, window)
        context.events.saved.connect(self.tell)
        context.messages.helps = lambda error: self.checking(str(error))

    def tell(self, status: "SaveStatus") -> None:
        """Show the banner, or take it away."""
        messages = self.context.messages
        refused = status.trouble is not None or status.stalled
        if not (refused and status.pending) or self.context.desk is None:  # a locked register tells nothing
            messages.clear_trouble(SAVING)
            messages.clear_trouble(CLOSING)
            return
        if status.trouble and status.safe and tells_of_damage(status.trouble):
            # Trying again helps no more; the next start offers what does, and puts the rescued words into that.
            close = Answer(say("Close WIBDesk"), self.window.close, "Alt W", "primary")
            messages.trouble(heading(status), say(DAMAGED), *self._copying(), close, source=SAVING)
            return
        words = " ".join(
            filter(None, (status.trouble or say("The disk does not answer."), self.waiting(), where(status)))
        )
        tone = "bad" if status.trouble else "warn"
        messages.trouble(heading(status), words, *self.answers(), tone=tone, source=SAVING)

    def ask_to_stay(self, kept: "Kept") -> None:
        """Say why the window does not close."""
        trouble = self.context.messages.trouble
        if kept.broken:
            close = Answer(say("Close without them"), self._close_anyway, "Alt W")
            words = say("A fault has stopped saving for good. Save a copy elsewhere, then close.")
            trouble(say("What was typed last is in this window alone"), words, *self._copying(), close, source=CLOSING)
            return
        words = say("They are nowhere else. Put right what the other line says, then close again.")
        trouble(say("WIBDesk stays open until your words are on the disk"), words, *self.answers(), source=CLOSING)

    def answers(self) -> tuple[Answer, ...]:
        """Return what the clerk can do about it."""
        return (*self._copying(), Answer(say("Try again now"), self.context.desk.retry, "Alt T", "primary"))

    def checking(self, words: str) -> tuple[Answer, ...]:
        """Return the button that leads to the check, where a clerk is told that the register is damaged."""
        if self.context.desk is None or not tells_of_damage(words):
            return ()
        return (Answer(say("Check the register"), self._check, "Alt K", "primary"),)

    def _check(self) -> None:
        self.window.go("safe_keeping", Where(note=CHECK_NOW))

    def _copying(self) -> tuple[Answer, ...]:
        possible = self.elsewhere.possible()
        return (Answer(say("Save a copy elsewhere…"), self.elsewhere.ask, "Alt U"),) if possible else ()

    def _close_anyway(self) -> None:
        self.window.may_close = lambda: True
        self.window.close()

    def waiting(self) -> str:
        """Say how much waits, as far as a place knows, as “12 words of item 3 wait.” for one."""
        told = [place.held.unsaved() for place in self.window.places.values() if place.held is not None]
        return next(filter(None, told), "")


def heading(status: "SaveStatus") -> str:
    """Return what has happened, in one line."""
    since = say(" since {time}", time=clock(status.unsaved_since)) if status.unsaved_since else ""
    return say("Nothing typed{since} is in the register yet", since=since)


def where(status: "SaveStatus") -> str:
    """Say where the words are meanwhile."""
    if status.rescued is not None:
        return say("They are kept in a rescue file in “{parent}” meanwhile: type on.", parent=status.rescued.parent)
    return " ".join(filter(None, (status.unrescued, say(SAFE))))


def tells_of_damage(words: str) -> bool:
    """Say whether words tell that the register is damaged."""
    # The store is there by then, and the first paint does not wait for it.
    from wibdesk.safety import refusals  # noqa: PLC0415

    return refusals.tells_of_damage(words)


def clock(at: datetime) -> str:
    """Return a time of day to the second."""
    return f"{at:%H:%M:%S}"
