"""Makes the pictures: `python -m tests.screens OUT_DIR [--looks light,dark] [--scenes room] [--shots live]`."""

import argparse
import os
import sys
from pathlib import Path
from tempfile import TemporaryDirectory

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

from PySide6.QtWidgets import QApplication

from tests.screens.registers import SEEDS, built_register, copied
from tests.screens.scenes import SCENES
from tests.screens.stage import LOOKS, Stage


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
            built = built_register(source, Path(scratch))
            for look in (look for look in LOOKS if look.name in wish.looks.split(",")):
                register = copied(built, Path(scratch) / f"{name}-{look.name}")
                stage = Stage(register, look, wish.folder, wish.shots)
                try:
                    scene(stage)
                finally:
                    stage.close()
                print(f"{name} {look.name}", flush=True)
    application.quit()
    return 0


sys.exit(main())
