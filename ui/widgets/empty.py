"""The empty state: why there is nothing here, and the one key or button that fills it. No picture."""

from collections.abc import Sequence

from PySide6.QtWidgets import QWidget

from ui.theme import Theme
from ui.widgets.button import Button
from ui.widgets.key_bar import Keys
from ui.widgets.labels import Label, column, row


class Empty(QWidget):
    """A heading, a reason, and what to do about it; `edge` is that of the page it stands on."""

    def __init__(
        self,
        theme: Theme,
        heading: str,
        why: str,
        *,
        keys: Sequence[tuple[str, str]] = (),
        button: Button | None = None,
        edge: float = 16,
    ) -> None:
        super().__init__()
        self.heading = Label(theme, heading, "heading", wrap=True)
        self.why = Label(theme, why, "body", "muted", wrap=True)
        parts = [self.heading, self.why]
        ways = [thing for thing in (button, Keys(theme, keys) if keys else None) if thing is not None]
        lines = [row(theme, *ways, None)] if ways else []
        self.setLayout(column(theme, *parts, *lines, None, spacing=6, margins=(edge, 14, edge, 14)))

    def say(self, heading: str, why: str) -> None:
        """Give another heading and reason."""
        self.heading.setText(heading)
        self.why.setText(why)
