"""From whatever has the keyboard in any place, F6 and Shift F6 lead out of it, and round the window to it again."""

import pytest
from PySide6.QtWidgets import QApplication

from tests.access.screen import controls, where
from tests.access.test_taken_keys import SHUT
from ui.app import PLACES

ALONE = "first_start"
"""It stands in the window without the rail, and is one panel: Tab goes round in it."""
MOST = 12
"""More panels than any place has."""


@pytest.mark.parametrize("key", ["F6", "Shift+F6"])
def test_the_panel_keys_lead_out_of_everything_and_round(stage, key):
    stage.press("Home", "Ctrl+Return")
    stage.rest()
    faults = []
    for place_id in [place_id for place_id, *_ in PLACES if place_id not in (*SHUT, ALONE)]:
        stage.go(place_id)
        for stop in [each for each in controls(stage.window) if each.isEnabled() and each.focusPolicy().value & 1]:
            stop.setFocus()
            if stop.hasFocus():
                faults += trapped(stage, key, stop, place_id)
    assert not faults, "\n" + "\n".join(faults)


def trapped(stage, key, stop, place_id):
    """Return what is wrong where F6 begins at a stop, and stay where it led."""
    stage.typist.press(key)
    first = QApplication.focusWidget()
    if first is stop or first is None:
        return [f"{place_id}: {key} does not lead out of {where(stop)}"]
    for _ in range(MOST):
        stage.typist.press(key)
        if QApplication.focusWidget() is first:
            return []
    return [f"{place_id}: {key} does not come back to {where(first)}"]
