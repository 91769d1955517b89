"""The head of a place: its title, a quiet second line, and its buttons at the right."""

from collections.abc import Sequence

from PySide6.QtWidgets import QLayout, QWidget

from ui.theme import Theme
from ui.widgets.labels import Label, Thing, column, hold, row
from ui.widgets.pane import Pane
from ui.widgets.toast import KEPT_FREE


class TitleBar(Pane):
    """Title, second line and buttons; `below` is what else belongs to the head, such as tabs."""

    def __init__(
        self,
        theme: Theme,
        title: str,
        sub: str = "",
        *,
        buttons: Sequence[QWidget] = (),
        below: QWidget | QLayout | None = None,
    ) -> None:
        super().__init__(theme, "sheet")
        self.title = Label(theme, title, "title", wrap=False)
        self.title.setMinimumWidth(1)
        self.title.setProperty(KEPT_FREE, True)
        self.sub = Label(theme, sub, "small", "muted")
        self.sub.setMinimumWidth(1)
        if not sub:  # shown before it has a parent, it would be a window of its own for a moment
            self.sub.hide()
        words = column(theme, self.title, self.sub, spacing=2)
        tools = hold(row(theme, (words, 1), *buttons, spacing=8))
        parts: list[Thing] = [tools] if below is None else [tools, below]
        self.setLayout(column(theme, *parts, spacing=10, margins=(28, 20, 24, 0 if below is not None else 12)))

    def set_words(self, title: str, sub: str = "") -> None:
        """Show another title and second line."""
        self.title.setText(title)
        self.sub.setText(sub)
        self.sub.setVisible(bool(sub))
