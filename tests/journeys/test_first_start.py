"""The first minutes with the desk: the look, the demo register, and every place answering to its keys."""

import pytest

from tests.journeys.screen import keyboard_place
from wibdesk import paths

PLACES = (
    ("Ctrl+1", "Coming up"),
    ("Ctrl+2", "Agenda"),
    ("Ctrl+3", "Action log"),
    ("Ctrl+4", "People"),
    ("Ctrl+5", "Norbury Children's Services Improvement Plan"),
    ("Ctrl+6", "Show as tables"),
    ("Ctrl+7", "Page 1 of"),
    ("Ctrl+8", "Backups"),
    ("Ctrl+9", "Colours"),
)


@pytest.fixture
def own_data(monkeypatch, tmp_path):
    """Keep the demo register of this test apart from that of any other."""
    monkeypatch.setenv("XDG_DATA_HOME", str(tmp_path / "data"))
    monkeypatch.setenv("LOCALAPPDATA", str(tmp_path / "data"))


@pytest.fixture
def demo_desk(own_data, open_desk, tmp_path):
    """The desk on the demo register, come to from the first start by one key."""
    first = open_desk(tmp_path)
    first.at("Set up a body")
    first.press("2")
    first.at("Try the demo register")
    first.see("Building the demo register")
    first.press("2")
    first.typist.until(lambda: first.bench.next_start is not None, "the demo register is built")
    first.go_home()
    assert first.bench.next_start.register == paths.demo_register()
    clerk = open_desk(tmp_path, first.wall, register=first.bench.next_start.register)
    yield clerk
    clerk.go_home()


def test_text_size_and_colours_are_chosen_by_keys_and_kept(open_desk, tmp_path):
    clerk = open_desk(tmp_path)
    clerk.press("Ctrl+= Ctrl+=")
    clerk.see("Text size 150 %")
    assert clerk.window.theme.scale == 1.5
    clerk.press("Ctrl+-")
    clerk.see("Text size 125 %")
    clerk.press("Tab Tab Tab Tab")
    light = clerk.window.grab().toImage().pixelColor(5, 400)
    clerk.press("Right Right")
    clerk.typist.until(lambda: clerk.window.theme.choice == "dark", "the colours are dark")
    assert clerk.window.grab().toImage().pixelColor(5, 400).lightness() < light.lightness() / 2
    clerk.go_home()
    again = open_desk(tmp_path)
    assert (again.window.theme.choice, again.window.theme.scale) == ("dark", 1.25)
    assert again.window.grab().toImage().pixelColor(5, 400).lightness() < light.lightness() / 2


def test_a_body_begun_while_the_demo_is_built_is_not_closed_under_the_hands(own_data, open_desk, tmp_path):
    clerk = open_desk(tmp_path)
    clerk.press("2 1")
    clerk.at("Name of the body")
    clerk.type("Dene Valley Forum")
    clerk.see("The demo register is ready")
    clerk.see("Dene Valley Forum")
    assert clerk.window.isVisible()


def test_every_place_of_the_demo_answers_to_its_keys(demo_desk):
    demo_desk.see("Coming up")
    demo_desk.press("Ctrl+Return")
    demo_desk.at("Minutes of item")
    for key, shown in PLACES:
        demo_desk.press(key)
        demo_desk.see(shown)
        assert_panels_go_round(demo_desk)
        assert_palette_and_card_come_and_go(demo_desk)


def assert_panels_go_round(clerk):
    """Press F6 until the keyboard is where it was; it was somewhere else in between and never nowhere."""
    start = keyboard_place()
    visited = []
    while len(visited) < 12 and start not in visited:
        clerk.press("F6")
        visited.append(keyboard_place())
    assert visited[-1] == start, f"F6 does not lead back to {start}: {visited}"
    assert len(visited) > 1, f"F6 leads nowhere from {start}"
    assert "nowhere" not in visited


def assert_palette_and_card_come_and_go(clerk):
    """Open the palette and the card of keys; each gives the keyboard back to where it was."""
    start = keyboard_place()
    clerk.press("Ctrl+K")
    clerk.see("Go to People")
    assert keyboard_place() != start
    clerk.press("Escape")
    assert keyboard_place() == start
    clerk.press("Ctrl+/")
    clerk.see("Keys in")
    clerk.press("Escape")
    clerk.gone("Keys in")
    assert keyboard_place() == start
