"""From the first start to saved minutes by keys alone, guided: the promise of five minutes, counted in keys."""

from datetime import datetime

import pytest

from tests.journeys.papers import pdf_words, word_lines
from tests.journeys.screen import keyboard_place
from wibdesk import paths

SPOKEN = "The Chair welcomed members."
MOST_KEYS = 120
"""At two keys a second, which is slow, that is one minute: the rest of five minutes is for reading."""


@pytest.fixture
def own_data(monkeypatch, tmp_path):
    """Keep the demo register of this test apart from that of any other."""
    monkeypatch.setenv("XDG_DATA_HOME", str(tmp_path / "data"))
    monkeypatch.setenv("LOCALAPPDATA", str(tmp_path / "data"))


@pytest.fixture
def guided(own_data, open_desk, tmp_path, demo_of_today):
    """The desk on the demo register, come to by asking for the guide at the first start."""
    first = open_desk(tmp_path)
    first.at("Set up a body")
    first.press("3")
    first.typist.until(lambda: first.bench.next_start is not None, "the demo register is built")
    first.go_home()
    clerk = open_desk(tmp_path, first.wall, register=first.bench.next_start.register)
    clerk.typist.keys_pressed = first.typist.keys_pressed
    yield clerk
    clerk.go_home()


@pytest.fixture
def demo_of_today():
    """The wall clock shows the day that the demo is built for."""
    return datetime.now().astimezone()


def test_the_guide_leads_from_the_first_start_to_word_and_pdf(guided, demo_of_today):
    guided.wall.at = demo_of_today.replace(hour=9, minute=28)
    guided.see("Step 1 of 9")
    guided.at("Meetings")
    guided.press("Home Ctrl+Return")
    guided.see("Step 2 of 9")
    guided.at("Minutes of item")
    guided.press("F5")
    guided.see("Step 3 of 9")
    guided.press("Ctrl+E")
    for _ in range(5):
        guided.press("P Down")
    guided.see("Step 4 of 9")
    guided.press("Escape")
    guided.at("Minutes of item")
    guided.type(SPOKEN)
    guided.see("Step 5 of 9")
    guided.press("Return")
    line = next(line for line in guided.screen().splitlines() if "On a new line type: /a" in line)
    typed = line.partition("type: ")[2]
    guided.type(typed)
    guided.press("Return")
    guided.see("Step 6 of 9")
    line = next(line for line in guided.screen().splitlines() if "On a new line type: /in" in line)
    guided.type(line.partition("type: ")[2])
    guided.press("Return")
    guided.see("Step 7 of 9")
    guided.press("Shift+F5")
    guided.see("Read back before closing")
    guided.press("Ctrl+Return")
    guided.see("Step 8 of 9")
    guided.press("W")
    guided.see("Step 9 of 9")
    guided.press("P")
    guided.see("That was a whole meeting")
    word, pdf = next(guided.papers.glob("*.docx")), next(guided.papers.glob("*.pdf"))
    assert any(SPOKEN in line for line in word_lines(word))
    assert SPOKEN in pdf_words(pdf)
    assert guided.typist.keys_pressed < MOST_KEYS


def test_the_guide_is_left_by_its_key_and_taken_up_where_the_meeting_stands(guided, demo_of_today):
    guided.wall.at = demo_of_today.replace(hour=9, minute=28)
    guided.see("Step 1 of 9")
    guided.press("Home Ctrl+Return F5")
    guided.see("Step 3 of 9")
    here = keyboard_place()
    guided.press("Shift+F1")
    guided.gone("Step 3 of 9")
    assert keyboard_place() == here
    guided.press("Shift+F1")
    guided.see("Step 3 of 9")
    assert keyboard_place() == here
    guided.press("Ctrl+3")
    guided.see("back to the room")
    assert paths.demo_register().exists()
