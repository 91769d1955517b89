"""A whole meeting by keyboard alone says what a listener must hear; every place can be gone through by one."""

from collections import Counter
from pathlib import Path

import pytest

from tests.access.hearing import listening
from tests.access.hearing.rig import Rig, lacking
from ui.app import PLACES

SCRIPTS = ("a_meeting", "a_search")
WORKED = {"push button", "check box", "radio button", "text", "combo box", "list", "table", "page tab", "page tab list"}
"""Roles of what a clerk works; a row and a cell say what stands in them."""
TRIES = 4
MANY = 60
"""More stops than any place has: a round that is longer never comes back."""


@pytest.fixture
def rig(tmp_path_factory):
    """A desk on the demo register, on a screen of its own."""
    if missing := lacking():
        pytest.skip(f"this machine lacks {missing}")
    folder = tmp_path_factory.mktemp("ear")
    listening.build(folder)
    with Rig(folder) as made:
        made.ask("in", words="Today, 09:30")
        yield made


@pytest.mark.parametrize("name", SCRIPTS)
def test_what_is_done_by_keyboard_is_heard_and_nothing_more_is_said(rig, name):
    script = (Path(__file__).parent / f"{name}.txt").read_text("utf-8")
    before = len(rig.ask("all")["said"])  # a register that takes long to open says so
    listening.play(rig, script)
    said, awaited = rig.ask("all")["said"][before:], listening.announced(script)
    assert [urgent for _, urgent in said] == [urgent for _, urgent in awaited]
    assert [words for words, _ in said] == [
        words if listening.fits(words, wanted) else wanted
        for (words, _), (wanted, _) in zip(said, awaited, strict=True)
    ]


def test_every_place_can_be_heard_and_gone_through(rig):
    faults = []
    for word in [word for _, word, _, _, at, *_ in PLACES if at in ("rail", "foot")]:
        rig.press("Ctrl+K")
        rig.ask("in", words="Command")
        rig.type(f"go to {word}")
        rig.ask("text", words=f"go to {word}")
        rig.press("Return")
        rig.ask("place", words=word)
        faults += [f"{word}: {fault}" for fault in _settled_faults(rig)]
    assert not faults, "\n" + "\n".join(faults)


def _settled_faults(rig):
    """Return what is wrong in the place; one that was still being filled meanwhile is gone through again."""
    found = []
    for _ in range(TRIES):
        found = list(_faults(rig.ask("walk")["things"], _round(rig)))
        if not found:
            break
    return found


def _round(rig):
    """Return role and name of what Tab comes to until it is back where it was."""
    seen, here = [], rig.ask("here")
    for _ in range(MANY):
        rig.press("Tab")
        now = rig.ask("moved", moves=here["moves"])
        sound = (now["role"], now["name"], now["description"])
        if sound in seen:
            return seen
        seen.append(sound)
        here = rig.ask("here")
    raise AssertionError(f"Tab does not come back: {seen}")


def _faults(things, stops):
    """Return what is without a name, sounds as its sibling does, or is not reached by Tab."""
    worked = [thing for thing in things if thing["role"] in WORKED]
    for thing in worked:
        if not thing["name"]:
            yield f"a {thing['role']} has no name"
    sounds = Counter((str(thing["path"][:-1]), thing["role"], thing["name"], thing["description"]) for thing in worked)
    yield from (f"{number} siblings sound the same: {sound[1:]}" for sound, number in sounds.items() if number > 1)
    reached = {(role, name) for role, name, _ in stops}
    for thing in worked:
        wanted = {"focusable", "enabled"} <= set(thing["states"]) and not _led_to_by_arrows(thing, things, reached)
        if wanted and (thing["role"], thing["name"]) not in reached:
            yield f"Tab does not come to {thing['role']} {thing['name']}"


def _led_to_by_arrows(thing, things, reached):
    """Say whether arrow keys lead there: a tab, a choice, a place of the rail, or a list with a row that is a stop."""
    around = next((other for other in things if other["path"] == thing["path"][:-1]), None)
    inside = [other for other in things if other["path"][: len(thing["path"])] == thing["path"] and other is not thing]
    beside = [other for other in things if around is not None and other["path"][:-1] == around["path"]]
    if thing["role"] == "page tab" and around is not None:
        return (around["role"], around["name"]) in reached
    if thing["role"] in ("list", "table", "page tab list"):
        return any((other["role"], other["name"]) in reached for other in inside)
    choice = thing["role"] == "radio button" or (around is not None and around["name"] == "Places")
    return choice and any((other["role"], other["name"]) in reached for other in beside)
