"""Puts addresses right where the clerk looks at them last: each change can be undone."""

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject

from ui.places.send.address_form import AddressForm, SomebodyForm
from wibdesk.language import say
from wibdesk.services import mail_additions

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget

    from ui.panels.record_form import RecordForm
    from ui.places.send.to_send import ToSend
    from wibdesk.domain.mail_proposal import Addressee


class Addressing(QObject):
    """Opens the two forms beside the list and keeps what is typed there."""

    def __init__(self, part: "ToSend") -> None:
        super().__init__(part)
        self.part, self.context = part, part.context
        self.address, self.somebody = AddressForm(self.context.theme), SomebodyForm(self.context.theme)
        for form in (self.address, self.somebody):
            form.setParent(part)
            form.hide()
            form.cancelled.connect(part.close_page)
        self.address.saved.connect(self._keep)
        self.address.off.clicked.connect(self._take_off)
        self.somebody.saved.connect(self._add)
        part.letter.wished.connect(self.ask)

    def is_open(self) -> bool:
        """Say whether one of the forms is in sight."""
        shown: QWidget = self.part.halves.shown
        return shown in (self.address, self.somebody)

    def ask(self, who: "Addressee") -> None:
        """Ask for somebody's address."""
        self.address.show_person(who)
        self._open(self.address)
        self.address.start()

    def ask_for_more(self) -> None:
        """Ask for somebody else who is to get it."""
        if self.part.outgoing.read is not None:
            self._open(self.somebody)
            self.somebody.start_afresh()

    def _open(self, form: "RecordForm") -> None:
        self.part.halves.open_page(form)
        self.part.keys_changed.emit()

    def _keep(self) -> None:
        who, read = self.address.who, self.part.outgoing.read
        if who is None or read is None or not self.address.sound():
            return
        self.context.operations.write_once(
            mail_additions.give_address, read.meeting.id, who, self.address.address.text(), once=who.name,
            undo=say("Address of {who} kept", who=who.name), then=lambda _: self.part.close_page(),
        )  # fmt: skip

    def _take_off(self) -> None:
        who, read = self.address.who, self.part.outgoing.read
        if who is not None and read is not None:
            self.context.operations.write_once(
                mail_additions.take_off, read.meeting.id, who, once=who.name,
                undo=say("{who} taken off the distribution list", who=who.name), then=lambda _: self.part.close_page(),
            )  # fmt: skip

    def _add(self) -> None:
        read = self.part.outgoing.read
        if read is None or not self.somebody.sound():
            return
        new = self.somebody.read(read.meeting.body.id)
        self.context.operations.write_once(
            mail_additions.add_somebody, read.meeting.id, new, once=new.address,
            undo=say("{new} added to the distribution list", new=new.name), then=lambda _: self.part.close_page(),
        )  # fmt: skip
