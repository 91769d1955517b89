"""A copy of the meeting in the window, kept where the clerk says: from memory, whatever the register's disk does."""

from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QDir, QObject
from PySide6.QtWidgets import QFileDialog

from wibdesk.language import later, say

if TYPE_CHECKING:
    from ui.context import Context
    from ui.main_window import MainWindow
    from wibdesk.domain.meetings import Meeting

KINDS = later("Meeting file, opens in WIBDesk (*.wibmeeting *.json);;Plain text (*.txt)")


class CopyElsewhere(QObject):
    """Asks for a file and writes the meeting into it on a worker."""

    def __init__(self, context: "Context", window: "MainWindow") -> None:
        super().__init__(window)
        self.context, self.window = context, window

    def possible(self) -> bool:
        """Say whether a place has a meeting in memory."""
        return self.meeting() is not None

    def meeting(self) -> "Meeting | None":
        """Return the meeting as it stands on the screen, with what was typed last."""
        held = [place.held.meeting() for place in self.window.places.values() if place.held is not None]
        return next(filter(None, held), None)

    def ask(self) -> QFileDialog | None:
        """Open the system's own dialog for the file; return it, None where there is nothing to copy."""
        meeting = self.meeting()
        if meeting is None:
            return None
        dialog = QFileDialog(self.window, say("Save a copy elsewhere"), QDir.homePath(), say(KINDS))
        dialog.setAcceptMode(QFileDialog.AcceptMode.AcceptSave)
        dialog.selectFile(_name(meeting))
        dialog.setDefaultSuffix("json")
        dialog.fileSelected.connect(lambda name: self.save(Path(name)))
        dialog.finished.connect(dialog.deleteLater)
        dialog.open()
        return dialog

    def save(self, path: Path) -> None:
        """Write what stands on the screen now; what cannot be written is told."""
        meeting = self.meeting()
        if meeting is not None:
            done = say("A copy of the meeting is in {path}", path=path)
            self.context.tasks.run(write_copy, meeting, path, on_done=lambda _: self.context.messages.say(done))


def write_copy(meeting: "Meeting", path: Path) -> None:
    """Write a meeting as a meeting file, or as plain text where the name ends in `.txt`; UserError in words."""
    # The writers are wanted only here, and the start of the desk must not wait for them.
    from wibdesk.documents.files import write_file  # noqa: PLC0415
    from wibdesk.interchange.meeting_file import write_meeting  # noqa: PLC0415

    text = plain_words(meeting) if path.suffix.lower() == ".txt" else write_meeting(meeting)
    write_file(path, text.encode("utf-8"))


def plain_words(meeting: "Meeting") -> str:
    """Return all that was typed in a meeting, item by item, private notes included."""
    # The editor's lines bring all kinds of entry with them, which the start of the desk must not wait for.
    from ui.editor.lines import lines_of, words_of  # noqa: PLC0415

    lines = [meeting.body.name, meeting.details.date.isoformat() if meeting.details.date else ""]
    for item in meeting.items:
        lines += ["", " ".join(filter(None, (item.number, item.title)))]
        lines += ["\n".join(words_of(line) for line in lines_of(entry)) for entry in item.entries]
    return "\n".join(lines) + "\n"


def _name(meeting: "Meeting") -> str:
    # As above.
    from wibdesk.documents.files import proposed_name  # noqa: PLC0415

    return proposed_name(meeting.body.name, meeting.details.date, "copy", "json")
