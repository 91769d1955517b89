"""Two texts of one entry, the clerk's own and another writer's: what differs, and which of them shall stand."""

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal

from ui.differences import Line, Mark, Piece, both_forms
from ui.editor.lines import lines_of, words_of
from ui.theme import Theme
from ui.widgets.button import Button
from ui.widgets.changed_text import ChangedText
from ui.widgets.labels import Icon, Label, column, row
from ui.widgets.pane import Pane
from wibdesk.domain.merging import Choice, Conflict
from wibdesk.language import later, say

if TYPE_CHECKING:
    from PySide6.QtGui import QResizeEvent

    from wibdesk.domain.entries import Entry

HIGHEST, LOWEST = 150, 42
"""Most and least that the two texts take of the sheet, lengths of the design; longer ones scroll."""
OTHERS = 300
"""What the sentence and the strips round it want of the sheet before the texts get more than the least."""
BOTH = (later("Keep mine"), later("Keep theirs"))
TAKEN_BY_ME = (later("Leave it away"), later("Bring theirs back"))
TAKEN_BY_THEM = (later("Keep mine"), later("Leave it away"))


class ConflictCard(Pane):
    """Stands below the sentence, so that no line moves while somebody types; it never takes the keyboard by itself.

    `chosen` carries what shall stand, `place_wished` asks for the entry on the sheet, `next_wished` for the next one.
    """

    chosen = Signal(object)
    place_wished = Signal()
    next_wished = Signal()

    def __init__(self, theme: Theme) -> None:
        super().__init__(theme, "warn_soft", "t")
        self.heading, self.place = Label(theme, "", "strong", wrap=True), Label(theme, "", "small", "muted")
        self.text = ChangedText(theme, quiet=True)
        self.text.setAccessibleName(say("Both texts"))
        self.mine, self.theirs = Button(theme, say(BOTH[0]), "plain"), Button(theme, say(BOTH[1]), "plain")
        self.both = Button(theme, say("Keep both"), "plain")
        self.show_place, self.next = Button(theme, say("Show the entry"), "quiet"), Button(theme, say("Next"), "quiet")
        self.next.setAccessibleName(say("Show the next pair of texts"))
        head = row(theme, Icon(theme, "triangle-alert", "warn"), (self.heading, 1), self.place, self.next, spacing=8)
        buttons = row(theme, self.mine, self.theirs, self.both, None, self.show_place, spacing=6)
        self.setLayout(column(theme, head, self.text, buttons, spacing=4, margins=(20, 8, 16, 8)))
        for button, choice in ((self.mine, Choice.MINE), (self.theirs, Choice.THEIRS), (self.both, Choice.BOTH)):
            button.clicked.connect(lambda _checked=False, made=choice: self.chosen.emit(made))
        self.show_place.clicked.connect(self.place_wished)
        self.next.clicked.connect(self.next_wished)
        theme.changed.connect(self._fit)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.hide()

    def show_conflict(self, conflict: Conflict, place: str, number: int, count: int) -> None:
        """Show one of `count` conflicts; `place` names the item that it is in."""
        self.heading.setText(heading_of(conflict))
        self.place.setText(
            ", ".join(
                filter(None, (place, say("{number} of {count}", number=number, count=count) if count > 1 else ""))
            )
        )
        self.next.setVisible(count > 1)
        mine, theirs = conflict.mine is not None, conflict.theirs is not None
        words = BOTH if mine and theirs else TAKEN_BY_THEM if mine else TAKEN_BY_ME
        self.mine.set_words(say(words[0]))
        self.theirs.set_words(say(words[1]))
        self.both.setVisible(mine and theirs)
        self.show_place.setVisible(mine)
        lines = lines_told(conflict)
        if lines != self.text.lines:
            self.text.show_lines(lines)
        self.text.setAccessibleDescription(". ".join(line.words for line in lines))
        self.setAccessibleName(f"{self.heading.text()} {self.place.text()}")
        self.show()
        self._fit()

    def resizeEvent(self, event: "QResizeEvent") -> None:
        """Give the texts the height that they have at this width."""
        super().resizeEvent(event)
        self._fit()

    def _fit(self) -> None:
        wanted = int(self.text.document().size().height()) + 4
        sheet = self.parentWidget()
        spare = sheet.height() - self.theme.px(OTHERS) if sheet is not None else wanted
        self.text.setFixedHeight(min(wanted, self.theme.px(HIGHEST), max(spare, self.theme.px(LOWEST))))


def heading_of(conflict: Conflict) -> str:
    """Say what happened to the entry."""
    if conflict.mine is None:
        return say("You took this entry away, and it was changed elsewhere.")
    if conflict.theirs is None:
        return say("You changed this entry, and it was taken away elsewhere.")
    return say("This entry was changed here and elsewhere. Nothing is lost: choose what shall stand.")


def lines_told(conflict: Conflict) -> tuple[Line, ...]:
    """Return both texts, the words that differ marked; the one text where the other was taken away."""
    if conflict.mine is None or conflict.theirs is None:
        words = flat(conflict.theirs or conflict.mine)
        return (_named(say("Theirs") if conflict.mine is None else say("Yours"), (Piece(words),)),)
    mine, theirs = both_forms(flat(conflict.mine), flat(conflict.theirs))
    return _named(say("Yours"), mine.pieces), _named(say("Theirs"), theirs.pieces)


def flat(entry: "Entry | None") -> str:
    """Return the words of an entry in one line."""
    lines = (words_of(line) for line in lines_of(entry)) if entry is not None else ()
    return " / ".join(filter(None, lines))


def _named(whose: str, pieces: tuple[Piece, ...]) -> Line:
    return Line(Mark.SAME, (Piece(f"{whose}: "), *pieces))
