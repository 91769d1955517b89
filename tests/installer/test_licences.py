"""Nothing is shipped without its licence: the list that the desk shows is held against the lock."""

import json
import re
import tomllib
from pathlib import Path

import pytest
from packaging.requirements import Requirement
from packaging.utils import canonicalize_name

from installer.packing.bill_of_materials import bill
from installer.packing.facts import read_facts
from installer.packing.wheels import inside, runtime_packages, said_copyright
from tests.installer.locked import needs_of, parts, pins, version

ROOT = Path(__file__).resolve().parents[2]
FOLDER = ROOT / "resources" / "licences"
COMPONENTS = json.loads((FOLDER / "components.json").read_text("utf-8"))["components"]
SHIPPED = json.loads((ROOT / "installer" / "packing" / "shipped.json").read_text("utf-8"))["components"]
KNOWN = set(
    "0BSD Apache-2.0 BSD-2-Clause BSD-3-Clause Bitstream-Vera CC0-1.0 FTL IJG ISC LGPL-2.1-or-later LGPL-3.0-only MIT"
    " MIT-0 MIT-CMU MPL-2.0 OFL-1.1 PSF-2.0 Unicode-3.0 Unlicense X11 Zlib blessing libtiff GPL-2.0-only"
    " GPL-2.0-or-later".split()
)
"""Licences that somebody has read, as SPDX calls them: a new one is to be read before it is shipped."""
EXCEPTIONS = {"LLVM-exception", "Bootloader-exception"}


def runtime_pins() -> dict[str, str]:
    """Return what the lock pins of what the desk needs when it runs, on whichever system."""
    locked, found = pins(), {}
    project = tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))["project"]
    waiting = [part for line in project["dependencies"] for part in parts(Requirement(line))]
    while waiting:
        name, extra = waiting.pop()
        if name not in found:
            found[name] = version(locked[name])
            if locked[name].marker is None:
                waiting += [part for need in needs_of(name, extra) for part in parts(need)]
    return found


def listed() -> dict[str, str]:
    return {canonicalize_name(part["name"]): part["version"] for part in COMPONENTS}


@pytest.mark.parametrize(("name", "pinned"), sorted(runtime_pins().items()))
def test_each_package_that_the_desk_needs_is_listed_in_its_pinned_version(name: str, pinned: str):
    told = "run `python -m installer.packing.licences resources/licences` in .venv"
    assert listed().get(name) == pinned, told


def test_nothing_is_listed_that_is_not_shipped_any_more():
    own = {canonicalize_name(part["name"]) for part in SHIPPED}
    named = {name for name in listed() if not name.startswith("libraries inside ")}
    assert named == set(runtime_pins()) | own


@pytest.mark.parametrize("part", COMPONENTS, ids=lambda part: part["name"])
def test_each_says_whose_it_is_where_it_lives_and_under_what_and_brings_the_text(part: dict[str, str]):
    assert set(part) == {"name", "version", "licence", "copyright", "homepage", "text"}
    assert all(part.values())
    assert re.match(r"https?://", part["homepage"])
    assert set(re.findall(r"[\w.-]+", part["licence"])) - {"AND", "OR", "WITH"} - EXCEPTIONS <= KNOWN
    assert len((FOLDER / part["text"]).read_text("utf-8")) > 100


def test_no_text_lies_there_that_belongs_to_nothing():
    assert {path.name for path in FOLDER.glob("*.txt")} == {part["text"] for part in COMPONENTS}


def test_fonts_icons_dictionary_qt_and_the_data_base_are_listed():
    names = {part["name"] for part in COMPONENTS}
    assert {"Qt", "ICU", "SQLCipher", "SQLite", "Hunspell", "Python", "PDFium", "Lucide icons"} <= names
    fonts = [path for name in ("fonts", "page_fonts") for path in (ROOT / "resources" / name).glob("*.ttf")]
    assert {re.split(r"[_.]", path.name)[0] for path in fonts} <= {re.sub(r"\W", "", name) for name in names}


def test_qt_comes_with_both_texts_that_its_licence_asks_for():
    text = (FOLDER / "qt.txt").read_text("utf-8")
    assert "GNU LESSER GENERAL PUBLIC LICENSE" in text
    assert "GNU GENERAL PUBLIC LICENSE" in text
    assert "put" in text.partition("GNU LESSER")[0]


def test_the_bill_of_materials_is_made_from_the_same_list():
    written = json.loads((FOLDER / "sbom.cdx.json").read_text("utf-8"))
    small = [each for name in runtime_packages(ROOT) for each in inside(name)]
    assert written == bill(read_facts(ROOT), COMPONENTS, small)
    references = [each["bom-ref"] for each in written["components"]]
    assert len(references) == len(set(references))
    names = {part["name"] for part in COMPONENTS if not part["text"].startswith("inside-")}
    assert names <= {each["name"] for each in written["components"]}
    assert written["bomFormat"] == "CycloneDX"


def test_a_copyright_that_nobody_has_filled_in_is_not_taken_for_one():
    text = (
        "MIT License\n\nCopyright (c) <year> <copyright holders>\nCopyright [yyyy] [name]\n  Copyright 2009 A Clerk\n"
    )
    assert said_copyright(text) == "Copyright 2009 A Clerk"
    assert said_copyright("Permission is hereby granted") == ""
