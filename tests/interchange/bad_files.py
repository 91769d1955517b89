"""Files that must be refused, each with the sentence that says why."""

import copy
import json
from collections.abc import Callable
from typing import Any, NamedTuple

GOOD: dict[str, Any] = {
    "format": "wibdesk.meeting",
    "version": 1,
    "body": {"name": "Norbury Board"},
    "meeting": {"date": "2026-09-01", "start": "09:30"},
    "attendance": [{"name": "Helen Ferrer", "group": "member", "status": "present", "intervals": [{"from": "09:30"}]}],
    "items": [
        {
            "title": "Front door",
            "entries": [
                {"kind": "action", "text": "t", "owners": ["A"], "due": {"kind": "date", "date": "2026-10-06"}},
                {"kind": "numbered", "text": "t", "level": 1},
                {"kind": "vote", "motion": "m", "result": "carried", "for": 4},
            ],
        }
    ],
    "next_meetings": [{"date": "2026-10-06"}],
}


class BadFile(NamedTuple):
    """The bytes of a file, and words of the sentence that refuses it."""

    name: str
    data: bytes
    sentence: str


def _changed(name: str, change: Callable[[Any], object], sentence: str) -> BadFile:
    document = copy.deepcopy(GOOD)
    change(document)
    return BadFile(name, json.dumps(document).encode(), sentence)


def _put(path: list[str | int], value: Any) -> Callable[[Any], object]:
    def change(document: Any) -> None:
        for step in path[:-1]:
            document = document[step]
        document[path[-1]] = value

    return change


def _take(*path: str | int) -> Callable[[Any], object]:
    def change(document: Any) -> None:
        for step in path[:-1]:
            document = document[step]
        del document[path[-1]]

    return change


_TEXT = json.dumps(GOOD, indent=1)
_DUE: list[str | int] = ["items", 0, "entries", 0, "due"]
_PATH = "items[0].entries[0].due"

_BYTES = [
    BadFile("empty", b"", "the file is empty"),
    BadFile("blank", b" \n ", "the file is empty"),
    BadFile("cut short", _TEXT.encode()[: len(_TEXT) // 2], "the file ends in the middle"),
    BadFile("cut in a word", b'{"format": "wibdesk.mee', "the file ends in the middle"),
    BadFile("not json", b"Minutes of the board", "line 1, column 1: this is not JSON (expecting value)"),
    BadFile("comma missing", b'{\n"a": 1\n"b": 2}', "line 3, column 1: this is not JSON (expecting ',' delimiter)"),
    BadFile("line end in a text", b'{"a": "x\ny"}', "line 1, column 9: this is not JSON (invalid control character)"),
    BadFile("more than one", b"{} {}", "line 1, column 4: this is not JSON (extra data)"),
    BadFile("not utf-8", b'{"a": "caf\xe9"}', "byte 11 is not UTF-8"),
    BadFile("utf-16", "{}".encode("utf-16"), "byte 1 is not UTF-8"),
    BadFile("a word file", b"PK\x03\x04\x14\x00\x08\x08\x08\x00\xff", "byte 11 is not UTF-8"),
    BadFile("a list", b"[]", "the file holds JSON, but not a meeting or a plan"),
    BadFile("a text", b'"minutes"', "the file holds JSON, but not a meeting or a plan"),
    BadFile("very deep", b"[" * 20_000, "brackets more than 50 deep"),
    BadFile("deep", b'{"a":' + b"[" * 60 + b"]" * 60 + b"}", "brackets more than 50 deep"),
    BadFile("not a number", b'{"a": [1, NaN]}', "a[1]: this number is not one that can be counted with"),
    BadFile("endless", b'{"a": 1e999}', "a: this number is not one that can be counted with"),
    BadFile("long number", b'{"a": ' + b"9" * 5000 + b"}", "a number in the file is too long to be read"),
    BadFile("doubled key", b'{"body": {"name": "A", "name": "B"}}', "body.name: this key stands twice"),
    BadFile("doubled at the top", b'{"items": [], "items": []}', "items: this key stands twice"),
    BadFile("nothing in it", b"{}", "format: is missing; a meeting file says “wibdesk.meeting” or “wibdesk.plan” here"),
    BadFile("many parts", b"[" + b"[]," * 30_000, "the file has more than 30,000 commas and brackets"),
    BadFile("long text", b'{"a": ["", "' + b"x" * 100_001 + b'"]}', "a[1]: has 100,001 letters, and at most"),
    BadFile("too large", b'{"a": "' + b"x" * 20_000_000 + b'"}', "the file is larger than 20 MB"),
]

_CHANGED = [
    _changed("another format", _put(["format"], "minutes"), "format: “minutes” is not “wibdesk.meeting” or"),
    _changed("format no text", _put(["format"], ["x"]), "format: a list is not “wibdesk.meeting” or"),
    _changed("newer version", _put(["version"], 2), "version: 2 is newer than this program reads (1); update WIBDesk"),
    _changed("version in words", _put(["version"], "1"), "version: “1” is not 1"),
    _changed("no version", _take("version"), "version: is missing"),
    _changed("version true", _put(["version"], True), "version: true is not 1"),
    _changed("unknown key at the top", _put(["colour"], "red"), "colour: this key is not part of the format"),
    _changed(
        "unknown key within",
        _put(["items", 0, "entries", 0, "prio"], 1),
        "items[0].entries[0].prio: this key is not part of the format",
    ),
    _changed("unknown key of a deadline", _put([*_DUE, "month"], "2026-10"), f"{_PATH}.month: this key is not part"),
    _changed("odd key", _put(["a b\u202e"], 1), "“a b\\u202e”: this key is not part of the format"),
    _changed("no body", _take("body"), "body: is missing"),
    _changed("no title", _take("items", 0, "title"), "items[0].title: is missing"),
    _changed("no entries", _take("items", 0, "entries"), "items[0].entries: is missing"),
    _changed("no attendance", _take("attendance"), "attendance: is missing"),
    _changed("no status", _take("attendance", 0, "status"), "attendance[0].status: is missing"),
    _changed("no kind", _take("items", 0, "entries", 0, "kind"), "items[0].entries[0].kind: is missing"),
    _changed("body no group", _put(["body"], "Norbury"), "body: “Norbury” is not a group of keys in curly brackets"),
    _changed("body without name", _put(["body", "name"], ""), "body.name: the body's name is empty"),
    _changed("body of blanks", _put(["body", "name"], " \t "), "body.name: the body's name is empty"),
    _changed("body null", _put(["body", "name"], None), "body.name: null is not text in quotation marks"),
    _changed("endless body", _put(["body", "name"], "N" * 10_000), "body.name: the body's name has 10,000 letters"),
    _changed("unknown profile", _put(["body", "profile"], "guild"), "body.profile: “guild” is not one of partnership_"),
    _changed("no such day", _put([*_DUE, "date"], "2026-02-30"), f"{_PATH}.date: 2026-02-30 is not a day of the cal"),
    _changed("no leap year", _put(["meeting", "date"], "2026-02-29"), "meeting.date: 2026-02-29 is not a day of the"),
    _changed("year nought", _put(["meeting", "date"], "0000-01-01"), "meeting.date: 0000-01-01 is not a day of the"),
    _changed("British date", _put(["meeting", "date"], "01/09/2026"), "meeting.date: “01/09/2026” is not a date such"),
    _changed("bare date", _put(["meeting", "date"], "20260901"), "meeting.date: “20260901” is not a date such as"),
    _changed("week date", _put(["meeting", "date"], "2026-W36-2"), "meeting.date: “2026-W36-2” is not a date such as"),
    _changed(
        "date with line end", _put(["meeting", "date"], "2026-09-01\n"), "meeting.date: “2026-09-01\\u000a” is not"
    ),
    _changed("date Arabic", _put(["meeting", "date"], "٢٠٢٦-٠٩-٠١"), "meeting.date: ٢٠٢٦-٠٩-٠١ is not a day of the"),
    _changed("date a number", _put(["meeting", "date"], 20260901), "meeting.date: 20260901 is not a date such as"),
    _changed("no date", _take("meeting", "date"), "meeting.date: is missing"),
    _changed("null date", _put(["meeting", "date"], None), "meeting.date_as_written: is missing; it is text, which"),
    _changed("next without date", _put(["next_meetings", 0, "date"], None), "next_meetings[0].as_written: is missing"),
    _changed(
        "undated deadline",
        _put(_DUE, {"kind": "meeting", "date": None, "as_written": ""}),
        f"{_PATH}.as_written: “” is not text, which a date of null needs beside it",
    ),
    _changed("24 o'clock", _put(["meeting", "start"], "24:00"), "meeting.start: “24:00” is not a time from 00:00 to"),
    _changed("minute 60", _put(["meeting", "start"], "09:60"), "meeting.start: “09:60” is not a time from 00:00 to"),
    _changed("short time", _put(["meeting", "start"], "9:30"), "meeting.start: “9:30” is not a time from 00:00 to"),
    _changed(
        "time with line end", _put(["meeting", "start"], "09:30\n"), "meeting.start: “09:30\\u000a” is not a time"
    ),
    _changed("time Arabic", _put(["meeting", "start"], "٠٩:٣٠"), "meeting.start: “٠٩:٣٠” is not a time from 00:00"),
    _changed(
        "interval",
        _put(["attendance", 0, "intervals", 0, "from"], "noon"),
        "attendance[0].intervals[0].from: “noon” is not a time from 00:00 to 23:59",
    ),
    _changed("month 13", _put(_DUE, {"kind": "month", "month": "2026-13"}), f"{_PATH}.month: “2026-13” is not a month"),
    _changed("half a range", _put(_DUE, {"kind": "range", "from": "2026-01-01"}), f"{_PATH}.to: is missing"),
    _changed("unknown deadline", _put([*_DUE, "kind"], "soon"), f"{_PATH}.kind: “soon” is not one of date, meeting,"),
    _changed("deadline in words", _put(_DUE, "soon"), f"{_PATH}: “soon” is not a group of keys in curly brackets"),
    _changed("no owners", _take("items", 0, "entries", 0, "owners"), "items[0].entries[0].owners: is missing"),
    _changed(
        "owner alone",
        _put(["items", 0, "entries", 0, "owners"], "K Rowe"),
        "items[0].entries[0].owners: “K Rowe” is not a list in square brackets",
    ),
    _changed(
        "unknown kind",
        _put(["items", 0, "entries", 0, "kind"], "poem"),
        "items[0].entries[0].kind: “poem” is not one of paragraph, subheading,",
    ),
    _changed(
        "level 4", _put(["items", 0, "entries", 1, "level"], 4), "entries[1].level: 4 is not a whole number from 1"
    ),
    _changed(
        "level 1.5", _put(["items", 0, "entries", 1, "level"], 1.5), "entries[1].level: 1.5 is not a whole number"
    ),
    _changed("a vote less than none", _put(["items", 0, "entries", 2, "for"], -1), "entries[2].for: -1 is not a whole"),
    _changed("number no text", _put(["items", 0, "number"], 3), "items[0].number: 3 is not text in quotation marks"),
    _changed("part 3", _put(["items", 0, "part"], 3), "items[0].part: 3 is not a whole number from 1 to 2"),
    _changed("unknown status", _put(["meeting", "status"], "final"), "meeting.status: “final” is not one of draft,"),
    _changed("unknown type", _put(["meeting", "type"], "secret"), "meeting.type: “secret” is not one of ordinary,"),
    _changed("unknown group", _put(["attendance", 0, "group"], "guest"), "attendance[0].group: “guest” is not one of"),
    _changed("names for public", _put(["meeting", "public_present"], ["A"]), "meeting.public_present: a list is not a"),
    _changed("nought in a text", _put(["items", 0, "title"], "a\0b"), "items[0].title: holds the character U+0000"),
    _changed("bell in a text", _put(["items", 0, "title"], "a\ab"), "items[0].title: holds the character U+0007"),
    _changed("half a pair", _put(["items", 0, "title"], "\ud83d"), "items[0].title: holds the character U+D83D"),
    _changed("items no list", _put(["items"], {}), "items: a group of keys is not a list in square brackets"),
    _changed("item null", _put(["items", 0], None), "items[0]: null is not a group of keys in curly brackets"),
    _changed(
        "long word",
        _put(["meeting", "status"], "x" * 5000),
        "meeting.status: “xxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxx… is not one of draft",
    ),
]

_PLAN = {"format": "wibdesk.plan", "version": 1, "body": {"name": "B"}, "plan": {"title": "P"}, "workstreams": []}

_PLANS = [
    BadFile("plan without title", json.dumps({**_PLAN, "plan": {}}).encode(), "plan.title: is missing"),
    BadFile(
        "plan with items", json.dumps({**_PLAN, "items": []}).encode(), "items: this key is not part of the format"
    ),
    BadFile(
        "milestone",
        json.dumps(
            {
                **_PLAN,
                "workstreams": [
                    {"title": "w", "activities": [{"title": "a", "leads": [], "milestones": [{"text": "m"}]}]}
                ],
            }
        ).encode(),
        "workstreams[0].activities[0].milestones[0].due: is missing",
    ),
    BadFile(
        "section entry",
        json.dumps({**_PLAN, "plan": {"title": "P", "sections": [{"entries": [{"kind": "bullet"}]}]}}).encode(),
        "plan.sections[0].entries[0].text: is missing",
    ),
]

BAD_FILES = [*_BYTES, *_CHANGED, *_PLANS]
