"""Two hours of a partnership board, minuted by keys alone: what is recorded, what is printed, and what it costs."""

import json
from dataclasses import dataclass
from pathlib import Path

import pytest

from tests.journeys.papers import all_bytes, pdf_words, word_lines
from tests.journeys.script import FOLDER, words_of
from tests.journeys.two_hours import SCRIPT, minute, prepare, stored
from wibdesk.domain.rich_text import plain_text

RECORD = json.loads((FOLDER / "two_hours.record.json").read_text("utf-8"))
KEYS = (FOLDER / "two_hours.keys.txt").read_text("utf-8")
INITIALS, EXTRA = 2, 12
"""An action's own characters are its words, its deadline as typed and an owner's initials; so many keys may be more."""
PRIVATE = ("PLUMTREE", "QUINCE")


@dataclass(frozen=True)
class Held:
    """The meeting as it was stored, the papers saved, and the keys that each act took, by its name."""

    record: dict
    word: Path
    pdf: Path
    keys: dict[str, int]

    @property
    def table(self) -> str:
        """The keys of each act, one a line."""
        return "".join(f"{keys:>4} {act}\n" for act, keys in self.keys.items())


@pytest.fixture(scope="module")
def held(open_lasting_desk, tmp_path_factory):
    """Minute the meeting."""
    folder = tmp_path_factory.mktemp("two_hours")
    meeting_id = prepare(folder / "register.wibdesk")
    clerk = open_lasting_desk(folder)
    keys = minute(clerk)
    clerk.go_home()
    (word,), (pdf,) = clerk.papers.glob("*.docx"), clerk.papers.glob("*.pdf")
    return Held(stored(folder / "register.wibdesk", meeting_id), word, pdf, keys)


def entries(record, kind):
    return [entry for item in record["items"] for entry in item["entries"] if entry["kind"] == kind]


def test_what_was_typed_becomes_the_record_that_was_expected(held):
    assert held.record == RECORD


def test_each_act_takes_the_keys_that_the_table_tells(held):
    assert held.table == KEYS


def test_an_action_costs_at_most_twelve_keys_over_its_own_characters(held):
    cost = {act.removeprefix("action "): keys for act, keys in held.keys.items() if act.startswith("action ")}
    actions = {action["ref"]: action for action in entries(held.record, "action")}
    assert len(cost) == 5
    for ref, keys in cost.items():
        action = actions[ref]
        own = len(action["text"]) + len(action["due"]["as_written"]) + INITIALS * len(action["owners"])
        assert keys <= own + EXTRA, f"action {ref} took {keys} keys for {own} characters\n{held.table}"


def test_decisions_and_actions_are_printed_in_word_and_pdf(held):
    lines, words = "\n".join(word_lines(held.word)), pdf_words(held.pdf)
    said = [part for decision in entries(held.record, "decision") for part in decision["parts"]]
    said += [action["text"] for action in entries(held.record, "action")]
    for sentence in (*map(plain_text, said), *words_of(SCRIPT, "write")):
        assert sentence in lines
        assert sentence in words


def test_nothing_private_is_in_what_is_printed(held):
    notes = " ".join(note["text"] for note in entries(held.record, "private_note"))
    for word in PRIVATE:
        assert word in notes
        assert word.encode() not in all_bytes(held.word) + all_bytes(held.pdf)
        assert word not in pdf_words(held.pdf)
