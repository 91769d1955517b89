"""Shows what a paper says otherwise than its version exported last, in place of the pages."""

from collections.abc import Sequence
from datetime import datetime
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Qt
from PySide6.QtGui import QPainter, QPaintEvent

from ui.differences import Line, Mark, count, differences
from ui.places.preview.ways_out import FORMATS
from ui.theme import Theme
from ui.widgets.changed_text import ChangedText
from ui.widgets.empty import Empty
from ui.widgets.key_bar import Keys
from ui.widgets.labels import Label, column, row
from ui.widgets.pane import Pane
from wibdesk.domain.dates import short_date
from wibdesk.language import counted, later, say

if TYPE_CHECKING:
    from ui.places.preview.looking import Looked
    from ui.places.preview.place import PreviewPlace
    from wibdesk.domain.exports import Export

NOTHING_YET = later("Nothing was exported yet")
WHY_NOTHING = later("As soon as this paper is saved, it can be compared with what was saved last.")
LOCKED = later("The last version was saved with a password")
WHY_LOCKED = later("The register keeps no words of {}, so there is nothing to compare with.")
NOT_THIS_YET = later("The {} version was not exported yet")


class Comparison(Pane):
    """What was added and removed, under a head that says since when."""

    def __init__(self, theme: Theme) -> None:
        super().__init__(theme, "sheet")
        self.heading, self.about = Label(theme, "", "heading", wrap=True), Label(theme, "", "small", "muted", wrap=True)
        self.text, self.empty = ChangedText(theme), Empty(theme, "", "", edge=28)
        keys = Keys(theme, [("Esc", say("back to the pages"))])
        words = column(theme, self.heading, self.about, spacing=2)
        self.head = Pane(theme, "sheet", "b", layout=row(theme, (words, 1), keys, margins=(28, 12, 20, 12)))
        self.setLayout(column(theme, self.head, self.empty, (self.text, 1), spacing=0))
        self.text.setAccessibleName(say("Changes since the last version"))
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)

    def show_lines(self, last: "Export | None", lines: Sequence[Line], today: datetime) -> None:
        """Show the lines that changed; where there are none, why."""
        since = say("since {date}", date=moment_words(last.at, today)) if last is not None else ""
        self.head.setVisible(bool(lines))
        self.text.setVisible(bool(lines))
        self.empty.setVisible(not lines)
        if last is None:
            self.empty.say(say(NOTHING_YET), say(WHY_NOTHING))
        elif not last.words:
            self.empty.say(say(LOCKED), say(WHY_LOCKED).format(last.name))
        elif not lines:
            self.empty.say(
                say("No changes {since}", since=since), say("{last} says the same, word for word.", last=last.name)
            )
        added, removed = (
            counted(count(lines, Mark.ADDED), "{number} line", "{number} lines"),
            counted(count(lines, Mark.REMOVED), "{number} line", "{number} lines"),
        )
        self.heading.setText(say("Changes {since}", since=since))
        self.about.setText(
            say(
                "+ {added} added, − {removed} removed. Compared with {last}",
                added=added,
                removed=removed,
                last=last.name if last else "",
            )
        )
        self.text.show_lines(lines)
        self.text.setAccessibleDescription(self.words())
        self.setAccessibleName(self.words())
        self.setFocusProxy(self.text if lines else None)  # type: ignore[arg-type]  # None takes it away again

    def say_none_of(self, edition: str) -> None:
        """Say that this of two versions was not exported yet; the other may have been."""
        self.empty.say(say(NOT_THIS_YET).format(edition), say(WHY_NOTHING))
        self.setAccessibleName(self.words())

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint along the top whether it has the keyboard, where there is no text that does."""
        super().paintEvent(event)
        if self.hasFocus() and self.text.isHidden():
            QPainter(self).fillRect(0, 0, self.width(), self.theme.focus_width, self.theme.focus)

    def words(self) -> str:
        """Return in words what is shown, for a screen reader."""
        shown = (self.heading, self.about) if self.empty.isHidden() else (self.empty.heading, self.empty.why)
        return ". ".join(label.text().rstrip(".") for label in shown)


class Comparing(QObject):
    """Compares the paper that is shown; the lines are told apart on a worker."""

    def __init__(self, place: "PreviewPlace") -> None:
        super().__init__(place)
        self.place, self.context, self.middle = place, place.context, place.middle
        self.wished = False  # whether to compare as soon as the paper has been looked over

    def start(self) -> None:
        """Compare the paper as it stands in the register now with its version exported last."""
        self.wished = True
        self.place.making.refresh()

    def go_on(self) -> None:
        """Compare, where that was asked for, once the paper has been looked over."""
        looked, last, wished = self.place.making.looked, self.place.making.papers.last, self.wished
        self.wished = False
        if not wished or looked is None or looked.document is None:
            return
        if last is None or not last.words:
            self._show(())
        else:
            self.context.tasks.run(compared, looked, last, on_done=self._show)

    def stop(self) -> bool:
        """Go back to the pages; say whether they were away."""
        shown = self.middle.compares()
        if shown:
            self.middle.stop_comparing()
            self._settle()
        return shown

    def words(self, *, short: bool = False) -> str:
        """Return what the button says that compares."""
        last = self.place.making.papers.last
        if last is None or short:
            return say("Compare with the last version")
        when = moment_words(last.at, self.context.desk.now())
        edition = f", {last.edition}" if self._of_two() else ""  # where there is only one, it has no name
        return say(
            "Compare with the version of {when} ({format}{edition})",
            when=when,
            format=say(FORMATS.get(last.format, last.format)),
            edition=edition,
        )

    def _of_two(self) -> bool:
        looked = self.place.making.looked
        return looked is not None and looked.two

    def _show(self, lines: Sequence[Line]) -> None:
        self.place.show_side(False)
        self.middle.comparison.show_lines(self.place.making.papers.last, lines, self.context.desk.now())
        if self.place.making.papers.last is None and self._of_two():
            self.middle.comparison.say_none_of(self.place.side.audience.choice.chosen())
        self.middle.compare()
        self.context.messages.announce(self.middle.comparison.words())
        self._settle()

    def _settle(self) -> None:
        self.place.layout_of.comparing = self.middle.compares()
        self.place.layout_of.settle()
        self.place.keys_changed.emit()


def compared(looked: "Looked", last: "Export") -> tuple[Line, ...]:
    """Return what a paper says otherwise than a version exported before."""
    return differences(last.words, "\n".join(looked.lines()))


def moment_words(at: datetime, today: datetime) -> str:
    """Return a moment in the clerk's own time: `Thu 12 Nov 2026 10:14`."""
    local = at.astimezone(today.tzinfo)
    return f"{short_date(local.date())} {local:%H:%M}"
