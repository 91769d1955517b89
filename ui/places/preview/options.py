"""What else is asked of a few documents: of which item, in which order, of how many meetings."""

from collections.abc import Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from ui.places.preview.offers import ACTIONS, REGISTER
from ui.places.preview.papers import Order
from ui.theme import Theme
from ui.widgets.fields import DropField, Field
from ui.widgets.labels import column
from wibdesk.domain.agenda import Item
from wibdesk.language import later, say, say_pairs

BY = (
    ("due", later("When it is due")),
    ("owner", later("Owner")),
    ("organisation", later("Organisation")),
    ("meeting", later("Meeting")),
)
LAST = (3, 6, 12, 24)


class Options(QWidget):
    """`item_picked`, `by_picked` and `last_picked` carry what was chosen."""

    item_picked = Signal(str)
    by_picked = Signal(str)
    last_picked = Signal(str)

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self.item, self.by, self.last = (
            DropField(theme),
            DropField(theme, say_pairs(BY)),
            DropField(theme, [(str(n), say("Last {count} meetings", count=n)) for n in LAST]),
        )
        self.item_field = Field(theme, say("Item"), self.item)
        self.by_field = Field(theme, say("Grouped by"), self.by)
        self.last_field = Field(theme, say("Meetings"), self.last)
        fields = (self.item_field, self.by_field, self.last_field)
        self.setLayout(column(theme, *fields, spacing=8, margins=(20, 0, 18, 10)))
        self.item.picked.connect(self.item_picked)
        self.by.picked.connect(self.by_picked)
        self.last.picked.connect(self.last_picked)

    def show_order(self, order: Order, by: str, last: int) -> None:
        """Show what this document asks for, chosen as it is; most ask for nothing."""
        items, item = order.items(), order.item
        if items and item is not None:
            self.item.set_options(_named(items), item.id)
        self.by.choose(by)
        self.last.choose(str(last))
        shown = (bool(items), order.kind.name == ACTIONS, order.kind.name == REGISTER)
        for field, on in zip((self.item_field, self.by_field, self.last_field), shown, strict=True):
            field.setVisible(on)
        self.setVisible(any(shown))


def _named(items: Sequence[Item]) -> list[tuple[str, str]]:
    return [(item.id, f"{item.number}  {item.title}" if item.number else item.title) for item in items]
