"""To whom a message goes: the names on one line, and unfolded each address with a tick that leaves it out."""

from collections.abc import Sequence
from typing import TYPE_CHECKING

from PySide6.QtCore import QRectF, QSize, Qt, Signal
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import QPushButton, QSizePolicy, QVBoxLayout, QWidget

from ui import paint
from ui.theme import Theme
from ui.widgets.choice import Tick
from wibdesk.language import say

if TYPE_CHECKING:
    from PySide6.QtGui import QKeyEvent, QPaintEvent

    from wibdesk.domain.mail_proposal import Addressee


class NameLine(QPushButton):
    """The names, as many as there is room for, and how many more; a press unfolds the addresses."""

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self.theme, self.names, self.unfolded, self.alone = theme, list[str](), False, False
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)
        theme.changed.connect(self.updateGeometry)

    def show_names(self, names: Sequence[str], *, unfolded: bool, alone: bool) -> None:
        """Show these names and what a press does; `alone` is somebody who gets it by themselves."""
        self.names, self.unfolded, self.alone = list(names), unfolded, alone
        what = (
            say("puts the address right")
            if alone
            else say("{words} the addresses", words=say("hides") if unfolded else say("shows"))
        )
        self.setAccessibleName(say("To {names}", names=", ".join(names) or say("nobody")))
        self.setAccessibleDescription(say("Enter {what}.", what=what))
        self.update()

    def fitting(self, room: float) -> str:
        """Return as many names as there is room for, and how many more there are."""
        for number in range(len(self.names), 0, -1):
            more = len(self.names) - number
            words = ", ".join(self.names[:number]) + (say(" and {more} more", more=more) if more else "")
            if number == 1 or paint.text_width(self.theme, "body", words) <= room:
                return words
        return say("Nobody")

    def sizeHint(self) -> QSize:
        """Return the height of a field."""
        return QSize(self.theme.px(200), self.theme.px(34))

    def keyPressEvent(self, event: "QKeyEvent") -> None:
        """Unfold on Enter as on Space."""
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and not event.modifiers():
            self.click()
            return
        super().keyPressEvent(event)

    def paintEvent(self, event: "QPaintEvent") -> None:
        """Paint the frame of a field, the names and the arrow."""
        t, p, centre = self.theme, QPainter(self), self.height() / 2
        frame = QRectF(self.rect()).adjusted(1, 1, -1, -1)
        paint.box(p, frame, t.hover if self.underMouse() else t.sheet, t.line_strong, t.px(5))
        paint.icon(p, t, t.px(10), centre, "user-round" if self.alone else "users", "muted", 16)
        words = QRectF(t.px(34), 0, self.width() - t.px(68), self.height())
        paint.text(p, t, words, self.fitting(words.width()), "body", "ink")
        mark = "pencil" if self.alone else "chevron-down" if self.unfolded else "chevron-right"
        paint.icon(p, t, self.width() - t.px(26), centre, mark, "muted", 16)
        if self.hasFocus():
            paint.focus_ring(p, t, QRectF(self.rect()), 5)


class PeopleBox(QWidget):
    """`turned` carries whoever is left out or taken in, `wished` whose address is to be put right."""

    turned = Signal(object)
    wished = Signal(object)

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self.theme, self.unfolded = theme, False
        self.people: list[Addressee] = []
        self.left_out: list[Addressee] = []
        self.ticks: list[Tick] = []
        self.line = NameLine(theme)
        self.line.clicked.connect(self.turn)
        self.column = QVBoxLayout(self)
        self.column.setContentsMargins(0, 0, 0, 0)
        self.column.setSpacing(theme.px(2))
        self.column.addWidget(self.line)

    def show_people(self, people: "Sequence[Addressee]", left_out: "Sequence[Addressee]") -> None:
        """Show these; the keyboard stays at the person that it was at."""
        at = next((n for n, tick in enumerate(self.ticks) if tick.hasFocus()), None)
        for tick in self.ticks:
            self.column.removeWidget(tick)
            tick.hide()
            tick.deleteLater()
        self.people, self.left_out = list(people), list(left_out)
        kept = [each for each in people if each not in left_out]
        alone = [f"{each.name}  {each.address}" for each in kept] if len(people) == 1 else []
        self.line.show_names(alone or [each.name for each in kept], unfolded=self.unfolded, alone=bool(alone))
        self.ticks = [self._tick(each) for each in people] if self.unfolded and not alone else []
        if at is not None and self.ticks:
            self.ticks[min(at, len(self.ticks) - 1)].setFocus()

    def turn(self) -> None:
        """Unfold the addresses, or fold them away; of one person, put the address right."""
        if len(self.people) == 1:
            self.wished.emit(self.people[0])
            return
        self.unfolded = not self.unfolded
        self.show_people(self.people, self.left_out)

    def keyPressEvent(self, event: "QKeyEvent") -> None:
        """Put the address of the person right on F2 or Enter; go up and down on the arrows."""
        at = next((n for n, tick in enumerate(self.ticks) if tick.hasFocus()), None)
        alone = 0 if len(self.people) == 1 else None
        at = alone if at is None else at
        if at is not None and event.key() in (Qt.Key.Key_F2, Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.wished.emit(self.people[at])
        elif event.key() in (Qt.Key.Key_Down, Qt.Key.Key_Up):
            self.focusNextPrevChild(event.key() == Qt.Key.Key_Down)
        else:
            super().keyPressEvent(event)

    def _tick(self, person: "Addressee") -> Tick:
        what = ", ".join(filter(None, (person.why, say("not on the roster") if person.outside else "")))
        words = f"{person.name}  {person.address}{f'  ({what})' if what else ''}"
        tick = Tick(self.theme, words, on=person not in self.left_out)
        tick.setAccessibleDescription(say("Space leaves out, F2 puts the address right."))
        tick.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)
        tick.clicked.connect(lambda: self.turned.emit(person))
        self.column.addWidget(tick)
        return tick
