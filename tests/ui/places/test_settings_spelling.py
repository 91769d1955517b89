"""The switch of the spelling check in the settings."""

import pytest

from tests.keys import press, shown
from ui.commands import Commands
from ui.context import Context
from ui.messages import Messages
from ui.places.settings.controls import WHY, spelling_choice
from wibdesk.settings import Settings


@pytest.fixture
def context(theme, tmp_path):
    return Context(
        theme=theme, desk=None, operations=None, events=None, tasks=None, messages=Messages(),
        settings=Settings(tmp_path / "settings.json"), commands=Commands(), go=lambda place_id, where: None,
    )  # fmt: skip


def test_the_arrow_keys_switch_the_spelling_check_and_it_is_remembered(qtbot, context):
    settings = context.settings
    choice = shown(qtbot, spelling_choice(settings, context, there=True))
    choice.setFocus()
    press(choice, "Right")
    assert not Settings(settings.path).now.check_spelling
    press(choice, "Left")
    assert Settings(settings.path).now.check_spelling


def test_where_the_dictionary_is_not_there_the_switch_is_off_and_says_why(qtbot, context):
    choice = shown(qtbot, spelling_choice(context.settings, context, there=False))
    assert not choice.isEnabled()
    assert "The dictionary is not installed" in choice.property(WHY)
    assert context.settings.now.check_spelling, "it is on again as soon as there is one"
