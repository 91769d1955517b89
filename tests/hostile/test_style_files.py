"""A house style from anywhere is refused in one sentence, or it is a house style."""

import json
from pathlib import Path

import pytest

from wibdesk.documents.styles import read_style
from wibdesk.domain.house_style import style_data
from wibdesk.errors import UserError
from wibdesk.paths import resource

GOOD = json.loads(resource("styles/improvement_board.json").read_text("utf-8"))
EVERY = style_data(read_style(resource("styles/improvement_board.json")))
WRONG = (
    None,
    True,
    -1,
    1e308,
    float("nan"),
    float("inf"),
    10**30,
    "",
    "x" * 100_000,
    "\0\u202e",
    "../../x",
    [],
    {},
    [[]],
)


def refusal(data: bytes, folder: Path) -> str:
    """Return the sentence that refuses the style; empty where it is one."""
    path = folder / "style.json"
    path.write_bytes(data)
    try:
        read_style(path)
    except UserError as trouble:
        return str(trouble)
    return ""


@pytest.mark.parametrize(
    "data",
    [b"", b"\0" * 1000, b"[" * 400_000, b'{"a":' * 90_000, b"\xff\xfe", b"[]", b"1" * 10_000, b'{"label": "x", "x": 1}',
     b"PK\3\4", b'{"label": 1e400}', json.dumps(GOOD).encode()[:-5], b" " * 500_001,
     json.dumps({**GOOD, "k" * 100_000 + "\n": 1}).encode()],
    ids=range(13),
)  # fmt: skip
def test_a_file_that_is_no_house_style_is_refused(data: bytes, tmp_path: Path):
    said = refusal(data, tmp_path)
    assert said.startswith("The house style style ")
    assert "\n" not in said
    assert len(said) < 1_500


@pytest.mark.parametrize("setting", EVERY)
def test_a_setting_takes_a_value_of_its_sort_and_no_other(setting: str, tmp_path: Path):
    said = [refusal(json.dumps({**GOOD, setting: value}).encode(), tmp_path) for value in WRONG]
    assert len(list(filter(None, said))) >= 5
    assert all("\n" not in sentence and len(sentence) < 1_000 for sentence in said)
