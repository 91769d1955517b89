"""Makes the pictures of the help anew from the demo: `python -m tests.screens.help_pictures`."""

import io
import os
import sys
from pathlib import Path
from tempfile import TemporaryDirectory

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
os.environ["QT_SCALE_FACTOR"] = "2"  # two dots for each pixel: sharp where the text is large

from PIL import Image
from PySide6.QtCore import QBuffer, QIODevice, QPoint, QRect
from PySide6.QtWidgets import QApplication

from tests.screens.scenes import showcase
from tests.screens.stage import MORNING, Look, Stage
from wibdesk import demo
from wibdesk.paths import resource

FOLDER = resource("help/pictures")
COLOURS = 256
LOOK = Look("help", width=1280, height=800)


def main() -> None:
    """Walk through a meeting of the demo and keep what the help shows."""
    application = QApplication(sys.argv[:1])
    FOLDER.mkdir(exist_ok=True)
    with TemporaryDirectory() as scratch:
        register = Path(scratch) / "register.wibdesk"
        demo.build(register, today=MORNING.date())
        stage = Stage(register, LOOK, Path(scratch), "nothing")
        try:
            walk(stage)
        finally:
            stage.close()
    application.quit()


def walk(stage: Stage) -> None:
    """Go from place to place and keep a picture of each."""
    keep(stage, "meetings", QRect(76, 0, 1204, 560))
    stage.go("actions")
    stage.press("Down")
    keep(stage, "actions", QRect(76, 0, 1204, 560))
    stage.go("meetings")
    showcase(stage)
    keep(stage, "room", QRect(0, 0, 1280, 800))
    stage.press("Ctrl+E", "Home", "Down")
    people = stage.window.place.side.attendance.list
    groups = [row.row_id for row in people.row_model.rows if row.heading]
    ends = people.visualRect(people.row_model.index_of(groups[1])).top()  # the picture ends with the last member
    corner = people.viewport().mapTo(stage.window.place.side, QPoint(0, ends))
    keep(stage, "attendance", area(stage.window.place.side, stage, corner.y()))
    stage.press("Esc", "Return", "Return")
    stage.type("/a I Nolan heat map of vacancies by 6 Oct")
    stage.rest(900)
    sheet = area(stage.window.place.sheet, stage, 800)
    caret = stage.window.place.sheet.editor.cursorRect().center()
    below = stage.window.place.sheet.editor.viewport().mapTo(stage.window, caret).y()
    keep(stage, "shorthand", QRect(sheet.left(), below - 62, sheet.width(), 180))
    stage.press("Return")
    stage.rest()
    stage.press("Shift+F5")
    stage.rest(400)
    stage.window.voice.drop_toast()
    keep(stage, "readback", QRect(76, 52, 1204, 560))
    stage.press("Esc", "Ctrl+P")
    stage.rest(2000)
    keep(stage, "preview", QRect(76, 0, 1204, 720))


def area(widget: "object", stage: Stage, high: int) -> QRect:
    """Return where a widget stands in the window, no higher than this."""
    corner = widget.mapTo(stage.window, QPoint(0, 0))
    return QRect(corner.x(), corner.y(), widget.width(), min(widget.height(), high))


def keep(stage: Stage, name: str, part: QRect) -> None:
    """Keep a part of the window as a small file with no more colours than that needs."""
    stage.rest()
    buffer = QBuffer()
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    stage.window.grab(part).toImage().save(buffer, "PNG")
    picture = Image.open(io.BytesIO(buffer.data().data())).convert("RGB")
    picture.quantize(COLOURS, Image.Quantize.MAXCOVERAGE, dither=Image.Dither.NONE).save(
        FOLDER / f"{name}.png", optimize=True
    )
    print(f"{name}: {(FOLDER / f'{name}.png').stat().st_size // 1024} kB")


if __name__ == "__main__":
    main()
