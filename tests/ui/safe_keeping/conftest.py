"""A real window on a real register for the tests of safe keeping; what needs the register closed is kept, not done."""

from datetime import UTC, datetime, timedelta

import pytest
from PySide6.QtWidgets import QApplication

from tests.journeys.screen import keyboard_place, words_on
from tests.ui import clerk as hands
from tests.ui.clerk import Elsewhere
from ui.backing_up import BackingUp
from ui.cells import text_of
from ui.main_window import PlaceEntry
from ui.places.safe_keeping import SafeKeepingPlace
from ui.places.settings import SettingsPlace
from wibdesk.desk import Desk
from wibdesk.services import bodies, meetings

NOW = datetime(2026, 9, 1, 9, 0, tzinfo=UTC)
LATER = 3_600_000
PLACES = (
    PlaceEntry("meetings", "Meetings", "calendar-days", Elsewhere),
    PlaceEntry("safe_keeping", "Keeping", "shield-check", SafeKeepingPlace),
    PlaceEntry("settings", "Settings", "settings", SettingsPlace),
)


class Clerk(hands.Clerk):
    """A clerk in safe keeping, and what is read there."""

    def __init__(self, *args, rest=LATER, **more):
        super().__init__(*args, **more)
        self.work, self.read_copies = [], []
        self.context.set_aside, self.context.open_to_read = self.work.append, self.read_copies.append
        self.keeper = self.context.backing_up = BackingUp(self.context, rest=rest)
        self.keeper.start()
        self.settle()

    @property
    def part(self):
        return self.place.part()

    def open(self, part):
        """Go to a part of the place."""
        self.go("safe_keeping", hands.Where(note=part))
        return self.part

    def make(self, *reasons):
        """Make backups straight away, half an hour apart."""
        for reason in reasons:
            self.pass_time(minutes=30)
            self.keeper.backups.make(reason).result(30)

    def pass_time(self, **span):
        self.clock.at += timedelta(**span)

    def rows(self):
        """The rows of the list that is shown, as “first cell | second | …”."""
        return [" | ".join(text_of(cell) for cell in row.cells) for row in self.part.table.table_model.rows]

    def screen(self):
        return words_on(self.window)

    def at_key(self):
        return keyboard_place()

    def go_home(self):
        self.keeper.close()
        super().go_home()


class Clock:
    """The time as the desk tells it."""

    def __init__(self):
        self.at = NOW

    def __call__(self):
        return self.at


@pytest.fixture
def make_clerk(qtbot, theme, tmp_path):
    """Return how to open a window on the register of this test."""
    made = []

    def make(*, register=tmp_path / "desk" / "register.wibdesk", secret=None, **more):
        clock = Clock()
        register.parent.mkdir(exist_ok=True)
        desk = Desk(register, now=clock, secret=secret)
        desk.opened.result(30)
        clerk = Clerk(qtbot, theme, desk, PLACES, **more)
        clerk.clock = clock
        clerk.context.settings.change(export_folder=str(tmp_path))
        made.append(clerk)
        return clerk

    yield make
    for clerk in made:
        clerk.go_home()
        clerk.desk.close()
    QApplication.clipboard().clear()


@pytest.fixture
def clerk(make_clerk):
    return make_clerk()


@pytest.fixture
def board(clerk):
    """A body with one meeting."""
    body = clerk.do(bodies.add_body, "Norbury Improvement Board")
    return clerk.do(meetings.new_meeting, body.id, date=NOW.date())
