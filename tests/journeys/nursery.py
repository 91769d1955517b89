"""Desks to be killed, one after the other: all that they need is loaded once, so that each is at work in no time.

A line with a folder and a seed on the standard input begets a desk, a process of its own. It opens its window as on any
other day, types until it is killed, and tells after each key what is on the screen: a line of JSON with its process,
the time (monotonic seconds), where the keyboard is, what follows the caret in its line, whether every word is whole,
and the words of the minutes.
"""

import gc
import json
import os
import sys
import time
from pathlib import Path
from random import Random

from PySide6.QtWidgets import QApplication

from tests.journeys.clerk import Clerk, WallClock
from tests.journeys.resting import rest
from tests.journeys.screen import keyboard_place
from ui.editor.minute_editor import MinuteEditor
from ui.places.room import RoomPlace
from wibdesk.desk import Desk
from wibdesk.services import bodies, meetings
from wibdesk.store.database import Database
from wibdesk.store.session import Session

LOADED = (RoomPlace, Desk, Database, Session, bodies, meetings)
PAUSE = 8
"""Milliseconds between two letters: ten times as fast as a clerk."""
SYLLABLES = "ba de fi go lu ma ne pi ro su ta ve".split()


def word(number: int) -> str:
    """Return a word of its own for a number."""
    told = ""
    while number:
        number, least = divmod(number, len(SYLLABLES))
        told += SYLLABLES[least]
    return told


class Typing:
    """A clerk in a live meeting: words, mostly, and what comes between them."""

    def __init__(self, clerk: Clerk, seed: int) -> None:
        self.clerk, self.rng = clerk, Random(seed)
        self.number = 1 + seed * 1_000

    def go_on(self) -> None:
        """Do the next thing, telling what is on the screen after each key."""
        chance = self.rng.random()
        if chance < 0.80:
            self.number += 1
            for letter in word(self.number):
                self.clerk.typist.type(letter)
                self.tell(whole=False)
                rest(PAUSE)
            self.press("Space")
        elif chance < 0.86:
            self.press("Return")
        elif chance < 0.91:
            self.press(self.rng.choice(("Ctrl+Down", "Ctrl+Up")))
        elif chance < 0.97:
            self.press(self.rng.choice(("Ctrl+Left", "Ctrl+Left", "End", "Ctrl+End")))
        else:
            self.press("Ctrl+E", self.rng.choice("PA"), "Esc")

    def press(self, *chords: str) -> None:
        """Press keys, and tell what is on the screen when the keyboard is in the minutes again."""
        self.clerk.typist.press(*chords)
        self.clerk.at("Minutes of item")
        self.tell()
        rest(PAUSE)

    def tell(self, *, whole: bool = True) -> None:
        """Say what is on the screen."""
        sheet = QApplication.focusWidget()
        assert isinstance(sheet, MinuteEditor)
        caret = sheet.textCursor()
        after = caret.block().text()[caret.positionInBlock() :].rstrip()
        told = (os.getpid(), time.monotonic(), keyboard_place(), after, whole, sheet.toPlainText())
        os.write(1, json.dumps(told).encode() + b"\n")


def type_until_killed(folder: Path, seed: int) -> None:
    """Open the desk where it was left and type."""
    application = QApplication([])
    clerk = Clerk(folder, WallClock(), size=(1280, 800))
    clerk.at("Minutes of item")
    typing = Typing(clerk, seed)
    typing.tell(whole=False)
    clerk.type(" ")
    while application.topLevelWidgets():
        typing.go_on()


def main() -> None:
    """Beget desks until nobody asks for another; `gone` tells that one has ended."""
    gc.freeze()
    for line in sys.stdin:
        seed, _, folder = line.strip().partition(" ")
        desk = os.fork()
        if not desk:
            try:
                type_until_killed(Path(folder), int(seed))
            finally:
                os._exit(1)
        _, status = os.waitpid(desk, 0)
        os.write(1, json.dumps(["gone", os.WTERMSIG(status)]).encode() + b"\n")


if __name__ == "__main__":
    main()
