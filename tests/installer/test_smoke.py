"""The smoke test of an installed program: it judges by what the program says, makes and leaves behind."""

import subprocess
import sys
from pathlib import Path

import pytest

from installer.smoke.__main__ import places

SMOKE = Path(__file__).resolve().parents[2] / "installer" / "smoke"
MAKES = 'mkdir -p "$3" && : > "$3/minutes.docx" && : > "$3/minutes.pdf" && '
unix = pytest.mark.skipif(sys.platform == "win32", reason="the stand-ins are shell scripts")


def smoke(program: Path) -> subprocess.CompletedProcess[str]:
    return subprocess.run([sys.executable, SMOKE, program], capture_output=True, text=True, check=False)


@unix
@pytest.mark.parametrize(
    ("script", "code", "said"),
    [
        (f'{MAKES} echo "Licences: all there."', 0, ""),
        (f'{MAKES} echo "The self-test failed" >&2; exit 1', 1, "The self-test failed"),
        ('mkdir -p "$3"', 1, ""),
        (f'{MAKES} : > "$HOME/forgotten"', 1, "Left behind: forgotten"),
    ],
    ids=["passes", "fails", "makes nothing", "leaves something"],
)
def test_a_program_is_judged_by_its_code_its_files_and_what_it_leaves(
    tmp_path: Path, script: str, code: int, said: str
):
    program = tmp_path / "wibdesk"
    program.write_text(f"#!/bin/sh\n{script}\n", "utf-8")
    program.chmod(0o755)
    done = smoke(program)
    assert done.returncode == code, done.stderr
    assert said in done.stderr


def test_a_program_that_is_not_there_is_told_apart_from_one_that_fails(tmp_path: Path):
    done = smoke(tmp_path / "nowhere")
    assert done.returncode == 2
    assert "not installed" in done.stderr


def test_the_clerks_own_copy_is_looked_for_before_the_machines():
    found = places("win32", {"LOCALAPPDATA": "C:/Users/clerk/AppData/Local", "ProgramFiles": "C:/Program Files"})
    assert [path.as_posix() for path in found] == [
        "C:/Users/clerk/AppData/Local/Programs/WIBDesk/wibdesk-cli.exe",
        "C:/Program Files/WIBDesk/wibdesk-cli.exe",
    ]
    assert places("linux", {}) == [Path("/usr/bin/wibdesk")]
