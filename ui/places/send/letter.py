"""One message in full: to whom, subject, files and words, which the clerk may change before it leaves."""

from collections.abc import Sequence
from typing import TYPE_CHECKING

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QTextDocument
from PySide6.QtWidgets import QSizePolicy, QVBoxLayout, QWidget

from ui.places.send.chosen import Chosen, key_of, person_key
from ui.places.send.people_box import PeopleBox
from ui.theme import Theme
from ui.widgets.button import Button
from ui.widgets.empty import Empty
from ui.widgets.fields import Field, LineField, TextField
from ui.widgets.labels import Icon, Label, Line, column, hold, row
from ui.widgets.pane import Pane, Rule, Scroll
from wibdesk.domain.mail import MailFile
from wibdesk.domain.mail_proposal import ProposedMail
from wibdesk.language import later, say

if TYPE_CHECKING:
    from PySide6.QtGui import QResizeEvent

MEASURE = 872  # the longest line of a message, a length of the design
FORMATS = {"docx": later("Word"), "pdf": "PDF"}


class Words(TextField):
    """The words of a message, as tall as they are, in the face that minutes are read in."""

    def __init__(self, theme: Theme) -> None:
        super().__init__(theme, lines=6)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.textChanged.connect(self.updateGeometry)

    def resizeEvent(self, event: "QResizeEvent") -> None:
        """Ask for the height that the new width needs."""
        super().resizeEvent(event)
        if event.size().width() != event.oldSize().width():
            self.updateGeometry()

    def restyle(self) -> None:
        """Take face and height from the theme again."""
        self.setFont(self.theme.font("minutes"))
        super().restyle()

    def sizeHint(self) -> QSize:
        """Return room for every line, so that the page scrolls and not the field."""
        measured = QTextDocument(self.toPlainText())
        measured.setDefaultFont(self.font())
        measured.setTextWidth(max(self.viewport().width(), self.theme.px(200)))
        least = self.theme.line_height("minutes") * self.lines
        return QSize(super().sizeHint().width(), max(int(measured.size().height()), least) + self.theme.px(28))


class Letter(Pane):
    """The chosen message; `edited` carries its key, subject and words, `turned` the key of a person in it.

    `put_back` wishes the words of the template again, `wished` carries whose address is to be put right.
    """

    edited = Signal(str, str, str)
    turned = Signal(str)
    wished = Signal(object)
    put_back = Signal()

    def __init__(self, theme: Theme) -> None:
        super().__init__(theme, "sheet", "l")
        self.key, self.filling, self.mine = "", False, False
        self.remark = Label(theme, "", "small", "muted", wrap=True)
        self.people = PeopleBox(theme)
        self.subject, self.words = LineField(theme), Words(theme)
        self.subject_field, self.words_field = (
            Field(theme, say("Subject"), self.subject),
            Field(theme, say("Words"), self.words),
        )
        self.attached = Label(theme, say("Attached"), "small_strong")
        self.files = QWidget()
        self.file_lines = QVBoxLayout(self.files)
        self.file_lines.setContentsMargins(0, 0, 0, 0)
        self.left_out = Label(theme, "", "small", "muted", wrap=True)
        self.template = Button(theme, say("Take the template's words again"), "link", icon="undo-2", key="R")
        self.page = hold(self._column())
        self.page.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Preferred)
        self.nobody = Empty(theme, "", "", edge=28)
        self.nobody.hide()
        self.scroll = Scroll(self.page)
        self.setLayout(column(theme, self.nobody, (self.scroll, 1), spacing=0))
        self.setAccessibleName(say("The message"))
        self._connect()
        self.measure()

    def show_nobody(self, heading: str = "", why: str = "") -> None:
        """Show no message, and say why."""
        self.page.hide()
        self.nobody.say(heading, why)
        self.nobody.setVisible(bool(heading))

    def show_mail(
        self, mail: ProposedMail, chosen: Chosen, files: Sequence[MailFile] | None, remarks: Sequence[str] = ()
    ) -> None:
        """Show a mail as it is to leave; `files` are None while they are being made, `remarks` what they leave out."""
        self.nobody.hide()
        self.page.show()
        self.filling, self.key = True, key_of(mail)
        kept = chosen.mail(mail)
        self.people.show_people(mail.to, [each for each in mail.to if each not in kept.to])
        self.remark.setText(_roster_words([each.name for each in mail.to if each.outside], len(mail.to)))
        if self.subject.text() != kept.subject:
            self.subject.setText(kept.subject)
            self.subject.setCursorPosition(0)
        if self.words.toPlainText() != kept.words:
            self.words.setPlainText(kept.words)
        self._show_files(mail, files)
        self.left_out.setText(" ".join(remarks))
        self.left_out.setVisible(bool(remarks and mail.formats))
        self._mark(mine=self.key in chosen.words)
        self.filling = False

    def start_words(self) -> None:
        """Give the keyboard to the words, and bring the line that is typed in into sight."""
        self.words.setFocus(Qt.FocusReason.OtherFocusReason)
        self._follow_caret()

    def measure(self) -> None:
        """Keep the measure of the page at the text size in force."""
        self.page.setMaximumWidth(self.theme.px(MEASURE))

    def _column(self) -> Line:
        theme = self.theme
        head = Label(theme, say("To", "whom a message goes to"), "small_strong")
        to = column(theme, head, self.people, self.remark, spacing=4)
        files = column(theme, self.attached, self.files, self.left_out, spacing=4)
        foot = row(theme, self.template, None)
        parts = (to, self.subject_field, files, Rule(theme), self.words_field, foot, None)
        return column(theme, *parts, spacing=14, margins=(28, 16, 28, 24))

    def _connect(self) -> None:
        self.subject.textEdited.connect(self._tell)
        self.words.textChanged.connect(self._tell)
        self.words.cursorPositionChanged.connect(self._follow_caret)
        self.people.turned.connect(lambda person: self.turned.emit(person_key(self.key, person)))
        self.people.wished.connect(self.wished)
        self.template.clicked.connect(self.put_back)
        self.theme.changed.connect(self.measure)

    def _follow_caret(self) -> None:
        # The field shows all its lines: the page scrolls in its place.
        if self.words.hasFocus():
            low = self.words.viewport().mapTo(self.page, self.words.cursorRect().bottomLeft()).y()
            self.scroll.ensureVisible(0, low, 0, self.theme.px(48))

    def _mark(self, *, mine: bool) -> None:
        self.mine = mine
        self.words_field.caption.setText(say("Words, changed by you") if mine else say("Words"))
        self.template.setVisible(mine)

    def _show_files(self, mail: ProposedMail, files: Sequence[MailFile] | None) -> None:
        while (item := self.file_lines.takeAt(0)) is not None:
            if (widget := item.widget()) is not None:
                widget.hide()
                widget.deleteLater()
        self.attached.setVisible(bool(mail.formats))
        self.files.setVisible(bool(mail.formats))
        if files is None:
            self.file_lines.addWidget(Label(self.theme, say("The files are being made."), "body", "muted"))
        for file in files or ():
            self.file_lines.addWidget(hold(file_line(self.theme, file.name, len(file.data))))

    def _tell(self) -> None:
        if not self.filling:
            self._mark(mine=True)
            self.edited.emit(self.key, self.subject.text(), self.words.toPlainText())


def file_line(theme: Theme, name: str, size: int) -> Line:
    """Return a line for a file that goes with a message; a size of 0 bytes is not told."""
    kind = say(FORMATS.get(name.rpartition(".")[2], later("File")))
    told = Label(theme, f"{kind}, {size_words(size)}" if size else kind, "small", "muted")
    told.setFixedWidth(theme.px(104))
    return row(theme, told, Icon(theme, "paperclip"), (Label(theme, name, "body", wrap=True), 1), spacing=8)


def size_words(count: int) -> str:
    """Return a number of bytes in the clerk's words: `42 KB`, `1.2 MB`."""
    if count < 1_000_000:
        return say("{count} KB", count=max(round(count / 1000), 1))
    return say("{count:.1f} MB", count=count / 1000000)


def _roster_words(outside: Sequence[str], number: int) -> str:
    if not outside:
        return say("On the roster of this body.") if number == 1 else say("Each of them is on the roster of this body.")
    return say("Not on the roster of this body: {outside}.", outside=", ".join(outside))
