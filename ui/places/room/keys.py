"""The keys of the room: every command with its key, and the pairs that the foot of the window shows."""

from collections.abc import Callable
from typing import TYPE_CHECKING

from PySide6.QtGui import QGuiApplication

from ui.commands import Command
from ui.editor.keys import card
from ui.place import Where
from ui.places.room.layout import AGENDA, SIDE
from wibdesk.domain.meetings import Stage
from wibdesk.domain.merging import Choice

if TYPE_CHECKING:
    from ui.places.room.place import RoomPlace

WHERE, ITEMS, PRINTED = "room", "agenda", "pages"


def moving_commands(room: "RoomPlace") -> list[Command]:
    """Return the commands that go to an item or a panel."""
    session, moves, acts = room.session, room.moves, room.acts

    def there() -> bool:
        return session.meeting is not None

    def free() -> bool:
        return session.changeable

    return [
        Command("room.next", "Next item", ("Ctrl ↓",), ITEMS, lambda: moves.step(1), "arrow-down", when=there),
        Command("room.previous", "Previous item", ("Ctrl ↑",), ITEMS, lambda: moves.step(-1), "arrow-up", when=there),
        Command("room.goto", "Go to an item by number or words", ("Ctrl G",), ITEMS, moves.ask_where, when=there),
        Command("room.last", "Back to the item before", ("Ctrl Tab",), ITEMS, moves.back, when=there),
        Command("room.new_item", "New item after this one", ("Ctrl N",), ITEMS, moves.ask_title, "plus", when=free),
        Command("room.attendance", "Attendance, and back", ("Ctrl E",), WHERE, moves.to_attendance, when=there),
        Command("room.carried", "Actions carried forward", ("Ctrl J",), WHERE, moves.to_carried, when=there),
        Command("room.find", "Find words in the meeting", ("Ctrl F",), WHERE, acts.ask_words, "search", when=there),
        Command("room.find_next", "Next place of the words", ("F3",), WHERE, acts.next_hit, when=there),
        Command(
            "room.fold_agenda", "Fold the agenda", ("Ctrl Shift G",), WHERE, lambda: moves.fold(AGENDA), when=there
        ),
        Command(
            "room.fold_side", "Fold the attendance", ("Ctrl Shift E",), WHERE, lambda: moves.fold(SIDE), when=there
        ),
        Command("room.pages", "Pages beside the sentence", ("F9",), WHERE, moves.show_pages, "book-open", when=there),
        Command("room.versions", "Earlier versions", ("Ctrl H",), WHERE, moves.show_versions, "history", when=there),
        Command("room.sentence", "Back to the sentence", ("Esc",), WHERE),
    ]


def meeting_commands(room: "RoomPlace") -> list[Command]:
    """Return the commands that work on the meeting as a whole."""
    session, acts, approving = room.session, room.acts, room.approving

    def at(stage: Stage) -> Callable[[], bool]:
        return lambda: session.changeable and session.stage is stage

    def take() -> None:
        session.take_item(again=True)

    def free() -> bool:
        return session.changeable

    def there() -> bool:
        return session.meeting is not None

    def preview() -> None:
        meeting = session.meeting
        if meeting is not None:
            room.context.go("preview", Where(meeting.body.id, meeting.id))

    return [
        Command("room.start", "Start the meeting", ("F5",), WHERE, acts.start, "play", when=at(Stage.PLANNED)),
        Command("room.close", "Close the meeting", ("Shift F5",), WHERE, acts.ask_close, when=at(Stage.LIVE)),
        Command("room.reopen", "Reopen the meeting", (), WHERE, acts.reopen, when=at(Stage.CLOSED)),
        Command("room.take", "Take this item up now", (), ITEMS, take, "play", when=at(Stage.LIVE)),
        Command("room.times", "Put start and end right", ("Alt Enter",), WHERE, acts.ask_times, "clock", when=free),
        Command("room.approve", "Approve the minutes", (), WHERE, approving.ask, "lock", when=approving.may_approve),
        Command("room.reopen_approved", "Reopen the approved minutes", (), WHERE, approving.ask_reason,
                when=approving.may_reopen),
        Command("room.wipe", "Delete private notes for good", (), WHERE, room.wiping.ask, "trash-2",
                when=room.wiping.possible),
        *_choices(room),
        Command("room.print", "See the minutes as they print", ("Ctrl P",), WHERE, preview, "book-open", when=there),
        Command("room.save", "Save now and say so", ("Ctrl S",), WHERE, room.saved.save_aloud, "hard-drive"),
    ]  # fmt: skip


def _choices(room: "RoomPlace") -> list[Command]:
    """Return the commands that settle what was changed here and elsewhere."""
    made = room.conflicting
    return [
        Command("room.keep_mine", "Keep my own words", (), WHERE, lambda: made.settle(Choice.MINE), when=made.waits),
        Command(
            "room.keep_theirs", "Keep the words from elsewhere", (), WHERE, lambda: made.settle(Choice.THEIRS),
            when=made.waits,
        ),
        Command(
            "room.keep_both", "Keep both texts", (), WHERE, lambda: made.settle(Choice.BOTH), when=made.both_there
        ),
    ]  # fmt: skip


def agenda_commands(room: "RoomPlace") -> list[Command]:
    """Return the commands that work while the agenda has the keyboard."""

    def paste() -> None:
        room.agenda.paste(QGuiApplication.clipboard().text())

    may = lambda: room.session.changeable  # noqa: E731 - a condition, named here
    return [Command("room.paste", "Paste an agenda, one item a line", ("Ctrl V",), ITEMS, paste, when=may)]


def pages_commands(room: "RoomPlace") -> list[Command]:
    """Return the commands that work while the pages have the keyboard."""
    view = room.pages.view
    return [
        Command("room.pages_larger", "Larger pages", ("+",), PRINTED, lambda: view.step_zoom(1), "zoom-in", ("=",)),
        Command("room.pages_smaller", "Smaller pages", ("−",), PRINTED, lambda: view.step_zoom(-1), "zoom-out"),
        Command(
            "room.pages_fit", "Fit the pages to the width", ("0",), PRINTED, lambda: view.step_zoom(0), "maximize-2"
        ),
    ]


def editor_keys() -> list[Command]:
    """Return the keys of the sentence for the key card; the editor itself obeys them."""
    pairs = [(group.lower(), key, words) for group, keys in card().items() for key, words in keys]
    return [
        Command(f"editor.{key}.{words}", words[:1].upper() + words[1:], (key,), group, listed=False)
        for group, key, words in pairs
    ]
