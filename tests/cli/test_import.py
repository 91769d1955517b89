"""Meeting files go in whole or not at all, and come out as they went in."""

import json
from pathlib import Path
from typing import Any

import pytest

from tests.cli.conftest import Run
from tests.interchange.bad_files import BAD_FILES, GOOD
from tests.interchange.contract import examples, normal, without_references


def put(name: str, **meeting: Any) -> Path:
    """Write a small meeting file into the current folder."""
    path = Path(name)
    path.write_text(json.dumps({**GOOD, "meeting": {"date": "2026-09-01", **meeting}}), "utf-8")
    return path


def nothing_stored(run: Run) -> bool:
    return all(json.loads(run("list", noun, "--json").out) == [] for noun in ("bodies", "meetings", "plans", "actions"))


@pytest.mark.parametrize("path", examples())
def test_every_example_goes_in_and_comes_out_the_same(path: Path, shell: Run):
    original = json.loads(path.read_text("utf-8"))
    imported = shell("import", path)
    assert imported.code == 0
    ref, title = imported.lines[0].split("\t")
    assert title == (original.get("plan") or original["meeting"]).get("title", title)
    exported = shell("export", ref, "--as", "json", "--to", "back.json")
    assert exported.lines == [str(Path.cwd() / "back.json")]
    back = json.loads(Path("back.json").read_text("utf-8"))
    assert without_references(normal(back)) == without_references(normal(original))


def test_import_prints_a_reference_a_tab_and_a_title_for_each_file(run: Run):
    imported = run("import", put("a.json", title="Annual\tmeeting\nof all"), put("b.json"))
    assert imported.lines == ["M1\tAnnual meeting of all", "M2\tNorbury Board, 1 September 2026"]
    assert imported.err == ""


def test_no_bad_file_stores_anything_and_each_gets_one_sentence(run: Run):
    names = []
    for number, bad in enumerate(BAD_FILES):
        names.append(f"bad{number}.json")
        Path(names[-1]).write_bytes(bad.data)
    imported = run("import", *names)
    assert imported.code == 1
    assert imported.out == ""
    sentences = imported.err.splitlines()
    assert [line.partition(":")[0] for line in sentences] == names
    assert [bad.name for bad, line in zip(BAD_FILES, sentences, strict=True) if bad.sentence not in line] == []
    assert nothing_stored(run)


def test_a_bad_file_among_good_ones_is_told_and_the_others_go_in(run: Run):
    Path("bad.json").write_text("{", "utf-8")
    imported = run("import", put("a.json"), "bad.json", "missing.json", put("b.json", title="Second"))
    assert imported.code == 1
    assert [line.partition("\t")[0] for line in imported.lines] == ["M1", "M2"]
    assert imported.err.splitlines() == [
        "bad.json: line 1: the file ends in the middle, so part of it is missing",
        "missing.json: the file cannot be read (no such file or directory)",
    ]


def test_the_same_meeting_again_is_refused_unless_it_is_to_be_replaced(run: Run):
    assert run("import", put("a.json", venue="Old")).code == 0
    again = run("import", put("a.json", venue="New"))
    assert (again.code, again.out) == (1, "")
    assert "already in the register as M1" in again.err
    assert run("import", "a.json", "--replace").lines == ["M1\tNorbury Board, 1 September 2026"]
    assert [row["venue"] for row in json.loads(run("list", "meetings", "--json").out)] == ["New"]


def test_files_can_be_put_into_a_body_of_another_name(run: Run):
    assert run("import", put("a.json"), "--body", "Marlbridge Forum").code == 0
    assert [row["name"] for row in json.loads(run("list", "bodies", "--json").out)] == ["Marlbridge Forum"]


@pytest.mark.parametrize("name", ["", "  ", "N" * 301])
def test_a_body_name_that_cannot_be_is_refused_before_anything_is_stored(name: str, run: Run):
    refused = run("import", put("a.json"), "--body", name)
    assert refused.code == 1
    assert "A body's name has 1 to 300 letters" in refused.err
    assert nothing_stored(run)


@pytest.mark.parametrize("name", ["a\ab", "half a pair \udcff"])
def test_a_body_name_that_no_page_can_print_is_refused(name: str, run: Run):
    refused = run("import", put("a.json"), "--body", name)
    assert refused.code == 1
    assert "holds a character that no page can print" in refused.err
    assert nothing_stored(run)


def test_an_unknown_house_style_is_kept_and_warned_of(run: Run):
    path = Path("a.json")
    path.write_text(json.dumps({**GOOD, "body": {"name": "Norbury Board", "house_style": "gilded"}}), "utf-8")
    imported = run("import", path)
    assert imported.code == 0
    assert "“gilded” is not known" in imported.err
    assert [row["house_style"] for row in json.loads(run("list", "bodies", "--json").out)] == ["gilded"]
    warned = run("export", "M1", "--as", "pdf", "--to", "a.pdf")
    assert warned.code == 0
    assert "“gilded” is not known" in warned.err


def test_an_impossible_deadline_is_kept_and_warned_of(run: Run):
    document = json.loads(json.dumps(GOOD))
    document["items"][0]["entries"][0]["due"] = {"kind": "none", "as_written": "31/09/18"}
    Path("a.json").write_text(json.dumps(document), "utf-8")
    imported = run("import", "a.json")
    assert imported.code == 0
    assert "“31/09/18” names a day that the calendar does not have" in imported.err


def test_a_plan_goes_into_a_named_body_once(run: Run):
    plan = {"format": "wibdesk.plan", "version": 1, "body": {"name": "B"}, "plan": {"title": "P"}, "workstreams": []}
    Path("p.json").write_text(json.dumps(plan), "utf-8")
    assert run("import", "p.json", "--body", " Marlbridge Forum ").lines == ["P1\tP"]
    again = run("import", "p.json", "--body", "Marlbridge Forum")
    assert (again.code, again.out) == (1, "")
    assert again.err.startswith("p.json: ")
    assert [row["body"] for row in json.loads(run("list", "plans", "--json").out)] == ["Marlbridge Forum"]
