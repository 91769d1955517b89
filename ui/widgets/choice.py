"""Exclusive choices side by side, a tick with its words, and a large choice with its reason."""

from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QObject, QRect, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QFontMetrics, QPainter
from PySide6.QtWidgets import QBoxLayout, QCheckBox, QLayout, QPushButton, QRadioButton, QSizePolicy, QWidget

from ui import paint
from ui.theme import Theme
from ui.widgets.tips import Tipped
from wibdesk.language import say

if TYPE_CHECKING:
    from PySide6.QtCore import QPoint
    from PySide6.QtGui import QKeyEvent, QPaintEvent, QResizeEvent

EDGE = 3  # room round the whole for its focus ring, in real pixels


class Segment(QRadioButton):
    """One of the choices: ground, tick and bold mark the one chosen."""

    def __init__(self, theme: Theme, option: str, word: str) -> None:
        super().__init__(word)
        self.theme, self.option = theme, option
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)
        self.setCursor(Qt.CursorShape.PointingHandCursor)

    def sizeHint(self) -> QSize:
        """Return room for the word at its boldest and the tick, so that choosing moves nothing."""
        t = self.theme
        return QSize(paint.text_width(t, "body", self.text(), 600) + t.px(44), t.size("control"))

    def minimumSizeHint(self) -> QSize:
        """Return the same as the size wished."""
        return self.sizeHint()

    def hitButton(self, position: "QPoint") -> bool:
        """Take a click anywhere in the segment."""
        return self.rect().contains(position)

    def paintEvent(self, event: "QPaintEvent") -> None:
        """Paint ground, tick and word."""
        t, p, here = self.theme, QPainter(self), self.isChecked()
        rect = QRectF(self.rect()).adjusted(1, 1, -1, -1)
        if here:
            paint.box(p, rect, t.selected, None, t.px(4))
        elif self.underMouse():
            paint.box(p, rect, t.hover, None, t.px(4))
        weight, ink = (600, "on_selected") if here else (None, "ink")
        width = paint.text_width(t, "body", self.text(), weight) + (t.px(18) if here else 0)
        x = rect.center().x() - width / 2
        if here:
            x += paint.icon(p, t, x, rect.center().y(), "check", ink, 14) + t.px(4)
        words = QRectF(x, rect.top(), rect.right() - x, rect.height())
        paint.text(p, t, words, self.text(), "body", ink, weight=weight)


class Choice(QWidget):
    """Up to four exclusive values as (id, word); the arrow keys choose, `picked` carries the id."""

    picked = Signal(str)

    def __init__(self, theme: Theme, options: Sequence[tuple[str, str]], chosen: str = "", *, name: str = "") -> None:
        super().__init__()
        self.theme = theme
        self.value: Callable[[], str] | None = None
        self.setAccessibleName(name)
        self.line = QBoxLayout(QBoxLayout.Direction.LeftToRight, self)
        self.line.setContentsMargins(EDGE, EDGE, EDGE, EDGE)
        self.line.setSpacing(0)
        self.line.setSizeConstraint(QLayout.SizeConstraint.SetNoConstraint)
        self.segments = [Segment(theme, option, word) for option, word in options]
        for segment in self.segments:
            self.line.addWidget(segment)
            segment.setAccessibleDescription(name)
            segment.installEventFilter(self)
            segment.clicked.connect(self._tell)
        self.choose(chosen or options[0][0])
        policy = QSizePolicy(QSizePolicy.Policy.Maximum, QSizePolicy.Policy.Fixed)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)
        theme.changed.connect(self.restyle)

    def chosen(self) -> str:
        """Return the id of what is chosen."""
        return next((segment.option for segment in self.segments if segment.isChecked()), "")

    def choose(self, option: str) -> None:
        """Choose by id, without telling."""
        for segment in self.segments:
            segment.setChecked(segment.option == option)
            if segment.option == option:
                self.setFocusProxy(segment)
        self.update()

    def follow(self, value: Callable[[], str]) -> None:
        """Show at each change of the theme what holds then, when something else can change it too."""
        self.value = value

    def restyle(self) -> None:
        """Take sizes from the theme again."""
        if self.value is not None:
            self.choose(self.value())
        for segment in self.segments:
            segment.updateGeometry()
        self.updateGeometry()
        self.update()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Paint the ring round the whole when one of the choices gets or loses the keyboard."""
        if event.type() in (QEvent.Type.FocusIn, QEvent.Type.FocusOut):
            self.update()
        return super().eventFilter(watched, event)

    def sizeHint(self) -> QSize:
        """Return room for all choices side by side."""
        return QSize(self._full_width(), self.theme.size("control") + 2 * EDGE)

    def minimumSizeHint(self) -> QSize:
        """Return room for the widest choice, since they go below one another when it is narrow."""
        return QSize(max(s.sizeHint().width() for s in self.segments) + 2 * EDGE, self.sizeHint().height())

    def heightForWidth(self, width: int) -> int:
        """Return the height of one line, or of all lines when the width is too small."""
        lines = 1 if width >= self._full_width() else len(self.segments)
        return self.theme.size("control") * lines + 2 * EDGE

    def resizeEvent(self, event: "QResizeEvent") -> None:
        """Set the choices side by side, or one below the other."""
        wide = self.width() >= self._full_width()
        self.line.setDirection(QBoxLayout.Direction.LeftToRight if wide else QBoxLayout.Direction.TopToBottom)
        self.setMinimumHeight(self.heightForWidth(self.width()))  # a row that knows no heights by width gives it too
        super().resizeEvent(event)

    def paintEvent(self, event: "QPaintEvent") -> None:
        """Paint the frame, the lines between choices and the focus ring."""
        t, p = self.theme, QPainter(self)
        paint.box(p, QRectF(self.rect()).adjusted(EDGE, EDGE, -EDGE, -EDGE), t.sheet, t.line_strong, t.px(5))
        for before, segment in zip(self.segments, self.segments[1:], strict=False):
            beside = self.line.direction() == QBoxLayout.Direction.LeftToRight
            if beside and not before.isChecked() and not segment.isChecked():
                p.fillRect(QRectF(segment.x(), EDGE + t.px(7), 1, t.size("control") - t.px(14)), t.line)
        if any(segment.hasFocus() for segment in self.segments):
            paint.focus_ring(p, t, QRectF(self.rect()), 7)

    def _full_width(self) -> int:
        return sum(segment.sizeHint().width() for segment in self.segments) + 2 * EDGE

    def _tell(self) -> None:
        self.choose(self.chosen())
        self.picked.emit(self.chosen())


class Tick(QCheckBox):
    """A tick with its words: on or off, the square and the tick tell."""

    def __init__(self, theme: Theme, words: str, *, on: bool = False) -> None:
        super().__init__(words)
        self.theme = theme
        self.setChecked(on)
        self.setAccessibleName(words)
        theme.changed.connect(self.updateGeometry)

    def sizeHint(self) -> QSize:
        """Return room for the square and the words."""
        t = self.theme
        return QSize(paint.text_width(t, "body", self.text()) + t.px(42), t.size("control"))

    def hitButton(self, position: "QPoint") -> bool:
        """Take a click on square or words."""
        return self.rect().contains(position)

    def paintEvent(self, event: "QPaintEvent") -> None:
        """Paint square, tick, words and focus."""
        t, p, centre = self.theme, QPainter(self), self.height() / 2
        ink = "ink" if self.isEnabled() else "disabled"
        square = QRectF(t.px(4), centre - t.px(9), t.px(18), t.px(18))
        if self.isChecked():
            paint.box(p, square, t.accent, None, t.px(4))
            paint.icon(p, t, square.left() + t.px(2), centre, "check", "on_accent", 14)
        else:
            paint.box(p, square, t.hover if self.underMouse() else t.sheet, t.line_strong, t.px(4))
        words = QRectF(t.px(32), 0, self.width() - t.px(32), self.height())
        paint.text(p, t, words, self.text(), "body", ink)
        if self.hasFocus():
            paint.focus_ring(p, t, QRectF(self.rect()), 5)


class LargeChoice(Tipped, QPushButton):
    """A choice with its reason below it, an icon before it and its key at the right."""

    def __init__(self, theme: Theme, icon: str, words: str, reason: str, key: str) -> None:
        super().__init__(words)
        self.theme, self.icon_name, self.reason, self.key = theme, icon, reason, key
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)
        self.setAccessibleName(words)
        self.setAccessibleDescription(say("{reason} Key {key}", reason=reason, key=key))
        theme.changed.connect(self.updateGeometry)

    def sizeHint(self) -> QSize:
        """Return two lines and the room about them; the reason wraps when it must."""
        return QSize(self.theme.px(420), self.heightForWidth(self.width()))

    def heightForWidth(self, width: int) -> int:
        """Return the height with the reason wrapped to this width."""
        return self.theme.px(54) + self._reason_height(width)

    def keyPressEvent(self, event: "QKeyEvent") -> None:
        """Choose on Enter; go to the choice before or after on the arrows."""
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.click()
        elif event.key() in (Qt.Key.Key_Down, Qt.Key.Key_Up):
            self.focusNextPrevChild(event.key() == Qt.Key.Key_Down)
        else:
            super().keyPressEvent(event)

    def resizeEvent(self, event: "QResizeEvent") -> None:
        """Ask for the height that the new width needs."""
        super().resizeEvent(event)
        self.updateGeometry()

    def paintEvent(self, event: "QPaintEvent") -> None:
        """Paint frame, icon, words, reason, key and focus."""
        t, p, here = self.theme, QPainter(self), self.hasFocus()
        frame = QRectF(self.rect()).adjusted(4, 4, -4, -4)
        ground = t.selected if here else t.hover if self.underMouse() else t.sheet
        paint.box(p, frame, ground, t.accent if here else t.line_strong, t.px(8))
        paint.icon(p, t, frame.left() + t.px(18), frame.center().y(), self.icon_name, "accent", 24)
        words = QRectF(frame.left() + t.px(60), frame.top() + t.px(9), frame.width() - t.px(112), t.px(24))
        paint.text(p, t, words, self.text(), "heading", "on_selected" if here else "ink")
        p.setFont(t.font("small"))
        p.setPen(t.muted)
        reason = QRectF(words.left(), words.bottom() + 1, words.width(), frame.bottom() - words.bottom())
        p.drawText(reason, Qt.TextFlag.TextWordWrap, self.reason)
        paint.key_cap(p, t, frame.right() - t.px(40), frame.center().y(), self.key)
        if here:
            paint.focus_ring(p, t, QRectF(self.rect()), 11)

    def _reason_height(self, width: int) -> int:
        t = self.theme
        room = max((width if width > t.px(200) else t.px(420)) - t.px(112) - 8, t.px(80))
        area = QRect(0, 0, room, 10000)
        metrics = QFontMetrics(t.font("small"))
        return metrics.boundingRect(area, int(Qt.TextFlag.TextWordWrap), self.reason).height()
