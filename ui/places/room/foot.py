"""The pairs that the foot of the window shows in the room: those of what has the keyboard."""

from typing import TYPE_CHECKING

from PySide6.QtWidgets import QApplication

from wibdesk.domain.meetings import Stage
from wibdesk.language import later, say, say_pairs

if TYPE_CHECKING:
    from ui.places.room.place import RoomPlace

Pairs = list[tuple[str, str]]

ANY = ("Ctrl K", later("any command"))
ATTENDANCE_KEYS = [
    ("P", later("present")), ("A", later("apologies")), ("−", later("absent")), ("D", later("deputy")),
    ("J", later("joined")), ("L", later("left")),
    ("N", later("new")), ("C", later("chair")), ("Esc", later("to the sentence")),
]  # fmt: skip
PAGES_KEYS = [
    ("PgUp PgDn", later("page")), ("Esc", later("to the sentence")), ("+ −", later("size")), ("0", later("fit")),
    ("F9", later("put away")), ANY,
]  # fmt: skip
CARRIED_KEYS = [
    ("D", later("done")), ("C", later("carry")), ("K", later("closed")), ("W", later("reword")),
    ("U", later("note")), ("I", later("in progress")),
    ("S", later("write it or not")), ("Esc", later("back")),
]  # fmt: skip
LAST_KEYS = [
    ("↑ ↓", later("line")),
    ("Enter", later("correct it")),
    ("N", later("another")),
    ("Esc", later("to the sentence")),
    ANY,
]
FORM_KEYS = [
    ("Enter", later("keep it")),
    ("Tab", later("next")),
    ("Ctrl M", later("another line")),
    ("Esc", later("to the sentence")),
    ANY,
]
VERSIONS_KEYS = [
    ("↑ ↓", later("version")),
    ("Enter", later("restore it")),
    ("Esc", later("to the sentence")),
    ("Ctrl H", later("put away")),
    ANY,
]
AGENDA_KEYS = [
    ("↑ ↓", later("item")),
    ("Enter", later("go there")),
    ("Ctrl N", later("new item")),
    ("Ctrl V", later("paste agenda")),
    ("Esc", later("to the sentence")),
]
QUESTION_KEYS = [("Tab", later("next")), ("Enter", later("press it")), ANY, ("Esc", later("leave it as it is"))]
CONFLICT_KEYS = [("Tab", later("next")), ("Enter", later("press it")), ("Esc", later("to the sentence")), ANY]


def foot_keys(room: "RoomPlace") -> Pairs:
    """Return the pairs for the foot of the window."""
    return say_pairs(_keys(room))


def _keys(room: "RoomPlace") -> Pairs:
    if room.session.meeting is None:
        return [("Ctrl 1", later("meetings")), ANY]
    at = QApplication.focusWidget()
    if room.reading.open_now or room.previous.correcting.open_now:
        return _readback_keys(room) if room.reading.open_now else _correction_keys(room)
    for asking, keys in ((room.sheet.first, QUESTION_KEYS), (room.sheet.conflict, CONFLICT_KEYS)):
        if at is not None and asking.isAncestorOf(at):
            return keys
    if room.pages.view.hasFocus():
        return PAGES_KEYS
    choice = [("F6", later("choose what stands"))] if room.sheet.conflict.isVisible() else []
    if room.layout_of.size == "single":
        return [*choice, *_narrow_keys(room)]
    return _list_keys(room) or _sentence_keys(room, choice)


def _readback_keys(room: "RoomPlace") -> Pairs:
    # Loaded with what it is for: the caret in the room does not wait for it.
    from ui.places.room.readback.keys import foot_keys as keys  # noqa: PLC0415

    return keys(room.reading)


def _correction_keys(room: "RoomPlace") -> Pairs:
    lines, _form = room.previous.correcting.panels()
    return LAST_KEYS if lines.hasFocus() else FORM_KEYS


def _narrow_keys(room: "RoomPlace") -> Pairs:
    session = room.session
    places = [i.id for i in session.items]
    agenda = say("agenda")
    if session.item_id in places:
        agenda = say("agenda, {index} of {number}", index=places.index(session.item_id) + 1, number=len(places))
    return [("Ctrl G", agenda), ("Ctrl E", later("attendance")), ANY]


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
    item, attendance, find = ("Ctrl ↑ ↓", later("item")), ("Ctrl E", later("attendance")), ("Ctrl F", later("find"))
    if not room.session.changeable:
        return [item, attendance, find, ("F9", later("pages")), ("Ctrl H", later("earlier versions")), ANY]
    moves_on = [("F5", later("start"))] if room.session.stage is Stage.PLANNED else []
    if room.session.item is None:
        return [("Ctrl N", later("new item")), ("Ctrl V", later("paste agenda")), *moves_on, attendance, ANY]
    moves_on = [("Ctrl F5", later("resume"))] if room.session.adjourned is not None else moves_on
    first = choice or moves_on
    typed = [
        ("/a", later("action")),
        ("/r", later("resolved")),
        ("/in", later("joined")),
        ("/out", later("left")),
        ("@@", later("gap")),
    ]
    last = [] if first else [("F6", later("next panel"))]
    return [*first, item, *typed, *last, ("Ctrl L", later("park")), ANY]
