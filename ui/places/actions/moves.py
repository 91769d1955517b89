"""Going about in the log: another order, another view, the action before or after, the whole log again."""

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject

from ui.places.actions.order import ORDERS

if TYPE_CHECKING:
    from ui.places.actions.place import ActionsPlace


class Moves(QObject):
    """Works on what is shown and never on the register."""

    def __init__(self, place: "ActionsPlace") -> None:
        super().__init__(place)
        self.place = place
        place.table.sort_wished.connect(self._head_clicked)

    def sort_next(self) -> None:
        """Sort by deadline, owner, reference, meeting in turn."""
        names = [name for name, _ in ORDERS]
        self.sort_by(names[(names.index(self.place.order) + 1) % len(names)])

    def sort_by(self, order: str) -> None:
        """Sort by one of ORDERS and say so."""
        self.place.order = order
        self.place.show_rows()
        self.place.context.messages.announce(f"Sorted by {dict(ORDERS)[order]}")

    def step_view(self, by: int) -> None:
        """Show the view before or after."""
        tabs = self.place.tabs
        tabs.setCurrentIndex(min(max(tabs.currentIndex() + by, 0), tabs.count() - 1))

    def step(self, by: int) -> None:
        """Choose the action after the chosen one, or before it; it stops at the ends."""
        table = self.place.table
        rows, here = table.table_model.rows, table.currentIndex().row()
        later = rows[here + 1 :] if by > 0 else rows[: max(here, 0)][::-1]
        row_id = next((row.row_id for row in later if not row.group), "")
        if row_id:
            table.choose(row_id)

    def clear(self) -> None:
        """Show every action of the body again."""
        self.place.finder.field.clear()
        self.place.narrow({"owner": "", "due_before": None, "words": ""})

    def _head_clicked(self, number: int) -> None:
        reference = "meeting" if self.place.order == "ref" else "ref"
        order = {0: reference, 2: "owner", 3: "due"}.get(number)
        if order is not None:
            self.sort_by(order)
