"""A meeting saved as a hand-over file: whole, private notes included, for a colleague who goes on with it."""

from pathlib import Path
from typing import TYPE_CHECKING

from ui.copy_elsewhere import write_copy
from ui.panels.save_dialog import ask_where_to_save
from wibdesk.language import later, say
from wibdesk.services import meetings

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget

    from ui.context import Context
    from wibdesk.domain.meetings import Meeting

KIND = later("Hand-over files, open in WIBDesk (*.wibmeeting)")


def hand_over(context: "Context", over: "QWidget", meeting_id: str) -> None:
    """Ask where to save the meeting, then write it as it stands by then."""

    def write(name: str) -> None:
        path = Path(name)
        words = say("Saved for a colleague, private notes included: {path}", path=path)
        done = lambda _: context.messages.say(words)  # noqa: E731 - named here
        whole = lambda meeting: context.tasks.run(write_copy, meeting, path, on_done=done)  # noqa: E731
        context.operations.read(meetings.meeting, meeting_id, then=whole)

    def ask(meeting: "Meeting") -> None:
        # The writers are wanted only here, and the start of the desk must not wait for them.
        from wibdesk.documents.files import proposed_name  # noqa: PLC0415

        name = proposed_name(meeting.body.name, meeting.details.date, say("hand-over"), "wibmeeting")
        ask_where_to_save(context, over, say("Save a hand-over file"), name, say(KIND), write)

    context.operations.read(meetings.meeting, meeting_id, then=ask)
