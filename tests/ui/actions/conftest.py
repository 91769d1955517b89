"""A real window on a real register with a meeting's minutes, for the tests of the action log and the preview."""

from datetime import date, datetime, time

import pytest
from PySide6.QtWidgets import QApplication

from tests.keys import press
from tests.ui.clerk import Clerk, Elsewhere
from tests.ui.places.conftest import MEMBERS
from ui.main_window import PlaceEntry
from ui.places.actions import ActionsPlace
from ui.places.preview import PreviewPlace
from wibdesk.desk import Desk
from wibdesk.domain.deadlines import Due, DueKind
from wibdesk.domain.entries import Action, Decision, Paragraph, PrivateNote
from wibdesk.services import bodies, meetings, minutes

NOW = datetime(2026, 9, 1, 9, 0)
CANARY = "CANARY-51d0 she is to be moved"
ENTRIES = (
    Paragraph("The Board heard that assessments had taken more than @@ days."),
    Decision(("One shared **definition** from 1 October.",)),
    Action("send the *workforce* return", ("Det Supt K Rowe",), Due(DueKind.DATE, date(2026, 8, 4))),
    Action("bring figures by school", ("J Amari", "Helen Ferrer"), Due(DueKind.MEETING, date(2026, 10, 6))),
    Action("refresh the practice guide", ("J Amari",), Due(as_written="ASAP")),
    Action("write to the young people", (), Due(DueKind.MONTH, month=date(2026, 11, 1))),
    PrivateNote(CANARY),
)
PLACES = (
    PlaceEntry("meetings", "Meetings", "calendar-days", Elsewhere),
    PlaceEntry("room", "Room", "notebook-pen", Elsewhere),
    PlaceEntry("actions", "Actions", "list-checks", ActionsPlace),
    PlaceEntry("preview", "Preview", "book-open", PreviewPlace),
    PlaceEntry("agenda", "Agenda", "list-checks", Elsewhere, at="hidden"),
)


class LogClerk(Clerk):
    """Chooses from the short lists that lie over the log."""

    def choose(self, *keys):
        """Press the key that opens a list, then the keys that choose in it."""
        self.press(keys[0])
        for key in keys[1:]:
            press(QApplication.focusWidget(), key)
            self.settle()


@pytest.fixture
def clerk(qtbot, theme, tmp_path, monkeypatch):
    # What this desk wrote before is remembered in the data folder: each test has one of its own.
    monkeypatch.setenv("XDG_DATA_HOME", str(tmp_path / "data"))
    desk = Desk(tmp_path / "register.wibdesk", now=lambda: NOW)
    desk.opened.result(30)
    made = LogClerk(qtbot, theme, desk, PLACES)
    made.context.settings.change(export_folder=str(tmp_path))
    yield made
    made.go_home()
    desk.close()


@pytest.fixture
def board(clerk):
    """The Norbury board with its roster."""
    return clerk.do(bodies.add_body, "Norbury Improvement Board", members=MEMBERS)


@pytest.fixture
def meeting(clerk, board):
    """The board's meeting of July with minutes of its third item: four actions, a gap and a private note."""
    made = clerk.do(meetings.new_meeting, board.id, date=date(2026, 7, 7), start=time(9, 30), venue="Town Hall")
    clerk.do(minutes.save_entries, made.items[2].id, ENTRIES)
    return clerk.read(meetings.meeting, made.id)


def row_texts(table):
    """What each row of a table says, heads of groups among them."""
    return [row.cells[0] if row.group else row.data.action.text for row in table.table_model.rows]
