"""The ways in which messages leave: drafts in the mail program, files in a folder, or the desk's own outbox."""

import atexit
import shutil
import tempfile
import threading
from collections.abc import Callable, Mapping
from datetime import UTC
from functools import cache, partial
from pathlib import Path
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QFileDialog

from wibdesk.domain.mail import MailWay
from wibdesk.domain.mail_checks import LIMIT_MB
from wibdesk.language import counted, say
from wibdesk.services import mailings

if TYPE_CHECKING:
    from datetime import date

    from ui.places.send.place import SendPlace
    from wibdesk.delivery.drafts import Draft
    from wibdesk.domain.mail import Mailing


class GoingOut(QObject):
    """Makes a mailing of what is chosen, keeps it in the register, and then lets it leave."""

    def __init__(self, place: "SendPlace") -> None:
        super().__init__(place)
        self.place, self.context = place, place.context

    def open_drafts(self) -> None:
        """Open what is chosen as drafts in the clerk's mail program, once the clerk has said so."""
        number, program = len(self.place.outgoing.mails()), self.place.program
        if not program:
            words = say("Save the messages as files, or let the desk send them.")
            self.context.messages.trouble(say("No mail program was found"), words, tone="warn", source="send")
            return
        heading = counted(
            number, "Open {number} draft in {program}?", "Open {number} drafts in {program}?", program=program
        )
        words = " ".join(
            filter(None, (say("You look at each there and send it yourself."), self.place.outgoing.repeats()))
        )
        self._ask(heading, words, say("Open them"), self._draft)

    def save_files(self) -> None:
        """Ask for a folder, and save what is chosen as message files in it."""
        if not self.place.outgoing.is_ready():
            return
        start = self.context.settings.now.export_folder or str(Path.home())
        dialog = QFileDialog(self.place, say("Save the messages as files"), start)
        dialog.setFileMode(QFileDialog.FileMode.Directory)
        dialog.fileSelected.connect(self._save)
        dialog.finished.connect(dialog.deleteLater)
        dialog.open()

    def send(self) -> None:
        """Let the desk send what is chosen, once the clerk has said so; first it needs an account."""
        sending = self.context.delivering
        if sending is None or not sending.is_set_up():
            self.place.show_part("account")
            self.place.account.say(say("The desk sends by a mail account: name it here, then press S again."))
            return
        self.ask_to_send()

    def ask_to_send(self) -> None:
        """Ask whether what is chosen leaves now: nothing does without that answer."""
        outgoing = self.place.outgoing
        number = outgoing.message_count()
        heading = counted(number, "Send {number} message?", "Send {number} messages?")
        words = say(
            "{question} Without a network they wait in the outbox and go by themselves later.",
            question=outgoing.question(),
        )
        self._ask(heading, words, say("Send them"), self._send)

    def _ask(self, heading: str, words: str, act: str, run: Callable[[], None]) -> None:
        if self.place.outgoing.is_ready():
            self.context.messages.ask(heading, words, safe=say("Not yet"), act=act, run=run)

    def _draft(self) -> None:
        self._keep(MailWay.DRAFT, self._open)

    def _save(self, folder: str) -> None:
        self._keep(MailWay.FILE, partial(self._write, Path(folder)))

    def _send(self) -> None:
        self._keep(MailWay.SMTP, self._waits)

    def _keep(self, way: MailWay, then: "Callable[[Mailing], None]") -> None:
        outgoing, mail = self.place.outgoing, self.context.settings.now.mail
        mailing = outgoing.mailing(way, self.context.desk.now().astimezone(UTC))
        if mailing is None or outgoing.papers is None:
            return
        self.context.operations.write_once(
            mailings.keep_mailing, mailing, sender=str(mail.get("from_address", "")), limit_mb=_limit(mail),
            exports=outgoing.papers.exports, once=self.place.meeting_id, then=then,
        )  # fmt: skip

    def _open(self, mailing: "Mailing") -> None:
        self.context.tasks.run(_drafts, mailing, on_done=self._open_each)

    def _open_each(self, drafts: "tuple[Draft, ...]") -> None:
        folder = Path(tempfile.mkdtemp(dir=_draft_folder()))
        self.context.tasks.run(_open_all, drafts, folder, on_done=self._opened)

    def _opened(self, number: int) -> None:
        self.context.messages.say(
            counted(
                number,
                "{number} draft opened in {program}",
                "{number} drafts opened in {program}",
                program=self.place.program,
            )
        )
        self.place.back_to_list()

    def _write(self, folder: Path, mailing: "Mailing") -> None:
        read = self.place.outgoing.read
        if read is None:
            return
        meeting = read.meeting
        self.context.settings.change(export_folder=str(folder))
        self.context.tasks.run(
            _save_all, mailing, folder, meeting.body.name, meeting.details.date, on_done=partial(self._written, folder)
        )

    def _written(self, folder: Path, number: int) -> None:
        self.context.messages.say(
            counted(
                number,
                "{number} message file saved in {folder}",
                "{number} message files saved in {folder}",
                folder=folder.name,
            )
        )
        self.place.back_to_list()

    def _waits(self, mailing: "Mailing") -> None:
        number = len(mailing.messages)
        self.context.messages.say(
            counted(number, "{number} message put into the outbox", "{number} messages put into the outbox")
        )
        self.place.back_to_list()
        self.place.show_part("outbox")


@cache
def _draft_folder() -> Path:
    """Return a folder that only the clerk can read, for the files of drafts.

    It stays until the desk ends, also while the register is locked: a mail program reads them when the draft is sent.
    """
    folder = Path(tempfile.mkdtemp(prefix="wibdesk-"))
    atexit.register(shutil.rmtree, folder, ignore_errors=True)
    return folder


def _limit(mail: "Mapping[str, Any]") -> float:
    """Return the megabytes that one message may take."""
    try:
        return float(mail.get("limit_mb") or LIMIT_MB)
    except ValueError:
        return LIMIT_MB


def _drafts(mailing: "Mailing") -> "tuple[Draft, ...]":
    # The writers of messages are only needed by who sends.
    from wibdesk.delivery.drafts import drafts_of  # noqa: PLC0415

    return drafts_of(mailing)


def _open_all(drafts: "tuple[Draft, ...]", folder: Path) -> int:
    from wibdesk.delivery.drafts import open_draft  # noqa: PLC0415 - as above

    for number, draft in enumerate(drafts, 1):
        own = folder / str(number)
        own.mkdir()
        process = open_draft(draft, own)
        if process is not None:
            # It may run for as long as the clerk writes; its end is taken note of, so that nothing of it is left.
            threading.Thread(target=process.wait, name=say("mail program"), daemon=True).start()
    return len(drafts)


def _save_all(mailing: "Mailing", folder: Path, body: str, day: "date | None") -> int:
    from wibdesk.delivery.drafts import drafts_of, save_drafts  # noqa: PLC0415 - as above

    return len(save_drafts(drafts_of(mailing), folder, body, day))
