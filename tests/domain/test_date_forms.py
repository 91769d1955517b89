"""Dates and times in every form of a house style."""

from datetime import date, time
from typing import get_args

import pytest
from hypothesis import given
from hypothesis import strategies as st

from wibdesk.domain.date_forms import DateForm, Forms, TimeForm
from wibdesk.domain.dates import read_date, read_time

DAY = date(2017, 8, 1)


@pytest.mark.parametrize(
    ("form", "long", "plain", "compact"),
    [
        ("long", "Tuesday 1 August 2017", "1 August 2017", "1 Aug 2017"),
        ("comma", "Tuesday, 1 August 2017", "1 August 2017", "1 Aug 2017"),
        ("ordinal", "Tuesday 1st August 2017", "1st August 2017", "1 Aug 2017"),
        ("ordinal_comma", "Tuesday, 1st August, 2017", "1st August, 2017", "1 Aug 2017"),
        ("numeric", "01/08/17", "01/08/17", "01/08/17"),
    ],
)
def test_a_date_has_its_form_wherever_it_stands(form, long, plain, compact):
    forms = Forms(form)
    assert (forms.long(DAY), forms.plain(DAY), forms.compact(DAY)) == (long, plain, compact)


@pytest.mark.parametrize(
    ("form", "words"),
    [
        ("2.30 pm", ("2.30 pm", "9 am", "12 noon", "12 midnight", "9.05 am")),
        ("2.30pm", ("2.30pm", "9am", "12 noon", "12 midnight", "9.05am")),
        ("14:30", ("14:30", "09:00", "12:00", "00:00", "09:05")),
        ("14.30", ("14.30", "09.00", "12.00", "00.00", "09.05")),
    ],
)
def test_a_time_has_its_form(form, words):
    moments = (time(14, 30), time(9), time(12), time(0), time(9, 5))
    assert tuple(map(Forms(times=form).time, moments)) == words


@pytest.mark.parametrize(
    ("day", "ending"),
    [(1, "1st"), (2, "2nd"), (3, "3rd"), (4, "4th"), (11, "11th"), (13, "13th"), (22, "22nd"), (31, "31st")],
)
def test_an_ordinal_date_has_the_right_ending(day, ending):
    assert Forms("ordinal").plain(date(2026, 10, day)) == f"{ending} October 2026"


def test_a_year_of_another_century_is_written_whole():
    assert Forms("numeric").plain(date(1917, 8, 1)) == "01/08/1917"


@given(st.sampled_from(get_args(DateForm)), st.dates(date(1000, 1, 1)))
def test_every_form_of_a_date_reads_back_as_the_same_day(form, day):
    words = Forms(form).plain(day)
    assert read_date(words.replace(",", "")) == day


@given(st.sampled_from(get_args(TimeForm)), st.builds(time, st.integers(0, 23), st.integers(0, 59)))
def test_every_form_of_a_time_reads_back_as_the_same_moment(form, moment):
    words = Forms(times=form).time(moment)
    assert read_time({"12 noon": "noon", "12 midnight": "midnight"}.get(words, words)) == moment
