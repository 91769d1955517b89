"""The ways in which a paper goes out, always in sight: Word first, PDF and print beside it, other formats below."""

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal

from ui.places.preview.protection import LOCKABLE, Protection
from ui.theme import Theme
from ui.widgets.button import Button
from ui.widgets.labels import Label, column, hold, row
from ui.widgets.pane import Pane
from wibdesk.language import later, say

FORMATS = {
    "docx": later("Word", "the program"), "pdf": "PDF", "html": later("web page"), "txt": later("plain text"),
    "xlsx": later("spreadsheet"), "csv": "CSV",
    "ics": later("calendar"), "json": "JSON",
}  # fmt: skip
"""The endings of files in the clerk's words; one that is not here is called by its ending."""
KEYS = {"docx": "W", "pdf": "P", "html": "H", "txt": "T", "xlsx": "X", "csv": "D", "ics": "I", "json": "J"}
EVERY = ("docx", "pdf", "html", "txt")
"""What every paper can be saved as."""


class WaysOut(Pane):
    """`save_wished` carries the ending of the file that is wished."""

    takes_letters = True
    save_wished = Signal(str)

    def __init__(self, theme: Theme) -> None:
        super().__init__(theme, "panel", "lt")
        self.buttons = {ending: self._button(theme, ending) for ending in FORMATS}
        self.print_button = Button(theme, say("Print"), icon="printer")
        self.saved = Label(theme, "", "small", "ink", wrap=True)
        self.file_button = Button(theme, say("Open the file"), "quiet", key="Ctrl O")
        self.folder_button = Button(theme, say("Folder"), "quiet")
        self.folder_button.setAccessibleName(say("Open the folder"))
        b = self.buttons
        self.protection = Protection(theme)
        self.protection.button.clicked.connect(self._fit_formats)
        self.protection.again.taken.connect(self._go_on)
        self.allowed, self.endings = True, tuple[str, ...](EVERY)
        self.done = hold(
            column(theme, self.saved, row(theme, self.file_button, self.folder_button, None, spacing=0), spacing=2)
        )
        self.setLayout(
            column(
                theme,
                self.done,
                self.protection,
                row(theme, b["docx"], None),
                row(theme, b["pdf"], self.print_button, None, spacing=6),
                row(theme, b["html"], b["txt"], None, spacing=0),
                row(theme, b["xlsx"], b["csv"], None, spacing=0),
                row(theme, b["ics"], b["json"], None, spacing=0),
                spacing=4, margins=(18, 12, 12, 12),
            )
        )  # fmt: skip
        self.done.hide()
        self._fit_formats()

    def offer(self, endings: Sequence[str]) -> None:
        """Offer these formats."""
        self.endings = tuple(endings)
        self._fit_formats()

    def allow(self, allowed: bool) -> None:
        """Let the paper go out, or not."""
        self.allowed = allowed
        self._fit_formats()

    def forget_password(self) -> None:
        """Forget the password, as after a file was saved with it."""
        self.protection.forget()
        self._fit_formats()

    def say_saved(self, words: str, tone: str = "ink") -> None:
        """Say what was saved, with the ways to open it; nothing puts both away."""
        self.saved.setText(words)
        self.saved.set_colour(tone)
        self.done.setVisible(bool(words))

    def _go_on(self) -> None:
        """Go from the password to the first format that it can lock."""
        first = next((button for button in self.buttons.values() if not button.isHidden()), None)
        if first is not None:
            first.setFocus(Qt.FocusReason.OtherFocusReason)

    def _fit_formats(self) -> None:
        """Offer only what can carry a password while one is wished."""
        locks = self.protection.opened
        for ending, button in self.buttons.items():
            button.setVisible(ending in self.endings and (not locks or ending in LOCKABLE))
            button.setEnabled(self.allowed)
        self.print_button.setVisible(not locks)
        self.print_button.setEnabled(self.allowed)

    def _button(self, theme: Theme, ending: str) -> Button:
        words, key = say("Save as {formats}", formats=say(FORMATS[ending])), KEYS[ending]
        if ending in ("docx", "pdf"):
            button = Button(theme, words, "primary" if ending == "docx" else "plain", icon="file-down", key=key)
        else:
            name = say(FORMATS[ending])
            button = Button(theme, f"{name[0].upper()}{name[1:]}", "quiet", key=key)
            button.setAccessibleName(words)
        button.clicked.connect(lambda: self.save_wished.emit(ending))
        return button
