"""What the clerk can do with what is to be sent: each key and its command."""

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Qt

from ui.commands import Command
from ui.place import Where
from ui.places.send.chosen import key_of
from wibdesk.language import say
from wibdesk.services import mailings

if TYPE_CHECKING:
    from ui.places.send.place import SendPlace

WHERE = "send"


class SendActs(QObject):
    """Runs the commands on the message that is chosen, and on all of them."""

    def __init__(self, place: "SendPlace") -> None:
        super().__init__(place)
        self.place, self.part, self.context = place, place.to_send, place.context
        self._register_list()
        self._register_place()
        self.part.table.opened.connect(self.open)
        self.part.letter.put_back.connect(self.put_back)

    def turn(self) -> None:
        """Leave the chosen message out, or take it in again."""
        mail = self.part.mail()
        if mail is not None:
            self.part.choose(self.part.outgoing.chosen.turned(key_of(mail)))

    def edit(self) -> None:
        """Go to the words of the chosen message."""
        self.part.halves.open_page()
        self.part.letter.start_words()

    def open(self) -> None:
        """Go to the chosen message, or ask for the address that is missing."""
        lacking = self.part.lacking()
        if lacking is not None:
            self.part.addressing.ask(lacking)
            return
        self.part.halves.open_page()
        self.part.letter.subject.setFocus(Qt.FocusReason.OtherFocusReason)

    def look(self) -> None:
        """Show every address of the chosen message, and go there; a second time folds them away."""
        people = self.part.letter.people
        if len(people.people) == 1:
            self.correct()
            return
        self.part.halves.open_page()
        people.turn()
        (people.ticks[0] if people.ticks else people.line).setFocus(Qt.FocusReason.OtherFocusReason)

    def correct(self) -> None:
        """Put the address of the chosen person right; where there are several, show them first."""
        mail, lacking = self.part.mail(), self.part.lacking()
        if lacking is not None:
            self.part.addressing.ask(lacking)
        elif mail is not None and len(mail.to) == 1:
            self.part.addressing.ask(mail.to[0])
        elif mail is not None and not self.part.letter.people.unfolded:
            self.look()

    def put_back(self) -> None:
        """Take the words of the template again."""
        mail = self.part.mail()
        if mail is not None:
            self.part.choose(self.part.outgoing.chosen.without_words(key_of(mail)))
            self.part.start()

    def circulate(self) -> None:
        """Note that the minutes went round."""
        if self.place.may_circulate():
            words = say("Minutes noted as circulated")
            self.context.operations.write_once(mailings.mark_circulated, self.place.meeting_id, undo=words)

    def back(self) -> None:
        """Go back to where the clerk came from."""
        self.context.go(self.place.came_from, Where(meeting_id=self.place.meeting_id or None))

    def _register_list(self) -> None:
        place, going, mail = self.place, self.place.going, lambda: self.part.mail() is not None
        self.context.commands.add(
            self.part.table,
            Command("send-leave-out", say("Leave the message out, or take it in"), ("X",), WHERE, self.turn, "x",
                when=mail),
            Command("send-edit", say("Change the words of the message"), ("E",), WHERE, self.edit, "pencil", when=mail),
            Command("send-look", say("Look at the addresses"), ("L",), WHERE, self.look, "users", when=mail),
            Command("send-correct", say("Put the address right"), ("F2",), WHERE, self.correct, "pencil"),
            Command("send-add", say("Add somebody to the list"), ("A",), WHERE, self.part.addressing.ask_for_more,
                    "user-plus"),
            Command("send-again", say("Take the words of the template again"), ("R",), WHERE, self.put_back, when=mail),
            Command("send-files", say("Save the messages as files"), ("F",), WHERE, going.save_files, "folder-open"),
            Command("send-desk", say("Let the desk send the messages"), ("S",), WHERE, going.send, "send"),
            Command("send-outbox", say("Look at the outbox"), ("O",), WHERE, partial(place.show_part, "outbox"),
                "upload"),
            Command("send-record", say("Look at what was sent"), ("H",), WHERE, partial(place.show_part, "sent"),
                "history"),
            Command("send-templates", say("Change the templates"), ("T",), WHERE,
                partial(place.show_part, "templates")),
            Command("send-account", say("Mail account"), ("M",), WHERE, partial(place.show_part, "account"),
                "settings"),
            Command("send-back", say("Back to where you came from"), ("Esc",), WHERE, self.back, listed=False),
        )  # fmt: skip

    def _register_place(self) -> None:
        place, part = self.place, self.part
        drafts = Command("send-drafts", say("Open the messages as drafts in the mail program"), ("Ctrl Enter",), WHERE,
                         place.going.open_drafts, "mail")  # fmt: skip
        self.context.commands.add(part.table, drafts)
        circulated = Command("send-circulated", say("Note that the minutes are circulated"), ("Alt C",), WHERE,
                             self.circulate, "check", when=place.may_circulate)  # fmt: skip
        self.context.commands.add(place, circulated)
        to_list = Command("send-list", say("Back to the list"), ("Esc",), WHERE, part.close_page, listed=False)
        letter = Command("send-letter-drafts", drafts.words, ("Ctrl Enter",), WHERE, drafts.run, listed=False)
        self.context.commands.add(part.letter, to_list, letter)
