"""Plays a script of keys and of what is heard after them, and builds the register that it is played on."""

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

from tests.access.hearing.desk import MORNING
from tests.access.hearing.rig import Rig
from wibdesk import demo
from wibdesk.desk import Desk
from wibdesk.services import bodies, meetings

QUORUM = "3"


def build(folder: Path) -> None:
    """Build the demo register in a folder; the board of today's meeting has a quorum of three."""
    path = folder / "register.wibdesk"
    demo.build(path, today=MORNING.date())
    desk = Desk(path)
    try:
        meeting = desk.read(meetings.find, "M2").result(60)
        desk.write(bodies.change_body, replace(meeting.body, quorum=QUORUM)).result(60)
    finally:
        desk.close()


def steps(script: str) -> Iterator[tuple[int, str, str]]:
    """Yield number, verb and words of every line of a script."""
    for number, line in enumerate(script.splitlines(), 1):
        verb, _, words = line.partition(" ")
        if line.strip() and not line.startswith("#"):
            yield number, verb, words.strip()


def play(rig: Rig, script: str) -> None:
    """Do every step; AssertionError tells the line at which something else was heard."""
    for number, verb, words in steps(script):
        try:
            _do(rig, verb, words)
        except AssertionError as error:
            raise AssertionError(f"line {number}: {verb} {words}\n{error}") from error


def announced(script: str) -> list[tuple[str, bool]]:
    """Return all that a script hears announced, each with whether it is urgent."""
    return [(words, verb == "urgent") for _, verb, words in steps(script) if verb in ("hears", "urgent")]


def fits(words: str, awaited: str) -> bool:
    """Say whether these are the words, or begin so where what is awaited ends with an ellipsis."""
    return words.startswith(awaited[:-1]) if awaited.endswith("…") else words == awaited


def _do(rig: Rig, verb: str, words: str) -> None:
    if verb == "press":
        rig.press(*words.split())
    elif verb == "type":
        rig.type(words)
    elif verb == "clock":
        rig.clock(words)
    elif verb in ("hears", "urgent"):
        heard = rig.ask("said", words=words)
        assert heard["urgent"] == (verb == "urgent"), heard
    else:
        rig.ask(verb, words=words)
