"""What every package says of the program: its names, version, description and the kind of file that it opens."""

import re
import tomllib
from dataclasses import dataclass
from pathlib import Path

NAME = "WIBDesk"
PACKAGE = "wibdesk"
IDENTIFIER = "org.wibdesk.WIBDesk"
"""The name under which desktops, software centres and macOS know the program."""
MIME = "application/vnd.wibdesk.meeting+json"
ENDING = "wibmeeting"
MAINTAINER = "WIBDesk contributors <wibdesk@wibdesk.example>"


@dataclass(frozen=True)
class Facts:
    """What pyproject.toml and the licence say of this checkout."""

    version: str
    summary: str
    copyright: str
    identifier: str = IDENTIFIER


def read_facts(checkout: Path) -> Facts:
    """Return the facts of a checkout; KeyError or OSError where a file is not as it should be."""
    project = tomllib.loads((checkout / "pyproject.toml").read_text(encoding="utf-8"))["project"]
    found = re.search(r"^Copyright.*$", (checkout / "LICENSE").read_text(encoding="utf-8"), re.MULTILINE)
    return Facts(project["version"], project["description"], found[0] if found else "")


def requirements(checkout: Path, *extras: str) -> list[str]:
    """Return what pyproject.toml asks for, and what its extras ask for besides."""
    project = tomllib.loads((checkout / "pyproject.toml").read_text(encoding="utf-8"))["project"]
    optional = project.get("optional-dependencies", {})
    return [*project["dependencies"], *(line for extra in extras for line in optional[extra])]
