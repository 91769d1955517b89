"""Key press to paint in a meeting of 300 entries with everything on, against a bare QTextEdit with the same page."""

import time
from collections.abc import Iterator, Sequence
from datetime import date

from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QKeyEvent, QTextCursor
from PySide6.QtWidgets import QApplication, QTextEdit

from tests.benchmarks.figures import Ratio
from ui.editor.minute_editor import MinuteEditor
from ui.editor.surroundings import Surroundings
from ui.editor.words.wording import Wording
from ui.theme import Theme
from wibdesk.domain.deadlines import read_due
from wibdesk.domain.entries import Action, Bullet, Decision, Entry, Paragraph, PrivateNote
from wibdesk.domain.terms import Term, TermKind
from wibdesk.shorthand.known import Known, KnownPerson
from wibdesk.shorthand.words.completion import completions_of
from wibdesk.shorthand.words.expansion import abbreviations_of
from wibdesk.spelling.loading import speller

WORDS = (
    "The Board heard that contacts had risen over the summer, most of them from schools, and asked how the partners "
    "would count referrals on one basis before the next meeting."
)
SENTENCE = "The Chair thanked Rowe and Amari and agreed to see CLA numbers again; "
COMMAND = "Rowe to bring the heat map of vacancies by 6 October "
TURN = 60  # keys
DAY = date(2026, 9, 1)
KNOWN = Known(on=DAY, people=tuple(KnownPerson(name, present=True) for name in ("K Rowe", "J Amari", "P Hart")))
TERMS = (Term(TermKind.ABBREVIATION, "CLA", "Children Looked After"), Term(TermKind.TERM, "Early Help Hub"))


def entries(number: int) -> tuple[Entry, ...]:
    """Return a long minute of every usual kind."""
    due = read_due("6/10/26", on=DAY)
    kinds = (
        lambda n: Paragraph(f"{n} {WORDS}"),
        lambda n: Bullet(f"{n} Two duty posts were filled by agency staff."),
        lambda n: Decision((f"{n} That one shared definition be used.",)),
        lambda n: Action(f"{n} agree the definition", ("K Rowe", "J Amari"), due, ref=f"3.{n}"),
        lambda n: PrivateNote(f"{n} ring before circulating"),
    )
    return tuple(kinds[n % len(kinds)](n) for n in range(number))


class _Counted:
    """Counts paints, so that a key that painted nothing cannot pass for a quick one."""

    painted = 0

    def paintEvent(self, event):
        super().paintEvent(event)
        self.painted += 1


class _Bare(_Counted, QTextEdit):
    pass


class _Ours(_Counted, MinuteEditor):
    pass


def press_to_paint(widgets: Sequence[QTextEdit], keys: str, begin: str = "") -> list[list[float]]:
    """Return for each widget the seconds from each key press until it has been painted.

    They take turns, so that whatever else the machine does meets all of them alike. `begin` opens the line.
    """
    app = QApplication.instance()
    samples: list[list[float]] = [[] for _ in widgets]
    for widget in widgets:
        widget.resize(760, 640)
    for at in range(0, len(keys), TURN):
        for widget, taken in zip(widgets, samples, strict=True):
            widget.show()
            widget.activateWindow()
            widget.setFocus()
            widget.moveCursor(QTextCursor.MoveOperation.End)
            for _ in range(20):
                app.processEvents()
            for char in () if at else begin:
                _press(widget, char)
            taken += [_press(widget, char) for char in keys[at : at + TURN]]
            widget.hide()
    return samples


def _press(widget: QTextEdit, char: str) -> float:
    """Return the seconds until a key was painted, and whatever had to be done before that."""
    app, before, began = QApplication.instance(), widget.painted, time.perf_counter()
    for kind in (QEvent.Type.KeyPress, QEvent.Type.KeyRelease):
        QApplication.sendEvent(widget, QKeyEvent(kind, 0, Qt.KeyboardModifier.NoModifier, char))
    while widget.painted == before:
        app.processEvents()
    return time.perf_counter() - began


def _pair(number: int) -> tuple[QTextEdit, QTextEdit]:
    """Return our editor with everything on, and a bare one that shows the very same page: text, fonts and widths."""
    ours = _Ours(Theme())
    ours.spelling.judge_by(speller())
    ours.set_surroundings(Surroundings(known=lambda: KNOWN))
    ours.words.wording = Wording(abbreviations_of(TERMS), completions_of(KNOWN.people, TERMS))
    ours.show_entries((*entries(number), Paragraph()))
    bare = _Bare()
    bare.setFont(ours.font())
    bare.setFrameShape(ours.frameShape())
    bare.setDocument(ours.document().clone(bare))
    return ours, bare


def run(*, short: bool) -> Iterator[Ratio]:
    """Measure at 300 and at 2,000 entries: a sentence, and a command whose preview stands under it."""
    QApplication.instance() or QApplication([])
    count = 60 if short else 600
    for number in (300,) if short else (300, 2000):
        for what, begin, words in (("sentence", "They agred. ", SENTENCE), ("command", "/a ", COMMAND)):
            keys = (words * (1 + count // len(words)))[:count]
            ours, floor = press_to_paint(_pair(number), keys, begin)
            yield Ratio(f"Key to paint in a {what}, {number} entries", ours, floor, "bare QTextEdit", 2.0)
