"""Key press to paint in a meeting of 300 and of 2,000 entries with everything on, against a bare QTextEdit.

The bare one is fair: it shows a copy of the very same document (every block, font, margin and width of it), in the same
size of window, with the caret at the same place; both are painted by Qt into the same kind of window, take turns of
some sixty keys, and are paced alike: the next key comes when both the paint and all that was put off until after it
are done. A key ends when its paint has reached the window, told by an event that is posted right behind it. The line
that is typed grows to six hundred letters, as a long paragraph does; in its first hundred Qt has less to lay out, and
what ours does for every key, whatever the line, weighs more than in the median told here.

What our editor puts off until after the paint is told beside it for every row, and so is what a thousand keys cost that
were all queued before the first could be shown: whatever was put off is in that. Nothing is hidden.
"""

import time
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from datetime import date
from statistics import median

from PySide6.QtCore import QCoreApplication, QEvent, QObject, Qt
from PySide6.QtGui import QKeyEvent, QTextCursor
from PySide6.QtWidgets import QApplication, QTextEdit

from tests.benchmarks.figures import Ratio, percentile
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


class _Shown(QObject):
    """Takes the time when the paint that was asked for before has reached the window."""

    KIND = QEvent.Type(QEvent.registerEventType())
    at = 0.0

    def wait(self) -> None:
        QCoreApplication.postEvent(self, QEvent(self.KIND), Qt.EventPriority.LowEventPriority.value)  # as Qt's paints

    def customEvent(self, event):
        self.at = time.perf_counter()


@dataclass
class Pace:
    """Seconds for each key: until it was painted, and what was done after that."""

    shown: list[float] = field(default_factory=list)
    after: list[float] = field(default_factory=list)


@dataclass(frozen=True)
class Row:
    """What keys cost in our editor and in a bare one."""

    what: str
    ours: Pace
    bare: Pace

    def __str__(self) -> str:
        (mine, bare), (worst, its_worst) = (
            [f(pace.shown) * 1000 for pace in (self.ours, self.bare)] for f in (median, _p99)
        )
        after, worst_after = median(self.ours.after) * 1000, _p99(self.ours.after) * 1000
        return (
            f"Key to paint in a {self.what}: {mine:.2f} ms (p99 {worst:.2f}), "
            f"bare QTextEdit {bare:.2f} ms (p99 {its_worst:.2f}), "
            f"ratio {mine / bare:.2f} (p99 {worst / its_worst:.2f}, goal 2.0); "
            f"after the paint {after:.2f} ms (p99 {worst_after:.2f})"
        )


def _p99(samples: list[float]) -> float:
    return percentile(samples, 0.99)


def press_to_paint(widgets: Sequence[QTextEdit], keys: str, begin: str = "") -> list[Pace]:
    """Return for each widget what every key costs.

    They take turns, so that whatever else the machine does meets all of them alike. `begin` opens the line.
    """
    paces = [Pace() for _ in widgets]
    shown = _Shown()
    for at in range(0, len(keys), TURN):
        for widget, pace in zip(widgets, paces, strict=True):
            _make_ready(widget)
            for char in () if at else begin:
                _press(widget, char, shown, Pace())
            for char in keys[at : at + TURN]:
                _press(widget, char, shown, pace)
            widget.hide()
    return paces


def queued(widgets: Sequence[QTextEdit], keys: str) -> list[float]:
    """Return for each widget the seconds until keys that were all queued at once are painted and nothing is left."""
    taken = []
    for widget in widgets:
        _make_ready(widget)
        widget.textCursor().insertText("They said: ")
        _idle()
        before, painted, began = len(widget.toPlainText()), widget.painted, time.perf_counter()
        for char in keys:
            for kind in (QEvent.Type.KeyPress, QEvent.Type.KeyRelease):
                QCoreApplication.postEvent(widget, QKeyEvent(kind, 0, Qt.KeyboardModifier.NoModifier, char))
        while widget.painted == painted:
            QApplication.processEvents()
        _idle()
        taken.append(time.perf_counter() - began)
        if len(widget.toPlainText()) != before + len(keys):
            raise AssertionError("letters were lost")
        widget.hide()
    return taken


def _make_ready(widget: QTextEdit) -> None:
    widget.resize(760, 640)
    widget.show()
    widget.activateWindow()
    widget.setFocus()
    widget.moveCursor(QTextCursor.MoveOperation.End)
    _idle()


def _idle() -> None:
    for _ in range(20):
        QApplication.processEvents()


def _press(widget: QTextEdit, char: str, shown: _Shown, pace: Pace) -> None:
    """Press a key and take down what it costs."""
    before, began = widget.painted, time.perf_counter()
    for kind in (QEvent.Type.KeyPress, QEvent.Type.KeyRelease):
        QApplication.sendEvent(widget, QKeyEvent(kind, 0, Qt.KeyboardModifier.NoModifier, char))
    while widget.painted == before:
        shown.wait()
        QApplication.processEvents()
    done = time.perf_counter()
    pace.shown.append(shown.at - began)
    pace.after.append(done - shown.at)


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


def run(*, short: bool) -> Iterator[Row | Ratio]:
    """Measure at 300 and at 2,000 entries: a sentence, and a command whose preview stands under it; then a queue."""
    QApplication.instance() or QApplication([])
    count = 60 if short else 600
    for number in (300,) if short else (300, 2000):
        for what, begin, words in (("sentence", "They agred. ", SENTENCE), ("command", "/a ", COMMAND)):
            keys = (words * (1 + count // len(words)))[:count]
            yield Row(f"{what}, {number} entries", *press_to_paint(_pair(number), keys, begin))
    keys = (WORDS * 10)[: 100 if short else 1000]
    rounds = zip(*(queued(_pair(300), keys) for _ in range(1 if short else 5)), strict=True)
    yield Ratio(f"{len(keys)} queued keys, all told", *map(list, rounds), "bare QTextEdit", 2.0)
