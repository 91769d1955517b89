"""The record: who was sent what of a meeting, when, and what became of it."""

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from ui.cells import Plain
from ui.commands import Command
from ui.places.send.detail import ICONS, Detail, moment, state_words
from ui.places.send.halves import Halves
from ui.places.send.rows import Who
from ui.tables import Column, Table, TableRow
from ui.widgets.empty import Empty
from ui.widgets.labels import column
from ui.widgets.pane import Pane
from wibdesk.domain.mail import MailWay
from wibdesk.language import later, say

if TYPE_CHECKING:
    from ui.context import Context
    from wibdesk.domain.mail import Mailing, MailMessage

WAYS = {MailWay.SMTP: later("by the desk"), MailWay.DRAFT: later("as drafts"), MailWay.FILE: later("as files")}
NONE = later("Who was sent what of this meeting, and when, is kept here from the first message on.")


class SentPart(QWidget):
    """Every message of the meeting, the newest mailing first; `left` goes back to what is to be sent."""

    left = Signal()
    keys_changed = Signal()

    def __init__(self, context: "Context") -> None:
        super().__init__()
        theme = context.theme
        self.table = Table(theme, (Column(later("Who was sent what")),), say("Who was sent what"), height=52, edge=18)
        self.empty = Empty(theme, say("Nothing sent yet"), say(NONE), edge=18)
        self.detail = Detail(theme)
        listed = Pane(theme, "panel")
        listed.setLayout(column(theme, self.empty, (self.table, 1), spacing=0))
        self.halves = Halves(theme, listed, self.detail)
        outer = QVBoxLayout(self)
        outer.setContentsMargins(0, 0, 0, 0)
        outer.addWidget(self.halves)
        to_list = Command("sent-list", say("Back to the list"), ("Esc",), later("sent"), self.to_list, listed=False)
        context.commands.add(self, to_list)
        self.table.chosen.connect(self.show_message)
        self.table.opened.connect(lambda _: self.halves.open_page())

    def keys(self) -> list[tuple[str, str]]:
        """Return the keys of the list."""
        return [
            ("↑ ↓", say("message")),
            ("Enter", say("read it")),
            ("Esc", say("back")),
            ("Ctrl K", say("any command")),
        ]

    def start(self) -> None:
        """Give the keyboard to the list."""
        self.table.setFocus(Qt.FocusReason.OtherFocusReason)

    def panels(self) -> list[QWidget]:
        """Return the list."""
        return [self.table]

    def show_record(self, sent: "tuple[Mailing, ...]") -> None:
        """Show the mailings of a meeting, newest first."""
        rows: list[TableRow] = []
        for mailing in sent:
            ways = {message.way for message in mailing.messages}
            head = f"{moment(mailing.at)}, {say(' and ').join(say(WAYS[way]) for way in WAYS if way in ways)}"
            rows.append(TableRow(row_id=mailing.id, cells=(Plain(head, role="small_strong"),), group=True))
            rows += [_row(mailing, message) for message in mailing.messages]
        self.table.set_rows(rows)
        self.empty.setVisible(not rows)
        if self.table.current_row() is None:
            self.table.choose_first()
        self.show_message()

    def show_message(self) -> None:
        """Show the chosen message beside the list."""
        row = self.table.current_row()
        if row is None:
            self.detail.show_message(None)
            return
        mailing, message = row.data
        self.detail.show_message(message, files=[file for file in mailing.files if file.id in message.files])

    def to_list(self) -> None:
        """Go back to the list, from there to what is to be sent."""
        if self.halves.asked:
            self.halves.close_page()
            self.start()
        else:
            self.left.emit()


def _short(mailing: "Mailing", message: "MailMessage") -> str:
    """Return how far a message is; the time alone on the day of its mailing."""
    at = message.settled_at.astimezone() if message.settled_at is not None else None
    if at is None or at.date() != mailing.at.astimezone().date():
        return state_words(message)
    return f"{message.state.words}, {at:%H:%M}"


def _row(mailing: "Mailing", message: "MailMessage") -> TableRow:
    icon, tone = ICONS[message.state]
    cell = Who(message.name or message.address, _short(mailing, message), icon, tone)
    sentence = f"{cell.first}, {message.address}, {message.kind.words}, {state_words(message)}"
    return TableRow(row_id=message.id, cells=(cell,), sentence=sentence, data=(mailing, message))
