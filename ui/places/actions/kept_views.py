"""Views of the log that the clerk keeps: V and a figure shows one, with S it is kept by a name."""

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject

from ui.menu import Option, open_menu
from ui.panels.one_line import Asking
from wibdesk.language import say
from wibdesk.services import saved_views

if TYPE_CHECKING:
    from ui.places.actions.place import ActionsPlace

KEEP, REMOVE = "keep", "remove"


class KeptViews(QObject):
    """Opens the list of kept views and does what is chosen there."""

    def __init__(self, place: "ActionsPlace") -> None:
        super().__init__(place)
        self.place = place

    def open(self) -> None:
        """Open the list of views."""
        shown = {one.id for one in self.place.log.kept if one.view == self.place.view}
        options = [*self._options(), ("S", KEEP, say("Keep what is shown by a name"))]
        if self.place.log.kept:
            options.append(("R", REMOVE, say("Remove a view")))
        open_menu(self.place.context.theme, self.place.window(), say("Views of mine"), options, self._chosen, on=shown)

    def _options(self) -> list[Option]:
        return [(str(number), one.id, one.name) for number, one in enumerate(self.place.log.kept, 1)]

    def _chosen(self, one: str) -> None:
        if one == KEEP:
            self._ask_name()
        elif one == REMOVE:
            open_menu(
                self.place.context.theme, self.place.window(), say("Remove which view?"), self._options(), self._remove
            )
        else:
            found = next((kept for kept in self.place.log.kept if kept.id == one), None)
            if found is not None:
                self.place.show_view(found.view)
                self.place.context.messages.announce(say("View {found}", found=found.name))

    def _ask_name(self) -> None:
        here = next((kept.name for kept in self.place.log.kept if kept.view == self.place.view), "")
        names = [kept.name for kept in self.place.log.kept]

        def read(words: str) -> str:
            if words.casefold() in [name.casefold() for name in names]:
                return say("The view of this name takes what is shown now.")
            return say("View, filters, headings and order are kept.")

        self.place.strip.ask(Asking(say("Keep as"), read, self._keep, here, enter=say("keep it")))

    def _keep(self, name: str) -> str:
        if not name:
            return say("A view needs a name by which you find it again.")
        self.place.context.operations.write(
            saved_views.keep_view, name, self.place.view, undo=say("View “{name}” is kept: V shows it", name=name)
        )
        return ""

    def _remove(self, view_id: str) -> None:
        name = next((kept.name for kept in self.place.log.kept if kept.id == view_id), "")
        self.place.context.operations.write(
            saved_views.remove_view, view_id, undo=say("View “{name}” removed", name=name)
        )
