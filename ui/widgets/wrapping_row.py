"""A row of widgets that goes on in the next line where it is wider than its place, so that no button is cut."""

from PySide6.QtCore import QPoint, QRect, QSize, Qt
from PySide6.QtWidgets import QLayout, QLayoutItem, QWidget


class WrappingRow(QLayout):
    """Lays widgets out from the left at their own size, those that are hidden left away; `gap` in pixels."""

    def __init__(self, widgets: tuple[QWidget, ...], gap: int) -> None:
        super().__init__()
        self.items: list[QLayoutItem] = []
        self.setContentsMargins(0, 0, 0, 0)
        self.setSpacing(gap)
        for widget in widgets:
            self.addWidget(widget)

    def addItem(self, item: QLayoutItem) -> None:
        """Take one more."""
        self.items.append(item)

    def count(self) -> int:
        """Return how many there are, the hidden ones among them."""
        return len(self.items)

    def itemAt(self, index: int) -> QLayoutItem | None:
        """Return the one at a place, None past the end."""
        return self.items[index] if 0 <= index < len(self.items) else None

    def takeAt(self, index: int) -> QLayoutItem | None:
        """Let one go."""
        return self.items.pop(index) if 0 <= index < len(self.items) else None

    def expandingDirections(self) -> Qt.Orientation:
        """Ask for no more room than it needs."""
        return Qt.Orientation(0)

    def hasHeightForWidth(self) -> bool:
        """Say that it is the higher the narrower."""
        return True

    def heightForWidth(self, width: int) -> int:
        """Return the height of all lines at a width."""
        return max((place.bottom() + 1 for _, place in self._places(width)), default=0)

    def sizeHint(self) -> QSize:
        """Return the size in one line."""
        places = [place for _, place in self._places(1 << 20)]
        return QSize(max((p.right() + 1 for p in places), default=0), max((p.height() for p in places), default=0))

    def minimumSize(self) -> QSize:
        """Return the width of the widest: each may stand in a line of its own."""
        hints = [item.sizeHint() for item, _ in self._places(0)]
        return QSize(max((h.width() for h in hints), default=0), max((h.height() for h in hints), default=0))

    def setGeometry(self, rect: QRect) -> None:
        """Put everything in its place."""
        super().setGeometry(rect)
        for item, place in self._places(rect.width()):
            item.setGeometry(place.translated(rect.topLeft()))

    def _places(self, width: int) -> list[tuple[QLayoutItem, QRect]]:
        found: list[tuple[QLayoutItem, QRect]] = []
        x = y = high = 0
        for item in self.items:
            if item.isEmpty():
                continue
            size = item.sizeHint()
            if x and x + size.width() > width:
                x, y, high = 0, y + high + self.spacing(), 0
            found.append((item, QRect(QPoint(x, y), size)))
            x, high = x + size.width() + self.spacing(), max(high, size.height())
        return found
