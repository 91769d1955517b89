"""A real ext4 disk on a loop device whose power can be cut while programs write to it: root on Linux alone."""

import os
import struct
import subprocess
from pathlib import Path

SHUT_DOWN = 0x8004587D
"""The ioctl that stops a mounted file system dead."""
NOTHING_FLUSHED = 2


class LoopDisk:
    """A disk image, mounted at `folder` while it has power."""

    def __init__(self, where: Path, *, megabytes: int = 24) -> None:
        self.image, self.folder = where / "disk.img", where / "disk"
        self.folder.mkdir()
        with self.image.open("wb") as image:
            image.truncate(megabytes * 1024 * 1024)
        self.mounted = False
        _run("mkfs.ext4", "-q", "-F", str(self.image))
        self.power_on()

    def power_on(self) -> None:
        """Mount the disk, which mends itself by its journal as after any power cut."""
        _run("mount", "-o", "loop", str(self.image), str(self.folder))
        self.mounted = True

    def cut_power(self) -> None:
        """Stop the disk at once: what it was not told to keep is lost."""
        import fcntl  # noqa: PLC0415 - not on every system

        held = os.open(self.folder, os.O_RDONLY)
        try:
            fcntl.ioctl(held, SHUT_DOWN, struct.pack("I", NOTHING_FLUSHED))
        finally:
            os.close(held)

    def take_out(self) -> None:
        """Unmount the disk; no program may have a file open on it."""
        if self.mounted:
            _run("umount", str(self.folder))
            self.mounted = False


def _run(*command: str) -> None:
    subprocess.run(command, check=True, capture_output=True)
