"""The House style place: the styles and the letterhead at the left, settings in the middle, the real pages beside."""

from typing import TYPE_CHECKING, ClassVar

from PySide6.QtCore import Qt
from PySide6.QtGui import QDragEnterEvent, QDropEvent
from PySide6.QtWidgets import QApplication, QWidget

from ui.panels.register_place import stacked
from ui.place import Place, Where
from ui.places.house_style.acts import StyleActs
from ui.places.house_style.choice_list import ChoiceList
from ui.places.house_style.files import dropped_file
from ui.places.house_style.keys import foot_keys, register
from ui.places.house_style.layout import LIST, SAMPLE, SETTINGS, HouseStyleLayout
from ui.places.house_style.letterhead_acts import LetterheadActs
from ui.places.house_style.middle import Middle
from ui.places.house_style.overview import Overview, read_overview
from ui.places.house_style.rows import STYLE, TEMPLATE, ChoiceDelegate, ChoiceRow, choice_rows
from ui.places.house_style.sample import Sample
from ui.places.house_style.sample_pane import SamplePane
from ui.widgets.button import Button
from ui.widgets.pane import Pane
from ui.widgets.title_bar import TitleBar
from wibdesk.changes import BODIES, FILES, STYLES, Changes
from wibdesk.language import later, say

if TYPE_CHECKING:
    from PySide6.QtGui import QResizeEvent

    from ui.context import Context


class HouseStylePlace(Place):
    """How a body's papers look: which style, copies to edit, Word template and logo; changes hold at once.

    The note of where it is entered from is the place that Esc goes back to.
    """

    place_id: ClassVar[str] = "house_style"
    word: ClassVar[str] = later("House style")
    icon: ClassVar[str] = "book-open"

    def __init__(self, context: "Context") -> None:
        super().__init__(context)
        theme = context.theme
        self.seen, self.came_from, self.editing = Overview(), "meetings", False
        self.body_id, self.wanted = context.settings.now.last_body, ""
        self.list = ChoiceList(theme, ChoiceDelegate(theme), say("House styles and letterhead"))
        self.open_button = Button(theme, say("Open a style file"), icon="folder-open", key="Ctrl O")
        choices = Pane(theme, "panel", "r")
        choices.setLayout(stacked(self.list))
        self.middle, self.sample_pane = Middle(theme), SamplePane(context)
        self.layout_of = HouseStyleLayout(self, theme)
        self.head = TitleBar(theme, say(self.word), " ", buttons=(self.open_button,))
        self.layout_of.hold(head=self.head, choices=choices, middle=self.middle, sample=self.sample_pane)
        self.acts, self.files = StyleActs(self), LetterheadActs(self)
        self.setAcceptDrops(True)
        register(self)
        self._connect()

    def keys(self) -> list[tuple[str, str]]:
        """Return the keys of the part that has the keyboard."""
        return foot_keys(self)

    def title(self) -> str:
        """Return what is shown, and of which body."""
        return f"{say(self.word)}, {self.seen.body.name}" if self.seen.body is not None else say(self.word)

    def enter(self, where: Where) -> None:
        """Show the house style of a body; without one, of the body shown last."""
        if where.back:
            self.list.setFocus(Qt.FocusReason.OtherFocusReason)
            self.refresh()
            return
        before = self.context.settings.now.last_place
        self.came_from = where.note or (before if before not in ("", self.place_id) else "meetings")
        self.body_id = where.body_id or self.context.settings.now.last_body
        self.wanted = ""
        self.layout_of.show_part(LIST)
        self.list.setFocus(Qt.FocusReason.OtherFocusReason)
        self.refresh()

    def leave(self) -> None:
        """Keep what was typed, and set no pages that nobody looks at."""
        self.middle.settle()
        self.sample_pane.stop()

    def panels(self) -> list[QWidget]:
        """Return list, settings and sample pages."""
        return [self.list, self.middle.first(), self.sample_pane.view]

    def refresh(self) -> None:
        """Read styles and letterhead again."""
        self.context.operations.read(read_overview, self.body_id, then=self._show)

    def show_row(self, row_id: str, *, edit: bool = False) -> None:
        """Choose a row as soon as it is in the list, and go to its settings where it is to be edited."""
        self.wanted, self.editing = row_id, edit
        self.refresh()

    def to_settings(self) -> None:
        """Go to the settings of what is chosen."""
        self.layout_of.show_part(SETTINGS)
        self.middle.start()

    def to_sample(self) -> None:
        """Go to the sample pages."""
        self.layout_of.show_part(SAMPLE)
        self.sample_pane.view.setFocus(Qt.FocusReason.OtherFocusReason)

    def go_back(self) -> None:
        """Put back what cannot be kept, else go back to the list, else to the place that led here."""
        if self.middle.is_editing() and self.middle.form.put_back():
            return
        if self.list.hasFocus():
            to_body = self.came_from == "body" and self.seen.body is not None
            self.context.go(self.came_from, Where(body_id=self.body_id, note="back") if to_body else Where())
            return
        self.layout_of.show_part(LIST)
        self.list.setFocus(Qt.FocusReason.OtherFocusReason)

    def sample(self) -> Sample | None:
        """Return the sample in the style chosen, as it stands in the fields; of the letterhead, in the style in use."""
        seen = self.seen
        if not seen.styles:
            return None
        style = self.acts.style() or seen.styles.get(seen.used) or next(iter(seen.styles.values()))
        draft = self.middle.form.draft() if self.middle.is_editing() else None
        if draft is not None and draft.name == style.name:
            style = draft
        return Sample(style, seen.logo, seen.template)

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        """Take a style file, a Word file or a picture that is dragged here."""
        if dropped_file(event.mimeData()):
            event.acceptProposedAction()

    def dropEvent(self, event: QDropEvent) -> None:
        """Open what was dropped."""
        self.files.open_name(dropped_file(event.mimeData()))

    def resizeEvent(self, event: "QResizeEvent") -> None:
        """Lay out for the new width."""
        super().resizeEvent(event)
        self.layout_of.settle()

    def _connect(self) -> None:
        self.list.chosen.connect(self._chosen)
        self.list.opened.connect(self.acts.open)
        self.list.paged.connect(lambda by: self.sample_pane.view.go_to(self.sample_pane.view.current + by))
        self.open_button.clicked.connect(self.files.ask_style)
        self.middle.form.edited.connect(self._show_sample)
        self.context.events.changed.connect(self._changed)
        self.context.theme.changed.connect(self.layout_of.settle)
        application = QApplication.instance()
        assert isinstance(application, QApplication)
        application.focusChanged.connect(self.keys_changed)

    def _show(self, seen: Overview) -> None:
        used = f"{STYLE} {seen.used}"
        same_body = self.seen.body is not None and seen.body is not None and self.seen.body.id == seen.body.id
        self.seen, self.body_id = seen, seen.body.id if seen.body is not None else ""
        self.head.set_words(say(self.word), seen.words())
        self.list.set_rows(choice_rows(seen))
        found = bool(self.wanted) and self.list.choose(self.wanted)
        if not found and not (same_body and self.list.current_row() is not None) and not self.list.choose(used):
            self.list.choose_first()
        self._chosen(self.list.current_row())
        if found:
            self.wanted = ""
            if self.editing:
                self.editing = False
                self.to_settings()
        self.chrome_changed.emit()

    def _chosen(self, row: ChoiceRow | None) -> None:
        if row is None:
            return
        # A change that is on its way to the register stands in the fields already: an older answer must not undo it.
        if not (self.acts.under_way and self.middle.is_editing() and row.name == self.acts.edited):
            self.middle.show_row(self.seen, row)
        if row.kind == TEMPLATE:
            self.files.look()
        self._show_sample()
        self.keys_changed.emit()

    def _show_sample(self) -> None:
        sample = self.sample()
        if sample is not None:
            self.sample_pane.show_sample(sample)

    def _changed(self, changes: Changes) -> None:
        if self.isVisible() and changes.touches(BODIES, STYLES, FILES):  # entering reads everything again
            self.refresh()
