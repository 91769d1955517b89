"""Makes the program as one folder with PyInstaller, and takes out of it what nothing in it asks for."""

import shutil
import sys
from pathlib import Path

from installer.packing import elf
from installer.packing.running import run, say
from installer.packing.workshop import Workshop

SPEC = Path("installer") / "packing" / "wibdesk.spec"


def make(workshop: Workshop) -> Path:
    """Return the folder of the finished program, made afresh; BuildError where a step fails."""
    workshop.prepare()
    icons, licences = draw_icons(workshop), list_licences(workshop)
    say("Collecting the program and its libraries …")
    made = workshop.folder / "program"
    shutil.rmtree(made, ignore_errors=True)
    command = [workshop.python, "-m", "PyInstaller", "--noconfirm", "--clean", "--log-level", "WARN"]
    command += ["--distpath", made, "--workpath", workshop.folder / "work", workshop.checkout / SPEC]
    places = {"WIBDESK_ICONS": str(icons), "WIBDESK_LICENCES": str(licences)}
    run(command, folder=workshop.checkout, extra={**workshop.settings, **places})
    program = made / "wibdesk"
    if sys.platform == "linux":
        _sweep(program)
    return program


def draw_icons(workshop: Workshop) -> Path:
    """Return the folder of the icon's pictures in all sizes, drawn from the SVG in the build's own environment."""
    icons = workshop.folder / "icons"
    workshop.ask("installer.packing.icons", workshop.checkout / "resources", icons)
    return icons


def list_licences(workshop: Workshop) -> Path:
    """Return the folder with the licence of each thing in the version that this very build packs."""
    licences = workshop.folder / "licences"
    workshop.ask("installer.packing.licences", licences)
    return licences


def _sweep(program: Path) -> None:
    """Remove libraries that nothing needs any more, links to nothing, and what only a debugger would read."""
    say("Taking out what nothing needs …")
    found = elf.read_all(program)
    for path in elf.unneeded(found):
        path.unlink()
    for path in program.rglob("*"):
        if path.is_symlink() and not path.exists():
            path.unlink()
    for path in elf.binaries(program / "_internal"):
        # The program itself carries its Python modules behind its end, where strip would cut them off.
        run(["strip", "--strip-debug", "--preserve-dates", path])
