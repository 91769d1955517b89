"""A line that tells how far long work is, and stops it."""

from PySide6.QtCore import QRectF, QSize, Signal
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from ui import paint
from ui.announcing import Quarters
from ui.theme import Theme
from ui.widgets.button import Button
from ui.widgets.labels import Label, column, row
from ui.widgets.pane import Pane
from wibdesk.language import say

THICK = 6  # of the bar, a length of the design


class Bar(QWidget):
    """How much is done, 0 to 1; less than nothing where nobody knows."""

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self.theme, self.share = theme, -1.0
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        theme.changed.connect(self.updateGeometry)

    def sizeHint(self) -> QSize:
        """Return room for the bar."""
        return QSize(self.theme.px(120), self.theme.px(THICK))

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the groove, and what is done in it."""
        t, p, area = self.theme, QPainter(self), QRectF(self.rect())
        paint.box(p, area, t.hover, t.line_strong, t.px(THICK / 2))
        if self.share > 0:
            area.setWidth(max(area.width() * min(self.share, 1.0), area.height()))
            paint.box(p, area, t.accent, None, t.px(THICK / 2))


class Progress(Pane):
    """`stopped` when the clerk wishes it to end; `reached` says at each quarter how far it is."""

    stopped = Signal()
    reached = Signal(str)

    def __init__(self, theme: Theme) -> None:
        super().__init__(theme, "panel", "b")
        self.words = Label(theme, "", "body")
        self.bar, self.quarters = Bar(theme), Quarters()
        self.stop_button = Button(theme, say("Stop it"), key="Esc")
        self.stop_button.clicked.connect(self.stopped)
        said = column(theme, self.words, self.bar, spacing=6)
        self.setLayout(row(theme, (said, 1), self.stop_button, spacing=20, margins=(28, 8, 24, 10)))
        self.hide()

    def begin(self, words: str, *, stops: bool = True) -> None:
        """Show that something is being done; `stops` says whether it can be stopped."""
        self.words.setText(words)
        self.setAccessibleName(words)
        self.stop_button.setVisible(stops)
        self.tell(-1.0)
        self.show()

    def tell(self, share: float) -> None:
        """Show how much of it is done, 0 to 1."""
        self.bar.share = share
        self.bar.setAccessibleName(say("{share:.0%} done", share=share) if share >= 0 else "")
        self.bar.update()
        percent = self.quarters.passed(share)
        if percent is not None:
            self.reached.emit(say("{percent} per cent done", percent=percent))

    def end(self) -> None:
        """Put the line away."""
        self.hide()
