"""What is no register of ours is refused in words, and not a byte of it changes."""

import os
import random
import re
import subprocess
import sys
from pathlib import Path

import pytest
from sqlcipher3 import dbapi2

from tests.registers import WAIT, Clerk
from wibdesk.desk import Desk
from wibdesk.errors import StoreError
from wibdesk.services import bodies
from wibdesk.store.creation import make_register
from wibdesk.store.lock import InUseError
from wibdesk.store.tables import SCHEMA_NUMBER

ROOT = Path(__file__).parents[2]


def refused(path: Path) -> str:
    """The sentence with which a desk refuses a register."""
    desk = Desk(path)
    with pytest.raises(StoreError) as caught:
        desk.opened.result(WAIT)
    with pytest.raises(StoreError):
        desk.read(bodies.bodies).result(WAIT)
    with pytest.raises(StoreError):
        desk.write(bodies.add_body, "Lost").result(WAIT)
    assert not desk.status.pending
    assert desk.close()
    return str(caught.value)


def everything(folder: Path):
    """Every file below a folder with its bytes and rights."""
    return {p.relative_to(folder): (p.is_file() and p.read_bytes(), p.stat().st_mode) for p in folder.rglob("*")}


def another_program(path):
    raw = dbapi2.connect(str(path), isolation_level=None)
    raw.execute("PRAGMA application_id = 77")
    raw.execute("CREATE TABLE theirs (words TEXT)")
    raw.close()


def with_a_journal(path):
    """Another program's file as a crash leaves it: what is committed lies in the journal beside it."""
    script = (
        "import os, sys; from sqlcipher3 import dbapi2; c = dbapi2.connect(sys.argv[1], isolation_level=None);"
        "c.execute('PRAGMA journal_mode = WAL'); c.execute('CREATE TABLE theirs (words TEXT)'); os._exit(9)"
    )
    subprocess.run([sys.executable, "-c", script, str(path)], check=False, timeout=WAIT)
    assert path.with_name(f"{path.name}-wal").stat().st_size


def newer(path):
    Clerk(path).desk.close()
    raw = dbapi2.connect(str(path), isolation_level=None)
    raw.execute("PRAGMA user_version = 99")
    raw.close()


FOREIGN = {
    "random bytes": (lambda p: p.write_bytes(random.Random(2).randbytes(9000)), "not a WIBDesk register"),
    "a short text": (lambda p: p.write_text("Minutes of 1974\n"), "not a WIBDesk register"),
    "one byte": (lambda p: p.write_bytes(b"\0"), "not a WIBDesk register"),
    "a Word file": (lambda p: p.write_bytes(b"PK\3\4" + bytes(5000)), "not a WIBDesk register"),
    "another program's": (another_program, "not a WIBDesk register"),
    "another program's with a journal": (with_a_journal, "not a WIBDesk register"),
    "a newer one": (newer, f"newer WIBDesk .format 99, this one reads up to {SCHEMA_NUMBER}."),
    "a folder": (lambda p: p.mkdir(), "is a folder"),
}


@pytest.mark.parametrize("what", FOREIGN)
def test_a_file_that_is_not_ours_is_refused_and_not_touched(tmp_path, what):
    make, words = FOREIGN[what]
    path = tmp_path / "register.wibdesk"
    make(path)
    before = everything(tmp_path)
    assert re.search(words, refused(path))
    assert everything(tmp_path) == before


def test_a_damaged_register_is_refused_in_words(tmp_path):
    path = tmp_path / "register.wibdesk"
    Clerk(path).desk.close()
    content = bytearray(path.read_bytes())
    content[100:4096] = b"\x5a" * 3996
    path.write_bytes(content)
    assert "is damaged and cannot be read" in refused(path)
    assert path.read_bytes() == content


def test_an_empty_file_becomes_a_register(tmp_path):
    path = tmp_path / "register.wibdesk"
    path.touch()
    clerk = Clerk(path)
    clerk.body("Norbury Board")
    clerk.restart()
    assert [b.name for b in clerk.ask(bodies.bodies)] == ["Norbury Board"]
    clerk.desk.close()


def test_a_file_marked_read_only_is_refused_and_not_touched(tmp_path):
    path = tmp_path / "register.wibdesk"
    Clerk(path).desk.close()
    path.chmod(0o444)
    before = everything(tmp_path)
    assert "is read-only: make it writable, or open a copy" in refused(path)
    assert everything(tmp_path) == before


@pytest.mark.skipif(os.name == "nt", reason="a folder has no such mark there")
@pytest.mark.parametrize("there", [True, False])
def test_a_read_only_folder_is_refused(tmp_path, there):
    folder = tmp_path / "folder"
    folder.mkdir()
    path = folder / "register.wibdesk"
    if there:
        Clerk(path).desk.close()
    folder.chmod(0o555)
    before = everything(folder)
    assert "is read-only: make it writable, or keep the register elsewhere" in refused(path)
    assert everything(folder) == before
    folder.chmod(0o755)


def test_a_register_below_a_file_is_refused(tmp_path):
    (tmp_path / "file").write_text("words")
    assert "is a file, so no register can be kept below it" in refused(tmp_path / "file" / "deep" / "register.wibdesk")


@pytest.mark.skipif(os.name == "nt", reason="such names are other errors there")
def test_a_name_that_no_disk_takes_is_refused_in_words(tmp_path):
    assert "cannot be opened" in refused(tmp_path / ("x" * 300))


def stamps(folder):
    """When each file was last written, and its size; reading one here would let go of the lock of this process."""
    return {p.name: (p.stat().st_mtime_ns, p.stat().st_size) for p in folder.iterdir()}


def test_a_register_in_use_names_its_holder_and_is_not_touched(tmp_path):
    path = tmp_path / "register.wibdesk"
    clerk = Clerk(path)
    clerk.body("Norbury Board")
    before = stamps(tmp_path)
    desk = Desk(path)
    with pytest.raises(InUseError, match="in use by another desk on this computer since 09:30 on 1 September 2026"):
        desk.opened.result(WAIT)
    assert desk.close()
    # Had the look at the file let go of the lock, another process would get in now.
    assert asked_elsewhere(path).startswith("InUseError")
    assert stamps(tmp_path) == before
    clerk.body("Still mine")
    clerk.restart()
    assert len(clerk.ask(bodies.bodies)) == 2
    clerk.desk.close()


def asked_elsewhere(path):
    """What another process says when it opens a register."""
    script = (
        "import sys; from pathlib import Path; from wibdesk.desk import Desk; d = Desk(Path(sys.argv[1]));"
        "e = d.opened.exception(); d.close(); print(type(e).__name__, e)"
    )
    command = [sys.executable, "-c", script, str(path)]
    return subprocess.run(command, capture_output=True, text=True, timeout=WAIT, check=True, cwd=ROOT).stdout


def test_another_process_finds_the_register_in_use(tmp_path):
    path = tmp_path / "register.wibdesk"
    clerk = Clerk(path)
    assert "on this computer since 09:30" in asked_elsewhere(path)
    clerk.desk.close()
    assert asked_elsewhere(path).startswith("NoneType")


def test_a_stale_lock_file_does_no_harm(tmp_path):
    path = tmp_path / "register.wibdesk"
    for told in ("not json", '{"pid": 1}', '{"pid": 1, "host": "ANNS-PC", "since": "never"}', "[]"):
        path.with_name(f"{path.name}.lock").write_text(told)
        clerk = Clerk(path)
        clerk.desk.close()
    assert [p.name for p in tmp_path.iterdir()] == [path.name]


def test_an_unfinished_creation_by_a_crash_is_no_hindrance(tmp_path):
    path = tmp_path / "register.wibdesk"
    path.with_name(f"{path.name}.0123abcd.new").write_bytes(b"half of one")
    clerk = Clerk(path)
    clerk.desk.close()
    assert path.stat().st_size > 4096


def test_a_register_that_another_desk_made_meanwhile_stays(tmp_path):
    path = tmp_path / "register.wibdesk"
    clerk = Clerk(path)
    before = stamps(tmp_path)
    make_register(path)
    assert stamps(tmp_path) == before
    clerk.desk.close()
