"""Lists: lines with tabs for people, one flat JSON array for scripts."""

import json
from datetime import date
from pathlib import Path
from typing import Any

import pytest

from tests.cli.conftest import Run
from wibdesk.desk import Desk
from wibdesk.services.house_styles import keep_style


def rows(run: Run, *words: str) -> list[dict[str, Any]]:
    listed = run("list", *words, "--json")
    assert (listed.code, listed.err) == (0, "")
    return list(json.loads(listed.out))


@pytest.mark.parametrize("noun", ["bodies", "meetings", "plans", "actions"])
def test_an_empty_register_lists_nothing(noun: str, run: Run, register: Path):
    assert rows(run, noun) == []
    assert run("list", noun).out == ""
    assert register.exists()


@pytest.mark.parametrize("noun", ["bodies", "meetings", "plans", "actions"])
def test_every_row_is_flat_and_has_its_reference(noun: str, filled: Run):
    found = rows(filled, noun)
    assert found
    assert all(row["ref"] for row in found)
    lines = filled("list", noun).lines
    assert [line.split("\t")[0] for line in lines] == [row["ref"] for row in found]


def test_the_reference_of_a_body_names_it_everywhere(filled: Run):
    first, second = rows(filled, "bodies")
    assert [row["ref"] for row in rows(filled, "bodies", "--body", first["ref"].lower())] == [first["ref"]]
    assert {row["body"] for row in rows(filled, "meetings", "--body", second["name"].upper())} == {second["name"]}
    assert {row["body"] for row in rows(filled, "actions", "--body", first["ref"])} == {first["name"]}


def test_an_unknown_body_is_told_with_those_that_are_there(filled: Run):
    refused = filled("list", "meetings", "--body", "Nowhere")
    assert (refused.code, refused.out) == (1, "")
    assert "no body “Nowhere”: the register has “Marlbridge Highways Sub-Committee”, “Norbury" in refused.err


def test_an_unknown_body_in_an_empty_register_is_told_so(run: Run):
    assert "the register has no body yet" in run("list", "plans", "--body", "Nowhere").err


def test_actions_are_filtered_by_owner_open_and_overdue(filled: Run):
    every = rows(filled, "actions")
    today = date.today().isoformat()
    unfinished = [row for row in every if row["status"] in ("open", "in_progress", "carried")]
    late = [row for row in unfinished if row["last_day"] and row["last_day"] < today]
    assert 0 < len(late) < len(unfinished) < len(every)
    assert rows(filled, "actions", "--open") == unfinished
    assert rows(filled, "actions", "--overdue") == late == [row for row in every if row["overdue"]]
    assert rows(filled, "actions", "--owner", "w pryce") == [row for row in every if "W Pryce" in row["owners"]]


def test_milestones_of_a_plan_are_not_actions(filled: Run):
    assert rows(filled, "plans")
    assert {row["meeting"][0] for row in rows(filled, "actions")} == {"M"}


def test_a_deadline_is_given_in_words_and_as_in_the_meeting_file(filled: Run):
    written = [row for row in rows(filled, "actions") if row["due"]["kind"] == "none" and row["due"].get("as_written")]
    assert [row["due_words"] for row in written] == [row["due"]["as_written"] for row in written]
    assert written


def test_house_styles_are_listed_with_where_they_come_from(filled: Run, register: Path):
    shipped = rows(filled, "styles")
    assert {row["origin"] for row in shipped} == {"shipped"}
    assert {"plain", "improvement_board"} <= {row["name"] for row in shipped}
    desk = Desk(register)
    try:
        desk.write(keep_style, "our_own", {"label": "Our own"}).result()
    finally:
        desk.close()
    assert filled("list", "styles").lines == [
        *("\t".join(row.values()) for row in shipped),
        "our_own\tOur own\town",
    ]
