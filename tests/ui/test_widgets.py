"""The widgets answer to keys, say their names, grow with the text and tell what the clerk did."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QAccessible, QPalette
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QToolButton, QWidget

from tests.keys import press, shown, type_words
from tests.screens.reading import Seen, painted
from ui.widgets.banner import Banner
from ui.widgets.button import Button
from ui.widgets.chips import FilterChip
from ui.widgets.choice import Choice, LargeChoice, Tick
from ui.widgets.empty import Empty
from ui.widgets.fields import DropField, Field, LineField, TextField
from ui.widgets.form import Form
from ui.widgets.key_bar import KeyBar, Keys
from ui.widgets.labels import Label, column, hold, row
from ui.widgets.rail import Rail
from ui.widgets.status import StatusItem
from ui.widgets.tabs import Tabs
from ui.widgets.title_bar import TitleBar
from ui.widgets.toast import Toast
from wibdesk.language import SPOKEN

SIZES = (("1", "100 %"), ("2", "125 %"), ("3", "150 %"), ("4", "200 %"))
PLACES = (("meetings", "Meetings", "calendar-days"), ("room", "Room", "notebook-pen"))


def spoken(widget):
    """What a screen reader says of a widget, asked of Qt as a reader asks."""
    return QAccessible.queryAccessibleInterface(widget).text(QAccessible.Text.Name)


def picture(widget):
    return widget.grab().toImage()


def room_of(widget):
    """The width and height that a widget asks for, added up."""
    wished = widget.sizeHint().expandedTo(widget.minimumSize())
    return wished.width() + wished.height()


def every_widget(theme):
    """One of each, for what must hold of all of them."""
    rail = Rail(theme, PLACES, [("settings", "Settings", "settings")])
    rail.set_live("0:47")
    tabs = Tabs(theme, [("open", "Open"), ("all", "All")])
    tabs.set_counts({"open": 8})
    return [
        Label(theme, "Some words", "heading"),
        Button(theme, "Open the room", "primary", key="Enter"),
        Button(theme, "Remove item", danger=True, icon="trash-2"),
        Button(theme, "Filter", "quiet", icon="filter"),
        FilterChip(theme, "Any owner", on=True),
        Choice(theme, SIZES, "2", name="Text size"),
        Tick(theme, "Carry into the next meeting", on=True),
        LargeChoice(theme, "building-2", "Set up a body", "Its name and members.", "1"),
        Empty(theme, "No actions yet", "An action appears here.", keys=[("N", "here")]),
        LineField(theme, "I Nolan", icon="user-round", key="/"),
        DropField(theme, [("a", "Discussion"), ("b", "Decision")], "b"),
        TextField(theme, "Some words"),
        Form(theme, "New action", "Save the action"),
        KeyBar(theme, [("N", "new"), ("Ctrl K", "any command")]),
        Keys(theme, [("Esc", "back")]),
        rail,
        StatusItem(theme, "Live 0:47", pill=True),
        StatusItem(theme, "Saved 10:17:03", icon="hard-drive"),
        tabs,
        TitleBar(theme, "Action log", "Norbury", buttons=[Button(theme, "New action")]),
        Banner(theme, "Not saved", "Your words are safe.", [Button(theme, "Try now")]),
        Toast(theme, "Action 3.2 recorded", lambda: None),
    ]


def test_every_widget_looks_different_in_the_dark_and_grows_with_the_text(theme, qtbot):
    for widget in every_widget(theme):
        shown(qtbot, widget, 320, 120)
        widget.adjustSize()
        before, room = picture(widget), room_of(widget)
        theme.switch("dark")
        assert picture(widget) != before, type(widget).__name__
        theme.switch("light", 2.0)
        assert room_of(widget) > room, type(widget).__name__
        theme.switch("light", 1.0)
        assert room_of(widget) == room, type(widget).__name__
        widget.close()


def test_gaps_between_things_grow_with_the_text(theme, qtbot):
    line = row(theme, QWidget(), 12, QWidget(), spacing=8, margins=(4, 0, 4, 0))
    holder = hold(line)
    qtbot.addWidget(holder)
    narrow = line.sizeHint().width()
    theme.switch(scale=2.0)
    assert line.sizeHint().width() == 2 * narrow


@pytest.mark.parametrize("key", ["Return", "Space", "Enter"])
def test_a_button_is_pressed_by_enter_and_space(theme, qtbot, key):
    button = shown(qtbot, Button(theme, "Close the meeting", key="Ctrl Enter"))
    button.setFocus()
    with qtbot.waitSignal(button.clicked):
        press(button, key)
    assert spoken(button) == "Close the meeting"
    assert button.accessibleDescription() == "Key Ctrl Enter"


def test_the_focus_is_seen_on_everything_that_takes_it(theme, qtbot):
    for widget in every_widget(theme):
        if widget.focusPolicy() == Qt.FocusPolicy.NoFocus and widget.focusProxy() is None:
            continue
        other = LineField(theme)
        pane = shown(qtbot, hold(column(theme, other, widget)), 400, 300)
        other.setFocus()
        before = picture(widget)
        widget.setFocus()
        qtbot.waitUntil(lambda w=widget: (w.focusProxy() or w).hasFocus())
        assert picture(widget) != before, type(widget).__name__
        pane.close()


def test_the_arrow_keys_choose_and_tell(theme, qtbot):
    choice = shown(qtbot, Choice(theme, SIZES, "1", name="Text size"))
    choice.setFocus()
    with qtbot.waitSignal(choice.picked) as told:
        press(choice, "Right")
    assert told.args == ["2"]
    assert choice.chosen() == "2"
    press(choice, "Left")
    assert choice.chosen() == "1"


def test_choices_go_below_one_another_where_it_is_narrow(theme, qtbot):
    choice = shown(qtbot, Choice(theme, SIZES, "1", name="Text size"), 500, 40)
    tops = {segment.y() for segment in choice.segments}
    assert len(tops) == 1
    choice.resize(choice.minimumSizeHint().width(), choice.heightForWidth(choice.minimumSizeHint().width()))
    qtbot.waitUntil(lambda: len({segment.y() for segment in choice.segments}) == 4)
    assert choice.rect().contains(choice.segments[-1].geometry())


def test_a_field_is_named_by_its_caption_and_says_its_trouble(theme, qtbot):
    field = shown(qtbot, Field(theme, "Due", LineField(theme), "A date or a meeting."))
    assert spoken(field.widget) == "Due"
    assert field.widget.accessibleDescription() == "A date or a meeting."
    field.set_trouble("31 Sep 2026, no such day, kept as typed")
    assert field.note.text() == "31 Sep 2026, no such day, kept as typed"
    assert field.widget.accessibleDescription() == "31 Sep 2026, no such day, kept as typed"
    assert field.note.palette().color(QPalette.ColorRole.WindowText) == theme.bad
    field.set_trouble()
    assert field.note.text() == "A date or a meeting."


def test_the_ink_of_a_label_stays_when_it_comes_into_another_widget(theme, qtbot):
    label = Label(theme, "Not saved", "small", "muted")
    inner = hold(column(theme, label))
    label.set_colour("bad")
    outer = shown(qtbot, hold(column(theme, inner)))
    assert outer.isAncestorOf(label)
    assert label.palette().color(QPalette.ColorRole.WindowText) == theme.bad


def test_words_are_never_taken_for_markup(theme, qtbot):
    label = shown(qtbot, Label(theme, "<b>bold</b>"))
    assert label.textFormat() == Qt.TextFormat.PlainText


def test_a_drop_field_tells_the_id_and_keeps_it_when_its_options_change(theme, qtbot):
    drop = shown(qtbot, DropField(theme, [("a", "Discussion"), ("b", "Decision")]))
    drop.setFocus()
    with qtbot.waitSignal(drop.picked) as told:
        press(drop, "Down")
    assert told.args == ["b"]
    drop.set_options([("c", "Information"), ("b", "Decision")])
    assert drop.chosen() == "b"


def test_enter_goes_through_a_form_and_the_last_enter_saves(theme, qtbot):
    form = shown(qtbot, Form(theme, "New action", "Save the action", width=None))
    owner, due = LineField(theme), LineField(theme)
    form.add("Owner", owner)
    form.add("Due", due)
    form.start()
    type_words(form, "I Nolan")
    press(form, "Return")
    assert due.hasFocus()
    with qtbot.waitSignal(form.saved):
        press(form, "Return")
    assert owner.text() == "I Nolan"


@pytest.mark.parametrize("widget_type", [LineField, TextField, DropField])
def test_ctrl_enter_saves_a_form_once_from_any_field(theme, qtbot, widget_type):
    form = shown(qtbot, Form(theme, "New action", "Save the action", width=None))
    field = widget_type(theme)
    form.add("What", field)
    form.add("Due", LineField(theme))
    saved = []
    form.saved.connect(lambda: saved.append(1))
    field.setFocus()
    press(form, "Ctrl+Return")
    assert saved == [1]


def test_esc_leaves_a_form(theme, qtbot):
    form = shown(qtbot, Form(theme, "New action", "Save the action", width=None))
    form.add("Owner", LineField(theme))
    form.start()
    with qtbot.waitSignal(form.cancelled):
        press(form, "Esc")


def test_tabs_move_by_arrow_and_carry_their_counts(theme, qtbot):
    tabs = shown(qtbot, Tabs(theme, [("open", "Open"), ("closed", "Closed")]))
    tabs.set_counts({"open": 8})
    assert tabs.tabText(0) == "Open  8"
    tabs.setFocus()
    press(tabs, "Right")
    assert tabs.current() == "closed"


def test_tabs_stand_closer_where_there_is_little_room_and_none_is_cut(theme, qtbot):
    tabs = shown(qtbot, Tabs(theme, [("open", "Not closed"), ("accept", "Done, to accept"), ("all", "All")]))
    wished = tabs.sizeHint().width()
    for width, last in ((wished + 40, wished), (wished - 24, wished - 24)):
        tabs.resize(width, 38)
        assert tabs.tabRect(2).right() + 1 == last
    assert tabs.sizeHint().width() == wished


def test_the_arrows_of_tabs_without_room_are_named_in_the_language_that_is_spoken(theme, qtbot):
    SPOKEN.speak(lambda words, _meaning, _number: words.upper())
    try:
        tabs = shown(qtbot, Tabs(theme, [("open", "Open"), ("closed", "Closed")]))
        arrows = {arrow.accessibleName() for arrow in tabs.findChildren(QToolButton)}
    finally:
        SPOKEN.speak(None)
    assert arrows == {"VIEWS BEFORE", "VIEWS AFTER"}


def test_tabs_leave_their_figures_out_before_a_word_is_cut(theme, qtbot):
    tabs = shown(qtbot, Tabs(theme, [("open", "Not closed"), ("accept", "Done, to accept"), ("all", "All")]))
    tabs.set_counts({"open": 35, "accept": 14, "all": 44})
    tabs.resize(tabs.sizeHint().width() // 2 + 60, 38)
    assert [tabs.tabText(n) for n in range(3)] == ["Not closed", "Done, to accept", "All"]
    assert tabs.tabRect(2).right() < tabs.width()
    tabs.resize(tabs.sizeHint().width(), 38)
    assert [tabs.tabText(n) for n in range(3)] == ["Not closed  35", "Done, to accept  14", "All  44"]


def test_the_buttons_of_a_form_stand_side_by_side_where_both_have_the_room(theme, qtbot):
    form = shown(qtbot, Form(theme, "New action", "Save the action", width=None), 700, 300)
    save, cancel = form.save_button, form.cancel_button
    qtbot.waitUntil(lambda: save.y() == cancel.y())
    form.resize(save.width() + 60, 300)
    qtbot.waitUntil(lambda: save.geometry().bottom() < cancel.y())
    form.resize(700, 300)
    qtbot.waitUntil(lambda: save.geometry().right() < cancel.x())


def test_the_rail_leads_to_places_by_click_and_by_key(theme, qtbot):
    rail = shown(qtbot, Rail(theme, PLACES, [("settings", "Settings", "settings")]), 76, 500)
    with qtbot.waitSignal(rail.wished) as told:
        QTest.mouseClick(rail.entries["room"], Qt.MouseButton.LeftButton)
    assert told.args == ["room"]
    rail.entries["settings"].setFocus()
    with qtbot.waitSignal(rail.wished) as told:
        press(rail, "Return")
    assert told.args == ["settings"]


def test_the_rail_says_that_a_meeting_is_live(theme, qtbot):
    rail = shown(qtbot, Rail(theme, PLACES), 76, 500)
    rail.set_current("meetings")
    before = picture(rail)
    rail.set_live("0:47")
    assert spoken(rail.entries["room"]) == "Room, live 0:47"
    assert picture(rail) != before
    rail.set_live(None)
    assert spoken(rail.entries["room"]) == "Room"


def test_the_rail_keeps_every_place_in_a_low_window_with_large_text(theme, qtbot):
    theme.switch(scale=2.0)
    places = [(str(number), f"Place {number}", "users") for number in range(7)]
    rail = shown(qtbot, Rail(theme, places, [("settings", "Settings", "settings")]), 152, 640)
    assert rail.minimumSizeHint().height() <= 640
    assert all(rail.rect().contains(entry.geometry()) for entry in rail.entries.values())


def test_the_key_bar_always_shows_its_last_pair(theme, qtbot):
    pairs = [("Ctrl ↑ ↓", "item"), ("/a", "action"), ("F6", "next panel"), ("Ctrl K", "any command")]
    bar = shown(qtbot, KeyBar(theme, pairs), 1280, 32)
    assert bar.fitting() == pairs
    bar.resize(420, 32)
    assert bar.fitting()[-1] == pairs[-1]
    assert len(bar.fitting()) < len(pairs)
    assert "Ctrl K any command" in spoken(bar)


def test_at_the_single_layout_the_key_bar_keeps_three(theme, qtbot):
    theme.switch(scale=2.0)
    bar = shown(qtbot, KeyBar(theme, [(key, "") for key in "ABCDE"]), 1280, 64)
    assert [key for key, _ in bar.fitting()] == ["A", "B", "E"]


def test_a_fact_of_the_header_changes_and_does_not_move(theme, qtbot):
    fact = shown(qtbot, StatusItem(theme, "Saved 9:17:03", icon="hard-drive", sample="Saved 00:00:00"))
    width = fact.sizeHint().width()
    fact.show_fact("Saved 10:17:03")
    assert fact.sizeHint().width() == width
    fact.show_fact("Quorum 6/5", "met", spoken="Quorum met, 6 of 5 needed")
    assert spoken(fact) == "Quorum met, 6 of 5 needed"


def test_a_note_that_has_not_the_room_it_needs_is_left_away_whole(theme, qtbot):
    fact = shown(qtbot, StatusItem(theme, "Quorum 5/5", icon="users"))
    fact.show_fact("Quorum 5/5", "no one may leave")
    for width, told in ((fact.sizeHint().width(), True), (fact.sizeHint().width() - 20, False)):
        fact.setFixedWidth(width)
        seen = Seen()
        with painted(seen):
            fact.grab()
        assert ("no one may leave" in seen.words) is told


def test_a_toast_undoes_once(theme, qtbot):
    undone = []
    toast = shown(qtbot, Toast(theme, "Action 3.2 recorded", lambda: undone.append(1)))
    with qtbot.waitSignal(toast.gone):
        QTest.mouseClick(toast.button, Qt.MouseButton.LeftButton)
    toast.take_back()
    assert undone == [1]


def test_a_toast_stays_inside_the_width_it_is_given(theme, qtbot):
    toast = shown(qtbot, Toast(theme, "A very long sentence about what was done " * 5, lambda: None))
    toast.fit(400)
    assert toast.width() == 400
    assert toast.rect().contains(toast.button.geometry())


def test_the_words_of_a_toast_go_on_in_a_second_line_before_they_are_cut(theme, qtbot):
    toast = shown(qtbot, Toast(theme, "Professor Wilhelmina Featherstonehaugh left at 16:55, item 5", lambda: None))
    toast.fit(2000)
    one = toast.height()
    toast.fit(400)
    assert toast.height() > one
    assert toast.said.height() >= toast.said.heightForWidth(toast.said.width())


def test_a_large_choice_is_taken_by_enter_and_says_its_reason(theme, qtbot):
    choice = shown(qtbot, LargeChoice(theme, "building-2", "Set up a body", "Its name and members.", "1"))
    choice.setFocus()
    with qtbot.waitSignal(choice.clicked):
        press(choice, "Return")
    assert choice.accessibleDescription() == "Its name and members. Key 1"
