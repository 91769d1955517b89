"""The sheet on screen: shows entries in a document, paints the margin beside them and places the panel under one."""

from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from typing import TYPE_CHECKING

from PySide6.QtCore import QPoint, QRectF, Qt, Signal
from PySide6.QtGui import QPainter, QTextBlock, QTextCursor
from PySide6.QtWidgets import QFrame, QTextEdit, QWidget

from ui.editor.after_paint import AfterPaint
from ui.editor.chips import CHIPPED, Rows, room_of, rows_of
from ui.editor.formats import Formats
from ui.editor.in_sight import lines_in
from ui.editor.lines import line_count
from ui.editor.marginalia import Marginalia, Place
from ui.editor.numbering import list_marks
from ui.editor.page import Page
from ui.editor.sheet import Caret, Spot
from ui.editor.strokes import Strokes
from ui.editor.surroundings import Surroundings
from ui.theme import Theme
from ui.widgets.pane import name_bars
from wibdesk.domain.entries import Entry, Table

if TYPE_CHECKING:
    from PySide6.QtGui import QFocusEvent, QPaintEvent, QResizeEvent

MEASURE = 620


class SheetView(QTextEdit):
    """A text edit whose text is only the clerk's words; what the program knows is painted round them.

    `focused` says that the keyboard came (True) or went, `resized` how high the view was before. Whoever wants to know
    listens to these: a filter on the events of the editor is asked eight times for every key.
    """

    focused = Signal(bool)
    resized = Signal(int)

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        name_bars(self)
        self.theme = theme
        self.margin: int | None = None
        # Where the rule of the margin stands, where the sentence begins, how wide it is, and where what lies under it
        # ends, in pixels.
        self.edge = self.left = self.wide = self.right = 0
        self.writing = 0  # within how many deeds of the program, of which there were so many yet
        self.written = 0
        self.placing = self.document().documentLayout()
        self.page = Page(self.document(), Formats(theme), self.room)
        self.strokes = Strokes(self.document(), AfterPaint(self, self.settle))
        self.marginalia = Marginalia(theme)
        self.marks: dict[str, str] = {}
        self.under: tuple[str, QWidget] | None = None
        self.grounds: list[Callable[[QPainter, Sequence[Place]], None]] = []  # more to paint under the words
        self.surroundings = Surroundings()
        self._rows: dict[str, tuple[Entry, int, Callable[[str], bool], Rows]] = {}
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setTabChangesFocus(True)
        self.setAcceptDrops(False)
        self.setUndoRedoEnabled(False)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.verticalScrollBar().valueChanged.connect(self.place_panel)
        theme.changed.connect(self.restyle)
        self.restyle()

    @contextmanager
    def by_program(self) -> Iterator[None]:
        """Mark what happens inside as written by the program, not typed by the clerk."""
        self.settle()
        self.writing += 1
        self.written += 1
        try:
            yield
        finally:
            self.writing -= 1

    def settle(self) -> None:
        """Take in what stands on the page and is not in the entries; on a sheet that is only shown there is nothing."""

    def set_margin(self, length: float | None) -> None:
        """Make the margin column another length of the design wide; None for the usual one."""
        self.margin = None if length is None else round(length)
        self._lay_out()

    def write(self, entries: Sequence[Entry], caret: Caret) -> None:
        """Show entries, changing only what differs; the page stays where it was scrolled, with the caret in view."""
        bar = self.verticalScrollBar()
        scrolled = bar.value()
        with self.by_program():
            self.marks = list_marks(entries)
            self.page.show(entries)
            self.put_caret(caret)
            bar.setValue(scrolled)
            self.ensureCursorVisible()
        self.place_panel()
        self.viewport().update()

    def put_caret(self, caret: Caret) -> None:
        """Put the caret, and the selection, where they are said to be."""
        self.settle()
        cursor = self.textCursor()
        cursor.setPosition(self.page.position(caret.anchor or caret.at))
        if caret.anchor is not None:
            cursor.setPosition(self.page.position(caret.at), QTextCursor.MoveMode.KeepAnchor)
        self.setTextCursor(cursor)

    def spot(self) -> Spot:
        """Return the place of the caret."""
        return self.page.spot(self.textCursor().position())

    def rows(self, entry: Entry) -> Rows:
        """Return the chips of an entry in rows as wide as the sentence."""
        if entry.kind not in CHIPPED:
            return ()
        known, stranger = self._rows.get(entry.id), self.surroundings.stranger
        if known is None or known[0] is not entry or known[1:3] != (self.wide, stranger):
            known = entry, self.wide, stranger, rows_of(self.theme, entry, self.wide, stranger)
            self._rows[entry.id] = known
        return known[3]

    def room(self, entry: Entry) -> int:
        """Return how much is kept free below an entry: for its open panel, else for its chips."""
        if self.under is not None and self.under[0] == entry.id:
            return self.under[1].height() + self.theme.px(14)
        return room_of(self.theme, self.rows(entry))

    def put_panel(self, entry: Entry, panel: QWidget | None) -> None:
        """Show a panel right under an entry, or (None) only its chips again."""
        self.under = (entry.id, panel) if panel is not None else None
        with self.by_program():
            self.page.refresh(entry)
        self._lay_out()
        if panel is not None:
            panel.show()
            self.bring_into_view(panel)
        self.viewport().update()

    def place_panel(self) -> None:
        """Keep the open panel under its entry when the page moves."""
        if self.under is None or self.under[0] not in self.page.starts:
            return
        entry_id, panel = self.under
        entry = next(entry for entry in self.page.entries if entry.id == entry_id)
        block = self.page.block(Spot(entry_id, line_count(entry) - 1))
        rect = self._rect(block)
        panel.setFixedWidth(self.wide)
        below = self.theme.px(14 if isinstance(entry, Table) else 6)
        panel.move(self.left, round(rect.bottom()) + below)

    def restyle(self) -> None:
        """Take fonts, colours and sizes from the theme again."""
        self._rows.clear()
        self.setFont(self.theme.font("minutes"))
        self.setCursorWidth(self.theme.caret_width)
        self._lay_out()
        with self.by_program():
            self.page.restyle()
        self.place_panel()
        self.viewport().update()

    def resizeEvent(self, event: "QResizeEvent") -> None:
        """Give chips that wrap otherwise now the room that they need."""
        self.resized.emit(event.oldSize().height())
        super().resizeEvent(event)
        self._lay_out()

    def focusInEvent(self, event: "QFocusEvent") -> None:
        """Say that the keyboard came."""
        super().focusInEvent(event)
        self.focused.emit(True)

    def focusOutEvent(self, event: "QFocusEvent") -> None:
        """Say that the keyboard went."""
        super().focusOutEvent(event)
        self.focused.emit(False)

    def paintEvent(self, event: "QPaintEvent") -> None:
        """Paint the margin and the words of what has to be painted again."""
        area = event.rect()
        places = lines_in(self, area) if self.page.whole() else []
        seen = self.marginalia.seen(places)
        p = QPainter(self.viewport())
        p.fillRect(self.edge, area.top(), 1, area.height(), self.theme.line)
        for place in seen:
            self.marginalia.paint_ground(p, place)
        for ground in self.grounds:
            ground(p, places)
        for place in seen:
            self.marginalia.paint_beside(p, place)
        p.end()
        super().paintEvent(event)

    def _rect(self, block: QTextBlock) -> QRectF:
        """Return where a block stands on screen."""
        rect = self.placing.blockBoundingRect(block)
        return rect.translated(0, -self.verticalScrollBar().value())

    def _lay_out(self) -> None:
        """Set the page margins round the sentence, and the room of what wraps."""
        t, frame = self.theme, self.document().rootFrame()
        column = t.size("margin_column") if self.margin is None else t.px(self.margin)
        self.edge, self.left = column + t.px(2), column + t.px(20)
        self.wide = max(t.px(120), min(t.px(MEASURE), self.viewport().width() - self.left - t.px(28)))
        fmt = frame.frameFormat()
        self.right = self.left + self.wide + t.px(14)
        right = max(t.px(28), self.viewport().width() - self.left - self.wide)
        # The room below the last entry counts for nothing in Qt's height of a page, so the page ends lower instead.
        panel = self.under[1].height() if self.under is not None else 0
        wanted = (self.left, t.px(2), right, t.px(160) + panel)
        with self.by_program():
            if (fmt.leftMargin(), fmt.topMargin(), fmt.rightMargin(), fmt.bottomMargin()) != wanted:
                fmt.setLeftMargin(wanted[0])
                fmt.setTopMargin(wanted[1])
                fmt.setRightMargin(wanted[2])
                fmt.setBottomMargin(wanted[3])
                frame.setFrameFormat(fmt)
            for entry in self.page.entries:
                if entry.kind in CHIPPED or (self.under is not None and self.under[0] == entry.id):
                    self.page.refresh(entry)
        self.place_panel()

    def bring_into_view(self, widget: QWidget) -> None:
        """Scroll so that the panel, or a field of it, is in view; its top where it is higher than the view."""
        self.placing.documentSize()  # lays the page out, so that there is room to scroll
        gap, view, bar = self.theme.px(12), self.viewport(), self.verticalScrollBar()
        top = widget.mapTo(view, QPoint(0, 0)).y()
        below = top + widget.height() + gap - view.height()
        bar.setValue(
            bar.value() + min(max(below, 0), max(0, top - gap)) if below > 0 else bar.value() + min(0, top - gap)
        )
