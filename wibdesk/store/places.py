"""Kinds of folder that a register had better not lie in: a network share, or one that a cloud program copies.

What the system says is read by pure functions; only `remarks` looks at the machine.
"""

import os
import re
import sys
from collections.abc import Iterable, Mapping
from contextlib import suppress
from pathlib import Path

from wibdesk.language import say
from wibdesk.store.trouble import shown

NETWORKS = re.compile(r"(nfs\d?|cifs|smb\w*|afs|ncpfs|9p|ceph|glusterfs|davfs|fuse\.(sshfs|rclone|davfs|gvfsd-fuse))")
"""Kinds of file system that lie on another computer."""
CLOUDS = {
    "OneDrive": r"onedrive( ?-.*)?",
    "Dropbox": r"dropbox( \(.*\))?",
    "Google Drive": r"google ?drive(-.*)?",
    "iCloud Drive": r"icloud ?drive|com~apple~clouddocs",
}
"""Programs that keep copies of a folder elsewhere, and what they call that folder, in small letters."""
MARKERS = {".dropbox": "Dropbox", ".dropbox.cache": "Dropbox", ".849C9593-D756-4E56-8D6E-42412F2A707B": "OneDrive"}
"""Files that such a program puts at the top of its folder."""
VARIABLES = {"OneDrive": "OneDrive", "OneDriveCommercial": "OneDrive", "OneDriveConsumer": "OneDrive"}
"""Variables of the environment that name such a folder."""
REMOTE_DRIVE = 4
"""What Windows answers of a drive on another computer."""


def remarks(register: Path) -> tuple[str, ...]:
    """Return what the clerk should know of the place where a register lies: a sentence each, none where all is well."""
    path = register.absolute()
    return sentences(path.parent, network=on_network(path), cloud=cloud_of(path, os.environ, _markers_above(path)))


def sentences(folder: Path, *, network: bool, cloud: str | None) -> tuple[str, ...]:
    """Say what is to be known of a folder on a network, or that a cloud program of this name copies."""
    found = []
    if network:
        found.append(
            say(
                "The register lies on a network folder, {path}: when the network fails it cannot be "
                "saved, so keep it on this computer and put backups there.",
                path=shown(folder),
            )
        )
    if cloud is not None:
        found.append(
            say(
                "The register lies in a folder that {cloud} copies, {path}: that can mix up its files, so "
                "keep it in another folder and put backups there.",
                cloud=cloud,
                path=shown(folder),
            )
        )
    return tuple(found)


def on_network(path: Path) -> bool:
    """Say whether a path lies on another computer; False where the system does not say."""
    if sys.platform == "win32":
        return _drive_kind(path) == REMOTE_DRIVE
    if sys.platform == "darwin":
        return is_network(kind_of(path, mounts_of_mac(_told_by_mount())))
    with suppress(OSError):
        mounts = mounts_of_linux(Path("/proc/self/mounts").read_text(encoding="utf-8", errors="surrogateescape"))
        return is_network(kind_of(Path(os.path.realpath(path)), mounts))
    return False


def is_network(kind: str | None) -> bool:
    """Say whether a kind of file system lies on another computer."""
    return kind is not None and NETWORKS.fullmatch(kind.lower()) is not None


def mounts_of_linux(told: str) -> dict[str, str]:
    """Read `/proc/mounts` into the kind of file system of each place; blanks in names are written as `\\040`."""
    found = {}
    for line in told.splitlines():
        words = line.split(" ")
        if len(words) > 2:
            found[re.sub(r"\\([0-7]{3})", lambda octal: chr(int(octal[1], 8)), words[1])] = words[2]
    return found


def mounts_of_mac(told: str) -> dict[str, str]:
    """Read what `mount` prints on a Mac: `//ann@server/minutes on /Volumes/minutes (smbfs, nodev)`."""
    found = re.finditer(r"^.* on (?P<place>/.*) \((?P<kind>\w+)[,)]", told, re.MULTILINE)
    return {each["place"]: each["kind"] for each in found}


def kind_of(path: Path, mounts: Mapping[str, str]) -> str | None:
    """Return the kind of file system that a path lies on; None where none is told."""
    return next((mounts[str(each)] for each in (path, *path.parents) if str(each) in mounts), None)


def cloud_of(path: Path, environment: Mapping[str, str], names_above: Iterable[str] = ()) -> str | None:
    """Return what the cloud program is called that copies the folder of a path; None where none does.

    It is told by the folder that the environment names, by the folders' own names, and by what programs put there.
    """
    for variable, program in VARIABLES.items():
        named = environment.get(variable)
        if named and path.is_relative_to(named):
            return program
    for name in (part.lower() for part in path.parts[:-1]):
        for program, names in CLOUDS.items():
            if re.fullmatch(names, name):
                return program
    return next((MARKERS[name] for name in names_above if name in MARKERS), None)


def _markers_above(path: Path) -> list[str]:
    """Return the markers that lie in the folders above a path."""
    return [name for folder in path.parents for name in MARKERS if os.path.lexists(folder / name)]


def _told_by_mount() -> str:
    import subprocess  # noqa: PLC0415 - a Mac alone asks

    with suppress(OSError, subprocess.SubprocessError):
        return subprocess.run(["/sbin/mount"], capture_output=True, text=True, timeout=5, check=True).stdout
    return ""


def _drive_kind(path: Path) -> int:
    import ctypes  # noqa: PLC0415 - Windows alone asks

    library = getattr(ctypes, "windll", None)
    if path.absolute().drive.startswith("\\\\"):
        return REMOTE_DRIVE
    return int(library.kernel32.GetDriveTypeW(path.absolute().anchor)) if library is not None else 0
