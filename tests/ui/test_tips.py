"""Tips: every button that has a key says its words and that key, in the clerk's own keys where there are any."""

import pytest
from PySide6.QtCore import QPointF, Qt
from PySide6.QtGui import QEnterEvent
from PySide6.QtWidgets import QApplication, QLabel, QVBoxLayout, QWidget

from tests.keys import shown
from ui.widgets.button import Button
from ui.widgets.chips import FilterChip
from ui.widgets.choice import LargeChoice
from ui.widgets.rail import Rail
from ui.widgets.tip import Tip


def hover(widget):
    middle = QPointF(widget.rect().center())
    QApplication.sendEvent(widget, QEnterEvent(middle, middle, middle))


def tips_on(window):
    tips = [tip for tip in window.findChildren(Tip) if tip.isVisible()]
    return [label.text() for tip in tips for label in tip.findChildren(QLabel)]


@pytest.fixture
def bench(qtbot, theme):
    window = QWidget()
    window.setLayout(QVBoxLayout())
    words = ("Meetings", "Room", "Actions", "People", "Plans")
    places = [(word.lower(), word, "notebook-pen") for word in words]
    window.rail, window.button = Rail(theme, places), Button(theme, "Close the meeting", key="Shift F5")
    window.chip, window.plain = FilterChip(theme, "Any owner"), Button(theme, "Open safe keeping")
    window.large = LargeChoice(theme, "route", "Set up a body", "About three minutes.", "1")
    for each in (window.rail, window.button, window.chip, window.plain, window.large):
        window.layout().addWidget(each)
    window.key_now = lambda widget, key: window.own.get(key, key)
    window.own = {}
    return shown(qtbot, window)


def test_hovering_tells_words_and_key(bench):
    for button, said in (
        (bench.button, "Close the meeting   Shift F5"),
        (bench.large, "Set up a body   1"),
        (bench.rail.entries["room"], "Room   Ctrl 2"),
    ):
        hover(button)
        assert button.toolTip() == said


def test_a_button_whose_face_says_all_there_is_has_no_tip(bench):
    for button in (bench.plain, bench.chip):
        hover(button)
        assert button.toolTip() == ""


def test_words_that_are_cut_off_are_told_whole(bench):
    bench.plain.setFixedWidth(40)
    QApplication.processEvents()
    hover(bench.plain)
    assert bench.plain.toolTip() == "Open safe keeping"


def test_a_key_of_the_clerks_own_is_told(bench):
    bench.own = {"Shift F5": "F10"}
    hover(bench.button)
    assert bench.button.toolTip() == "Close the meeting   F10"


def test_the_keyboard_shows_what_the_face_does_not_say_and_takes_it_away(bench):
    entry = bench.rail.entries["room"]
    entry.setFocus(Qt.FocusReason.TabFocusReason)
    assert tips_on(bench) == ["Room   Ctrl 2"]
    bench.button.setFocus(Qt.FocusReason.TabFocusReason)
    assert tips_on(bench) == []


def test_the_mouse_brings_no_tip_by_focus(bench):
    bench.rail.entries["actions"].setFocus(Qt.FocusReason.MouseFocusReason)
    assert tips_on(bench) == []


def test_a_tip_of_words_that_were_cut_goes_once_they_have_their_room(bench):
    bench.plain.setFixedWidth(40)
    bench.plain.setFocus(Qt.FocusReason.TabFocusReason)
    assert tips_on(bench) == ["Open safe keeping"]
    bench.plain.setFixedWidth(bench.plain.sizeHint().width())
    QApplication.processEvents()
    assert tips_on(bench) == []


def test_a_tip_without_room_at_the_right_stands_below_within_the_window(bench):
    bench.plain.setFixedWidth(40)
    bench.plain.move(bench.width() - 40, bench.plain.y())
    bench.plain.setFocus(Qt.FocusReason.TabFocusReason)
    (tip,) = [tip for tip in bench.findChildren(Tip) if tip.isVisible()]
    assert bench.rect().contains(tip.geometry())
    assert tip.geometry().top() >= bench.plain.geometry().bottom()


def test_every_button_of_a_window_with_a_key_says_it(bench):
    buttons = [w for w in bench.findChildren(QWidget) if getattr(w, "key", "")]
    assert len(buttons) > 5
    for button in buttons:
        assert button.tip() == f"{button.text()}   {button.key}"
