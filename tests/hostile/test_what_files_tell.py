"""What a file tells beside its words: what the clerk chose, and nothing of the machine, the user or the hour."""

import io
import os
import re
import socket
import subprocess
import sys
import zipfile
from pathlib import Path

import pytest
from PIL import Image

from tests.documents.canaries import holds, layers

ROOT = Path(__file__).resolve().parents[2]
OWNER = "qzuserkvj"
TRACES = ("rsid", "thumbnail", "python-docx", "xlsxwriter", "paraid", "lastprinted", "jfif-thumb", OWNER)
"""What libraries and programs leave behind, and the name of the user."""


@pytest.fixture(scope="module")
def machines(tmp_path_factory) -> tuple[Path, Path]:
    """Every kind of paper in every format, written by two users on two machines that differ in all they can."""
    made = []
    for number, more in enumerate(({"TZ": "Pacific/Auckland", "LANG": "de_DE.UTF-8"}, {"TZ": "UTC", "LANG": "C"})):
        home = tmp_path_factory.mktemp(f"{OWNER}{number}")
        (home / "papers").mkdir()
        names = dict.fromkeys(("USER", "LOGNAME", "USERNAME", "HOSTNAME"), f"{OWNER}{number}")
        own = {"HOME": str(home), "TMPDIR": str(home), "PYTHONHASHSEED": str(number), **names, **more}
        path = os.pathsep.join((str(ROOT), os.environ.get("PYTHONPATH", "")))
        command = [sys.executable, "-m", "tests.hostile.every_paper", str(home / "papers")]
        subprocess.run(command, cwd=home, env={**os.environ, **own, "PYTHONPATH": path}, check=True)
        made.append(home / "papers")
    return made[0], made[1]


def test_the_same_papers_are_the_same_bytes_whoever_makes_them_wherever_and_whenever(machines):
    first, second = ({path.name: path.read_bytes() for path in folder.iterdir()} for folder in machines)
    assert len(first) > 60
    assert [name for name in first if first[name] != second[name]] == []
    assert first.keys() == second.keys()


def test_no_paper_tells_of_a_machine_a_user_a_folder_or_a_library(machines, tmp_path):
    places = (str(machines[0].parent), str(ROOT), str(Path.home()), socket.gethostname())
    marks = [*TRACES, *(place.lower() for place in places if len(place) > 5)]
    for path in machines[0].iterdir():
        for where, there in layers(path.read_bytes(), path.suffix[1:], tmp_path):
            found = [mark for mark in marks if holds(mark, there)]
            assert not found, f"{path.name} tells {found} in its {where}"


def test_every_part_of_a_package_bears_the_oldest_date_and_no_system(machines):
    for path in (path for path in machines[0].iterdir() if path.suffix in (".docx", ".xlsx")):
        with zipfile.ZipFile(path) as package:
            assert {entry.date_time[0] for entry in package.infolist()} == {1980}
            assert not any(entry.comment or entry.extra for entry in package.infolist())
            told = "".join(package.read(name).decode() for name in package.namelist() if name.startswith("docProps"))
        assert set(re.findall(r"<(?:dc:creator|cp:lastModifiedBy)>([^<]*)<", told)) == {"Norbury Board"}
        assert re.findall(r"<(?:Company|Manager|Template|HyperlinkBase)>[^<]+<", told) == []


def test_pictures_in_a_paper_bear_no_notes(machines):
    for path in machines[0].glob("*.docx"):
        with zipfile.ZipFile(path) as package:
            for name in (name for name in package.namelist() if name.endswith((".png", ".jpeg", ".jpg"))):
                with Image.open(io.BytesIO(package.read(name))) as image:
                    assert not set(image.info) - {"dpi", "jfif", "jfif_version", "jfif_unit", "jfif_density"}
