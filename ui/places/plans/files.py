"""Plans brought in: from a file that the clerk chose or dropped, or from the clipboard."""

from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QFileDialog

from ui.commands import Command
from ui.place import Where
from ui.places.plans.importing import FILES, ReadingPanel, clipboard_words, read_chosen, read_clipboard
from wibdesk.domain.plans import Plan
from wibdesk.language import say
from wibdesk.services import bodies, plan_taking

if TYPE_CHECKING:
    from ui.places.plans.acts import PlanActs
    from wibdesk.domain.bodies import Body
    from wibdesk.interchange.plan_reading import PlanReading

WHERE = "plans"


class PlanFiles(QObject):
    """Reads plans aside and shows what was read; nothing is stored before the clerk says so."""

    def __init__(self, acts: "PlanActs") -> None:
        super().__init__(acts)
        self.acts, self.place, self.context = acts, acts.place, acts.context
        self.panel = ReadingPanel(self.context.theme)
        self.panel.taken.connect(self._take)
        self.panel.cancelled.connect(acts.back)
        self.place.import_button.clicked.connect(self.ask)
        self.place.files_taken = self.take
        at = WHERE
        self.context.commands.add(
            self.place.tracker,
            Command("plan-import", say("Read a plan from a file"), ("I",), at, self.ask, "upload"),
            Command("plan-paste", say("Paste a plan"), ("Ctrl V",), at, self.paste, "copy"),
        )

    def ask(self) -> QFileDialog | None:
        """Open the system's own dialog for files and return it; without a body, set one up first."""
        if self._no_body():
            return None
        dialog = QFileDialog(self.place, say("Read a plan"), "", say(FILES))
        dialog.setFileMode(QFileDialog.FileMode.ExistingFile)
        dialog.filesSelected.connect(self.open_names)
        dialog.finished.connect(dialog.deleteLater)
        dialog.open()
        return dialog

    def take(self, paths: Sequence[Path]) -> bool:
        """Read the first of the files that came to the desk; without a body, set one up first."""

        def known(_: object) -> None:
            if not self._no_body():
                self.open_names([str(path) for path in paths])

        # Asked after what the place asked for when it was made: its bodies are known by then.
        self.context.operations.read(bodies.bodies, then=known)
        return True

    def open_names(self, names: Sequence[str]) -> None:
        """Read the first of these files on a worker."""
        body = self._body()
        if names and body is not None:
            self.context.tasks.run(read_chosen, Path(names[0]), body.name, self.place.today(), on_done=self.show)

    def paste(self) -> None:
        """Read the table of the clipboard on a worker."""
        html, text = clipboard_words()
        if self._no_body():
            return
        if not (html.strip() or text.strip()):
            self.context.messages.say(say("The clipboard holds no table: copy one in Word or a spreadsheet first"))
            return
        body = self._body()
        assert body is not None
        self.context.tasks.run(read_clipboard, html, text, body.name, self.place.today(), on_done=self.show)

    def show(self, reading: "PlanReading") -> None:
        """Show what was read beside the plan."""
        known = {(plan.body_name.casefold(), plan.title): plan.ref for plan in self.place.board.plans}
        self.panel.show_reading(reading, known)
        self.acts.settle()
        self.place.page.open_panel(self.panel, width=460)
        self.place.keys_changed.emit()
        self.panel.start()

    def _take(self, plan: Plan, replaces: bool) -> None:
        words = say("Plan “{title}” read", title=plan.title)
        by = self.context.settings.now.clerk
        self.context.operations.write_once(
            plan_taking.take_plan, plan, replace=replaces, by=by, undo=words, then=self._taken
        )

    def _taken(self, plan: Plan) -> None:
        self.acts.back()
        self.place.choose_plan(plan.id)

    def _body(self) -> "Body | None":
        board, course = self.place.board, self.place.course
        wanted = course.plan.body_id if course is not None else self.place.body_id
        return next((body for body in board.bodies if body.id == wanted), next(iter(board.bodies), None))

    def _no_body(self) -> bool:
        if self._body() is None:
            self.context.go("body", Where())
        return self._body() is None
