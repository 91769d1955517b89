"""How it stands with encryption: said plainly, with what it protects and what not, and what can be done."""

from collections import Counter
from collections.abc import Sequence
from pathlib import Path

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from ui.places.safe_keeping.moments import breakable
from ui.theme import Theme
from ui.widgets.button import Button
from ui.widgets.choice import Choice
from ui.widgets.labels import Icon, Label, Line, column, hold, row
from ui.widgets.pane import Rule
from wibdesk.language import counted, later, say, say_pairs
from wibdesk.settings import Settings

PLAIN = later("This register is not encrypted")
PLAIN_WORDS = later(
    "Whoever gets hold of this computer's disk, of the register's file or of a backup can read everything in it, "
    "private notes and what is exempt included."
)
LOCKED = later("This register is encrypted")
LOCKED_WORDS = later(
    "Its file, its backups and what is kept aside in trouble can be read with its passphrase or its recovery key "
    "alone. Where the paper with the recovery key is lost, change the passphrase: a new key is made."
)
PROTECTS = later(
    "It protects a computer, disk or stick that is lost or stolen, and a copy that reaches the wrong hands."
)
NOT_FROM = later(
    "It does not protect from somebody at this computer while the register is open, nor what left the desk: files "
    "saved as Word or PDF, printed pages, and plain copies made before. What a plain file held may lie on in free "
    "parts of the disk, above all on an SSD: no program can promise to remove that."
)
TIMES = (("5", later("5 minutes")), ("15", later("15 minutes")), ("60", later("1 hour")), ("0", later("Never")))


class PassphraseStanding(QWidget):
    """The words and buttons of the part while nothing is being set up; `times_picked` carries minutes."""

    times_picked = Signal(int)
    takes_letters = True  # nothing is typed here

    def __init__(self, theme: Theme, settings: Settings) -> None:
        super().__init__()
        self.theme = theme
        self.mark = Icon(theme, "lock", "muted", 24)
        self.heading = Label(theme, say(PLAIN), "heading", wrap=True)
        self.words = Label(theme, "", wrap=True)
        self.set_button = Button(theme, say("Set a passphrase…"), "primary", icon="key-round", key="P")
        self.change_button = Button(theme, say("Change the passphrase…"), icon="key-round", key="P")
        self.lock_button = Button(theme, say("Lock it now"), "primary", icon="lock", key="F12")
        self.remove_button = Button(theme, say("Remove the encryption…"), danger=True)
        self.times = Choice(theme, say_pairs(TIMES), _nearest(settings.now.lock_after), name=say("Locks itself after"))
        self.times.picked.connect(lambda value: self.times_picked.emit(int(value)))
        asked = Label(theme, say("Locks itself when nobody touches the desk for"), "strong", wrap=True)
        self.after = hold(column(theme, 6, asked, self.times, spacing=6))
        self.copies = Label(theme, "", wrap=True)
        self.encrypt_copies = Button(theme, say("Encrypt them too"), icon="lock")
        self.remove_copies = Button(theme, say("Remove them for good…"), icon="trash-2", danger=True)
        self.copies_box = hold(self._copies())
        self.copies_box.hide()
        self._lay_out()

    def show_standing(self, *, locked: bool, changeable: bool = True) -> None:
        """Say whether the register is encrypted, with the buttons that fit; a copy to read can only be locked."""
        self.mark.name, self.mark.ink = ("lock", "good") if locked else ("circle-alert", "warn")
        self.mark.restyle()
        self.heading.setText(say(LOCKED) if locked else say(PLAIN))
        self.words.setText(say(LOCKED_WORDS) if locked else say(PLAIN_WORDS))
        self.set_button.setVisible(changeable and not locked)
        for thing in (self.lock_button, self.after):
            thing.setVisible(locked)
        for button in (self.change_button, self.remove_button):
            button.setVisible(changeable and locked)
        if not locked:
            self.show_copies(())

    def show_copies(self, copies: Sequence[Path]) -> None:
        """Name the plain copies that there still are."""
        self.copies_box.setVisible(bool(copies))
        folders = Counter(path.parent for path in copies)
        lines = [
            say("{count} in “{folder}”", count=count, folder=breakable(str(folder)))
            for folder, count in folders.items()
        ]
        told = counted(
            len(copies),
            "{number:,} plain copy of this register can be read by anybody",
            "{number:,} plain copies of this register can be read by anybody",
        )
        self.copies.setText("\n".join((f"{told}:", *lines)))

    def first(self) -> QWidget:
        """Return the button that comes first."""
        return self.set_button if not self.set_button.isHidden() else self.lock_button

    def _copies(self) -> Line:
        theme = self.theme
        buttons = row(theme, self.encrypt_copies, self.remove_copies, None)
        mark = column(theme, Icon(theme, "triangle-alert", "warn", 20), None)
        return column(theme, 6, Rule(theme), 6, row(theme, mark, (self.copies, 1), spacing=12), buttons, spacing=8)

    def _lay_out(self) -> None:
        theme = self.theme
        said = column(theme, self.heading, self.words, spacing=4)
        buttons = column(
            theme, row(theme, self.set_button, None), row(theme, self.lock_button, self.change_button, None),
            row(theme, self.remove_button, None), spacing=6,
        )  # fmt: skip
        about = column(
            theme, 6, Rule(theme), 6, Label(theme, say("What it protects"), "strong"),
            Label(theme, say(PROTECTS), wrap=True), 4,
            Label(theme, say("What it does not protect"), "strong", wrap=True), Label(theme, say(NOT_FROM), wrap=True),
            spacing=4,
        )  # fmt: skip
        head = row(theme, column(theme, self.mark, None), (said, 1), spacing=12)
        self.setLayout(column(theme, head, buttons, self.after, self.copies_box, about, None, spacing=12))


def _nearest(minutes: int) -> str:
    """Return the choice nearest to a number of minutes that a settings file may hold."""
    return "0" if minutes <= 0 else min(("5", "15", "60"), key=lambda choice: abs(int(choice) - minutes))
