"""A line for a passphrase: dots, or the letters while the clerk wants to see them; nothing of it is kept."""

from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QLineEdit

from ui.theme import Theme
from ui.widgets.button import Button
from ui.widgets.fields import LineField
from wibdesk.language import later, say

if TYPE_CHECKING:
    from PySide6.QtGui import QResizeEvent

SHOW, HIDE = later("Show"), later("Hide")


class SecretField(LineField):
    """`taken` on Enter; the button in it, or Alt S, shows the letters and hides them again."""

    taken = Signal()

    def __init__(self, theme: Theme) -> None:
        self.eye: Button | None = None
        super().__init__(theme)
        self.setInputMethodHints(Qt.InputMethodHint.ImhSensitiveData | Qt.InputMethodHint.ImhNoAutoUppercase)
        self.eye = Button(theme, say(SHOW), "link", key="Alt S")
        self.eye.setParent(self)
        # Who types on after Tab must be in the next field, not on a button that a blank presses.
        self.eye.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.eye.clicked.connect(self._turn)
        self.hide_letters()

    def hide_letters(self) -> None:
        """Show dots again."""
        self.setEchoMode(QLineEdit.EchoMode.Password)
        if self.eye is not None:
            self.eye.set_words(say(SHOW))
            self._name_eye()
        self.restyle()

    def setAccessibleName(self, name: str) -> None:
        """Be called this; the button in it says what it shows."""
        super().setAccessibleName(name)
        self._name_eye()

    def clear(self) -> None:
        """Forget what was typed, and show dots for what comes next."""
        super().clear()
        self.hide_letters()

    def select_all(self) -> None:
        """Have what is typed next take the place of what stands here."""
        self.selectAll()

    def restyle(self) -> None:
        """Make room for the button at the text size in force."""
        super().restyle()
        if self.eye is not None:
            self.eye.adjustSize()
            self.setTextMargins(0, 0, self.eye.width(), 0)
            self.eye.move(self.width() - self.eye.width() - self.theme.px(2), (self.height() - self.eye.height()) // 2)

    def resizeEvent(self, event: "QResizeEvent") -> None:
        """Keep the button at the right."""
        super().resizeEvent(event)
        self.restyle()

    def event(self, event: QEvent) -> bool:
        """Keep the key of the button from whatever else it would press."""
        if event.type() == QEvent.Type.ShortcutOverride and isinstance(event, QKeyEvent) and _turns(event):
            event.accept()
            return True
        return super().event(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Take what was typed on Enter; show the letters or hide them on the key of the button."""
        if _turns(event):
            self._turn()
            return
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and not event.modifiers() & ~_KEYPAD:
            self.taken.emit()
            return
        super().keyPressEvent(event)

    def _name_eye(self) -> None:
        if self.eye is not None:
            shown = self.echoMode() == QLineEdit.EchoMode.Normal
            words = say("Hide what is typed") if shown else say("Show what is typed")
            self.eye.setAccessibleName(f"{words}: {self.accessibleName()}" if self.accessibleName() else words)

    def _turn(self) -> None:
        if self.echoMode() == QLineEdit.EchoMode.Normal:
            self.hide_letters()
            return
        self.setEchoMode(QLineEdit.EchoMode.Normal)
        if self.eye is not None:
            self.eye.set_words(say(HIDE))
            self._name_eye()
        self.restyle()


def _turns(event: QKeyEvent) -> bool:
    return event.key() == Qt.Key.Key_S and event.modifiers() == Qt.KeyboardModifier.AltModifier


_KEYPAD = Qt.KeyboardModifier.KeypadModifier
