"""The partnership board of the two-hour script: its register made ready, and its meeting minuted and read back."""

import json

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication

from tests.journeys.screen import keyboard_place
from tests.journeys.script import FOLDER, acts_of, read_script
from tests.registers import Clerk as Register
from ui.editor.minute_editor import MinuteEditor
from wibdesk.domain.terms import Term, TermKind
from wibdesk.interchange.meeting_file import read_file, write_meeting
from wibdesk.services import meetings, terms, transfer

SCRIPT = read_script("two_hours")
CLOSING = "read back and close"
SHORT_FORMS = (
    ("CLA", "Children Looked After"),
    ("CIN", "Children in Need"),
    ("EHCP", "Education, Health and Care Plan"),
)


def prepare(path):
    """Make a register with the last meeting, the agenda of this one and the body's short forms; return its id."""
    register = Register(path)
    register.do(transfer.put_meeting, read_file(FOLDER / "two_hours.last.json"))
    details = register.do(transfer.put_meeting, read_file(FOLDER / "two_hours.agenda.json"))
    for short, full in SHORT_FORMS:
        register.do(terms.keep_term, Term(TermKind.ABBREVIATION, short, full, details.body_id))
    register.desk.close()
    return details.id


def stored(path, meeting_id):
    """Return the meeting as its file has it."""
    register = Register(path)
    meeting = register.ask(meetings.meeting, meeting_id)
    register.desk.close()
    return json.loads(write_meeting(meeting))


def minute(clerk):
    """Play the script and return the keys of each act; each before the closing leaves the keyboard in the sentence."""
    first = next(n for n, step in enumerate(SCRIPT) if step.verb == "act")
    clerk.play(SCRIPT[:first])
    keys, live = {}, True
    for act, steps in acts_of(SCRIPT):
        before, live = clerk.typist.keys_pressed, live and act != CLOSING
        for step in steps:
            clerk.play([step])
            assert windows_beside(clerk) == [], step
        keys[act] = clerk.typist.keys_pressed - before
        if live:
            assert isinstance(QApplication.focusWidget(), MinuteEditor), f"{act} ends in {keyboard_place()}"
    return keys


def windows_beside(clerk):
    """Return every window that is open beside that of the desk: none has any business there."""
    passing = (Qt.WindowType.ToolTip, Qt.WindowType.Popup)
    return [w for w in QApplication.topLevelWidgets() if w.isVisible() and w is not clerk.window
            and w.windowType() not in passing]  # fmt: skip
