"""The page of a locked register: its passphrase is asked for in the window, and nothing of the register shows."""

from collections.abc import Callable
from typing import TYPE_CHECKING, ClassVar

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QLineEdit, QWidget

from ui.commands import Command
from ui.panels.middle import in_the_middle
from ui.place import Place, Where
from ui.widgets.button import Button
from ui.widgets.fields import LineField, field
from ui.widgets.labels import Icon, Label, column, row
from wibdesk.language import later, say

if TYPE_CHECKING:
    from ui.context import Context

MEASURE = 520
FREE_TRIES = 5
"""Wrong passphrases before each further one costs a wait."""
LONGEST_WAIT = 60
NOTE = later("Capital and small letters count. The recovery key that was printed opens it too.")


def wait_after(wrong: int) -> int:
    """Return the seconds to wait after so many wrong passphrases: none at first, then longer each time."""
    return 0 if wrong < FREE_TRIES else min(5 * 2 ** (wrong - FREE_TRIES), LONGEST_WAIT)


class LockPlace(Place):
    """`typed` carries the passphrase or the recovery key; `refuse` says below the field what was wrong with it."""

    place_id: ClassVar[str] = "locked"
    word: ClassVar[str] = "locked"
    icon: ClassVar[str] = "lock"
    typed = Signal(str)
    leaving = Signal()
    restore_wished = Signal()

    def __init__(self, context: "Context", *, wait: Callable[[int], int] = wait_after) -> None:
        super().__init__(context)
        theme, self.wait_after = context.theme, wait
        self.wrong = self.left = 0
        self.line = LineField(theme)
        self.line.setEchoMode(QLineEdit.EchoMode.Password)
        self.line.setMaxLength(1000)
        # What is typed here is no word for the system's spelling and suggestions.
        secret = Qt.InputMethodHint.ImhSensitiveData | Qt.InputMethodHint.ImhNoPredictiveText
        self.line.setInputMethodHints(secret | Qt.InputMethodHint.ImhNoAutoUppercase)
        self.field = field(theme, say("Passphrase"), self.line, say(NOTE))
        self.show_typed = Button(theme, say("Show what I type"), "plain", key="Alt S")
        self.unlock = Button(theme, say("Unlock the register"), "primary", key="Enter")
        self.close_button = Button(theme, say("Close WIBDesk"), "quiet", key="Alt C")
        self.restore = Button(theme, say("Restore a backup…"), "quiet", key="Alt B")
        self.clock = QTimer(self)
        self.clock.setInterval(1000)
        self.clock.timeout.connect(self.tick)
        self._lay_out()
        self._listen()

    def ask(self) -> None:
        """Ask afresh: the field empty, what is typed hidden."""
        self._hide(True)
        self.line.clear()
        self.field.set_trouble()
        self._settle()

    def busy(self) -> None:
        """Say that the register is being opened."""
        self.unlock.setEnabled(False)
        self.unlock.set_words(say("Opening the register"))

    def hold(self, words: str) -> None:
        """Say below the field why it cannot be opened yet, whatever is typed."""
        self.field.set_trouble(words)
        self.context.messages.announce(words, urgent=True)

    def refuse(self, words: str) -> None:
        """Say below the field what was wrong, the caret back in it; after a few times with a wait."""
        self.wrong += 1
        self.left = self.wait_after(self.wrong)
        self.field.set_trouble(words)
        self.context.messages.announce(words, urgent=True)
        self.restore.setVisible(self.wrong >= FREE_TRIES)
        if self.left:
            self.clock.start()
        self._settle()
        self.line.selectAll()
        self.line.setFocus(Qt.FocusReason.OtherFocusReason)

    def tick(self) -> None:
        """Count the wait down."""
        self.left = max(self.left - 1, 0)
        if not self.left:
            self.clock.stop()
        self._settle()

    def title(self) -> str:
        """Return nothing of the register."""
        return say("Locked")

    def keys(self) -> list[tuple[str, str]]:
        """Return the keys of the page."""
        return [
            ("Enter", say("unlock")),
            ("Alt S", say("show what I type")),
            ("Alt C", say("close")),
            ("Ctrl +", say("larger text")),
        ]

    def enter(self, where: Where) -> None:
        """Give the keyboard to the passphrase."""
        self.ask()
        self.line.setFocus(Qt.FocusReason.OtherFocusReason)

    def leave(self) -> None:
        """Forget what was typed."""
        self.line.clear()
        self.wrong = self.left = 0
        self.clock.stop()

    def shows_rail(self) -> bool:
        """Keep the rail away: there is no place to go to."""
        return False

    def panels(self) -> list[QWidget]:
        """Return the passphrase as one panel."""
        return [self.line]

    def restyle(self) -> None:
        """Keep the measure of the page at the text size in force."""
        self.card.setMaximumWidth(self.context.theme.px(MEASURE))

    def showEvent(self, event: QShowEvent) -> None:
        """Take the keyboard once the page stands."""
        super().showEvent(event)
        self.line.setFocus(Qt.FocusReason.OtherFocusReason)

    def _lay_out(self) -> None:
        theme = self.context.theme
        head = row(theme, Icon(theme, "lock", "accent", 24), (Label(theme, say("This register is locked"), "title"), 1))
        why = say("Everything in it is encrypted. Type the passphrase to go on where you were.")
        self.card = QWidget()
        self.card.setLayout(
            column(
                theme,
                None,
                Label(theme, "WIBDesk", "strong", "muted"),
                head,
                Label(theme, why, "body", "muted", wrap=True),
                8,
                self.field,
                4,
                row(theme, self.unlock, self.show_typed, None),
                row(theme, self.close_button, self.restore, None),
                None,
                None,
                spacing=10,
                margins=(20, 20, 20, 20),
            )
        )
        self.restore.hide()
        self.setLayout(in_the_middle(theme, self.card))
        theme.changed.connect(self.restyle)
        self.restyle()

    def _listen(self) -> None:
        self.line.returnPressed.connect(self._send)
        self.line.textChanged.connect(self._settle)
        self.unlock.clicked.connect(self._send)
        self.show_typed.clicked.connect(lambda: self._hide(self.line.echoMode() is QLineEdit.EchoMode.Normal))
        self.close_button.clicked.connect(self.leaving)
        self.restore.clicked.connect(self.restore_wished)
        self.context.commands.add(
            self,
            Command("show-passphrase", say("Show what I type"), ("Alt S",), later("this page"),
                self.show_typed.click, "keyboard"),
            Command("close-locked", say("Close WIBDesk"), ("Alt C",), later("this page"), self.close_button.click, "x"),
            Command(
                "restore-locked", say("Restore a backup"), ("Alt B",), later("this page"), self.restore.click,
                "history",
                when=self.restore.isVisible,
            ),
        )  # fmt: skip

    def _hide(self, hidden: bool) -> None:
        self.line.setEchoMode(QLineEdit.EchoMode.Password if hidden else QLineEdit.EchoMode.Normal)
        self.show_typed.set_words(say("Show what I type") if hidden else say("Hide what I type"))

    def _settle(self) -> None:
        self.unlock.setEnabled(bool(self.line.text().strip()) and not self.left)
        self.unlock.set_words(say("Wait {left} seconds", left=self.left) if self.left else say("Unlock the register"))

    def _send(self) -> None:
        if self.unlock.isEnabled():
            self.typed.emit(self.line.text())
