"""Words that are painted rather than written: to a screen reader a label, where a bare widget would be nothing."""

from PySide6.QtCore import QSize
from PySide6.QtWidgets import QLabel


class Painted(QLabel):
    """Paints itself and is read out by its accessible name; it takes the size that its own class asks for."""

    def sizeHint(self) -> QSize:
        """Ask for no size."""
        return QSize()

    def minimumSizeHint(self) -> QSize:
        """Ask for no least size."""
        return QSize()
