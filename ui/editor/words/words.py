"""The helpers of the sentence together: the editor calls them when letters came, a key was pressed, the caret moved."""

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QApplication, QWidget
from shiboken6 import isValid

from ui.editor.words.ahead import Ahead
from ui.editor.words.expanding import Expanding
from ui.editor.words.marks import mark_look, paint_marks
from ui.editor.words.phrases import Phrases
from ui.editor.words.replacing import quoted, with_words
from ui.editor.words.wording import Wording

if TYPE_CHECKING:
    from ui.editor.minute_editor import MinuteEditor


class Words(QObject):
    """One for an editor. `wording` is what the room told it; without a room nothing is expanded or offered."""

    def __init__(self, editor: "MinuteEditor") -> None:
        super().__init__(editor)
        self.editor = editor
        self.wording = Wording()
        self.expanding = Expanding(editor)
        self.ahead = Ahead(editor)
        self.phrases = Phrases(editor)
        self._marked: tuple[str, object] = ("", None)
        editor.grounds.append(lambda p, places: paint_marks(editor, p, places))
        editor.went.connect(self.follow)
        editor.edited.connect(self._mark)
        editor.verticalScrollBar().valueChanged.connect(self.put_away)
        application = QApplication.instance()
        assert isinstance(application, QApplication)
        application.focusChanged.connect(self._focus_moved)

    def begin(self) -> None:
        """Close everything and forget what was taken back, because another sheet is shown."""
        self.ahead.close()
        self.phrases.close()
        self.phrases.line = None
        self.expanding.begin()

    def typed(self, text: str) -> None:
        """After letters went into the line by a key."""
        self.expanding.typed(text)
        self.ahead.typed(text)

    def press(self, event: QKeyEvent) -> bool:
        """Deal with a key that answers what is offered or takes back what was just written out."""
        if event.key() == Qt.Key.Key_Escape:
            self.ahead.close()
        return self.expanding.choice.press(event) or self.expanding.press(event)

    def tab(self, *, forward: bool) -> bool:
        """Take what is offered behind the caret, or go to the next slot of a phrase; False leaves Tab to the line."""
        return (forward and self.ahead.accept()) or self.phrases.tab(forward=forward)

    def finish(self) -> None:
        """Look at the last word of a line before the line is left by Enter."""
        self.put_away()
        self.expanding.finish()

    def open_phrases(self, words: str = "") -> None:
        """Open the phrase bank at the caret, narrowed to these words."""
        self.put_away()
        self.phrases.open(words)

    def put_time(self) -> None:
        """Put the time at the caret, as the house writes it."""
        now = self.wording.clock()
        if now:
            self.editor.apply(with_words(self.editor.sheet(), now))

    def quote(self) -> None:
        """Put quotation marks round what is selected, or the word at the caret; those that are there come off."""
        self.editor.apply(quoted(self.editor.sheet()))

    def follow(self) -> None:
        """Put away what belonged to the place where the caret was."""
        self.ahead.follow()
        self.phrases.follow()
        choice = self.expanding.choice
        if choice.open and self.editor.textCursor().position() != choice.at:
            choice.close()

    def put_away(self) -> None:
        """Put away what is offered at the caret."""
        self.ahead.close()
        self.expanding.choice.close()

    def _focus_moved(self, old: QWidget | None, now: QWidget | None) -> None:
        if not isValid(self.editor):
            return
        if old is self.editor:
            self.put_away()
        if now is not None:
            self.phrases.leave_to(now)

    def _mark(self) -> None:
        """Have the margin painted again when a gap or a quotation came or went."""
        entry = self.editor.page.entries[self.editor.page.places[self.editor.textCursor().blockNumber()][0]]
        mark = (entry.id, mark_look(entry))
        if mark != self._marked:
            if mark[0] == self._marked[0] or mark[1] is not None:
                self.editor.viewport().update()
            self._marked = mark
