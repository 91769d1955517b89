"""However the desk ends, it opens again at the same meeting, item and caret, with every word."""

import os
import subprocess
import sys
from pathlib import Path

from tests.journeys.clerk import WallClock
from tests.journeys.script import read_script, words_of

ROOT = Path(__file__).resolve().parents[2]
SCRIPT = read_script("sudden_end")


def test_a_window_closed_in_the_middle_of_a_word_opens_again_at_the_caret_with_every_word(open_desk, tmp_path):
    clerk = open_desk(tmp_path)
    clerk.play(SCRIPT)
    clerk.type("most caref")
    clerk.go_home()
    again = open_desk(tmp_path, clerk.wall)
    again.at("Minutes of item 3")
    again.see("Live 0 minutes")
    again.see("The minutes most caref")
    again.type("ully ")
    again.see("The minutes most carefully were read aloud.")
    assert_all_words(again)


def test_a_desk_that_was_killed_while_somebody_typed_opens_again_at_the_same_place(open_desk, tmp_path):
    command = [sys.executable, "-m", "tests.journeys.left_alone", str(tmp_path)]
    with subprocess.Popen(command, cwd=ROOT, stdout=subprocess.PIPE, text=True, env=os.environ) as desk:
        assert desk.stdout is not None
        assert desk.stdout.readline() == "typing on\n"
        desk.kill()
    assert desk.returncode != 0
    clock = WallClock()
    clock.move("4 May 2026 10:03")
    again = open_desk(tmp_path, clock)
    again.at("Minutes of item 3")
    again.see("Live 3 minutes")
    again.see("They were agreed.")
    again.type("also ")
    # What was typed on until the end stands before it, as much of it as there was.
    again.see("also were read aloud.")
    assert_all_words(again)


def test_a_desk_left_after_the_meeting_was_closed_opens_at_the_meetings(open_desk, tmp_path):
    clerk = open_desk(tmp_path)
    clerk.play(SCRIPT)
    clerk.press("Shift+F5 Ctrl+Return")
    clerk.see("The meeting closed at 10:00")
    clerk.go_home()
    again = open_desk(tmp_path, clerk.wall)
    again.see("Minutes in hand")
    again.at("Meetings")


def assert_all_words(clerk):
    """Look through the items of the meeting for every sentence of the script."""
    first, second, third, fourth = words_of(SCRIPT, "write")
    for words in (third.removeprefix("The minutes "), fourth):
        clerk.see(words)
    clerk.press("Ctrl+Up")
    clerk.see(second)
    clerk.press("Ctrl+Up")
    clerk.see(first)
