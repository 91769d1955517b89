"""Setting up a body, or changing one, on one page."""

from typing import TYPE_CHECKING, ClassVar

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QBoxLayout, QVBoxLayout, QWidget

from ui.commands import Command
from ui.panels.body_menu import open_body_menu
from ui.place import BODY_HERE, Place, Where
from ui.places.body_setup.form import BodyFields, MemberLines, new_body
from ui.places.body_setup.verbs import Setup, read_setup, set_up_body
from ui.widgets.button import Button
from ui.widgets.pane import Pane, Scroll
from ui.widgets.title_bar import TitleBar
from wibdesk.domain.bodies import Body
from wibdesk.errors import UserError
from wibdesk.language import later, say
from wibdesk.services import bodies as verbs

if TYPE_CHECKING:
    from PySide6.QtGui import QResizeEvent

    from ui.context import Context

SET_UP, KEEP = later("Set up the body"), later("Keep the changes")
ANOTHER = "another"  # in the choice of bodies, in place of an id


class BodySetupPlace(Place):
    """Name, profile, house style, standing items and, for a new body, its members; then its first meeting.

    The draft of a new body stays when the place is left, and what was changed in another is kept; Esc goes back to
    Meetings.
    """

    place_id: ClassVar[str] = "body"
    word: ClassVar[str] = later("Set up a body")
    icon: ClassVar[str] = "building-2"

    def __init__(self, context: "Context") -> None:
        super().__init__(context)
        theme = context.theme
        self.body: Body | None = None
        self.draft = new_body()
        self.others: tuple[tuple[str, str], ...] = ()
        self.saves_when_read = False  # whether to save as soon as the house styles are there to be chosen from
        self.fields, self.members = BodyFields(theme), MemberLines(theme)
        self.save_button = Button(theme, say(SET_UP), "primary", icon="check", key="Ctrl Enter")
        self.save_button.clicked.connect(self.save)
        self.other_button = Button(theme, say("Choose another body"), icon="building-2", key="Ctrl Shift B")
        self.other_button.clicked.connect(self.choose_other)
        self.bar = TitleBar(theme, say(self.word), buttons=(self.other_button, self.save_button))
        self.bar.sub.setWordWrap(True)
        self.parts = QBoxLayout(QBoxLayout.Direction.LeftToRight)
        self._lay_out()
        self.fields.fill(new_body())
        self.fields.name.returnPressed.connect(self.fields.profile.setFocus)
        self.fields.style_button.clicked.connect(self._to_style)
        for text in (self.fields.standing, self.members.text):
            text.finished.connect(self.save)
        self._register()

    def title(self) -> str:
        """Return what the window is called."""
        return self.body.name if self.body is not None else say(self.word)

    def keys(self) -> list[tuple[str, str]]:
        """Return the keys of the page."""
        save = say("set up the body") if self.body is None else say("keep the changes")
        other = [("Ctrl Shift B", say("another body"))] if self.others else []
        return [
            ("Tab", say("next field")),
            ("Ctrl Enter", save),
            *other,
            ("Esc", say("meetings")),
            ("Ctrl K", say("any command")),
        ]

    def enter(self, where: Where) -> None:
        """Show a body to be changed, or the draft of a new one; back from the house style, what was typed stays."""
        if where.back:
            self.fields.name.setFocus(Qt.FocusReason.OtherFocusReason)
            return
        if where.body_id is None and self.body is not None:
            self.body = None
            self.fields.fill(self.draft)
        back = where.note == "back" and self.body is not None and self.body.id == where.body_id
        then = self._show_style if back else self._show_setup
        self.context.operations.read(read_setup, where.body_id, some=where.note == BODY_HERE, then=then)
        self._show_kind()
        self.fields.name.setFocus(Qt.FocusReason.OtherFocusReason)

    def leave(self) -> None:
        """Keep what was changed in a body, and the draft of a new one."""
        if self.body is None:
            self.draft = self.fields.read(new_body())
        elif self.fields.style_field.count() and not self.fields.faults():
            wished = self.fields.read(self.body)
            if wished != self.body:
                self.body = wished
                words = say("{wished} changed", wished=wished.name)
                self.context.operations.write(verbs.change_body, wished, undo=words)

    def body_here(self) -> str:
        """Return the body that is changed."""
        return self.body.id if self.body is not None else ""

    def choose_other(self) -> None:
        """Offer all bodies, and setting up another."""
        options = [*self.others, (ANOTHER, say("Set up another body"))]
        go = lambda body_id: self.context.go("body", Where(body_id=None if body_id == ANOTHER else body_id))  # noqa: E731
        open_body_menu(self.context.theme, self.window(), options, self.body_here() or ANOTHER, go, every=False)

    def panels(self) -> list[QWidget]:
        """Return the fields and the members."""
        return [self.fields.name, self.members.text]

    def save(self) -> None:
        """Set up the body, or keep its changes; what is wrong is said at its field."""
        if not self.fields.sound():
            return
        self.saves_when_read = not self.fields.style_field.count()
        if self.saves_when_read:
            return
        operations = self.context.operations
        wished = self.fields.read(self.body or new_body())
        if self.body is None:
            operations.write_once(
                set_up_body, wished, self.members.people(), undo=say("{wished} set up", wished=wished.name),
                then=self._made,
                failed=self._refused,
            )  # fmt: skip
        else:
            operations.write(
                verbs.change_body,
                wished,
                undo=say("{wished} changed", wished=wished.name),
                then=self._kept,
                failed=self._refused,
            )

    def resizeEvent(self, event: "QResizeEvent") -> None:
        """Set fields and members side by side, or one below the other where it is narrow."""
        super().resizeEvent(event)
        beside = self._is_wide()
        self.other_button.setVisible(beside and bool(self.others))
        self.parts.setDirection(QBoxLayout.Direction.LeftToRight if beside else QBoxLayout.Direction.TopToBottom)
        self.fields.set_width(340 if beside else None)
        if not beside:
            self.fields.setMaximumWidth(16777215)
            self.fields.setMinimumWidth(0)

    def _show_setup(self, setup: Setup) -> None:
        self.others = setup.others
        self.fields.style_field.fill(setup.styles)
        if setup.body is not None:
            self.body = setup.body
            self.fields.fill(setup.body)
        self._show_kind()
        if self.saves_when_read:
            self.save()
        self.chrome_changed.emit()

    def _show_style(self, setup: Setup) -> None:
        self.others = setup.others
        self.body = setup.body
        self.fields.style_field.fill(setup.styles, setup.body.style_name if setup.body is not None else "")
        self._show_kind()

    def _show_kind(self) -> None:
        new = self.body is None
        self.members.setVisible(new)
        self.fields.style_button.setVisible(not new)
        self.other_button.setVisible(self._is_wide() and bool(self.others))
        self.save_button.set_words(say(SET_UP) if new else say(KEEP))
        sub = say("Everything can be changed later.") if new else say("Its members are in People.")
        self.bar.set_words(say(self.word) if new else say("Change the body"), sub)
        self.keys_changed.emit()

    def _made(self, body: Body) -> None:
        self.fields.fill(new_body())
        self.draft = new_body()
        self.members.text.clear()
        self.context.settings.change(last_body=body.id)
        self.go_on("meetings", Where(body_id=body.id, note="new"))

    def _kept(self, body: Body) -> None:
        self.body = None
        self.fields.fill(self.draft)
        self.go_on("meetings", Where())

    def _refused(self, error: BaseException) -> None:
        if isinstance(error, UserError):
            self.fields.name_field.set_trouble(str(error))
            self.fields.name.setFocus(Qt.FocusReason.OtherFocusReason)
        elif isinstance(error, Exception):
            self.context.messages.tell(error)

    def _is_wide(self) -> bool:
        return self.width() / self.context.theme.scale >= 840

    def _to_style(self) -> None:
        if self.body is not None:
            self.context.go("house_style", Where(body_id=self.body.id, note="body"))

    def _register(self) -> None:
        self.context.commands.add(
            self,
            Command("body-save", say(SET_UP), ("Ctrl Enter",), later("body"), self.save, "check"),
            Command(
                "body-style",
                say("Open house style and letterhead"),
                (),
                later("body"),
                self._to_style,
                "book-open",
                when=lambda: self.body is not None,
            ),
            Command(
                "body-choose",
                say("Choose another body"),
                (),
                later("body"),
                self.choose_other,
                "building-2",
                when=lambda: bool(self.others),
            ),
            Command(
                "body-leave",
                say("Back to Meetings"),
                ("Esc",),
                later("body"),
                lambda: self.context.go("meetings", Where()),
                "calendar-days",
            ),
        )

    def _lay_out(self) -> None:
        theme, page = self.context.theme, QWidget()
        page.setLayout(self.parts)
        self.parts.setContentsMargins(0, 0, 0, 0)
        self.parts.setSpacing(0)
        self.parts.addWidget(self.fields)
        self.parts.addWidget(self.members, 1)
        ground = Pane(theme, "sheet")
        column = QVBoxLayout(ground)
        outer = QVBoxLayout(self)
        for layout in (column, outer):
            layout.setContentsMargins(0, 0, 0, 0)
            layout.setSpacing(0)
        column.addWidget(self.bar)
        column.addWidget(Scroll(page), 1)
        outer.addWidget(ground)
        # Who belongs to a body is asked before what its agendas begin with, which is filled in already.
        fields, members = self.fields, self.members
        first = (fields.name, fields.profile, fields.style_field, fields.style_button)
        self.tab_order = (*first, members.text, members.table, fields.standing, fields.quorum)
