"""What a key costs in the room with everything on: it asks no register, opens no file, and loses nothing for it."""

import sys
import threading

import pytest
from PySide6.QtCore import QCoreApplication, QEvent, Qt
from PySide6.QtGui import QKeyEvent

from ui.place import Where
from wibdesk.desk import Desk
from wibdesk.domain.terms import Term, TermKind
from wibdesk.services import terms

TYPED = (
    "The Board heard that CLA numbers had risen and that the partners agred to look at them again in Octobr. ",
    ";kr and Ferrer asked for a note of what it would cost; Amari would write it. ",
    "/a KR and Amari to bring the heat map of vacancies to the next meeting",
)


class Opened:
    """The files that this thread opens while it is watched; Python lets nobody take such a hook away again."""

    def __init__(self):
        self.files = None
        self.thread = threading.get_ident()
        sys.addaudithook(self)

    def __call__(self, event, args):
        if event == "open" and self.files is not None and threading.get_ident() == self.thread:
            self.files.append(args[0])


@pytest.fixture(scope="module")
def opened():
    return Opened()


class Asked(Desk):
    """A desk that keeps which verbs it was asked for."""

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        self.verbs = []

    def write(self, verb, *args, **kwargs):
        self.verbs.append(verb.__name__)
        return super().write(verb, *args, **kwargs)

    def read(self, verb, *args, **kwargs):
        self.verbs.append(verb.__name__)
        return super().read(verb, *args, **kwargs)


@pytest.fixture
def desk(tmp_path, clock):
    made = Asked(tmp_path / "register.wibdesk", now=clock)
    made.opened.result(30)
    yield made
    made.close()


def test_a_key_asks_the_register_for_nothing_but_the_save_and_opens_no_file(live, opened):
    live.press("Ctrl+Down", "Ctrl+Down")
    live.do(terms.keep_term, Term(TermKind.ABBREVIATION, "CLA", "Children Looked After"))
    live.type("Ready. ")
    live.press("Enter")
    live.qtbot.waitUntil(lambda: live.editor.spelling.on and not live.editor.shorthand.icons.isActive())
    live.stored()
    live.desk.verbs.clear()
    opened.files = []
    for words in TYPED:
        live.type(words)
        live.press("Enter")
    files, opened.files = opened.files, None
    assert sum(map(len, TYPED)) > 200
    assert files == []
    assert set(live.desk.verbs) <= {"save_entries"}
    assert len(live.stored().items[2].entries) == 4


@pytest.mark.parametrize(
    "leave",
    [
        lambda live: live.room.saving.flush(),
        lambda live: live.room.held.meeting(),
        lambda live: live.session.show_item(live.session.items[0].id),
        lambda live: live.window.go("meetings", Where()),
        lambda live: live.editor.clearFocus(),
        lambda live: live.press("Ctrl+Down"),
        lambda live: live.press("Return"),
    ],
)
def test_letters_that_are_not_painted_yet_are_kept_whatever_comes_next(live, leave):
    live.press("Ctrl+Down", "Ctrl+Down")
    live.type("Ready. ")
    for letter in "Agreed":
        event = QKeyEvent(QEvent.Type.KeyPress, 0, Qt.KeyboardModifier.NoModifier, letter)
        QCoreApplication.sendEvent(live.editor, event)
    leave(live)
    assert [entry.text for entry in live.stored().items[2].entries] == ["Ready. Agreed"]
