"""Presses keys as a clerk does: they go to whatever has the keyboard."""

from PySide6.QtGui import QKeySequence
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication


def press(widget, *chords):
    """Press chords written "Ctrl+K" one after the other in the window of a widget."""
    for chord in chords:
        keys = QKeySequence(chord)[0]
        QTest.keyClick(QApplication.focusWidget() or widget, keys.key(), keys.keyboardModifiers())
        QApplication.processEvents()


def type_words(widget, words):
    """Type words letter by letter."""
    QTest.keyClicks(QApplication.focusWidget() or widget, words)
    QApplication.processEvents()


def shown(qtbot, widget, width=900, height=600):
    """Show a widget as the active window and return it."""
    qtbot.addWidget(widget)
    widget.resize(width, height)
    widget.show()
    widget.activateWindow()
    qtbot.waitUntil(widget.isActiveWindow)
    return widget
