"""Buttons: primary (one a screen), plain, quiet and link, each with the key that presses it drawn inside."""

from typing import TYPE_CHECKING

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import QPushButton, QSizePolicy

from ui import paint
from ui.theme import Theme
from ui.widgets.shown_keys import key_now
from ui.widgets.tips import Tipped
from wibdesk.language import say

if TYPE_CHECKING:
    from PySide6.QtGui import QKeyEvent, QPaintEvent

RING = 2  # room round the button for its focus ring, in real pixels


class Button(Tipped, QPushButton):
    """A verb with its object; kind is primary, plain, quiet or link; Enter and Space press it."""

    def __init__(
        self,
        theme: Theme,
        words: str,
        kind: str = "plain",
        *,
        icon: str | None = None,
        key: str = "",
        danger: bool = False,
    ) -> None:
        super().__init__(words)
        self.theme, self.kind, self.icon_name, self.key, self.danger = theme, kind, icon, key, danger
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)
        self.setAccessibleName(words)
        if key:
            self.setAccessibleDescription(say("Key {key}", key=key))
        theme.changed.connect(self.restyle)

    def set_words(self, words: str) -> None:
        """Show other words from now on."""
        self.setText(words)
        self.setAccessibleName(words)
        self.updateGeometry()

    def set_kind(self, kind: str) -> None:
        """Look like this kind from now on."""
        self.kind = kind
        self.restyle()

    def set_key(self, key: str) -> None:
        """Show another key inside from now on, or none."""
        self.key = key
        self.setAccessibleDescription(say("Key {key}", key=key) if key else "")
        self.restyle()

    def restyle(self) -> None:
        """Take size and look from the theme again."""
        self.updateGeometry()
        self.update()

    def sizeHint(self) -> QSize:
        """Return room for icon, words, key cap and focus ring."""
        t = self.theme
        width = t.px(24) + paint.text_width(t, self._role(), self.text())
        width += t.px(23) if self.icon_name else 0
        key = key_now(self, self.key)
        width += paint.key_cap_width(t, key) + t.px(9) if key else 0
        return QSize(width + 2 * RING, t.size("control") + 2 * RING)

    def keyPressEvent(self, event: "QKeyEvent") -> None:
        """Let Enter press the button as Space does."""
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and not event.modifiers() & ~_KEYPAD:
            self.click()
            return
        super().keyPressEvent(event)

    def paintEvent(self, event: "QPaintEvent") -> None:
        """Paint ground, icon, words, key and focus."""
        t, p = self.theme, QPainter(self)
        frame = QRectF(self.rect()).adjusted(RING, RING, -RING, -RING)
        ink = self._paint_ground(p, frame)
        x, centre = frame.left() + t.px(11), frame.center().y()
        if self.icon_name:
            tone = ink if self.kind == "primary" or ink in ("bad", "disabled") else "muted"
            x += paint.icon(p, t, x, centre, self.icon_name, tone, 16) + t.px(7)
        x += paint.text(p, t, QRectF(x, frame.top(), frame.right() - x, frame.height()), self.text(), self._role(), ink)
        if key := key_now(self, self.key):
            paint.key_cap(p, t, x + t.px(9), centre, key, on_accent=self.kind == "primary" and self.isEnabled())
        if self.hasFocus():
            if self.kind == "primary":  # a light line inside keeps ring and fill apart
                paint.box(p, frame.adjusted(1, 1, -1, -1), None, t.on_accent, t.px(4), 1.5)
            paint.focus_ring(p, t, QRectF(self.rect()), 7)

    def _paint_ground(self, p: QPainter, frame: QRectF) -> str:
        t, hover = self.theme, self.underMouse() and self.isEnabled()
        if not self.isEnabled():
            if self.kind in ("primary", "plain"):
                paint.box(p, frame, None, t.line, t.px(5))
            return "disabled"
        if self.kind == "primary":
            paint.box(p, frame, t.accent_hover if hover else t.accent, None, t.px(5))
            return "on_accent"
        if self.kind == "plain":
            paint.box(p, frame, t.hover if hover else t.sheet, t.bad if self.danger else t.line_strong, t.px(5))
        elif hover or self.isChecked():
            paint.box(p, frame, t.hover, None, t.px(5))
        if self.danger:
            return "bad"
        return "link" if self.kind == "link" else "ink"

    def _role(self) -> str:
        return "body" if self.kind == "quiet" else "strong"


_KEYPAD = Qt.KeyboardModifier.KeypadModifier
