"""Where the clerk was last: meetings and registers, the latest first, a key away.

The settings hold the ids of meetings and the paths of registers, no word of a meeting: those are read to be shown.
"""

from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject

from ui.commands import Command
from ui.place import Where
from wibdesk.domain.dates import short_date
from wibdesk.language import later, say

if TYPE_CHECKING:
    from ui.app import Workbench
    from wibdesk.domain.whereabouts import Thing
    from wibdesk.settings import Settings

KEPT = 9
"""Meetings of a register, and registers, that are remembered."""
NAME = "recent"
FOOT = (("↑ ↓", later("choose")), ("Enter", later("open it")), ("Esc", later("back")))


class Recent(QObject):
    """Remembers which registers were open, and shows them with the meetings that were last in the room."""

    def __init__(self, bench: "Workbench") -> None:
        super().__init__(bench)
        self.bench, self.context, self.window = bench, bench.context, bench.window

    def command(self) -> Command:
        """Return the command that shows them."""
        words = say("Open a recent meeting or register")
        open_now = lambda: not self.window.barred  # noqa: E731 - a condition, named here
        return Command("recent", words, ("Ctrl R",), later("everywhere"), self.show, "history", when=open_now)

    def note_register(self) -> None:
        """Remember the register that is open now; a copy that is only read is not worth it."""
        if self.bench.start.reading is None:
            settings, path = self.context.settings, str(self.context.desk.register)
            settings.note(recent_registers=_first(path, settings.now.recent_registers))

    def show(self) -> None:
        """Lay the list over the place, or put it away."""
        if self.window.close_overlays(NAME):
            return
        # The store comes with it, and the first paint does not wait for that.
        from wibdesk.services.whereabouts import meetings_named  # noqa: PLC0415

        ids = self.context.settings.now.recent_meetings.get(str(self.context.desk.register), [])
        self.context.operations.read(meetings_named, ids, then=lambda found: self._open(ids, found))

    def _open(self, ids: Sequence[str], found: "Sequence[Thing]") -> None:
        # Only the first use needs it.
        from ui.palette import open_palette  # noqa: PLC0415

        known = {thing.id: thing for thing in found}
        offered = [*(self._meeting(meeting_id, known.get(meeting_id)) for meeting_id in ids), *self._registers()]
        if not offered:
            self.context.messages.say(say("Nothing was open before"))
            return
        overlay = open_palette(self.context.theme, self.window, self.context.commands, offered=offered, foot=FOOT)
        overlay.setObjectName(NAME)

    def _meeting(self, meeting_id: str, thing: "Thing | None") -> Command:
        go = self.context.go
        if thing is None:
            in_bin = lambda: go("safe_keeping", Where(note="bin"))  # noqa: E731 - what the command does, named here
            words, where = say("A meeting that was removed"), say("look for it in the bin")
            return Command(f"recent-{meeting_id}", words, (), where, in_bin, "trash-2")
        day = short_date(thing.day) if thing.day is not None else ""
        to_room = lambda: go("room", Where(thing.body_id, thing.meeting_id))  # noqa: E731 - as above
        words = ", ".join(filter(None, (thing.body_name, day)))
        where = thing.words if thing.words != thing.body_name else say("meeting")
        return Command(f"recent-{meeting_id}", words, (), where, to_room, "notebook-pen")

    def _registers(self) -> list[Command]:
        here = str(self.context.desk.register)
        return [self._register(Path(path)) for path in self.context.settings.now.recent_registers if path != here]

    def _register(self, path: Path) -> Command:
        there, folder = path.is_file(), str(path.parent)
        words = say("Register {name}", name=path.stem)
        where = folder if there else say("not there now: {folder}", folder=folder)
        icon = "folder-open" if there else "triangle-alert"
        return Command(f"recent-{path}", words, (), where, lambda: self._move(path), icon)

    def _move(self, path: Path) -> None:
        if path.is_file():
            self.bench.move(path)
        else:
            words = say("{path} is not there now: put the stick or the network drive back, then try again", path=path)
            self.context.messages.say(words)


def note_meeting(settings: "Settings", register: Path, meeting_id: str) -> None:
    """Remember that a meeting of a register was in the room."""
    known = settings.now.recent_meetings
    ids = _first(meeting_id, known.get(str(register), []))
    if ids != known.get(str(register)):
        settings.note(recent_meetings=known | {str(register): ids})


def _first(one: str, others: Sequence[str]) -> list[str]:
    return [one, *(other for other in others if other != one)][:KEPT]
