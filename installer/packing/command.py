"""The command that builds: the program as a folder, and the package of it for one system."""

import argparse
import sys
from collections.abc import Callable, Sequence
from pathlib import Path

from installer.packing import bundle, debian, disk_image, windows_setup
from installer.packing.running import BuildError, say
from installer.packing.workshop import Workshop

MAKERS: dict[str, tuple[Callable[[Workshop], Path], str]] = {
    "app": (bundle.make, "the program as a folder that needs no Python"),
    "deb": (debian.make, "the Debian package of it, on Debian or Ubuntu"),
    "setup": (windows_setup.make, "the set-up programs of it, on Windows with NSIS 3"),
    "dmg": (disk_image.make, "the disk image of it, on macOS"),
}


def main(arguments: Sequence[str], *, checkout: Path) -> int:
    """Carry out the command line and return the exit code: 1 when something could not be built, 2 for bad usage."""
    parser = argparse.ArgumentParser(prog="python3 installer/build.py", description="Builds what is installed.")
    told = "; ".join(f"{name}: {words}" for name, (_, words) in MAKERS.items())
    parser.add_argument("what", choices=MAKERS, help=told)
    parser.add_argument("--to", type=Path, metavar="FOLDER", help="where it is built (build/ of the checkout)")
    wanted = parser.parse_args(arguments)
    workshop = Workshop(checkout, (wanted.to or checkout / "build").absolute())
    try:
        made = MAKERS[wanted.what][0](workshop)
    except BuildError as trouble:
        print(trouble, file=sys.stderr)
        return 1
    say(f"Made: {made}")
    return 0
