"""A house style is data: each setting says what it is, what it may be, and what is wrong with anything else."""

from dataclasses import fields
from typing import get_args, get_type_hints

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.house_styles import house_styles
from wibdesk.domain.house_style import PLAIN, SETTINGS, HouseStyle, house_style_from, style_data
from wibdesk.domain.style_settings import LONGEST_TEXT, Group, Sort

BY_NAME = {setting.name: setting for setting in SETTINGS}


def test_there_is_one_setting_for_each_field_but_the_name_group_by_group():
    assert [setting.name for setting in SETTINGS] == [stored.name for stored in fields(HouseStyle)][1:]
    groups = list(dict.fromkeys(setting.group for setting in SETTINGS))
    assert groups == list(Group)
    runs = [group for n, group in enumerate(s.group for s in SETTINGS) if n == 0 or SETTINGS[n - 1].group != group]
    assert runs == groups


@pytest.mark.parametrize("setting", SETTINGS, ids=BY_NAME)
def test_a_setting_says_what_it_is_in_words_for_the_screen(setting):
    assert setting.label[0].isupper() or setting.label[0] == "“"
    assert not setting.label.endswith(".")
    assert setting.sentence.endswith(".")
    assert (setting.kind is Sort.CHOICE) == bool(setting.choices)
    assert setting.trouble(getattr(PLAIN, setting.name)) == ""


@pytest.mark.parametrize("setting", [s for s in SETTINGS if s.choices], ids=lambda s: s.name)
def test_the_choices_are_those_that_the_code_knows_each_in_words_of_its_own(setting):
    known = get_args(get_type_hints(HouseStyle)[setting.name])
    values = [value for value, _ in setting.choices]
    assert len(set(values)) == len({words for _, words in setting.choices}) == len(values)
    assert not known or set(values) == set(known)


@given(house_styles())
def test_a_style_is_the_same_after_being_written_and_read(style):
    assert house_style_from(style_data(style), style.name) == style


def test_only_what_differs_from_the_plain_style_is_written():
    style = HouseStyle("mine", "Mine", signature=False, text_size=14)
    assert style_data(style) == {"label": "Mine", "signature": False, "text_size": 14}
    assert style_data(PLAIN) == {"label": PLAIN.label}


@pytest.mark.parametrize(
    ("data", "words"),
    [
        ([], "is not a table of settings"),
        ({}, "has no label"),
        ({"label": ""}, "wrong value for label, '': it says what the style is called"),
        ({"label": "x", "colour": "red"}, "not known: colour. Known are label, about, minutes_title"),
        ({"label": "x", "name": "y"}, "not known: name"),
        ({"label": "x", 7: "y"}, "not known: 7"),
        ({"label": "x", "signature": 1}, "wrong value for signature, '1': it is true or false"),
        ({"label": "x", "attendance": "heap"}, "'heap': it is one of groups, lines, table"),
        ({"label": "x", "attendance": []}, "'\\[\\]': it is one of groups, lines, table"),
        ({"label": "x", "text_size": 5}, "'5': it is a number from 8 to 24"),
        ({"label": "x", "text_size": True}, "'True': it is a number from 8 to 24"),
        ({"label": "x", "text_size": float("nan")}, "it is a number from 8 to 24"),
        ({"label": "x", "year_starts": 4.5}, "'4.5': it is a whole number from 1 to 12"),
        ({"label": "x", "held_on": "a\nb"}, "it is one line of text"),
        ({"label": "x", "held_on": "x" * (LONGEST_TEXT + 1)}, "at most 300 letters"),
        ({"label": "x", "language": "English"}, "'English': it is the code of a language such as en-GB"),
        ({"label": "x", "exempt_words": "under {section}"}, "only {paragraph} may stand in braces"),
        ({"label": "x", "exempt_words": "under {"}, "only {paragraph} may stand in braces"),
    ],
)
def test_a_wrong_style_is_refused_in_words_that_say_what_would_be_right(data, words):
    with pytest.raises(ValueError, match=words) as refused:
        house_style_from(data, "mine")
    assert "The house style mine" in str(refused.value)


@given(st.sampled_from(SETTINGS), st.none() | st.booleans() | st.floats() | st.text() | st.lists(st.integers()))
def test_whatever_a_file_holds_is_either_right_or_said_to_be_wrong(setting, value):
    data = {"label": "x", setting.name: value}
    if setting.trouble(value):
        with pytest.raises(ValueError, match=f"wrong value for {setting.name}"):
            house_style_from(data, "mine")
    else:
        assert getattr(house_style_from(data, "mine"), setting.name) == value
