"""The registers that scenes are played on: each built once, then copied for every walk."""

import shutil
from pathlib import Path

from tests.screens import hard
from tests.screens.stage import MORNING
from wibdesk import demo
from wibdesk.desk import Desk
from wibdesk.interchange.meeting_file import read_file
from wibdesk.services import transfer

SEEDS = Path(__file__).resolve().parents[3] / "shared" / "seeds"


def built_register(source: str, scratch: Path) -> Path:
    """Return the register of a source, made up on its first use; for `empty` a path where none is."""
    path = scratch / f"{source}.wibdesk"
    if path.exists() or source == "empty":
        return path
    if source == "demo":
        demo.build(path, today=MORNING.date())
    elif source == "hard":
        hard.build(path, day=MORNING.date())
    else:
        _import_seeds(path)
    return path


def copied(built: Path, folder: Path) -> Path:
    """Return a copy in a folder of its own, for backups lie beside the register."""
    register = folder / "register.wibdesk"
    folder.mkdir()
    if built.exists():
        shutil.copy(built, register)
    return register


def _import_seeds(path: Path) -> None:
    desk = Desk(path)
    try:
        desk.opened.result(60)
        for file in sorted(SEEDS.glob("*.meeting.json")):
            desk.write(transfer.put_meeting, read_file(file)).result(60)
    finally:
        desk.close()
