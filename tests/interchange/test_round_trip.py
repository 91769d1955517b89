"""What goes in as a meeting file comes out the same, as the contract defines it."""

import json
from datetime import date, time
from pathlib import Path
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings

from tests import strategies
from tests.interchange.contract import examples, normal, same_as_contract, without_references
from tests.interchange.documents import MEETING_FILES, PLAN_FILES
from wibdesk.domain.agenda import Item
from wibdesk.domain.bodies import Body
from wibdesk.domain.deadlines import Due, DueKind
from wibdesk.domain.entries import Action
from wibdesk.domain.meetings import Meeting, MeetingDetails, NextMeeting, Stage
from wibdesk.domain.plans import Plan
from wibdesk.interchange.meeting_file import read_file, read_text, write_meeting, write_plan
from wibdesk.interchange.remarks import remarks

SLOW_TO_DRAW = settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.too_slow])


def written(record: Meeting | Plan) -> str:
    return write_plan(record) if isinstance(record, Plan) else write_meeting(record)


def again(document: dict[str, Any]) -> dict[str, Any]:
    return dict(json.loads(written(read_text(json.dumps(document), name="random"))))


def as_meeting(*items: dict[str, Any], **meeting: Any) -> dict[str, Any]:
    heading = {"date": "2026-09-01", **meeting}
    body = {"name": "Norbury Board"}
    top = {"format": "wibdesk.meeting", "version": 1, "body": body, "meeting": heading}
    return {**top, "attendance": [], "items": list(items)}


@pytest.mark.parametrize("path", examples())
def test_every_example_comes_out_as_it_went_in(path: Path):
    original = json.loads(path.read_text("utf-8"))
    exported = json.loads(written(read_file(path)))
    assert without_references(normal(exported)) == without_references(normal(original))


@pytest.mark.parametrize("path", examples())
def test_a_second_export_of_every_example_is_the_same_to_the_letter(path: Path):
    once = written(read_file(path))
    assert written(read_text(once, name=path.name)) == once


@SLOW_TO_DRAW
@given(MEETING_FILES)
def test_any_meeting_file_comes_out_as_it_went_in(document: dict[str, Any]):
    assert without_references(normal(again(document))) == without_references(normal(document))


@SLOW_TO_DRAW
@given(PLAN_FILES)
def test_any_plan_file_comes_out_as_it_went_in(document: dict[str, Any]):
    assert without_references(normal(again(document))) == without_references(normal(document))


@SLOW_TO_DRAW
@given(MEETING_FILES)
def test_an_exported_file_is_its_own_export(document: dict[str, Any]):
    once = again(document)
    assert again(once) == once


def test_the_comparison_itself_sees_a_lost_word_and_a_lost_list():
    full = as_meeting({"title": "Front door", "entries": [{"kind": "paragraph", "text": "One word"}]}, status="draft")
    less = as_meeting({"title": "Front door", "entries": []})
    assert same_as_contract(full, as_meeting(*full["items"], venue=None))
    assert not same_as_contract(full, less)


def test_keys_stand_in_the_order_of_the_contract():
    text = written(read_text(json.dumps(as_meeting({"entries": [], "title": "AOB", "number": "5"})), name="x"))
    assert list(json.loads(text)) == ["format", "version", "body", "meeting", "attendance", "items"]
    assert list(json.loads(text)["items"][0]) == ["number", "title", "entries"]


def test_export_gives_missing_action_references_without_touching_those_given():
    body = Body("Norbury Board")
    actions = (Action("a", ref="2.1"), Action("b"), Action("c"))
    items = (Item("First", entries=(Action("d"),)), Item("Second", number="2", entries=actions))
    meeting = Meeting(body, MeetingDetails(body.id, date(2026, 9, 1)), items=items)
    refs = [[e["ref"] for e in item["entries"]] for item in json.loads(write_meeting(meeting))["items"]]
    assert refs == [["1.1"], ["2.1", "2.2", "2.3"]]


def test_an_empty_text_is_kept_apart_from_none():
    document = as_meeting({"title": "", "presenter": "", "entries": []}, venue="", title=None)
    meeting = read_text(json.dumps(document), name="x")
    assert isinstance(meeting, Meeting)
    assert (meeting.details.venue, meeting.details.title, meeting.items[0].presenter) == ("", None, "")


def test_midnight_and_29_february_are_kept():
    meeting = read_text(json.dumps(as_meeting(date="2028-02-29", start="00:00", end="23:59")), name="x")
    assert isinstance(meeting, Meeting)
    assert (meeting.details.date, meeting.details.start) == (date(2028, 2, 29), time(0, 0))
    assert json.loads(write_meeting(meeting))["meeting"] == {"date": "2028-02-29", "start": "00:00", "end": "23:59"}


def test_a_meeting_with_minutes_counts_as_held_and_one_with_an_agenda_only_as_planned():
    entry = {"kind": "paragraph", "text": "Noted."}
    held = read_text(json.dumps(as_meeting({"title": "A", "entries": [entry]})), name="x")
    planned = read_text(json.dumps(as_meeting({"title": "A", "entries": []})), name="x")
    assert isinstance(held, Meeting)
    assert isinstance(planned, Meeting)
    assert (held.details.stage, planned.details.stage) == (Stage.CLOSED, Stage.PLANNED)


def test_a_byte_order_mark_and_windows_line_ends_are_accepted(tmp_path: Path):
    text = json.dumps(as_meeting(), indent=1).replace("\n", "\r\n")
    (tmp_path / "m.json").write_bytes(b"\xef\xbb\xbf" + text.encode())
    assert isinstance(read_file(tmp_path / "m.json"), Meeting)
    assert isinstance(read_text("\ufeff" + text, name="pasted"), Meeting)


def test_right_to_left_text_and_emoji_come_out_as_they_went_in():
    words = "שלום \u200f👩🏽\u200d💼 مرحبا \u202etxet"
    document = as_meeting({"title": words, "entries": [{"kind": "paragraph", "text": words}]})
    assert again(document) == document


def test_an_agenda_of_500_items_comes_out_as_it_went_in():
    document = as_meeting(*({"number": str(n), "title": f"Item {n}", "entries": []} for n in range(1, 501)))
    assert again(document) == document


@pytest.mark.parametrize(
    "due",
    [Due(DueKind.DATE), Due(DueKind.MONTH), Due(DueKind.RANGE, start=date(2026, 1, 1)), Due(DueKind.MEETING)],
)
def test_a_deadline_without_its_day_is_written_so_that_it_can_be_read(due: Due):
    body = Body("Norbury Board")
    item = Item("Front door", entries=(Action("ring Amari", due=due),))
    text = write_meeting(Meeting(body, MeetingDetails(body.id, date(2026, 9, 1)), items=(item,)))
    meeting = read_text(text, name="x")
    assert isinstance(meeting, Meeting)
    assert [action.due.kind for _, action in meeting.actions()] == [DueKind.NONE]


@pytest.mark.parametrize("kind", [Meeting, Plan])
def test_whatever_a_register_can_hold_is_written_so_that_it_can_be_read(kind: type):
    @SLOW_TO_DRAW
    @given(strategies.meetings() if kind is Meeting else strategies.plans())
    def holds(record: Meeting | Plan):
        once = written(record)
        assert written(read_text(once, name="random")) == once

    holds()


def test_a_meeting_that_nobody_has_dated_is_written_so_that_it_can_be_read():
    body = Body("Norbury Board")
    meeting = Meeting(body, MeetingDetails(body.id, None), next_meetings=(NextMeeting(None),))
    back = read_text(write_meeting(meeting), name="x")
    assert isinstance(back, Meeting)
    assert (back.details.date, back.next_meetings[0].date) == (None, None)


def test_characters_that_no_page_can_print_do_not_make_a_file_that_cannot_be_read():
    body = Body("Norbury Board")
    meeting = Meeting(body, MeetingDetails(body.id, date(2026, 9, 1)), items=(Item("a\x0bb\x07c\ud83dd\te"),))
    back = read_text(write_meeting(meeting), name="x")
    assert isinstance(back, Meeting)
    assert back.items[0].title == "a\nbcd\te"


def test_an_unknown_house_style_is_kept_and_remarked_on():
    document = as_meeting()
    document["body"]["house_style"] = "gilded"
    meeting = read_text(json.dumps(document), name="x")
    assert again(document)["body"]["house_style"] == "gilded"
    assert "“gilded” is not known" in remarks(meeting, house_styles=["plain"])[0]
    assert remarks(meeting, house_styles=["gilded"]) == ()


@pytest.mark.parametrize(("words", "count"), [("31/09/18", 1), ("30/09/18", 0), ("some day", 0), ("by 2026-02-30", 1)])
def test_a_deadline_on_a_day_that_does_not_exist_is_remarked_on(words: str, count: int):
    due = {"kind": "none", "as_written": words}
    action = {"kind": "action", "text": "t", "owners": [], "due": due}
    milestone = {"text": "t", "due": due}
    activity = {"title": "a", "leads": [], "milestones": [milestone]}
    plan = {
        "format": "wibdesk.plan",
        "version": 1,
        "body": {"name": "B"},
        "plan": {"title": "P", "sections": [{"entries": [action]}]},
        "workstreams": [{"title": "w", "activities": [activity]}],
    }
    meeting = as_meeting({"title": "A", "entries": [action]})
    assert len(remarks(read_text(json.dumps(meeting), name="x"), house_styles=())) == count
    assert len(remarks(read_text(json.dumps(plan), name="x"), house_styles=())) == count * 2
