"""One message of the outbox or the record: to whom, how far it is, and its words, to read."""

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt

from ui.places.send.letter import MEASURE, file_line
from ui.theme import Theme
from ui.widgets.button import Button
from ui.widgets.fields import Field, LineField
from ui.widgets.labels import Label, column, hold, row
from ui.widgets.pane import Pane, Rule, Scroll
from wibdesk.domain.dates import short_date
from wibdesk.domain.mail import MailFile, MailMessage, MailState, MailWay
from wibdesk.language import say

if TYPE_CHECKING:
    from collections.abc import Sequence
    from datetime import datetime

ICONS = {
    MailState.WAITING: ("clock", "muted"),
    MailState.HANDING: ("send", "accent"),
    MailState.HELD: ("circle-help", "warn"),
    MailState.REFUSED: ("octagon-alert", "bad"),
    MailState.SENT: ("circle-check", "good"),
    MailState.CANCELLED: ("x", "muted"),
    MailState.DRAFTED: ("mail", "muted"),
}
"""The icon of each state and its tone."""


class Detail(Pane):
    """The message chosen beside it; its buttons are shown where they do something."""

    def __init__(self, theme: Theme) -> None:
        super().__init__(theme, "sheet", "l")
        self.heading = Label(theme, "", "heading", wrap=True)
        self.state = Label(theme, "", "strong", wrap=True)
        self.trouble = Label(theme, "", "body", wrap=True)
        self.of = Label(theme, "", "small", "muted", wrap=True)
        self.again = Button(theme, say("Send again"), icon="repeat", key="G")
        self.arrived = Button(theme, say("It arrived"), icon="check", key="I")
        self.back = Button(theme, say("Take it back"), icon="x", key="Del")
        self.address = LineField(theme)
        self.address_field = Field(theme, say("Another address"), self.address)
        self.subject = Label(theme, "", "strong", wrap=True)
        self.words = Label(theme, "", "minutes", wrap=True)
        self.words.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        self.words.setFocusPolicy(Qt.FocusPolicy.NoFocus)  # of the mouse alone, not a stop that no key leads to
        self.files = column(theme, spacing=4)
        buttons = row(theme, self.again, self.arrived, self.back, None)
        parts = (self.heading, self.of, self.state, self.trouble, self.address_field, buttons, Rule(theme),
                 self.subject, hold(self.files), self.words, None)  # fmt: skip
        self.page = hold(column(theme, *parts, spacing=10, margins=(28, 16, 28, 24)))
        self.setLayout(column(theme, (Scroll(self.page), 1), spacing=0))
        self.setAccessibleName(say("The message"))
        theme.changed.connect(self.measure)
        self.measure()
        self.page.hide()

    def show_message(
        self, message: MailMessage | None, of: str = "", files: "Sequence[MailFile]" = (), *, settles: bool = False
    ) -> None:
        """Show a message, or nothing; `of` says of which meeting it is, `settles` lets the buttons act."""
        self.page.setVisible(message is not None)
        if message is None:
            return
        state, held = message.state, message.state is MailState.HELD
        self.heading.setText(f"{message.name}  {message.address}".strip())
        self.of.setText(of)
        self.of.setVisible(bool(of))
        self.state.setText(state_words(message))
        self.state.set_colour(ICONS[state][1] if state in (MailState.HELD, MailState.REFUSED) else "ink")
        self.trouble.setText(message.trouble or "")
        self.trouble.setVisible(bool(message.trouble))
        put_off = state is MailState.WAITING and message.next_try is not None
        self.again.set_words(say("Try it now") if put_off else say("Send again"))
        self.again.setVisible(settles and (put_off or state in (MailState.HELD, MailState.REFUSED)))
        self.arrived.setVisible(settles and held)
        self.back.setVisible(settles and state in (MailState.WAITING, MailState.HELD, MailState.REFUSED))
        self.address_field.setVisible(settles and state is MailState.REFUSED)
        self.address.setText(message.address)
        self.address_field.set_trouble()
        self.subject.setText(message.subject)
        self.words.setText(message.words)
        self._show_files(files)

    def measure(self) -> None:
        """Keep the measure of the page at the text size in force."""
        self.page.setMaximumWidth(self.theme.px(MEASURE))

    def _show_files(self, files: "Sequence[MailFile]") -> None:
        while (item := self.files.takeAt(0)) is not None:
            if (widget := item.widget()) is not None:
                widget.hide()
                widget.deleteLater()
        for file in files:
            self.files.addWidget(hold(file_line(self.theme, file.name, len(file.data))))


def state_words(message: MailMessage) -> str:
    """Return how far a message is and since when, on one line."""
    words = message.state.words
    if message.state is MailState.DRAFTED and message.way is MailWay.FILE:
        words = say("Saved as a file")
    if message.settled_at is not None:
        return say("{words} on {moment}", words=words, moment=moment(message.settled_at))
    if message.state is MailState.WAITING and message.next_try is not None:
        return say(
            "{words}, to be tried again at {next_try:%H:%M}", words=words, next_try=message.next_try.astimezone()
        )
    return words


def moment(at: "datetime") -> str:
    """Return a time of UTC as the clerk's day and time: `1 September 2026, 10:31`."""
    here = at.astimezone()
    return f"{short_date(here.date())}, {here:%H:%M}"
