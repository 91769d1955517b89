"""The body's own Word file to write into: which it is, what the check says of it, and a sample to look at in Word."""

from typing import TYPE_CHECKING

from ui.places.house_style.findings import FindingList, check_words, finding_rows
from ui.theme import Theme
from ui.widgets.button import Button
from ui.widgets.labels import Label, column, hold, row
from ui.widgets.pane import Pane
from wibdesk.domain.body_files import BodyFile
from wibdesk.language import later, say

if TYPE_CHECKING:
    from wibdesk.documents.word.house_template import TemplateCheck

WHY = later(
    "A Word file of your own: its letterhead, page, fonts and styles. The desk writes its Word files into it; PDFs "
    "follow the house style alone."
)
NONE = later("None yet: Word files are set in the house style on a clean page.")


class TemplatePanel(Pane):
    """The Word template of a body, its findings and its buttons."""

    def __init__(self, theme: Theme) -> None:
        super().__init__(theme, "sheet")
        self.file = Label(theme, say(NONE), "strong", wrap=True)
        self.choose_button = Button(theme, say("Choose a Word file"), "primary", icon="folder-open")
        self.sample_button = Button(theme, say("Open a sample in Word"), icon="file-text")
        self.remove_button = Button(theme, say("Remove the template"), "quiet", icon="trash-2")
        self.said = Label(theme, "", "small", "ink", wrap=True)
        self.findings = FindingList(theme)
        head = column(
            theme, Label(theme, say("Word template"), "heading"),
            Label(theme, say(WHY), "small", "muted", wrap=True), 4,
            self.file, row(theme, self.choose_button, None), row(theme, self.sample_button, None),
            row(theme, self.remove_button, None), self.said, spacing=5, margins=(20, 16, 18, 10),
        )  # fmt: skip
        self.findings.hide()
        self.said.hide()
        self.setLayout(column(theme, hold(head), self.findings, None, spacing=0))

    def show_file(self, file: BodyFile | None) -> None:
        """Show which file it is; what was found in another one is put away."""
        self.file.setText(f"{file.name}, {size_words(file.data)}" if file is not None else say(NONE))
        self.choose_button.set_words(say("Choose another Word file") if file is not None else say("Choose a Word file"))
        self.remove_button.setVisible(file is not None)
        if file is None:
            self.say("")

    def show_check(self, check: "TemplateCheck") -> None:
        """Say what the check found, in a sentence and line by line."""
        self.say(check_words(check))
        self.findings.show_findings(finding_rows(check))

    def say(self, words: str) -> None:
        """Say this of the template, without findings."""
        self.said.setText(words)
        self.said.setVisible(bool(words))
        self.findings.show_findings(())


def size_words(data: bytes) -> str:
    """Return the size of a file in words."""
    kilobytes = max(round(len(data) / 1024), 1)
    return (
        say("{kilobytes} KB", kilobytes=kilobytes)
        if kilobytes < 1024
        else say("{kilobytes:.1f} MB", kilobytes=kilobytes / 1024)
    )
