"""What the clerk can do with files: open a style, choose template and logo or remove them, open a sample in Word."""

from itertools import count
from pathlib import Path
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QObject, QTemporaryDir, QUrl
from PySide6.QtGui import QDesktopServices
from PySide6.QtWidgets import QFileDialog

from ui.places.house_style.files import (
    PICTURE_ENDINGS,
    STYLE_ENDINGS,
    TEMPLATE_ENDINGS,
    ReadLogo,
    ReadTemplate,
    look_at_template,
    pattern,
    read_chosen,
)
from ui.places.house_style.rows import LOGO, TEMPLATE
from ui.places.house_style.sample import Sample
from wibdesk.domain.body_files import BodyFile, FileKind
from wibdesk.domain.house_style import HouseStyle
from wibdesk.errors import UserError
from wibdesk.language import say
from wibdesk.services import body_files as verbs

if TYPE_CHECKING:
    from ui.places.house_style.place import HouseStylePlace


class LetterheadActs(QObject):
    """Reads files on a worker and keeps them for the body."""

    def __init__(self, place: "HouseStylePlace") -> None:
        super().__init__(place)
        self.place, self.context = place, place.context
        self.checked: ReadTemplate | None = None
        self.folder: QTemporaryDir | None = None  # of samples, which Word may hold open for longer than the desk runs
        self.numbers = count(1)
        self.found_in = ""  # the folder of the file chosen last
        template, logo = place.middle.template, place.middle.logo
        template.choose_button.clicked.connect(self.ask_template)
        template.remove_button.clicked.connect(lambda: self._remove(FileKind.TEMPLATE))
        template.sample_button.clicked.connect(self.open_sample)
        logo.choose_button.clicked.connect(self.ask_logo)
        logo.remove_button.clicked.connect(lambda: self._remove(FileKind.LOGO))
        logo.words_kept.connect(self._keep_words)

    def ask_style(self) -> QFileDialog:
        """Ask for a style file; return the dialog."""
        return self._ask(say("Open a style file"), pattern(say("House styles"), STYLE_ENDINGS))

    def ask_template(self) -> QFileDialog:
        """Ask for a Word file; return the dialog."""
        return self._ask(say("Choose a Word file"), pattern(say("Word files"), TEMPLATE_ENDINGS))

    def ask_logo(self) -> QFileDialog:
        """Ask for a picture; return the dialog."""
        return self._ask(say("Choose a picture"), pattern(say("Pictures"), PICTURE_ENDINGS))

    def open_name(self, name: str) -> None:
        """Read a file that was chosen or dropped, and take what it holds."""
        self.found_in = str(Path(name).parent)
        self.context.tasks.run(read_chosen, name, on_done=self._take)

    def look(self) -> None:
        """Say what the check finds in the template that is shown."""
        template = self.place.seen.template
        if template is None:
            return
        if self.checked is not None and self.checked.data == template.data:
            self._say(self.checked)
        else:
            self.context.tasks.run(
                look_at_template, template.name, template.data, on_done=self._say, on_error=self._no_template
            )

    def open_sample(self) -> None:
        """Write the sample as a Word file and open it in the program that the system uses for that."""
        sample = self.place.sample()
        if sample is None:
            return
        if self.folder is None:
            self.folder = QTemporaryDir()
        path = Path(self.folder.path()) / say("Sample {numbers}.docx", numbers=next(self.numbers))
        self.context.tasks.run(_write, sample, path, on_done=self._open)

    def _ask(self, words: str, wanted: str) -> QFileDialog:
        start = self.found_in or self.context.settings.now.export_folder or str(Path.home())
        dialog = QFileDialog(self.place.window(), words, start, wanted)
        dialog.setFileMode(QFileDialog.FileMode.ExistingFile)
        dialog.fileSelected.connect(self.open_name)
        dialog.finished.connect(dialog.deleteLater)
        dialog.open()
        return dialog

    def _take(self, found: Any) -> None:
        body, write = self.place.seen.body, self.context.operations.write
        if isinstance(found, HouseStyle):
            self.place.acts.take_in(found)
        elif body is None:
            self.context.messages.tell(
                UserError(say("A letterhead belongs to a body. Set up a body first, in Meetings."))
            )
        elif isinstance(found, ReadTemplate):
            self.checked = found
            file = BodyFile(body.id, FileKind.TEMPLATE, found.name, found.data)
            write(verbs.keep_body_file, file, undo=say("Word files are written into {found}", found=found.name))
            self.place.show_row(TEMPLATE)
        elif isinstance(found, ReadLogo):
            before = self.place.seen.logo
            words = before.words if before is not None else say("Logo of {body}", body=body.name)
            file = BodyFile(body.id, FileKind.LOGO, found.name, found.data, words)
            write(verbs.keep_body_file, file, undo=say("{found} is the logo", found=found.name))
            self.place.show_row(LOGO)

    def _keep_words(self, words: str) -> None:
        logo = self.place.seen.logo
        if logo is not None:
            changed = BodyFile(logo.body_id, logo.kind, logo.name, logo.data, words)
            self.context.operations.write(verbs.keep_body_file, changed, undo=say("Words for the logo changed"))

    def _remove(self, kind: FileKind) -> None:
        body = self.place.seen.body
        if body is not None:
            undo = say("Word template removed") if kind is FileKind.TEMPLATE else say("Logo removed")
            self.context.operations.write_once(verbs.remove_body_file, body.id, kind, once=str(kind), undo=undo)

    def _say(self, read: ReadTemplate) -> None:
        self.checked = read
        self.place.middle.template.show_check(read.check)

    def _no_template(self, error: BaseException) -> None:
        self.place.middle.template.say(str(error))

    def _open(self, path: Path) -> None:
        if not QDesktopServices.openUrl(QUrl.fromLocalFile(str(path))):
            words = say("{path} is in {parent}: open it from there.", path=path.name, parent=path.parent)
            self.context.messages.trouble(say("No program is set up to open this"), words, tone="warn", source="open")


def _write(sample: Sample, path: Path) -> Path:
    data = sample.docx()
    try:
        path.write_bytes(data)
    except OSError as trouble:
        raise UserError(
            say("The sample was not written. {parent}: {reason}.", parent=path.parent, reason=trouble.strerror)
        ) from trouble
    return path
