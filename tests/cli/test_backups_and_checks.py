"""Backups, restoring, checking and salvage on the command line, beside a desk and without one."""

import json
from contextlib import closing
from pathlib import Path

import pytest
from sqlcipher3 import dbapi2

from wibdesk.cli import handler
from wibdesk.desk import Desk
from wibdesk.store.tables import SCHEMA_NUMBER

PASSPHRASE = "correct horse battery staple"


@pytest.fixture
def backup(filled):
    """A backup of the demo register."""
    return filled("backup").lines[0]


def by_hand(register, *statements):
    with closing(dbapi2.connect(str(register), isolation_level=None)) as hand:
        for statement in statements:
            hand.execute(statement)


def test_backup_prints_where_the_backup_is(filled, register):
    made = filled("backup")
    assert (made.code, made.err) == (0, "")
    assert made.lines[0].startswith(str(register.parent / "backups" / "register_"))
    assert made.lines[0].endswith("_asked.wibdesk")


def test_backup_goes_into_the_folder_that_is_named(filled, register, own_folders):
    (own_folders / "stick").mkdir()
    made = filled("backup", "--to", "stick", "--json")
    told = json.loads(made.out)
    assert told["path"].startswith(str(own_folders / "stick" / "register_"))
    assert (told["reason"], told["format"]) == ("asked", SCHEMA_NUMBER)
    assert told["size"] == register.stat().st_size
    missing = filled("backup", "--to", "nowhere")
    assert (missing.code, missing.err) == (
        1,
        "There is no folder nowhere: make it first, or name another.\n",
    )


def test_a_folder_that_takes_no_backup_is_told_and_it_goes_beside_the_register(filled, register, own_folders):
    (own_folders / "stick").mkdir()
    name = f".register_{identity_of(register)[:8]}.part"
    (own_folders / "stick" / name).mkdir()
    made = filled("backup", "--to", "stick")
    assert made.code == 0
    assert "could not be used" in made.err
    assert made.lines[0].startswith(str(register.parent / "backups"))


def identity_of(register):
    with closing(dbapi2.connect(str(register))) as look:
        return look.execute("SELECT identity FROM register").fetchone()[0]


def test_the_list_names_the_newest_backup_first(filled):
    assert filled("backup", "--list").out == ""
    first, second = filled("backup").lines[0], filled("backup").lines[0]
    listed = filled("backup", "--list").lines
    assert [line.split("\t")[3] for line in listed] == [second, first]
    assert {line.split("\t")[1] for line in listed} == {"Asked for"}
    assert [told["path"] for told in json.loads(filled("backup", "--list", "--json").out)] == [second, first]


def test_a_running_desk_makes_the_backup(built, register, shell, own_folders):
    register.write_bytes(built.read_bytes())
    desk = Desk(register)
    desk.serve(handler(desk))
    made = shell("backup")
    listed = shell("backup", "--list")
    desk.close()
    assert (made.code, made.err) == (0, "")
    assert listed.out.split("\t")[3].strip() == made.lines[0]


def test_restore_says_what_became_of_the_present(filled, register, backup):
    by_hand(register, "UPDATE body SET name = 'Changed'")
    assert "Changed" in filled("list", "bodies").out
    done = filled("restore", backup)
    assert done.code == 0
    assert done.lines[0] == f"{backup.rpartition('/')[2]} was restored to {register}."
    assert done.lines[1].startswith(f"What stood there is kept as {register.parent / 'backups'}")
    assert "Changed" not in filled("list", "bodies").out


def test_restore_can_name_the_register_and_makes_it_where_there_is_none(filled, backup, register, own_folders):
    done = filled("restore", backup, "--to", "elsewhere.wibdesk")
    assert done.lines == [f"{backup.rpartition('/')[2]} was restored to elsewhere.wibdesk."]
    assert (own_folders / "elsewhere.wibdesk").read_bytes() == Path(backup).read_bytes()


def test_restore_shows_what_a_backup_holds_and_changes_nothing(filled, register, backup):
    before = register.read_bytes()
    shown = filled("restore", backup, "--show")
    assert shown.code == 0
    assert shown.lines[0].startswith("6 meetings, 1 plan, ")
    assert shown.lines[1:3] == [
        "Marlbridge Highways Sub-Committee\t2 meetings",
        "Norbury Children's Improvement Board\t4 meetings",
    ]
    assert len(shown.lines) == 3 + 5
    assert register.read_bytes() == before


def test_the_backup_of_another_register_wants_that_said(filled, register, backup, tmp_path):
    other = tmp_path / "other.wibdesk"
    Desk(other).close()
    refused = filled("restore", backup, "--to", other)
    assert refused.code == 1
    assert "of another register" in refused.err
    assert filled("restore", backup, "--to", other, "--another").code == 0


def test_restore_and_salvage_say_who_has_the_register_open(built, register, backup, shell, own_folders):
    desk = Desk(register)
    desk.serve(handler(desk))
    refused = [shell("restore", backup), shell("salvage", register, "--into", "new")]
    desk.close()
    for one in refused:
        assert one.code == 1
        assert "in use by another desk on this computer since" in one.err


def test_salvage_says_what_it_found(filled, register, own_folders):
    with register.open("rb+") as file:
        file.write(b"\0" * 4096)
    done = filled("salvage", register, "--into", "new.wibdesk")
    assert (done.code, done.err) == (0, "")
    assert done.lines[0].startswith("Found: 2 bodies, 6 meetings, ")
    assert done.lines[-1] == f"It is in new.wibdesk; {register.name} is as it was."
    (own_folders / "new.wibdesk").replace(register)
    assert filled("check").lines == ["The register is sound."]


def test_check_repairs_what_follows_from_the_rest_and_keeps_a_backup_first(filled, register):
    by_hand(register, "UPDATE register SET last_meeting = 1, last_plan = 0", "UPDATE entry SET position = position * 2")
    found = filled("check")
    assert found.code == 1
    assert [line.split("\t")[0] for line in found.lines] == ["counter", "counter", "list"]
    done = filled("check", "--repair")
    assert done.code == 0
    assert done.lines[0].startswith(f"The register as it was is kept as {register.parent / 'backups'}")
    assert [line.split("\t")[1] for line in done.lines[1:-1]][:2] == [
        "The counter of meetings was set to 6, the highest reference in use.",
        "The counter of plans was set to 1, the highest reference in use.",
    ]
    assert done.lines[-1] == "The register is sound."
    assert filled("check", "--repair").lines == ["The register is sound."]


def test_check_tells_in_json_what_it_repaired_and_what_is_left(filled, register):
    by_hand(
        register,
        "UPDATE register SET last_meeting = 0",
        "INSERT INTO paper (item_id, position, title) VALUES ('gone', 0, 'x')",
    )
    done = filled("check", "--repair", "--json")
    told = json.loads(done.out)
    assert done.code == 1
    assert [finding["kind"] for finding in told["findings"]] == ["link"]
    assert told["repaired"] == ["The counter of meetings was set to 6, the highest reference in use."]
    # Rows that belong to nothing make no backup: the register is put aside as it was.
    assert told["kept"].startswith(f"{register}.aside-")
    assert json.loads(filled("check", "--json").out) == told["findings"]


def test_damaged_pages_are_beyond_repair_and_that_is_said(filled, register):
    with closing(dbapi2.connect(str(register))) as look:
        (page,) = look.execute("SELECT rootpage FROM sqlite_master WHERE name = 'presence'").fetchone()
    with register.open("rb+") as file:
        file.seek((page - 1) * 4096)
        file.write(b"\xff" * 4096)
    done = filled("check", "--repair")
    assert done.code == 1
    assert done.err.startswith("Pages of the file are damaged, which cannot be repaired in place")
    assert done.out.startswith("integrity\t")


def test_restore_says_where_the_register_is_encrypted_otherwise_than_before(filled, register, backup):
    Path("pass").write_text(PASSPHRASE)
    filled("encrypt", "--passphrase-file", "pass")
    locked = filled("backup", "--passphrase-file", "pass").lines[0]
    done = filled("restore", backup, "--passphrase-file", "pass")
    assert done.lines[2:] == [
        "The backup was not encrypted, so the register is not either now: whoever has the file can read it."
    ]
    assert len(filled("restore", backup).lines) == 2
    done = filled("restore", locked, "--passphrase-file", "pass")
    assert done.lines[2:] == ["It opens with the passphrase or recovery key that it had when the backup was made."]


def test_backups_of_an_encrypted_register_want_its_passphrase(register, run, tmp_path):
    secret = tmp_path / "passphrase"
    secret.write_text(f"{PASSPHRASE}\n")
    words = ("--passphrase-file", secret)
    Desk(register, secret=PASSPHRASE).close()
    made = run("backup", *words).lines[0]
    refused = run("restore", made)
    assert (refused.code, "passphrase" in refused.err) == (1, True)
    assert run("restore", made, *words).code == 0
    assert run("restore", made, "--show", *words).lines[0] == "0 meetings, 0 plans, 0 words"
    nothing = run("salvage", register, "--into", tmp_path / "new", *words)
    assert (nothing.code, "Nothing of a register could be found" in nothing.err) == (1, True)
    assert run("check", *words).lines == ["The register is sound."]


@pytest.mark.parametrize(
    "words",
    [
        ["restore"],
        ["salvage", "register"],
        ["list", "bodies", "--to", "x"],
        ["--to", "x", "check"],
    ],
)
def test_commands_that_lack_something_or_have_too_much_are_refused(run, words):
    assert run(*words).code == 2
