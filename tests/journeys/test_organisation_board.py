"""A board of many organisations: two meetings typed by keys alone, their minutes and the action log on paper."""

from dataclasses import dataclass
from pathlib import Path

import pytest

from tests.journeys.papers import (
    all_bytes,
    assert_in_order,
    assert_words_in_order,
    bare,
    pdf_words,
    word_lines,
)
from tests.journeys.script import FOLDER, read_script, words_of

SCRIPT, NEXT = read_script("organisation_board"), read_script("organisation_board_next")
MINUTES = (FOLDER / "organisation_board.minutes.txt").read_text("utf-8").splitlines()
NAME = "Aldershire Children's Services Improvement Board"
CANARY = "kumquat"


@dataclass(frozen=True)
class Papers:
    """The files that came of it."""

    word: Path
    pdf: Path
    log: Path


@pytest.fixture(scope="module")
def papers(open_lasting_desk, tmp_path_factory):
    """Type both meetings and return what was saved."""
    folder = tmp_path_factory.mktemp("organisation_board")
    clerk = open_lasting_desk(folder)
    clerk.play(SCRIPT)
    clerk.play(NEXT)
    minutes = clerk.papers / f"{NAME} 2017-08-01 minutes draft full, not for publication.docx"
    return Papers(minutes, minutes.with_suffix(".pdf"), clerk.papers / f"{NAME} 2017-09-06 action log.docx")


def test_the_word_file_holds_the_meeting_in_order(papers):
    assert_in_order(MINUTES, word_lines(papers.word))


def test_the_pdf_reads_the_same_as_the_word_file(papers):
    assert_words_in_order(map(bare, MINUTES), pdf_words(papers.pdf))


def test_every_sentence_that_was_typed_is_printed(papers):
    lines, words = "\n".join(word_lines(papers.word)), pdf_words(papers.pdf)
    for sentence in words_of(SCRIPT, "write"):
        assert sentence in lines
        assert sentence in words


def test_the_private_note_is_in_no_file(papers):
    assert any(CANARY in sentence for sentence in words_of(SCRIPT, "hide"))
    for path in (papers.word, papers.pdf, papers.log):
        assert CANARY.encode() not in all_bytes(path)
    assert CANARY not in pdf_words(papers.pdf)


def test_what_was_taken_back_is_not_printed(papers):
    assert "Nonsense" not in "\n".join(word_lines(papers.word)) + pdf_words(papers.pdf)


def test_the_log_on_paper_tells_how_each_action_stands(papers):
    wanted = [
        "2.2 | Every member to bring one example of good practice. | Board Members",
        "Half of the examples have come in. | 1 Aug 2017 / Item 2: Minutes of the last meeting",
        "2.3 | Find a room for the workshop. | Paul Wick | No date | Open",
        "2.1 | Share some social worker profiles with the Board. | Nat Birch / Lou Storr",
        "Done",
        "4.1 | Send the young people a letter of thanks. | Tilda Crewe",
        "The letters went out on Monday. | 1 Aug 2017 / Item 4: Being a good corporate parent",
    ]
    assert_words_in_order(wanted, "\n".join(word_lines(papers.log)))
