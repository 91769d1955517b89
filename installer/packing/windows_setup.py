"""Makes the set-up programs for Windows with NSIS, from the same folder that every package holds."""

import sys
from pathlib import Path

from installer.packing import bundle
from installer.packing.checksums import write_checksum
from installer.packing.facts import NAME
from installer.packing.running import BuildError, run, say
from installer.packing.workshop import Workshop

SCRIPT = Path("installer") / "windows" / "wibdesk.nsi"


def make(workshop: Workshop) -> Path:
    """Return the folder with both set-up programs, each with its checksum beside it; BuildError where a step fails."""
    if sys.platform != "win32":
        raise BuildError("The set-up programs for Windows are built on Windows: nothing else packs a Windows Python.")
    program = bundle.make(workshop)
    say("Packing …")
    for made in (pack(workshop, program, all_users=False), pack(workshop, program, all_users=True)):
        write_checksum(made)
    return workshop.folder


def pack(workshop: Workshop, program: Path, *, all_users: bool) -> Path:
    """Return the set-up program that installs a folder for one person, or for all of the machine."""
    version = workshop.facts.version
    made = workshop.folder / f"{NAME}-{version}-setup{'-all-users' if all_users else ''}.exe"
    told = {
        "VERSION": version,
        "PROGRAM": program,
        "ICONS": workshop.folder / "icons",
        "LICENCE": workshop.checkout / "LICENSE",
        "OUT": made,
    }
    defines = [f"-D{name}={value}" for name, value in told.items()] + (["-DALLUSERS"] if all_users else [])
    # Every warning is an error: a script that nobody can run here should at least be read without one.
    run(["makensis", "-V2", "-WX", *defines, workshop.checkout / SCRIPT], folder=workshop.folder)
    return made
