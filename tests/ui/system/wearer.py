"""A window that wears the theme "as the system", and says each look that it wears: name, ground and ink."""

import sys
from threading import Thread

from PySide6.QtCore import QMetaObject, Qt
from PySide6.QtWidgets import QApplication, QLabel

from ui.theme import Theme

application = QApplication(sys.argv[:1])
theme = Theme("system", 0.0, motion=None)
theme.apply_to(application)


def say():
    print(theme.name, theme.window.name(), theme.ink.name(), theme.scale, flush=True)


def end_with_input():
    sys.stdin.read()
    QMetaObject.invokeMethod(application, "quit", Qt.ConnectionType.QueuedConnection)


window = QLabel("WIBDesk")
window.show()
theme.changed.connect(say)
say()
Thread(target=end_with_input, daemon=True).start()
application.exec()
