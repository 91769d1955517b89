"""No key of the desk is one that a screen reader or the system keeps for itself."""

import pytest

from tests.access.taken_keys import taken
from ui.app import PLACES
from ui.editor.keys import EDITOR_KEYS

SHUT = ("opening", "locked", "incoming")
"""Places that are only entered with something in hand."""


def test_no_key_of_any_place_is_taken_by_a_screen_reader_or_the_system(stage):
    stage.press("Home", "Ctrl+Return")
    stage.rest()
    for place_id in [place_id for place_id, *_ in PLACES if place_id not in SHUT]:
        stage.go(place_id)
    commands = [command for _, command in stage.bench.context.commands.owned]
    keys = {key: one.words for one in commands if one.run is not None for key in (*one.keys, *one.also)}
    keys |= {key: one.words for one in EDITOR_KEYS for key in (one.keys, *one.also)}
    assert len(keys) > 100
    faults = [f"{key}, {words}: {', '.join(taken(key))}" for key, words in keys.items() if taken(key)]
    assert not faults, "\n" + "\n".join(faults)


@pytest.mark.parametrize(
    ("key", "who"),
    [("Ctrl Alt N", "NVDA"), ("Ins F1", "JAWS"), ("CapsLock H", "Narrator"), ("Ctrl Alt Q", "Alt Gr")],
)
def test_a_taken_key_is_found(key, who):
    assert who in taken(key)


@pytest.mark.parametrize("key", ["Ctrl K", "F6", "P", "Alt ↑", "Ctrl Shift A"])
def test_a_free_key_is_free(key):
    assert taken(key) == []
