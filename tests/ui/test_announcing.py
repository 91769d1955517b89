"""Who hears how far long work is hears each quarter of it once; what was done can be undone by who hears it."""

import pytest
from PySide6.QtGui import QAccessible
from PySide6.QtWidgets import QListWidget, QStackedWidget, QVBoxLayout, QWidget

from tests.keys import shown
from ui.announcing import Quarters
from ui.messages import Messages
from ui.places.safe_keeping.progress import Progress
from ui.voice import Voice


@pytest.mark.parametrize(
    ("shares", "told"),
    [
        ((0.0, 0.1, 0.2, 0.3, 0.31, 0.5, 0.74, 0.75, 0.99, 1.0), [25, 50, 75]),
        ((0.1, 0.8, 1.0), [75]),
        ((1.0,), []),
        ((0.3, 0.2, 0.3), [25]),
        ((0.3, -1.0, 0.3), [25, 25]),
    ],
)
def test_each_quarter_is_told_once(shares, told):
    quarters = Quarters()
    assert [passed for passed in map(quarters.passed, shares) if passed is not None] == told


def test_the_line_of_long_work_says_its_quarters_each_time_it_is_begun(qtbot, theme):
    line, said = shown(qtbot, Progress(theme)), []
    line.reached.connect(said.append)
    for _ in range(2):
        line.begin("Checking: you can go on working meanwhile")
        for percent in range(101):
            line.tell(percent / 100)
        line.end()
    assert said == ["25 per cent done", "50 per cent done", "75 per cent done"] * 2


@pytest.mark.parametrize("kind", [QStackedWidget, QListWidget, QWidget])
def test_a_toast_is_among_what_is_heard_wherever_it_stands(qtbot, theme, kind):
    window, messages, floor = QWidget(), Messages(), kind()
    column = QVBoxLayout(window)
    column.addWidget(floor)
    voice = Voice(theme, messages, window, window)
    shown(qtbot, window)
    voice.set_floor(floor)
    messages.say("Action 3.2 recorded", list)
    assert "Undo" in heard_in(window)
    voice.set_floor(window)
    assert "Undo" in heard_in(window)


def heard_in(widget):
    waiting, names = [QAccessible.queryAccessibleInterface(widget)], []
    while waiting:
        here = waiting.pop()
        names.append(here.text(QAccessible.Text.Name))
        waiting += [here.child(number) for number in range(here.childCount())]
    return names
