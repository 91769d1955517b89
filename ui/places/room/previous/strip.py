"""The strip over the item on the last minutes: approve them, correct them, defer them, and then mark them approved."""

from typing import TYPE_CHECKING

from PySide6.QtCore import Signal

from ui.commands import Command
from ui.places.room.folding import FoldingStrip
from ui.widgets.button import Button
from ui.widgets.labels import Icon, Label, column, row
from wibdesk.language import later, say

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget

    from ui.commands import Commands
    from ui.theme import Theme


class MinutesStrip(FoldingStrip):
    """Shown while the item on the sheet is that on the minutes; a letter works while the keyboard is in the strip."""

    narrow = 640
    takes_letters = True
    approve_wished = Signal()
    amend_wished = Signal()
    defer_wished = Signal()
    mark_wished = Signal()
    left = Signal()

    def __init__(self, theme: "Theme", commands: "Commands") -> None:
        super().__init__(theme)
        self.words = Label(theme, "", "strong", wrap=True)
        self.more = Label(theme, "", "small", "muted", wrap=True)
        self.approve = Button(theme, say("Approve"), icon="check", key="A")
        self.amend = Button(theme, say("Correct"), icon="pencil", key="C")
        self.defer = Button(theme, say("Defer"), key="D")
        self.mark = Button(theme, say("Mark them approved"), icon="lock", key="M")
        self.buttons = (self.approve, self.amend, self.defer, self.mark)
        wishes = (self.approve_wished, self.amend_wished, self.defer_wished, self.mark_wished)
        for button, wish in zip(self.buttons, wishes, strict=True):
            button.clicked.connect(wish)
        said = column(theme, self.words, self.more, spacing=1)
        self.lay_out(row(theme, Icon(theme, "book-open"), (said, 1), spacing=10), *self.buttons)
        commands.add(self, *(self._command(button) for button in self.buttons),
                     Command("previous.leave", say("Back to the sentence"), ("Esc",), later("last minutes"),
                         self.left.emit,
                             listed=False))  # fmt: skip
        self.hide()

    def offer(self, day: str) -> None:
        """Offer what can be done with the minutes of that day."""
        self._show(say("The minutes of {day}", day=day), say("Ctrl M, then one key."), 3)

    def offer_mark(self, day: str) -> None:
        """Offer to mark minutes approved that this meeting approved."""
        self._show(
            say("The minutes of {day} are recorded as approved here, and still a draft themselves.", day=day),
            say("Marking them approved makes them read-only, with a checksum."), 0,
        )  # fmt: skip

    def stop(self) -> "QWidget | None":
        """Return the first button that can be pressed, None while the strip is away."""
        if self.isHidden():
            return None
        return next((button for button in self.buttons if not button.isHidden()), None)

    def _show(self, words: str, more: str, deciding: int) -> None:
        self.words.setText(words)
        self.more.setText(more)
        for number, button in enumerate(self.buttons):
            button.setVisible((number < deciding) if deciding else number == len(self.buttons) - 1)
        self.setAccessibleName(f"{words} {more}")
        self.show()

    def _command(self, button: Button) -> Command:
        return Command(
            f"previous.{button.key}", say("{text}: the last minutes", text=button.text()), (button.key,),
            later("last minutes"),
            button.click, listed=False, when=lambda: not button.isHidden(),
        )  # fmt: skip
