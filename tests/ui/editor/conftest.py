"""The minutes editor in a window, with a board round it."""

from datetime import date

import pytest

from tests.keys import shown
from ui.editor.minute_editor import MinuteEditor
from ui.editor.surroundings import Surroundings

PEOPLE = ("I Nolan", "Det Supt K Rowe", "J Amari", "Cllr B Sutton MBE")


@pytest.fixture
def editor(qtbot, theme):
    """An empty editor that has the keyboard."""
    made = shown(qtbot, MinuteEditor(theme), 760, 640)
    made.set_surroundings(
        Surroundings(
            people=lambda: PEOPLE,
            meeting_day=date(2026, 9, 1),
            scheduled=(date(2026, 10, 6), date(2026, 11, 3)),
            item="item 3",
        )
    )
    made.setFocus()
    qtbot.waitUntil(made.hasFocus)
    return made
