"""`wibdesk search`: lines for people, JSON for scripts, and no private note unless it is asked for."""

import json
from pathlib import Path

import pytest

from tests.benchmarks.large_minutes import write_minutes
from tests.cli.conftest import Run
from tests.store.older import make_older
from wibdesk.store.database import Database
from wibdesk.store.search_filling import begin_anew


def found(run: Run, *words: str) -> list[dict[str, str]]:
    answer = run("search", *words, "--json")
    assert answer.code == 0
    return list(json.loads(answer.out))


def test_words_are_found_with_where_they_stand(filled: Run):
    rows = found(filled, "re-referral", "definition")
    assert {"decision", "action"} <= {row["kind"] for row in rows}
    assert all("definition" in row["words"].lower() for row in rows)
    assert all(row["body"] for row in rows)
    lines = filled("search", "re-referral", "definition").lines
    assert [line.split("\t")[0] for line in lines] == [row["kind"] for row in rows]


def test_a_kind_and_a_body_narrow_the_search(filled: Run):
    rows = found(filled, "definition", "--kind", "action")
    assert {row["kind"] for row in rows} == {"action"}
    assert found(filled, "definition", "--body", rows[0]["body"], "--kind", "action") == rows
    assert filled("search", "definition", "--body", "Nowhere").code == 1
    assert filled("search", "definition", "--kind", "song").code == 2


def test_who_owns_an_action_is_a_filter(filled: Run):
    rows = found(filled, "owner:rowe")
    assert rows
    assert all(row["kind"] == "action" and "Rowe" in row["people"] for row in rows)


def test_it_says_when_there_is_more(filled: Run):
    answer = filled("search", "the", "--most", "2")
    assert len(answer.lines) == 2
    assert "Shown are 2 of " in answer.err


def test_it_says_when_only_some_of_the_words_were_found(filled: Run):
    answer = filled("search", "definition", "unicorn")
    assert answer.lines
    assert "Nothing has all of these words: this has some of them." in answer.err


@pytest.mark.parametrize("words", ["unicorn", "-definition", '"', "kind:"])
def test_what_is_not_there_gives_nothing(filled: Run, words: str):
    assert found(filled, f" {words}") == []


def test_private_notes_are_found_only_when_they_are_named(filled: Run):
    notes = found(filled, "the OR a OR ring OR check OR before", "--kind", "note")
    assert {row["kind"] for row in notes} == {"note"}
    words = " ".join(notes[0]["words"].split()[:3])
    assert "note" not in {row["kind"] for row in found(filled, words)}


def test_an_earlier_register_is_made_ready_for_the_search_first(register: Path, run: Run):
    make_older(register, "0005")
    answer = run("search", "map")
    assert answer.code == 0
    assert answer.lines
    assert run("check").code == 0


def test_it_says_that_a_large_earlier_register_takes_its_time(register: Path, run: Run):
    database = Database(register)
    database.open()
    write_minutes(database, 4)
    with database.connection.begin():
        begin_anew(database.connection)
    database.close()
    answer = run("search", "board")
    assert len(answer.lines) == 4
    assert answer.err == "Getting the search ready: once only, it may take a minute.\n"
    assert run("search", "board").err == ""
