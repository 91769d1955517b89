"""What the options of an export do: each document, its order, its style, logo and template; the record that is kept."""

import hashlib
import json
import zipfile
from pathlib import Path

import pytest
from docx import Document
from openpyxl import load_workbook
from pypdf import PdfReader

from tests.cli.conftest import Run
from tests.documents.making import SVG, png
from wibdesk.desk import Desk
from wibdesk.domain.body_files import LARGEST_FILE, BodyFile, FileKind
from wibdesk.services import meetings
from wibdesk.services.body_files import keep_body_file
from wibdesk.services.exports import exports_of
from wibdesk.services.house_styles import keep_style

BODY = "Norbury Children's Improvement Board"
PERIODS = {"year": "The last 12 months", "two-years": "The last 24 months", "all": "All years"}


def text(run: Run, *words: str) -> str:
    """The words of a document as plain text."""
    done = run("export", *words, "--as", "txt", "--to", "words.txt")
    assert done.code == 0
    path = Path(done.out.strip())
    told = path.read_text("utf-8")
    path.unlink()
    return told


def refused(run: Run, *words: str) -> str:
    """The sentence that refuses an export."""
    done = run("export", *words, "--to", "refused")
    assert (done.code, done.out) == (1, "")
    assert len(done.err.splitlines()) == 1
    assert list(Path.cwd().glob("refused*")) == []
    return done.err


@pytest.mark.parametrize("kind", ["decisions", "sign-in", "note-pad", "register"])
def test_the_other_documents_of_a_meeting_are_written(kind: str, filled: Run):
    assert "Norbury" in text(filled, "M4", "--document", kind)


def test_an_extract_is_of_the_item_that_is_named_by_number_or_place(filled: Run):
    first = text(filled, "M4", "--document", "extract", "--item", "1")
    assert text(filled, "M4", "--document", "extract", "--item", " 1 ") == first
    done = filled("export", "M4", "--as", "pdf", "--document", "extract", "--item", "1")
    assert " extract item 1 draft" in done.out
    Path("a.json").write_text(
        json.dumps(
            {
                "format": "wibdesk.meeting",
                "version": 1,
                "body": {"name": "Norbury Forum"},
                "meeting": {"date": "2026-09-01"},
                "attendance": [],
                "items": [{"title": "First", "entries": []}, {"title": "Second", "entries": []}],
            }
        ),
        "utf-8",
    )
    ref = filled("import", "a.json").out.split("\t")[0]
    assert "Second" in text(filled, ref, "--document", "extract", "--item", "2")
    assert " extract item 2 draft" in filled("export", ref, "--as", "pdf", "--document", "extract", "--item", "2").out


@pytest.mark.parametrize(
    ("words", "sentence"),
    [
        (["M4", "--document", "extract"], "The document “Extract of one item” needs to know which: name it"),
        (["M4", "--document", "extract", "--item", "99"], "M4 has no item “99”: it has "),
        (["M4", "--document", "extract", "--item", "0"], "M4 has no item “0”: it has "),
        (["M4", "--document", "extract", "--item", "9" * 5000], "M4 has no item “9999"),
        (["M4", "--item", "3"], "--item goes with --document extract alone"),
        (["M4", "--by", "owner"], "--by goes with --document actions alone"),
        (["M4", "--last", "3"], "--last goes with --document register alone"),
        (["M4", "--period", "all"], "--period goes with --document figures alone"),
        (["M4", "--document", "plan"], "M4 is a meeting and has no plan: --document can be minutes,"),
        (["M4", "--style", "missing.json"], "The house style missing cannot be read."),
        (["M4", "--logo", "missing.png"], "There is no file missing.png: name another."),
        (["M4", "--logo", "."], "There is no file .: name another."),
        (["M4", "--logo", "words.txt"], "words.txt is not a PNG, JPEG or SVG picture that can be read."),
    ],
)
def test_options_that_do_not_go_together_are_refused_in_one_sentence(words: list[str], sentence: str, filled: Run):
    Path("words.txt").write_text("no picture", "utf-8")
    assert sentence in refused(filled, *words, "--as", "pdf")


def test_the_register_itself_is_no_logo_style_or_template(filled: Run, register: Path):
    for option in ("--logo", "--template"):
        assert "is the register itself" in refused(filled, "M4", "--as", "docx", option, str(register))
    Path("own.json").symlink_to(register)
    assert "is the register itself" in refused(filled, "M4", "--as", "docx", "--style", "own.json")


def test_the_action_log_is_grouped_as_asked(filled: Run):
    logs = {by: text(filled, BODY, "--by", by) for by in ("due", "owner", "organisation")}
    assert len(set(logs.values())) == 3
    assert text(filled, BODY) == logs["due"]
    assert text(filled, "M4", "--document", "actions", "--by", "owner") != text(filled, "M4", "--document", "actions")


def test_the_register_shows_as_many_meetings_as_asked(filled: Run):
    filled("export", BODY, "--as", "xlsx", "--document", "register", "--to", "all.xlsx")
    filled("export", BODY, "--as", "xlsx", "--document", "register", "--last", "1", "--to", "one.xlsx")
    filled("export", "M2", "--as", "xlsx", "--document", "register", "--to", "upto.xlsx")
    every, one, upto = (load_workbook(f"{name}.xlsx").worksheets[0].max_column for name in ("all", "one", "upto"))
    assert one < upto < every


def test_the_report_in_figures_goes_back_as_far_as_asked(filled: Run):
    told = {period: text(filled, BODY, "--document", "figures", "--period", period) for period in PERIODS}
    assert [words in told[period] for period, words in PERIODS.items()] == [True] * len(PERIODS)
    assert PERIODS["year"] in text(filled, BODY, "--document", "figures")


def test_the_action_log_is_written_as_a_spreadsheet(filled: Run):
    done = filled("export", BODY, "--as", "xlsx")
    assert done.out.endswith(".xlsx\n")
    assert load_workbook(done.out.strip()).worksheets[0].max_row > 5


def test_a_house_style_may_be_a_file_or_one_of_the_registers_own(filled: Run, register: Path):
    Path("ours.json").write_text(json.dumps({"label": "Ours", "draft_words": "NOT AGREED YET"}), "utf-8")
    assert "NOT AGREED YET" in text(filled, "M4", "--style", "ours.json")
    desk = Desk(register)
    try:
        desk.write(keep_style, "of_this_register", {"label": "L", "draft_words": "STILL A DRAFT"}).result()
    finally:
        desk.close()
    assert "STILL A DRAFT" in text(filled, "M4", "--style", "of_this_register")


def test_the_bodys_logo_is_printed_unless_another_is_named(filled: Run, register: Path):
    desk = Desk(register)
    try:
        body_id = desk.read(meetings.find, "M4").result().body.id
        crest = BodyFile(body_id, FileKind.LOGO, "crest.png", png(), "The crest of Norbury")
        desk.write(keep_body_file, crest).result()
    finally:
        desk.close()
    Path("seal.svg").write_bytes(SVG)
    told = {}
    for name, words in {
        "own": (),
        "named": ("--logo", "seal.svg", "--logo-words", "The seal"),
        "silent": ("--logo", "seal.svg"),
    }.items():
        assert filled("export", "M4", "--as", "html", "--to", f"{name}.html", *words).code == 0
        told[name] = Path(f"{name}.html").read_text("utf-8")
    assert 'alt="The crest of Norbury"' in told["own"]
    assert 'alt="The seal"' in told["named"]
    assert f'alt="Logo of {BODY.replace(chr(39), "&#x27;")}"' in told["silent"].replace("'", "&#x27;")


def test_a_logo_that_cannot_be_read_any_more_fails_no_export_and_is_told(filled: Run, register: Path):
    desk = Desk(register)
    try:
        body_id = desk.read(meetings.find, "M4").result().body.id
        desk.write(keep_body_file, BodyFile(body_id, FileKind.LOGO, "crest.png", b"no picture", "The crest")).result()
    finally:
        desk.close()
    for ending in ("pdf", "docx", "html"):
        done = filled("export", "M4", "--as", ending)
        assert done.code == 0
        assert "The logo cannot be read" in done.err
    assert "logo" not in filled("export", "M4", "--as", "txt").err


def test_a_word_file_is_written_into_the_template_that_is_named(filled: Run):
    house = Document()
    house.styles["Normal"].font.name = "Papyrus"
    house.save("house.docx")
    done = filled("export", "M4", "--as", "docx", "--template", "house.docx")
    assert done.code == 0
    with zipfile.ZipFile(done.out.strip()) as parts:
        assert b"Papyrus" in parts.read("word/styles.xml")


def test_what_one_format_cannot_do_is_said_of_that_format_alone(filled: Run, register: Path):
    desk = Desk(register)
    try:
        body_id = desk.read(meetings.find, "M4").result().body.id
        desk.write(keep_body_file, BodyFile(body_id, FileKind.TEMPLATE, "house.docx", b"PK and no more")).result()
    finally:
        desk.close()
    Path("ours.json").write_text(json.dumps({"label": "Ours", "draft_words": "\u8349\u7a3f"}), "utf-8")
    said = {
        ending: filled("export", "M4", "--as", ending, "--style", "ours.json").err
        for ending in ("docx", "pdf", "html", "txt")
    }
    assert {ending for ending, words in said.items() if "[U+8349]" in words} == {"pdf"}
    assert {ending for ending, words in said.items() if "Word template cannot be used" in words} == {"docx"}


def test_each_export_is_noted_in_the_register_with_its_words(filled: Run, register: Path):
    path = Path(filled("export", "M4", "--as", "pdf", "--to", "a.pdf").out.strip())
    assert filled("export", "M4", "--as", "docx", "--document", "agenda", "--to", "b.docx").code == 0
    assert filled("export", "M4", "--as", "json", "--to", "c.json").code == 0
    desk = Desk(register)
    try:
        found = desk.read(exports_of, desk.read(meetings.find, "M4").result().id).result()
    finally:
        desk.close()
    assert [(export.kind, export.edition, export.format, export.name) for export in found] == [
        ("agenda", "full", "docx", "b.docx"),
        ("minutes", "full", "pdf", "a.pdf"),
    ]
    assert found[1].sha256 == hashlib.sha256(path.read_bytes()).hexdigest()
    assert "Norbury" in found[1].words
    assert "Norbury" in PdfReader(path).pages[0].extract_text()


def test_a_house_style_file_is_checked(run: Run, register: Path):
    Path("ours.json").write_text(json.dumps({"label": "Ours"}), "utf-8")
    assert run("check-style", "ours.json").out == "The house style “Ours” is sound: name its file after --style.\n"
    Path("ours.json").write_text(json.dumps({"label": "Ours", "colour": "red"}), "utf-8")
    wrong = run("check-style", "ours.json")
    assert (wrong.code, wrong.out) == (1, "")
    assert "colour" in wrong.err
    assert not register.exists()


def test_a_file_that_is_no_template_is_refused(filled: Run):
    Path("house.docx").write_bytes(b"PK and no more")
    assert "not a Word file" in refused(filled, "M4", "--as", "docx", "--template", "house.docx")
    checked = filled("check-template", "house.docx")
    assert (checked.code, checked.out) == (1, "")
    assert "not a Word file" in checked.err
    assert filled("check-template", "missing.docx").err == "There is no file missing.docx: name another.\n"


def test_a_file_that_the_register_would_not_keep_is_not_used_either(filled: Run):
    with Path("house.docx").open("wb") as file:
        file.truncate(LARGEST_FILE + 1)
    said = "The file house.docx is larger than 10 MB: name a smaller one.\n"
    for option in ("--template", "--logo"):
        assert refused(filled, "M4", "--as", "docx", option, "house.docx") == said
    assert filled("check-template", "house.docx").err == said


def test_a_template_is_told_what_it_lacks(run: Run, register: Path):
    house = Document()
    house.styles.element.remove(house.styles["Heading 2"].element)
    house.save("house.docx")
    checked = run("check-template", "house.docx")
    assert checked.code == 0
    assert checked.lines[0].startswith("house.docx can be written into: it has ")
    assert any(line.startswith("It has no style “Heading 2”: in its place stands ") for line in checked.lines)
    assert not register.exists()
