"""What leads to an item, a meeting or a person: commands made of what the register finds by a few letters."""

from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING

from ui.commands import Command
from ui.place import Where
from wibdesk.domain.dates import short_date
from wibdesk.domain.whereabouts import Thing, ThingKind
from wibdesk.language import say
from wibdesk.services.whereabouts import things

if TYPE_CHECKING:
    from ui.context import Context

ICONS = {ThingKind.ITEM: "notebook-pen", ThingKind.MEETING: "calendar-days", ThingKind.PERSON: "user-round"}


class Leading:
    """Looks for things by what is typed in the palette."""

    def __init__(self, context: "Context") -> None:
        self.context = context

    def seek(self, typed: str, then: Callable[[Sequence[Command]], None]) -> None:
        """Hand what leads to each thing found to `then`."""
        now = self.context.settings.now
        self.context.operations.read(
            things, typed, today=self.context.desk.now().date(), meeting_id=now.last_meeting, body_id=now.last_body,
            then=lambda found: then(
                [*(self._command(thing, now.last_meeting) for thing in found), self._search(typed)]
            ),
        )  # fmt: skip

    def _search(self, typed: str) -> Command:
        go = lambda: self.context.go("search", Where(note=typed))  # noqa: E731 - what the command does, named here
        words = say("Search everything for “{words}”", words=typed)
        return Command("search-for", words, (), say("search"), go, "search")

    def _command(self, thing: Thing, here: str) -> Command:
        day = short_date(thing.day) if thing.day is not None else ""
        match thing.kind:
            case ThingKind.ITEM:
                near = say("this meeting") if thing.meeting_id == here else f"{day}, {thing.body_name}".strip(", ")
                words, place = f"{thing.number} {thing.words}".strip(), say("item of {near}", near=near)
                where = "room", Where(thing.body_id, thing.meeting_id, thing.id)
            case ThingKind.MEETING:
                words, place = f"{thing.words}, {day}".strip(", "), "meeting"
                where = "room", Where(thing.body_id, thing.meeting_id)
            case ThingKind.PERSON:
                words, place = thing.words, say("on the roster of {body_name}", body_name=thing.body_name)
                where = "people", Where(thing.body_id, note=thing.id)
        go = lambda: self.context.go(*where)  # noqa: E731 - what the command does, named here
        return Command(f"{thing.kind}-{thing.id}", words, (), place, go, ICONS[thing.kind])
