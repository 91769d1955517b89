"""Key press to paint in a meeting of 300 entries, against a bare QTextEdit with the same text."""

import time
from collections.abc import Iterator

from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QKeyEvent, QTextCursor
from PySide6.QtWidgets import QApplication, QTextEdit

from tests.benchmarks.figures import Ratio
from ui.editor.minute_editor import MinuteEditor
from ui.theme import Theme
from wibdesk.domain.deadlines import read_due
from wibdesk.domain.entries import Action, Bullet, Decision, Entry, Paragraph, PrivateNote

WORDS = (
    "The Board heard that contacts had risen over the summer, most of them from schools, and asked how the partners "
    "would count referrals on one basis before the next meeting."
)
KEYS = "The Chair thanked members and moved to the next item; "


def entries(number: int) -> tuple[Entry, ...]:
    """Return a long minute of every usual kind."""
    due = read_due("6/10/26", on=__import__("datetime").date(2026, 9, 1))
    kinds = (
        lambda n: Paragraph(f"{n} {WORDS}"),
        lambda n: Bullet(f"{n} Two duty posts were filled by agency staff."),
        lambda n: Decision((f"{n} That one shared definition be used.",)),
        lambda n: Action(f"{n} agree the definition", ("K Rowe", "J Amari"), due, ref=f"3.{n}"),
        lambda n: PrivateNote(f"{n} ring before circulating"),
    )
    return tuple(kinds[n % len(kinds)](n) for n in range(number))


class _Counted:
    """Counts paints, so that a key that painted nothing cannot pass for a quick one."""

    painted = 0

    def paintEvent(self, event):
        super().paintEvent(event)
        self.painted += 1


class _Bare(_Counted, QTextEdit):
    pass


class _Ours(_Counted, MinuteEditor):
    pass


def press_to_paint(widget: QTextEdit, keys: int) -> list[float]:
    """Return the seconds from each key press until it has been painted."""
    app = QApplication.instance()
    widget.resize(760, 640)
    widget.show()
    widget.moveCursor(QTextCursor.MoveOperation.End)
    widget.setFocus()
    for _ in range(20):
        app.processEvents()
    samples = []
    for n in range(keys):
        char = KEYS[n % len(KEYS)]
        before = widget.painted
        began = time.perf_counter()
        for kind in (QEvent.Type.KeyPress, QEvent.Type.KeyRelease):
            QApplication.sendEvent(widget, QKeyEvent(kind, 0, Qt.KeyboardModifier.NoModifier, char))
        while widget.painted == before:
            app.processEvents()
        samples.append(time.perf_counter() - began)
    widget.close()
    return samples


def run(*, short: bool) -> Iterator[Ratio]:
    """Measure at 300 and at 2,000 entries."""
    QApplication.instance() or QApplication([])
    keys = 60 if short else 600
    for number in (300,) if short else (300, 2000):
        ours = _Ours(Theme())
        ours.show_entries(entries(number))
        bare = _Bare()
        bare.setPlainText(ours.toPlainText())
        bare.setFont(ours.font())
        floor = press_to_paint(bare, keys)
        yield Ratio(f"Key to paint, {number} entries", press_to_paint(ours, keys), floor, "bare QTextEdit", 3.0)
