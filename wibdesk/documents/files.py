"""Puts a finished document on the disk: a name safe on every system, never over a file that somebody edited since."""

import errno
import hashlib
import json
import os
import re
import stat
import tempfile
import unicodedata
from contextlib import suppress
from dataclasses import dataclass
from datetime import date
from itertools import count
from pathlib import Path

from wibdesk.domain.paper_words import write
from wibdesk.errors import UserError
from wibdesk.language import say
from wibdesk.paths import data_folder

LONGEST_NAME = 180
"""Bytes of a proposed name: most systems allow 255, and a version number must still fit in a deep folder."""

LONGEST_SHOWN = 80
"""Letters of a name in a sentence."""

_FORBIDDEN = re.compile(r'[<>:"/\\|?*]+')
_RESERVED = re.compile(
    r"(?:con|prn|aux|nul|conin\$|conout\$|clock\$|com[0-9¹²³]|lpt[0-9¹²³])\s*(?:\.|$)", re.IGNORECASE
)
_AT_FRONT = "-~$"
"""What would make a name an option of a command, somebody's own folder, or Word's sign that a file is open."""


@dataclass(frozen=True)
class SavedExport:
    """Where a document went; `beside` is the edited file that it was not written over."""

    path: Path
    beside: Path | None = None

    @property
    def words(self) -> str:
        """A sentence for the clerk: what was saved, and why under a new name."""
        if self.beside is None:
            return say("Saved {name}.", name=self.path.name)
        return say(
            "{beside} was not written by this desk as it is now, so this is saved as {path}.",
            beside=self.beside.name,
            path=self.path.name,
        )


class ExportRecord:
    """Remembers what this desk wrote where, so that it knows a file that somebody changed since.

    A record that is lost or damaged only means that a file counts as changed.
    """

    def __init__(self, path: Path) -> None:
        self._path = path

    def wrote(self, path: Path) -> str | None:
        """Return the fingerprint of what this desk last wrote there; None where it wrote nothing."""
        return self._read().get(str(path.absolute()))

    def remember(self, path: Path, data: bytes) -> None:
        """Remember what was written; a record that cannot be kept stops no export."""
        with suppress(OSError, UserError):
            self._path.parent.mkdir(parents=True, exist_ok=True)
            known = {**self._read(), str(path.absolute()): fingerprint(data)}
            write_file(self._path, json.dumps(known, indent=1).encode())

    def _read(self) -> dict[str, str]:
        try:
            known = json.loads(self._path.read_text(encoding="utf-8"))
        except (OSError, ValueError):
            return {}
        return known if isinstance(known, dict) else {}


def fingerprint(data: bytes) -> str:
    """Return what tells one content from another."""
    return hashlib.sha256(data).hexdigest()


def proposed_name(
    body: str, day: date | None, kind: str, ending: str, *, draft: bool = False, edition: str = ""
) -> str:
    """Return a name for the file: `Norbury Board 2026-09-01 minutes draft.docx`, safe on every system.

    `edition` are the words of `Edition.file_words`, where there are two versions.
    """
    after = " ".join(
        filter(None, (day.isoformat() if day else "", _safe(kind), write("draft") if draft else "", edition))
    )
    room = LONGEST_NAME - len(f" {after}.{ending}".encode())
    words = " ".join(filter(None, (_cut(_safe(body), room), after))).lstrip(f"{_AT_FRONT} .").rstrip(" .") or write(
        "document"
    )
    return f"{f'_{words}' if _RESERVED.match(words) else words}.{ending}"


def _safe(words: str) -> str:
    """Drop what no file name may hold, and what would make it read otherwise than it is."""
    printed = "".join(c if unicodedata.category(c)[0] not in "CZ" else " " for c in words if not _hidden(c))
    return " ".join(_FORBIDDEN.sub(" ", printed).split()).strip(" .")


def _hidden(character: str) -> bool:
    """Say whether a character has no width: marks that turn the direction of reading, joiners and the like."""
    return unicodedata.category(character) == "Cf"


def _cut(words: str, room: int) -> str:
    return words.encode()[: max(room, 0)].decode(errors="ignore").rstrip(" .")


def save_export(data: bytes, folder: Path, name: str, *, record: ExportRecord | None = None) -> SavedExport:
    """Write the document into the folder under the name, or a numbered one where that file was changed since."""
    known = record or ExportRecord(data_folder() / "exports.json")
    wanted = folder / name
    _refuse_misleading(name)
    _refuse_special(wanted)
    for number in count(1):
        path = wanted if number == 1 else wanted.with_name(f"{wanted.stem} ({number}){wanted.suffix}")
        if _ours(path, data, known):
            write_file(path, data)
            known.remember(path, data)
            return SavedExport(path, wanted if number > 1 else None)
    raise AssertionError("numbers do not end")


def _ours(path: Path, data: bytes, record: ExportRecord) -> bool:
    """Say whether the place is free (an empty file is), or holds what this desk wrote there or would write."""
    if not os.path.lexists(path):
        return True
    try:
        there = path.read_bytes()
    except OSError:
        return False
    return not there or fingerprint(there) in (record.wrote(path), fingerprint(data))


def is_folder(path: Path) -> bool:
    """Say whether a folder stands at the path; a path that the system cannot even look up is none."""
    try:
        return path.is_dir()
    except (OSError, ValueError):
        return False


def _refuse_misleading(name: str) -> None:
    """Refuse a name that another system takes for a device or a part of a file, or that reads otherwise than it is."""
    if _RESERVED.match(name) or ":" in name:
        raise UserError(
            say("The name {short} means something else on Windows. Choose another name.", short=_short(name))
        )
    if name != name.rstrip(" .") or any(_hidden(c) or unicodedata.category(c) == "Cc" for c in name):
        raise UserError(
            say("The name ends in a blank or a dot, or holds letters that cannot be seen. Choose another name.")
        )


def _refuse_special(path: Path) -> None:
    """Refuse a device or a pipe: reading it may never end, and replacing it would break the machine."""
    with suppress(OSError, ValueError):
        kind = path.stat().st_mode
        if not stat.S_ISREG(kind) and not stat.S_ISDIR(kind):
            raise UserError(say("{short} is not an ordinary file. Choose another name.", short=_short(path.name)))


def write_file(path: Path, data: bytes) -> None:
    """Write the file whole or not at all; UserError says what stands in the way."""
    _refuse_special(path)
    temporary: str | None = None
    try:
        # Behind a link the file that it means is written, and the link stays.
        target = os.path.realpath(path)
        handle, temporary = tempfile.mkstemp(dir=os.path.dirname(target), prefix=".wibdesk-", suffix=".tmp")
        with os.fdopen(handle, "wb") as file:
            file.write(data)
            file.flush()
            os.fsync(file.fileno())
        # A file for the clerk to share has the ordinary permissions, not those of a temporary file.
        os.chmod(temporary, _mode(target))
        os.replace(temporary, target)
    except (OSError, ValueError) as trouble:
        if temporary is not None:
            with suppress(OSError):
                os.unlink(temporary)
        raise UserError(_trouble_words(trouble, path)) from trouble


def _mode(target: str) -> int:
    """Return the permissions that the file is to have: those of the one that it replaces.

    That one and the folder must be writable by somebody, which the system does not ask of an administrator.
    """
    there = os.path.exists(target)
    for path in (os.path.dirname(target), *((target,) if there else ())):
        if not os.stat(path).st_mode & 0o222:
            raise PermissionError(errno.EACCES, os.strerror(errno.EACCES), path)
    return os.stat(target).st_mode & 0o777 if there else 0o666 & ~_mask()


def _mask() -> int:
    """Return which permissions new files go without; asking is only possible by setting."""
    mask = os.umask(0o022)
    os.umask(mask)
    return mask


def _trouble_words(trouble: OSError | ValueError, path: Path) -> str:
    name, number = _short(path.name), trouble.errno if isinstance(trouble, OSError) else errno.EILSEQ
    if number == errno.ENOSPC:
        return say("There is no room left on the disk for {name}. Free some space or choose another folder.", name=name)
    if number in (errno.ENAMETOOLONG, errno.EILSEQ):
        why = (
            say("is too long") if number == errno.ENAMETOOLONG else say("holds letters that no file name here can have")
        )
        return say("The name {name} {why}. Choose another name.", name=name, why=why)
    if number in (errno.ENOENT, errno.ENOTDIR) and not is_folder(path.parent):
        return say("The folder {parent} is not there. Choose another folder.", parent=path.parent)
    if number in (errno.EACCES, errno.EPERM, errno.EROFS, errno.ENOENT):
        return say(
            "{name} may not be written in {parent}. Close it if another program has it open, or choose another folder.",
            name=name,
            parent=path.parent,
        )
    return say(
        "{name} was not written ({reason}). Choose another folder.",
        name=name,
        reason=os.strerror(number) if number else trouble,
    )


def _short(name: str) -> str:
    """Return a name as it stands in a sentence."""
    return name if len(name) <= LONGEST_SHOWN else f"{name[: LONGEST_SHOWN - 1]}…"
