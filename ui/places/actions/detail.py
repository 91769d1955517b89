"""One action in full: its facts, the sentence of the minutes before it, and what became of it."""

from datetime import date
from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QObject, QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent, QPainter
from PySide6.QtWidgets import QSizePolicy, QVBoxLayout, QWidget

from ui import paint
from ui.places.actions.rows import action_words, due_story, due_words, item_words, owner_words, raised_words, sentence
from ui.theme import Theme
from ui.widgets.button import Button
from ui.widgets.labels import Icon, Label, column, hold, row
from ui.widgets.painted import Painted
from ui.widgets.pane import Pane, Scroll
from wibdesk.domain.action_history import History, Step, state_words, story
from wibdesk.domain.actions import LogAction
from wibdesk.domain.dates import long_date, short_date
from wibdesk.domain.deadlines import DueKind
from wibdesk.domain.rag import judged, rag_in_log, slip_words
from wibdesk.language import later, say

if TYPE_CHECKING:
    from PySide6.QtGui import QPaintEvent


ICONS = {
    "raised": "plus", "due": "repeat", "status": "check", "note": "message-square-quote", "judged": "pencil",
}  # fmt: skip


FACTS = (later("Owner"), later("Due"), later("First due"), later("Raised"), later("Status"))


class FactName(Label):
    """The name of a fact, as wide as the widest of them so that the facts stand in one line."""

    def __init__(self, theme: Theme, words: str) -> None:
        super().__init__(theme, words, "small", "muted")

    def restyle(self) -> None:
        """Take font, ink and width from the theme again."""
        super().restyle()
        widest = max(paint.text_width(self.theme, "small", say(name)) for name in FACTS)
        self.setFixedWidth(max(self.theme.px(64), widest))


class RagWord(Painted):
    """The RAG word as a block with its shape."""

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self.theme, self.word = theme, ""
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        theme.changed.connect(self.updateGeometry)

    def show_word(self, word: str) -> None:
        """Show another word."""
        self.word = word
        self.setAccessibleName(say(word) if word else "")
        self.updateGeometry()
        self.update()

    def sizeHint(self) -> QSize:
        """Return room for the block."""
        words = paint.text_width(self.theme, "label", say(self.word)) + self.theme.px(34)
        return QSize(max(self.theme.px(92), words), self.theme.px(24))

    def paintEvent(self, event: "QPaintEvent") -> None:
        """Paint the block."""
        paint.rag(QPainter(self), self.theme, 0, self.height() / 2, self.word, self.theme.px(88))


class Quote(Pane):
    """Words of the minutes in their own face, in a quiet frame."""

    def __init__(self, theme: Theme) -> None:
        super().__init__(theme, "panel", "all", radius=5)
        self.source, self.words = Label(theme, "", "small", "muted", wrap=True), Label(theme, "", "minutes", wrap=True)
        self.setLayout(column(theme, self.source, self.words, spacing=4, margins=(14, 8, 14, 10)))

    def say(self, source: str, words: str) -> None:
        """Show where the words stand, and the words where there are any."""
        self.source.setText(source)
        self.words.setText(words)
        self.words.setVisible(bool(words))


class Detail(Pane):
    """Takes the keys of the list where it stands in its place; `moved` asks for the next action, `left` goes back."""

    moved = Signal(int)
    left = Signal()
    takes_letters = True

    def __init__(self, theme: Theme) -> None:
        super().__init__(theme, "sheet", "l")
        self.action_id = ""
        self.ref, self.title = Label(theme, "", "strong", "muted"), Label(theme, "", "item_title", wrap=True)
        self.facts = {name: Label(theme, "", "body", wrap=True) for name in FACTS}
        self.rag, self.why = RagWord(theme), Label(theme, "", "body", "muted", wrap=True)
        self.quote, self.later = Quote(theme), Quote(theme)
        self.later.hide()
        self.update_button = Button(theme, say("Update"), "primary", key="U")
        self.room_button = Button(theme, say("Go to the minute"), icon="notebook-pen", key="G")
        self.story = QVBoxLayout()
        self.story.setSpacing(0)
        head = row(theme, (self.ref, 1), self.update_button, self.room_button, spacing=8)
        lines = [row(theme, FactName(theme, say(name)), (value, 1)) for name, value in self.facts.items()]
        colour = row(theme, FactName(theme, "RAG"), self.rag, (self.why, 1))
        body = column(
            theme, self.title, *lines, colour, 6, self.quote, self.later, 8, Label(theme, say("Story"), "heading"),
            self.story, None,
            spacing=8, margins=(28, 4, 24, 20),
        )  # fmt: skip
        self.scroller = Scroll(hold(body))
        top = hold(column(theme, head, margins=(28, 18, 22, 6)))
        self.setLayout(column(theme, top, (self.scroller, 1), spacing=0))
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        for button in (self.update_button, self.room_button):
            button.installEventFilter(self)

    def show_action(self, action: LogAction, today: date) -> None:
        """Show the facts of an action; its story comes as soon as it is read."""
        record, told = action.action, due_story(action, today)
        if record.id != self.action_id:
            self.scroller.verticalScrollBar().setValue(0)
            self._clear_story()
            self.later.hide()
        self.action_id = record.id
        item = (
            say("item {item_number}, {item_title}", item_number=action.item_number, item_title=action.item_title)
            if action.item_number
            else action.item_title
        )
        self.ref.setText(record.ref or say("No reference yet"))
        self.title.setText(action_words(action))
        self.facts["Owner"].setText(", ".join((owner_words(action), *action.organisations)))
        due = (
            say("{date} meeting", date=due_words(record.due))
            if record.due.kind is DueKind.MEETING
            else due_words(record.due)
        )
        beside = "" if told[1] in ("calendar-days", "repeat") else told[0]
        self.facts["Due"].setText(", ".join(part for part in (due, beside) if part))
        self.facts["Due"].set_colour(told[2] if told[2] in ("bad", "warn") and beside else "ink")
        first = due_words(action.dues[0].was) if action.dues else say("as now")
        slipped = slip_words(action).partition(",")[0]
        self.facts["First due"].setText(", ".join(part for part in (first, slipped) if part))
        self.facts["First due"].set_colour("warn" if slipped else "ink")
        self.facts["Raised"].setText(f"{raised_words(action)}, {item}. {action.body_name}")
        self.facts["Status"].setText(state_words(record.status))
        self.rag.show_word(rag_in_log(action, today))
        by_hand = judged(action, today)
        self.why.setText(say("by hand: {reason}", reason=by_hand.reason) if by_hand else "")
        when = long_date(action.meeting_date) if action.meeting_date else action.meeting_ref
        self.quote.say(
            say("From the minutes of {when}, {item_words}", when=when, item_words=item_words(action)),
            self.quote.words.text(),
        )
        self.setAccessibleName(sentence(action, today))

    def show_history(self, action: LogAction, history: History, today: date) -> None:
        """Show the story of the action that is shown, and what the minutes say of it."""
        if action.action.id != self.action_id:
            return
        self.show_action(action, today)
        self.quote.say(self.quote.source.text(), history.raised.sentence)
        steps = story(action, history)
        minuted = next((s.minuted for s in steps[:-1] if s.minuted is not None and s.minuted.sentence), None)
        self.later.setVisible(minuted is not None)
        if minuted is not None:
            self.later.say(say("From the minutes of {when}, Shift G goes there", when=minuted.when), minuted.sentence)
        self._clear_story()
        for step in steps:
            self.story.addWidget(self._step(step))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Go to the action before or after, scroll the page, or go back to the list."""
        bar, step = self.scroller.verticalScrollBar(), {Qt.Key.Key_Down: 1, Qt.Key.Key_Up: -1}.get(Qt.Key(event.key()))
        if step is not None:
            self.moved.emit(step)
        elif event.key() == Qt.Key.Key_Escape:
            self.left.emit()
        elif event.key() in (Qt.Key.Key_PageDown, Qt.Key.Key_PageUp, Qt.Key.Key_Space):
            page = bar.pageStep() - self.theme.px(40)
            bar.setValue(bar.value() + (-page if event.key() == Qt.Key.Key_PageUp else page))
        else:
            super().keyPressEvent(event)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Leave for the list on Esc from a button too."""
        if event.type() == QEvent.Type.KeyPress and isinstance(event, QKeyEvent) and event.key() == Qt.Key.Key_Escape:
            self.left.emit()
            return True
        return super().eventFilter(watched, event)

    def paintEvent(self, event: "QPaintEvent") -> None:
        """Paint a line along the top while the page has the keyboard."""
        super().paintEvent(event)
        if self.hasFocus():
            QPainter(self).fillRect(0, 0, self.width(), self.theme.focus_width, self.theme.focus)

    def focusInEvent(self, event: "object") -> None:
        """Show that the keyboard is here."""
        self.update()

    def focusOutEvent(self, event: "object") -> None:
        """Show that the keyboard is elsewhere."""
        self.update()

    def _clear_story(self) -> None:
        while (old := self.story.takeAt(0)) is not None:
            if (widget := old.widget()) is not None:
                widget.hide()
                widget.deleteLater()

    def _step(self, step: Step) -> QWidget:
        t, when = self.theme, short_date(step.at.astimezone().date()) if step.at else step.day
        day = Label(t, when, "small", "muted")
        day.setFixedWidth(t.px(124))
        more = [Label(t, step.more, "small", "muted", wrap=True)] if step.more else []
        said = column(t, Label(t, step.words, "body", wrap=True), *more, spacing=1)
        mark = column(t, Icon(t, ICONS[step.kind], "accent", 16), None)
        made = hold(row(t, mark, column(t, day, None), (said, 1), spacing=12, margins=(0, 6, 0, 6)))
        made.setAccessibleName(", ".join(part for part in (when, step.words, step.more) if part))
        return made
