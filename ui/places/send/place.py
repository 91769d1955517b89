"""The Send place: who gets what of a meeting, the outbox, the record, the templates and the mail account."""

from typing import TYPE_CHECKING, ClassVar, cast

from PySide6.QtWidgets import QApplication, QStackedWidget, QWidget

from ui.panels.page import Page
from ui.panels.register_place import RegisterPlace
from ui.place import Where
from ui.places.send.account import AccountPart
from ui.places.send.acts import SendActs
from ui.places.send.going_out import GoingOut
from ui.places.send.outbox import OutboxPart
from ui.places.send.reading import SendReading, read_sending
from ui.places.send.sent import SentPart
from ui.places.send.templates import TemplatesPart
from ui.places.send.to_send import ToSend
from ui.widgets.banner import Banner
from ui.widgets.button import Button
from ui.widgets.labels import column, hold
from ui.widgets.tabs import Tabs
from wibdesk.changes import ACTIONS, AGENDA, ATTENDANCE, BODIES, ENTRIES, MAIL, MEETINGS, PEOPLE, Changes
from wibdesk.domain.dates import short_date
from wibdesk.domain.mail import MailState
from wibdesk.domain.meetings import MinutesStatus
from wibdesk.language import counted, later, say, say_pairs
from wibdesk.services import mailings

if TYPE_CHECKING:
    from datetime import datetime

    from ui.context import Context
    from ui.places.send.outgoing import Outgoing
    from wibdesk.domain.mail_sending import OutboxLine

SHOWN = (ACTIONS, AGENDA, ATTENDANCE, BODIES, ENTRIES, MAIL, MEETINGS, PEOPLE)
VIEWS = (("to_send", later("To send")), ("outbox", later("Outbox")), ("sent", later("Sent")),
("templates", later("Templates")),
         ("account", later("Mail account")))  # fmt: skip
GONE = (MailState.SENT, MailState.DRAFTED)
NO_NAME = later("Nobody signs the messages yet")
NO_MEETING = later("Set up a body and hold its meeting: what it decided is sent from here.")


class SendPlace(RegisterPlace):
    """Nothing leaves by itself: the clerk looks at every address, and says so once."""

    place_id: ClassVar[str] = "send"
    word: ClassVar[str] = later("Send")
    icon: ClassVar[str] = "send"
    narrow_below = 760.0

    def __init__(self, context: "Context") -> None:
        super().__init__(context)
        theme = context.theme
        self.meeting_id, self.came_from, self.program = context.settings.now.last_meeting, "meetings", ""
        self.said = ("", "")
        self.to_send, self.outbox, self.sent = ToSend(context), OutboxPart(context), SentPart(context)
        self.templates, self.account = TemplatesPart(context), AccountPart(context)
        self.parts = {"to_send": self.to_send, "outbox": self.outbox, "sent": self.sent,
                      "templates": self.templates, "account": self.account}  # fmt: skip
        self.tabs = Tabs(theme, say_pairs(VIEWS), name=say("Parts of sending"))
        self.stack = QStackedWidget()
        self.stack.setMinimumHeight(1)  # a part that is not shown asks for no room
        for part in self.parts.values():
            self.stack.addWidget(part)
        self.name_button = Button(theme, say("Give my name"), icon="pencil", key="M")
        self.banner = Banner(theme, "", "", (self.name_button,), tone="warn")
        self.circulate_button = Button(theme, say("Note that they are circulated"), icon="check", key="Alt C")
        self.circulated = Banner(theme, "", "", (self.circulate_button,), tone="note")
        self.file_button = Button(theme, say("Save as files"), icon="folder-open", key="F")
        self.send_button = Button(theme, say("Send by the desk"), icon="send", key="S")
        self.draft_button = Button(theme, say("Open drafts"), "primary", icon="mail", key="Ctrl Enter")
        tabs = hold(column(theme, self.tabs, margins=(28, 0, 24, 0)))
        buttons = (self.file_button, self.send_button, self.draft_button)
        self.page = Page(theme, say("Send"), self.stack, buttons=buttons, strips=(tabs, self.banner, self.circulated))
        self.going = GoingOut(self)
        self.acts = SendActs(self)
        self._connect()

    @property
    def outgoing(self) -> "Outgoing":
        """What is to be sent."""
        return self.to_send.outgoing

    @property
    def part(self) -> "ToSend | OutboxPart | SentPart | TemplatesPart | AccountPart":
        """The part in sight."""
        return self.parts[self.tabs.current()]

    def keys(self) -> list[tuple[str, str]]:
        """Return the keys of the part in sight."""
        if self.tabs.hasFocus():
            return [("← →", say("another part")), ("Tab", say("into it")), ("Ctrl K", say("any command"))]
        return self.part.keys()

    def enter(self, where: Where) -> None:
        """Show who gets what of a meeting, or the part that the note names."""
        wanted = where.meeting_id or self.meeting_id or self.context.settings.now.last_meeting
        if wanted != self.meeting_id:
            self.to_send.forget()
        self.meeting_id = wanted
        before = self.context.settings.now.last_place
        self.came_from = before if before not in ("", self.place_id) else "meetings"
        if where.back:
            self.part.start()
        else:
            self.show_part(where.note if where.note in self.parts else "to_send")
        self.refresh()

    def leave(self) -> None:
        """Keep what was changed in a template."""
        self.templates.settle()

    def panels(self) -> list[QWidget]:
        """Return the tabs and what the part in sight has."""
        return [self.tabs, *self.part.panels()]

    def show_part(self, name: str) -> None:
        """Show one of the parts and give it the keyboard."""
        self.tabs.choose(name)
        self._switched()
        self.part.start()
        self.keys_changed.emit()

    def refresh(self) -> None:
        """Read again who gets what, what waits and what was sent."""
        read = self.context.operations.read
        read(mailings.outbox, then=self._show_outbox)
        if not self.meeting_id:
            self.to_send.show_nothing(say("No meeting yet"), say(NO_MEETING))
            return
        now: datetime = self.context.desk.now()
        clerk = self.context.settings.now.clerk
        read(read_sending, self.meeting_id, now, clerk, then=self._show, failed=self.to_send.show_gone)

    def may_circulate(self) -> bool:
        """Say whether something of draft minutes has left, so that they can be noted as circulated."""
        read = self.outgoing.read
        return bool(read is not None and read.sent and read.meeting.details.status is MinutesStatus.DRAFT)

    def back_to_list(self) -> None:
        """Look again at who gets what, as once something has left or a name was given."""
        self.show_part("to_send")
        self.to_send.close_page()
        self.refresh()

    def _show(self, read: SendReading) -> None:
        self.to_send.show_reading(read)
        details = read.meeting.details
        day = short_date(details.date) if details.date else details.date_as_written or details.ref
        self.said = (day, f"{read.meeting.body.name}, {day}")
        self.lay_again()
        self.sent.show_record(read.sent)
        self.templates.show_meeting(read.meeting.details.id, read.meeting.body.id)
        self._say()

    def lay_again(self) -> None:
        """Say of which meeting this is, as far as there is room."""
        self.page.set_words(say("Send"), self.said[0] if self.narrow else self.said[1])

    def _show_outbox(self, lines: "tuple[OutboxLine, ...]") -> None:
        self.outbox.show_lines(lines)
        self._say()

    def _say(self) -> None:
        """Say what to look at before it leaves, how much it is, and whether it can leave."""
        outgoing, here = self.outgoing, self.part is self.to_send
        drafts, messages = len(outgoing.mails()), outgoing.message_count()
        record = outgoing.read.sent if outgoing.read is not None else ()
        sent = sum(message.state in GONE for mailing in record for message in mailing.messages)
        waiting = sum(not row.group for row in self.outbox.table.table_model.rows)
        counts = {"to_send": messages, "outbox": waiting, "sent": sent}
        self.tabs.set_counts({name: count for name, count in counts.items() if count})
        heading, words = self._remarks()
        self.name_button.setVisible(heading == say(NO_NAME))
        self.banner.say(heading, words)
        self.banner.setVisible(here and bool(heading) and not self.to_send.halves.covered())
        self.circulated.say(
            say("Are these minutes circulated now?"), say("Something of them has left, and they say draft.")
        )
        self.circulated.setVisible(self.may_circulate() and self.tabs.current() in ("to_send", "outbox", "sent"))
        into = self.program if self.program == "Thunderbird" else ""  # a longer name has no room on a button
        words = say("Open {number} in {program}", number=drafts, program=into) if into else ""
        self.draft_button.set_words(words or counted(drafts, "Open {number} draft", "Open {number} drafts"))
        self.send_button.set_words(say("Send {messages} by the desk", messages=messages))
        for button in (self.file_button, self.send_button, self.draft_button):
            button.setEnabled(outgoing.is_ready())

    def _remarks(self) -> tuple[str, str]:
        if self.to_send.trouble:
            return say("The minutes cannot be made yet"), self.to_send.trouble
        read = self.outgoing.read
        if read is not None and read.proposal.remarks:
            words = " ".join(filter(None, (*read.proposal.remarks, self.outgoing.repeats())))
            return say("Look at this before it leaves"), words
        if repeats := self.outgoing.repeats():
            return say("Sent before"), say("{repeats} X leaves out who need not get it again.", repeats=repeats)
        if read is not None and not self.context.settings.now.clerk:
            return say(NO_NAME), say("Your name is not known yet: it signs every message.")
        return "", ""

    def _switched(self) -> None:
        if self.stack.currentWidget() is self.templates:
            self.templates.settle()
        self.stack.setCurrentWidget(self.part)
        to_send = self.part is self.to_send
        shown = (self.file_button, self.send_button, *((self.draft_button,) if self.program else ()))
        self.page.buttons = list(shown) if to_send else []
        for button in (self.file_button, self.send_button, self.draft_button):
            button.setVisible(button in self.page.buttons)
        if self.part is self.account:
            self.account.show_account()
        self.page.settle()
        self._say()
        self.keys_changed.emit()

    def _connect(self) -> None:
        self.fill(self.page)
        self.tabs.currentChanged.connect(self._switched)
        self.file_button.clicked.connect(self.going.save_files)
        self.send_button.clicked.connect(self.going.send)
        self.draft_button.clicked.connect(self.going.open_drafts)
        self.circulate_button.clicked.connect(self.acts.circulate)
        self.to_send.counted.connect(self._say)
        for part in self.parts.values():
            part.keys_changed.connect(self.keys_changed)
        for other in (self.outbox, self.sent, self.templates, self.account):
            other.left.connect(self.back_to_list)
        self.outbox.account_wished.connect(lambda: self.show_part("account"))
        self.name_button.clicked.connect(lambda: self.show_part("account"))
        self.context.events.changed.connect(self._changed)
        cast("QApplication", QApplication.instance()).focusChanged.connect(self.keys_changed)
        self.context.tasks.run(_program, on_done=self._know_program)

    def _know_program(self, program: str) -> None:
        self.program = program
        self._switched()

    def _changed(self, changes: Changes) -> None:
        if self.isVisible() and changes.touches(*SHOWN):
            self.refresh()


def _program() -> str:
    from wibdesk.delivery.drafts import mail_program  # noqa: PLC0415 - looks through the folders of programs

    return mail_program()
