"""Plans on the command line: a workbook goes in and comes out, and the update of a plan is printed."""

from pathlib import Path

import openpyxl
import pytest

from tests.cli.conftest import Run
from tests.services.plan_samples import norbury_plan
from wibdesk.interchange.meeting_file import write_plan


@pytest.fixture
def plan(run: Run) -> Path:
    """An invented plan in the register, and its file."""
    path = Path("plan.json")
    path.write_text(write_plan(norbury_plan()), "utf-8")
    assert run("import", path).code == 0
    return path


def test_a_plan_goes_out_as_a_workbook_and_comes_back_the_same(run: Run, plan: Path):
    assert run("export", "P1", "--as", "xlsx", "--to", "out.xlsx").lines == [str(Path.cwd() / "out.xlsx")]
    again = run("import", "--replace", "out.xlsx")
    assert again.lines == ["P1\tImprovement plan 2026/27"]
    assert "out.xlsx: 2.1 Toolkit live: “31/09/26”: no such day, kept as typed.\n" in again.err
    run("export", "P1", "--as", "json", "--to", "back.json")
    assert Path("back.json").read_text("utf-8") == plan.read_text("utf-8")


def test_the_same_plan_again_is_refused_with_the_name_of_its_file(run: Run, plan: Path):
    run("export", "P1", "--as", "xlsx", "--to", "out.xlsx")
    refused = run("import", "out.xlsx")
    assert (refused.code, refused.out) == (1, "")
    assert refused.err.startswith("out.xlsx: The plan “Improvement plan 2026/27” of Norbury Board is already")


def test_a_workbook_that_names_no_body_wants_one(run: Run):
    book = openpyxl.Workbook()
    for row in (("Activity", "Lead", "Milestone"), ("Audit", "K Rowe", "Agree form by 6/10/26")):
        book.active.append(row)
    book.save("Our plan.xlsx")
    refused = run("import", "Our plan.xlsx")
    assert (refused.code, refused.err) == (
        1, "Our plan.xlsx: the workbook does not name a body: say with --body whose plan it is.\n",
    )  # fmt: skip
    assert run("import", "--body", "Norbury Board", "Our plan.xlsx").lines == ["P1\tOur plan"]


@pytest.mark.parametrize("ending", ["docx", "pdf", "txt"])
def test_the_update_of_a_plan_is_a_document_of_its_own(run: Run, plan: Path, ending: str):
    made = run("export", "P1", "--document", "plan-update", "--as", ending)
    assert (made.code, made.err) == (0, "")
    assert made.lines[0].endswith(f"Improvement plan 2026 27 update.{ending}")
