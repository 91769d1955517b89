"""`wibdesk shorthand`: what a line would become, for support and outside checks; nothing is stored."""

import json
from pathlib import Path
from typing import Any

import pytest

from tests.cli.conftest import Run
from wibdesk.cli import handler
from wibdesk.commands.shorthand import FLAG_WORDS
from wibdesk.desk import Desk
from wibdesk.shorthand.reading import Flag

MEETING = {
    "format": "wibdesk.meeting",
    "version": 1,
    "body": {"name": "Vale Improvement Board"},
    "meeting": {"date": "2017-08-01"},
    "attendance": [
        {"name": "Jane Booth", "group": "member", "status": "present", "initials": "JB"},
        {"name": "Ann Lee", "group": "member", "status": "present"},
        {"name": "Bob Lee", "group": "member", "status": "present"},
        {"name": "Tony Crane", "role": "Chair", "group": "member", "status": "present", "chair": True},
    ],
    "items": [{"number": "8", "title": "Schools", "entries": []}],
    "next_meetings": [{"date": "2017-09-05"}, {"date": "2017-10-03"}],
}


@pytest.fixture
def board(run: Run, tmp_path: Path) -> Run:
    """The command line on a register with the meeting above as M1."""
    (tmp_path / "m.json").write_text(json.dumps(MEETING), "utf-8")
    assert run("import", tmp_path / "m.json").code == 0
    return run


def becomes(board: Run, line: str, *words: str) -> dict[str, Any]:
    told = board("shorthand", "M1", line, *words, "--json")
    assert (told.code, told.err) == (0, "")
    return dict(json.loads(told.out))


def test_an_action_is_told_as_the_contract_has_it(board: Run) -> None:
    assert becomes(board, "ACTION: JB to bring heat maps to September board") == {
        "kind": "action",
        "text": "bring heat maps to September board",
        "owners": ["Jane Booth"],
        "due": {"kind": "meeting", "date": "2017-09-05", "as_written": "September board"},
        "flags": [],
    }
    assert becomes(board, "/a IW evidence of impact")["due"] == {"kind": "none"}


@pytest.mark.parametrize(
    ("line", "flags"),
    [
        ("/a JB it", ["no due date"]),
        ("/a JB it ASAP", ["no date"]),
        ("/a JB & Tony it by Fri", ["joint owners"]),
        ("/a Lee to bring it by Fri", ["choose owner"]),
        ("/a IW it by Fri", ["owner not on roster"]),
        ("/a All to comment by Fri", ["group owner"]),
        ("/a Police to report by Fri", ["name a person"]),
        ("/a JB it by 31/9", ["impossible date"]),
        ("/a JB it by 13 Aug", ["weekend"]),
        ("/a JB it by 28 Aug", ["bank holiday"]),
        ("/a JB it for December board", ["no meeting scheduled"]),
        ("/a bring it by Fri", ["no owner"]),
        ("/v 2-2", ["casting vote"]),
        ("/in Amy Poe", ["name not on roster"]),
        ("/i jb 9 governor", ["no such item"]),
        ("Jane will send it.", ["may be an action"]),
    ],
)
def test_the_flags_are_told_in_words(board: Run, line: str, flags: list[str]) -> None:
    assert becomes(board, line)["flags"] == flags


def test_every_flag_has_words() -> None:
    assert set(FLAG_WORDS) == set(Flag)


@pytest.mark.parametrize(
    ("line", "expected"),
    [
        ("/in jb 1441", {"kind": "arrival", "person": "Jane Booth", "time": "14:41", "flags": []}),
        ("/out jb", {"kind": "departure", "person": "Jane Booth", "time": None, "flags": []}),
        ("/in Lee", {"kind": "arrival", "person": "Lee", "time": None, "flags": ["choose owner"]}),
        ("/park the school run", {"kind": "parked", "text": "the school run", "flags": []}),
        ("/n ring jb", {"kind": "private_note", "text": "ring jb", "flags": []}),
        ("/noted the report", {"kind": "decision", "marker": "Noted", "parts": ["the report"], "flags": []}),
        ("/pb noted", {"kind": "phrase", "text": "noted", "flags": []}),
        ("- a bullet", {"kind": "bullet", "text": "a bullet", "flags": []}),
        ("The report was noted.", {"kind": "text", "text": "The report was noted.", "flags": []}),
        (
            '/amend page 5 was "a quarter" now "a third"',
            {
                "kind": "amendment",
                "to_meeting": None,
                "place": "page 5",
                "was": "a quarter",
                "now": "a third",
                "flags": [],
            },
        ),
        (
            "/i jb 8 governor of the school",
            {
                "kind": "declaration",
                "person": "Jane Booth",
                "item": "8",
                "reason": "governor of the school",
                "flags": [],
            },
        ),
        ("/v 3-1", {"kind": "vote", "motion": "", "for": 3, "against": 1, "result": "carried", "flags": []}),
    ],
)
def test_other_kinds_use_the_keys_of_the_meeting_file(board: Run, line: str, expected: dict[str, Any]) -> None:
    assert becomes(board, line, "--item", "8") == expected


def test_without_json_it_is_the_sentence_that_is_read_out_and_what_is_doubtful(board: Run) -> None:
    told = board("shorthand", "m1", "/a JB it by 13 Aug")
    assert told.lines == [
        "Will record: Jane Booth, it, Sunday 13 August 2017, a weekend.",
        "weekend\tSun 13 Aug 2017, a weekend",
    ]
    assert board("shorthand", "M1", "The report.").lines == ["Stays as it is typed."]


def test_nothing_is_stored(board: Run, register: Path) -> None:
    before = board("export", "M1", "--as", "json", "--to", register.with_name("before.json"))
    assert before.code == 0
    becomes(board, "/a JB to bring it by Fri")
    becomes(board, "/in Amy Poe")
    board("export", "M1", "--as", "json", "--to", register.with_name("after.json"))
    assert register.with_name("after.json").read_bytes() == register.with_name("before.json").read_bytes()


@pytest.mark.parametrize(
    ("words", "sentence"),
    [
        (("M9", "/a x"), "There is no meeting M9 in this register: list the meetings to see their references."),
        (("P1", "/a x"), "“P1” is no meeting: name one by its reference, as M3 (wibdesk list meetings)."),
        (("M1", "/a x", "--item", "9"), "M1 has no item “9”: it has 1 item."),
    ],
)
def test_a_wrong_reference_or_item_is_told_in_one_sentence(board: Run, words: tuple[str, ...], sentence: str) -> None:
    refused = board("shorthand", *words)
    assert (refused.code, refused.out, refused.err) == (1, "", f"{sentence}\n")


def test_a_desk_that_has_the_register_open_answers(board: Run, register: Path, shell: Run) -> None:
    desk = Desk(register)
    try:
        desk.opened.result()
        desk.serve(handler(desk))
        told = shell("shorthand", "M1", "/a JB it next mtg", "--json")
    finally:
        desk.close()
    assert (told.code, told.err) == (0, "")
    assert json.loads(told.out)["due"] == {"kind": "meeting", "date": "2017-09-05", "as_written": "next mtg"}
