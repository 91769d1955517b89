"""The page that is read back: what was decided and who does what, the line that puts right, the form that closes."""

from collections.abc import Sequence
from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtWidgets import QApplication, QBoxLayout, QWidget

from ui.lists import RowList
from ui.places.room.picker import Picker
from ui.places.room.readback.closing_form import ClosingForm, stops
from ui.places.room.readback.line_list import ReadDelegate
from ui.places.room.readback.rows import ReadRow
from ui.theme import Theme
from ui.widgets.button import Button
from ui.widgets.empty import Empty
from ui.widgets.labels import Label, column, hold, row
from ui.widgets.pane import Pane
from wibdesk.language import later, say

if TYPE_CHECKING:
    from PySide6.QtGui import QResizeEvent

NOTHING = later("Nothing to read back yet")
LOW = 290  # height, a length of the design, below which the form is away while the lines are read
WHY_NOTHING = later("Decisions, actions and what wants putting right stand here as soon as there are any.")


class ReadbackPanel(Pane):
    """Shows the rows; the keyboard goes from line to line, or into the form beside them."""

    def __init__(self, theme: Theme) -> None:
        super().__init__(theme, "sheet")
        self.beside = True
        self.heading = Label(theme, say("Read back before closing"), "heading")
        self.heading.setProperty("kept_free", True)  # no toast lies over it
        self.about = Label(theme, "", "small", "muted")
        self.delegate = ReadDelegate(theme)
        self.list = RowList(theme, self.delegate, say("Read back"))
        self.empty = Empty(theme, say(NOTHING), say(WHY_NOTHING))
        self.asking = Picker(theme, say("What may stand there"))
        self.form = ClosingForm(theme)
        self.to_form = Button(theme, say("End and next meeting"), "quiet")
        self.head = row(theme, self.heading, self.about, None, self.to_form, spacing=12, margins=(20, 12, 16, 4))
        self.lines = hold(column(theme, self.head, self.empty, (self.list, 1), spacing=0))  # toasts stand at its foot
        self.both = row(theme, (column(theme, (self.lines, 1), self.asking, spacing=0), 1), self.form, spacing=0)
        self.setLayout(self.both)
        self.list.installEventFilter(self)
        self.asking.closed.connect(self.make_room)
        self.to_form.clicked.connect(self.show_form)

    def set_size(self, size: str) -> None:
        """Take the form of a layout: where there is little room the form stands under the list."""
        self.beside = size != "single"
        across, down = QBoxLayout.Direction.LeftToRight, QBoxLayout.Direction.TopToBottom
        self.both.setDirection(across if self.beside else down)
        self.delegate.narrow = size in ("single", "compact")
        self.form.set_beside(self.beside)
        self.make_room()
        self.list.restyle()

    def make_room(self) -> None:
        """Leave the form away while a question is asked, or lines are read, where there is no room for both."""
        low = not self.beside and self.height() < self.theme.px(LOW)
        free = self.asking.current is None
        here = self.form.isAncestorOf(QApplication.focusWidget() or self)
        self.form.setVisible(self.beside or (free and (here or not low)))
        self.to_form.setVisible(low and free and not here)
        self.about.setVisible(not low)

    def show_form(self) -> None:
        """Show the form where it was away, and give it the keyboard."""
        self.form.show()
        stops(self.form)[0].setFocus(Qt.FocusReason.OtherFocusReason)
        self.to_form.hide()  # only now: with the keyboard on it, hiding it would send the keyboard to the lines

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Keep the line with the keyboard in sight when a question takes room from the list."""
        if event.type() == QEvent.Type.Resize and self.list.currentIndex().isValid():
            self.list.scrollTo(self.list.currentIndex())
        if event.type() == QEvent.Type.FocusIn:
            self.make_room()
        return super().eventFilter(watched, event)

    def resizeEvent(self, event: "QResizeEvent") -> None:
        """Make room anew for another height."""
        super().resizeEvent(event)
        self.make_room()

    def show_rows(self, rows: Sequence[ReadRow], heading: str, about: str) -> None:
        """Show these rows; the chosen one stays chosen, else the nearest is."""
        self.heading.setText(heading)
        self.about.setText(about)
        had_focus = self.list.hasFocus()
        self.list.set_rows(rows)
        self.list.setVisible(bool(rows))
        self.empty.setVisible(not rows)
        if rows and self.list.current_row() is None:
            self.list.choose_first()
        if not rows and had_focus:
            self.stop().setFocus(Qt.FocusReason.OtherFocusReason)

    def next_wanting(self) -> ReadRow | None:
        """Go to the next line that wants putting right, round to the first; None where there is none."""
        rows = [each for each in self.list.row_model.rows if isinstance(each, ReadRow)]
        here = self.list.currentIndex().row()
        wanting = [n for n, each in enumerate(rows) if each.wanting]
        after = [n for n in wanting if n > here]
        if not wanting:
            return None
        found = rows[(after or wanting)[0]]
        self.list.choose(found.row_id)
        return found

    def row(self) -> ReadRow | None:
        """Return the line with the keyboard."""
        found = self.list.current_row()
        return found if isinstance(found, ReadRow) else None

    def stop(self) -> QWidget:
        """Return what takes the keyboard here."""
        if not self.list.isHidden():
            return self.list
        return self.form.close_button if self.form.close_button.isVisibleTo(self) else self.form.back
