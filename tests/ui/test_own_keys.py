"""The clerk gives commands keys of their own in the palette; they hold from then on, and built-in ones come back."""

import pytest
from PySide6.QtWidgets import QLabel, QWidget

from tests.keys import press, type_words
from tests.ui.clerk import Clerk, Elsewhere
from ui.commands import Command, Commands
from ui.lists import RowList
from ui.main_window import PlaceEntry
from ui.own_keys import fault_of
from ui.places.settings import SettingsPlace
from ui.widgets.button import Button
from wibdesk.desk import Desk
from wibdesk.settings import Settings

PLACES = (
    PlaceEntry("elsewhere", "Elsewhere", "notebook-pen", Elsewhere),
    PlaceEntry("settings", "Settings", "settings", SettingsPlace, "foot"),
)


@pytest.fixture
def done():
    return []


@pytest.fixture
def clerk(qtbot, theme, tmp_path):
    desk = Desk(tmp_path / "register.wibdesk")
    desk.opened.result(30)
    made = Clerk(qtbot, theme, desk, PLACES, settings=Settings(tmp_path / "settings.json"))
    yield made
    made.go_home()
    desk.close()


@pytest.fixture
def window(clerk, done):
    """A window with a command and a button that shows its key."""
    clerk.go("elsewhere")
    window, place = clerk.window, clerk.place
    window.context.commands.add(
        place,
        Command("times", "Put the times right", ("Alt Enter",), "room", lambda: done.append("times")),
        Command("notes", "See the notes", ("Ctrl H",), "room", lambda: done.append("notes")),
    )
    window.button = Button(window.theme, "Notes", key="Ctrl H")
    window.button.setParent(place)
    window.button.show()
    return window


def ask(window, words, *answers):
    press(window, "Ctrl+K")
    type_words(window, words)
    press(window, "F2", *answers)


def said(window):
    return " ".join(label.text() for label in window.findChildren(QLabel) if label.isVisible())


def test_a_key_given_in_the_palette_works_at_once_and_is_remembered(clerk, window, done):
    ask(window, "see the notes", "Ctrl+Shift+9")
    assert "Ctrl Shift 9" in [
        key for row in window.findChildren(RowList)[-1].row_model.rows for key in row.command.keys
    ]
    press(window, "Esc", "Ctrl+Shift+9", "Ctrl+H")
    assert done == ["notes"]
    clerk.context.settings.settle(5)
    assert Settings(clerk.context.settings.path).now.keys == {"notes": "Ctrl Shift 9"}


def test_what_shows_the_key_shows_the_new_one(window):
    before = window.button.sizeHint().width()
    ask(window, "see the notes", "Ctrl+Shift+9", "Esc")
    assert window.key_now(window.button, "Ctrl H") == "Ctrl Shift 9"
    assert window.button.sizeHint().width() > before


@pytest.mark.parametrize(
    ("pressed", "words"),
    [
        ("Alt+Return", "Alt Enter is taken here: put the times right."),
        ("Ctrl+1", "is taken here"),
        ("Q", "alone would be typed"),
        ("Shift+Q", "would be typed"),
        ("Ctrl+Alt+Q", "type letters on some keyboards"),
        ("Ctrl+C", "Ctrl C is needed"),
        ("Return", "Enter is needed"),
        ("Pause", "Pause would be typed, or is needed elsewhere"),
    ],
)
def test_a_key_that_cannot_be_given_is_refused_in_words_and_asked_for_again(window, done, pressed, words):
    ask(window, "see the notes", pressed)
    assert words in said(window)
    press(window, "F8", "Esc", "F8")
    assert done == ["notes"]


def test_esc_leaves_the_key_and_the_palette_open(window, done):
    ask(window, "see the notes", "Esc")
    assert "Commands" in [rows.accessibleName() for rows in window.findChildren(RowList) if rows.isVisible()]
    press(window, "Esc", "Ctrl+H")
    assert done == ["notes"]


def test_del_takes_the_key_away_and_backspace_brings_the_built_in_one_back(window, done):
    ask(window, "see the notes", "Del", "Esc", "Ctrl+H")
    assert done == []
    assert window.key_now(window.button, "Ctrl H") == ""
    ask(window, "see the notes", "Backspace", "Esc", "Ctrl+H")
    assert done == ["notes"]


def test_the_built_in_keys_are_put_back_in_the_settings(clerk, window, done):
    ask(window, "see the notes", "F8", "Esc")
    clerk.go("settings")
    (button,) = [b for b in clerk.place.findChildren(Button) if b.text() == "Put the built-in keys back"]
    assert button.isEnabled()
    button.click()
    assert not button.isEnabled()
    clerk.go("elsewhere")
    press(window, "F8", "Ctrl+H")
    assert done == ["notes"]


def test_keys_given_before_hold_when_a_place_is_made(qtbot, theme, done):
    owner = QWidget()
    qtbot.addWidget(owner)
    commands = Commands(own_keys={"notes": "Ctrl T"})
    commands.add(owner, Command("notes", "See the notes", ("Ctrl H",), "room", lambda: done.append("notes")))
    commands.add(owner, Command("time", "Put in the time", ("Ctrl T",), "room", lambda: done.append("time")))
    owner.show()
    owner.activateWindow()
    qtbot.waitUntil(owner.isActiveWindow)
    owner.setFocus()
    press(owner, "Ctrl+T", "Ctrl+H")
    assert done == ["notes"]
    assert "taken" in fault_of("Ctrl T", commands.built_in["time"], commands)


@pytest.mark.parametrize("key", ["A", "Enter", "Ctrl V", "Ctrl Alt Q", "Esc", "no such key"])
def test_a_key_written_into_the_settings_by_hand_that_typing_needs_counts_for_nothing(qtbot, done, key):
    owner = QWidget()
    qtbot.addWidget(owner)
    commands = Commands(own_keys={"notes": key, "time": "F8"})
    commands.add(owner, Command("notes", "See the notes", ("Ctrl H",), "room", lambda: done.append("notes")))
    assert commands.own_keys == {"time": "F8"}
    assert commands.built_in["notes"].keys == commands.owned[0][1].keys == ("Ctrl H",)
