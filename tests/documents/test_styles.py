"""House styles are data: found by name, read from files, refused in words."""

import json

import pytest

from wibdesk.documents.styles import house_style, read_style, style_names, style_remark
from wibdesk.domain.bodies import DEFAULT_HOUSE_STYLE
from wibdesk.domain.house_style import HouseStyle
from wibdesk.errors import UserError


def test_the_shipped_styles_are_read_the_default_first():
    assert style_names() == ("organisation_board", "improvement_board")
    assert {house_style(name).name for name in style_names()} == set(style_names())


def test_an_unknown_style_is_set_in_the_default_and_remarked_upon():
    assert house_style("nowhere") == house_style(None) == house_style(DEFAULT_HOUSE_STYLE)
    assert "“nowhere” is not known" in (style_remark("nowhere") or "")
    assert style_remark(None) is style_remark("improvement_board") is None


def test_a_style_needs_only_a_label(tmp_path):
    path = tmp_path / "plain.json"
    path.write_text(json.dumps({"label": "Plain"}))
    assert read_style(path) == HouseStyle("plain", "Plain")


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("{", "is not valid JSON"),
        ("[]", "is not a table of settings"),
        ("{}", "has no label"),
        ('{"label": "x", "colour": "red"}', "not known: colour"),
        ('{"label": "x", "name": "y"}', "not known: name"),
        ('{"label": "x", "signature": "yes"}', "wrong value for signature: 'yes'"),
    ],
)
def test_a_wrong_style_is_refused_in_words_that_name_the_file(text, words, tmp_path):
    path = tmp_path / "mine.json"
    path.write_text(text)
    with pytest.raises(UserError, match=words) as refused:
        read_style(path)
    assert str(path) in str(refused.value)


def test_a_style_that_is_not_there_is_told(tmp_path):
    with pytest.raises(UserError, match="cannot be read"):
        read_style(tmp_path / "none.json")
