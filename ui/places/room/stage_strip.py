"""The strip over the sheet: how the sitting stands, and the one button that moves it on."""

from PySide6.QtCore import Signal

from ui.places.room.folding import FoldingStrip
from ui.theme import Theme
from ui.widgets.button import Button
from ui.widgets.labels import Icon, Label, row
from wibdesk.domain.adjournments import Adjournment
from wibdesk.domain.dates import clock
from wibdesk.domain.meetings import Meeting, Stage
from wibdesk.language import say


class StageStrip(FoldingStrip):
    """Shown before the meeting starts, while it stands adjourned and after it closed; else there is nothing to say."""

    start_wished = Signal()
    resume_wished = Signal()
    reopen_wished = Signal()
    approve_wished = Signal()
    send_wished = Signal()

    def __init__(self, theme: Theme) -> None:
        super().__init__(theme)
        self.words = Label(theme, "", "body", "muted", wrap=True)
        self.start = Button(theme, say("Start the meeting"), "primary", key="F5")
        self.resume = Button(theme, say("Resume the meeting"), "primary", key="Ctrl F5")
        self.reopen = Button(theme, say("Reopen the meeting"), "plain")
        self.start.clicked.connect(self.start_wished)
        self.resume.clicked.connect(self.resume_wished)
        self.approve = Button(theme, say("Approve the minutes…"), "plain")
        self.reopen.clicked.connect(self.reopen_wished)
        self.approve.clicked.connect(self.approve_wished)
        self.send = Button(theme, say("Send the minutes"), "plain", icon="send", key="Ctrl Shift S")
        self.send.clicked.connect(self.send_wished)
        said = row(theme, Icon(theme, "info"), (self.words, 1), spacing=12)
        self.lay_out(said, self.start, self.resume, self.send, self.approve, self.reopen)

    def show_stage(self, meeting: Meeting | None, *, changeable: bool, adjourned: Adjournment | None = None) -> None:
        """Say how the sitting stands, unless nothing can be changed any more."""
        details = meeting.details if meeting else None
        stage = details.stage if details else Stage.LIVE
        self.setVisible((stage is not Stage.LIVE or adjourned is not None) and changeable)
        self.start.setVisible(stage is Stage.PLANNED)
        self.resume.setVisible(adjourned is not None)
        self.reopen.setVisible(stage is Stage.CLOSED)
        self.approve.setVisible(stage is Stage.CLOSED)
        self.send.setVisible(stage is Stage.CLOSED)
        self.fold()
        if stage is Stage.PLANNED:
            more = say(" Minutes can be typed already.") if meeting is not None and meeting.items else ""
            self.words.setText(say("The meeting has not started.{more}", more=more))
        elif adjourned is not None:
            self.words.setText(
                say("Adjourned since {time}. The attendance stays as it was.", time=clock(adjourned.began))
            )
        elif details is not None and stage is Stage.CLOSED:
            at = say(" at {time}", time=clock(details.end)) if details.end else ""
            self.words.setText(say("The meeting was closed{at}. Its minutes can still be put right.", at=at))
