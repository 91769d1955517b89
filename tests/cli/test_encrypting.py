"""Encrypting by commands: secrets come from files, the recovery key is printed once, and what is wanted is said."""

import json
import shutil
from contextlib import closing
from pathlib import Path

import pytest
from sqlcipher3 import dbapi2

from tests.cli.conftest import Run
from tests.registers import WAIT, Clerk
from wibdesk.cli import handler
from wibdesk.safety.locked_registers import needs_passphrase
from wibdesk.safety.rescuing import rescue_folders

PASSPHRASE, ANOTHER = "correct horse battery staple", "another phrase to remember"


@pytest.fixture(autouse=True)
def files(own_folders: Path) -> None:
    """The files that hold the secrets."""
    Path("pass").write_text(f"{PASSPHRASE}\nand a note\n", "utf-8")
    Path("another").write_bytes(b"\xef\xbb\xbf" + ANOTHER.encode() + b"\r\n")


def test_a_register_is_encrypted_used_changed_and_decrypted(filled: Run, register: Path):
    plain = filled("list", "meetings").out
    done = filled("encrypt", "--passphrase-file", "pass")
    assert done.code == 0
    (recovery,) = done.lines
    assert len(recovery.split("-")) == 14
    assert "free blocks of the disk" in done.err
    assert filled("list", "meetings", "--passphrase-file", "pass").out == plain
    Path("recovery").write_text(recovery, "utf-8")
    assert filled("list", "meetings", "--passphrase-file", "recovery").out == plain

    done = filled("change-passphrase", "--old-passphrase-file", "recovery", "--passphrase-file", "another")
    assert (done.code, len(done.lines)) == (0, 1)
    assert recovery not in done.out
    assert "Backups and copies made before still open with" in done.err
    assert filled("list", "meetings", "--passphrase-file", "another").out == plain
    assert filled("check", "--passphrase-file", "pass").code == 1

    done = filled("decrypt", "--passphrase-file", "another")
    assert (done.code, done.out) == (0, "")
    assert filled("list", "meetings").out == plain


@pytest.mark.parametrize("words", [("list", "bodies"), ("check",), ("export", "M4", "--as", "txt"), ("import", "pass")])
def test_each_command_says_that_an_encrypted_register_needs_its_passphrase(words: tuple[str, ...], filled: Run):
    filled("encrypt", "--passphrase-file", "pass")
    done = filled(*words)
    assert (done.code, done.out) == (1, "")
    assert done.err.endswith("is encrypted: name the file with its passphrase by --passphrase-file.\n")
    done = filled(*words, "--passphrase-file", "another")
    assert (done.code, done.out) == (1, "")
    assert "That passphrase does not open" in done.err
    assert ANOTHER not in done.err


def test_the_passphrase_file_may_be_named_before_the_command_as_well_as_after_it(filled: Run):
    assert filled("--passphrase-file", "pass", "encrypt").code == 0
    changed = filled(
        "--passphrase-file", "another", "change-passphrase", "--old-passphrase-file", "pass",
    )  # fmt: skip
    assert changed.code == 0
    assert filled("--passphrase-file", "another", "list", "meetings").code == 0
    assert filled("--passphrase-file", "another", "decrypt").code == 0
    assert filled("list", "meetings").code == 0


@pytest.mark.parametrize("command", ["encrypt", "decrypt"])
def test_a_command_that_needs_a_passphrase_file_says_so(command: str, filled: Run):
    done = filled(command)
    assert done.code == 2
    assert f"{command} needs --passphrase-file FILE, before or after it" in done.err


@pytest.mark.parametrize(
    ("command", "said", "unsaid"),
    [
        ("encrypt", "needed: the file whose first line is the new passphrase", "made if absent"),
        ("decrypt", "needed: the file whose first line is the present passphrase", "made if absent"),
        ("list", "the register; made if absent", "needed:"),
        ("check-style", "a house style (JSON)", "--store"),
        ("salvage", "--into NEW", "--store"),
    ],
)
def test_help_says_of_each_option_what_is_true_of_the_command(
    command: str, said: str, unsaid: str, run: Run, monkeypatch: pytest.MonkeyPatch
):
    monkeypatch.setenv("COLUMNS", "200")
    told = run(command, "--help").out
    assert said in told
    assert unsaid not in told


def test_no_passphrase_is_taken_from_the_command_line_itself(run: Run):
    assert run("encrypt", "--passphrase", PASSPHRASE).code == 2
    assert run("encrypt").code == 2
    done = run("--passphrase-file", "pass")
    assert done.code == 2
    assert "the desk asks for the passphrase itself" in done.err


@pytest.mark.parametrize(
    ("content", "sentence"),
    [
        (b"", "The first line of secret is empty"),
        (b"\n" + PASSPHRASE.encode(), "The first line of secret is empty"),
        (b"caf\xe9 caf\xe9 caf\xe9", "The file secret is not plain text in UTF-8"),
        (b"short", "That passphrase is too short: use 4 words or more, or at least 12 letters."),
        (None, "There is no file secret: name another."),
    ],
)
def test_a_file_that_holds_no_passphrase_leaves_the_register_as_it_is(
    content: bytes | None, sentence: str, filled: Run, register: Path
):
    before = register.read_bytes()
    if content is not None:
        Path("secret").write_bytes(content)
    done = filled("encrypt", "--passphrase-file", "secret")
    assert (done.code, done.out) == (1, "")
    assert sentence in done.err
    assert register.read_bytes() == before


def test_plain_copies_are_named_and_go_only_where_that_is_asked_for(filled: Run, register: Path):
    copy = Path(shutil.copy(register, register.with_name("copy by hand")))
    backups = register.parent / "backups"
    backups.mkdir(exist_ok=True)
    backup = Path(shutil.copy(register, backups / "monday.wibdesk"))
    done = filled("encrypt", "--passphrase-file", "pass")
    for path in (copy, backup):
        assert f"Anybody can still read this copy: remove it, or encrypt it too: {path}" in done.err
        assert path.exists()
    filled("decrypt", "--passphrase-file", "pass")
    done = filled("encrypt", "--passphrase-file", "pass", "--remove-plain-copies")
    for path in (copy, backup):
        assert f"Removed: {path}" in done.err
        assert not path.exists()
    assert needs_passphrase(register)


def test_a_damaged_register_put_aside_counts_as_a_copy_that_anybody_can_read(filled: Run, register: Path):
    aside = register.with_name(f"{register.name}.aside-2026-11-01_120000Z")
    whole = register.read_bytes()
    # The page that names the tables is gone; every word of the minutes is still there.
    aside.write_bytes(whole[:100] + bytes(4096 - 100) + whole[4096:])
    journal = Path(shutil.copy(register, aside.with_name(f"{aside.name}-wal")))
    done = filled("encrypt", "--passphrase-file", "pass", "--remove-plain-copies")
    assert f"Removed: {aside}\n" in done.err
    assert (aside.exists(), journal.exists()) == (False, False)


def test_an_encrypted_register_that_was_put_aside_is_no_plain_copy(filled: Run, register: Path):
    filled("encrypt", "--passphrase-file", "pass")
    aside = Path(shutil.copy(register, register.with_name(f"{register.name}.aside-2026-11-01_120000Z")))
    cut = aside.with_name(f"{register.name}.aside-2026-11-02_120000Z")
    cut.write_bytes(register.read_bytes()[:-100])
    filled("decrypt", "--passphrase-file", "pass")
    done = filled("encrypt", "--passphrase-file", "another", "--remove-plain-copies")
    assert (done.code, "Removed" in done.err) == (0, False)
    assert (aside.exists(), cut.exists()) == (True, True)


def test_words_that_wait_in_a_rescue_file_are_named_but_never_removed(filled: Run, register: Path):
    with closing(dbapi2.connect(str(register))) as by_hand:
        (identity,) = by_hand.execute("SELECT identity FROM register").fetchone()
    folder = rescue_folders(register)[0]
    folder.mkdir(parents=True)
    theirs, journal, another = (
        folder / f"{name}.wibdesk-rescue{ending}"
        for name, ending in ((f"{identity}-1a-1", ".damaged"), (f"{identity}-1a-1", ".damaged-journal"), ("0f-1", ""))
    )
    for path in (theirs, journal, another):
        path.write_bytes(b"words")
    done = filled("encrypt", "--passphrase-file", "pass", "--remove-plain-copies")
    told = [line for line in done.err.splitlines() if "could not save and kept here" in line]
    assert [line.rpartition(": ")[2] for line in told] == [str(theirs)]
    assert theirs.exists()


def test_a_command_that_makes_an_encrypted_register_tells_its_recovery_key_once(run: Run, register: Path):
    done = run("list", "bodies", "--json", "--passphrase-file", "pass")
    assert json.loads(done.out) == []
    recovery = done.err.split()[-1]
    assert done.err.startswith("This new register is encrypted. Keep its recovery key on paper: ")
    assert needs_passphrase(register)
    Path("recovery").write_text(recovery, "utf-8")
    assert run("list", "bodies", "--passphrase-file", "recovery") == (0, "", "")


def test_a_desk_that_is_open_keeps_its_register_and_serves_those_who_may_ask_it(run: Run, register: Path):
    clerk = Clerk(register, secret=PASSPHRASE)
    clerk.body("Norbury Board")
    clerk.desk.serve(handler(clerk.desk))
    assert "Norbury Board" in run("list", "bodies").out
    for words in (
        ("decrypt", "--passphrase-file", "pass"),
        ("change-passphrase", "--old-passphrase-file", "pass", "--passphrase-file", "another"),
    ):
        done = run(*words)
        assert (done.code, done.out) == (1, "")
        assert "is in use by another desk" in done.err
    assert clerk.desk.read(lambda uow: 7).result(WAIT) == 7
    clerk.desk.close()
    assert run("list", "bodies", "--passphrase-file", "pass").code == 0
