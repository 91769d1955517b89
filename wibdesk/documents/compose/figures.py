"""Composes the report in figures: each finding with its picture and the same as a table."""

from dataclasses import replace
from datetime import date
from itertools import pairwise

from wibdesk.documents.charts.chart import Chart, Grid, Value
from wibdesk.documents.compose.body_paper import body_document
from wibdesk.documents.compose.figures_charts import SHEETS, charts_of
from wibdesk.documents.document import (
    Block,
    ChartBlock,
    Document,
    Heading,
    Paragraph,
    Role,
    Runs,
    Sheet,
    SheetColumn,
    Table,
    plain,
)
from wibdesk.domain.date_forms import Forms
from wibdesk.domain.figures import Facts, Period
from wibdesk.domain.figures_words import capital
from wibdesk.domain.house_style import HouseStyle
from wibdesk.domain.paper_words import to_write, write, write_counted

MOST_ROWS = 45
"""People in one picture: more would be too small to read, or part from their heading."""
TITLE = to_write("Report in figures")
NOTHING = to_write("There is nothing to count yet: no meeting was held and no action raised.")


def compose_figures(body_name: str, facts: Facts, style: HouseStyle, *, today: date) -> Document:
    """Compose the report of a body; `facts` may be empty."""
    charts = charts_of(facts)
    blocks: list[Block] = [Paragraph(plain(_span(facts)), Role.DETAIL)]
    for chart in charts:
        blocks += _blocks(chart, style)
    if not charts:
        blocks.append(Paragraph(plain(write(NOTHING))))
    sheets = tuple(map(_sheet, charts)) or (
        Sheet(write(TITLE), (SheetColumn(write(TITLE), 60),), ((write(NOTHING),),)),
    )
    return body_document(body_name, write(TITLE), today, blocks, style, sheets=sheets, landscape=False)


def _span(facts: Facts) -> str:
    words = write("All years") if facts.period is Period.ALL else capital(facts.period.words)
    held = len(facts.days)
    return f"{words}, {write_counted(held, 'one meeting', '{number} meetings') if held else write('no meeting')}"


def _blocks(chart: Chart, style: HouseStyle) -> list[Block]:
    return [
        Heading(2, plain(chart.finding), capitals=style.capital_headings),
        Paragraph(plain(f"{chart.about}."), Role.NOTE),
        *_pictures(chart),
        *([Paragraph(plain(f"{chart.also}."), Role.NOTE)] if chart.also else []),
        Table(
            tuple(tuple(_cell(value, style.forms) for value in row) for row in chart.rows),
            chart.widths,
            chart.header,
            row_headers=True,
        ),
    ]


def _pictures(chart: Chart) -> list[Block]:
    """Return the picture; that of more people than one page has room for in parts of like length, each with its key."""
    picture = chart.picture
    if not isinstance(picture, Grid) or len(picture.rows) <= MOST_ROWS:
        return [ChartBlock(picture, chart.words)]
    parts = -(-len(picture.rows) // MOST_ROWS)
    ends = [round(n * len(picture.rows) / parts) for n in range(parts + 1)]
    return [
        ChartBlock(Grid(picture.rows[start:end], picture.key), replace(chart, rows=chart.rows[start:end]).words)
        for start, end in pairwise(ends)
    ]


def _cell(value: Value, forms: Forms) -> Runs:
    return plain(forms.plain(value) if isinstance(value, date) else str(value))


def _sheet(chart: Chart) -> Sheet:
    columns = tuple(SheetColumn(name, 34 if not n else 16) for n, name in enumerate(chart.header))
    return Sheet(write(SHEETS[chart.name]), columns, chart.rows)
