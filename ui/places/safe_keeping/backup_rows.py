"""The backups as rows, and in one calm line how it stands with them."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path

from PySide6.QtCore import QStorageInfo

from ui.cells import Marked, Number, Two, muted
from ui.places.safe_keeping.moments import capital, moment_words, size_words
from ui.tables import Column, TableRow
from wibdesk.domain.backups import Backup
from wibdesk.language import later, say

COLUMNS = (
    Column(later("Made")),
    Column(later("Where"), 150, least=560),
    Column(later("Checked"), 110, least=420),
    Column(later("Size"), 92, right=True),
)
HERE = later("This computer")


@dataclass(frozen=True)
class Folders:
    """Where backups go: the desk's own folder, the folder of choice if there is one, and the volume it is on.

    `missing` says that the folder of choice is not there just now, `apart` that it is on another disk.
    """

    own: Path
    chosen: Path | None = None
    volume: str = ""
    missing: bool = False
    apart: bool = False

    @property
    def words(self) -> str:
        """Where backups go, as part of a sentence."""
        if self.chosen is None:
            return say("beside the register, on the same disk")
        return (
            say("on {volume}", volume=self.volume)
            if self.apart and self.volume
            else say("in “{chosen}”", chosen=self.chosen)
        )

    def of(self, backup: Backup) -> str:
        """Return where a backup is, in a word or two."""
        if backup.path.parent != self.chosen:
            return say(HERE)
        return self.volume if self.apart and self.volume else self.chosen.name


def folders_for(own: Path, chosen: Path | None) -> Folders:
    """Look where the folders are; on a worker, for a network folder that is gone may take its time."""
    if chosen is None or chosen == own:
        return Folders(own)
    if not chosen.is_dir():
        return Folders(own, chosen, missing=True)
    there, here = QStorageInfo(str(chosen)), QStorageInfo(str(own.parent))
    apart = there.isValid() and here.isValid() and there.rootPath() != here.rootPath()
    return Folders(own, chosen, there.displayName() if apart else "", apart=apart)


def standing(backups: Sequence[Backup], folders: Folders, now: datetime) -> str:
    """Return how it stands, in one line."""
    if not backups:
        return say("No backup yet. Backups go {folders}.", folders=folders.words)
    newest = say("Newest backup: {date}, checked", date=moment_words(backups[0].at, now))
    place = (
        say("beside the register until “{chosen}” is back", chosen=folders.chosen) if folders.missing else folders.words
    )
    return say("{newest}. {number} kept, {place}.", newest=newest, number=len(backups), place=place)


def advice(backups: Sequence[Backup], folders: Folders) -> str:
    """Return what the clerk should know or do about the folder; nothing where all is well."""
    if folders.missing:
        return say(
            "“{chosen}” is not there. Put the stick in again or choose another folder; until then "
            "backups are kept in the desk's own folder, beside the register.",
            chosen=folders.chosen,
        )
    if not folders.apart and backups:
        return say(
            "Backups lie on the same disk as the register: they help when something was deleted or damaged, not "
            "when the disk or the computer is lost. A USB stick or another disk helps then too: choose its folder."
        )
    return ""


def backup_rows(backups: Sequence[Backup], folders: Folders, now: datetime) -> list[TableRow]:
    """Return the backups as rows, in the order given."""
    return [_row(backup, folders, now) for backup in backups]


def _row(backup: Backup, folders: Folders, now: datetime) -> TableRow:
    when, where, size = moment_words(backup.at, now), folders.of(backup), size_words(backup.size)
    cells = (
        Two(capital(when), backup.reason.label),
        muted(where),
        Marked("circle-check", say("Checked"), icon_tone="good"),
        Number(size),
    )
    sentence = say(
        "{when}, {reason}, {where}, checked, {size}", when=when, reason=backup.reason.label, where=where, size=size
    )
    return TableRow(row_id=str(backup.path), cells=cells, sentence=sentence, data=backup)
