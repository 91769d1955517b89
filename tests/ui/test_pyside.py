"""What this desk knows of PySide itself: references that it must not lose, and sources that it must not read."""

import json
import subprocess
import sys
from pathlib import Path

import pytest
from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QColor, QKeyEvent, QSyntaxHighlighter, QTextCharFormat, QTextDocument
from PySide6.QtWidgets import QApplication, QLineEdit

ROOT = Path(__file__).resolve().parents[2]
ROUNDS = 300
"""Calls of each; a release with the fault loses at least one reference in each of them."""


class Marks(QSyntaxHighlighter):
    """Marks the first letter of each line, as a spelling check does."""

    def highlightBlock(self, text):
        """Mark one letter."""
        self.setFormat(0, 1, QTextCharFormat())
        self.setFormat(0, 1, QColor("red"))


class Typed(QLineEdit):
    """A field with a Python method in the way of each key and each paint."""

    def keyPressEvent(self, event):
        """Type."""
        super().keyPressEvent(event)

    def paintEvent(self, event):
        """Paint."""
        super().paintEvent(event)


@pytest.mark.skipif(sys.version_info >= (3, 12), reason="None can not be lost there")
@pytest.mark.parametrize("one", [None, True, False], ids=str)
def test_no_call_into_qt_loses_a_reference(qtbot, one):
    # PySide6 6.12 on Python 3.11 drops one with every void call and ends the process after a few thousand.
    document, field = QTextDocument("\n".join(["some words"] * 10)), Typed()
    marks = Marks(document)
    qtbot.addWidget(field)
    field.show()
    before = sys.getrefcount(one)
    for _ in range(ROUNDS):
        marks.rehighlight()
        QApplication.sendEvent(field, QKeyEvent(QEvent.Type.KeyPress, 0, Qt.KeyboardModifier.NoModifier, "a"))
        field.repaint()
    assert sys.getrefcount(one) > before - ROUNDS


def test_no_source_of_ours_is_read_into_memory_by_importing_it():
    program = (
        "import json, linecache, ui.app, wibdesk.desk, sqlalchemy;"
        "print(json.dumps([name for name in linecache.cache if 'wibdesk' in name or 'sqlalchemy/orm' in name]))"
    )
    done = subprocess.run([sys.executable, "-c", program], cwd=ROOT, capture_output=True, text=True, check=True)
    assert json.loads(done.stdout) == []
