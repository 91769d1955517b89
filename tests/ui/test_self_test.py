"""The self-test of the command line: the real window, real keys, real files."""

import os
import shutil
import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
TOLD = ("WIBDesk ", "Fonts and icons:", "Licences:", "Spelling:", "Encryption:", "Search:", "Typing:", "Documents:")


def run(*words: str, folder: Path | None = None, home: Path | None = None) -> subprocess.CompletedProcess[str]:
    env = {**os.environ, "QT_QPA_PLATFORM": "offscreen"}
    if home is not None:
        env = {name: value for name, value in env.items() if not name.startswith("XDG_")}
        env |= {"HOME": str(home), "TMPDIR": str(home), "LOCALAPPDATA": str(home)}
    command = [sys.executable, "-m", "wibdesk", "--self-test", *words]
    return subprocess.run(command, env=env, capture_output=True, text=True, timeout=120, check=False, cwd=folder)


def test_the_self_test_tells_each_thing_and_prints_the_word_file_and_the_pdf_last_and_leaves_nothing_else(tmp_path):
    done = run(home=tmp_path)
    assert (done.returncode, done.stderr) == (0, "")
    *sentences, word, pdf = done.stdout.splitlines()
    assert [line.startswith(start) for line, start in zip(sentences, TOLD, strict=True)] == [True] * len(TOLD)
    assert Path(pdf).read_bytes().startswith(b"%PDF-")
    assert Path(word).stat().st_size > 5_000
    assert sorted(path for path in tmp_path.rglob("*") if path.is_file()) == sorted([Path(word), Path(pdf)])


def test_with_a_folder_it_writes_minutes_and_action_log_there_as_often_as_it_is_run(tmp_path):
    assert run("--to", str(tmp_path)).returncode == 0
    done = run("--to", str(tmp_path))
    made = [Path(line) for line in done.stdout.splitlines()[-3:]]
    assert done.returncode == 0
    assert [path.suffix for path in made] == [".docx", ".pdf", ".docx"]
    assert {path.parent for path in made} == {tmp_path}
    assert "action log" in made[2].name


def test_an_installation_that_lacks_something_fails_in_a_sentence_that_names_it(tmp_path):
    shutil.copytree(ROOT / "resources", tmp_path / "resources", ignore=shutil.ignore_patterns("__pycache__"))
    (tmp_path / "resources" / "licences" / "qt.txt").unlink()
    done = run("--to", str(tmp_path / "out"), folder=tmp_path)
    assert done.returncode == 1
    assert done.stderr == "The self-test failed: Missing or broken in this installation: qt.txt.\n"
    assert not list((tmp_path / "out").iterdir())
