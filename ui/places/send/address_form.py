"""Somebody who is to get something: an address given or put right, or a new line of the distribution list."""

from collections.abc import Iterable

from ui.panels.record_form import RecordForm
from ui.theme import Theme
from ui.widgets.button import Button
from ui.widgets.fields import DropField, Field, LineField
from wibdesk.domain.mail import MailKind, MailRecipient
from wibdesk.domain.mail_addresses import checked_address
from wibdesk.domain.mail_proposal import Addressee
from wibdesk.errors import UserError
from wibdesk.language import later, say, say_pairs

GETS = (
    (MailKind.MINUTES.value, later("The minutes, Word and PDF")),
    (MailKind.PUBLIC.value, later("The public PDF only")),
)
KEPT = later("It is kept on the roster, or where they are listed, and used from now on.")
WIDTH = 440  # of the forms, a length of the design
LIST = (later("Distribution list"), later("Public version"))


class AddressForm(RecordForm):
    """The address of one person, who is there already; `who` is that person."""

    def __init__(self, theme: Theme) -> None:
        super().__init__(theme, "", say("Keep the address"), cancel=say("Back to the list"))
        self.set_ground("sheet")
        self.set_width(WIDTH)
        self.who: Addressee | None = None
        self.address = LineField(theme, hint="name@example.org")
        self.address_field = self.add(say("E-mail address"), self.address, say(KEPT))
        self.off = Button(theme, say("Take off the distribution list"), "plain", icon="user-x", danger=True)
        self.add_widget(self.off)

    def show_person(self, who: Addressee) -> None:
        """Ask for the address of somebody."""
        self.who = who
        self.set_heading(
            say("Address of {who}", who=who.name) if who.address else say("{who} has no e-mail address", who=who.name)
        )
        self.address.setText(who.address)
        self.off.setVisible(who.why in map(say, LIST))
        self.clear_trouble()

    def faults(self) -> Iterable[tuple[Field, str]]:
        """Return what is wrong with the address."""
        return [(self.address_field, address_fault(self.address.text()))]


class SomebodyForm(RecordForm):
    """A new line of the distribution list."""

    def __init__(self, theme: Theme) -> None:
        super().__init__(
            theme, say("Somebody else on the distribution list"), say("Add to the list"), cancel=say("Back to the list")
        )
        self.set_ground("sheet")
        self.set_width(WIDTH)
        self.name, self.address, self.gets = LineField(theme), LineField(theme), DropField(theme, say_pairs(GETS))
        self.name_field = self.add(say("Name"), self.name)
        self.address_field = self.add(say("E-mail address"), self.address)
        self.add(
            say("Gets"), self.gets, say("After every meeting of this body. Who gets the minutes by the roster stays.")
        )

    def start_afresh(self) -> None:
        """Empty the fields for somebody new."""
        self.name.clear()
        self.address.clear()
        self.clear_trouble()
        self.start()

    def faults(self) -> Iterable[tuple[Field, str]]:
        """Return what is missing or wrong."""
        missing = "" if self.name.text().strip() else say("Type the name.")
        return [(self.name_field, missing), (self.address_field, address_fault(self.address.text()))]

    def read(self, body_id: str) -> MailRecipient:
        """Return the line as typed."""
        gets = MailKind(self.gets.chosen())
        return MailRecipient(body_id, self.name.text().strip(), self.address.text().strip(), gets)


def address_fault(written: str) -> str:
    """Return what is wrong with an address, in words; empty where it will do."""
    try:
        checked_address(written)
    except UserError as error:
        return str(error)
    return ""
