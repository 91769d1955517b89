"""Makes the pictures: `python -m tests.screens OUT_DIR [--looks light,dark] [--scenes room] [--shots live]`."""

import argparse
import os
import shutil
import sys
from pathlib import Path
from tempfile import TemporaryDirectory

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

from PySide6.QtWidgets import QApplication

from tests.screens import hard
from tests.screens.scenes import SCENES
from tests.screens.stage import LOOKS, MORNING, Stage
from wibdesk import demo
from wibdesk.desk import Desk
from wibdesk.interchange.meeting_file import read_file
from wibdesk.services import transfer

SEEDS = Path(__file__).resolve().parents[3] / "shared" / "seeds"


def main() -> int:
    """Walk through the desk in every look and keep what is seen."""
    parser = argparse.ArgumentParser(prog="python -m tests.screens", description=__doc__)
    parser.add_argument("folder", type=Path)
    parser.add_argument("--looks", default=",".join(look.name for look in LOOKS))
    parser.add_argument("--scenes", default=",".join(SCENES))
    parser.add_argument("--shots", default="", help="only pictures with this in their name")
    wish = parser.parse_args()
    application = QApplication(sys.argv[:1])
    with TemporaryDirectory() as scratch:
        for name in wish.scenes.split(","):
            source, scene = SCENES[name]
            if source == "seeds" and not SEEDS.exists():
                print(f"{name}: left out, there is no {SEEDS.name} folder")
                continue
            built = _register(source, Path(scratch) / f"{source}.wibdesk")
            for look in (look for look in LOOKS if look.name in wish.looks.split(",")):
                # A folder of its own, for backups lie beside the register.
                register = Path(scratch) / f"{name}-{look.name}" / "register.wibdesk"
                register.parent.mkdir()
                if built.exists():
                    shutil.copy(built, register)
                stage = Stage(register, look, wish.folder, wish.shots)
                try:
                    scene(stage)
                finally:
                    stage.close()
                print(f"{name} {look.name}", flush=True)
    application.quit()
    return 0


def _register(source: str, path: Path) -> Path:
    if path.exists() or source == "empty":
        return path
    if source == "demo":
        demo.build(path, today=MORNING.date())
    elif source == "hard":
        hard.build(path, day=MORNING.date())
    else:
        _import_seeds(path)
    return path


def _import_seeds(path: Path) -> None:
    desk = Desk(path)
    try:
        desk.opened.result(60)
        for file in sorted(SEEDS.glob("*.meeting.json")):
            desk.write(transfer.put_meeting, read_file(file)).result(60)
    finally:
        desk.close()


sys.exit(main())
