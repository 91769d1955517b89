"""The pairs that the foot of the window shows in the room: those of what has the keyboard."""

from typing import TYPE_CHECKING

from PySide6.QtWidgets import QApplication

from ui.places.room.readback.keys import foot_keys as readback_keys
from wibdesk.domain.meetings import Stage

if TYPE_CHECKING:
    from ui.places.room.place import RoomPlace

Pairs = list[tuple[str, str]]

ANY = ("Ctrl K", "any command")
ATTENDANCE_KEYS = [
    ("P", "present"), ("A", "apologies"), ("−", "absent"), ("D", "deputy"), ("J", "joined"), ("L", "left"),
    ("N", "new"), ("C", "chair"), ("Esc", "to the sentence"),
]  # fmt: skip
PAGES_KEYS = [
    ("PgUp PgDn", "page"), ("Esc", "to the sentence"), ("+ −", "size"), ("0", "fit"), ("F9", "put away"), ANY,
]  # fmt: skip
CARRIED_KEYS = [
    ("D", "done"), ("C", "carry"), ("K", "closed"), ("W", "reword"), ("U", "note"), ("I", "in progress"),
    ("S", "write it or not"), ("Esc", "back"),
]  # fmt: skip
LAST_KEYS = [("↑ ↓", "line"), ("Enter", "correct it"), ("N", "another"), ("Esc", "to the sentence"), ANY]
FORM_KEYS = [("Enter", "keep it"), ("Tab", "next"), ("Ctrl M", "another line"), ("Esc", "to the sentence"), ANY]
VERSIONS_KEYS = [
    ("↑ ↓", "version"),
    ("Enter", "restore it"),
    ("Esc", "to the sentence"),
    ("Ctrl H", "put away"),
    ANY,
]
AGENDA_KEYS = [
    ("↑ ↓", "item"),
    ("Enter", "go there"),
    ("Ctrl N", "new item"),
    ("Ctrl V", "paste agenda"),
    ("Esc", "to the sentence"),
]
QUESTION_KEYS = [("Tab", "next"), ("Enter", "press it"), ANY, ("Esc", "leave it as it is")]
CONFLICT_KEYS = [("Tab", "next"), ("Enter", "press it"), ("Esc", "to the sentence"), ANY]


def foot_keys(room: "RoomPlace") -> Pairs:
    """Return the pairs for the foot of the window."""
    if room.session.meeting is None:
        return [("Ctrl 1", "meetings"), ANY]
    at = QApplication.focusWidget()
    if room.reading.open_now or room.previous.correcting.open_now:
        return readback_keys(room.reading) if room.reading.open_now else _correction_keys(room)
    for asking, keys in ((room.sheet.first, QUESTION_KEYS), (room.sheet.conflict, CONFLICT_KEYS)):
        if at is not None and asking.isAncestorOf(at):
            return keys
    if room.pages.view.hasFocus():
        return PAGES_KEYS
    choice = [("F6", "choose what stands")] if room.sheet.conflict.isVisible() else []
    if room.layout_of.size == "single":
        return [*choice, *_narrow_keys(room)]
    return _list_keys(room) or _sentence_keys(room, choice)


def _correction_keys(room: "RoomPlace") -> Pairs:
    lines, _form = room.previous.correcting.panels()
    return LAST_KEYS if lines.hasFocus() else FORM_KEYS


def _narrow_keys(room: "RoomPlace") -> Pairs:
    session = room.session
    places = [i.id for i in session.items]
    place = f", {places.index(session.item_id) + 1} of {len(places)}" if session.item_id in places else ""
    return [("Ctrl G", f"agenda{place}"), ("Ctrl E", "attendance"), ANY]


def _list_keys(room: "RoomPlace") -> Pairs:
    """Return the keys of the list that has the keyboard; none where no list has it, or nothing may be changed."""
    versions = VERSIONS_KEYS if room.versions.changeable else [VERSIONS_KEYS[0], *VERSIONS_KEYS[2:]]
    lists = {
        room.side.attendance.list: ATTENDANCE_KEYS,
        room.side.carried.list: CARRIED_KEYS,
        room.agenda.list: AGENDA_KEYS,
    }
    lists = lists if room.session.changeable else {}
    return next((keys for panel, keys in {**lists, room.versions.list: versions}.items() if panel.hasFocus()), [])


def _sentence_keys(room: "RoomPlace", choice: Pairs) -> Pairs:
    item, attendance, find = ("Ctrl ↑ ↓", "item"), ("Ctrl E", "attendance"), ("Ctrl F", "find")
    if not room.session.changeable:
        return [item, attendance, find, ("F9", "pages"), ("Ctrl H", "earlier versions"), ANY]
    moves_on = [("F5", "start")] if room.session.stage is Stage.PLANNED else []
    if room.session.item is None:
        return [("Ctrl N", "new item"), ("Ctrl V", "paste agenda"), *moves_on, attendance, ANY]
    moves_on = [("Ctrl F5", "resume")] if room.session.adjourned is not None else moves_on
    first = choice or moves_on
    typed = [("/a", "action"), ("/r", "resolved"), ("/in", "joined"), ("/out", "left"), ("@@", "gap")]
    last = [] if first else [("F6", "next panel")]
    return [*first, item, *typed, *last, ("Ctrl L", "park"), ANY]
