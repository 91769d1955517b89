"""Keys that come before the caret: letters wait for the sentence of the last meeting, and go nowhere else."""

import pytest

from tests.keys import press, type_words
from tests.ui.benches import Opened, in_the_room, register_with_meeting


@pytest.fixture
def folder(tmp_path, qapp):
    """A register whose meeting was in the room last."""
    register_with_meeting(tmp_path / "register.wibdesk")
    in_the_room(Opened(tmp_path)).close()
    return tmp_path


def test_what_is_typed_before_the_caret_stands_in_the_sentence(folder):
    opened = Opened(folder)
    type_words(opened.window, "The chair welcomd")
    press(opened.window, "Backspace")
    type_words(opened.window, "ed all.")
    opened.at("Minutes of item 1")
    editor = opened.window.place.panels()[0]
    opened.until(lambda: editor.toPlainText() == "The chair welcomed all.", "the words are there")
    opened.close()


def test_a_register_that_takes_long_to_open_says_what_the_window_waits_for(folder):
    opened = Opened(folder)
    opened.bench.opening.slow.timeout.emit()
    assert "Opening your register" in opened.screen()
    type_words(opened.window, "Late.")
    opened.at("Minutes of item 1")
    editor = opened.window.place.panels()[0]
    opened.until(lambda: editor.toPlainText() == "Late.", "the words are there")
    assert "Opening your register" not in opened.screen()
    opened.close()


def test_letters_are_no_commands_of_a_list_that_nobody_saw(folder):
    opened = Opened(folder)
    opened.context.settings.note(last_place="meetings")
    type_words(opened.window, "n")
    opened.ready()
    opened.at("Meetings")
    assert not opened.bench.early_keys.kept
    opened.close()


def test_a_place_that_was_gone_to_by_its_key_meanwhile_is_kept(folder):
    opened = Opened(folder)
    press(opened.window, "Ctrl+4")
    opened.ready()
    assert opened.window.place is opened.window.places["people"]
    opened.close()
