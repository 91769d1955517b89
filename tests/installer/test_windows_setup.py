"""The set-up programs for Windows: the script is compiled around a stand-in for the program; Linux can do no more."""

import re
import shutil
from pathlib import Path

import pytest

from installer.packing import icons
from installer.packing.facts import ENDING, MIME
from installer.packing.running import BuildError
from installer.packing.windows_setup import SCRIPT, make, pack
from installer.packing.workshop import Workshop

ROOT = Path(__file__).resolve().parents[2]
WORDS = (ROOT / SCRIPT).read_text("utf-8")


@pytest.mark.skipif(shutil.which("makensis") is None, reason="makensis is not here")
@pytest.mark.parametrize("all_users", [False, True], ids=["one person", "everybody"])
def test_the_script_makes_a_set_up_program_for_one_person_and_for_everybody(tmp_path: Path, *, all_users: bool):
    icons.main(ROOT / "resources", tmp_path / "icons")
    program = tmp_path / "program"
    for name in ("WIBDesk.exe", "wibdesk-cli.exe", "_internal/library.dll"):
        (program / name).parent.mkdir(parents=True, exist_ok=True)
        (program / name).write_bytes(b"MZ stand-in")
    made = pack(Workshop(ROOT, tmp_path), program, all_users=all_users)
    data = made.read_bytes()
    assert data.startswith(b"MZ")
    wanted = b"requireAdministrator" if all_users else b"asInvoker"
    assert wanted in data


def test_a_script_with_a_fault_makes_none(tmp_path: Path):
    if shutil.which("makensis") is None:
        pytest.skip("makensis is not here")
    with pytest.raises(BuildError, match="makensis"):
        pack(Workshop(ROOT, tmp_path), tmp_path / "nowhere", all_users=False)


@pytest.mark.skipif(shutil.which("wine") is not None, reason="only where Windows is not")
def test_elsewhere_than_on_windows_it_says_so_instead_of_building(tmp_path: Path):
    with pytest.raises(BuildError, match="built on Windows"):
        make(Workshop(ROOT, tmp_path))


def test_it_opens_our_ending_and_takes_back_each_key_that_it_wrote():
    assert f"Software\\Classes\\.{ENDING}" in WORDS
    assert MIME in WORDS
    written = set(re.findall(r'^  WriteReg\w+ SHCTX "([^"]+)"', WORDS, re.MULTILINE))
    removed = set(re.findall(r'^  DeleteRegKey (?:/ifempty )?SHCTX "([^"]+)"', WORDS, re.MULTILINE))
    assert {key for key in written if not any(key == gone or key.startswith(f"{gone}\\") for gone in removed)} == set()


def test_it_never_removes_what_a_clerk_has_written():
    removed = re.findall(r"^\s*RMDir (.*)$", WORDS, re.MULTILINE)
    assert sorted(removed) == ['"$INSTDIR"', '/r "$INSTDIR\\_internal"', '/r "$INSTDIR\\_internal"']
    assert not re.search(r"(Delete|RMDir)[^\n]*(APPDATA|PROFILE|DOCUMENTS)", WORDS)
