"""The recovery key, large and in groups: first it goes to paper, then one group is typed back from there."""

import secrets
from collections.abc import Callable
from typing import TYPE_CHECKING

from PySide6.QtCore import QRectF, QSize, Qt, Signal
from PySide6.QtGui import QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from ui import paint
from ui.theme import Theme
from ui.widgets.button import Button
from ui.widgets.fields import LineField, field
from ui.widgets.labels import Label, column, hold, row
from wibdesk.language import later, say

if TYPE_CHECKING:
    from wibdesk.safety.new_passphrases import NewKey

CELL, HIGH = 132, 44  # of a group, lengths of the design
WHY = later(
    "Whoever has this key can open the register without the passphrase, and without both nobody can, not even those "
    "who made WIBDesk. Put it on paper and keep it where you keep keys."
)
NOT_YET = later("Nothing is encrypted yet: that happens once you have the key on paper and typed one group of it back.")
HIDDEN = "····"


class Groups(QWidget):
    """The groups of the key in a grid, each with its number; hidden while one is asked for."""

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self.setProperty("kept_free", True)  # no toast lies over it
        self.theme = theme
        self.groups: tuple[str, ...] = ()
        self.hidden = False
        policy = QSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        theme.changed.connect(self._fit)

    def show_groups(self, groups: tuple[str, ...], *, hidden: bool = False) -> None:
        """Show these groups, or dots in their place."""
        self.groups, self.hidden = groups, hidden
        said = ", ".join(f"{n}: {' '.join(group)}" for n, group in enumerate(groups, 1))
        self.setAccessibleName(
            say("Recovery key, hidden") if hidden or not groups else say("Recovery key. {said}", said=said)
        )
        self._fit()
        self.update()

    def sizeHint(self) -> QSize:
        """Return room for the groups four abreast."""
        return QSize(self.theme.px(4 * CELL), self.heightForWidth(self.theme.px(4 * CELL)))

    def heightForWidth(self, width: int) -> int:
        """Return the height when so many groups fit abreast."""
        return -(-max(len(self.groups), 1) // self._across(width)) * self.theme.px(HIGH)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Keep room for every group, however few fit abreast."""
        super().resizeEvent(event)
        self._fit()

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint each group in its cell, its number small before it."""
        t, p, across = self.theme, QPainter(self), self._across(self.width())
        for n, group in enumerate(self.groups):
            cell = QRectF(n % across * t.px(CELL), n // across * t.px(HIGH), t.px(CELL - 8), t.px(HIGH - 8))
            paint.box(p, cell, t.panel, t.line_strong, t.px(5))
            number = cell.adjusted(t.px(9), 0, 0, 0)
            paint.text(p, t, number, str(n + 1), "caption", "muted")
            words = cell.adjusted(t.px(32), 0, -t.px(4), 0)
            paint.text(p, t, words, HIDDEN if self.hidden else group, "title")
        if self.hasFocus():
            paint.focus_ring(p, t, QRectF(self.rect()), 5)

    def _fit(self) -> None:
        self.setMinimumHeight(self.heightForWidth(self.width()))

    def _across(self, width: int) -> int:
        return max(min(width // self.theme.px(CELL), 4), 1)


class RecoveryPage(QWidget):
    """`confirmed` once the group asked for was typed as printed; `put_away` when the clerk would rather not.

    `step_changed` when the key is shown or one group of it is asked for.
    """

    confirmed = Signal()
    put_away = Signal()
    step_changed = Signal()
    takes_letters = True  # what is typed here goes into a field, which keeps its letters to itself

    def __init__(self, theme: Theme, *, choose: Callable[[int], int] = secrets.randbelow) -> None:
        super().__init__()
        self.choose = choose
        self.new: NewKey | None = None
        self.asked = 0
        self.groups = Groups(theme)
        self.print_button = Button(theme, say("Print it…"), icon="printer", key="P")
        self.save_button = Button(theme, say("Save it as PDF…"), icon="file-down", key="S")
        self.copy_button = Button(theme, say("Copy it"), "quiet", icon="copy")
        self.ready_button = Button(theme, say("I have it on paper"), "primary", key="I")
        self.back_button, self.leave_button = (Button(theme, say("Do not encrypt"), key="Esc") for _ in range(2))
        self.line = LineField(theme)
        self.field = field(theme, say("Group 1, as on the paper"), self.line)
        self.force_button = Button(theme, say("Encrypt this register"), "primary", icon="lock", key="Enter")
        self.again_button = Button(theme, say("Show the key again"), "plain")
        self.remark = Label(theme, "", "small", "muted", wrap=True)
        self.showing = hold(
            column(theme, row(theme, self.print_button, self.save_button, self.copy_button, None), self.remark, 4,
                   row(theme, self.ready_button, self.back_button, None), spacing=8)
        )  # fmt: skip
        self.asking = hold(
            column(theme, row(theme, self.field, None),
                   row(theme, self.force_button, self.leave_button, None),
                   row(theme, self.again_button, None), spacing=10)
        )  # fmt: skip
        self.setLayout(
            column(
                theme, Label(theme, say(WHY), wrap=True), Label(theme, say(NOT_YET), "small", "muted", wrap=True),
                self.groups,
                self.showing, self.asking, None,
                spacing=12,
            )
        )  # fmt: skip
        self._connect()

    def start(self, new: "NewKey") -> None:
        """Show a new key."""
        self.new = new
        self.remark.setText("")
        self.remark.hide()
        self.show_key()

    def show_key(self) -> None:
        """Show the groups, to be put on paper."""
        if self.new is None:
            return
        self.groups.show_groups(self.new.groups)
        self.asking.hide()
        self.showing.show()
        self.line.clear()
        self.print_button.setFocus(Qt.FocusReason.OtherFocusReason)
        self.step_changed.emit()

    def ask_group(self) -> None:
        """Hide the groups and ask for one of them from the paper."""
        if self.new is None:
            return
        groups = self.new.groups
        self.asked = self.choose(len(groups))
        self.groups.show_groups(groups, hidden=True)
        self.field.caption.setText(say("Group {asked}, as on the paper", asked=self.asked + 1))
        self.line.setAccessibleName(self.field.caption.text())
        self.field.set_trouble()
        self.showing.hide()
        self.asking.show()
        self.line.clear()
        self.line.setFocus(Qt.FocusReason.OtherFocusReason)
        self.step_changed.emit()

    def say(self, words: str) -> None:
        """Say what became of the key on its way to paper."""
        self.remark.setText(words)
        self.remark.setVisible(bool(words))

    def forget(self) -> None:
        """Forget the key."""
        self.new = None
        self.groups.show_groups(())
        self.line.clear()

    def _take(self) -> None:
        # It brings the database with it; by now it is there.
        from wibdesk.safety.new_passphrases import same_group  # noqa: PLC0415  (as said above)

        if self.new is None:
            return
        if same_group(self.line.text(), self.new.groups[self.asked]):
            self.confirmed.emit()
            return
        self.field.set_trouble(
            say("That is not group {asked}: compare it with the paper and type it again.", asked=self.asked + 1)
        )
        self.line.selectAll()
        self.line.setFocus(Qt.FocusReason.OtherFocusReason)

    def _connect(self) -> None:
        self.ready_button.clicked.connect(self.ask_group)
        self.again_button.clicked.connect(self.show_key)
        for button in (self.back_button, self.leave_button):
            button.clicked.connect(self.put_away)
        self.line.returnPressed.connect(self._take)
        self.force_button.clicked.connect(self._take)
