"""The keys of what is read back: every command, the pairs of the foot, and where a closed meeting leads."""

from collections.abc import Callable
from functools import partial
from typing import TYPE_CHECKING

from ui.commands import Command
from ui.panels.log_choice import LogChoice
from ui.place import Where
from ui.places.room.readback.panel import ReadbackPanel
from ui.places.room.readback.putting_right import PuttingRight
from ui.places.room.readback.rows import ReadRow
from wibdesk.domain.meetings import Stage
from wibdesk.language import later, say

if TYPE_CHECKING:
    from ui.places.room.readback.acts import ReadingBack

WHERE = later("read back")
Pairs = list[tuple[str, str]]


def add_commands(reading: "ReadingBack", panel: ReadbackPanel, right: PuttingRight) -> None:
    """Register the commands: letters work in the list of lines, the others in the form too."""
    context, session = reading.context, reading.session

    def on_row(deed: Callable[[ReadRow], None]) -> Callable[[], None]:
        return lambda: deed(row) if (row := panel.row()) is not None else None

    def may() -> bool:
        return session.changeable and panel.row() is not None

    def of_action() -> bool:
        row = panel.row()
        return may() and row is not None and row.action is not None

    def next_wanting() -> None:
        if panel.next_wanting() is None:
            context.messages.say(say("Nothing to put right"))

    closed = lambda: session.stage is Stage.CLOSED or reading.closing  # noqa: E731 - a condition, named here
    word, log = partial(reading.after_closing, to_word), partial(reading.after_closing, to_log)
    context.commands.add(
        panel.list,
        Command("readback.right", say("Put this line right"), ("E",), WHERE, on_row(right.put_right), "pencil",
            when=may),
        Command("readback.owner", say("Owner of this action"), ("O",), WHERE, on_row(right.ask_owner), when=of_action),
        Command("readback.due", say("Date of this action"), ("M",), WHERE, on_row(right.ask_due), when=of_action),
        Command("readback.next", say("Next line to put right"), ("N",), WHERE, next_wanting),
        Command("readback.word", say("Minutes as a Word file"), ("W",), WHERE, word, "file-down", when=closed),
        Command("readback.log", say("Action log, to print"), ("L",), WHERE, log, "printer", when=closed),
    )  # fmt: skip
    context.commands.add(
        panel,
        Command("readback.close", say("Close the meeting now"), ("Ctrl Enter",), WHERE, panel.form.wish_close, "check",
                when=reading.may_close),
        Command("readback.leave", say("Back to the sentence"), ("Esc",), WHERE, reading.leave, listed=False),
    )  # fmt: skip


def foot_keys(reading: "ReadingBack") -> Pairs:
    """Return the pairs for the foot."""
    session = reading.session
    close = [("Ctrl Enter", say("close the meeting"))] if reading.may_close() else []
    after = [("W", say("Word", "the program")), ("L", say("action log"))] if session.stage is Stage.CLOSED else []
    right = [("E", say("put right")), ("N", say("next doubt"))] if session.changeable else []
    moving, back = [("↑ ↓", say("line by line")), ("Enter", say("go there"))], ("Esc", say("back to the sentence"))
    if reading.size == "single":  # where only few keys have room
        return [*after, *right, *moving, back]
    return [*moving, *right, *close, *after, back]


def to_word(reading: "ReadingBack") -> None:
    """Show the minutes as they print, and save them as a Word file."""
    meeting = reading.session.meeting
    if meeting is not None:
        reading.context.go("preview", Where(meeting.body.id, meeting.id, note="minutes"))
        reading.context.commands.run("preview-docx")


def to_log(reading: "ReadingBack") -> None:
    """Show the action log of the body as it prints."""
    meeting = reading.session.meeting
    if meeting is not None:
        reading.context.go("preview", Where(meeting.body.id, note=LogChoice(body_id=meeting.body.id).note()))
