"""The panel under an entry: its facts in real fields, kept as they are typed."""

from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeySequence
from PySide6.QtWidgets import QApplication, QLineEdit, QWidget

from ui.editor.forms import FORMS, Blank, reading, typed
from ui.editor.names_field import NamesField
from ui.theme import Theme
from ui.widgets.button import Button
from ui.widgets.fields import DropField, Field, LineField
from ui.widgets.key_bar import Keys
from ui.widgets.labels import column, row
from ui.widgets.popup import Popup
from wibdesk.domain.entries import Entry
from wibdesk.language import later, say, say_pairs

if TYPE_CHECKING:
    from PySide6.QtGui import QKeyEvent

KEYS = (("Enter", later("back to the sentence")), ("Tab", later("next field")))
NARROW = 440


class Panel(Popup):
    """A frame under an entry; Enter and Esc leave it, Tab goes through its fields and then back to the sentence."""

    left = Signal()
    reached = Signal(QWidget)

    def __init__(self, theme: Theme, over: QWidget, name: str) -> None:
        super().__init__(theme, over)
        self.setAccessibleName(name)
        self.setCursor(Qt.CursorShape.ArrowCursor)

    def start(self) -> None:
        """Give the keyboard to the first field, its words ready to be typed over."""
        stops = self.stops()
        if stops:
            stops[0].setFocus(Qt.FocusReason.PopupFocusReason)
            if isinstance(stops[0], QLineEdit):
                stops[0].selectAll()
            self.reached.emit(stops[0])

    def stops(self) -> list[QWidget]:
        """Return what Tab goes through, in order."""
        found = [w for w in self.findChildren(QWidget) if w.focusPolicy() & Qt.FocusPolicy.TabFocus]
        return [w for w in found if w.isVisibleTo(self) and w.isEnabled() and w.focusProxy() is None]

    def focusNextPrevChild(self, forward: bool) -> bool:
        """Go to the next field, and after the last one back to the sentence."""
        stops, here = self.stops(), QApplication.focusWidget()
        number = stops.index(here) + (1 if forward else -1) if here in stops else 0
        if 0 <= number < len(stops):
            self.reached.emit(stops[number])
            stops[number].setFocus(Qt.FocusReason.TabFocusReason if forward else Qt.FocusReason.BacktabFocusReason)
        else:
            self.left.emit()
        return True

    def keyPressEvent(self, event: "QKeyEvent") -> None:
        """Leave on Enter and Esc; both keep what was typed."""
        here = QApplication.focusWidget()
        if event.key() == Qt.Key.Key_Escape or (
            event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and not isinstance(here, Button)
        ):
            self.left.emit()
        elif event.matches(QKeySequence.StandardKey.Undo) or event.matches(QKeySequence.StandardKey.Redo):
            event.ignore()  # what was put into the fields is undone with the text
            return
        # Whatever a field leaves alone must not reach the sheet, where it would move the caret or turn the entry.
        event.accept()


class DetailsPanel(Panel):
    """The fields of one kind; `filled` carries the field and its words at every change."""

    filled = Signal(object, str)

    def __init__(
        self, theme: Theme, over: QWidget, entry: Entry, *, name: str, people: Callable[[], Sequence[str]], wide: int
    ) -> None:
        super().__init__(theme, over, name)
        self.over, self.people, self.entry = over, people, entry
        self.fields: dict[str, tuple[Blank, Field]] = {}
        self.buttons = row(theme, spacing=8)
        self.page = column(theme, spacing=10, margins=(12, 10, 12, 10))
        narrow = wide / theme.scale < NARROW
        for blanks in FORMS[entry.kind]:
            made = [(self._field(blank), blank.share) for blank in blanks]
            below = narrow and any(blank.sort != "number" for blank in blanks)  # figures are short: they stay abreast
            line = column(theme, *made, spacing=10) if below else row(theme, *made, spacing=12)
            for field, _ in made:
                line.setAlignment(field, Qt.AlignmentFlag.AlignTop)
            self.page.put(line)
        self.page.put(row(theme, self.buttons, None))
        self.page.put(row(theme, Keys(theme, say_pairs(KEYS)), None))
        self.setLayout(self.page)
        self.look_again(entry)

    def add_button(self, words: str, deed: Callable[[], object]) -> Button:
        """Add a button below the fields."""
        button = Button(self.theme, words)
        button.clicked.connect(deed)
        self.buttons.put(button)
        return button

    def start_at(self, name: str) -> None:
        """Give the keyboard to the field of this fact, where the kind has it, its words ready to be typed over."""
        if name not in self.fields:
            return
        for line in self.findChildren(QLineEdit):
            line.deselect()
        widget = self.fields[name][1].widget
        widget.setFocus(Qt.FocusReason.PopupFocusReason)
        if isinstance(widget, QLineEdit):
            widget.selectAll()
        self.reached.emit(widget)

    def look_again(self, entry: Entry) -> None:
        """Show what the program reads in the fields, after an entry changed."""
        self.entry = entry
        for blank, field in self.fields.values():
            widget, said = field.widget, typed(entry, blank)
            if isinstance(widget, DropField):
                widget.choose(said)
            elif isinstance(widget, LineField):
                if not widget.hasFocus() and widget.text() != said:
                    widget.setText(said)
                words, doubtful = reading(entry, blank, widget.text())
                _say(field, words, doubtful=doubtful)

    def _field(self, blank: Blank) -> Field:
        widget = self._widget(blank)
        field = Field(self.theme, say(blank.caption), widget)
        self.fields[blank.name] = blank, field
        return field

    def _widget(self, blank: Blank) -> QWidget:
        text = typed(self.entry, blank)
        if blank.sort == "choice":
            known = {option for option, _ in blank.options}
            options = say_pairs(blank.options) if text in known else [*say_pairs(blank.options), (text, text)]
            drop = DropField(self.theme, options, text)
            drop.picked.connect(lambda chosen: self.filled.emit(blank, chosen))
            return drop
        line: LineField
        if blank.sort in ("names", "name") or blank.options:
            names = (lambda: [word for _, word in blank.options]) if blank.options else self.people
            line = NamesField(self.theme, names, self.over, several=blank.sort == "names")
        else:
            line = LineField(self.theme)
        line.setText(text)
        line.textEdited.connect(lambda words: self.filled.emit(blank, words))
        return line


class LinkPanel(Panel):
    """Where selected words lead: an address, or nowhere when it is left empty."""

    def __init__(self, theme: Theme, over: QWidget, address: str) -> None:
        super().__init__(theme, over, say("Link"))
        self.address = LineField(theme, address)
        field = Field(theme, say("Address"), self.address, say("A web page or an e-mail address; empty for no link."))
        self.setLayout(
            column(
                theme, field, row(theme, Keys(theme, say_pairs(KEYS[:1])), None), spacing=10, margins=(12, 10, 12, 10)
            )
        )


def _say(field: Field, words: str, *, doubtful: bool) -> None:
    """Show below a field what was read in it."""
    if field.note.text() == words:
        return
    field.note.setText(words)
    field.note.set_colour("warn" if doubtful else "muted")
    field.note.setVisible(bool(words))
    field.widget.setAccessibleDescription(words)
