"""What is in a backup, beside the list, and what can be done with it."""

from typing import TYPE_CHECKING, TypeAlias

from PySide6.QtWidgets import QWidget

from ui.places.safe_keeping.moments import breakable
from ui.places.safe_keeping.refilling import refill
from ui.theme import Theme
from ui.widgets.button import Button
from ui.widgets.labels import Label, column, hold, row
from ui.widgets.pane import Pane, Scroll
from wibdesk.domain.dates import short_date
from wibdesk.language import counted, say

if TYPE_CHECKING:
    from collections.abc import Sequence
    from datetime import date

    from wibdesk.domain.backups import Backup
    from wibdesk.safety.backups import Contents

MOST_BODIES = 6
Words: TypeAlias = tuple[str, str, str]  # words, role and ink of a line


class BackupCard(Pane):
    """The chosen backup in words, with its buttons."""

    takes_letters = True  # nothing is typed here

    def __init__(self, theme: Theme) -> None:
        super().__init__(theme, "panel", "l")
        self.heading = Label(theme, "", "heading", wrap=True)
        self.about = Label(theme, "", "small", "muted", wrap=True)
        self.restore_button = Button(theme, say("Restore this backup…"), icon="history", key="R")
        self.read_button = Button(theme, say("Open to read"), icon="book-open", key="O")
        self.folder_button = Button(theme, say("Show in folder"), "quiet", icon="folder-open", key="S")
        self.lines = column(theme, spacing=2)
        words = column(theme, self.heading, self.about, 6, self.lines, None, spacing=3, margins=(22, 18, 20, 8))
        page = QWidget()
        page.setLayout(words)
        buttons = (row(theme, b, None) for b in (self.restore_button, self.read_button, self.folder_button))
        foot = hold(column(theme, *buttons, spacing=4, margins=(20, 8, 18, 14)))
        self.foot = foot
        self.setLayout(column(theme, (Scroll(page), 1), foot, spacing=0))
        self.show_nothing()

    def show_nothing(self) -> None:
        """Show that no backup is chosen."""
        self._say(say("No backup chosen"), say("What is in a backup is shown here."))
        self.foot.hide()

    def show_backup(self, backup: "Backup", when: str) -> None:
        """Show which backup it is, while its contents are read."""
        self._say(when, f"{backup.reason.label}\n{breakable(backup.path.name)}")
        self.foot.show()
        self._fill([(say("Reading what is in it"), "small", "muted")])

    def show_contents(self, contents: "Contents") -> None:
        """Show what the backup holds."""
        counts = [
            say("{contents:,} words of minutes", contents=contents.words),
            counted(contents.meetings, "{number:,} meeting", "{number:,} meetings"),
        ]
        if contents.plans:
            counts.append(counted(contents.plans, "{number:,} plan", "{number:,} plans"))
        bodies = [
            f"{body.name}, {counted(body.meetings, '{number:,} meeting', '{number:,} meetings')}"
            for body in contents.bodies
        ]
        more = len(bodies) - MOST_BODIES
        if more > 0:
            bodies[MOST_BODIES:] = [counted(more, "and {number:,} more body", "and {number:,} more bodies")]
        lines: list[Words | int] = [(", ".join(counts), "strong", "ink"), 10, (say("Bodies"), "label", "muted")]
        lines += [(words, "body", "ink") for words in bodies or [say("None yet")]]
        if contents.newest:
            lines += [10, (say("Newest meetings"), "label", "muted")]
            lines += [(f"{_day(one.date)}, {one.title or one.body}", "body", "ink") for one in contents.newest]
        self._fill(lines)

    def show_trouble(self, words: str) -> None:
        """Say why the backup cannot be read."""
        self._fill([(words, "body", "bad")])

    def _say(self, heading: str, about: str) -> None:
        self.heading.setText(heading)
        self.about.setText(about)
        self._fill(())

    def _fill(self, lines: "Sequence[Words | int]") -> None:
        refill(self.lines, [line if isinstance(line, int) else Label(self.theme, *line, wrap=True) for line in lines])
        said = (line[0] for line in lines if not isinstance(line, int))
        self.setAccessibleName(". ".join((self.heading.text(), *said)))


def _day(day: "date | None") -> str:
    return short_date(day) if day else say("no day yet")
