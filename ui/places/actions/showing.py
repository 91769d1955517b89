"""Shows what was read of the log: rows, counts, chips, and why nothing is there."""

from dataclasses import replace
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject

from ui.places.actions.emptiness import empty_words
from ui.places.actions.rows import COLUMNS
from ui.places.actions.verbs import Log
from wibdesk.language import later, say

if TYPE_CHECKING:
    from ui.places.actions.place import ActionsPlace

CHIPS = ((1040, 5), (900, 4), (760, 3), (0, 0))
"""From which width on, a length of the design, how many chips stand beside the find field."""
SORTED = {"ref": later("Ref"), "raised": later("Raised"), "due": later("Due"), "status": later("Status")}


class Showing(QObject):
    """Fills the widgets of the place; until the register has answered, nothing is `known`."""

    def __init__(self, place: "ActionsPlace") -> None:
        super().__init__(place)
        self.place, self.known = place, False
        self.say_counts()

    def show(self, log: Log) -> None:
        """Show a log as it was read; the chosen action stays chosen."""
        place, self.known = self.place, True
        same = log.view == place.log.view
        place.log = log
        if log.view.body_id != place.view.body_id:  # that body is gone
            place.view = replace(place.view, body_id=log.view.body_id)
        place.table.show_page(log.page, same=same)
        place.choose_sought()
        if place.table.current_row() is None:
            place.table.choose_first()
        column = [c.word for c in COLUMNS].index(SORTED[log.view.order])
        place.table.set_sorted(column, downwards=log.view.backwards)
        self.show_chips()
        self.say_counts()
        place.acts.editing.follow_row()
        place.acts.follow()
        self.settle()

    def show_chips(self) -> None:
        """Show on the chips what the log is narrowed to."""
        names = {body.id: body.name for body in self.place.log.bodies}
        self.place.filters.show_view(self.place.view, names.get(self.place.view.body_id, say("All bodies")))

    def say_counts(self) -> None:
        """Say how many actions there are, how many are marked, and why there is none."""
        place, log, view = self.place, self.place.log, self.place.log.view
        counts = log.page.counts or {}
        place.tabs.set_counts(counts)
        shown = (
            say("{number:,} shown of {count:,}", number=counts.get(view.view, 0), count=log.size) if log.size else ""
        )
        place.finder.count.setText(" · ".join(part for part in (self.marked_words(), shown) if part))
        body = next((body.name for body in log.bodies if body.id == view.body_id), say("All bodies"))
        place.page.set_words(say("Action log"), ", ".join((body, *view.narrowed())))
        place.empty.say(*empty_words(view, known=self.known))
        place.empty.setVisible(not log.page.ids)

    def marked_words(self) -> str:
        """Return how many actions are marked, empty for none."""
        count = len(self.place.table.marked)
        return say("{count:,} marked", count=count) if count else ""

    def tell_marks(self) -> None:
        """Say how many actions are marked, and show the keys that act on them."""
        self.say_counts()
        self.place.keys_changed.emit()

    def settle(self) -> None:
        """Show the chips that there is room for, and the keys that hold now."""
        width = self.place.finder.width() / self.place.context.theme.scale
        count = next(number for least, number in CHIPS if width >= least)
        for number, chip in enumerate(self.place.filters.chips()):
            chip.setVisible(number < count)
        self.place.keys_changed.emit()
