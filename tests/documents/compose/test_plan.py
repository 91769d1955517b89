"""The improvement plan as a document."""

from collections.abc import Iterator
from dataclasses import replace
from datetime import date, datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests import strategies
from tests.documents import reading, samples
from tests.documents.making import random_documents
from wibdesk.documents.compose.plan import compose_plan
from wibdesk.documents.document import Document, Heading, Table, TableKind, texts, words_of
from wibdesk.documents.styles import house_style
from wibdesk.domain.actions import last_day
from wibdesk.domain.deadlines import Due, DueKind
from wibdesk.domain.entries import Paragraph, Progress
from wibdesk.domain.plans import Activity, Lead, Milestone, Plan, PlanSection, Workstream
from wibdesk.domain.rich_text import plain_text

STYLE = house_style("plain")
NOW = datetime(2018, 7, 1, 9, 0)


def composed(*activities: Activity, now: datetime | None = NOW, **more) -> Document:
    known = {"sections": (PlanSection("1.0", "Introduction", (Paragraph("Live", "1.1"),)),)} | more
    streams = (Workstream("Practice", "1", activities), Workstream("Empty"))
    return compose_plan(Plan("b", "Norbury Board", "The plan", workstreams=streams, **known), STYLE, now=now)


def tables(document: Document) -> tuple[list[list[str]], list[list[str]]]:
    """Return the cells of the summary and of the first workstream."""
    summary, plan = (block for block in document.blocks if isinstance(block, Table))
    return [[words_of(cell) for cell in row] for row in summary.rows], [
        [words_of(cell) for cell in row] for row in plan.rows
    ]


def on(day: date, written: str | None = None) -> Due:
    return Due(DueKind.DATE, day, as_written=written)


def test_sections_come_before_workstreams_each_with_its_table():
    steps = (Milestone("agree it", on(date(2018, 9, 30), "by 30/09/18")), Milestone("do it", status=Progress.DONE))
    document = composed(
        Activity("Roll-out", (Lead("K Mehta", "Head"), Lead("B Ali")), steps), Activity("Nothing yet"),
        period="2017-2019", updated="2018-04",
    )  # fmt: skip
    assert list(texts(document))[:7] == [
        "The plan",
        "Norbury Board",
        "2017-2019",
        "Updated April 2018",
        "1.0 Introduction",
        "1.1 Live",
        "Progress on 1 July 2018",
    ]
    assert tables(document)[1] == [
        ["Roll-out", "K Mehta, Head\nB Ali", "agree it", "by 30/09/18"],
        ["", "", "do it", "Done"],
        ["Nothing yet", "", "No milestones", ""],
    ]
    assert list(texts(document))[-2:] == ["Empty", "There are no activities yet."]


def test_each_activity_names_its_rows_and_draws_one_rule():
    table = [b for b in composed(Activity("A", (), (Milestone("x"), Milestone("y")))).blocks if isinstance(b, Table)][1]
    assert (table.kind, table.row_headers, table.header[0]) == (TableKind.PLAN, True, "Activity")


@pytest.mark.parametrize(
    ("step", "said"),
    [
        (Milestone("x", on(date(2018, 6, 30), "30/06/18")), "30/06/18\nOverdue"),
        (Milestone("x", on(date(2018, 7, 1))), "1 July 2018"),
        (Milestone("x", on(date(2018, 6, 30), "30/06/18"), Progress.CLOSED), "30/06/18\nClosed"),
        (Milestone("x", on(date(2018, 6, 30)), Progress.IN_PROGRESS), "30 June 2018\nOverdue"),
        (Milestone("x", on(date(2018, 8, 30)), Progress.IN_PROGRESS), "30 August 2018\nIn progress"),
        (Milestone("x"), "No date"),
        (Milestone("x", status=Progress.CANCELLED), "Cancelled"),
        (Milestone("x", Due(as_written="31/09/18")), "31/09/18 is not a day"),
        (Milestone("x", Due(as_written="by 31/09/18")), "by 31/09/18\n31/09/18 is not a day"),
        (
            Milestone("x", Due(DueKind.RANGE, start=date(2018, 5, 31), end=date(2018, 9, 30), as_written="May – 30/9")),
            "May – 30/9 (31 May 2018 to 30 September 2018)",
        ),
    ],
)  # fmt: skip
def test_a_milestone_says_its_date_as_written_and_what_has_become_of_it(step, said):
    assert tables(composed(Activity("A", (), (step,))))[1][0][3] == said


def test_the_summary_counts_by_workstream_and_in_all():
    steps = (
        Milestone("late", on(date(2018, 6, 30))), Milestone("done", on(date(2018, 6, 30)), Progress.DONE),
        Milestone("none"), Milestone("wrong", Due(as_written="31/09/18")), Milestone("later", on(date(2018, 9, 30))),
    )  # fmt: skip
    document = composed(Activity("A", (), steps), Activity("B"))
    header = next(b for b in document.blocks if isinstance(b, Table)).header
    assert header == ("Workstream", "Activities", "Milestones", "Done", "Overdue", "No date")
    assert tables(document)[0] == [
        ["1 Practice", "2", "5", "1", "1", "2"],
        ["Empty", "0", "0", "0", "0", "0"],
        ["All workstreams", "2", "5", "1", "1", "2"],
    ]


def test_without_a_day_or_milestones_there_is_no_summary():
    for document in (composed(Activity("A", (), (Milestone("x"),)), now=None), composed(Activity("A"))):
        assert [block.header[0] for block in document.blocks if isinstance(block, Table)] == ["Activity"]


def test_one_workstream_needs_no_total():
    step = Milestone("x", on(date(2018, 6, 30)))
    plan = Plan("b", "B", "T", workstreams=(Workstream("Only", None, (Activity("A", (), (step,)),)),))
    summary = next(b for b in compose_plan(plan, STYLE, now=NOW).blocks if isinstance(b, Table))
    assert [[words_of(cell) for cell in row] for row in summary.rows] == [["Only", "1", "1", "0", "1", "0"]]


@pytest.mark.parametrize("updated", ["spring 2018", "2018-13", "2018"])
def test_other_words_for_the_update_stand_as_they_are(updated):
    assert f"Updated {updated}" in list(texts(composed(updated=updated)))


def test_a_plan_in_an_unknown_style_says_so_and_a_long_title_is_cut_in_the_header():
    document = composed(house_style="nowhere", sections=(PlanSection(),))
    assert "“nowhere”" in document.remarks[0]
    long = compose_plan(Plan("b", "B", "T" * 500), STYLE)
    assert len(long.header) == 90
    assert long.title == f"B – {'T' * 500}"


def test_the_shared_plan_says_which_of_its_dates_is_not_a_day():
    plan = reading.seed("001")
    assert isinstance(plan, Plan)
    document = compose_plan(plan, STYLE, now=datetime(2018, 5, 15, 9, 0))
    said = list(texts(document))
    assert "31/09/18 is not a day" in said
    steps = [step for w in plan.workstreams for a in w.activities for step in a.milestones]
    late = sum((last_day(step.due) or date.max) < date(2018, 5, 15) for step in steps)
    assert sum("Overdue" in words.split("\n") for words in said) == late + 1
    headings = [words_of(b.runs) for b in document.blocks if isinstance(b, Heading)]
    assert [w.title for w in plan.workstreams] == headings[-len(plan.workstreams) :]


@random_documents
@given(strategies.plans(), st.sampled_from(reading.STYLES).map(house_style), st.dates(date(2000, 1, 1)))
def test_every_word_of_a_plan_arrives_in_order(plan, style, today):
    document = compose_plan(plan, style, now=datetime(today.year, today.month, today.day))
    reading.in_order(plan_words(plan), reading.squeezed(" ".join(texts(document))))


def plan_words(plan: Plan) -> Iterator[str]:
    """Yield what must be read of a plan's workstreams in their order."""
    for workstream in plan.workstreams:
        yield workstream.title
        for activity in workstream.activities:
            yield activity.title
            yield from (words for lead in activity.leads for words in (lead.name, lead.role or ""))
            yield from (plain_text(step.text) for step in activity.milestones)


def test_italics_of_the_clerk_follow_the_style():
    plan = replace(samples.improvement_plan(), sections=(PlanSection(None, "x", (Paragraph("an *italic* word"),)),))
    slanted = [
        any(run.italic for block in compose_plan(plan, replace(STYLE, italics=italics)).blocks
            for run in getattr(block, "runs", ()))
        for italics in (True, False)
    ]  # fmt: skip
    assert slanted == [True, False]
