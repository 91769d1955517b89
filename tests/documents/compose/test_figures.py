"""The report in figures: every finding with its picture and table, in every format, and nothing exempt in public."""

import io
from dataclasses import replace
from datetime import datetime

import openpyxl
import pytest

from tests.figure_facts import LONG_NAME, TODAY, action, busy
from wibdesk.documents.charts.chart import Grid
from wibdesk.documents.charts.page import page_drawing
from wibdesk.documents.compose.figures import NOTHING, compose_figures
from wibdesk.documents.compose.figures_charts import CHARTS, MOST_BARS, charts_of
from wibdesk.documents.document import ChartBlock, Heading, Paragraph, Table, words_of
from wibdesk.documents.editions import Edition
from wibdesk.documents.kinds import KINDS
from wibdesk.documents.making import make
from wibdesk.documents.material import Material
from wibdesk.documents.styles import house_style
from wibdesk.documents.writers import WRITERS
from wibdesk.domain.figures import Facts, Period

NOW = datetime(2026, 9, 1, 9, 30)
STYLE = house_style(None)


def report(facts):
    return compose_figures(facts.body_name, facts, STYLE, today=TODAY)


def test_every_figure_has_finding_picture_and_table_in_this_order():
    document = report(busy())
    kinds = [type(block) for block in document.blocks[3:]]
    assert kinds == [Heading, Paragraph, ChartBlock, Table] * len(CHARTS)
    headings = [words_of(block.runs) for block in document.blocks[3:] if isinstance(block, Heading)]
    assert headings == [chart.finding for chart in charts_of(busy())]
    assert not document.landscape


def test_what_cannot_be_seen_is_said_in_words():
    for block, chart in zip(
        [block for block in report(busy()).blocks if isinstance(block, ChartBlock)], charts_of(busy()), strict=True
    ):
        assert block.words.startswith(f"{chart.finding}. {chart.about}.")
        assert all(str(row[0]) in block.words for row in chart.rows)


def test_a_register_of_many_members_is_shown_in_parts_that_a_page_has_room_for():
    document = report(busy(members=100))
    blocks = [block for block in document.blocks if isinstance(block, ChartBlock) and isinstance(block.picture, Grid)]
    assert [len(block.picture.rows) for block in blocks] == [33, 34, 33]
    names = [row.name for block in blocks for row in block.picture.rows]
    assert names == [
        row[0] for chart in charts_of(busy(members=100)) if chart.name == "attendance" for row in chart.rows
    ]
    assert all(f"{row.name}: " in block.words for block in blocks for row in block.picture.rows)
    assert all(page_drawing(block.picture, 480).height <= 440 for block in blocks)
    assert len({block.picture.key for block in blocks}) == 1


def test_the_spreadsheet_has_a_sheet_for_each_chart_with_numbers_and_dates():
    book = openpyxl.load_workbook(io.BytesIO(WRITERS["xlsx"](report(busy()), STYLE)))
    assert book.sheetnames == [name.capitalize() for name in CHARTS]
    first = list(book["Open"].iter_rows(values_only=True))
    assert first[0] == ("After the meeting of", "Open", "Overdue")
    assert first[-1][0].date() == TODAY
    assert all(isinstance(value, int) for value in first[-1][1:])


def test_without_facts_the_report_says_so_in_every_format():
    document = report(Facts(TODAY, body_name="Norbury Board"))
    assert [words_of(block.runs) for block in document.blocks[2:]] == ["The last 12 months, no meeting", NOTHING]
    for ending in ("docx", "pdf", "html", "txt", "xlsx"):
        assert WRITERS[ending](document, STYLE)


@pytest.mark.parametrize(
    ("meetings", "period", "words"),
    [
        (1, Period.YEAR, "The last 12 months, one meeting"),
        (3, Period.TWO_YEARS, "The last 24 months, 3 meetings"),
        (60, Period.ALL, "All years, 60 meetings"),
    ],
)
def test_the_report_names_its_period(meetings, period, words):
    assert words_of(report(replace(busy(meetings), period=period)).blocks[2].runs) == words


def test_many_owners_are_all_in_the_table_and_the_busiest_in_the_picture():
    chart = next(chart for chart in charts_of(busy(owners=40)) if chart.name == "owner")
    assert (len(chart.picture.bars), len(chart.rows)) == (MOST_BARS, 40)
    assert chart.also == "The 12 with most actions; 28 others in the table"
    document = report(busy(owners=40))
    assert f"{chart.also}." in [words_of(block.runs) for block in document.blocks if isinstance(block, Paragraph)]


def test_a_name_of_sixty_letters_stands_whole_in_the_table():
    assert LONG_NAME in WRITERS["txt"](report(busy()), STYLE).decode().replace("\n", " ") or any(
        LONG_NAME in words_of(row[0])
        for block in report(busy()).blocks
        if isinstance(block, Table)
        for row in block.rows
    )


def test_nobody_and_no_organisation_lead_nowhere():
    facts = Facts(TODAY, actions=(action(TODAY), action(TODAY, organisations=("Police",))))
    leads = {bar.name: bar.key for chart in charts_of(facts) if chart.name in ("owner", "organisation")
             for bar in chart.picture.bars}  # fmt: skip
    assert leads == {"No owner": "", "Police": "Police", "No organisation": ""}


def test_all_done_leaves_out_the_ages():
    done = Facts(TODAY, actions=(action(TODAY, TODAY),), days=(TODAY,))
    assert "age" not in [chart.name for chart in charts_of(done)]


def test_a_member_who_was_due_nowhere_is_shown_as_such():
    facts = busy(members=2)
    late = replace(facts.meetings[-1].attendance[0], name="New Member", id="new")
    meetings = (*facts.meetings[:-1], replace(facts.meetings[-1], attendance=(*facts.meetings[-1].attendance, late)))
    chart = next(chart for chart in charts_of(replace(facts, meetings=meetings)) if chart.name == "attendance")
    new = next(row for row in chart.picture.rows if row.name == "New Member")
    assert new.marks[:-1] == (" ",) * (len(meetings) - 1)
    assert "No square: not on the list" in chart.picture.key


def test_drafts_of_two_years_name_theirs():
    chart = next(chart for chart in charts_of(busy()) if chart.name == "drafts")
    assert {bar.name.split(" ")[-1] for bar in chart.picture.bars} == {"2025", "2026"}
    near = next(chart for chart in charts_of(busy(meetings=3)) if chart.name == "drafts")
    assert [bar.name for bar in near.picture.bars] == ["3 Jul", "2 Aug", "1 Sep"]


def test_the_public_report_counts_no_action_of_an_exempt_item():
    exempt = action(TODAY, owners=("Secret Owner",), part=2)
    facts = replace(busy(), actions=(*busy().actions, exempt))
    material = Material(NOW, facts.body_name, facts=facts)
    public, full = (make(KINDS["figures"], material, STYLE, edition) for edition in Edition)
    assert "Secret Owner" not in repr(public)
    assert "Secret Owner" in repr(full)
