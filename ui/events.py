"""What happened, told to every screen that shows it."""

from PySide6.QtCore import QObject, Signal


class Events(QObject):
    """`changed` carries a `wibdesk.changes.Changes` after each write; `saved` carries how saving stands."""

    changed = Signal(object)
    saved = Signal(object)
