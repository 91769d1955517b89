"""The page that a file comes to: what it is and how it stands to the register; the clerk says whether it comes in."""

from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING, Any, ClassVar

from PySide6.QtCore import Qt

from ui.opening_place import Notice, OpeningPlace, Way
from ui.place import Where
from ui.places.incoming.looking import Incoming, Standing, gone_on_with, heading, holding, how_it_stands, read, standing
from wibdesk.domain.meetings import Meeting, MeetingDetails
from wibdesk.language import counted, later, say
from wibdesk.services import transfer

if TYPE_CHECKING:
    from PySide6.QtGui import QKeyEvent

    from ui.context import Context

OTHERS = later("It may be another program’s, or only part of it came: ask whoever sent it to save and send it again.")
COPY = later("This is a copy to read: go back to your register to take the file in.")


class IncomingPlace(OpeningPlace):
    """Shows one file after the other; nothing is stored before the clerk says so, and that can be undone."""

    place_id: ClassVar[str] = "incoming"
    word: ClassVar[str] = later("A file")
    icon: ClassVar[str] = "folder-open"

    def __init__(self, context: "Context") -> None:
        super().__init__(context)
        self.files: tuple[Path, ...] = ()
        self.found: Incoming | None = None
        self.files_taken = self.show_files

    def show_files(self, paths: Sequence[Path]) -> bool:
        """Show these files one after the other, behind those that wait already."""
        waiting = bool(self.files) or self.found is not None
        self.files += tuple(paths)
        if not waiting:
            self.next()
        return True

    def next(self) -> None:
        """Read the next file on a worker; without one, go to the meetings."""
        self.found = None
        if not self.files:
            self.go_on("meetings", Where())
            return
        path, self.files = self.files[0], self.files[1:]
        self.context.tasks.run(read, path, on_done=self._compare, on_error=lambda error: self._refused(path, error))

    def title(self) -> str:
        """Return the name of the file."""
        return self.found.path.name if self.found is not None else say(self.word)

    def keys(self) -> list[tuple[str, str]]:
        """Return the keys of the choices."""
        return [*super().keys()[:1], ("Esc", say("leave it")), ("Ctrl K", say("any command"))]

    def shows_rail(self) -> bool:
        """Keep the rail: every other place is one key away."""
        return True

    def keyPressEvent(self, event: "QKeyEvent") -> None:
        """Leave the file on Esc."""
        if event.key() == Qt.Key.Key_Escape:
            self.next()
        else:
            super().keyPressEvent(event)

    def _compare(self, found: Incoming) -> None:
        found = replace(found, record=gone_on_with(found.record, self.context.desk.now().date()))
        self.found = found
        self.context.operations.read(standing, found.record, then=lambda now: self._show(found, now))

    def _show(self, found: Incoming, now: Standing) -> None:
        if found is not self.found:
            return
        more = counted(len(self.files), "{number} more file waits.", "{number} more files wait.") if self.files else ""
        words = "\n".join(filter(None, (f"{holding(found.record)}.", how_it_stands(found, now), more)))
        self.program.setText(found.path.name)
        self.show_notice(Notice(heading(found.record), words, self._ways(found, now)))
        self.chrome_changed.emit()

    def _ways(self, found: Incoming, now: Standing) -> tuple[Way, ...]:
        leave = Way("x", say("Leave it"), say("Nothing is stored; the file stays where it is."), self.next)
        if self.context.desk.read_only:
            return (Way("x", say("Leave it"), say(COPY), self.next),)
        if now.same and now.stored is not None:
            open_it = Way("notebook-pen", say("Open it"), say("As it stands in your register."), lambda: self._go(now))
            return (open_it, leave)
        if now.stored is None:
            reason = say("Nothing is stored yet. Once it is in, it can be taken back with Ctrl Z.")
            take = Way("folder-open", say("Take it into the register"), reason, lambda: self._take(found))
            return (take, leave)
        reason = say("What is there now goes into the bin; Ctrl Z takes it back.")
        take = Way(
            "merge", say("Put it in the place of what is there"), reason, lambda: self._take(found, replace=True)
        )
        open_it = Way("notebook-pen", say("Open what is there"), say("The file waits here."), lambda: self._go(now))
        return (leave, open_it, take)

    def _take(self, found: Incoming, *, replace: bool = False) -> None:
        if found is not self.found:
            return  # pressed twice
        self.found = None
        record, undo = found.record, say("{what} taken into the register", what=heading(found.record))
        verb = transfer.put_meeting if isinstance(record, Meeting) else transfer.put_plan
        self.context.operations.write(verb, record, replace=replace, undo=undo, then=self._stored)

    def _stored(self, stored: Any) -> None:
        if self.files:
            self.next()
        elif isinstance(stored, MeetingDetails):
            # One of today is gone on with; the minutes of an earlier one are only filed.
            today = stored.date is not None and stored.date >= self.context.desk.now().date()
            self.go_on("room" if today else "meetings", Where(stored.body_id, stored.id))
        else:
            self.go_on("plans", Where(stored.body_id))

    def _go(self, now: Standing) -> None:
        stored = now.stored
        if isinstance(stored, Meeting):
            self.context.go("room", Where(stored.body.id, stored.id))
        elif stored is not None:
            self.context.go("plans", Where(stored.body_id))

    def _refused(self, path: Path, error: BaseException) -> None:
        found = str(error).removeprefix(f"{path.name}: ").rstrip(".")
        words = f"{found}.\n{say(OTHERS)}"
        self.program.setText(path.name)
        way = Way("x", say("Leave it"), say("Nothing was stored; the file stays where it is."), self.next)
        self.show_notice(Notice(say("This file cannot be taken in"), words, (way,)))
        self.chrome_changed.emit()
