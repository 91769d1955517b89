"""A moment without keys, in which the window and its threads work on."""

from PySide6.QtCore import QEventLoop, QTimer


def rest(milliseconds: int) -> None:
    """Let the window do what is due for some milliseconds; `QTest.qWait` would hold up every thread meanwhile."""
    loop = QEventLoop()
    QTimer.singleShot(milliseconds, loop.quit)
    loop.exec()
