"""The walk through files that come to the desk, and what was open last."""

import os
from pathlib import Path

from tests.screens.stage import MORNING, Stage
from ui.copy_elsewhere import write_copy
from wibdesk.services import meetings


def incoming(stage: Stage) -> None:
    """A file that is new, the same again, another version, one that is none, then recent meetings and registers."""
    folder = stage.bench.start.register.parent
    meeting = stage.read(meetings.find, "M1")
    known, changed, new = (folder / f"{name}.wibmeeting" for name in ("known", "changed", "new"))
    write_copy(meeting, known)
    words = known.read_text("utf-8")
    changed.write_text(words.replace(meeting.items[0].title, "Welcome"), "utf-8")
    new.write_text(words.replace(meeting.body.name, "Dene Valley Schools Forum and Partnership Board"), "utf-8")
    (folder / "holiday plan.json").write_text("{}", "utf-8")
    for path in folder.glob("*.wibmeeting"):
        os.utime(path, (MORNING.timestamp(), MORNING.timestamp()))
    _receive(stage, new, known)
    stage.shot("a0-new")
    stage.press("2")
    stage.rest()
    stage.shot("a1-known")
    _receive(stage, changed)
    stage.press("Esc")
    stage.rest()
    stage.shot("a2-other-version")
    stage.press("Esc")
    _receive(stage, folder / "holiday plan.json")
    stage.shot("a3-no-meeting-file")
    stage.press("Esc")
    _recent(stage)


def _receive(stage: Stage, *files: Path) -> None:
    stage.bench.receiving.receive(files)
    stage.rest()
    stage.rest()


def _recent(stage: Stage) -> None:
    for ref in ("M1", "M2", "M3"):
        stage.room(ref)
    context = stage.bench.context
    gone = str(stage.bench.start.register.with_name("on the stick.wibdesk"))
    context.settings.note(recent_registers=[str(context.desk.register), gone])
    stage.go("meetings")
    stage.press("Ctrl+R")
    stage.rest()
    stage.shot("b0-recent")
    stage.press("Esc")
