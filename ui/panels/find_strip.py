"""The strip above a list: a field to find with, filters, and the count at the right."""

from collections.abc import Sequence
from typing import TYPE_CHECKING, cast

from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtWidgets import QSizePolicy, QWidget

from ui.theme import Theme
from ui.widgets.fields import LineField
from ui.widgets.labels import Label, row
from ui.widgets.pane import Pane
from wibdesk.language import say

if TYPE_CHECKING:
    from PySide6.QtGui import QKeyEvent, QPaintEvent, QResizeEvent


EDGES, GAP = 52, 16  # at both ends of the strip, and before each filter: lengths of the design


class Count(Label):
    """How much is shown; whole or not at all, for a part of a number is another number."""

    all_or_nothing = True

    def paintEvent(self, event: "QPaintEvent") -> None:
        """Paint it where it has the room."""
        if self.width() >= self.sizeHint().width():
            super().paintEvent(event)


class FindStrip(Pane):
    """`changed` while words are typed; `left` when the keyboard should go to the list; `reached` as it comes or goes.

    Down and Enter go to the list with the words kept, Esc clears them. Without `always` it hides while it is empty.
    """

    changed = Signal()
    left = Signal()
    reached = Signal()

    def __init__(self, theme: Theme, hint: str, *, filters: Sequence[QWidget] = (), always: bool = False) -> None:
        super().__init__(theme, "sheet", height=52)
        self.always, self.filters = always, filters
        self.field = LineField(theme, hint=hint, icon="search", key="/")
        self.field.setAccessibleName(hint)
        self.field.installEventFilter(self)
        self.field.textChanged.connect(self.changed)
        self.count = Count(theme, "", "small", "muted")
        policy = QSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Preferred)
        policy.setRetainSizeWhenHidden(True)
        self.count.setSizePolicy(policy)
        self.count.setAlignment(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
        self.setLayout(row(theme, self.field, *filters, (self.count, 1), margins=(28, 8, 24, 8)))
        if not always:
            self.hide()

    def keys(self) -> list[tuple[str, str]]:
        """Return the pairs for the foot of the window while the field has the keyboard; none while it has not."""
        found = [("Enter", say("to the list")), ("Esc", say("show all")), ("Ctrl K", say("any command"))]
        return found if self.field.hasFocus() else []

    def words(self) -> str:
        """Return the words to find, without blanks about them."""
        return self.field.text().strip()

    def start(self) -> None:
        """Show the field and give it the keyboard."""
        self.show()
        self.field.setFocus(Qt.FocusReason.ShortcutFocusReason)
        self.field.selectAll()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Go to the list on Down and Enter; clear on Esc."""
        if event.type() == QEvent.Type.KeyPress:
            return self._key(cast("QKeyEvent", event))
        if event.type() in (QEvent.Type.FocusIn, QEvent.Type.FocusOut):
            self.reached.emit()
        return super().eventFilter(watched, event)

    def resizeEvent(self, event: "QResizeEvent") -> None:
        """Give the field a third of the strip, or what the filters leave of a narrow one."""
        super().resizeEvent(event)
        px, taken = self.theme.px, sum(f.sizeHint().width() for f in self.filters if not f.isHidden())
        left = self.width() - px(EDGES) - taken - px(GAP) * len(self.filters)
        self.field.setFixedWidth(min(px(300), max(self.width() // 2, left)))
        self.count.setVisible(self.width() / self.theme.scale > 640)

    def _key(self, event: "QKeyEvent") -> bool:
        if event.key() == Qt.Key.Key_Escape:
            self.field.clear()
        elif event.key() not in (Qt.Key.Key_Down, Qt.Key.Key_Return, Qt.Key.Key_Enter) or event.modifiers():
            return False
        self.setVisible(self.always or bool(self.words()))
        self.left.emit()
        return True
