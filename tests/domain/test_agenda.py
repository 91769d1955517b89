"""Agendas read from pasted text."""

from datetime import time

import pytest

from wibdesk.domain.agenda import read_agenda


@pytest.mark.parametrize(
    ("line", "title", "clock", "minutes"),
    [
        ("Front door", "Front door", None, None),
        ("3. Front door", "Front door", None, None),
        ("3) Front door", "Front door", None, None),
        ("Item 3: Front door", "Front door", None, None),
        ("No. 3 Front door", "Front door", None, None),
        ("09:45 Front door", "Front door", time(9, 45), None),
        ("9.45am Front door", "Front door", time(9, 45), None),
        ("11:25: Intensive Family Intervention", "Intensive Family Intervention", time(11, 25), None),
        ("3. 09:45 Front door", "Front door", time(9, 45), None),
        ("09:45 3. Front door", "Front door", time(9, 45), None),
        ("09:45 – 10:05 Front door", "Front door", time(9, 45), None),
        ("Front door (20 mins)", "Front door", None, 20),
        ("Front door, 20 minutes", "Front door", None, 20),
        ("3. Front door 09:45", "Front door", time(9, 45), None),
        ("• Front door", "Front door", None, None),
        ("3. 12 week improvement plan", "12 week improvement plan", None, None),
        ("12 week improvement plan", "12 week improvement plan", None, None),
        ("2026 plan", "2026 plan", None, None),
        ("25:99 odd clock", "25:99 odd clock", None, None),
        ("1 Welcome", "Welcome", None, None),
    ],
)
def test_a_line_becomes_an_item(line, title, clock, minutes):
    (item,) = read_agenda(line)
    assert (item.title, item.time, item.planned_minutes, item.number) == (title, clock, minutes, "1")


@pytest.mark.parametrize(
    ("line", "title", "minutes", "presenter"),
    [
        ("Front door (20 min) – J Amari", "Front door", 20, "J Amari"),
        ("3. Front door (20 mins) - Cllr Sutton", "Front door", 20, "Cllr Sutton"),
        ("Front door – J Amari (20 min)", "Front door", 20, "J Amari"),
        ("Front door (J Amari, 20 min)", "Front door", 20, "J Amari"),
        ("Front door (20 minutes, J Amari)", "Front door", 20, "J Amari"),
        ("Front door (20 min): Helen Ferrer", "Front door", 20, "Helen Ferrer"),
        ("Front door (20 min) – Head of Front Door", "Front door", 20, "Head of Front Door"),
        ("Front door (5 min) – Chair", "Front door", 5, "Chair"),
        ("Front door – J Amari, 20 mins", "Front door", 20, "J Amari"),
        ("Front door, 20 mins – J Amari", "Front door", 20, "J Amari"),
        ("Front door (Dr P Hart)", "Front door", None, "Dr P Hart"),
        ("Front door – Det Supt K. Rowe and J Amari", "Front door", None, "Det Supt K. Rowe and J Amari"),
        ("Front door – Cllr Jane Smith", "Front door", None, "Cllr Jane Smith"),
        ("Budget – Capital Programme", "Budget – Capital Programme", None, None),
        ("Budget (Capital Programme)", "Budget (Capital Programme)", None, None),
        ("Budget – A Review", "Budget – A Review", None, None),
        ("Budget (10 min) – for decision", "Budget – for decision", 10, None),
        ("Budget (10 min) – Verbal Update", "Budget – Verbal Update", 10, None),
        ("Budget (10 min) – Part 2", "Budget – Part 2", 10, None),
        ("Budget (report attached, 10 min)", "Budget (report attached, 10 min)", None, None),
        ("Budget (10 min) (appendix)", "Budget (appendix)", 10, None),
        ("J Amari", "J Amari", None, None),
        ("(10 min)", "(10 min)", 10, None),
    ],
)
def test_a_length_and_a_presenter_are_taken_off_a_line_and_what_is_not_sure_stays(line, title, minutes, presenter):
    (item,) = read_agenda(line)
    assert (item.title, item.planned_minutes, item.presenter) == (title, minutes, presenter)


def test_headings_blank_lines_and_bare_numbers_are_passed_over():
    text = "AGENDA\n\n1.\nWelcome\n2.\nMinutes of the last meeting\n"
    assert [(i.number, i.title) for i in read_agenda(text)] == [("1", "Welcome"), ("2", "Minutes of the last meeting")]


def test_five_hundred_lines_give_five_hundred_items():
    items = read_agenda("\n".join(f"{n}. Item about {n} things" for n in range(1, 501)))
    assert len(items) == 500
    assert items[-1].number == "500"
