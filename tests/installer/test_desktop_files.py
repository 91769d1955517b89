"""Desktop entry, kind of file, software-centre data, manual page and the recipes of each system say the same."""

import configparser
import re
import shutil
import subprocess
import tomllib
from pathlib import Path
from xml.etree import ElementTree

import pytest

from installer.packing.debian import desktop_files
from installer.packing.facts import ENDING, IDENTIFIER, MIME, NAME, PACKAGE, read_facts, requirements
from installer.packing.man_page import arguments_of, commands_of, manual
from wibdesk.cli import ON_A_FILE, ON_THE_REGISTER
from wibdesk.commands.arguments import SHOWN_FILES, command_line

ROOT = Path(__file__).resolve().parents[2]
DAY = 1_790_000_000
FILES = desktop_files(ROOT, version=read_facts(ROOT).version, date=DAY)
DESKTOP, MIME_INFO, METAINFO = FILES


def words(place: str) -> ElementTree.Element:
    return ElementTree.fromstring(FILES[place])


def entry() -> configparser.SectionProxy:
    parser = configparser.RawConfigParser()
    parser.optionxform = str
    parser.read_string(FILES[DESKTOP])
    return parser["Desktop Entry"]


def run(*command: str | Path) -> subprocess.CompletedProcess[str]:
    if shutil.which(str(command[0])) is None:
        pytest.skip(f"{command[0]} is not here")
    return subprocess.run(command, capture_output=True, text=True, check=False)


def test_the_desktop_entry_starts_the_program_with_a_file_and_names_our_kind_of_file():
    assert entry()["Exec"].split()[0] == PACKAGE
    assert entry()["Exec"].split()[1] in ("%f", "%F")
    assert entry()["MimeType"] == f"{MIME};"
    assert entry()["Icon"] == IDENTIFIER
    assert entry()["Name"] == NAME
    assert Path(DESKTOP).stem == IDENTIFIER


def test_the_kind_of_file_is_json_with_our_ending():
    space = "{http://www.freedesktop.org/standards/shared-mime-info}"
    (kind,) = words(MIME_INFO)
    assert kind.get("type") == MIME
    assert [each.get("pattern") for each in kind.iter(f"{space}glob")] == [f"*.{ENDING}"]
    assert [each.get("type") for each in kind.iter(f"{space}sub-class-of")] == ["application/json"]


def test_the_software_centre_is_told_the_version_and_the_desktop_entry():
    told = words(METAINFO)
    project = tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))["project"]
    assert told.findtext("id") == IDENTIFIER
    assert told.findtext("launchable") == Path(DESKTOP).name
    assert [(each.get("version"), each.get("date")) for each in told.iter("release")] == [
        (project["version"], "2026-09-21")
    ]
    assert [each.text for each in told.iter("mediatype")] == [MIME]
    assert told.findtext("project_license") == project["license"]


@pytest.mark.parametrize(
    ("place", "command"),
    [(DESKTOP, ("desktop-file-validate",)), (METAINFO, ("appstreamcli", "validate", "--no-net"))],
    ids=["desktop entry", "AppStream"],
)
def test_the_desktops_own_checkers_find_no_fault(place: str, command: tuple[str, ...], tmp_path: Path):
    path = tmp_path / Path(place).name
    path.write_text(FILES[place], "utf-8")
    done = run(*command, path)
    assert done.returncode == 0, done.stdout + done.stderr
    assert not re.search(r"\b(error|warning|[EW]:)", done.stdout + done.stderr), done.stdout + done.stderr


def test_macos_opens_the_same_ending():
    spec = (ROOT / "installer" / "packing" / "wibdesk.spec").read_text("utf-8")
    assert f'"public.filename-extension": ["{ENDING}"]' in spec
    assert '"public.mime-type": MIME' in spec


def test_each_recipe_builds_with_a_command_that_there_is():
    recipe = (ROOT / ".github" / "workflows" / "packages.yml").read_text("utf-8")
    made = set(re.findall(r"installer/build\.py (\w+)", recipe))
    asked = subprocess.run(
        ["python3", ROOT / "installer" / "build.py", "--help"], capture_output=True, text=True, check=True
    )
    assert made == {"deb", "setup", "dmg"}
    assert all(f"{name}:" in asked.stdout for name in made)


def test_the_manual_page_has_every_command_and_every_option():
    parser = command_line()
    page = manual(parser, version="7.8", day="2026-11-22", shown=SHOWN_FILES)
    headings = set(re.findall(r"^\.SS (.*)$", page.replace(r"\-", "-"), re.MULTILINE))
    assert {*ON_THE_REGISTER, *ON_A_FILE, "demo"} <= headings
    for name, command in commands_of(arguments_of(parser)).items():
        part = page.replace(r"\-", "-").partition(f".SS {name}\n")[2].partition("\n.S")[0]
        for option in {one for action in arguments_of(command) for one in action.option_strings} - {"-h", "--help"}:
            assert option in part, f"{name} {option}"
    assert '"2026-11-22" "wibdesk 7.8"' in page
    assert f".{ENDING}" in SHOWN_FILES
    assert f"{', '.join(SHOWN_FILES)}." in page


def test_the_manual_page_is_set_without_a_warning(tmp_path: Path):
    path = tmp_path / "wibdesk.1"
    path.write_text(manual(command_line(), version="1", day="2026-11-22", shown=SHOWN_FILES), "utf-8")
    done = run("man", "--warnings=all", "--local-file", "-E", "UTF-8", path)
    assert (done.returncode, done.stderr) == (0, "")
    assert "Removing the program leaves all of these alone." in " ".join(done.stdout.split())


def test_what_builds_is_asked_for_apart_from_what_is_shipped():
    assert any(line.startswith("pyinstaller") for line in requirements(ROOT, "build"))
    assert not any(line.startswith("pyinstaller") for line in requirements(ROOT))


def test_the_icon_is_a_drawing_and_so_is_its_small_form():
    for name in ("wibdesk", "wibdesk-small"):
        drawing = ElementTree.parse(ROOT / "resources" / "mark" / f"{name}.svg").getroot()
        assert drawing.tag.endswith("svg")
        width, height = drawing.get("viewBox", "").split()[2:]
        assert width == height
