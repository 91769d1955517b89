"""The improvement plan as a document."""

from datetime import date

import pytest

from wibdesk.documents.compose_plan import compose_plan
from wibdesk.documents.document import Document, Table, texts, words_of
from wibdesk.documents.styles import house_style
from wibdesk.documents.word_writer import write_docx
from wibdesk.domain.deadlines import Due, DueKind
from wibdesk.domain.entries import Paragraph, Progress
from wibdesk.domain.plans import Activity, Lead, Milestone, Plan, PlanSection, Workstream

STYLE = house_style("organisation_board")


def composed(*activities: Activity, **more) -> Document:
    known = {"sections": (PlanSection("1.0", "Introduction", (Paragraph("Live", "1.1"),)),)} | more
    streams = (Workstream("Practice", "1", activities), Workstream("Empty"))
    return compose_plan(Plan("b", "Norbury Board", "The plan", workstreams=streams, **known), STYLE)


def test_sections_come_before_workstreams_each_with_its_table():
    steps = (
        Milestone("agree it", Due(DueKind.DATE, date(2018, 5, 31), as_written="by 31/05/18")),
        Milestone("do it", status=Progress.DONE),
    )
    document = composed(
        Activity("Roll-out", (Lead("K Mehta", "Head"), Lead("B Ali")), steps), Activity("Nothing yet"),
        period="2017-2019", updated="2018-04",
    )  # fmt: skip
    assert list(texts(document))[:6] == [
        "The plan",
        "Norbury Board",
        "2017-2019",
        "Updated April 2018",
        "1.0 Introduction",
        "1.1 Live",
    ]
    table = next(b for b in document.blocks if isinstance(b, Table))
    assert [[words_of(cell) for cell in row] for row in table.rows] == [
        ["Roll-out", "K Mehta, Head\nB Ali", "agree it", "by 31/05/18"],
        ["", "", "do it", "\nDone"],
        ["Nothing yet", "", "", ""],
    ]
    assert list(texts(document))[-1] == "Empty"


@pytest.mark.parametrize("updated", ["spring 2018", "2018-13", "2018"])
def test_other_words_for_the_update_stand_as_they_are(updated):
    assert f"Updated {updated}" in list(texts(composed(updated=updated)))


def test_a_plan_in_an_unknown_style_says_so_and_a_long_title_is_cut_in_the_header():
    document = composed(house_style="nowhere", sections=(PlanSection(),))
    assert "“nowhere”" in document.remarks[0]
    long = compose_plan(Plan("b", "B", "T" * 500), STYLE)
    assert len(long.header) == 90
    assert write_docx(long, STYLE)
