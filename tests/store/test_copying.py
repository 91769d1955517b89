"""A copy counts only once it was looked over: whole, sound, of this register and on the disk."""

import os
import shutil
from contextlib import closing

import pytest
from sqlcipher3 import dbapi2

from tests.registers import Clerk
from tests.store.disks import no_file_larger_than
from wibdesk.errors import LockedError, StoreError
from wibdesk.store.connection import raw
from wibdesk.store.copies.copying import CUT, check_copy, copy_register, draft_of_copy, remove_by_and_by, told_as
from wibdesk.store.database import Database


@pytest.fixture
def database(tmp_path):
    clerk = Clerk(tmp_path / "register.wibdesk")
    clerk.meeting()
    clerk.desk.close()
    database = Database(clerk.register)
    database.open()
    yield database
    database.close()


@pytest.fixture
def copy(database, tmp_path):
    return tmp_path / "copy", copy_register(database.connection, tmp_path / "copy")


def by_hand(path, statement):
    with closing(dbapi2.connect(str(path), isolation_level=None)) as hand:
        hand.execute(statement)


@pytest.mark.parametrize(
    "statement", ["UPDATE search_data SET block = x'00ff' WHERE id > 10", "DELETE FROM search_config"]
)
def test_a_damaged_index_for_searching_keeps_no_register_from_being_copied_and_is_whole_in_the_copy(
    tmp_path, database, statement
):
    database.close()
    by_hand(database.path, statement)
    database.open()
    marks = copy_register(database.connection, tmp_path / "copy")
    assert check_copy(tmp_path / "copy", expected=marks) == marks
    with closing(dbapi2.connect(str(tmp_path / "copy"))) as look:
        assert look.execute("PRAGMA integrity_check").fetchall() == [("ok",)]
        assert look.execute("SELECT count(*) FROM search WHERE search MATCH 'apologies'").fetchone() != (0,)


def test_a_disk_that_is_full_while_the_index_is_made_anew_in_the_copy_is_told_of_in_words(tmp_path, database):
    database.close()
    by_hand(database.path, "DELETE FROM search_config")
    database.open()
    copy_register(database.connection, tmp_path / "copy")
    with (
        no_file_larger_than(40_000),
        pytest.raises(StoreError, match="No backup could be made: "),
        told_as("No backup could be made"),
    ):
        check_copy(tmp_path / "copy")


def test_a_copy_is_one_file_that_needs_no_journal(copy):
    path, marks = copy
    assert check_copy(path) == check_copy(path, expected=marks) == marks
    assert [file.name for file in path.parent.iterdir() if file.name.startswith("copy")] == ["copy"]
    with closing(dbapi2.connect(f"{path.as_uri()}?mode=ro", uri=True)) as look:
        assert look.execute("PRAGMA journal_mode").fetchone() == ("delete",)


WRONG = {
    "The copy does not hold what the register holds": "UPDATE register SET save_token = 'another'",
    "The copy does not hold": "DELETE FROM meeting",
    "What was copied is no register": "PRAGMA application_id = 7",
    "A newer WIBDesk wrote it": "PRAGMA user_version = 99",
    "holds rows that belong to nothing": "DELETE FROM item",
}


@pytest.mark.parametrize("words", WRONG)
def test_a_copy_that_is_not_what_it_should_be_is_refused(copy, words):
    path, marks = copy
    by_hand(path, "INSERT INTO paper SELECT id, 0, 'Report', NULL, NULL FROM item")
    by_hand(path, WRONG[words])
    with pytest.raises(StoreError, match=words):
        check_copy(path, expected=marks)


def test_a_file_that_is_no_register_at_all_is_told_in_words(tmp_path):
    (tmp_path / "list").write_text("shopping " * 1000)
    with pytest.raises(StoreError, match=r"No backup: what was to be copied is damaged\."), told_as("No backup"):
        check_copy(tmp_path / "list")


def test_a_bug_is_not_taken_for_a_trouble_of_the_disk(database):
    with pytest.raises(dbapi2.Error, match="nonsense"), told_as("No backup"):
        raw(database.connection).execute("SELECT nonsense FROM register")


def test_that_a_passphrase_is_missing_is_told_as_such():
    with pytest.raises(LockedError, match="Needs one"), told_as("No backup"):
        raise LockedError("Needs one")


def test_what_is_left_of_a_draft_goes_and_so_does_what_was_left_before(tmp_path):
    folder = tmp_path / "new" / "folder"
    with draft_of_copy(folder, "register") as part:
        part.write_text("half")
        part.with_name(f"{part.name}-journal").write_text("half")
    assert list(folder.iterdir()) == []
    (folder / ".register.part").write_text("of a killed desk")
    with draft_of_copy(folder, "register") as part:
        assert not part.exists()
    shutil.rmtree(folder)


@pytest.mark.parametrize("size", [0, 1, CUT, CUT + 1, 2 * CUT - 1])
def test_a_file_that_goes_by_and_by_is_gone_in_the_end(tmp_path, size):
    path = tmp_path / "large"
    with path.open("wb") as file:
        file.truncate(size)
    remove_by_and_by(path)
    assert list(tmp_path.iterdir()) == []


def test_a_file_that_has_another_name_too_stays_whole_there(tmp_path):
    path, other = tmp_path / "large", tmp_path / "other"
    with path.open("wb") as file:
        file.truncate(CUT + 1)
    os.link(path, other)
    remove_by_and_by(path)
    assert not path.exists()
    assert other.stat().st_size == CUT + 1


def test_a_draft_that_is_no_file_is_told_and_not_taken_away(tmp_path):
    (tmp_path / ".a_copy.part").mkdir()
    with pytest.raises(StoreError, match="No copy"), told_as("No copy"), draft_of_copy(tmp_path, "a_copy"):
        raise AssertionError("there is no draft to write into")
    assert (tmp_path / ".a_copy.part").is_dir()
