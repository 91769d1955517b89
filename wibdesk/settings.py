"""What the desk remembers of the clerk's preferences and of the window: one small JSON file."""

import dataclasses
import json
import os
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any, get_args, get_origin

from wibdesk.jotting import Jotter

PATIENCE = 1.0
"""Seconds that a change waits for the disk; a slow one goes on writing in the background."""


@dataclass(frozen=True)
class Preferences:
    """Every key that is remembered, with what holds before anything was chosen."""

    theme: str = "system"  # as CHOICES below, as the next six
    text_scale: float = 0.0  # 0 is as the system has it
    minutes_face: str = "serif"
    motion: str = "system"
    line_spacing: str = "normal"  # of the minutes on screen
    caret: str = "thin"
    key_bar: str = "shown"  # the strip of keys at the foot
    window_geometry: str = ""  # Qt's own bytes, base64
    last_place: str = ""
    last_body: str = ""
    last_meeting: str = ""
    last_item: str = ""
    recent_meetings: dict[str, list[str]] = field(default_factory=dict)  # register -> ids, the latest first
    recent_registers: list[str] = field(default_factory=list)  # paths, the latest first
    export_folder: str = ""
    preview: dict[str, str] = field(default_factory=dict)  # what was chosen last of a few documents, by its name
    folded: dict[str, bool] = field(default_factory=dict)  # "tier panel" -> folded away
    backup_folder: str = ""  # where backups go; empty for the desk's own folder
    lock_after: int = 15  # minutes without a key after which an encrypted register locks itself; 0 never
    keys: dict[str, str] = field(default_factory=dict)  # command -> the key that the clerk gave it, "" for none
    clerk: str = ""  # the clerk's name: who made an update, and who signs a letter
    mail: dict[str, Any] = field(default_factory=dict)  # the mail account (delivery.accounts.KEYS), never its password
    check_spelling: bool = True  # while typing in the room
    language: str = "system"  # of the window: as the system has it, or the code of a catalogue
    guide: str = ""  # "on" while the guided first meeting runs
    seen_release: str = ""  # the release whose changes were told of
    dismissed: dict[str, bool] = field(default_factory=dict)  # remarks put away, by a fingerprint of register and words


CHOICES: dict[str, tuple[object, ...]] = {
    "theme": ("system", "light", "dark", "high_contrast"),
    "text_scale": (0.0, 1.0, 1.25, 1.5, 2.0),
    "minutes_face": ("serif", "sans", "system"),
    "motion": ("system", "none"),
    "line_spacing": ("close", "normal", "open"),
    "caret": ("thin", "wide", "steady"),
    "key_bar": ("shown", "held", "hidden"),
}
"""What a preference may be; anything else in the file counts as not chosen, so that no slip there stops a start."""
LONGEST_LOCK = 1440
"""Minutes after which a register may lock itself at the latest: a day."""
SHARED = (*CHOICES, "check_spelling", "lock_after")
"""What a colleague may be given of them: no name, no folder, no account, nothing of a meeting."""


class Settings:
    """Preferences in a file: read once, written whole and atomically on each change, on a thread of their own.

    A file that cannot be read gives the defaults; one that cannot be written is logged and the choice holds until
    the desk closes: a window's size is no reason to trouble the clerk. Without a path nothing is written.
    """

    def __init__(self, path: Path | None = None) -> None:
        self.path = path
        self.now, self._unknown = _read(path)
        self._written = self.now
        self._jotter = Jotter()

    def change(self, **values: Any) -> Preferences:
        """Change some preferences by name, write the file, and return how they all stand."""
        self.note(**values)
        self.settle(PATIENCE)
        return self.now

    def note(self, **values: Any) -> None:
        """Change some preferences by name and have the file written soon: no key press waits for that."""
        after = dataclasses.replace(self.now, **values)
        if after != self.now:
            self.now = after
            if self.path is not None:
                self._jotter.jot("settings", self._write)

    def settle(self, wait: float) -> bool:
        """Wait until all is written, for at most so many seconds; say whether it is."""
        return self._jotter.settle(wait)

    def _write(self) -> None:
        assert self.path is not None
        ours, before = self.now, dataclasses.asdict(self._written)
        values, there = dataclasses.asdict(ours), _in_file(self.path)
        # What another desk or the command line changed since we last wrote stays, unless it was changed here too.
        theirs = {name: there[name] for name in values.keys() & there.keys() if values[name] == before[name]}
        # Keys of a newer version are kept, so that going back and forth loses nothing.
        unknown = {**self._unknown, **{name: value for name, value in there.items() if name not in values}}
        words = json.dumps({**unknown, **values, **theirs}, indent=2, ensure_ascii=False)
        try:
            self.path.parent.mkdir(parents=True, exist_ok=True)
            _replace(self.path, words + "\n")
            self._written = ours
        except OSError:
            _warn("The settings could not be written", self.path)


def _read(path: Path | None) -> tuple[Preferences, dict[str, Any]]:
    found = _in_file(path, warn=True)
    known = {spec.name: spec.type for spec in dataclasses.fields(Preferences)}
    values = {name: found[name] for name, kind in known.items() if name in found and _fits(name, found[name], kind)}
    return Preferences(**values), {name: value for name, value in found.items() if name not in known}


def _in_file(path: Path | None, *, warn: bool = False) -> dict[str, Any]:
    try:
        # Some editors begin a file with a byte-order mark; brackets too deep to follow are a RecursionError.
        found = json.loads(path.read_text("utf-8-sig")) if path is not None and path.exists() else {}
    except (OSError, ValueError, RecursionError):
        if warn:
            _warn("The settings could not be read, the defaults hold", path)
        found = {}
    return found if isinstance(found, dict) else {}


def _fits(name: str, value: Any, kind: Any) -> bool:
    if name == "lock_after":
        return type(value) is int and 0 <= value <= LONGEST_LOCK
    return _is_a(value, kind) and (name not in CHOICES or value in CHOICES[name])


def _is_a(value: Any, kind: Any) -> bool:
    """Say whether a value of the file is of this type, whatever it holds included."""
    outer, inner = get_origin(kind), get_args(kind)
    if outer is dict:
        return isinstance(value, dict) and all(_is_a(each, inner[1]) for each in value.values())
    if outer is list:
        return isinstance(value, list) and all(_is_a(each, inner[0]) for each in value)
    return kind is Any or type(value) in ((int, float) if kind is float else (kind,))


def _replace(path: Path, words: str) -> None:
    draft = path.with_name(f".{path.name}.{os.getpid()}")
    try:
        # Half a pair, as in a path that is not UTF-8, becomes what JSON writes for it.
        with draft.open("w", encoding="utf-8", errors="backslashreplace") as file:
            file.write(words)
            file.flush()
            os.fsync(file.fileno())
        draft.replace(path)
    finally:
        draft.unlink(missing_ok=True)


def _warn(words: str, path: Path | None) -> None:
    # Loaded only when something is wrong: the first paint does not wait for it.
    import logging  # noqa: PLC0415

    logging.getLogger(__name__).warning("%s: %s", words, path, exc_info=True)
