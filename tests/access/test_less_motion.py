"""Who wishes for less motion sees none: what the system asks holds at once, and so does the clerk's own choice."""

import json
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication

import resources
from tests.screens.stage import LOOKS, Stage
from ui.look import theme_of
from ui.widgets.popup import Overlay
from wibdesk.settings import Settings

MOVEMENTS = [
    name
    for name, value in json.loads((Path(resources.__file__).parent / "tokens.json").read_text("utf-8"))[
        "motion"
    ].items()
    if isinstance(value, int)
]


@pytest.fixture
def calm_system(qapp):
    """A system that is set to show no animations."""
    before = QApplication.isEffectEnabled(Qt.UIEffect.UI_General)
    QApplication.setEffectEnabled(Qt.UIEffect.UI_General, False)
    yield
    QApplication.setEffectEnabled(Qt.UIEffect.UI_General, before)


def test_a_calm_system_has_a_desk_in_which_nothing_moves(calm_system):
    theme = theme_of(Settings())
    assert {name: theme.duration(name) for name in MOVEMENTS} == dict.fromkeys(MOVEMENTS, 0)


def test_the_clerk_may_wish_for_no_movement_whatever_the_system_does(qapp):
    settings = Settings()
    settings.change(motion="none")
    assert theme_of(settings).duration("quick") == 0


def test_what_lies_over_a_place_is_there_at_once_where_nothing_moves(registers, qapp):
    register = registers("empty")
    stage = Stage(register, LOOKS[0], register.parent)
    try:
        stage.press("Ctrl+K")
        (palette,) = [over for over in stage.window.findChildren(Overlay) if over.isVisible()]
        assert palette.fade.duration() == 0
    finally:
        stage.close()
        stage.bench.deleteLater()
        qapp.setStyleSheet("")
