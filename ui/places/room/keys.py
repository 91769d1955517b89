"""The keys of the room: every command with its key, and the pairs that the foot of the window shows."""

from collections.abc import Callable
from typing import TYPE_CHECKING

from PySide6.QtGui import QGuiApplication

from ui.commands import Command
from ui.editor.keys import card
from ui.place import Where
from ui.places.room.layout import AGENDA, SIDE
from wibdesk.domain.meetings import Stage

if TYPE_CHECKING:
    from ui.places.room.place import RoomPlace

WHERE, ITEMS, PRINTED = "room", "agenda", "pages"
ANY = ("Ctrl K", "any command")
ATTENDANCE_KEYS = [
    ("P", "present"), ("A", "apologies"), ("−", "absent"), ("D", "deputy"), ("J", "joined"), ("L", "left"),
    ("N", "new"), ("C", "chair"), ("Esc", "to the sentence"),
]  # fmt: skip
PAGES_KEYS = [
    ("PgUp PgDn", "page"), ("Esc", "to the sentence"), ("+ −", "size"), ("0", "fit"), ("F9", "put away"), ANY,
]  # fmt: skip
CARRIED_KEYS = [("D", "done"), ("I", "in progress"), ("K", "closed"), ("O", "open"), ("U", "note"), ("Esc", "back")]
AGENDA_KEYS = [
    ("↑ ↓", "item"),
    ("Enter", "go there"),
    ("Ctrl N", "new item"),
    ("Ctrl V", "paste agenda"),
    ("Esc", "to the sentence"),
]


def moving_commands(room: "RoomPlace") -> list[Command]:
    """Return the commands that go to an item or a panel."""
    session, moves, acts = room.session, room.moves, room.acts

    def there() -> bool:
        return session.meeting is not None

    return [
        Command("room.next", "Next item", ("Ctrl ↓",), ITEMS, lambda: moves.step(1), "arrow-down", when=there),
        Command("room.previous", "Previous item", ("Ctrl ↑",), ITEMS, lambda: moves.step(-1), "arrow-up", when=there),
        Command("room.goto", "Go to an item by number or words", ("Ctrl G",), ITEMS, moves.ask_where, when=there),
        Command("room.last", "Back to the item before", ("Ctrl Tab",), ITEMS, moves.back, when=there),
        Command("room.new_item", "New item after this one", ("Ctrl N",), ITEMS, moves.ask_title, "plus", when=there),
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
        Command("room.sentence", "Back to the sentence", ("Esc",), WHERE),
    ]


def meeting_commands(room: "RoomPlace") -> list[Command]:
    """Return the commands that work on the meeting as a whole."""
    session, acts = room.session, room.acts

    def at(stage: Stage) -> Callable[[], bool]:
        return lambda: session.meeting is not None and session.stage is stage

    def take() -> None:
        session.take_item(again=True)

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
        Command("room.times", "Put start and end right", ("Alt Enter",), WHERE, acts.ask_times, "clock", when=there),
        Command("room.print", "See the minutes as they print", ("Ctrl P",), WHERE, preview, "book-open", when=there),
        Command("room.save", "Save now and say so", ("Ctrl S",), WHERE, room.saved.save_aloud, "hard-drive"),
    ]


def agenda_commands(room: "RoomPlace") -> list[Command]:
    """Return the commands that work while the agenda has the keyboard."""

    def paste() -> None:
        room.agenda.paste(QGuiApplication.clipboard().text())

    return [Command("room.paste", "Paste an agenda, one item a line", ("Ctrl V",), ITEMS, paste)]


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


def foot_keys(room: "RoomPlace") -> list[tuple[str, str]]:
    """Return the pairs for the foot of the window: those of the panel that has the keyboard."""
    session = room.session
    if session.meeting is None:
        return [("Ctrl 1", "meetings"), ANY]
    if room.pages.view.hasFocus():
        return PAGES_KEYS
    if room.layout_of.size == "single":
        places = [i.id for i in session.items]
        place = f", {places.index(session.item_id) + 1} of {len(places)}" if session.item_id in places else ""
        return [("Ctrl G", f"agenda{place}"), ("Ctrl E", "attendance"), ANY]
    lists = {
        room.side.attendance.list: ATTENDANCE_KEYS,
        room.side.carried.list: CARRIED_KEYS,
        room.agenda.list: AGENDA_KEYS,
    }
    held = next((keys for panel, keys in lists.items() if panel.hasFocus()), None)
    if held is not None:
        return held
    first = [("F5", "start")] if session.stage is Stage.PLANNED else []
    return [
        *first,
        ("Ctrl ↑ ↓", "item"),
        ("Ctrl Shift A", "action"),
        ("Ctrl Shift D", "decision"),
        ("F4", "kinds"),
        ("Ctrl E", "attendance"),
        ("Ctrl F", "find"),
        ("F9", "pages"),
        *([] if first else [("F6", "next panel")]),
        ANY,
    ]
