"""Makes the disk image for macOS: the program, and the folder that it is dragged to."""

import shutil
import sys
from pathlib import Path

from installer.packing import bundle
from installer.packing.checksums import write_checksum
from installer.packing.facts import NAME
from installer.packing.running import BuildError, run, say
from installer.packing.workshop import Workshop


def make(workshop: Workshop) -> Path:
    """Return the finished disk image, with its checksum beside it; BuildError where a step fails."""
    if sys.platform != "darwin":
        raise BuildError("The disk image is built on macOS: nothing else packs and signs its programs.")
    bundle.make(workshop)
    say("Packing …")
    content = workshop.folder / "image"
    shutil.rmtree(content, ignore_errors=True)
    shutil.copytree(workshop.folder / "program" / f"{NAME}.app", content / f"{NAME}.app", symlinks=True)
    (content / "Applications").symlink_to("/Applications")
    made = workshop.folder / f"{NAME}-{workshop.facts.version}.dmg"
    run(["hdiutil", "create", "-volname", NAME, "-srcfolder", content, "-ov", "-format", "UDZO", made])
    write_checksum(made)
    return made
