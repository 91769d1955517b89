"""Where list, settings and sample stand: side by side, or one at a time under tabs where it is narrow."""

from PySide6.QtWidgets import QHBoxLayout, QWidget

from ui.panels.register_place import stacked
from ui.theme import Theme
from ui.widgets.labels import column, hold
from ui.widgets.pane import Pane
from ui.widgets.tabs import Tabs
from ui.widgets.title_bar import TitleBar
from wibdesk.language import later, say, say_pairs

LIST, SETTINGS, SAMPLE = "list", "settings", "sample"
VIEWS = ((LIST, later("Styles")), (SETTINGS, later("Settings")), (SAMPLE, later("Sample page")))
LIST_WIDTH = {"wide": 296, "standard": 268, "compact": 240}
MIDDLE_WIDTH = {"wide": 420, "standard": 372, "compact": 322}
ROOM = 16_777_215  # Qt's own word for as wide as you like


class HouseStyleLayout:
    """Lays the parts out by the width of the window; `single` says that one part has the whole place."""

    def __init__(self, place: QWidget, theme: Theme) -> None:
        self.place, self.theme, self.single = place, theme, False
        self.tabs = Tabs(theme, say_pairs(VIEWS), name=say("Parts of the house style"))
        self.parts: dict[str, QWidget] = {}
        self.tabs.currentChanged.connect(lambda _: self.settle())

    def hold(self, *, head: TitleBar, choices: Pane, middle: Pane, sample: QWidget) -> None:
        """Take the parts."""
        self.head, self.choices, self.middle = head, choices, middle
        self.parts = {LIST: choices, SETTINGS: middle, SAMPLE: sample}
        body = QHBoxLayout()
        body.setContentsMargins(0, 0, 0, 0)
        body.setSpacing(0)
        for part in self.parts.values():
            body.addWidget(part, 1 if part is sample else 0)
        self.tab_line = hold(column(self.theme, self.tabs, margins=(20, 6, 20, 0)))
        ground = Pane(self.theme, "sheet")
        ground.setLayout(stacked(head, self.tab_line, _widget(body), fill=2))
        self.place.setLayout(stacked(ground))

    def show_part(self, part: str) -> None:
        """Bring a part to the front where only one has room."""
        self.tabs.choose(part)
        self.settle()

    def settle(self) -> None:
        """Lay out for the width of the window."""
        tier = self.theme.tier(self.place.window().width())
        self.single = tier == "single"
        self.head.setVisible(not self.single)
        self.tab_line.setVisible(self.single)
        for name, part in self.parts.items():
            part.setVisible(not self.single or name == self.tabs.current())
        _set_width(self.choices, LIST_WIDTH.get(tier))
        _set_width(self.middle, MIDDLE_WIDTH.get(tier))


def _set_width(pane: Pane, width: float | None) -> None:
    if width is None:
        pane.setMinimumWidth(0)
        pane.setMaximumWidth(ROOM)
    pane.set_width(width)


def _widget(layout: QHBoxLayout) -> QWidget:
    widget = QWidget()
    widget.setLayout(layout)
    return widget
