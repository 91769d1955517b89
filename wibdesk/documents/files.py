"""Puts a finished document on the disk: a name safe on every system, never over a file that somebody edited since."""

import errno
import hashlib
import json
import os
import re
import tempfile
import unicodedata
from contextlib import suppress
from dataclasses import dataclass
from datetime import date
from itertools import count
from pathlib import Path

from wibdesk.errors import UserError
from wibdesk.paths import data_folder

LONGEST_NAME = 180
"""Bytes of a proposed name: most systems allow 255, and a version number must still fit in a deep folder."""

_FORBIDDEN = re.compile(r'[<>:"/\\|?*]+')
_RESERVED = re.compile(r"(?:con|prn|aux|nul|com[0-9¹²³]|lpt[0-9¹²³])(?:\.|$)", re.IGNORECASE)


@dataclass(frozen=True)
class SavedExport:
    """Where a document went; `beside` is the edited file that it was not written over."""

    path: Path
    beside: Path | None = None

    @property
    def words(self) -> str:
        """A sentence for the clerk: what was saved, and why under a new name."""
        if self.beside is None:
            return f"Saved {self.path.name}."
        return f"{self.beside.name} was not written by this desk as it is now, so this is saved as {self.path.name}."


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


def proposed_name(body: str, day: date | None, kind: str, ending: str, *, draft: bool = False) -> str:
    """Return a name for the file: `Norbury Board 2026-09-01 minutes draft.docx`, safe on every system."""
    after = " ".join(filter(None, (day.isoformat() if day else "", _safe(kind), "draft" if draft else "")))
    room = LONGEST_NAME - len(f" {after}.{ending}".encode())
    words = " ".join(filter(None, (_cut(_safe(body), room), after))).strip(" .") or "document"
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
    for number in count(1):
        path = wanted if number == 1 else wanted.with_name(f"{wanted.stem} ({number}){wanted.suffix}")
        if _ours(path, data, known):
            write_file(path, data)
            known.remember(path, data)
            return SavedExport(path, wanted if number > 1 else None)
    raise AssertionError("numbers do not end")


def _ours(path: Path, data: bytes, record: ExportRecord) -> bool:
    """Say whether the place is free, or holds what this desk wrote there or would write."""
    if not os.path.lexists(path):
        return True
    try:
        there = fingerprint(path.read_bytes())
    except OSError:
        return False
    return there in (record.wrote(path), fingerprint(data))


def write_file(path: Path, data: bytes) -> None:
    """Write the file whole or not at all; UserError says what stands in the way."""
    temporary: str | None = None
    try:
        handle, temporary = tempfile.mkstemp(dir=path.parent, prefix=".wibdesk-", suffix=".tmp")
        with os.fdopen(handle, "wb") as file:
            file.write(data)
            file.flush()
            os.fsync(file.fileno())
        # A file for the clerk to share has the ordinary permissions, not those of a temporary file.
        os.chmod(temporary, path.stat().st_mode & 0o777 if path.exists() else 0o666 & ~_mask())
        os.replace(temporary, path)
    except OSError as trouble:
        if temporary is not None:
            with suppress(OSError):
                os.unlink(temporary)
        raise UserError(_trouble_words(trouble, path)) from trouble


def _mask() -> int:
    """Return which permissions new files go without; asking is only possible by setting."""
    mask = os.umask(0o022)
    os.umask(mask)
    return mask


def _trouble_words(trouble: OSError, path: Path) -> str:
    if trouble.errno == errno.ENOSPC:
        return f"There is no room left on the disk for {path.name}. Free some space or choose another folder."
    if isinstance(trouble, FileNotFoundError | NotADirectoryError):
        return f"The folder {path.parent} is not there. Choose another folder."
    if isinstance(trouble, PermissionError) or trouble.errno == errno.EROFS:
        return (
            f"{path.name} may not be written in {path.parent}. Close it if another program has it open, "
            "or choose another folder."
        )
    return f"{path.name} was not written ({trouble.strerror or trouble}). Choose another folder."
