"""The checkout's own virtual environment: where it is, what is in it, and whether it is up to date."""

import hashlib
import json
import os
import subprocess
from collections.abc import Mapping
from dataclasses import asdict, dataclass, field
from enum import StrEnum
from pathlib import Path

# Runs inside the environment: answers where it is and what is installed, and fails when pip is not there.
PROBE = """
import importlib.metadata, json, pip, sys
found = {d.metadata["Name"]: d.version for d in importlib.metadata.distributions() if d.metadata["Name"]}
print(json.dumps({"prefix": sys.prefix, "installed": found}))
"""
# Another environment's settings, and options that would send packages elsewhere.
FOREIGN = (
    "PYTHONPATH",
    "PYTHONHOME",
    "PYTHONSTARTUP",
    "PYTHONSAFEPATH",
    "PYTHONWARNINGS",
    "VIRTUAL_ENV",
    "__PYVENV_LAUNCHER__",
    "PIP_TARGET",
    "PIP_PREFIX",
    "PIP_ROOT",
    "PIP_REQUIRE_VIRTUALENV",
    "PYTEST_ADDOPTS",
)


class Wish(StrEnum):
    """What the person asked for, and so how much is installed: the tests' packages include the desk's."""

    START = "start"
    TEST = "test"


@dataclass(frozen=True)
class Place:
    """The checkout and the paths inside its environment."""

    checkout: Path
    windows: bool = os.name == "nt"

    @property
    def folder(self) -> Path:
        """Return the environment's own folder."""
        return self.checkout / ".venv"

    @property
    def python(self) -> Path:
        """Return the environment's Python."""
        return self._scripts / ("python.exe" if self.windows else "python")

    @property
    def wibdesk(self) -> Path:
        """Return the `wibdesk` command that set-up installs."""
        return self._scripts / ("wibdesk.exe" if self.windows else "wibdesk")

    @property
    def lock(self) -> Path:
        """Return the file that pins every package."""
        return self.checkout / "requirements.lock"

    @property
    def stamp(self) -> Path:
        """Return the note that a finished set-up leaves behind."""
        return self.folder / "wibdesk-setup.json"

    @property
    def _scripts(self) -> Path:
        return self.folder / ("Scripts" if self.windows else "bin")


@dataclass(frozen=True)
class Stamp:
    """What a finished set-up wrote down: for which checkout and files, for which wish, and what was installed."""

    checkout: str
    digest: str
    wish: str
    installed: dict[str, str] = field(default_factory=dict)


@dataclass(frozen=True, kw_only=True)
class Environment:
    """The state of the environment as found."""

    exists: bool
    is_link: bool = False
    works: bool = False
    has_command: bool = False
    installed: Mapping[str, str] = field(default_factory=dict)
    stamp: Stamp | None = None


def look_inside(place: Place) -> Environment:
    """Return the state of the checkout's environment, running its Python once when there is one."""
    exists = place.folder.exists() or place.folder.is_symlink()
    found = _probe(place) if exists else None
    return Environment(
        exists=exists,
        is_link=place.folder.is_symlink(),
        works=found is not None,
        has_command=place.wibdesk.exists(),
        installed=found or {},
        stamp=_read_stamp(place.stamp),
    )


def digest(place: Place) -> str:
    """Return a digest of the two files that decide what is installed."""
    content = b"\0".join((place.checkout / name).read_bytes() for name in ("pyproject.toml", "requirements.lock"))
    return hashlib.sha256(content).hexdigest()


def is_ready(environment: Environment, *, place: Place, wish: Wish, wanted: str) -> bool:
    """Tell whether nothing has changed since the last set-up that was good enough for `wish`."""
    stamp = environment.stamp
    if stamp is None or not environment.works or not environment.has_command:
        return False
    unchanged = stamp.digest == wanted and stamp.checkout == str(place.checkout)
    covers = stamp.wish in {Wish.TEST, wish}
    return unchanged and covers and stamp.installed.items() <= environment.installed.items()


def write_stamp(place: Place, *, wish: Wish) -> None:
    """Leave the note that the set-up for `wish` is finished, replacing an older one in one step."""
    installed = dict(look_inside(place).installed)
    stamp = Stamp(checkout=str(place.checkout), digest=digest(place), wish=wish, installed=installed)
    draft = place.stamp.with_suffix(".new")
    draft.write_text(json.dumps(asdict(stamp), indent=1), encoding="utf-8")
    draft.replace(place.stamp)


def clean(variables: Mapping[str, str]) -> dict[str, str]:
    """Return `variables` without what belongs to another Python environment."""
    kept = {name: value for name, value in variables.items() if name not in FOREIGN}
    return kept | {"PIP_USER": "0", "PIP_DISABLE_PIP_VERSION_CHECK": "1"}


def _probe(place: Place) -> dict[str, str] | None:
    try:
        run = subprocess.run(
            [place.python, "-I", "-c", PROBE], capture_output=True, check=True, text=True, env=clean(os.environ)
        )
        answer = json.loads(run.stdout)
    except (OSError, subprocess.CalledProcessError, ValueError):
        return None
    return answer["installed"] if Path(answer["prefix"]).resolve() == place.folder.resolve() else None


def _read_stamp(path: Path) -> Stamp | None:
    try:
        return Stamp(**json.loads(path.read_text(encoding="utf-8")))
    except (OSError, ValueError, TypeError):
        return None
