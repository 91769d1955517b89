"""Goes round a screen by Tab as a clerk without a mouse does, and looks whether each stop can be seen."""

from dataclasses import dataclass, field

from PySide6.QtCore import QPoint, QRect
from PySide6.QtGui import QImage
from PySide6.QtWidgets import QApplication, QTextBrowser, QWidget
from shiboken6 import isValid

from tests.access.screen import where
from ui.editor.minute_editor import MinuteEditor
from ui.typist import Typist

MOST = 250
"""Stops after which a round that has not come back never will."""
EDGE = 8
"""Pixels round a stop in which its focus may be painted."""


@dataclass
class Round:
    """Where Tab stopped, in order, and what was wrong on the way; `whole` where it came back to its beginning."""

    stops: list[QWidget] = field(default_factory=list)
    faults: list[str] = field(default_factory=list)
    whole: bool = False


def go_round(typist: Typist, seen: set[str], chord: str = "Tab") -> Round:
    """Press Tab until it comes back to where it began; `seen` holds the stops whose focus was looked at before.

    In the minutes editor Tab is a key of writing: F6 is the way out of it. A panel that Tab closes ends the round.
    """
    window, made, here = typist.window, Round(), QApplication.focusWidget()
    if here is None:
        made.faults.append("nothing has the keyboard")
        return made
    for _ in range(MOST):
        made.stops.append(here)
        looks, name = where(here) not in seen, where(here)
        scrolled_away = len(made.stops) == 1 and here.visibleRegion().isEmpty()  # a scene began there, not Tab
        before = _picture(window, here) if looks and not scrolled_away else None
        now = _pressed(typist, here, chord)
        if not isValid(here) or not here.isVisible():
            made.stops.pop()
            return made
        if now is None or now is here:
            if len(made.stops) > 1:  # what opens at the caret keeps Tab for itself, Esc puts it away
                made.faults.append(f"{chord} stays in {name}")
            return made
        if before is not None and before == _picture(window, here):
            made.faults.append(f"the focus is not seen in {name}")
        seen.add(name)
        here = now
        if here in made.stops:
            made.whole = here is made.stops[0]
            if not made.whole and not any(isinstance(stop, MinuteEditor) for stop in made.stops):
                made.faults.append(f"{chord} goes round in a part, from {name} to {where(here)}")
            return made
    made.faults.append(f"{chord} never comes back to {where(made.stops[0])}")
    return made


def _pressed(typist: Typist, here: QWidget, chord: str) -> QWidget | None:
    """Leave a stop and return the next; a page with links has one stop for each."""
    if isinstance(here, MinuteEditor):
        typist.press(chord.replace("Tab", "F6"))
        if QApplication.focusWidget() is here:  # nothing else stands beside the sentence
            typist.press("Shift+Tab")
        return QApplication.focusWidget()
    for _ in range(MOST):
        typist.press(chord)
        now = QApplication.focusWidget()
        if now is not here or not isinstance(here, QTextBrowser):
            return now
    return here


def _picture(window: QWidget, widget: QWidget) -> QImage:
    """Return how a widget and a little round it look on the window."""
    box = QRect(widget.mapTo(window, QPoint(0, 0)), widget.size()).adjusted(-EDGE, -EDGE, EDGE, EDGE)
    return window.grab(box & window.rect()).toImage()
