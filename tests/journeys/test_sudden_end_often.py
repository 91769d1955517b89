"""Killed at any moment of a live meeting, again and again, the desk keeps what was on the screen for a second.

Some dozen kills, at other moments every day; `WIBDESK_LONG=1` in the environment makes it a thousand.
"""

import json
import os
import shutil
import signal
import subprocess
import sys
from concurrent.futures import ThreadPoolExecutor
from contextlib import closing
from datetime import date
from pathlib import Path
from random import Random

import pytest

from tests.registers import Clerk
from wibdesk.domain.entries import Paragraph
from wibdesk.domain.rich_text import plain_text
from wibdesk.services import checking, meetings, people
from wibdesk.settings import Settings

ROOT = Path(__file__).resolve().parents[2]
LONG = os.environ.get("WIBDESK_LONG") == "1"
LIVES = 50 if LONG else 20
"""Kills that one register lives through."""
REGISTERS = 20 if LONG else 2
AT_ONCE = 2
"""Registers at a time: a desk waits for the disk, and for the next key, half of its life."""
LONGEST = 1.6
"""Seconds of typing after which a desk is killed at the latest."""
SECOND = 1.0
LATELY = 2.0
"""Seconds in which the item on the sheet is written down, and the register with it."""

ENOUGH = 0.8
"""Share of the lives that begin at the very caret: the others were killed just as it was moved elsewhere."""


class Nursery:
    """The process that begets desks."""

    def __init__(self):
        command = [sys.executable, "-m", "tests.journeys.nursery"]
        self.process = subprocess.Popen(command, cwd=ROOT, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True)

    def life(self, folder, seed, seconds):
        """Have a desk type for some seconds, kill it, and return all that it told, with the time of its death."""
        self.process.stdin.write(f"{seed} {folder}\n")
        self.process.stdin.flush()
        told = [self.hear()]
        assert told[0][0] != "gone", "the desk did not open"
        while told[-1][1] - told[0][1] < seconds:
            told.append(self.hear())
            assert told[-1][0] != "gone", "the desk ended by itself"
        os.kill(told[0][0], signal.SIGKILL)
        died = told[-1][1]
        while (last := self.hear())[0] != "gone":
            told.append(last)
        assert last[1] == signal.SIGKILL
        return told, died

    def hear(self):
        return json.loads(self.process.stdout.readline())

    def close(self):
        self.process.stdin.close()
        self.process.stdout.close()
        self.process.wait()


def live_meeting(folder):
    """Make a register with a meeting under way, and a desk that was left in its room."""
    clerk = Clerk(folder / "register.wibdesk")
    body = clerk.body()
    clerk.do(people.add_members, body.id, "Ann Archer\nBen Baker")
    meeting = clerk.meeting(body)
    clerk.do(meetings.start_meeting, meeting.id, clerk.desk.now().time())
    for item in meeting.items:
        clerk.write(item, Paragraph("bebe "))
    clerk.desk.close()
    Settings(folder / "settings.json").change(last_place="room", last_body=body.id, last_meeting=meeting.id)
    return meeting.id


def words_stored(folder, meeting_id, copy):
    """Return the words of each item in a copy of what the kill left, which is sound."""
    copy.mkdir()
    for name in ("register.wibdesk", "register.wibdesk-wal", "register.wibdesk-journal"):
        if (folder / name).exists():
            shutil.copy(folder / name, copy)
    clerk = Clerk(copy / "register.wibdesk")
    assert clerk.ask(checking.check) == ()
    meeting = clerk.ask(meetings.meeting, meeting_id)
    clerk.desk.close()
    shutil.rmtree(copy)
    return [" ".join(plain_text(entry.text) for entry in item.entries).split() for item in meeting.items]


def place_of(words):
    """Return the item that a name of the keyboard's place tells: `Minutes of item 3: …` is 2."""
    return int(words.split("Minutes of item ")[1].split(":")[0].split(",")[0]) - 1


def lost(told, died, stored):
    """Give what was on the screen for a second when the desk died and is not stored."""
    for _, at, place, _, whole, words in told:
        if at > died - SECOND:
            return
        item = stored[place_of(place)]
        # Letter by letter in order, and, once the last of its letters was typed, each word.
        if not is_within("".join(words.split()), "".join(item)):
            yield words
        if whole:
            yield from (word for word in words.split() if not any(word in one for one in item))


def is_within(few, many):
    """Say whether letters are all among others, in the same order: what was typed between them since is no matter."""
    rest = iter(many)
    return all(letter in rest for letter in few)


@pytest.mark.skipif(not hasattr(os, "fork"), reason="a desk that is at work in no time is forked")
def test_a_desk_killed_while_the_clerk_types_keeps_what_was_on_the_screen_for_a_second(tmp_path):
    folders = [tmp_path / str(register) for register in range(REGISTERS)]
    with ThreadPoolExecutor(AT_ONCE) as pool:
        killed = [pool.submit(kill_again_and_again, folder, number) for number, folder in enumerate(folders)]
    assert sum(one.result() for one in killed) >= ENOUGH * REGISTERS * (LIVES - 1)


def kill_again_and_again(folder, register):
    """Kill the desks of one register one after the other, look at what each left; return how many found the caret."""
    folder.mkdir()
    meeting_id = live_meeting(folder)
    with closing(Nursery()) as nursery:
        return lives(nursery, folder, register, meeting_id)


def lives(nursery, folder, register, meeting_id):
    rng = Random(f"{date.today()} {register}")
    before, died, stored = None, 0.0, []
    at_the_caret = 0
    for life in range(LIVES):
        told, next_died = nursery.life(folder, register * LIVES + life, rng.random() * LONGEST)
        _, _, place, after, _, words = told[0]
        if before is not None:
            assert words.split() == stored[place_of(place)], f"life {life}: what is stored is not on the screen"
            lately = [(place_of(where), follows) for _, at, where, follows, _, _ in before if at > died - LATELY]
            assert place_of(place) in {item for item, _ in lately}, f"life {life}: opened at another item"
            at_the_caret += (place_of(place), after) in lately
        before, died = told, next_died
        stored = words_stored(folder, meeting_id, folder / "copy")
        assert [*lost(told, died, stored)] == [], f"life {life}"
    return at_the_caret
