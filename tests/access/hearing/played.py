"""The desk that plays a scene while another program listens: `python played.py FOLDER SCENE` on the register there.

Each line on the output is in JSON, and each is answered by a line on the input:

    {"press": "Tab"}            asks for a real key
    {"at": id}                  the keyboard is there now; `id` is what AT-SPI calls the thing
    {"screen": name, …}         a picture would be taken here: what is reached by key, what is ticked or chosen, faults;
                                where it is not settled yet, the answer "?" has it told again
"""

import json
import os
import sys
from collections.abc import Iterable
from pathlib import Path

from PySide6.QtCore import QElapsedTimer, QEvent, QModelIndex, QObject, QRect, QSocketNotifier, Qt
from PySide6.QtGui import QAccessible
from PySide6.QtWidgets import QAbstractButton, QAbstractItemView, QApplication, QTableView, QWidget
from shiboken6 import isValid

from tests.access import screen, tabbing
from tests.screens.scenes import SCENES
from tests.screens.stage import LOOKS, Stage
from ui.typist import Typist
from ui.widgets.pane import Pane

REST = 120
"""Milliseconds that a scene rests at most: nothing is photographed."""
LATE = 1000
"""Milliseconds after which the end of a key will not come."""
MANY = 60
"""Children of a list that are heard."""
ROUND_KEYS = ("Tab", "Shift+Tab", "F6", "Shift+F6")


class Seen(set[str]):
    """The stops whose focus was looked at: all of them, for other tests look at that."""

    def __contains__(self, _stop: object) -> bool:
        return True


class Releases(QObject):
    """Counts the keys that were let go in what has the keyboard.

    The window is no measure: Qt asks the screen readers first whether they want the key, and lets it come once more.
    Until then it has not been pressed.
    """

    def __init__(self, application: QApplication) -> None:
        super().__init__(application)
        self.count = 0
        application.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Count, and let everything through."""
        self.count += event.type() == QEvent.Type.KeyRelease and watched is QApplication.focusWidget()
        return False


class Outside:
    """The program that listens and presses keys, asked over a pipe while the window goes on."""

    def __init__(self) -> None:
        self.heard: list[str] = []
        self.notifier = QSocketNotifier(sys.stdin.fileno(), QSocketNotifier.Type.Read)
        self.notifier.activated.connect(lambda: self.heard.append(os.read(sys.stdin.fileno(), 9).decode()))

    def ask(self, typist: Typist, **question: object) -> str:
        """Ask, and go on once it is answered; return the answer."""
        self.heard.clear()
        print(json.dumps(question), flush=True)
        typist.until(lambda: bool(self.heard), f"{question} is answered", seconds=120)
        if self.heard == [""]:
            sys.exit("nobody listens any more")
        return self.heard[0].strip()


class Hand(Typist):
    """Presses the keys that lead round the window as the keyboard of the machine does, and the others as a typist."""

    def __init__(self, window: QWidget, outside: Outside) -> None:
        super().__init__(window)
        self.outside, self.walking = outside, False
        self.releases = Releases(QApplication.instance())

    def press(self, *chords: str) -> None:
        """Press chords; while a round goes on the keyboard's place is told after each."""
        for chord in chords:
            here, before, since = QApplication.focusWidget(), self.releases.count, QElapsedTimer()
            since.start()
            if self.walking and chord in ROUND_KEYS:
                self.outside.ask(self, press=chord)
            else:
                super().press(chord)
            # What shuts with the key, as a menu does, is not there for its release.
            self.until(lambda n=before, t=since: self.releases.count > n or t.elapsed() > LATE, f"{chord} has come")
            self.settle()
            now = QApplication.focusWidget()
            if self.walking and now is not None and now is not here:
                self.outside.ask(self, at=named(now))


class Played(Stage):
    """The desk on its stage, listened to and gone through by Tab where a picture would be taken."""

    def __init__(self, register: Path) -> None:
        self.outside, self.walked = Outside(), set[tuple[str, ...]]()
        super().__init__(register, LOOKS[0], register.parent)
        self.typist = Hand(self.window, self.outside)
        self.typist.until(self.taken_up, "the window has the keyboard")

    def taken_up(self) -> bool:
        """Say whether the window has the keyboard, and ask for it: what manages the windows may have come later."""
        self.window.activateWindow()
        return self.window.isActiveWindow()

    def rest(self, milliseconds: int = 0) -> None:
        """Rest no longer than is needed."""
        super().rest(min(milliseconds, REST))

    def shot(self, name: str) -> None:
        """Have the screen listened to; one that has not been gone through yet is gone through."""
        if self.window.place is None:
            return
        self.rest()
        here = QApplication.focusWidget()
        known = tuple(map(screen.where, [*screen.controls(self.window), *([here] if here else [])]))
        self.tell(screen=name)
        if known not in self.walked:
            self.walked.add(known)
            made, reached = self.gone_round(here)
            self.tell(reached, screen=name, faults=made.faults, over=named(screen.scope(self.window)))

    def tell(self, reached: Iterable[QWidget] = (), **told: object) -> None:
        """Have the screen listened to, and once more while that is asked for."""
        again = "?"
        while again:
            stops = {named(each): screen.where(each) for each in reached if isValid(each) and each.isVisible()}
            again = self.outside.ask(self.typist, **told, reached=stops, **truth(self.window))
            self.rest(REST if again else 0)

    def gone_round(self, here: QWidget | None) -> tuple[tabbing.Round, set[QWidget]]:
        """Return how Tab went, and what keys lead to where it came back."""
        self.typist.walking = True
        made = tabbing.go_round(self.typist, Seen())
        self.typist.walking = False
        reached = set[QWidget]()
        if made.whole:
            back = tabbing.go_round(self.typist, Seen(), "Shift+Tab")
            reached = {stop for stop in (*made.stops, *back.stops) if isValid(stop)}
            reached |= {each for each in screen.controls(self.window) if screen.led_to(each, reached)}
            # What hands the keyboard on to a stop is reached with it; the inside of a list is no thing of its own.
            handing = [each for each in self.window.findChildren(Pane) if each.focusProxy() in reached]
            reached |= {each for each in handing if each.focusPolicy() != Qt.FocusPolicy.NoFocus}
        if here is not None and isValid(here) and here.isVisible():
            here.setFocus()
            self.rest()
        return made, reached


def named(widget: QWidget) -> int:
    """Return what AT-SPI calls a widget."""
    return QAccessible.uniqueId(QAccessible.queryAccessibleInterface(widget))


def truth(window: QWidget) -> dict[str, dict[int, object]]:
    """Return which buttons are ticked, what the rows in sight of lists and tables say, and which of them are chosen."""
    controls = screen.controls(window)
    ticked = [each for each in controls if isinstance(each, QAbstractButton) and each.isCheckable()]
    views = [each for each in controls if isinstance(each, QAbstractItemView)]
    chosen = {each: said(each.currentIndex()) for each in views if each.selectionModel().hasSelection()}
    return {
        "ticked": {named(each): each.isChecked() for each in ticked},
        "rows": {named(each): [said(index) for index in in_sight(each)] for each in views},
        "chosen": {named(each): words for each, words in chosen.items() if each.currentIndex() in in_sight(each)},
    }


def in_sight(view: QAbstractItemView) -> list[QModelIndex]:
    """Return what a list or table shows whole, as far as one listens."""
    table = isinstance(view, QTableView)
    columns = view.model().columnCount() if table else 1  # a list hides its other columns
    rows = range(min(view.model().rowCount(), MANY // (columns + 1) - 1))
    found = [view.model().index(row, column) for row in rows for column in range(columns)]
    return [index for index in found if view.visibleRegion().boundingRect().contains(shown(view, index))]


def shown(view: QAbstractItemView, index: QModelIndex) -> QRect:
    """Return where a row or a cell is, in the view; a hidden one is nowhere."""
    box = view.visualRect(index)
    return QRect(view.viewport().mapTo(view, box.topLeft()), box.size()) if box.isValid() else QRect(-9, -9, 1, 1)


def said(index: QModelIndex) -> str:
    """Return what is said of a row or a cell."""
    return str(index.data(Qt.ItemDataRole.AccessibleTextRole) or index.data(Qt.ItemDataRole.DisplayRole) or "")


def main(folder: Path, scene: str) -> None:
    """Play the scene to its end."""
    QApplication.setAttribute(Qt.ApplicationAttribute.AA_DontUseNativeDialogs)
    application = QApplication(sys.argv[:1])
    application.setApplicationName("WIBDesk")
    stage = Played(folder / "register.wibdesk")
    SCENES[scene][1](stage)
    stage.close()


if __name__ == "__main__":
    main(Path(sys.argv[1]), sys.argv[2])
