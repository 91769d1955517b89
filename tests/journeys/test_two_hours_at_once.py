"""Hands faster than the machine: a thousand keys wait before the first is looked at, and each does what it should."""

import pytest
from PySide6.QtCore import QCoreApplication, QEvent, QObject, Qt
from PySide6.QtGui import QKeyEvent, QKeySequence
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from tests.journeys.two_hours import prepare, stored
from ui.editor.minute_editor import MinuteEditor

PLAIN = Qt.KeyboardModifier.NoModifier
CHORD = QEvent.Type(QEvent.registerEventType())


class Chords(QObject):
    """Presses chords out of the queue, in their turn among the letters: a posted key never meets a shortcut."""

    def __init__(self):
        super().__init__()
        self.waiting = []

    def event(self, event):
        if event.type() == CHORD:
            key = QKeySequence(self.waiting.pop(0))[0]
            # To the widget, not to its window: there `QTest` would have the rest of the queue looked at first.
            QTest.keyClick(QApplication.focusWidget(), key.key(), key.keyboardModifiers())
            return True
        return super().event(event)


class Queue:
    """Keys for a window, which looks at none of them until all are there."""

    def __init__(self, window):
        self.window, self.chords, self.keys = window, Chords(), 0

    def type(self, words):
        for letter in words:
            key = Qt.Key.Key_Return if letter == "\n" else 0
            for kind in (QEvent.Type.KeyPress, QEvent.Type.KeyRelease):
                QCoreApplication.postEvent(self.window, QKeyEvent(kind, key, PLAIN, "\r" if key else letter))
        self.keys += len(words)

    def press(self, chord):
        self.chords.waiting.append(chord)
        QCoreApplication.postEvent(self.chords, QEvent(CHORD))
        self.keys += 1


def sentences(item):
    return [f"Sentense {number} of item {item} was sayd by Louise Farr at the tabel." for number in range(4)]


@pytest.fixture
def desk(open_desk, tmp_path):
    """The clerk in the room of the meeting, which has started, and where its register is and which meeting it is."""
    path = tmp_path / "register.wibdesk"
    meeting_id = prepare(path)
    clerk = open_desk(tmp_path)
    clerk.clock("8 Jul 2026 14:00")
    clerk.see("Westmere")
    clerk.press("Ctrl+Return")
    clerk.at("Minutes of item 1")
    clerk.press("F5")
    clerk.see("Live 0 minutes")
    marks = clerk.window.findChild(MinuteEditor).spelling.marks
    clerk.typist.until(lambda: marks.speller is not None, "the dictionary is there")
    yield clerk, path, meeting_id
    clerk.go_home()


def test_a_thousand_keys_that_wait_with_commands_and_moves_among_them_arrive_whole_and_in_order(desk):
    clerk, path, meeting_id = desk
    queue = Queue(clerk.window.windowHandle())
    for item in range(1, 5):
        before, after = sentences(item)[:2], sentences(item)[2:]
        queue.type("\n".join([*before, f"/a lf bring paper {item} by 31/7", *after]))
        queue.press("Ctrl+Down")
    queue.type("That was all.")
    assert queue.keys > 1000
    clerk.see("That was all.")
    clerk.go_home()
    record = stored(path, meeting_id)
    assert [[entry["text"] for entry in item["entries"]] for item in record["items"][:5]] == [
        *([*sentences(item)[:2], f"bring paper {item}", *sentences(item)[2:]] for item in range(1, 5)),
        ["That was all."],
    ]
    actions = [entry for item in record["items"] for entry in item["entries"] if entry["kind"] == "action"]
    assert [(a["owners"], a["due"]["date"]) for a in actions] == [(["Louise Farr"], "2026-07-31")] * 4
