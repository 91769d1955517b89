"""A file that is not right is refused in one sentence that names the place."""

import json
from pathlib import Path

import pytest

from tests.interchange.bad_files import BAD_FILES, GOOD, BadFile
from wibdesk.errors import UserError
from wibdesk.interchange.meeting_file import read_file, read_text


def test_the_file_that_the_others_are_made_of_is_accepted():
    read_text(json.dumps(GOOD), name="good")


@pytest.mark.parametrize("bad", BAD_FILES, ids=lambda bad: bad.name)
def test_a_bad_file_is_refused_in_one_sentence_with_its_place(bad: BadFile, tmp_path: Path):
    path = tmp_path / "bad.json"
    path.write_bytes(bad.data)
    with pytest.raises(UserError) as refused:
        read_file(path)
    sentence = str(refused.value)
    assert sentence.startswith(f"bad.json: {bad.sentence}") or bad.sentence in sentence
    assert sentence.startswith("bad.json: ")
    assert "\n" not in sentence
    assert len(sentence) < 300


@pytest.mark.parametrize("name", ["missing.json", "folder", "a\0b"])
def test_a_file_that_cannot_be_read_is_refused_in_words(name: str, tmp_path: Path):
    (tmp_path / "folder").mkdir()
    with pytest.raises(UserError, match="the file cannot be read"):
        read_file(tmp_path / name)


def test_pasted_text_is_refused_under_the_name_it_is_given():
    with pytest.raises(UserError, match=r"^pasted text: the file is empty$"):
        read_text("", name="pasted text")
