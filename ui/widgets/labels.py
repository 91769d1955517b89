"""Labels that follow the theme, and rows and columns whose gaps grow with the text."""

from collections.abc import Sequence
from typing import TypeAlias

from PySide6.QtCore import QEvent, QSize, Qt
from PySide6.QtGui import QPalette
from PySide6.QtWidgets import QBoxLayout, QLabel, QLayout, QWidget

from ui.paint import Colour
from ui.theme import Theme

# None is a stretch, a number a gap of the design, a pair a thing and its stretch.
Thing: TypeAlias = QWidget | QLayout | int | tuple[QWidget | QLayout, int] | None
Margins: TypeAlias = tuple[float, float, float, float]


class Label(QLabel):
    """Words in a role of the type scale and a colour of the theme; never takes markup."""

    def __init__(
        self, theme: Theme, words: str = "", role: str = "body", colour: Colour = "ink", *, wrap: bool = False
    ) -> None:
        super().__init__()
        self.theme, self.role, self.ink = theme, role, colour
        self.setText(words)
        self.setTextFormat(Qt.TextFormat.PlainText)
        self.setWordWrap(wrap)
        theme.changed.connect(self.restyle)
        self.restyle()

    def set_colour(self, colour: Colour) -> None:
        """Write in another colour from now on."""
        self.ink = colour
        self.restyle()

    def set_role(self, role: str) -> None:
        """Write in another role of the type scale from now on."""
        self.role = role
        self.restyle()

    def changeEvent(self, event: QEvent) -> None:
        """Keep the ink when the label comes into another widget: the style sheet puts an older palette back."""
        super().changeEvent(event)
        lost = self.palette().color(QPalette.ColorRole.WindowText) != self.theme.colour(self.ink)
        if event.type() in (QEvent.Type.PaletteChange, QEvent.Type.StyleChange) and lost:
            self.restyle()

    def minimumSizeHint(self) -> QSize:
        """Return one short line for words that wrap: their height follows from the width that they are given."""
        if not self.wordWrap():
            return super().minimumSizeHint()
        return QSize(self.theme.px(60), self.theme.line_height(self.role))

    def restyle(self) -> None:
        """Take font and ink from the theme again."""
        self.setFont(self.theme.font(self.role))
        palette = self.palette()
        palette.setColor(QPalette.ColorRole.WindowText, self.theme.colour(self.ink))
        self.setPalette(palette)


class Icon(QLabel):
    """One icon as a widget, in a colour of the theme; not read out, the word beside it is."""

    def __init__(self, theme: Theme, name: str, colour: Colour = "muted", side: float = 16) -> None:
        super().__init__()
        self.theme, self.name, self.ink, self.side = theme, name, colour, side
        theme.changed.connect(self.restyle)
        self.restyle()

    def restyle(self) -> None:
        """Render the icon again."""
        self.setPixmap(self.theme.icon(self.name, self.ink, self.side))


class Line(QBoxLayout):
    """A row or column; its gaps and margins are lengths of the design and follow the text size."""

    def __init__(
        self,
        theme: Theme,
        direction: QBoxLayout.Direction,
        things: Sequence[Thing] = (),
        *,
        spacing: float = 8,
        margins: Margins = (0, 0, 0, 0),
    ) -> None:
        super().__init__(direction)
        self.theme, self.gap, self.edges = theme, spacing, margins
        self.gaps: list[tuple[int, int]] = []
        for thing in things:
            self.put(thing)
        theme.changed.connect(self.rescale)
        self.rescale()

    def put(self, thing: Thing) -> None:
        """Add a widget, a layout, a gap (number), a stretch (None) or (thing, stretch)."""
        if thing is None:
            self.addStretch(1)
        elif isinstance(thing, int):
            self.gaps.append((self.count(), thing))
            self.addSpacing(self.theme.px(thing))
        elif isinstance(thing, tuple):
            self._add(thing[0], thing[1])
        else:
            self._add(thing, 0)

    def rescale(self) -> None:
        """Set gaps and margins for the text size in force."""
        px = self.theme.px
        self.setSpacing(px(self.gap))
        self.setContentsMargins(*(px(edge) for edge in self.edges))
        across = self.direction() in (QBoxLayout.Direction.LeftToRight, QBoxLayout.Direction.RightToLeft)
        for position, length in self.gaps:
            item = self.itemAt(position)
            spacer = item.spacerItem() if item is not None else None
            if spacer is not None:
                spacer.changeSize(px(length) if across else 0, 0 if across else px(length))
        self.invalidate()

    def _add(self, thing: QWidget | QLayout, stretch: int) -> None:
        if isinstance(thing, QWidget):
            self.addWidget(thing, stretch)
        else:
            self.addLayout(thing, stretch)


def row(theme: Theme, *things: Thing, spacing: float = 8, margins: Margins = (0, 0, 0, 0)) -> Line:
    """Return a layout that sets things side by side; lengths are those of the design."""
    return Line(theme, QBoxLayout.Direction.LeftToRight, things, spacing=spacing, margins=margins)


def column(theme: Theme, *things: Thing, spacing: float = 8, margins: Margins = (0, 0, 0, 0)) -> Line:
    """Return a layout that sets things one below the other; lengths are those of the design."""
    return Line(theme, QBoxLayout.Direction.TopToBottom, things, spacing=spacing, margins=margins)


def label(theme: Theme, words: str, role: str = "body", colour: Colour = "ink", *, wrap: bool = False) -> Label:
    """Return words in a role of the type scale."""
    return Label(theme, words, role, colour, wrap=wrap)


def hold(layout: QLayout) -> QWidget:
    """Return a bare widget around a layout, where a widget is wanted."""
    widget = QWidget()
    widget.setLayout(layout)
    return widget
