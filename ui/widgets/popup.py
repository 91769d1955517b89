"""Raised frames: a popup at a place, and an overlay that dims what is behind it. No shadows: they repaint slowly."""

from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QObject, Qt, QVariantAnimation, Signal
from PySide6.QtGui import QColor, QKeyEvent, QPainter
from PySide6.QtWidgets import QApplication, QLayout, QWidget
from shiboken6 import isValid

from ui.theme import Theme
from ui.widgets.pane import Pane

if TYPE_CHECKING:
    from PySide6.QtGui import QMouseEvent, QPaintEvent


FOOT = 44  # what a frame leaves free at the foot of the window, where it has the room: a length of the design


class Popup(Pane):
    """A raised frame with one strong line; a child of what it lies over."""

    line = "line_strong"

    def __init__(self, theme: Theme, parent: QWidget | None = None, *, layout: QLayout | None = None) -> None:
        super().__init__(theme, "raised", "all", layout=layout, radius=8)
        if parent is not None:
            self.setParent(parent)


class Overlay(QWidget):
    """Dims a window and lays one frame on it; Esc or a click beside it closes, and the keyboard goes back."""

    closed = Signal()

    def __init__(self, theme: Theme, window: QWidget, frame: Popup, *, top: float = 108) -> None:
        super().__init__(window)
        self.theme, self.below, self.frame, self.top = theme, window, frame, top
        self.came_from = QApplication.focusWidget()
        frame.setParent(self)
        self.setGeometry(window.rect())
        self.fade = QVariantAnimation(self)
        self.fade.setStartValue(0.0)
        self.fade.setEndValue(float(theme.tokens["elevation"]["scrim_alpha"]))
        self.fade.setDuration(theme.duration("quick"))
        self.fade.valueChanged.connect(self.update)
        window.installEventFilter(self)
        theme.changed.connect(self.settle)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)

    def open_on(self, first: QWidget) -> None:
        """Show the frame and give the keyboard to its first thing."""
        self.show()
        self.raise_()
        self.settle()
        self.fade.start()
        first.setFocus(Qt.FocusReason.PopupFocusReason)

    def close_down(self) -> None:
        """Take the frame away and give the keyboard back to where it was."""
        self.hide()
        if self.came_from is not None and isValid(self.came_from) and self.came_from.isVisible():
            self.came_from.setFocus(Qt.FocusReason.PopupFocusReason)
        self.closed.emit()
        self.deleteLater()

    def settle(self) -> None:
        """Place the frame in the middle and clear of the keys at the foot, and never taller than the window."""
        window = self.below
        self.setGeometry(window.rect())
        edge = self.theme.px(12)
        self.frame.setMaximumSize(max(window.width() - 2 * edge, 1), max(window.height() - 2 * edge, 1))
        self.frame.adjustSize()
        high = self.frame.height()
        foot = self.theme.px(FOOT)
        top = min(self.theme.px(self.top), max(window.height() - high - foot, edge))
        self.frame.move((window.width() - self.frame.width()) // 2, top)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Keep covering the window when it changes its size."""
        if event.type() == QEvent.Type.Resize and self.isVisible():
            self.settle()
        return super().eventFilter(watched, event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Close on Esc, and let no other key through to what is behind."""
        if event.key() == Qt.Key.Key_Escape:
            self.close_down()
        event.accept()

    def focusNextPrevChild(self, forward: bool) -> bool:
        """Keep Tab inside the frame."""
        stops = [w for w in self.frame.findChildren(QWidget) if w.focusPolicy() & Qt.FocusPolicy.TabFocus]
        stops = [w for w in stops if w.isVisibleTo(self) and w.isEnabled() and w.focusProxy() is None]
        here = QApplication.focusWidget()
        if not stops:
            return True
        number = stops.index(here) if here in stops else -1
        stops[(number + (1 if forward else -1)) % len(stops)].setFocus(Qt.FocusReason.TabFocusReason)
        return True

    def mousePressEvent(self, event: "QMouseEvent") -> None:
        """Close on a click beside the frame: nothing in it is lost by that."""
        self.close_down()

    def paintEvent(self, event: "QPaintEvent") -> None:
        """Dim what is behind."""
        veil = QColor(self.theme.window)
        veil.setAlphaF(float(self.fade.currentValue()))
        QPainter(self).fillRect(self.rect(), veil)
