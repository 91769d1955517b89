"""Messages as drafts: files that any mail program opens, and the clerk's own mail program opened on them.

Tested here: the files, and the commands on Linux with real programs in their places. Not tested here for want of the
systems: `open` on macOS, and on Windows Simple MAPI (classic Outlook, Thunderbird; see `windows_mail`).
"""

import re
import shutil
import subprocess
import sys
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from pathlib import Path

from wibdesk.delivery.message_text import Sender, draft_text
from wibdesk.documents.files import ExportRecord, proposed_name, save_export, write_file
from wibdesk.domain.mail import MailFile, Mailing, MailKind, MailMessage
from wibdesk.errors import UserError
from wibdesk.language import counted, later, say

Find = Callable[[str], str | None]
"""Gives the path of a program by its name; None where there is none."""
_WHAT = {
    MailKind.MINUTES: later("minutes to {person}"),
    MailKind.PUBLIC: later("public minutes to {person}"),
    MailKind.ACTIONS: later("actions to {person}"),
}
_ENDING_QUOTE = re.compile(r"'(?=,|\Z)")


@dataclass(frozen=True)
class Draft:
    """One draft: the messages with the same words and files, so that it goes to all of them."""

    messages: tuple[MailMessage, ...]
    files: tuple[MailFile, ...]
    text: bytes

    @property
    def title(self) -> str:
        """What it is and to whom, on one line."""
        first = self.messages[0]
        who = first.name
        if len(self.messages) > 1:
            who = counted(len(self.messages), "{number} person", "{number} people")
        return say(_WHAT[first.kind], person=who)


def drafts_of(mailing: Mailing, sender: Sender | None = None) -> tuple[Draft, ...]:
    """Return a mailing, with the bytes of its files, as drafts: one for all who get the same."""
    files = {file.id: file for file in mailing.files}
    groups: dict[tuple[object, ...], list[MailMessage]] = {}
    for message in mailing.messages:
        groups.setdefault((message.kind, message.subject, message.words, message.files), []).append(message)
    drafts = []
    for some in groups.values():
        enclosed = tuple(files[file_id] for file_id in some[0].files)
        drafts.append(Draft(tuple(some), enclosed, draft_text(some, enclosed, _local(mailing.at), sender)))
    return tuple(drafts)


def save_drafts(
    drafts: Sequence[Draft], folder: Path, body: str, day: date | None, *, record: ExportRecord | None = None
) -> tuple[Path, ...]:
    """Write each draft as an `.eml` file into the folder, numbered in order, and return where they are.

    Each name begins with the body and the day of the meeting. Never over a file that somebody changed; UserError says
    what stands in the way.
    """
    width = len(str(len(drafts)))
    names = (proposed_name(body, day, f"{n:0{width}} {draft.title}", "eml") for n, draft in enumerate(drafts, 1))
    return tuple(
        save_export(draft.text, folder, name, record=record).path for draft, name in zip(drafts, names, strict=True)
    )


def open_draft(
    draft: Draft, folder: Path, *, system: str = sys.platform, find: Find = shutil.which
) -> subprocess.Popen[bytes] | None:
    """Open a draft in the clerk's mail program, its files laid into the folder; do not wait for the program to end.

    `folder` is one that others cannot read, and stays until the mail program has taken the files. Returns the process,
    None where Windows took the draft by itself. UserError where there is no mail program, or it cannot be started.
    """
    paths = []
    for file in draft.files:
        path = folder / proposed_name(Path(file.name).stem, None, "", Path(file.name).suffix.removeprefix(".") or "bin")
        write_file(path, file.data)
        paths.append(path)
    eml = folder / proposed_name(draft.title, None, "", "eml")
    write_file(eml, draft.text)
    if system == "win32":
        # Loaded on Windows alone.
        from wibdesk.delivery.windows_mail import open_in_windows_mail  # noqa: PLC0415 - see above

        open_in_windows_mail(draft.messages, paths, eml)
        return None
    command = opening_command(draft.messages, paths, eml, system=system, find=find)
    try:
        # Nothing of it passes through a shell.
        return subprocess.Popen(  # noqa: S603 - see above
            command, stdin=subprocess.DEVNULL, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL
        )
    except OSError as error:
        raise UserError(
            say("{name} could not be started: save the messages as files instead.", name=Path(command[0]).name)
        ) from error


def opening_command(
    messages: Sequence[MailMessage], paths: Sequence[Path], eml: Path, *, system: str, find: Find = shutil.which
) -> list[str]:
    """Return the command that opens a new message with these words and files; UserError where no program can.

    Thunderbird takes any number of files; xdg-email hands them to whatever the desktop uses, of which some show only
    the first. On macOS the mail program opens the `.eml` file itself.
    """
    if system == "darwin":
        return ["open", str(eml)]
    if thunderbird := find("thunderbird"):
        return [thunderbird, "-compose", _compose(messages, paths)]
    if xdg_email := find("xdg-email"):
        attached = [word for path in paths for word in ("--attach", str(path))]
        to = [message.address for message in messages]
        first = messages[0]
        return [xdg_email, "--utf8", "--subject", first.subject, "--body", first.words, *attached, *to]
    raise UserError(
        say("No mail program was found on this computer: save the messages as files, or send them by SMTP.")
    )


def mail_program(*, system: str = sys.platform, find: Find = shutil.which) -> str:
    """Return what to call the mail program on a button: `Thunderbird`, else `your mail program`; empty without one."""
    if system in ("win32", "darwin"):
        return say("your mail program")
    return "Thunderbird" if find("thunderbird") else say("your mail program") if find("xdg-email") else ""


def _compose(messages: Sequence[MailMessage], paths: Sequence[Path]) -> str:
    """Return what Thunderbird fills a new message with.

    An apostrophe ends words where a comma or nothing follows it, and becomes a curly one there.
    """
    parts = {
        "to": ",".join(message.address for message in messages),
        "subject": messages[0].subject,
        "body": messages[0].words,
        "attachment": ",".join(path.absolute().as_uri() for path in paths),
        "format": "text",
    }
    return ",".join(f"{name}='{_ENDING_QUOTE.sub('’', words)}'" for name, words in parts.items() if words)


def _local(at: datetime) -> datetime:
    return at.astimezone()
