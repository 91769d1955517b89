"""The command line as a script uses it: in this process, or as a process of its own."""

import os
import shutil
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path
from typing import NamedTuple

import pytest

from wibdesk import demo
from wibdesk.cli import main

ROOT = Path(__file__).parents[2]


class Ran(NamedTuple):
    """What a command gave back."""

    code: int
    out: str
    err: str

    @property
    def lines(self) -> list[str]:
        """The lines on standard output."""
        return self.out.splitlines()


Run = Callable[..., Ran]


@pytest.fixture
def register(tmp_path: Path) -> Path:
    """A register that is not there yet."""
    return tmp_path / "register.wibdesk"


@pytest.fixture(autouse=True)
def own_folders(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Nothing outside the test's own folder is read or written; the current folder is an empty one."""
    for name in ("XDG_DATA_HOME", "XDG_CONFIG_HOME", "XDG_STATE_HOME", "HOME", "LOCALAPPDATA"):
        monkeypatch.setenv(name, str(tmp_path / "home"))
    here = tmp_path / "here"
    here.mkdir()
    monkeypatch.chdir(here)
    return here


@pytest.fixture
def run(register: Path, capsys: pytest.CaptureFixture[str]) -> Run:
    """Run a command on the register in this process."""

    def call(*words: object) -> Ran:
        code = main([*(str(word) for word in words), "--store", str(register)])
        return Ran(code, *capsys.readouterr())

    return call


@pytest.fixture(scope="session")
def built(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """One demo register, which is only copied."""
    path = tmp_path_factory.mktemp("demo") / "demo.wibdesk"
    demo.build(path)
    return path


@pytest.fixture
def filled(built: Path, register: Path, run: Run) -> Run:
    """The command line on a copy of the demo register: M4 is a draft of the Norbury board, P1 its plan."""
    shutil.copyfile(built, register)
    return run


def command(*words: object) -> list[str]:
    """The words that start a process of our own."""
    return [sys.executable, "-m", "wibdesk", *(str(word) for word in words)]


def environment() -> dict[str, str]:
    """What such a process needs to find the program."""
    return {**os.environ, "PYTHONPATH": str(ROOT), "PYTHONWARNINGS": "error", "PYTHONUTF8": "1"}


@pytest.fixture
def shell(register: Path) -> Run:
    """Run a command on the register in a process of its own."""

    def call(*words: object) -> Ran:
        done = subprocess.run(
            command("--store", register, *words), capture_output=True, text=True, env=environment(), check=False
        )
        return Ran(done.returncode, done.stdout, done.stderr)

    return call
