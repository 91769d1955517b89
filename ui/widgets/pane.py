"""Flat areas of one ground, hairlines between them, and the scroller of a long page."""

from typing import TYPE_CHECKING

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import QAbstractScrollArea, QFrame, QLayout, QScrollArea, QSizePolicy, QWidget

from ui import paint
from ui.theme import Theme
from wibdesk.language import say

if TYPE_CHECKING:
    from PySide6.QtGui import QPaintEvent


class Pane(QFrame):
    """A flat area of one ground colour, with a hairline on the sides named by letters of "lrtb"."""

    line = "line"  # the colour of the hairlines

    def __init__(
        self,
        theme: Theme,
        ground: str = "panel",
        sides: str = "",
        *,
        layout: QLayout | None = None,
        width: float | None = None,
        height: float | None = None,
        radius: float = 0,
    ) -> None:
        super().__init__()
        self.theme, self.ground, self.sides, self.radius = theme, ground, sides, radius
        self.wide, self.high = width, height
        if layout is not None:
            self.setLayout(layout)
        theme.changed.connect(self.restyle)
        self.restyle()

    def set_ground(self, ground: str) -> None:
        """Paint another ground from now on."""
        self.ground = ground
        self.update()

    def set_width(self, width: float | None) -> None:
        """Fix the width to a length of the design, or free it."""
        self.wide = width
        self.restyle()

    def restyle(self) -> None:
        """Take fixed sizes from the theme again and repaint."""
        if self.wide is not None:
            self.setFixedWidth(self.theme.px(self.wide))
        if self.high is not None:
            self.setFixedHeight(self.theme.px(self.high))
        self.update()

    def paintEvent(self, event: "QPaintEvent") -> None:
        """Paint ground and hairlines."""
        p, t, r = QPainter(self), self.theme, self.rect()
        line = t.colour(self.line)
        if self.radius:
            paint.box(p, QRectF(r), t.colour(self.ground), line if self.sides else None, t.px(self.radius))
            return
        p.fillRect(r, t.colour(self.ground))
        edges = {
            "l": (0, 0, 1, r.height()),
            "r": (r.width() - 1, 0, 1, r.height()),
            "t": (0, 0, r.width(), 1),
            "b": (0, r.height() - 1, r.width(), 1),
        }
        for side in self.sides:
            p.fillRect(*edges[side], line)


class Rule(QWidget):
    """A hairline between two things of one area."""

    def __init__(self, theme: Theme, *, upright: bool = False) -> None:
        super().__init__()
        self.theme = theme
        if upright:
            self.setFixedWidth(1)
        else:
            self.setFixedHeight(1)
        theme.changed.connect(self.update)

    def paintEvent(self, event: "QPaintEvent") -> None:
        """Paint the line."""
        QPainter(self).fillRect(self.rect(), self.theme.line)


def name_bars(area: QAbstractScrollArea) -> None:
    """Name the scroll bars of an area, for a screen reader that is led to one."""
    area.verticalScrollBar().setAccessibleName(say("Scroll up and down"))
    area.horizontalScrollBar().setAccessibleName(say("Scroll left and right"))


class Scroll(QScrollArea):
    """A page that scrolls when it is taller than its place; follows the focus, never scrolls sideways."""

    def __init__(self, widget: QWidget) -> None:
        super().__init__()
        self.setWidgetResizable(True)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setWidget(widget)
        name_bars(self)
        # The ground of the pane shows through: Qt fills both by itself when the widget is set.
        widget.setAutoFillBackground(False)
        self.viewport().setAutoFillBackground(False)
