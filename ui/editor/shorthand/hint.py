"""A faint word in the margin that a sentence sounds like an action; it says so once and does nothing."""

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt

from ui.theme import Theme
from ui.widgets.labels import Label
from wibdesk.language import later, say

if TYPE_CHECKING:
    from PySide6.QtCore import QRectF

    from ui.editor.sheet_view import SheetView

WORDS = later("/a makes it an action")


class Hint(Label):
    """Lies in the margin beside the first line of a paragraph until something is typed."""

    def __init__(self, theme: Theme, view: "SheetView") -> None:
        super().__init__(theme, say(WORDS), "caption", "faint", wrap=True)
        self.view = view
        self.given: set[str] = set()
        self.setParent(view.viewport())
        self.setAlignment(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignTop)
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self.hide()

    def give(self, entry_id: str, line: "QRectF") -> None:
        """Stand in the margin beside the first line of a paragraph that had no hint yet."""
        if entry_id in self.given:
            return
        self.given.add(entry_id)
        t = self.theme
        wide = self.view.edge - t.px(14)
        self.setGeometry(0, round(line.top()) + t.px(5), wide, self.heightForWidth(wide))
        self.show()
