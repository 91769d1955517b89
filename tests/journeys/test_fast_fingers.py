"""Hands faster than the desk: no key is lost, none lands elsewhere, and undo takes back what was done last."""

import pytest
from PySide6.QtCore import QCoreApplication, QEvent, Qt
from PySide6.QtGui import QKeyEvent

from tests.journeys.script import read_script

PLAIN = Qt.KeyboardModifier.NoModifier
SENTENCES = [f"Sentence {number} was said by somebody at the table." for number in range(22)]


@pytest.fixture
def clerk(open_desk, tmp_path):
    """The clerk in a meeting that has just started, in its first item."""
    at_work = open_desk(tmp_path)
    at_work.play(step for step in read_script("sudden_end") if step.line <= STARTED)
    yield at_work
    at_work.go_home()


STARTED = next(step.line for step in read_script("sudden_end") if step.verb == "write") - 1


def queue(clerk, words):
    """Put keys into the queue of the window all at once, as a machine does that was busy for a while."""
    window = clerk.window.windowHandle()
    for letter in words:
        key = Qt.Key.Key_Return if letter == "\n" else 0
        for kind in (QEvent.Type.KeyPress, QEvent.Type.KeyRelease):
            QCoreApplication.postEvent(window, QKeyEvent(kind, key, PLAIN, "\r" if key else letter))


def test_a_thousand_keys_in_the_queue_arrive_in_order(clerk):
    words = "\n".join(SENTENCES)
    assert len(words) > 1000
    queue(clerk, words)
    clerk.see(" ".join(SENTENCES))
    clerk.press("Ctrl+Down Ctrl+Up")
    clerk.see(" ".join(SENTENCES))


def test_words_typed_at_once_after_going_to_another_item_land_in_it(clerk):
    clerk.type("First.")
    clerk.press("Ctrl+Down")
    clerk.type("Second.")
    clerk.press("Ctrl+Down")
    clerk.type("Third.")
    clerk.press("Ctrl+Tab")
    clerk.type(" Again.")
    clerk.at("Minutes of item 2")
    clerk.see("Second. Again.")
    clerk.press("Ctrl+Up")
    clerk.see("First.")
    clerk.press("Ctrl+G")
    clerk.type("3")
    clerk.press("Return")
    clerk.type(" And more.")
    clerk.see("Third. And more.")


def test_undo_in_the_sentence_takes_back_the_words_and_never_the_start_of_the_meeting(clerk):
    clerk.see("The meeting started at 10:00")
    clerk.type("wrong")
    clerk.press("Ctrl+Z")
    clerk.gone("wrong")
    clerk.press("Ctrl+Z Ctrl+Z Ctrl+Z")
    clerk.see("Live 0 minutes")
    clerk.press("Ctrl+Y")
    clerk.see("wrong")


def test_undo_in_the_sentence_takes_back_the_start_while_nothing_was_typed_yet(clerk):
    clerk.press("Ctrl+Z")
    clerk.see("Not started")
    clerk.press("Ctrl+Y")
    clerk.see("Live 0 minutes")


def test_the_facts_of_an_action_are_left_by_enter_and_by_esc_with_what_was_typed(clerk):
    clerk.type("Write to the schools.")
    clerk.press("Ctrl+Shift+A")
    clerk.at("Owners")
    clerk.type("Schools Forum")
    clerk.press("Escape")
    clerk.at("Minutes of item 1")
    clerk.see("owners Schools Forum")
    clerk.press("Ctrl+Return")
    clerk.at("Owners")
    clerk.press("Tab")
    clerk.type("June")
    clerk.press("Return")
    clerk.at("Minutes of item 1")
    clerk.see("due June 2026")
    clerk.press("End")
    clerk.type(" Soon.")
    clerk.see("Write to the schools. Soon.")


def test_a_key_pressed_twice_makes_one_meeting_and_asks_for_a_date_only_once(open_desk, tmp_path):
    clerk = open_desk(tmp_path)
    clerk.press("1")
    clerk.type("Dene Valley Forum")
    clerk.press("Ctrl+Return Ctrl+Return")
    clerk.at("Date")
    clerk.see("Dene Valley Forum")
    clerk.type("4 May 2026")
    clerk.press("Ctrl+Return Ctrl+Return")
    clerk.see("Item 6, Date of next meeting")
    clerk.press("Ctrl+1")
    clerk.see("1 meeting")
    clerk.go_home()
