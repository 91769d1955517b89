"""A board with no numbers before its items: from an empty register to its minutes in Word and PDF, by keys alone."""

from dataclasses import dataclass
from pathlib import Path

import pytest

from tests.journeys.papers import assert_in_order, assert_words_in_order, bare, pdf_words, word_lines
from tests.journeys.script import FOLDER, read_script, words_of

SCRIPT = read_script("improvement_board")
MINUTES = (FOLDER / "improvement_board.minutes.txt").read_text("utf-8").splitlines()
NAME = "Thornmere Children's Improvement Board 2017-10-18 minutes draft"


@dataclass(frozen=True)
class Papers:
    """The files that came of it."""

    word: Path
    pdf: Path


@pytest.fixture(scope="module")
def papers(open_lasting_desk, tmp_path_factory):
    """Type the whole meeting and return what was saved."""
    folder = tmp_path_factory.mktemp("improvement_board")
    clerk = open_lasting_desk(folder)
    clerk.play(SCRIPT)
    return Papers(clerk.papers / f"{NAME}.docx", clerk.papers / f"{NAME}.pdf")


def test_the_word_file_holds_the_meeting_in_order(papers):
    assert_in_order(MINUTES, word_lines(papers.word))


def test_the_pdf_reads_the_same_as_the_word_file(papers):
    assert_words_in_order(map(bare, MINUTES), pdf_words(papers.pdf))


def test_every_sentence_that_was_typed_is_printed(papers):
    lines, words = "\n".join(word_lines(papers.word)), pdf_words(papers.pdf)
    for sentence in words_of(SCRIPT, "write"):
        assert sentence in lines
        assert sentence in words


def test_the_correction_of_the_last_minutes_is_printed_with_all_its_facts(papers):
    line = next(line for line in word_lines(papers.word) if line.startswith("In the minutes of 20th September 2017"))
    assert_words_in_order(["page five", "“a third of families”", "“a quarter of families”", "Bola Osei"], line)
