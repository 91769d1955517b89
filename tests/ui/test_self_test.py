"""The self-test of the command line: the real window, real keys, real files."""

import os
import subprocess
import sys
from pathlib import Path


def run(*words: str) -> subprocess.CompletedProcess[str]:
    env = {**os.environ, "QT_QPA_PLATFORM": "offscreen"}
    command = [sys.executable, "-m", "wibdesk", "--self-test", *words]
    return subprocess.run(command, env=env, capture_output=True, text=True, timeout=120, check=False)


def test_the_self_test_prints_the_word_file_and_the_pdf_last():
    done = run()
    word, pdf = (Path(line) for line in done.stdout.splitlines()[-2:])
    assert (done.returncode, done.stderr) == (0, "")
    assert word.suffix == ".docx"
    assert pdf.read_bytes().startswith(b"%PDF-")
    assert word.stat().st_size > 5_000


def test_with_a_folder_it_writes_minutes_and_action_log_there_as_often_as_it_is_run(tmp_path):
    assert run("--to", str(tmp_path)).returncode == 0
    done = run("--to", str(tmp_path))
    made = [Path(line) for line in done.stdout.splitlines()[-3:]]
    assert done.returncode == 0
    assert [path.suffix for path in made] == [".docx", ".pdf", ".docx"]
    assert {path.parent for path in made} == {tmp_path}
    assert "action log" in made[2].name
