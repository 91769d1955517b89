"""The demo register: rich, invented, dated around today, and built afresh whenever it is asked for."""

from collections.abc import Callable, Iterator
from datetime import date, timedelta
from pathlib import Path
from typing import Any

import pytest

from wibdesk import demo
from wibdesk.cli import main
from wibdesk.desk import Desk
from wibdesk.domain.deadlines import DueKind
from wibdesk.domain.entries import KINDS, Progress
from wibdesk.domain.meetings import Meeting, Stage
from wibdesk.errors import StoreError
from wibdesk.services import actions, bodies, checking, meetings, people, plans

TODAY = date(2031, 5, 15)
Read = Callable[..., Any]


@pytest.fixture(scope="module")
def read(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Read]:
    """Ask the demo register of one day in 2031."""
    path = tmp_path_factory.mktemp("demo") / "demo.wibdesk"
    demo.build(path, today=TODAY)
    desk = Desk(path)
    yield lambda verb, *args, **kwargs: desk.read(verb, *args, **kwargs).result()
    desk.close()


def whole(read: Read) -> list[Meeting]:
    return [read(meetings.meeting, summary.id) for summary in read(meetings.meetings)]


def test_it_has_two_bodies_six_meetings_and_a_plan(read: Read):
    assert len(read(bodies.bodies)) == 2
    assert len(read(meetings.meetings)) == 6
    assert len(read(plans.plans)) == 1
    assert all(len(read(people.roster, body.id)) >= 10 for body in read(bodies.bodies))
    assert read(checking.check) == ()


def test_one_meeting_is_planned_today_with_agenda_and_roster_and_no_minutes_yet(read: Read):
    planned = [meeting for meeting in whole(read) if meeting.details.stage is Stage.PLANNED]
    assert [meeting.details.date for meeting in planned] == [TODAY]
    assert len(planned[0].items) > 8
    assert len(planned[0].attendance) > 10
    assert planned[0].entries() == []
    assert planned[0].chair is not None


def test_all_other_meetings_were_held_and_keep_their_weekday(read: Read):
    held = [meeting for meeting in whole(read) if meeting.details.stage is Stage.CLOSED]
    weekdays = {(m.body.name.split()[0], m.details.date.weekday()) for m in held if m.details.date}
    assert len(held) == 5
    assert weekdays == {("Norbury", 1), ("Marlbridge", 3)}
    assert all(m.details.date and TODAY - timedelta(days=400) < m.details.date < TODAY for m in held)


def test_its_minutes_show_every_kind_of_entry(read: Read):
    kinds = {entry.kind for meeting in whole(read) for _, entry in meeting.entries()}
    assert kinds == set(KINDS)


def test_its_actions_show_a_year_of_every_status_and_kind_of_deadline(read: Read):
    log = read(actions.log)
    assert len(log) > 40
    assert {row.action.status for row in log} == set(Progress)
    assert {row.action.due.kind for row in log} == set(DueKind)
    assert len({row.action.owners for row in log}) > 12
    assert len(read(actions.log, overdue_on=TODAY)) > 5
    assert any(len(row.updates) > 1 for row in log)


def test_it_shows_deputies_intervals_an_exempt_item_and_a_moved_meeting(read: Read):
    every = whole(read)
    assert any(person.deputy_for for m in every for person in m.attendance)
    assert any(person.intervals for m in every for person in m.attendance)
    assert any(item.part == 2 and item.public_summary for m in every for item in m.items)
    assert any(following.rearranged_from for m in every for following in m.next_meetings)


def test_dates_in_running_text_move_with_the_meetings(read: Read):
    texts = [entry.parts[0] for m in whole(read) for _, entry in m.entries() if entry.kind == "decision"]
    days = {m.details.date for m in whole(read)}
    named = [text for text in texts if text.startswith("That the minutes of ")]
    shown = {f"{day.day} {day:%B %Y}" for day in days if day}
    assert sum(any(day in text for day in shown) for text in named) == 3


@pytest.mark.parametrize("today", [date(2026, 9, 1), date(2026, 8, 31), date(2024, 2, 29), date(2039, 12, 31)])
def test_on_any_day_the_planned_meeting_is_that_day(today: date):
    calendar = demo.Calendar(today)
    assert calendar.day(date(2026, 9, 1)) == today
    before = calendar.day(date(2026, 8, 25))
    assert before.weekday() == 1
    assert timedelta(0) < today - before <= timedelta(days=14)


def test_on_the_day_it_was_written_for_nothing_moves():
    document = {"text": "on 1 September 2026, in October 2026", "month": "2026-10", "n": [1, None]}
    assert demo.Calendar(date(2026, 9, 1)).document(document) == document


def test_a_day_that_no_calendar_has_is_moved_as_its_month():
    assert demo.Calendar(date(2026, 9, 8)).document("31 June 2026") == "June 2026"


def test_built_again_it_is_as_new(tmp_path: Path):
    path = tmp_path / "demo.wibdesk"
    demo.build(path, today=TODAY)
    desk = Desk(path)
    gone = desk.read(meetings.meetings).result()[0]
    desk.write(meetings.remove_meeting, gone.id).result()
    desk.close()
    demo.build(path, today=TODAY)
    desk = Desk(path)
    assert len(desk.read(meetings.meetings).result()) == 6
    desk.close()
    assert [file.name for file in tmp_path.iterdir()] == ["demo.wibdesk"]


def test_a_demo_that_is_broken_or_half_built_is_built_anew(tmp_path: Path):
    path = tmp_path / "demo.wibdesk"
    path.write_bytes(b"no register")
    (tmp_path / "demo.wibdesk.new").write_bytes(b"half built")
    demo.build(path, today=TODAY)
    assert main(["check", "--store", str(path)]) == 0


def test_a_demo_that_is_open_is_left_alone(tmp_path: Path):
    path = tmp_path / "demo.wibdesk"
    demo.build(path, today=TODAY)
    desk = Desk(path)
    desk.opened.result()
    try:
        with pytest.raises(StoreError, match="in use"):
            demo.build(path, today=TODAY)
        assert len(desk.read(meetings.meetings).result()) == 6
    finally:
        desk.close()


def test_fresh_never_builds_over_a_register_that_was_named(tmp_path: Path, capsys: pytest.CaptureFixture[str]):
    path = tmp_path / "mine.wibdesk"
    assert main(["list", "bodies", "--store", str(path)]) == 0
    before = path.read_bytes()
    assert main(["demo", "--fresh", "--store", str(path)]) == 1
    assert "--fresh rebuilds only the demo register" in capsys.readouterr().err
    assert path.read_bytes() == before
