"""The templates: subject and words of each kind of message, for this body or for all."""

from collections.abc import Callable
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from ui.commands import Command
from ui.places.send.halves import Halves
from ui.places.send.reading import read_templates
from ui.places.send.rows import ICONS, Who
from ui.places.send.template_sheet import TemplateSheet, is_shipped
from ui.tables import Column, Table, TableRow
from ui.widgets.labels import column
from ui.widgets.pane import Pane
from wibdesk.domain.mail import MailKind, MailTemplate
from wibdesk.language import later, say
from wibdesk.services import mail_lists

if TYPE_CHECKING:
    from collections.abc import Mapping

    from ui.context import Context

WHERE = "templates"
Held = dict[MailKind, MailTemplate]


class TemplatesPart(QWidget):
    """Four templates; what was typed is kept when it is left; `left` goes back to what is to be sent."""

    left = Signal()
    keys_changed = Signal()

    def __init__(self, context: "Context") -> None:
        super().__init__()
        theme, self.context = context.theme, context
        self.meeting_id, self.body_id, self.held, self.values = "", "", Held(), dict[str, str]()
        self.table = Table(theme, (Column(later("Templates")),), say("Templates"), height=52, edge=18)
        self.sheet = TemplateSheet(theme)
        listed = Pane(theme, "panel")
        listed.setLayout(column(theme, (self.table, 1), spacing=0))
        self.halves = Halves(theme, listed, self.sheet)
        outer = QVBoxLayout(self)
        outer.setContentsMargins(0, 0, 0, 0)
        outer.addWidget(self.halves)
        self._connect()

    def keys(self) -> list[tuple[str, str]]:
        """Return the keys of the list, or of the words."""
        last = ("Ctrl K", say("any command"))
        if self.table.hasFocus():
            return [("↑ ↓", say("template")), ("Enter", say("change it")), ("Esc", say("back")), last]
        return [("Tab", say("next")), ("Ctrl Enter", say("keep the template")), ("Esc", say("back to the list")), last]

    def start(self) -> None:
        """Give the keyboard to the list."""
        self.table.setFocus(Qt.FocusReason.OtherFocusReason)

    def panels(self) -> list[QWidget]:
        """Return the list and the words."""
        return [self.table, self.sheet.words]

    def show_meeting(self, meeting_id: str, body_id: str) -> None:
        """Show the templates in force for the body of a meeting."""
        self.meeting_id, self.body_id = meeting_id, body_id
        day, clerk = self.context.desk.now().date(), self.context.settings.now.clerk
        self.context.operations.read(read_templates, meeting_id, body_id, day, clerk, then=self._show)

    def show_template(self) -> None:
        """Show the chosen template in the fields."""
        row = self.table.current_row()
        held = self.held.get(row.data) if row is not None else None
        if held is not None:
            self.sheet.show_template(held, self.held[MailKind.SIGNATURE].words, self.values, self.body_id)

    def keep(self) -> None:
        """Keep the words as typed, and go back to the list; what cannot be kept is told at the words."""
        if self.sheet.is_changed():
            self._write(self._kept, self.sheet.refuse)
        else:
            self._kept()

    def settle(self) -> None:
        """Keep what was changed where the clerk goes on without saying so; what cannot be is told."""
        if self.sheet.is_changed() and not self.sheet.refused:
            again = partial(self.show_meeting, self.meeting_id, self.body_id)
            self._write(again, self.context.messages.tell)

    def take_away(self) -> None:
        """Go back to the words of every body, or of the desk."""
        base = self.sheet.base
        if base is not None and not is_shipped(base):
            self.context.operations.write_once(
                mail_lists.remove_template, base.kind, base.body_id, once=base.kind,
                undo=say("Template taken back: {kind}", kind=base.kind.words), then=lambda _: self._kept(),
            )  # fmt: skip

    def to_list(self) -> None:
        """Keep what was changed and go back to the list, from there to what is to be sent.

        What cannot be kept is told first; a second time it is let go.
        """
        if self.sheet.is_changed() and not self.sheet.refused:
            self.keep()
        elif self.table.hasFocus() and not self.halves.asked:
            self.left.emit()
        else:
            self.halves.close_page()
            self.start()
            self.show_template()

    def _write(self, then: Callable[[], None], failed: Callable[[BaseException], None]) -> None:
        base, new = self.sheet.base, self.sheet.typed()
        if base is None or new is None:
            return

        def done(kept: MailTemplate) -> None:
            self.sheet.took(base, kept)
            then()

        own = base if base.id == new.id else None
        words = say("Template kept: {kind}", kind=base.kind.words)
        self.context.operations.write_once(
            mail_lists.keep_template, new, own, once=base.kind, undo=words, then=done, failed=failed
        )

    def _show(self, found: "tuple[Held, Mapping[str, str]]") -> None:
        self.held, self.values = found[0], dict(found[1])
        self.table.set_rows([_row(template) for template in self.held.values()])
        if self.table.current_row() is None:
            self.table.choose_first()
        if not self.sheet.is_changed():
            self.show_template()

    def _kept(self) -> None:
        self.halves.close_page()
        self.start()
        self.show_meeting(self.meeting_id, self.body_id)

    def _open(self) -> None:
        self.halves.open_page()
        self.sheet.words.setFocus(Qt.FocusReason.OtherFocusReason)

    def _chosen(self) -> None:
        self.settle()
        self.show_template()

    def _connect(self) -> None:
        self.context.commands.add(
            self,
            Command("template-keep", say("Keep the template"), ("Ctrl Enter",), WHERE, self.keep, "check"),
            Command("template-list", say("Back to the list"), ("Esc",), WHERE, self.to_list, listed=False),
        )
        self.table.chosen.connect(self._chosen)
        self.table.opened.connect(self._open)
        self.sheet.keep_button.clicked.connect(self.keep)
        self.sheet.back_button.clicked.connect(self.take_away)


def _row(template: MailTemplate) -> TableRow:
    whose = (
        say("the desk's own")
        if is_shipped(template)
        else say("of this body")
        if template.body_id
        else say("of every body")
    )
    cell = Who(template.kind.words, whose, ICONS[template.kind], "muted")
    return TableRow(row_id=template.kind.value, cells=(cell,), sentence=cell.text, data=template.kind)
