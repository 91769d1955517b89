"""Who recorded something: the clerk's name from the settings, as it is when the key is pressed."""

import pytest

from tests.ui.actions.conftest import NOW, LogClerk
from ui.main_window import PlaceEntry
from ui.places.settings import SettingsPlace
from ui.widgets.fields import LineField
from wibdesk.desk import Desk
from wibdesk.settings import Settings

PLACES = (PlaceEntry("settings", "Settings", "settings", SettingsPlace, "foot"),)


@pytest.fixture
def clerk(qtbot, theme, tmp_path):
    desk = Desk(tmp_path / "register.wibdesk", now=lambda: NOW)
    desk.opened.result(30)
    made = LogClerk(qtbot, theme, desk, PLACES, settings=Settings(tmp_path / "settings.json"))
    yield made
    made.go_home()
    desk.close()


def test_the_clerk_gives_a_name_in_the_settings_and_it_is_kept(clerk, tmp_path):
    place = clerk.go("settings")
    field = next(f for f in place.findChildren(LineField) if f.accessibleName() == "Your name")
    field.setFocus()
    clerk.type("R  Devlin ")
    assert clerk.context.settings.settle(10)
    assert Settings(tmp_path / "settings.json").now.clerk == "R Devlin"
