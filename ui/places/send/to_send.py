"""Who gets what of a meeting, with the chosen message in full beside it."""

from dataclasses import replace
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from ui.places.send.addressing import Addressing
from ui.places.send.halves import Halves
from ui.places.send.letter import Letter
from ui.places.send.outgoing import Outgoing
from ui.places.send.rows import COLUMNS, mail_rows
from ui.tables import Table
from ui.widgets.empty import Empty
from ui.widgets.labels import column
from ui.widgets.pane import Pane
from wibdesk.domain.mail_proposal import Addressee, ProposedMail
from wibdesk.language import say

if TYPE_CHECKING:
    from ui.context import Context
    from ui.places.send.chosen import Chosen
    from ui.places.send.reading import SendReading
    from wibdesk.mail_papers import MailPapers


class ToSend(QWidget):
    """`counted` comes when something else is to be sent than before, `keys_changed` when other keys act."""

    counted = Signal()
    keys_changed = Signal()

    def __init__(self, context: "Context") -> None:
        super().__init__()
        theme, self.context = context.theme, context
        self.outgoing, self.trouble = Outgoing(), ""
        self.table = Table(theme, COLUMNS, say("Who gets what"), height=52, edge=18)
        self.empty = Empty(theme, "", "", edge=18)
        self.letter = Letter(theme)
        listed = Pane(theme, "panel")
        listed.setLayout(column(theme, self.empty, (self.table, 1), spacing=0))
        self.halves = Halves(theme, listed, self.letter)
        self.addressing = Addressing(self)
        outer = QVBoxLayout(self)
        outer.setContentsMargins(0, 0, 0, 0)
        outer.addWidget(self.halves)
        self.halves.settled.connect(self.counted)
        self.table.chosen.connect(self._chosen)
        self.letter.edited.connect(self._edited)
        self.letter.turned.connect(lambda key: self.choose(self.outgoing.chosen.turned(key)))

    def keys(self) -> list[tuple[str, str]]:
        """Return the keys of the list, or of what is open beside it."""
        last = ("Ctrl K", say("any command"))
        if self.addressing.is_open():
            return [("Tab", say("next")), ("Ctrl Enter", say("keep it")), ("Esc", say("back to the list")), last]
        if self.letter.isAncestorOf(self.focusWidget() or self.table):
            return [("Tab", say("next")), ("F2", say("put an address right")), ("Esc", say("back to the list")), last]
        return [
            ("↑ ↓", say("message")), ("X", say("leave out")), ("E", say("edit words")), ("L", say("addresses")),
            ("A", say("add somebody")),
            ("O", say("outbox")), ("T", say("templates")), ("Esc", say("back")), last,
        ]  # fmt: skip

    def start(self) -> None:
        """Give the keyboard to the list."""
        self.table.setFocus(Qt.FocusReason.OtherFocusReason)

    def panels(self) -> list[QWidget]:
        """Return the list and the message."""
        return [self.table, self.letter.subject]

    def forget(self) -> None:
        """Begin with another meeting."""
        self.outgoing, self.trouble = Outgoing(), ""
        self.close_page()

    def show_reading(self, read: "SendReading") -> None:
        """Show what was read; the files are made where there are none of these minutes."""
        self.outgoing = self.outgoing.with_reading(read)
        if self.outgoing.papers is None:
            self.trouble = ""
            self.context.tasks.run(_papers, read, on_done=self._have_papers, on_error=self._no_papers)
        self.show_rows()

    def show_nothing(self, heading: str, why: str) -> None:
        """Say why there is nothing to send."""
        self.outgoing = Outgoing()
        self.table.set_rows(())
        self.empty.say(heading, why)
        self.empty.show()
        self.letter.show_nobody()
        self.counted.emit()

    def show_gone(self, error: BaseException) -> None:
        """Say that the meeting is not there."""
        self.show_nothing(say("This meeting is not there any more"), str(error))

    def mail(self) -> ProposedMail | None:
        """Return the chosen mail."""
        row = self.table.current_row()
        return row.data if row is not None and isinstance(row.data, ProposedMail) else None

    def lacking(self) -> Addressee | None:
        """Return the chosen person without an address."""
        row = self.table.current_row()
        return row.data if row is not None and isinstance(row.data, Addressee) else None

    def choose(self, chosen: "Chosen") -> None:
        """Take over what the clerk chose, and show it."""
        self.outgoing = replace(self.outgoing, chosen=chosen)
        self.show_rows()

    def show_rows(self) -> None:
        """Lay the rows out again."""
        read = self.outgoing.read
        if read is None:
            return
        self.table.set_rows(mail_rows(read.proposal, self.outgoing.chosen))
        if self.table.current_row() is None:
            self.table.choose_first()
        self.empty.setVisible(not self.table.table_model.rows)
        self.empty.say(say("Nobody to send to"), say("Nobody of this body has an e-mail address yet. A adds somebody."))
        self.counted.emit()
        self.show_letter()

    def show_letter(self) -> None:
        """Show the chosen message in full, or ask for the address that is missing."""
        mail, lacking = self.mail(), self.lacking()
        if lacking is not None:
            why = say("Enter gives one, and it is kept. Without one nothing is sent to them.")
            self.letter.show_nobody(say("{lacking} has no e-mail address", lacking=lacking.name), why)
        elif mail is None:
            self.letter.show_nobody()
        else:
            remarks = self.outgoing.papers.remarks if self.outgoing.papers is not None else ()
            self.letter.show_mail(mail, self.outgoing.chosen, self.outgoing.files_of(mail), remarks)
        self.keys_changed.emit()

    def close_page(self) -> None:
        """Go back to the list."""
        self.halves.close_page()
        self.start()
        self.show_rows()

    def _chosen(self) -> None:
        if not self.addressing.is_open():
            self.show_letter()

    def _edited(self, key: str, subject: str, words: str) -> None:
        self.outgoing = replace(self.outgoing, chosen=self.outgoing.chosen.with_words(key, subject, words))

    def _have_papers(self, made: "tuple[SendReading, MailPapers]") -> None:
        read, papers = made
        now = self.outgoing.read
        if now is not None and read.gathered.material == now.gathered.material:
            self.outgoing = replace(self.outgoing, papers=papers)
            self.counted.emit()
            self.show_letter()

    def _no_papers(self, error: BaseException) -> None:
        self.trouble = str(error)
        self.counted.emit()


def _papers(read: "SendReading") -> "tuple[SendReading, MailPapers]":
    # The writers of Word and PDF: this screen only asks for them on a worker.
    from wibdesk.mail_papers import mail_papers  # noqa: PLC0415

    return read, mail_papers(read.gathered, read.proposal.mails)
