"""An installation is looked through: what is missing or broken is found, in a copy where it was taken away."""

import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from wibdesk.self_checks import checks

ROOT = Path(__file__).resolve().parent.parent
LOOK = """
import pathlib, sys
from wibdesk.self_checks import SelfTestError, checks
try:
    for sentence in checks(pathlib.Path(sys.argv[1])):
        print(sentence)
except SelfTestError as trouble:
    print(trouble)
"""


def test_a_whole_installation_is_told_of_thing_by_thing(tmp_path: Path):
    told = [sentence.partition(":")[0] for sentence in checks(tmp_path)]
    assert told == ["Fonts and icons", "Licences", "Spelling", "Encryption", "Search"]


@pytest.mark.parametrize(
    ("broken", "how"),
    [
        ("fonts/SourceSerif4_400Regular.ttf", "cut"),
        ("icons/lock.svg", "cut"),
        ("licences/components.json", "away"),
        ("licences/icu.txt", "cut"),
        ("dictionaries/en_GB/en_GB.dic", "cut"),
    ],
)
def test_what_is_missing_or_cut_off_is_named(broken: str, how: str, tmp_path: Path):
    shutil.copytree(ROOT / "resources", tmp_path / "resources", ignore=shutil.ignore_patterns("__pycache__", "demo"))
    path = tmp_path / "resources" / broken
    path.unlink()
    if how == "cut":
        path.write_bytes(b"")
    command = [sys.executable, "-c", LOOK, str(tmp_path)]
    done = subprocess.run(command, capture_output=True, text=True, check=True, cwd=tmp_path, env=os.environ)
    what = "the dictionary" if broken.endswith(".dic") else path.name
    assert done.stdout.splitlines()[-1] == f"Missing or broken in this installation: {what}."
