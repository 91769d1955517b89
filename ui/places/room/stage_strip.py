"""The strip over the sheet: how the sitting stands, and the one button that moves it on; it asks before it closes."""

from collections.abc import Sequence
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QWidget

from ui.places.room.folding import FoldingStrip
from ui.theme import Theme
from ui.widgets.button import Button
from ui.widgets.labels import Icon, Label, column, row
from ui.widgets.pane import Pane
from wibdesk.domain.attendance import Status
from wibdesk.domain.dates import clock
from wibdesk.domain.deadlines import DueKind
from wibdesk.domain.meetings import Meeting, Stage

if TYPE_CHECKING:
    from PySide6.QtGui import QKeyEvent


class StageStrip(FoldingStrip):
    """Shown before the meeting starts and after it closed; while it is live there is nothing to say here."""

    start_wished = Signal()
    reopen_wished = Signal()
    approve_wished = Signal()

    def __init__(self, theme: Theme) -> None:
        super().__init__(theme)
        self.words = Label(theme, "", "body", "muted", wrap=True)
        self.start = Button(theme, "Start the meeting", "primary", key="F5")
        self.reopen = Button(theme, "Reopen the meeting", "plain")
        self.start.clicked.connect(self.start_wished)
        self.approve = Button(theme, "Approve the minutes…", "plain")
        self.reopen.clicked.connect(self.reopen_wished)
        self.approve.clicked.connect(self.approve_wished)
        said = row(theme, Icon(theme, "info"), (self.words, 1), spacing=12)
        self.lay_out(said, self.start, self.approve, self.reopen)

    def show_stage(self, meeting: Meeting | None, *, changeable: bool) -> None:
        """Say how the sitting stands, unless nothing can be changed any more."""
        details = meeting.details if meeting else None
        stage = details.stage if details else Stage.LIVE
        self.setVisible(stage is not Stage.LIVE and changeable)
        self.start.setVisible(stage is Stage.PLANNED)
        self.reopen.setVisible(stage is Stage.CLOSED)
        self.approve.setVisible(stage is Stage.CLOSED)
        if stage is Stage.PLANNED:
            self.words.setText("The meeting has not started. Minutes can be typed already.")
        elif details is not None and stage is Stage.CLOSED:
            at = f" at {clock(details.end)}" if details.end else ""
            self.words.setText(f"The meeting was closed{at}. Its minutes can still be put right.")


class ClosePanel(Pane):
    """What is still open before the meeting closes: it warns, never blocks. Enter closes the meeting, Esc goes on."""

    close_wished = Signal()
    left = Signal()

    def __init__(self, theme: Theme) -> None:
        super().__init__(theme, "warn_soft", "b")
        self.heading = Label(theme, "Close the meeting now?", "strong")
        self.words = Label(theme, "", "body", wrap=True)
        self.close_button = Button(theme, "Close the meeting", "primary", key="Enter")
        self.stay_button = Button(theme, "Go on with it", "plain", key="Esc")
        self.close_button.clicked.connect(self.close_wished)
        self.stay_button.clicked.connect(self.left)
        said = column(theme, self.heading, self.words, spacing=2)
        buttons = row(theme, self.close_button, self.stay_button, None, spacing=8)
        self.setLayout(column(theme, said, buttons, spacing=8, margins=(20, 10, 16, 10)))
        self.hide()

    def ask(self, meeting: Meeting) -> None:
        """Say what is open in this meeting and wait for the clerk."""
        self.say_open(meeting)
        self.show()
        self.close_button.setFocus(Qt.FocusReason.OtherFocusReason)

    def say_open(self, meeting: Meeting) -> None:
        """Say what is open in this meeting as it stands now."""
        warnings = open_ends(meeting)
        self.set_ground("warn_soft" if warnings else "panel")
        self.words.setText(
            "\n".join(warnings) if warnings else "Everybody is marked and every action has owner and date."
        )
        self.setAccessibleName(f"{self.heading.text()} {self.words.text()}")
        self.close_button.setAccessibleDescription(self.words.text())

    def keyPressEvent(self, event: "QKeyEvent") -> None:
        """Go on with the meeting on Esc."""
        if event.key() == Qt.Key.Key_Escape:
            self.left.emit()
        else:
            super().keyPressEvent(event)

    def stop(self) -> QWidget:
        """Return what takes the keyboard here."""
        return self.close_button


def open_ends(meeting: Meeting) -> list[str]:
    """Return a sentence for each thing that is still open: unmarked people, actions without owner or date."""
    unknown = [a.shown for a in meeting.attendance if a.status is Status.UNKNOWN]
    actions = [action for _, action in meeting.actions()]
    ownerless = [a.ref or "new" for a in actions if not a.owners]
    dateless = [a.ref or "new" for a in actions if a.due.kind is DueKind.NONE and not a.due.as_written]
    return [
        *_sentence(unknown, "person is not marked", "people are not marked"),
        *_sentence(ownerless, "action has no owner", "actions have no owner"),
        *_sentence(dateless, "action has no date", "actions have no date"),
    ]


def _sentence(which: Sequence[str], one: str, many: str) -> list[str]:
    if not which:
        return []
    named = ", ".join(which[:6]) + (" and more" if len(which) > 6 else "")
    return [f"{len(which)} {one if len(which) == 1 else many}: {named}."]
