"""Charts as drawings: all of it on the paper, words beside what they name, and readable without colour."""

from dataclasses import replace
from datetime import date, timedelta
from itertools import pairwise

import pytest
from lxml import etree

from tests.figure_facts import LONG_NAME, TODAY, busy
from wibdesk.documents.charts.chart import Bar, Bars, Chart, Column, Columns, Grid, GridRow, Timeline, TimeRow
from wibdesk.documents.charts.drawing import Anchor, Area, Drawing, Ink, Strokes, Words
from wibdesk.documents.charts.page import PRINTED, page_drawing, page_pen, page_svg
from wibdesk.documents.charts.painters import PAINTERS, drawn_chart
from wibdesk.documents.charts.svg import svg_of
from wibdesk.documents.compose.figures_charts import charts_of

WIDE = 470.0
PEN = page_pen()


def words(drawing: Drawing) -> list[Words]:
    return [shape for shape in drawing.shapes if isinstance(shape, Words)]


def said(drawing: Drawing) -> list[str]:
    return [each.text for each in words(drawing)]


def box(each: Words) -> tuple[float, float, float, float]:
    """Return left, top, right and bottom of written words."""
    width = PEN.measure(each.text, each.size, each.bold)
    left = each.x - width * {Anchor.START: 0, Anchor.MIDDLE: 0.5, Anchor.END: 1}[each.anchor]
    return left, each.y - each.size * 0.7, left + width, each.y


def outside(drawing: Drawing, slack: float = 3.0) -> list[object]:
    """Return what reaches over the edges of the drawing."""
    found: list[object] = []
    for shape in drawing.shapes:
        if isinstance(shape, Words):
            left, top, right, bottom = box(shape)
        else:
            places = shape.points if isinstance(shape, Area) else [p for line in shape.lines for p in line]
            left, right = min(x for x, _ in places), max(x for x, _ in places)
            top, bottom = min(y for _, y in places), max(y for _, y in places)
        if left < -slack or top < -slack or right > drawing.width + slack or bottom > drawing.height + slack:
            found.append(shape)
    return found


def colliding(drawing: Drawing) -> list[tuple[str, str]]:
    """Return pairs of words that stand on each other."""
    boxes = [(each.text, box(each)) for each in words(drawing)]
    return [
        (one, two)
        for n, (one, (left, top, right, bottom)) in enumerate(boxes)
        for two, (x, y, end, foot) in boxes[n + 1 :]
        if left < end - 0.5 and x < right - 0.5 and top < foot - 0.5 and y < bottom - 0.5
    ]


@pytest.mark.parametrize("width", [240.0, WIDE, 900.0])
@pytest.mark.parametrize("meetings", [1, 2, 11, 60])
@pytest.mark.parametrize("members", [1, 6, 40])
def test_every_chart_keeps_to_its_paper_and_no_words_collide(width, meetings, members):
    for chart in charts_of(busy(meetings, members, owners=members)):
        drawing = drawn_chart(chart.picture, width, PEN)
        assert outside(drawing) == [], chart.name
        assert colliding(drawing) == [], chart.name


def test_every_kind_of_picture_has_a_painter():
    kinds = {type(chart.picture) for chart in charts_of(busy())}
    assert kinds == set(PAINTERS)


def test_the_hatched_part_has_its_number_and_word_beside_it_or_on_a_line_below():
    few = Columns((Column("17 Mar", 12, 3), Column("28 Apr", 14, 5)), "late")
    assert {"3 late", "5 late", "12", "14", "17 Mar", "28 Apr"} <= set(said(drawn_chart(few, WIDE, PEN)))
    many = Columns(tuple(Column("28 Apr", 14, 5) for _ in range(24)), "late")
    below = said(drawn_chart(many, WIDE, PEN))
    assert below.count("late") == 1
    assert below.count("5") >= 24
    assert {"28", "Apr"} <= set(below)


def test_columns_without_a_part_speak_of_none():
    assert not [
        text for text in said(drawn_chart(Columns((Column("17 Mar", 0),), "late"), WIDE, PEN)) if "late" in text
    ]


def test_years_stand_below_columns_of_more_than_one():
    columns = (Column("4 Nov", 3, group="2025"), Column("2 Jun", 1, group="2026"))
    assert {"2025", "2026"} <= set(said(drawn_chart(Columns(columns, "late"), WIDE, PEN)))
    one = Columns((Column("4 Nov", 3, group="2025"),), "late")
    assert "2025" not in said(drawn_chart(one, WIDE, PEN))


@pytest.mark.parametrize(("top", "last"), [(0, "0"), (1, "1"), (3, "3"), (9, "5"), (14, "10"), (1234, "1000")])
def test_the_axis_counts_in_round_numbers(top, last):
    ticks = [each.text for each in words(drawn_chart(Columns((Column("x", top),), "late"), WIDE, PEN))
             if each.anchor is Anchor.END]  # fmt: skip
    assert ticks[0] == "0"
    assert ticks[-1] == last
    assert len(ticks) <= 5


def test_a_bar_shows_what_is_done_late_by_slanting_lines_and_what_is_left_by_an_empty_box():
    drawing = drawn_chart(Bars((Bar("J Amari", 3, "3 of 5, 1 late", part=1, whole=5),)), WIDE, PEN)
    empty, solid, hatched = (shape for shape in drawing.shapes if isinstance(shape, Area))
    (lines,) = (shape for shape in drawing.shapes if isinstance(shape, Strokes))
    assert (empty.fill, solid.fill, hatched.edge) == (Ink.GROUND, Ink.FILL, Ink.STRESS)
    left, right = min(x for x, _ in hatched.points), max(x for x, _ in hatched.points)
    assert left >= max(x for x, _ in solid.points) - 1
    assert all(left - 0.1 <= x <= right + 0.1 for line in lines.lines for x, _ in line)
    assert all(start[1] >= end[1] for start, end in lines.lines)


def test_a_bar_of_nothing_is_a_line_and_says_so():
    drawing = drawn_chart(Bars((Bar("under 1 month", 0, "0"),)), WIDE, PEN)
    assert said(drawing) == ["under 1 month", "0"]
    assert [type(shape) for shape in drawing.shapes if not isinstance(shape, Words)] == [Strokes]
    assert drawn_chart(Bars(()), WIDE, PEN).shapes == ()


def test_a_long_name_is_cut_with_an_ellipsis():
    (name, _) = said(drawn_chart(Bars((Bar(LONG_NAME, 1, "1"),)), 300.0, PEN))
    assert name.endswith("…")
    assert LONG_NAME.startswith(name[:-1])
    assert PEN.fitted("Rowe", 0) == "…"


def test_the_grid_says_apologies_deputy_and_absent_by_mark_and_edge():
    rows = (GridRow("J Amari", ("", "A", "D", "–", "?", " "), "1 of 5", stressed=True),)
    drawing = drawn_chart(Grid(rows, "Filled: present"), WIDE, PEN)
    squares = [shape for shape in drawing.shapes if isinstance(shape, Area)]
    assert [(square.fill, square.dashed) for square in squares] == [
        (Ink.FILL, False), (Ink.GROUND, False), (Ink.SOFT, False), (Ink.GROUND, True), (Ink.GROUND, True),
    ]  # fmt: skip
    assert said(drawing) == ["J Amari", "A", "D", "–", "?", "1 of 5", "Filled: present"]


@pytest.mark.parametrize("width", [240.0, WIDE])
def test_squares_of_many_meetings_stay_apart(width):
    rows = (GridRow(LONG_NAME, ("", "A") * 12, "12 of 24"),)
    drawing = drawn_chart(Grid(rows, "Filled: present"), width, PEN)
    edges = [sorted({x for x, _ in shape.points}) for shape in drawing.shapes if isinstance(shape, Area)]
    assert all(one[1] < two[0] for one, two in pairwise(edges))
    assert edges[-1][1] - edges[-1][0] > 3


def test_milestones_of_one_day_stand_on_each_other_and_the_shapes_tell_how_they_stand():
    points = tuple((TODAY, standing) for standing in ("done", "to come", "overdue"))
    drawing = drawn_chart(Timeline((TimeRow("1 Front door", points, "1 overdue"),), TODAY, "key"), WIDE, PEN)
    done, due, late = (shape for shape in drawing.shapes if isinstance(shape, Area))
    assert (done.fill, due.fill, due.edge, late.fill) == (Ink.FILL, Ink.GROUND, Ink.FILL, Ink.STRESS)
    heights = [min(y for _, y in mark.points) for mark in (done, due, late)]
    assert heights == sorted(heights, reverse=True)
    # A diamond stands on its tip.
    assert len({y for _, y in done.points}) == 2
    assert len({y for _, y in late.points}) == 3
    assert "today" in said(drawing)


@pytest.mark.parametrize(("days", "first"), [(40, "Sep 2026"), (400, "Oct 2026"), (2500, "2027"), (20000, "2031")])
def test_the_axis_of_time_has_as_many_marks_as_have_room(days, first):
    points = ((TODAY, "done"), (TODAY + timedelta(days=days), "to come"))
    drawing = drawn_chart(Timeline((TimeRow("1", points, ""),), date(2020, 1, 1), "key"), WIDE, PEN)
    assert "today" not in said(drawing)
    assert first in said(drawing)
    assert colliding(drawing) == []


def test_in_a_narrow_chart_of_time_names_take_two_lines_and_its_marks_stand_apart():
    rows = tuple(
        TimeRow(name, ((TODAY - timedelta(days=250), "done"), (TODAY + timedelta(days=240), "to come")), "1 of 3 done")
        for name in ("2 Practice that hears the child", "3 A workforce that stays")
    )
    drawing = drawn_chart(Timeline(rows, TODAY, "key"), 240.0, PEN)
    assert not any("…" in each for each in said(drawing))
    assert colliding(drawing) == []


def test_what_a_bar_leads_to_covers_it():
    for chart in charts_of(busy()):
        drawing = drawn_chart(chart.picture, WIDE, PEN)
        assert all(spot.words and spot.box[2] > 0 and spot.box[3] > 0 for spot in drawing.spots)
    owners = next(chart for chart in charts_of(busy()) if chart.name == "owner")
    assert [spot.key for spot in drawn_chart(owners.picture, WIDE, PEN).spots] == [row[0] for row in owners.rows]


def test_a_chart_taller_than_a_page_is_drawn_with_smaller_words():
    rows = tuple(GridRow(f"Member {n}", ("",) * 12, "12 of 12") for n in range(45))
    tall = drawn_chart(Grid(rows, "Filled: present"), WIDE, PEN)
    fitted = page_drawing(Grid(rows, "Filled: present"), WIDE)
    assert tall.height > 440 >= fitted.height
    assert min(each.size for each in words(fitted)) > 4


def test_svg_has_every_word_and_colours_of_the_palette_alone():
    chart = replace(charts_of(busy())[0])
    root = etree.fromstring(
        svg_of(chart.picture, {ink: f"#{n}{n}{n}" for n, ink in enumerate(Ink)}, WIDE, PEN, "Arimo")
    )
    texts = [each.text for each in root.iter("{*}text")]
    assert texts == said(drawn_chart(chart.picture, WIDE, PEN))
    used = {value for each in root.iter() for value in (each.get("fill"), each.get("stroke")) if value}
    assert used <= {f"#{n}{n}{n}" for n in range(len(Ink))} | {"none"}


def test_svg_holds_any_name():
    odd = Bars((Bar('<script>&"\x00\u202e', 1, "1"),))
    shown = page_svg(odd, WIDE)
    root = etree.fromstring(shown.data)
    assert next(root.iter("{*}text")).text.startswith('<script>&"')
    assert {each.tag.rpartition("}")[2] for each in root.iter()} <= {"svg", "polygon", "path", "text"}
    assert (root.get("width"), root.get("height")) == (f"{shown.width:g}pt", f"{shown.height:g}pt")
    assert set(PRINTED) == set(Ink)


def test_a_chart_says_its_finding_and_all_its_figures_in_words():
    chart = Chart(
        "age",
        "One action is old",
        "Age of two",
        Bars(()),
        ("Age", "Open", "Late"),
        (("Old", 1, 0), ("New", 1, 1)),
        (1, 1, 1),
    )
    assert chart.words == "One action is old. Age of two. Old: open 1, late 0. New: open 1, late 1."
