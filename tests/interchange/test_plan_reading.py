"""Plans read from tables of the clipboard and from workbooks: what was understood, what was not, nothing lost."""

import io
import random
import re
import zipfile
from dataclasses import replace
from datetime import date, datetime
from pathlib import Path

import openpyxl
import pytest
from hypothesis import given, settings

from tests import strategies
from tests.interchange.contract import SHARED
from tests.services.plan_samples import norbury_plan, on
from wibdesk.documents.compose.plan import compose_plan
from wibdesk.documents.sheet_writer import write_xlsx
from wibdesk.documents.styles import house_style
from wibdesk.domain.deadlines import Due, DueKind
from wibdesk.domain.entries import Action, Paragraph, Progress
from wibdesk.domain.plan_dates import date_doubts
from wibdesk.domain.plan_tree import activities, steps
from wibdesk.domain.plans import Activity, Lead, Milestone, PlanSection, Workstream
from wibdesk.errors import UserError
from wibdesk.interchange.meeting_file import read_file, read_text, write_plan
from wibdesk.interchange.plan_file import read_plan_file
from wibdesk.interchange.plan_paste import html_grid, read_pasted, text_grid
from wibdesk.interchange.plan_reading import BESIDE, read_grid
from wibdesk.interchange.plan_workbook import read_workbook

ON, STYLE = date(2026, 9, 1), house_style("plain")
SEED = SHARED / "seeds" / "001.plan.json"
needs_the_seed = pytest.mark.skipif(not SEED.exists(), reason="the shared example files are not at hand")
WORD = """<html xmlns:o="urn:x"><head><style>p {margin:0}</style></head><body>
<!--[if gte mso 9]><xml>9</xml><![endif]--><p class=MsoNormal>Appendix one</p><table>
<tr><td colspan=3><p><b>Workstream 2 – Front door<o:p></o:p></b></p></td></tr>
<tr><td>Activity</td><td>Lead</td><td>Milestones</td></tr>
<tr><td rowspan=2><p>Duty team</p></td><td rowspan=2><p>J Amari – Head of Front Door</p></td><td>
<p style='mso-list:l0 level1 lfo1'><span style='mso-list:Ignore'>·<span>&nbsp; </span></span>Team in
 post by 31/09/26</p>
<p style='mso-list:l0 level2 lfo1'><span style='mso-list:Ignore'>o<span>&nbsp;</span></span>with agency</p>
<p style='mso-list:l0 level1 lfo1'><span style='mso-list:Ignore'>·</span>Review 1/10/26 - 1/12/26</p></td></tr>
<tr><td><ul><li>Third 30 Oct 2026<ul><li>deeper</li></ul></li><li>Fourth Spring 2027</li></ul>
<script>alert(1)</script></td></tr></table></body></html>"""


def pasted(text: str = "", html: str = ""):
    return read_pasted(html, text, title="Plan", body_name="Norbury Board", on=ON)


def told(reading) -> list[tuple[str, str, str | None]]:
    return [(s.number, s.milestone.text, s.milestone.due.as_written) for s in steps(reading.plan)]


def workbook(plan) -> bytes:
    return write_xlsx(compose_plan(plan, STYLE, now=datetime(2026, 9, 1, 9)), STYLE)


def any_workbook(*rows: tuple[object, ...]) -> bytes:
    book = openpyxl.Workbook()
    for row in rows:
        book.active.append(row)
    out = io.BytesIO()
    book.save(out)
    return out.getvalue()


def without_ids(plan) -> str:
    return write_plan(plan)


def test_a_table_copied_from_word_keeps_its_lists_and_merged_cells():
    reading = pasted(html=WORD)
    (activity,) = reading.plan.workstreams[0].activities
    assert (reading.plan.workstreams[0].title, reading.plan.workstreams[0].number) == ("Front door", "2")
    assert (activity.title, activity.leads) == ("Duty team", (Lead("J Amari", "Head of Front Door"),))
    assert told(reading) == [
        ("2.1", "Team in post by 31/09/26 - with agency", "by 31/09/26"), ("2.1", "Review", "1/10/26 - 1/12/26"),
        ("2.1", "Third 30 Oct 2026 - deeper", "30 Oct 2026"), ("2.1", "Fourth", "Spring 2027"),
    ]  # fmt: skip
    assert reading.words == "1 workstream, 1 activity, 4 milestones"
    assert reading.doubts == (
        f"1 text outside activities, leads and milestones: kept word for word in the section “{BESIDE}”.",
        "2.1 Team in post by 31/09/26 - with agency: “by 31/09/26”: no such day, kept as typed.",
        "2.1 Fourth: “Spring 2027”: no day named, kept as typed.",
    )
    assert reading.plan.sections[0].entries[0].text == "Appendix one"


def test_html_without_a_table_gives_way_to_the_text():
    assert html_grid("<p>no table</p>") == []
    assert html_grid("") == []
    assert told(pasted("Duty team\tJ Amari\tTeam in post 1/10/26", "<p>no table</p>")) == [
        ("1.1", "Team in post", "1/10/26"),
    ]  # fmt: skip


def test_paragraphs_within_a_list_keep_its_marks_as_office_programs_write_them():
    grid = html_grid("<table><tr><td><ul><li><p> One</p><li/><li><p>Two</p><p>goes on</p></ul></td></tr></table>")
    assert grid == [["- One\n- Two\ngoes on"]]


def test_a_table_within_a_table_is_words_of_its_cell_and_spans_out_of_measure_are_cut():
    grid = html_grid(
        "<table><tr><td colspan='99999999'>A</td></tr><tr><td rowspan='x'>B<table><tr><td>C</td></tr></table></td></tr>"
        "</table>"
    )
    assert grid == [["A"], ["B\nC"]]


def test_text_of_word_goes_on_with_the_cell_that_a_line_belongs_to():
    reading = pasted(
        "Workstream 1 - Workforce\nActivity\tLead\tMilestones\tComments\n"
        "Recruitment\tI Nolan\t- Posts out 1/10/26\n- Panel meets 16/10/26\tBudget agreed\n"
        "Induction\t\t- First group 1/11/26\n- Second group 1/12/26\n"
    )
    assert [text for _, text, _ in told(reading)] == ["Posts out", "Panel meets", "First group", "Second group"]
    assert [e.text for s in reading.plan.sections for e in s.entries] == ["Recruitment: Comments: Budget agreed"]
    assert reading.doubts[-1] == "1.2 Induction: nobody leads it."


def test_text_of_a_spreadsheet_has_cells_of_several_lines_between_quotes():
    grid = text_grid('Activity\tMilestones\r\nDuty team\t"One 1/10/26\nTwo ""big"" 2/10/26"\r\n')
    assert grid[1] == ["Duty team", 'One 1/10/26\nTwo "big" 2/10/26']


def test_every_column_that_plans_have_is_read_and_what_is_odd_is_kept_beside():
    reading = pasted(
        "No.\tTheme\tAction\tOwner\tMilestones\tDue date\tStatus\n"
        "1.1\tPractice\tAudit\tK Rowe\tAgree form\tby 6/10/26\tCompleted\n"
        "x9\tPractice\tAudit\tK Rowe\tSend [form] due 1/9/26\t31/09/26\tnearly there\n"
        "\tPeople\tHire\t\tOne\nTwo\t1/10/26\t\n"
        "\tPeople\tLeave\t\t\t1/11/26\t\n"
    )
    assert told(reading) == [
        ("1.1", "Agree form", "by 6/10/26"), ("1.1", "Send \\[form\\] due 1/9/26", "31/09/26"),
        ("2.1", "One", "1/10/26"), ("2.1", "Two", "1/10/26"), ("2.2", "Done", "1/11/26"),
    ]  # fmt: skip
    assert next(steps(reading.plan)).milestone.status is Progress.DONE
    kept = [entry.text for section in reading.plan.sections for entry in section.entries]
    assert "Audit: No.: x9" in kept
    assert "Audit: Status: nearly there" in kept


@pytest.mark.parametrize(
    ("text", "html", "words"),
    [
        ("Activity\tLead\n" + "more words here\n" * 300_000, "", "more than 100,000 letters"),
        ("", "<table>" + ("<tr>" + "<td rowspan=99999 colspan=100>x" * 20) * 4000, "more than 5,000 rows or 200,000"),
    ],
)
def test_a_little_that_would_be_laid_out_as_very_much_is_refused_in_time(text, html, words):
    with pytest.raises(UserError, match=words):
        pasted(text, html)


def test_words_that_lead_to_a_date_may_come_again_and_again():
    (milestone,) = steps(pasted("Activity\tLead\tMilestones\nA\tB\tStand " + "by " * 30_000 + "30/09/26").plan)
    assert milestone.milestone.due.date == date(2026, 9, 30)


def test_a_hidden_sheet_is_read_and_told():
    book = openpyxl.Workbook()
    for title, state in (("Old", "hidden"), ("Older", "veryHidden"), ("Empty", "hidden")):
        sheet = book.create_sheet(title)
        sheet.sheet_state = state
        for row in (("Activity", "Milestones"), (title, "Done 1/10/26")) if title != "Empty" else ():
            sheet.append(row)
    out = io.BytesIO()
    book.save(out)
    reading = read_workbook(out.getvalue(), name="Plan", body_name="Norbury Board", on=ON)
    assert [doubt for doubt in reading.doubts if "hidden" in doubt] == [
        "The sheet “Old” is hidden in the workbook, and was read too.",
        "The sheet “Older” is hidden in the workbook, and was read too.",
    ]


def test_words_beyond_the_columns_that_are_read_are_told():
    book = openpyxl.Workbook()
    book.active.title = "Wide"
    for row in (("Activity", "Milestones"), ("Duty team", "Done 1/10/26")):
        book.active.append(row)
    out = io.BytesIO()
    book.active.cell(2, 40, "the last that is read")
    book.save(out)
    assert not [d for d in read_workbook(out.getvalue(), name="Plan", on=ON).doubts if "column" in d]
    book.active.cell(3, 47, "too far")
    book.save(out)
    reading = read_workbook(out.getvalue(), name="Plan", on=ON)
    assert "The sheet “Wide” has words beyond its column 40, which were not read." in reading.doubts
    assert [step.activity.title for step in steps(reading.plan)] == ["Duty team"]


def test_rows_that_have_looks_and_no_words_do_not_count():
    book = openpyxl.Workbook()
    sheet = book.active
    for row in (("Activity", "Lead", "Milestones"), ("Duty team", "J Amari", "Team in post")):
        sheet.append(row)
    for row in range(3, 6_000):
        sheet.cell(row, 1).number_format = "0.00"
    sheet.cell(9_000, 3).value = "Last"
    out = io.BytesIO()
    book.save(out)
    reading = read_workbook(out.getvalue(), name="Plan", body_name="Norbury Board", on=ON)
    assert [text for _, text, _ in told(reading)] == ["Team in post", "Last"]


def test_rows_that_are_no_milestones_are_kept_and_what_goes_on_goes_on():
    reading = read_grid(
        [
            ["A note of one cell"], ["Activity", "Lead", "Milestones"], ["", "", ""], ["", "", "First 1/10/26"],
            ["", "Late lead", "Second 2/10/26"], ["", "only a lead", ""], ["2.0 People"],
        ],
        title="Plan", body_name="Norbury Board", on=ON,
    )  # fmt: skip
    assert [a.title for _, a, _ in activities(reading.plan)] == ["Activity without a name"]
    assert [s.title for s in reading.plan.workstreams] == ["Workstream 1", "People"]
    assert [e.text for e in reading.plan.sections[0].entries] == ["A note of one cell", "only a lead"]


@pytest.mark.parametrize(
    ("cell", "texts"),
    [
        ("- One 1/10/26 - Two 2/10/26", ["One", "Two"]),
        ("1. One\n2. Two\ngoes on", ["One", "Two goes on"]),
        ("One\nwhich goes on", ["One which goes on"]),
        ("One - with a dash", ["One - with a dash"]),
    ],
)
def test_a_cell_holds_milestones_in_lists_of_every_sort(cell, texts):
    reading = read_grid([["Activity", "Milestones"], ["A", cell]], title="P", body_name="B", on=ON)
    assert [s.milestone.text for s in steps(reading.plan)] == texts


@pytest.mark.parametrize(
    ("make", "words"),
    [
        (lambda: pasted("just words"), "No milestones were found"),
        (lambda: pasted(""), "No milestones were found"),
        (lambda: pasted("x" * 5_000_001), "copy the table in parts"),
        (lambda: pasted("A\tB\t" + "x" * 100_001), "more than 100,000 letters"),
        (lambda: pasted("A\tB\t1/10/26\n" * 5_001), "bring it in in parts"),
        (lambda: text_grid('A\t"' + "x" * 200_000 + '"'), "cannot be read as a table"),
    ],
)
def test_what_is_no_plan_or_too_much_is_refused_in_words(make, words):
    with pytest.raises(UserError, match=words):
        make()


def test_a_plan_goes_through_a_workbook_and_json_and_is_the_same():
    plan = norbury_plan()
    reading = read_workbook(workbook(plan), name="x", on=ON)
    assert without_ids(reading.plan) == without_ids(plan)
    assert without_ids(read_text(write_plan(reading.plan), name="x")) == without_ids(plan)
    assert [doubt.step.milestone.text for doubt in date_doubts(reading.plan)] == [
        "Toolkit live", "Schools trained", "Board told",
    ]  # fmt: skip
    assert (len(reading.doubts), reading.plan.body_name) == (4, "Norbury Board")


@needs_the_seed
def test_the_plan_of_real_clerks_keeps_every_date_as_written():
    plan = read_file(SEED)
    reading = read_workbook(workbook(plan), name="x", on=ON)
    assert reading.words == "5 workstreams, 28 activities, 77 milestones"
    assert without_ids(reading.plan) == without_ids(plan)
    assert [doubt.step.milestone.due.as_written for doubt in date_doubts(reading.plan)] == [
        "31/09/18", "underway 2 year rolling programme",
    ]  # fmt: skip


@needs_the_seed
def test_the_table_that_real_clerks_printed_is_read_as_it_was_meant():
    (paper,) = (SHARED / "seeds").glob("001_*.txt")
    table = paper.read_text("utf-8")
    reading = pasted(re.sub(r"<ul[^>]*> ?", "", table[table.index("Workstream 1 -") :]))
    expected = read_file(SEED)
    pairs = list(zip(steps(expected), steps(reading.plan), strict=True))
    assert len(pairs) == 77
    for meant, read in pairs:
        assert (meant.milestone.text, meant.milestone.due) == (read.milestone.text, read.milestone.due)
        assert (meant.activity.title, meant.activity.leads) == (read.activity.title, read.activity.leads)
        assert (meant.workstream.title, meant.workstream.number) == (read.workstream.title, read.workstream.number)


@settings(max_examples=15, deadline=None)
@given(strategies.plans())
def test_any_plan_is_written_as_a_workbook_that_can_be_read(plan):
    if any(True for _ in steps(plan)):
        reading = read_workbook(workbook(plan), name="x", on=ON)
        assert len(list(steps(reading.plan))) >= sum(bool(s.milestone.text.strip()) for s in steps(plan))


def test_days_that_the_clerk_typed_anew_in_the_workbook_count():
    book = openpyxl.load_workbook(io.BytesIO(workbook(norbury_plan())))
    sheet = book["Tracker"]
    columns = {cell.value: cell.column for cell in sheet[1]}
    rows = {sheet.cell(row, columns["Milestone"]).value: row for row in range(2, sheet.max_row + 1)}

    def put(milestone, **cells):
        for name, value in cells.items():
            sheet.cell(rows[milestone], columns[name.replace("_", " ").capitalize()], value)

    put("Toolkit live", due=date(2026, 9, 30))
    put("Definition agreed", due="1 Nov 2026", status="done")
    put("Board told", due="6/11/26")
    put("Schools trained", due="some day")
    sheet.append([None, "2", "Partnership", "Shared induction", "I Nolan", "Head", "Added", None, date(2027, 1, 5)])
    out = io.BytesIO()
    book.save(out)
    found = {s.milestone.text: s.milestone for s in steps(read_workbook(out.getvalue(), name="x", on=ON).plan)}
    assert found["Toolkit live"].due == on(date(2026, 9, 30), "31/09/26")
    assert (found["Definition agreed"].due.date, found["Definition agreed"].status) == (
        date(2026, 11, 1),
        Progress.DONE,
    )
    assert found["Board told"].due.date == date(2026, 11, 6)
    assert found["Schools trained"].due == Due(as_written="Spring 2027")
    assert found["Added"].due == on(date(2027, 1, 5))


def test_deadlines_of_every_kind_and_entries_of_every_kind_survive_the_workbook():
    dues = (
        Due(DueKind.MEETING, date(2026, 10, 6)), Due(DueKind.MEETING, as_written="a future meeting"),
        Due(DueKind.FROM, date(2026, 10, 1)), Due(DueKind.DATE, date(1899, 1, 2)),
    )  # fmt: skip
    steps_ = tuple(Milestone(f"Step {n}", due) for n, due in enumerate(dues))
    plan = norbury_plan(sections=(PlanSection("1", None, (Action("Do it", ("J Amari",)), Paragraph("=1+1"))),))
    plan = replace(plan, workstreams=(Workstream("=W", "1", (Activity("A", (Lead("X"),), steps_),)),))
    reading = read_workbook(workbook(plan), name="x", on=ON)
    assert [s.milestone.due for s in steps(reading.plan)] == list(dues)
    assert reading.plan.workstreams[0].title == "=W"
    assert [type(e) for e in reading.plan.sections[0].entries] == [Paragraph, Paragraph]


def test_any_workbook_with_a_table_of_activities_is_read():
    data = any_workbook(
        ("Norbury plan",), ("Activity", "Lead", "Milestone", "Due", "Status"),
        ("Audit", "K Rowe", "Agree form", datetime(2026, 10, 6), "in progress"),
        (None, None, "=HYPERLINK(1)", 2026.0, None),
    )  # fmt: skip
    reading = read_workbook(data, name="Our plan", body_name="Norbury Board", on=ON)
    first, second = (s.milestone for s in steps(reading.plan))
    assert (first.due.date, first.status) == (date(2026, 10, 6), Progress.IN_PROGRESS)
    assert (second.text, second.due.as_written) == ("=HYPERLINK(1)", "2026")
    assert (reading.plan.title, reading.plan.body_name) == ("Our plan", "Norbury Board")


def archive(**files: bytes) -> bytes:
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as made:
        for name, data in files.items():
            made.writestr(name, data)
    return out.getvalue()


def with_entities() -> bytes:
    source = zipfile.ZipFile(io.BytesIO(any_workbook(("A",))))
    files = {name: source.read(name) for name in source.namelist()}
    files["xl/workbook.xml"] = b'<!DOCTYPE x [<!ENTITY a "aa">]>' + files["xl/workbook.xml"]
    return archive(**files)


@pytest.mark.parametrize(
    ("data", "words"),
    [
        (b"no workbook", "no .xlsx file"),
        (b"\xd0\xcf\x11\xe0" + b"x" * 600, "has a password or is of an old kind"),
        (b"x" * 20_000_001, "larger than 20 MB"),
        (archive(a=b"x"), "damaged"),
        (archive(a=b"0" * 61_000_000), "unpacks to more"),
        (archive(**{f"f{n}": b"" for n in range(1_001)}), "unpacks to more"),
        (archive(a=b"0" * 5_000)[:-60] + b"x" * 60, "no .xlsx file"),
        (with_entities(), "parts of its own making"),
        (any_workbook(("Activity", "Milestone"), *[("A", "B")] * 5_001), "more than 5,000 rows"),
        (any_workbook(("Nothing",)), "No milestones were found"),
    ],
    ids=["words", "password", "large", "damaged", "bomb", "crowd", "cut", "entities", "rows", "nothing"],
)
def test_a_hostile_workbook_is_refused_in_words(data, words):
    with pytest.raises(UserError, match=words):
        read_workbook(data, name="x", on=ON)


def test_a_member_whose_bytes_are_torn_is_refused_in_words():
    data = bytearray(archive(a=bytes(range(256)) * 40))
    data[60:90] = b"\xff" * 30
    with pytest.raises(UserError, match="damaged"):
        read_workbook(bytes(data), name="x", on=ON)


def test_a_plan_file_of_either_kind_is_read_and_others_are_told(tmp_path: Path):
    plan = norbury_plan()
    (tmp_path / "plan.json").write_text(write_plan(plan), "utf-8")
    (tmp_path / "plan.XLSX").write_bytes(workbook(plan))
    (tmp_path / "bad.xlsx").write_bytes(b"x")
    for name in ("plan.json", "plan.XLSX"):
        reading = read_plan_file(tmp_path / name, body_name="Other", on=ON)
        assert (reading.plan.body_name, len(reading.doubts)) == ("Other", 4)
    with pytest.raises(UserError, match=r"bad.xlsx: This is no .xlsx file"):
        read_plan_file(tmp_path / "bad.xlsx", on=ON)
    with pytest.raises(UserError, match=r"gone.xlsx: the file cannot be read"):
        read_plan_file(tmp_path / "gone.xlsx", on=ON)
    meeting = SHARED / "contract" / "norbury-2026-09-01.meeting.json"
    (tmp_path / "meeting.json").write_text(
        '{"format": "wibdesk.meeting", "version": 1, "body": {"name": "B"}, "meeting": {"date": "2026-09-01"},'
        ' "attendance": [], "items": []}' if not meeting.exists() else meeting.read_text("utf-8"), "utf-8",
    )  # fmt: skip
    with pytest.raises(UserError, match="this is a meeting, not a plan"):
        read_plan_file(tmp_path / "meeting.json", on=ON)


def test_workbooks_with_bytes_gone_astray_are_read_or_refused_never_more():
    data, chance, refused = workbook(norbury_plan()), random.Random(7), 0
    for _ in range(40):
        torn = bytearray(data)
        for _ in range(chance.randint(1, 6)):
            torn[chance.randrange(len(torn))] = chance.randrange(256)
        try:
            assert list(steps(read_workbook(bytes(torn), name="x", on=ON).plan))
        except UserError:
            refused += 1
    assert refused
