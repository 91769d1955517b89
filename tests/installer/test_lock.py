"""The lock pins what pyproject.toml allows, completely, and for every system."""

import importlib.metadata
import tomllib
from pathlib import Path

import pytest
from packaging.requirements import Requirement
from packaging.utils import canonicalize_name

from tests.installer.locked import needs_of, parts, pins, version

ROOT = Path(__file__).resolve().parents[2]
PROJECT = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))
WANTED = [
    Requirement(line)
    for line in (
        *PROJECT["project"]["dependencies"],
        *PROJECT["project"]["optional-dependencies"]["test"],
        *PROJECT["build-system"]["requires"],
    )
]


@pytest.mark.parametrize("wanted", WANTED, ids=lambda wanted: wanted.name)
def test_each_requirement_is_pinned_inside_its_range(wanted: Requirement) -> None:
    pin = pins()[canonicalize_name(wanted.name)]
    assert wanted.specifier.contains(version(pin)), f"{pin} is outside {wanted}"


def test_every_pin_names_one_version_and_appears_once() -> None:
    lines = (ROOT / "requirements.lock").read_text(encoding="utf-8").splitlines()
    assert [version(pin) for pin in pins().values()]
    assert len(pins()) == len([line for line in lines if line and not line.startswith("#")])


def test_what_the_packages_themselves_need_is_pinned_too_on_every_system() -> None:
    locked, seen = pins(), set()
    waiting = [part for wanted in WANTED if wanted.name != "setuptools" for part in parts(wanted)]
    while waiting:
        name, extra = waiting.pop()
        if (name, extra) in seen:
            continue
        seen.add((name, extra))
        assert name in locked, f"{name} is needed and not pinned"
        if locked[name].marker is None:
            waiting += [part for need in needs_of(name, extra) for part in parts(need)]
    assert set(locked) - {name for name, _ in seen} == {"setuptools"}, "pinned and needed by nothing"


def test_the_environment_that_runs_the_tests_is_the_locked_one() -> None:
    different = {
        name: (importlib.metadata.version(name), version(pin))
        for name, pin in pins().items()
        if (pin.marker is None or pin.marker.evaluate()) and importlib.metadata.version(name) != version(pin)
    }
    different.pop("setuptools", None)  # only builds use it
    assert not different
