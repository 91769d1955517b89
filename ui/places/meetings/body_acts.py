"""What the clerk can do with the bodies beside the meetings."""

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject

from ui.commands import Command
from ui.place import Where
from ui.places.meetings.choice import Chosen
from wibdesk.language import later, say
from wibdesk.services import bodies as verbs

if TYPE_CHECKING:
    from ui.places.meetings.place import MeetingsPlace

WHERE, BESIDE = "meetings", later("bodies")


class BodyActs(QObject):
    """Runs the commands on the body that is chosen beside the list, or that the list means."""

    def __init__(self, place: "MeetingsPlace", chosen: Chosen) -> None:
        super().__init__(place)
        self.place, self.context, self.chosen = place, place.context, chosen
        place.side.set_up.clicked.connect(self._change)
        self.context.commands.add(
            place,
            Command("body-new", say("Set up a body"), (), WHERE, self._set_up, "building-2"),
            Command("body-change", say("Change the body"), (), WHERE, self._change, "building-2", when=self._some),
        )
        self.context.commands.add(
            place.side.list,
            Command("body-open", say("Change the body chosen"), ("F2",), BESIDE, self._change_beside, "pencil"),
            Command("body-add", say("Set up another body"), ("N",), BESIDE, self._set_up, "plus"),
            Command("body-remove", say("Remove the body chosen"), ("Del",), BESIDE, self._remove, "trash-2"),
        )

    def _some(self) -> bool:
        return bool(self.chosen.seen.bodies)

    def _set_up(self) -> None:
        self.context.go("body", Where())

    def _change(self) -> None:
        self.context.go("body", Where(body_id=self.chosen.body_id() or None))

    def _change_beside(self) -> None:
        if body_id := self.place.side.chosen_body():
            self.context.go("body", Where(body_id=body_id))

    def _remove(self) -> None:
        if body_id := self.place.side.chosen_body():
            self.context.operations.write_once(verbs.remove_body, body_id, once=body_id, undo=say("Body removed"))
