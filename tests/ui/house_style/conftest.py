"""A real window on a real register for the tests of the house style."""

from datetime import datetime

import pytest

from tests.ui import clerk as hands
from tests.ui.clerk import Elsewhere
from ui.cells import text_of
from ui.main_window import PlaceEntry
from ui.places.body_setup import BodySetupPlace
from ui.places.house_style import HouseStylePlace
from wibdesk.desk import Desk
from wibdesk.services import bodies

NOW = datetime(2026, 9, 1, 9, 0)
PLACES = (
    PlaceEntry("meetings", "Meetings", "calendar-days", Elsewhere),
    PlaceEntry("body", "Body", "building-2", BodySetupPlace, at="hidden"),
    PlaceEntry("house_style", "House style", "book-open", HouseStylePlace, at="hidden"),
)


class Clerk(hands.Clerk):
    """A clerk in the house style, and what is read there."""

    def rows(self):
        """The words of the list at the left, headings among them."""
        return [row.text for row in self.place.list.row_model.rows]

    def choose(self, words):
        """Go to a row of the list by arrow keys."""
        place = self.place
        place.list.setFocus()
        self.press("Home")
        for _ in self.rows():
            if place.list.current_row().text == words:
                return
            self.press("Down")
        raise AssertionError(f"no row {words}")

    def settings(self):
        """The settings shown to be read, as “Label, value”."""
        return [text_of(row.cells[0]) for row in self.place.middle.table.table_model.rows if not row.group]


@pytest.fixture
def clerk(qtbot, theme, tmp_path):
    desk = Desk(tmp_path / "register.wibdesk", now=lambda: NOW)
    desk.opened.result(30)
    made = Clerk(qtbot, theme, desk, PLACES)
    made.context.settings.change(export_folder=str(tmp_path))
    yield made
    made.go_home()
    desk.close()


@pytest.fixture
def board(clerk):
    """A body that uses the plain style."""
    return clerk.do(bodies.add_body, "Norbury Improvement Board")
