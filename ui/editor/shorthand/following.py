"""Follows the line that is being typed: reads it, shows what it becomes, and lets Enter, Tab and Esc act on it."""

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Qt, QTimer, Signal
from PySide6.QtGui import QAccessible
from PySide6.QtWidgets import QApplication, QWidget

from ui.announcing import announce
from ui.editor.kinds import look_of
from ui.editor.sheet import Spot
from ui.editor.shorthand.doubtful import bare, has_facts
from ui.editor.shorthand.hint import Hint
from ui.editor.shorthand.icons import Icons
from ui.editor.shorthand.reader import Reader
from ui.editor.shorthand.recording import Recording
from ui.editor.shorthand.rest import Rest
from ui.editor.shorthand.shown import Shown
from ui.editor.shorthand.standing import line_rect
from ui.editor.shorthand.typed_line import LEADS
from wibdesk.language import say
from wibdesk.shorthand.reading import Chosen, Reading
from wibdesk.shorthand.sentences import will_record

if TYPE_CHECKING:
    from PySide6.QtGui import QKeyEvent

    from ui.editor.minute_editor import MinuteEditor
    from ui.editor.shorthand.asking import Asking
    from ui.editor.shorthand.disguise import Disguise

SOON = 25
"""Milliseconds from a key to the reading that shows it: the letter is painted first, keys that follow share one."""
_ENTER = (Qt.Key.Key_Return, Qt.Key.Key_Enter)
_HELD = (Qt.Key.Key_Shift, Qt.Key.Key_Control, Qt.Key.Key_Alt, Qt.Key.Key_AltGr, Qt.Key.Key_Meta)


class Shorthand(QObject):
    """`reading` is what the line of the caret would become, None where it is no shorthand.

    `said` is read out; `kept` tells why a command was left as words by Enter.
    """

    said = Signal(str)
    kept = Signal(str)

    def __init__(self, editor: "MinuteEditor", margin: "Disguise") -> None:
        super().__init__(editor)
        self.editor = editor
        self.reading: Reading | None = None
        self.reader = Reader(editor)
        self.recording = Recording(editor)
        self.shown = Shown(editor, margin)
        self.hint = Hint(editor.theme, editor)
        self.icons = Icons(editor.theme, self)
        self.soon = QTimer(self)
        self.soon.setSingleShot(True)
        self.soon.setInterval(SOON)
        self.soon.timeout.connect(self._read)
        self.rest = Rest(self)
        self.rest.came.connect(self._rested)
        self.said.connect(lambda words: _announce(editor, words))
        editor.edited.connect(self.follow)
        editor.entered.connect(self._look_again)
        editor.went.connect(self._moved)
        editor.verticalScrollBar().valueChanged.connect(self._scrolled)
        editor.theme.changed.connect(self._look_again)
        application = QApplication.instance()
        assert isinstance(application, QApplication)
        application.focusChanged.connect(self._focus_moved)

    @property
    def busy(self) -> bool:
        """Say whether a command is being typed, read already or about to be."""
        return self.reading is not None or self.soon.isActive()

    def follow(self) -> None:
        """Have the line of the caret read after a change; a sentence is let go by its first letter."""
        self.rest.touch()
        if self.hint.isVisible():
            self.hint.hide()
        first = self.editor.document().characterAt(self.editor.textCursor().block().position())
        if first in LEADS or self.reading is not None:
            self.reader.take_note()
            if not self.soon.isActive():
                self.soon.start()

    def press(self, event: "QKeyEvent") -> bool:
        """Deal with a key while a command is typed; False leaves it to the keyboard of the editor."""
        if not self.busy:
            return False
        if self.shown.asking is not None:
            return self._answer(self.shown.asking, event)
        if event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier:
            return False
        if event.key() in _ENTER and self._readable():
            return self.record()
        if event.key() == Qt.Key.Key_Escape and self._readable():
            self.leave()
            return True
        return False

    def record(self, chosen: Chosen | None = None, *, change: bool = False) -> bool:
        """Record the line, once what is ambiguous in it was asked; with `change`, open its facts.

        False, the reason told, for one that stays the words it is.
        """
        self.editor.words.finish()
        self.reader.forget()
        reading = self.reader.read(chosen)
        if reading is None or not reading.recorded:
            self.close()
            if reading is not None:
                self.kept.emit(reading.words)
            return False
        if reading.asks:
            self._ask(reading, chosen or {}, change=change)
        else:
            self._finish(reading, change=change or bare(reading))
        return True

    def change(self) -> bool:
        """Record the line and open its facts at the first that is in doubt (Tab); False where it has none."""
        if not self.busy or not self._recordable() or self.reading is None or not has_facts(self.reading):
            return False
        self.record(change=True)
        return True

    def leave(self) -> None:
        """Leave the line as the words that were typed, for as long as its command is not typed anew."""
        if self.reading is not None:
            self.reader.leave(self.reading.lead)
        self.close()

    def close(self) -> None:
        """Take everything away that stands round the line, and wait for nothing any more."""
        self.rest.stop()
        self.hint.hide()
        self._show(None)

    def _readable(self) -> bool:
        """Say whether the line, read to its last letter, is a command."""
        if self.soon.isActive():
            self._read()
        return self.reading is not None

    def _recordable(self) -> bool:
        """Say whether the line, read to its last letter, becomes something."""
        return self._readable() and self.reading is not None and self.reading.recorded

    def _read(self) -> None:
        """Read the line of the caret and show what it becomes, once no letter is being composed in it."""
        if self.editor.textCursor().block().layout().preeditAreaText():
            self.soon.start()
        else:
            self._show(self.reader.read())

    def _show(self, reading: Reading | None) -> None:
        self.soon.stop()
        if reading is not None:
            spot = self.editor.spot()
            self.shown.show(Spot(spot.entry, spot.part), reading)
        elif self.reading is not None:
            self.shown.hide()
        self.reading = reading

    def _look_again(self) -> None:
        """Read the line that the caret came into, where a command was being typed there."""
        if self.reading is not None or self.reader.was_typed():
            self._read()

    def _moved(self) -> None:
        """Let go of a line that the caret left."""
        editor = self.editor
        if self.reading is None or editor.writing or not editor.page.whole():
            return
        spot, line = editor.spot(), self.shown.line
        if (spot.entry, spot.part) != (line.entry, line.part) or editor.textCursor().hasSelection():
            self.close()

    def _scrolled(self) -> None:
        self.hint.hide()
        if self.reading is not None:
            self.shown.stand()

    def _focus_moved(self, old: QWidget | None, now: QWidget | None) -> None:
        if now is self.editor:
            self.icons.begin()
            self._look_again()
        elif old is self.editor:
            self.close()

    def _rested(self) -> None:
        """Say the reading to a screen reader, or hint once at what a sentence may be, when the clerk pauses."""
        if self.reading is not None:
            words = self.reading.words
            self.said.emit(say("{words} Enter records.", words=words) if will_record(words) else words)
        elif self.editor.hasFocus() and not self.editor.isReadOnly() and (entry_id := self.reader.may_be_action()):
            self.hint.give(entry_id, line_rect(self.editor, Spot(entry_id)))

    def _ask(self, reading: Reading, chosen: Chosen, *, change: bool) -> None:
        """Ask what is ambiguous, without taking the keyboard."""
        ask = reading.asks[0]

        def take(choice: str) -> None:
            self.record({**chosen, ask.typed: choice}, change=change)

        self.said.emit(self.shown.ask(ask, take, lambda: self._finish(reading)).spoken())

    def _answer(self, asking: "Asking", event: "QKeyEvent") -> bool:
        """Take a choice; typing on keeps what was typed and goes on, Esc and any other key go back to the line."""
        if event.key() in _HELD:
            return False
        held = event.modifiers() & ~(Qt.KeyboardModifier.KeypadModifier | Qt.KeyboardModifier.ShiftModifier)
        if not held and asking.press(event):
            return True
        if event.text() and event.text().isprintable() and not held:
            asking.keep()
            return False
        self._read()
        return event.key() == Qt.Key.Key_Escape

    def _finish(self, reading: Reading, *, change: bool = False) -> None:
        self.close()
        self.recording.finish(reading, change=change)
        if reading.entries:
            self.said.emit(say("{kind} recorded", kind=say(look_of(reading.entries[0]).name)))


def _announce(editor: QWidget, words: str) -> None:
    """Have a screen reader say the words when it has a moment."""
    if QAccessible.isActive():
        announce(editor, words)
