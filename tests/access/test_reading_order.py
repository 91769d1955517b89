"""Tab goes as one reads, whatever was made first; one thing may ask for another order, or for a single stop."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import (
    QApplication,
    QGridLayout,
    QHBoxLayout,
    QLineEdit,
    QPushButton,
    QScrollArea,
    QVBoxLayout,
    QWidget,
)

from tests.keys import press, shown
from ui.reading_order import ReadingOrder, stops


@pytest.fixture
def ground(qtbot):
    """Two buttons at the foot of a column; whatever is put into `ground.column` stands above them."""
    made = ReadingOrder()
    made.column, foot = QVBoxLayout(), QHBoxLayout()
    whole = QVBoxLayout(made)
    whole.addLayout(made.column)
    whole.addLayout(foot)
    made.save, made.cancel = QPushButton("Save"), QPushButton("Cancel")
    foot.addWidget(made.save)
    foot.addWidget(made.cancel)
    return shown(qtbot, made)


def put(ground, widget):
    ground.column.addWidget(widget)
    widget.show()


def field(name):
    made = QLineEdit()
    made.setObjectName(name)
    return made


def names(widget):
    return [stop.objectName() or stop.text() for stop in stops(widget)]


def test_a_field_that_comes_later_comes_before_the_buttons_below_it(ground):
    put(ground, field("late"))
    assert names(ground) == ["late", "Save", "Cancel"]
    ground.save.setFocus()
    press(ground, "Tab", "Tab")
    assert QApplication.focusWidget().objectName() == "late"
    press(ground, "Shift+Tab")
    assert QApplication.focusWidget() is ground.cancel


def test_what_is_hidden_disabled_or_stands_for_another_is_passed_over(ground):
    holder, hidden, off = QWidget(), field("hidden"), field("off")
    inner = QVBoxLayout(holder)
    inner.addWidget(field("inner"))
    holder.setFocusProxy(inner.itemAt(0).widget())
    for widget in (holder, hidden, off):
        put(ground, widget)
    hidden.hide()
    off.setEnabled(False)
    assert names(ground) == ["inner", "Save", "Cancel"]


def test_a_grid_is_read_row_by_row_and_what_floats_comes_last(ground):
    holder = QWidget()
    grid = QGridLayout(holder)
    for name, y, x in (("d", 1, 1), ("a", 0, 0), ("c", 1, 0), ("b", 0, 1)):
        grid.addWidget(field(name), y, x)
    put(ground, holder)
    floating = QPushButton("Undo", holder)
    floating.show()
    assert names(holder) == ["a", "b", "c", "d", "Undo"]


def test_a_place_may_ask_for_another_order(ground):
    holder = QWidget()
    column, fields = QVBoxLayout(holder), [field(name) for name in "abcd"]
    for each in fields:
        column.addWidget(each)
    holder.tab_order = (fields[3], fields[1])
    put(ground, holder)
    assert names(ground) == ["a", "d", "b", "c", "Save", "Cancel"]


def test_a_thing_with_one_stop_is_left_from_wherever_the_arrows_led_in_it(ground):
    holder = QWidget()
    holder.one_stop = True
    column, fields = QVBoxLayout(holder), [field(name) for name in "abc"]
    for each in fields:
        column.addWidget(each)
    put(ground, holder)
    assert names(ground) == ["a", "Save", "Cancel"]
    holder.setFocusProxy(fields[1])
    assert names(ground) == ["b", "Save", "Cancel"]
    fields[2].setFocus()
    press(ground, "Tab")
    assert QApplication.focusWidget() is ground.save


def test_where_nothing_can_have_the_keyboard_tab_goes_nowhere(qtbot):
    empty = ReadingOrder()
    qtbot.addWidget(empty)
    assert not empty.focusNextPrevChild(True)


def test_what_goes_while_it_has_the_keyboard_hands_it_to_what_is_closest(ground):
    rail, holder, below = QPushButton("Rail"), QWidget(), field("below")
    rail.fetched = True
    inner, fields = QVBoxLayout(holder), [field(name) for name in "abc"]
    for each in fields:
        inner.addWidget(each)
    for each in (rail, holder, below):
        put(ground, each)
    for gone, after in ((fields[1], fields[2]), (fields[2], fields[0]), (fields[0], below)):
        gone.setFocus()
        gone.hide()
        assert QApplication.focusWidget() is after
    below.setEnabled(False)
    assert QApplication.focusWidget() is ground.save
    for gone in (ground.cancel, ground.save):
        gone.setFocus()
        gone.hide()
    assert QApplication.focusWidget() is rail


def test_tab_goes_on_from_what_a_click_alone_leads_to(ground):
    clicked, after = QWidget(), field("after")
    clicked.setFocusPolicy(Qt.FocusPolicy.ClickFocus)
    for each in (field("before"), clicked, after):
        put(ground, each)
    clicked.setFocus()
    press(ground, "Tab")
    assert QApplication.focusWidget() is after
    clicked.setFocus()
    press(ground, "Shift+Tab")
    assert QApplication.focusWidget().objectName() == "before"


def test_the_scroll_bars_that_others_hold_stay_theirs(ground):
    long, page = QScrollArea(), QWidget()
    page.setMinimumHeight(4000)
    long.setWidget(page)
    put(ground, long)
    bar = long.verticalScrollBar()
    press(ground, "Tab", "Tab", "Tab")
    assert bar.maximum() > 0
