"""Composes the report in figures: each finding with its picture and the same as a table."""

from datetime import date

from wibdesk.documents.charts.chart import Chart, Value
from wibdesk.documents.compose.body_paper import body_document
from wibdesk.documents.compose.figures_charts import charts_of
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
from wibdesk.domain.house_style import HouseStyle

TITLE = "Report in figures"
NOTHING = "There is nothing to count yet: no meeting was held and no action raised."


def compose_figures(body_name: str, facts: Facts, style: HouseStyle, *, today: date) -> Document:
    """Compose the report of a body; `facts` may be empty."""
    charts = charts_of(facts)
    blocks: list[Block] = [Paragraph(plain(_span(facts)), Role.DETAIL)]
    for chart in charts:
        blocks += _blocks(chart, style)
    if not charts:
        blocks.append(Paragraph(plain(NOTHING)))
    sheets = tuple(map(_sheet, charts)) or (Sheet(TITLE, (SheetColumn(TITLE, 60),), ((NOTHING,),)),)
    return body_document(body_name, TITLE, today, blocks, style, sheets=sheets, landscape=False)


def _span(facts: Facts) -> str:
    words = "All years" if facts.period is Period.ALL else facts.period.words.capitalize()
    held = len(facts.days)
    return f"{words}, {'no meeting' if not held else 'one meeting' if held == 1 else f'{held} meetings'}"


def _blocks(chart: Chart, style: HouseStyle) -> list[Block]:
    return [
        Heading(2, plain(chart.finding), capitals=style.capital_headings),
        Paragraph(plain(f"{chart.about}."), Role.NOTE),
        ChartBlock(chart.picture, chart.words),
        *([Paragraph(plain(f"{chart.also}."), Role.NOTE)] if chart.also else []),
        Table(
            tuple(tuple(_cell(value, style.forms) for value in row) for row in chart.rows),
            chart.widths,
            chart.header,
            row_headers=True,
        ),
    ]


def _cell(value: Value, forms: Forms) -> Runs:
    return plain(forms.plain(value) if isinstance(value, date) else str(value))


def _sheet(chart: Chart) -> Sheet:
    columns = tuple(SheetColumn(name, 34 if not n else 16) for n, name in enumerate(chart.header))
    return Sheet(chart.name.capitalize(), columns, chart.rows)
