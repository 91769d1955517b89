"""Commands work by key where they are meant to, single letters only in lists, and never two on one key."""

import pytest
from PySide6.QtWidgets import QWidget

from tests.keys import press, shown, type_words
from ui.commands import Command, Commands, is_single, sequence
from ui.lists import Row, RowDelegate, RowList
from ui.widgets.fields import LineField
from ui.widgets.labels import column, hold


def nothing():
    """Do nothing."""


@pytest.fixture
def desk(theme, qtbot):
    """A window with a field above a list."""
    field, rows = LineField(theme), RowList(theme, RowDelegate(theme), "Agenda")
    rows.set_rows([Row(row_id="1", text="Front door")])
    window = shown(qtbot, hold(column(theme, field, rows)))
    window.field, window.rows = field, rows
    return window


@pytest.mark.parametrize(
    ("shown_as", "qt"),
    [
        ("Ctrl K", "Ctrl+K"),
        ("Alt ↑", "Alt+Up"),
        ("Ctrl +", "Ctrl++"),
        ("Ctrl −", "Ctrl+-"),
        ("N", "N"),
        ("Shift F6", "Shift+F6"),
        ("Ctrl Shift Z", "Ctrl+Shift+Z"),
        ("/", "/"),
        ("Del", "Del"),
    ],
)
def test_keys_are_written_as_on_the_keyboard(shown_as, qt):
    assert sequence(shown_as).toString() == qt


def test_a_letter_works_while_its_list_has_the_keyboard_and_is_typed_elsewhere(desk, qtbot):
    done = []
    commands = Commands()
    commands.add(desk.rows, Command("new", "New item", ("N",), "agenda", lambda: done.append("new")))
    desk.field.setFocus()
    type_words(desk, "n")
    assert (desk.field.text(), done) == ("n", [])
    desk.rows.setFocus()
    press(desk, "N")
    assert (desk.field.text(), done) == ("n", ["new"])


def test_a_letter_of_a_list_is_pressed_as_a_capital_too_unless_that_is_a_key_of_its_own(desk, qtbot):
    done = []
    commands = Commands()
    for words, key in (("period", "P"), ("new", "N"), ("beside", "Shift N")):
        commands.add(desk.rows, Command(words, words, (key,), "agenda", lambda words=words: done.append(words)))
    desk.rows.setFocus()
    for key in ("P", "Shift+P", "N", "Shift+N"):
        press(desk, key)
    assert done == ["period", "period", "new", "beside"]


def test_a_page_made_before_it_stands_in_the_window_keeps_its_keys_to_itself(theme, qtbot):
    done = []
    page, inside, beside = QWidget(), LineField(theme), LineField(theme)
    Commands().add(page, Command("leave", "Leave", ("Esc",), "page", lambda: done.append("left")))
    page.setLayout(column(theme, inside))
    window = shown(qtbot, hold(column(theme, page, beside)))
    beside.setFocus()
    press(window, "Esc")
    assert done == []
    inside.setFocus()
    press(window, "Esc")
    assert done == ["left"]


def test_a_single_letter_outside_a_list_is_refused(desk):
    with pytest.raises(ValueError, match="single letter"):
        Commands().add(desk, Command("new", "New item", ("N",), "agenda", nothing))
    assert is_single("/")
    assert not is_single("↑")


def test_one_place_does_not_give_a_key_to_two_commands(desk):
    commands = Commands()
    commands.add(desk.rows, Command("new", "New item", ("N",), "agenda", nothing))
    with pytest.raises(ValueError, match="share a key"):
        commands.add(desk.rows, Command("next", "Next item", ("Ctrl L",), "agenda", nothing, also=("N",)))


def test_a_clash_between_a_window_and_a_list_inside_it_is_found(desk):
    commands = Commands()
    commands.add(desk, Command("find", "Find", ("Ctrl F",), "window", nothing))
    commands.add(desk.rows, Command("filter", "Filter", ("Ctrl F",), "agenda", nothing))
    assert [(one.command_id, two.command_id) for one, two in commands.clashes()] == [("find", "filter")]


def test_a_command_that_would_do_nothing_is_neither_run_nor_offered(desk):
    done, may = [], [False]
    commands = Commands()
    command = Command("close", "Close the meeting", ("Ctrl L",), "window", lambda: done.append(1), when=lambda: may[0])
    commands.add(desk, command)
    desk.field.setFocus()
    press(desk, "Ctrl+L")
    assert (done, commands.at_hand(), commands.run("close")) == ([], [], False)
    may[0] = True
    press(desk, "Ctrl+L")
    assert commands.run("close")
    assert (len(done), commands.at_hand()) == (2, [command])


def test_commands_of_what_is_out_of_sight_are_not_at_hand(desk):
    commands = Commands()
    commands.add(desk.rows, Command("new", "New item", ("N",), "agenda", nothing))
    commands.add(desk, Command("find", "Find", ("Ctrl F",), "window", nothing))
    assert [command.command_id for command in commands.at_hand()] == ["new", "find"]
    desk.rows.hide()
    assert [command.command_id for command in commands.at_hand()] == ["find"]


def test_what_is_only_typed_is_on_the_card_but_not_in_the_palette(desk):
    commands = Commands()
    commands.add(desk, Command("slash-a", "action: who, what, by when", ("/a",), "type in the sentence"))
    assert commands.at_hand() == []
    assert [command.keys for command in commands.on_card()["type in the sentence"]] == [("/a",)]


def test_removed_commands_are_forgotten_and_their_keys_are_free(desk):
    done = []
    commands = Commands()
    commands.add(desk, Command("find", "Find", ("Ctrl L",), "window", lambda: done.append(1)))
    commands.remove(desk)
    desk.field.setFocus()
    press(desk, "Ctrl+L")
    assert (done, commands.at_hand(), commands.clashes()) == ([], [], [])


def test_commands_of_a_widget_that_is_gone_are_forgotten(desk, qtbot):
    commands = Commands()
    owner = QWidget(desk)
    owner.show()
    commands.add(owner, Command("find", "Find", ("Ctrl F",), "window", nothing))
    assert len(commands.at_hand()) == 1
    owner.deleteLater()
    qtbot.waitUntil(lambda: commands.at_hand() == [])
