"""Documents from the command line: the right one, in the right place, never over somebody's work."""

import io
import json
import zipfile
from pathlib import Path

import pytest
from pypdf import PdfReader

from tests.cli.conftest import Run
from tests.interchange.bad_files import GOOD
from wibdesk.documents.kinds import KINDS


def words_of(path: Path) -> str:
    """The words of a Word or PDF file, on one line."""
    data = path.read_bytes()
    if path.suffix == ".docx":
        with zipfile.ZipFile(io.BytesIO(data)) as parts:
            return parts.read("word/document.xml").decode()
    return " ".join(" ".join(page.extract_text() for page in PdfReader(io.BytesIO(data)).pages).split())


@pytest.mark.parametrize("ending", ["docx", "pdf"])
@pytest.mark.parametrize("kind", ["minutes", "agenda", "actions"])
def test_each_document_of_a_meeting_is_written_and_its_path_printed(ending: str, kind: str, filled: Run):
    done = filled("export", "m4", "--as", ending, "--document", kind)
    assert done.code == 0
    path = Path(done.out.strip())
    assert path.parent == Path.cwd()
    assert path.suffix == f".{ending}"
    assert KINDS[kind].file_words in path.name
    assert "Norbury" in words_of(path)
    assert "Ring J Amari about the agency figures" not in words_of(path)


def test_minutes_are_what_a_meeting_exports_unless_another_document_is_named(filled: Run):
    done = filled("export", "M4", "--as", "docx")
    assert done.out.endswith(" minutes draft.docx\n")
    assert "1 private note" in done.err


def test_a_plan_exports_without_naming_a_document(filled: Run):
    for ending in ("docx", "pdf", "json"):
        assert filled("export", "P1", "--as", ending, "--to", f"plan.{ending}").code == 0
    assert "Improvement Plan" in words_of(Path("plan.pdf"))
    assert json.loads(Path("plan.json").read_text("utf-8"))["format"] == "wibdesk.plan"


def test_the_action_log_of_a_body_is_exported_by_its_name(filled: Run):
    done = filled("export", "marlbridge highways sub-committee", "--as", "pdf", "--to", "log.pdf")
    assert done.code == 0
    assert "reopen the yard" in words_of(Path("log.pdf"))


def test_an_empty_action_list_still_exports(run: Run):
    Path("a.json").write_text(json.dumps({**GOOD, "items": []}), "utf-8")
    assert run("import", "a.json").code == 0
    for ref in ("M1", "Norbury Board"):
        done = run("export", ref, "--as", "docx", "--document", "actions", "--to", "log.docx")
        assert (done.code, done.lines) == (0, [str(Path.cwd() / "log.docx")])
        assert "Norbury Board" in words_of(Path("log.docx"))


def test_another_house_style_can_be_named(filled: Run):
    own = filled("export", "M4", "--as", "docx", "--to", "own.docx", "--style", "improvement_board")
    other = filled("export", "M4", "--as", "docx", "--to", "other.docx", "--style", "organisation_board")
    assert (own.code, other.code) == (0, 0)
    assert words_of(Path("own.docx")) != words_of(Path("other.docx"))


@pytest.mark.parametrize(
    ("words", "sentence"),
    [
        (["M99", "--as", "pdf"], "There is no meeting M99"),
        (["P99", "--as", "pdf"], "There is no plan P99"),
        (["Nowhere", "--as", "pdf"], "There is no body “Nowhere”"),
        (
            ["M1", "--as", "pdf", "--style", "gilded"],
            "There is no house style “gilded”: name one of plain, committee_resolutions",
        ),
        (["P1", "--as", "pdf", "--document", "agenda"], "P1 is a plan and has no agenda"),
        (["M1", "--as", "json", "--document", "agenda"], "A JSON file is always the whole meeting"),
        (["P1", "--as", "json", "--document", "agenda"], "A JSON file is always the whole plan"),
        (
            ["Norbury Children's Improvement Board", "--as", "json", "--document", "register"],
            "The document “Attendance register” is not written as json: --as can be docx, pdf, html, txt, xlsx.",
        ),
        (
            ["Norbury Children's Improvement Board", "--as", "pdf", "--document", "minutes"],
            "is a body and has no minutes: --document can be actions, owners, organisations, register, calendar",
        ),
        (["M1", "--as", "xlsx"], "The document “Minutes” is not written as xlsx: --as can be docx, pdf, html, txt."),
        (["M1", "--as", "pdf", "--to", "nowhere/"], "The folder nowhere/ is not there"),
        (["M1", "--as", "pdf", "--to", "nowhere/a.pdf"], "nowhere is not there"),
    ],
)
def test_what_cannot_be_exported_is_refused_in_one_sentence(words: list[str], sentence: str, filled: Run):
    refused = filled("export", *words)
    assert (refused.code, refused.out) == (1, "")
    assert sentence in refused.err
    assert len(refused.err.splitlines()) == 1
    assert list(Path.cwd().iterdir()) == []


def test_a_file_that_was_changed_since_is_not_written_over(filled: Run):
    first = Path(filled("export", "M4", "--as", "docx").out.strip())
    first.write_bytes(b"the chair's own changes")
    second = filled("export", "M4", "--as", "docx")
    assert first.read_bytes() == b"the chair's own changes"
    assert Path(second.out.strip()).name.endswith(" (2).docx")
    assert first.name in second.err


def test_a_file_that_is_named_is_written_over_only_as_this_desk_left_it(filled: Run):
    there = Path.cwd() / "out.pdf"
    for _ in range(2):
        assert filled("export", "M4", "--as", "pdf", "--to", "out.pdf").lines == [str(there)]
    there.write_bytes(b"the chair's own changes")
    beside = filled("export", "M4", "--as", "pdf", "--to", "out.pdf")
    assert beside.lines == [str(Path.cwd() / "out (2).pdf")]
    assert "out.pdf was not written by this desk as it is now" in beside.err
    assert there.read_bytes() == b"the chair's own changes"


def test_a_name_that_the_disk_refuses_is_told_in_a_sentence(filled: Run):
    for name in ("n" * 300, "n" * 5000):
        refused = filled("export", "M4", "--as", "pdf", "--to", name)
        assert (refused.code, refused.out) == (1, "")
        assert "is too long. Choose another name." in refused.err
    assert list(Path.cwd().iterdir()) == []


def test_a_folder_that_is_named_takes_the_file_under_its_proposed_name(filled: Run):
    Path("papers").mkdir()
    done = filled("export", "M4", "--as", "pdf", "--to", "papers")
    assert Path(done.out.strip()).parent == Path.cwd() / "papers"


def test_the_register_itself_is_never_written_over(filled: Run, register: Path):
    Path("link.json").symlink_to(register)
    for name in (register, f"{register}-journal", "link.json"):
        refused = filled("export", "M4", "--as", "json", "--to", name)
        assert refused.code == 1
        assert "is the register itself" in refused.err
    assert filled("check").out == "The register is sound.\n"


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("@@ days, or @@@ weeks, said {person}.", "3 places are still to be filled in: @@ (2 times), {person}.\n"),
        ("Nine or @@ days.", "1 place is still to be filled in: @@.\n"),
        ("Nine days {about}, he said.", "1 place is still to be filled in: {about}.\n"),
        ("Nine days.", ""),
    ],
)
def test_words_that_are_still_missing_are_told_when_the_paper_is_written(text: str, told: str, run: Run):
    said = [{"kind": "paragraph", "text": text}, {"kind": "private_note", "text": "Ask @@ about it."}]
    Path("a.json").write_text(json.dumps({**GOOD, "items": [{"title": "Front door", "entries": said}]}), "utf-8")
    assert run("import", "a.json").code == 0
    done = run("export", "M1", "--as", "txt")
    assert done.code == 0
    assert told in done.err
    assert ("filled in" in done.err) is bool(told)
