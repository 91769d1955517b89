"""Actions and meetings for other programs: CSV, calendar files and JSON from the command line."""

import csv
import json
from pathlib import Path

import icalendar

from tests.cli.conftest import Run
from tests.documents.building import meeting
from tests.documents.canaries import EXEMPT, PRIVATE, Marker, holds, whole_items
from wibdesk.interchange.meeting_file import write_meeting

BODY = "Norbury Children's Improvement Board"


def test_the_log_leaves_as_csv_calendar_file_and_json_with_the_same_actions(filled: Run):
    for ending in ("csv", "ics", "json"):
        assert (
            filled(
                "export", BODY, "--as", ending, "--document", "actions", "--edition", "full", "--to", f"log.{ending}"
            ).code
            == 0
        )
    known = json.loads(filled("list", "actions", "--body", BODY, "--json").out)
    with Path("log.csv").open(encoding="utf-8-sig", newline="") as file:
        rows = list(csv.DictReader(file))
    listed = json.loads(Path("log.json").read_text("utf-8"))
    assert len(known) == len(rows) == len(listed) > 1
    assert {row["Ref"] for row in rows} == {one["ref"] for one in listed} == {one["ref"] for one in known}
    assert {"kind", "text", "owners", "due", "status", "body", "meeting", "item"} <= listed[0].keys()
    events = icalendar.Calendar.from_ical(Path("log.ics").read_bytes()).walk("VEVENT")
    days = sorted(row["Due"] for row in rows if row["Due"])
    assert sorted(event.decoded("dtstart").isoformat() for event in events) == days


def test_the_calendar_of_a_body_leaves_as_a_calendar_file(filled: Run):
    assert filled("export", BODY, "--as", "ics", "--document", "calendar", "--to", "c.ics").code == 0
    events = icalendar.Calendar.from_ical(Path("c.ics").read_bytes()).walk("VEVENT")
    assert BODY in {str(event["summary"]) for event in events}


def test_the_actions_of_one_meeting_are_a_list_too_and_its_file_stays_the_whole_record(filled: Run):
    assert filled("export", "M1", "--as", "json", "--document", "actions", "--to", "list.json").code == 0
    assert filled("export", "M1", "--as", "json", "--to", "whole.json").code == 0
    assert {one["meeting"]["ref"] for one in json.loads(Path("list.json").read_text("utf-8"))} == {"M1"}
    assert json.loads(Path("whole.json").read_text("utf-8"))["format"] == "wibdesk.meeting"


def test_a_list_of_actions_follows_the_version_and_never_holds_a_private_note(run: Run):
    marked = Marker().meeting(meeting(items=whole_items()))
    Path("a.json").write_text(write_meeting(marked), "utf-8")
    assert run("import", "a.json").code == 0
    public = run("export", "M1", "--as", "json", "--document", "actions", "--to", "public.json")
    assert "This is the public version." in public.err
    full = run("export", "M1", "--as", "json", "--document", "actions", "--edition", "full", "--to", "full.json")
    assert full.code == 0
    told, all_of_it = (Path(f"{name}.json").read_text("utf-8") for name in ("public", "full"))
    assert not holds(EXEMPT, told)
    assert holds(EXEMPT, all_of_it)
    assert not holds(PRIVATE, told + all_of_it)


def test_what_a_file_for_programs_does_not_show_is_told(run: Run):
    document = {
        "format": "wibdesk.meeting", "version": 1, "body": {"name": "Norbury Board"},
        "meeting": {"date": "2026-09-01"}, "attendance": [],
        "items": [{"title": "Front door", "entries": [
            {"kind": "action", "text": "=1+1", "owners": [], "due": {"kind": "none"}},
        ]}],
    }  # fmt: skip
    Path("a.json").write_text(json.dumps(document), "utf-8")
    assert run("import", "a.json").code == 0
    assert "begin with an apostrophe" in run("export", "Norbury Board", "--as", "csv").err
    assert "One open action has no date" in run("export", "Norbury Board", "--as", "ics").err
    empty = run("export", "M1", "--as", "ics", "--document", "actions", "--style", "plain")
    assert "One open action has no date" in empty.err
