"""One setting of a house style as a field: a list, a tick, words or a number."""

from PySide6.QtCore import QEvent, Signal
from PySide6.QtGui import QKeyEvent, QKeySequence
from PySide6.QtWidgets import QWidget

from ui.theme import Theme
from ui.widgets.choice import Tick
from ui.widgets.fields import DropField, Field, LineField
from ui.widgets.labels import column
from wibdesk.domain.style_settings import Setting, Sort
from wibdesk.language import say, say_pairs


class UndoingLine(LineField):
    """A line that leaves Ctrl Z to the register where nothing was typed that could be taken back here."""

    def event(self, event: QEvent) -> bool:
        """Let the key through to the window while there is no typing to undo."""
        if isinstance(event, QKeyEvent) and event.matches(QKeySequence.StandardKey.Undo) and not self.isUndoAvailable():
            event.ignore()
            return False
        return super().event(event)


class SettingField(QWidget):
    """`edited` at each change, `finished` when the value may be kept: at once for a choice, on leaving for words."""

    edited = Signal()
    finished = Signal()

    def __init__(self, theme: Theme, setting: Setting) -> None:
        super().__init__()
        self.setting = setting
        self.shown: object = None
        self.widget = self._made(theme)
        self.field = Field(theme, say(setting.label), self.widget, say(setting.sentence))
        self.field.caption.setVisible(not isinstance(self.widget, Tick))  # a tick says its words itself
        self.setLayout(column(theme, self.field, spacing=0))
        self.setFocusProxy(self.widget)

    def show_value(self, value: object) -> None:
        """Show a value; one that is shown already leaves the caret where it is."""
        self.shown = value
        if self.value() != value:
            self._put(value)
        if self.field.note.text() != say(self.setting.sentence):
            self.field.set_trouble()

    def value(self) -> object:
        """Return what the field says; a number that cannot be read comes back as typed."""
        if isinstance(self.widget, DropField):
            return self.widget.chosen()
        if isinstance(self.widget, Tick):
            return self.widget.isChecked()
        assert isinstance(self.widget, LineField)
        typed = self.widget.text()
        return _number(typed, whole=self.setting.whole) if self.setting.kind is Sort.NUMBER else typed

    def is_changed(self) -> bool:
        """Say whether the value is another than was shown."""
        return self.value() != self.shown

    def fault(self) -> str:
        """Return what is wrong with the value, in words; empty where nothing is."""
        trouble = self.setting.trouble(self.value())
        return say("Not kept: {trouble}. Esc puts back what was there.", trouble=trouble) if trouble else ""

    def settle(self) -> bool:
        """Say at the field what is wrong with its value; return whether nothing is."""
        fault = self.fault()
        self.field.set_trouble(fault)
        return not fault

    def put_back(self) -> None:
        """Show again what was there before."""
        self._put(self.shown)
        self.field.set_trouble()

    def _put(self, value: object) -> None:
        if isinstance(self.widget, DropField):
            self.widget.choose(str(value))
        elif isinstance(self.widget, Tick):
            self.widget.setChecked(bool(value))
        elif isinstance(self.widget, LineField):
            self.widget.setText(f"{value:g}" if isinstance(value, int | float) else str(value))
            self.widget.setCursorPosition(0)

    def _made(self, theme: Theme) -> QWidget:
        if self.setting.kind is Sort.CHOICE:
            drop = DropField(theme, say_pairs(self.setting.choices))
            drop.picked.connect(self._chosen)
            return drop
        if self.setting.kind is Sort.YES_NO:
            tick = Tick(theme, say(self.setting.label))
            tick.setMinimumWidth(1)  # a narrow form cuts long words short rather than growing too wide
            tick.clicked.connect(self._chosen)
            return tick
        line = UndoingLine(theme)
        line.textEdited.connect(self.edited)
        line.editingFinished.connect(self.finished)
        return line

    def _chosen(self) -> None:
        self.edited.emit()
        self.finished.emit()


def _number(typed: str, *, whole: bool) -> object:
    try:
        return int(typed) if whole else float(typed.replace(",", "."))
    except ValueError:
        return typed
