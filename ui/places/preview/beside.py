"""The panel beside the pages: findings, house style, file name and folder, and the ways in which a paper goes out."""

from collections.abc import Sequence
from pathlib import Path

from PySide6.QtCore import QStandardPaths, Signal
from PySide6.QtWidgets import QWidget

from ui.lists import RowList
from ui.places.preview.checks import Check
from ui.places.preview.press import name_trouble
from ui.places.preview.rows import CheckDelegate, MarkedDelegate, check_rows
from ui.theme import Theme
from ui.widgets.button import Button
from ui.widgets.fields import DropField, Field, LineField
from ui.widgets.labels import Label, column, hold, row
from ui.widgets.pane import Pane, Rule, Scroll
from wibdesk.documents.styles import house_style, style_names

WIDTH = 304
ROOM = 16_777_215  # Qt's own word for as wide as you like


class Beside(Pane):
    """`check_wished` leads to the place of a finding, `style_wished` carries the house style chosen."""

    check_wished = Signal(object)
    style_wished = Signal(str)

    def __init__(self, theme: Theme, folder: str) -> None:
        super().__init__(theme, "panel", "l", width=WIDTH)
        self.proposed = ""
        self.list = RowList(theme, CheckDelegate(theme, edge=20), "Before it goes out")
        self.name, self.folder = LineField(theme), LineField(theme, folder or documents_folder())
        self.styles = DropField(theme, _styles())
        self.style_field = Field(theme, "House style", self.styles)
        self.name_field = Field(theme, "File name", self.name, "The ending is added by itself.")
        self.folder_field = Field(theme, "Folder", self.folder)
        self.word_button = Button(theme, "Save as Word", "primary", icon="file-down", key="W")
        self.pdf_button = Button(theme, "Save as PDF", icon="file-down", key="P")
        self.print_button = Button(theme, "Print", icon="printer")
        self.saved = Label(theme, "", "body", "ink", wrap=True)
        self.file_button = Button(theme, "Open the file", icon="file-text", key="Ctrl O")
        self.folder_button = Button(theme, "Open the folder", icon="folder-open")
        self.note = Label(
            theme, "A Word file that was edited is never written over: the next one gets a number of its own.",
            "small", "muted", wrap=True,
        )  # fmt: skip
        self.setLayout(column(theme, (Scroll(self._page()), 1), spacing=0))
        self.list.opened.connect(lambda found: self.check_wished.emit(found.check))
        self.styles.picked.connect(self.style_wished)
        self.say_saved("")

    def stop(self) -> QWidget:
        """Return what F6 reaches here."""
        return self.list

    def show_checks(self, found: Sequence[Check]) -> None:
        """Show the findings."""
        self.list.set_rows(check_rows(found))
        if self.list.current_row() is None:
            self.list.choose_first()
        self.restyle()

    def show_style(self, name: str, why_fixed: str = "") -> None:
        """Show the house style in force; `why_fixed` says why it cannot be changed here."""
        self.styles.choose(name)
        self.styles.setEnabled(not why_fixed)
        self.style_field.help = why_fixed
        self.style_field.set_trouble()

    def propose(self, name: str) -> None:
        """Propose a file name; one that the clerk typed stays until something else is proposed."""
        if name != self.proposed:
            self.proposed = name
            self.name.setText(name)
            self.name.setCursorPosition(0)
            self.say_saved("")

    def target(self) -> tuple[Path, str] | None:
        """Return folder and name to save to; None where the name cannot be one, which is then said at the field."""
        name = self.name.text().strip()
        for ending in (".docx", ".pdf"):
            name = name[: -len(ending)] if name.lower().endswith(ending) else name
        trouble = name_trouble(name)
        self.name_field.set_trouble(trouble)
        if trouble:
            self.name_field.setFocus()
            return None
        folder = self.folder.text().strip() or documents_folder()
        return Path(folder).expanduser(), name

    def say_saved(self, words: str, tone: str = "good") -> None:
        """Say what was saved, with the ways to open it; nothing puts both away."""
        self.saved.setText(words)
        self.saved.set_colour("ink" if tone == "good" else tone)
        for widget in (self.saved, self.file_button, self.folder_button):
            widget.setVisible(bool(words))
        self.note.setVisible(not words)

    def fit(self, width: float | None) -> None:
        """Take a width of the design, or all the room there is."""
        if width is None:
            self.setMinimumWidth(0)
            self.setMaximumWidth(ROOM)
        self.set_width(width)

    def restyle(self) -> None:
        """Give the findings the height of their rows."""
        super().restyle()
        if "list" in vars(self):
            self.list.setFixedHeight(len(self.list.row_model.rows) * self.theme.px(MarkedDelegate.height))

    def _page(self) -> QWidget:
        t = self.theme
        fields = (self.style_field, self.name_field, self.folder_field)
        form = column(
            t, Rule(t), *fields, row(t, self.word_button, None),
            row(t, self.pdf_button, self.print_button, None, spacing=2), self.saved,
            row(t, self.file_button, None), row(t, self.folder_button, None), self.note,
            spacing=8, margins=(20, 4, 18, 16),
        )  # fmt: skip
        head = row(t, (Label(t, "Before it goes out", "heading"), 1), margins=(20, 18, 18, 6))
        return hold(column(t, head, self.list, form, None, spacing=0))


def documents_folder() -> str:
    """Return the clerk's own folder for documents, else the home folder."""
    where = QStandardPaths.writableLocation(QStandardPaths.StandardLocation.DocumentsLocation)
    return where if where and Path(where).is_dir() else str(Path.home())


def _styles() -> list[tuple[str, str]]:
    return [(name, house_style(name).label) for name in style_names()]
