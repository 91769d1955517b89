"""A desk in a process of its own: plays a script, rests, and then types on without a pause until it is killed."""

import sys
from pathlib import Path

from PySide6.QtWidgets import QApplication

from tests.journeys.clerk import Clerk, WallClock
from tests.journeys.script import read_script


def main(folder: Path) -> None:
    """Type the script, tell on the standard output that it is done, and go on typing in the next item."""
    application = QApplication([])
    clerk = Clerk(folder, WallClock(), size=(1280, 800))
    clerk.play(read_script("sudden_end"))
    item = clerk.bench.context.settings
    clerk.typist.until(lambda: item.now.last_item.endswith(" 12"), "the place of the caret is noted")
    item.settle(20)
    print("typing on", flush=True)
    while application.topLevelWidgets():
        clerk.type("and so on ")


if __name__ == "__main__":
    main(Path(sys.argv[1]))
