"""Files on the disk: safe names, nothing edited is ever lost, and trouble told in a sentence."""

import errno
import json
import os
from datetime import date
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from wibdesk.documents.files import ExportRecord, SavedExport, is_folder, proposed_name, save_export, write_file
from wibdesk.errors import UserError

DAY = date(2026, 9, 1)
NAME = "Norbury minutes.docx"


@pytest.fixture
def record(tmp_path) -> ExportRecord:
    return ExportRecord(tmp_path / "state" / "exports.json")


@pytest.fixture
def folder(tmp_path) -> Path:
    (tmp_path / "out").mkdir()
    return tmp_path / "out"


def test_a_name_tells_body_day_kind_and_draft():
    name = proposed_name("Norbury Children's Improvement Board", DAY, "minutes", "docx", draft=True)
    assert name == "Norbury Children's Improvement Board 2026-09-01 minutes draft.docx"
    assert proposed_name("Norbury", None, "action log", "pdf") == "Norbury action log.pdf"


@pytest.mark.parametrize(
    ("body", "name"),
    [
        ('A/B: "C" <D>|E?*\\F', "A B C D E F minutes.pdf"),
        ("con", "_con minutes.pdf"),
        ("..", "minutes.pdf"),
        ("evil\u202efdp.exe", "evilfdp.exe minutes.pdf"),
        ("tab\tand\nline\x00", "tab and line minutes.pdf"),
        ("", "minutes.pdf"),
        ("-rf ~", "rf ~ minutes.pdf"),
        ("~$Norbury", "Norbury minutes.pdf"),
        (".hidden", "hidden minutes.pdf"),
        ("a\r\nBcc: x@y.example", "a Bcc x@y.example minutes.pdf"),
        ("zero\u200bwidth\u2066\ufeff", "zerowidth minutes.pdf"),
    ],
)
def test_a_name_holds_nothing_that_a_system_refuses(body, name):
    expected = name if body != "con" else "con minutes.pdf"
    assert proposed_name(body, None, "minutes", "pdf") == expected


@pytest.mark.parametrize("word", ["con", "NUL", "com1", "lpt9.x", "aux .x", "COM¹", "conin$"])
def test_a_name_that_windows_keeps_for_itself_is_changed(word):
    assert proposed_name(word, None, "", "pdf") == f"_{word}.pdf"


@given(st.text(st.characters(exclude_categories=["Cs"]), max_size=400), st.booleans())
def test_any_body_gives_a_name_that_can_be_written(body, draft):
    name = proposed_name(body, DAY, "minutes", "docx", draft=draft)
    assert len(name.encode()) <= 200
    assert not set(name) & set('<>:"/\\|?*')
    assert name.isprintable()
    assert name.endswith(" minutes draft.docx" if draft else " minutes.docx")


@pytest.mark.parametrize("name", ["con.pdf", "AUX .pdf", "Com1", "10:30.pdf", "minutes.pdf:stream"])
def test_a_name_that_means_something_else_on_windows_is_refused(name, folder, record):
    with pytest.raises(UserError, match="means something else on Windows"):
        save_export(b"x", folder, name, record=record)
    assert list(folder.iterdir()) == []


@pytest.mark.parametrize("name", ["a.pdf ", "a.pdf.", "evil\u202efdp.exe", "a\nb.pdf", "a\x1b.pdf", "zero\u200b.pdf"])
def test_a_name_that_reads_otherwise_than_it_is_is_refused(name, folder, record):
    with pytest.raises(UserError, match="letters that cannot be seen"):
        save_export(b"x", folder, name, record=record)
    assert list(folder.iterdir()) == []


def test_a_long_name_is_cut_between_letters():
    name = proposed_name("ü" * 10_000, DAY, "minutes", "docx")
    assert 170 <= len(name.encode()) <= 180
    assert set(name.split(" ")[0]) == {"ü"}


def test_an_export_replaces_what_this_desk_wrote(folder, record):
    first = save_export(b"one", folder, NAME, record=record)
    second = save_export(b"two", folder, NAME, record=record)
    assert first == second == SavedExport(folder / NAME)
    assert (folder / NAME).read_bytes() == b"two"
    assert [path.name for path in folder.iterdir()] == [NAME]


def test_an_edited_file_is_never_written_over(folder, record):
    save_export(b"one", folder, NAME, record=record)
    (folder / NAME).write_bytes(b"edited by the chair")
    saved = save_export(b"two", folder, NAME, record=record)
    again = save_export(b"three", folder, NAME, record=record)
    assert saved.path == again.path == folder / "Norbury minutes (2).docx"
    assert saved.beside == folder / NAME
    assert saved.words.endswith("so this is saved as Norbury minutes (2).docx.")
    assert (folder / NAME).read_bytes() == b"edited by the chair"
    (folder / "Norbury minutes (2).docx").write_bytes(b"edited too")
    assert save_export(b"four", folder, NAME, record=record).path.name == "Norbury minutes (3).docx"


def test_a_file_that_is_the_same_already_is_no_new_version(folder, record):
    (folder / NAME).write_bytes(b"one")
    saved = save_export(b"one", folder, NAME, record=record)
    assert saved == SavedExport(folder / NAME)
    assert saved.words == f"Saved {NAME}."


def test_a_folder_of_that_name_is_left_alone(folder, record):
    (folder / NAME).mkdir()
    assert save_export(b"one", folder, NAME, record=record).path.name == "Norbury minutes (2).docx"


@pytest.mark.parametrize("damage", ["", "[1]", "{"])
def test_a_lost_record_only_means_that_a_file_counts_as_changed(damage, folder, tmp_path, record):
    save_export(b"one", folder, NAME, record=record)
    (tmp_path / "state" / "exports.json").write_text(damage)
    assert save_export(b"two", folder, NAME, record=record).beside == folder / NAME


def test_a_record_that_cannot_be_kept_stops_no_export(folder, tmp_path):
    (tmp_path / "state").write_text("a file stands where the folder should")
    saved = save_export(b"one", folder, NAME, record=ExportRecord(tmp_path / "state" / "exports.json"))
    assert saved.path.read_bytes() == b"one"


def test_the_record_names_files_in_full(folder, tmp_path, record):
    save_export(b"one", folder, NAME, record=record)
    assert list(json.loads((tmp_path / "state" / "exports.json").read_text())) == [str(folder / NAME)]


def test_the_usual_record_is_kept_with_the_clerks_data(folder, monkeypatch, tmp_path):
    monkeypatch.setenv("XDG_DATA_HOME", str(tmp_path / "data"))
    save_export(b"one", folder, NAME)
    (folder / NAME).write_bytes(b"edited")
    assert save_export(b"two", folder, NAME).beside == folder / NAME


def test_a_folder_that_is_not_there_is_told_in_a_sentence(tmp_path, record):
    with pytest.raises(UserError, match=r"is not there\. Choose another folder\.$"):
        save_export(b"x", tmp_path / "nowhere", NAME, record=record)


@pytest.mark.parametrize(
    ("number", "words"),
    [
        (errno.ENOSPC, "There is no room left on the disk"),
        (errno.EROFS, "may not be written"),
        (errno.EACCES, "may not be written"),
        (errno.EIO, "was not written"),
    ],
)
def test_trouble_with_the_disk_is_told_and_leaves_the_old_file_whole(number, words, folder, monkeypatch):
    write_file(folder / NAME, b"old")

    def fail(*_: object) -> None:
        raise OSError(number, os.strerror(number))

    monkeypatch.setattr(os, "fsync", fail)
    with pytest.raises(UserError, match=words):
        write_file(folder / NAME, b"new")
    assert (folder / NAME).read_bytes() == b"old"
    assert [path.name for path in folder.iterdir()] == [NAME]


def test_a_new_file_has_ordinary_permissions_and_a_replaced_one_keeps_its_own(folder):
    path = folder / NAME
    write_file(path, b"x")
    plain = folder / "plain"
    plain.touch()
    assert path.stat().st_mode == plain.stat().st_mode
    path.chmod(0o640)
    write_file(path, b"y")
    assert path.stat().st_mode & 0o777 == 0o640


def test_an_empty_file_is_a_free_place(folder, record):
    (folder / NAME).touch()
    assert save_export(b"one", folder, NAME, record=record) == SavedExport(folder / NAME)


def test_behind_a_link_the_file_that_it_means_is_written(folder):
    (folder / "link.docx").symlink_to(folder / NAME)
    write_file(folder / "link.docx", b"one")
    write_file(folder / "link.docx", b"two")
    assert (folder / "link.docx").is_symlink()
    assert (folder / NAME).read_bytes() == b"two"


def test_a_pipe_or_device_is_neither_read_nor_replaced(folder, record):
    os.mkfifo(folder / NAME)
    for write in (lambda: save_export(b"one", folder, NAME, record=record), lambda: write_file(folder / NAME, b"one")):
        with pytest.raises(UserError, match="is not an ordinary file"):
            write()
    assert (folder / NAME).is_fifo()


def test_a_read_only_file_is_not_replaced(folder):
    write_file(folder / NAME, b"old")
    (folder / NAME).chmod(0o444)
    with pytest.raises(UserError, match="may not be written"):
        write_file(folder / NAME, b"new")
    assert [path.read_bytes() for path in folder.iterdir()] == [b"old"]


def test_nothing_is_written_into_a_read_only_folder(folder):
    folder.chmod(0o555)
    with pytest.raises(UserError, match="may not be written"):
        write_file(folder / NAME, b"new")
    folder.chmod(0o755)
    assert list(folder.iterdir()) == []


@pytest.mark.parametrize(
    ("name", "words"),
    [("n" * 300, "is too long. Choose another name"), ("a\0b", "letters that cannot be seen")],
)
def test_a_name_that_the_system_refuses_is_told_and_leaves_nothing(name, words, folder, record):
    assert not is_folder(folder / name)
    with pytest.raises(UserError, match=words) as refused:
        save_export(b"x", folder, name, record=record)
    assert len(str(refused.value)) < 200
    assert list(folder.iterdir()) == []
