"""House styles are data: found by name, read from files, refused in words."""

import json
import os
from dataclasses import replace

import pytest

from wibdesk.documents.styles import house_style, read_style, style_names, style_remark
from wibdesk.domain.bodies import DEFAULT_HOUSE_STYLE
from wibdesk.domain.house_style import PLAIN, HouseStyle
from wibdesk.errors import UserError


def test_the_shipped_styles_are_read_the_default_first():
    assert style_names() == (
        "plain",
        "committee_resolutions",
        "improvement_board",
        "improvement_plan",
        "organisation_board",
        "trust_board",
    )
    styles = [house_style(name) for name in style_names()]
    assert [style.name for style in styles] == list(style_names())
    assert len({style.label for style in styles}) == len(styles)
    assert all(style.about.endswith(".") for style in styles)


def test_the_default_is_plain_and_accessible():
    style = house_style(None)
    assert style == replace(PLAIN, label=style.label, about=style.about)
    assert (style.text_size, style.capital_headings, style.italics) == (12, False, False)


def test_a_style_of_the_register_stands_before_a_shipped_one():
    own = {"trust_board": HouseStyle("trust_board", "Our own"), "ours": HouseStyle("ours", "Ours")}
    assert house_style("trust_board", own).label == "Our own"
    assert house_style("ours", own) is own["ours"]
    assert house_style("plain", own) == house_style(None, own) == house_style("nowhere", own)


def test_an_unknown_style_is_set_in_the_default_and_remarked_upon():
    assert house_style("nowhere") == house_style(None) == house_style(DEFAULT_HOUSE_STYLE)
    assert "“nowhere” is not known" in (style_remark("nowhere") or "")
    assert style_remark(None) is style_remark("improvement_board") is None
    assert style_remark("ours", HouseStyle("ours", "Ours")) is style_remark("ours", house_style("trust_board")) is None


def test_a_style_needs_only_a_label(tmp_path):
    path = tmp_path / "plain.json"
    path.write_text(json.dumps({"label": "Plain"}))
    assert read_style(path) == HouseStyle("plain", "Plain")


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("{", "is not valid JSON"),
        ("[" * 100_000, "is not valid JSON"),
        ("[]", "is not a table of settings"),
        ("{}", "has no label"),
        ('{"label": "x", "colour": "red"}', "not known: colour"),
        ('{"label": "x", "name": "y"}', "not known: name"),
        ('{"label": "x", "signature": "yes"}', "wrong value for signature, 'yes'"),
    ],
)
def test_a_wrong_style_is_refused_in_words_that_name_the_file(text, words, tmp_path):
    path = tmp_path / "mine.json"
    path.write_text(text)
    with pytest.raises(UserError, match=words) as refused:
        read_style(path)
    assert str(path) in str(refused.value)


def test_a_style_file_may_begin_with_the_mark_that_some_editors_put_first(tmp_path):
    path = tmp_path / "plain.json"
    path.write_text(json.dumps({"label": "Plain"}), encoding="utf-8-sig")
    assert read_style(path) == HouseStyle("plain", "Plain")


@pytest.mark.parametrize("name", ["none.json", "", "a\0b.json"])
def test_a_style_that_is_no_file_is_told(name, tmp_path):
    with pytest.raises(UserError, match="cannot be read"):
        read_style(tmp_path / name)


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="this system has no pipes with a name")
def test_a_pipe_is_not_waited_for(tmp_path):
    os.mkfifo(tmp_path / "pipe.json")
    with pytest.raises(UserError, match="cannot be read"):
        read_style(tmp_path / "pipe.json")
