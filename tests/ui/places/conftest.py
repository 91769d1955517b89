"""A real window on a real register for the tests of meetings, agenda, people and setting up a body."""

from datetime import date, datetime, time

import pytest

from tests.ui.clerk import Clerk, Elsewhere
from ui.main_window import PlaceEntry
from ui.places.agenda import AgendaPlace
from ui.places.body_setup import BodySetupPlace
from ui.places.figures import FiguresPlace
from ui.places.meetings import MeetingsPlace
from ui.places.people import PeoplePlace
from ui.places.words import WordsPlace
from wibdesk.desk import Desk
from wibdesk.domain.people import Group, Person
from wibdesk.services import bodies, meetings

NOW = datetime(2026, 9, 1, 9, 0)
MEMBERS = (
    Person("", "Helen Ferrer", role="Independent Chair", organisation="Department for Education", chair=True),
    Person("", "B Sutton", printed="Councillor B Sutton MBE", role="Lead member", organisation="Norbury Council"),
    Person("", "K Rowe", printed="Det Supt K Rowe", organisation="Norbury Police"),
    Person("", "P Hart", printed="Dr P Hart", organisation="Norbury ICB", to_date=date(2026, 3, 31)),
    Person("", "J Amari", role="Head of Front Door", organisation="Norbury Council", group=Group.IN_ATTENDANCE),
)
PLACES = (
    PlaceEntry("meetings", "Meetings", "calendar-days", MeetingsPlace),
    PlaceEntry("room", "Room", "notebook-pen", Elsewhere),
    PlaceEntry("actions", "Actions", "list-checks", Elsewhere),
    PlaceEntry("people", "People", "users", PeoplePlace),
    PlaceEntry("figures", "Figures", "chart-column", FiguresPlace),
    PlaceEntry("plans", "Plans", "route", Elsewhere, at="hidden"),
    PlaceEntry("agenda", "Agenda", "list-checks", AgendaPlace, at="hidden"),
    PlaceEntry("body", "Body", "building-2", BodySetupPlace, at="hidden"),
    PlaceEntry("words", "Words and phrases", "message-square-quote", WordsPlace, at="hidden"),
    PlaceEntry("preview", "Preview", "book-open", Elsewhere, at="hidden"),
)


@pytest.fixture
def clerk(qtbot, theme, tmp_path):
    desk = Desk(tmp_path / "register.wibdesk", now=lambda: NOW)
    desk.opened.result(30)
    made = Clerk(qtbot, theme, desk, PLACES)
    yield made
    made.go_home()
    desk.close()


@pytest.fixture
def board(clerk):
    """A body with a roster: the Norbury board."""
    return clerk.do(bodies.add_body, "Norbury Improvement Board", members=MEMBERS)


@pytest.fixture
def meeting(clerk, board):
    """The board's meeting of today, 09:30, with the standing items."""
    return clerk.do(meetings.new_meeting, board.id, date=NOW.date(), start=time(9, 30), venue="Committee Room 1")
