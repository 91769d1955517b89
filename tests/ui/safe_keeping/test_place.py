"""The place itself: its parts by keys, its foot, its promise, and the way to it from Settings."""

import pytest

from ui.palette import Palette
from ui.place import Where
from ui.places.safe_keeping.help_text import parse, read_help
from ui.safe_parts import PARTS
from wibdesk.domain.backups import ALL_KEPT, DAILY_KEPT, WEEKLY_KEPT
from wibdesk.domain.bin import KEPT_FOR
from wibdesk.paths import resource


def test_each_part_has_its_key_and_the_arrows_go_through_them(clerk, board):
    clerk.go("safe_keeping")
    for number, (part, word, _) in enumerate(PARTS, start=1):
        clerk.press(f"Alt+{number}")
        assert clerk.place.shown == part
        assert clerk.window.windowTitle().startswith(word)
    clerk.press("Esc")
    assert "Parts of safe keeping" in clerk.at_key()
    clerk.press("Home", "Down")
    assert clerk.place.shown == "bin"
    assert "Parts of safe keeping" in clerk.at_key()


def test_a_note_names_the_part_and_the_last_one_is_shown_again(clerk, board):
    clerk.open("promise")
    clerk.go("meetings")
    clerk.go("safe_keeping")
    assert clerk.place.shown == "promise"


def test_in_a_narrow_window_the_parts_are_tabs(clerk, board):
    clerk.window.resize(640, 640)
    clerk.open("check")
    assert clerk.place.tabs.isVisible()
    assert not clerk.place.list.isVisible()
    clerk.press("Esc", "Right")
    assert clerk.place.shown == "passphrase"
    keys = clerk.place.keys()
    assert ("← →", "part") in keys
    assert ("Enter", "go into it") in keys
    clerk.press("Return")
    assert "Set a passphrase" in clerk.at_key()


def test_every_part_is_found_by_its_name_from_anywhere(clerk, board):
    clerk.go("meetings")
    clerk.press("Ctrl+K")
    clerk.type("bin")
    clerk.press("Return")
    assert (clerk.window.place.place_id, clerk.place.shown) == ("safe_keeping", "bin")
    clerk.press("Ctrl+K")
    clerk.type("safe keeping")
    # The one of before may still be about to go.
    (palette,) = [each for each in clerk.window.findChildren(Palette) if each.isVisible()]
    offered = [row.text for row in palette.list.row_model.rows]
    assert sorted(offered) == sorted(f"Go to {word}" for _, word, _ in PARTS)


@pytest.mark.parametrize("part", [part for part, _, _ in PARTS])
def test_every_part_tells_its_keys_and_has_something_that_takes_the_keyboard(clerk, board, part):
    clerk.open(part)
    keys = clerk.place.keys()
    assert keys[-1] == ("Ctrl K", "any command")
    assert ("Esc", "parts") in keys
    stops = clerk.place.panels()
    assert stops[0].isVisible()


def test_no_key_of_the_place_clashes_with_another(clerk, board):
    clerk.go("safe_keeping")
    assert clerk.context.commands.clashes() == []


def test_settings_lead_here(clerk, board):
    clerk.go("settings", Where(note="bin")).page.lines["bin"].choice.click()
    clerk.settle()
    assert clerk.at == "safe_keeping"
    assert clerk.place.shown == "bin"


def test_the_promise_is_shown_as_it_is_shipped(clerk, board):
    text = read_help("safe_keeping")
    clerk.open("promise")
    screen = clerk.screen()
    assert text.heading in screen
    for topic in text.topics:
        assert topic.heading in screen
        assert all(words in screen for words in topic.paragraphs)


def test_a_text_of_help_is_headings_and_paragraphs():
    made = parse("# One\n\nfirst\nline\n\n## Two\n\na\n\nb\n")
    assert (made.heading, made.lead) == ("One", ["first line"])
    assert [(topic.heading, topic.paragraphs) for topic in made.topics] == [("Two", ["a", "b"])]


def test_the_promise_says_what_the_desk_does():
    words = " ".join(resource("help/safe_keeping.md").read_text("utf-8").split())
    assert (ALL_KEPT.days, DAILY_KEPT.days, WEEKLY_KEPT.days) == (2, 30, 365)
    assert "every backup of the last two days, then one a day for a month, one a week for a year" in words
    assert f"after {KEPT_FOR.days} days" in words


def test_a_copy_to_read_has_no_backups_of_its_own(clerk, board):
    clerk.keeper.close()
    clerk.open("backups")
    assert "Backups are made of the register itself: open it to see them." in clerk.screen()
    assert clerk.part.backup() is None
    assert "Parts of safe keeping" in clerk.at_key()
    for part in (clerk.part.make_button, clerk.part.folder_button, clerk.part.note, clerk.part.card):
        assert not part.isVisible()
