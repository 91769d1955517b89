"""A place that shows records of the register on one page, and knows how wide its table is."""

from typing import TYPE_CHECKING

from PySide6.QtWidgets import QVBoxLayout, QWidget

from ui.place import Place

if TYPE_CHECKING:
    from PySide6.QtGui import QResizeEvent


class RegisterPlace(Place):
    """`narrow` says that the table has lost its columns at this width."""

    narrow_below = 0.0  # a length of the design
    narrow = False

    def lay_again(self) -> None:
        """Lay the rows out again for another width; subclasses with a table do."""

    def fill(self, page: QWidget) -> None:
        """Let a page take the whole place."""
        self.setLayout(stacked(page))

    def resizeEvent(self, event: "QResizeEvent") -> None:
        """Lay the rows out again when the table loses or gains columns."""
        super().resizeEvent(event)
        narrow = self.width() / self.context.theme.scale < self.narrow_below
        if narrow != self.narrow:
            self.narrow = narrow
            self.lay_again()


def stacked(*parts: QWidget, fill: int = 0) -> QVBoxLayout:
    """Return parts one below the other without gaps; the one at `fill` takes what is left."""
    column = QVBoxLayout()
    column.setContentsMargins(0, 0, 0, 0)
    column.setSpacing(0)
    for number, part in enumerate(parts):
        column.addWidget(part, 100 if number == fill else 0)
    return column
