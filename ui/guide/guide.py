"""Guides through a practice meeting of the demo: sees in the register what was done, and says what comes next."""

from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QApplication

from ui.commands import Command
from ui.guide.steps import END, END_KEYS, STEPS, Seen, current, keys_of, words_of
from ui.guide.strip import GuideStrip
from wibdesk import paths
from wibdesk.changes import EXPORTS, Changes
from wibdesk.domain.meetings import Stage
from wibdesk.language import later, say

if TYPE_CHECKING:
    from ui.app import Workbench

KEY = "Shift F1"
ON = "on"
"""What the settings say while the guide runs, so that it goes on in the next window."""


class Guide(QObject):
    """One per window; it shows nothing before it is asked for, or was on when the window before closed."""

    def __init__(self, bench: "Workbench") -> None:
        super().__init__(bench)
        self.bench, self.context, self.window = bench, bench.context, bench.window
        self.strip: GuideStrip | None = None
        self.seen: Seen | None = None
        self.meeting_id = ""
        self.skipped: frozenset[int] = frozenset()
        self.shown = -1
        self.finding = self.reading = self.again = False
        bench.locking.locked.connect(self.put_away)  # it names people of the register

    def commands(self) -> tuple[Command, Command]:
        """Return the command that begins, leaves and takes up again, and the one that skips a step."""
        words, free = say("Guided first meeting: begin or leave"), lambda: not self.window.barred
        on, at = lambda: self.strip is not None, later("everywhere")
        return (
            Command("guide", words, (KEY,), at, self.turn, "route", when=free),
            Command("guide-skip", say("Skip this step of the guide"), (), at, self.skip, when=on),
        )

    def turn(self) -> None:
        """Begin where the guide is off, leave it where it is on."""
        if self.strip is not None:
            self.leave()
        elif self.bench.start.register == paths.demo_register():
            self.begin()
        else:  # the guide goes on in the window of the demo
            self.context.settings.change(guide=ON)
            self.bench.registers.try_demo()

    def take_up(self) -> None:
        """Go on where the guide was on and this is the demo."""
        if self.context.settings.now.guide == ON and self.bench.start.register == paths.demo_register():
            self.begin()

    def begin(self) -> None:
        """Show the strip, and look for the meeting of today."""
        # Nothing of the register is wanted before it is open.
        from wibdesk.services import meetings  # noqa: PLC0415

        self.context.settings.note(guide=ON)
        self.shown, self.skipped = -1, frozenset()
        if not self.finding:
            self.finding = True
            self.context.operations.read(meetings.meetings, then=self._found)

    def put_away(self) -> None:
        """Take the strip away; where the meeting stands is where the guide goes on."""
        strip, self.strip, self.seen = self.strip, None, None
        self.finding = self.reading = False
        if strip is None:
            return
        self.context.events.changed.disconnect(self._changed)
        _application().focusChanged.disconnect(self._moved)
        if strip.leave.hasFocus() or strip.skip.hasFocus():
            self.window.next_panel()  # the keyboard goes back to the place
        self.window.frame.removeWidget(strip)
        strip.hide()
        strip.deleteLater()

    def leave(self) -> None:
        """Put the guide away until it is asked for again."""
        self.put_away()
        self.context.settings.note(guide="")
        self.context.messages.say(say("The guide is put away: {key} takes it up again", key=KEY))

    def skip(self) -> None:
        """Go on to the step after."""
        self.skipped |= {self.shown}
        self._show()

    def _found(self, summaries: Any) -> None:
        self.finding = False
        today = self.context.desk.now().date()
        ours = [s for s in summaries if s.details.date == today] or [
            s for s in summaries if s.details.stage is Stage.PLANNED
        ]
        if not ours:
            self.context.settings.note(guide="")
            self.context.messages.say(say("The demo has no meeting today: Ctrl K, “Rebuild the demo register afresh”"))
            return
        self.meeting_id = ours[0].id
        strip = self.strip = GuideStrip(self.context.theme, KEY)
        strip.skip_wished.connect(self.skip)
        strip.leave_wished.connect(self.leave)
        strip.hide()
        self.window.frame.insertWidget(self.window.frame.indexOf(self.window.key_bar), strip)
        self.context.events.changed.connect(self._changed)
        _application().focusChanged.connect(self._moved)
        self._look()

    def _changed(self, changes: Changes) -> None:
        if changes.meeting_id in (None, self.meeting_id) or changes.touches(EXPORTS):
            self._look()

    def _moved(self) -> None:
        place = self.window.place.place_id if self.window.place is not None else ""
        if self.seen is not None and place != self.seen.place:
            self._read((self.seen.meeting, self.seen.saved))

    def _look(self) -> None:
        """Read how the meeting stands; while that is under way, once more after it."""
        if self.reading:
            self.again = True
            return
        self.reading, self.again = True, False
        gone = lambda _: self.leave() if self.strip is not None else None  # noqa: E731 - the meeting was removed
        self.context.operations.read(_standing, self.meeting_id, then=self._read, failed=gone)

    def _read(self, found: Any) -> None:
        self.reading = False
        if self.strip is None:
            return
        meeting, saved = found
        self.seen = Seen(meeting, saved, self.window.place.place_id if self.window.place is not None else "")
        self._show()
        if self.again:
            self._look()

    def _show(self) -> None:
        strip, seen = self.strip, self.seen
        if strip is None or seen is None:
            return
        number = current(seen, self.skipped)
        over = number == len(STEPS)
        step = None if over else STEPS[number]
        count = say("Done") if over else say("Step {number} of {count}", number=number + 1, count=len(STEPS))
        words = say(END) if step is None else words_of(step, seen)
        keys = END_KEYS if step is None else keys_of(step, seen)
        strip.show_step(count, words, tuple((key, say(word)) for key, word in keys), last=over)
        strip.show()
        if number != self.shown:
            self.shown = number
            spoken = ", ".join(f"{key} {say(word)}" for key, word in keys)
            self.context.messages.announce(f"{count}. {words} {spoken}.")


def _standing(uow: Any, meeting_id: str) -> Any:
    """Return the meeting and the endings that its minutes were saved with."""
    # As above.
    from wibdesk.services import exports, meetings  # noqa: PLC0415

    kept = exports.exports_of(uow, meeting_id)
    return meetings.meeting(uow, meeting_id), frozenset(export.format for export in kept)


def _application() -> QApplication:
    application = QApplication.instance()
    assert isinstance(application, QApplication)
    return application
