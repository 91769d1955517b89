"""The first minutes with the desk: the look, the demo register, and every place answering to its keys."""

import pytest

from tests.journeys.screen import keyboard_place
from wibdesk import paths


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
    clerk.press("Tab Tab Tab")
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


@pytest.mark.parametrize(
    ("key", "shown"),
    [
        ("Ctrl+1", "Coming up"),
        ("Ctrl+2", "Agenda"),
        ("Ctrl+3", "Action log"),
        ("Ctrl+4", "People"),
        ("Ctrl+5", "Page 1 of"),
        ("Ctrl+6", "Colours"),
    ],
)
def test_every_place_of_the_demo_answers_to_its_keys(demo_desk, key, shown):
    demo_desk.see("Coming up")
    demo_desk.press("Ctrl+Return")
    demo_desk.at("Minutes of item")
    demo_desk.press(key)
    demo_desk.see(shown)
    start = keyboard_place()
    visited = {start}
    for _ in range(12):
        demo_desk.press("F6")
        visited.add(keyboard_place())
    assert len(visited) > 1, "F6 goes nowhere"
    assert start in visited
    assert "nowhere" not in visited
    demo_desk.press("Ctrl+K")
    demo_desk.see("Go to People")
    demo_desk.press("Escape F1")
    demo_desk.see("Find any command")
    here = demo_desk.window.theme.choice
    demo_desk.press("Escape")
    demo_desk.gone("Keys in")
    for theme in ("dark", "high_contrast", here):
        demo_desk.window.theme.switch(theme)
        demo_desk.typist.settle()
    assert keyboard_place() != "nowhere"
