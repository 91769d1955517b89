"""Opens the panel under an entry, and the list of kinds at the caret; at most one of them at a time."""

from collections.abc import Callable
from dataclasses import replace
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from shiboken6 import isValid

from ui.editor.details import DetailsPanel, LinkPanel, Panel
from ui.editor.forms import FORMS, Blank, filled
from ui.editor.kinds import LOOKS
from ui.editor.lines import columns_of, lines_of, words_of
from ui.editor.looks import linked
from ui.editor.offer import Choice, Offer
from ui.editor.sheet import Caret, Sheet, Spot, end_of
from ui.editor.table_cells import with_column, with_row, without_column, without_row
from wibdesk.domain.entries import Entry, Table
from wibdesk.domain.sentences import Structured
from wibdesk.language import say

if TYPE_CHECKING:
    from ui.editor.minute_editor import MinuteEditor


class Inline:
    """What is open in the sheet of an editor."""

    def __init__(self, editor: "MinuteEditor") -> None:
        self.editor = editor
        self.panel: Panel | None = None
        self.entry_id = ""
        self.kinds: Offer | None = None

    def open_details(self, first: str = "") -> bool:
        """Open the facts of the entry of the caret, at the field named; False for a kind that has none."""
        entry = self.editor.sheet().current()
        if entry.kind not in FORMS or self.editor.isReadOnly():
            return False
        self.close()
        panel = DetailsPanel(
            self.editor.theme,
            self.editor.viewport(),
            entry,
            name=say("Facts of this {name}", name=say(LOOKS[entry.kind].name).lower()),
            people=self.editor.surroundings.people,
            wide=self.editor.wide,
        )
        panel.filled.connect(self._fill)
        self._add_buttons(panel, entry)
        self._open(panel, entry, self.close)
        panel.start_at(first)
        return True

    def open_link(self) -> None:
        """Ask where the selected words lead; a link under the caret is selected whole."""
        sheet = _with_link_selected(self.editor.sheet())
        if sheet.caret.anchor is None or self.editor.isReadOnly():
            return
        self.close()
        self.editor.put_caret(sheet.caret)
        panel = LinkPanel(self.editor.theme, self.editor.viewport(), self.editor.textCursor().charFormat().anchorHref())
        self._open(panel, sheet.current(), lambda: self._link(sheet, panel.address.text()))

    def choose_kind(self) -> None:
        """Offer the kinds in a list at the caret; letters, arrows and Enter choose."""
        if self.editor.isReadOnly():
            return
        self.close()
        kinds, current = list(LOOKS), self.editor.sheet().current().kind
        offer = Offer(self.editor.theme, self.editor.viewport(), say("Kinds of entry"))
        offer.offer([Choice(say(LOOKS[k].name), LOOKS[k].letter, LOOKS[k].icon) for k in kinds], kinds.index(current))
        offer.taken.connect(lambda row: self._take_kind(kinds[row]))
        offer.dropped.connect(self.close)
        self.kinds = offer
        caret, view = self.editor.cursorRect(), self.editor.viewport()
        below = caret.bottom() + self.editor.theme.px(6)
        top = below if below + offer.height() <= view.height() else max(0, caret.top() - offer.height())
        offer.move(min(caret.left(), max(0, view.width() - offer.width() - 8)), top)
        offer.show()
        offer.raise_()
        offer.setFocus(Qt.FocusReason.PopupFocusReason)

    def close(self) -> None:
        """Close what is open and give the keyboard back to the sentence."""
        had = any(w is not None and w.isVisible() and _has_focus(w) for w in (self.panel, self.kinds))
        panel, self.panel = self.panel, None
        kinds, self.kinds = self.kinds, None
        if had:
            self.editor.setFocus(Qt.FocusReason.PopupFocusReason)
        if kinds is not None:
            kinds.hide()
            kinds.deleteLater()
        if panel is not None:
            self.editor.history.close()
            panel.hide()
            self._free_room()
            panel.deleteLater()

    def follow(self) -> None:
        """Look at the entry again after a change; a panel whose entry is gone is closed."""
        if self.panel is None:
            return
        entry = next((e for e in self.editor.page.entries if e.id == self.entry_id), None)
        if entry is None or (isinstance(self.panel, DetailsPanel) and entry.kind != self.panel.entry.kind):
            self.close()
        elif isinstance(self.panel, DetailsPanel):
            self.panel.look_again(entry)
            self._fit()

    def _open(self, panel: Panel, entry: Entry, leave: Callable[[], None]) -> None:
        self.panel, self.entry_id = panel, entry.id
        panel.left.connect(leave)
        panel.reached.connect(self.editor.bring_into_view)
        panel.setFixedWidth(self.editor.wide)
        panel.adjustSize()
        self.editor.put_panel(entry, panel)
        panel.raise_()
        panel.start()

    def _fit(self) -> None:
        """Give the panel the height that its fields need now, and the room for it."""
        panel = self.panel
        if panel is None:
            return
        before = panel.height()
        panel.adjustSize()
        if panel.height() != before:
            entry = next(e for e in self.editor.page.entries if e.id == self.entry_id)
            self.editor.put_panel(entry, panel)

    def _free_room(self) -> None:
        entry = next((e for e in self.editor.page.entries if e.id == self.entry_id), None)
        if entry is not None:
            self.editor.put_panel(entry, None)
        self.editor.under = None

    def _fill(self, blank: Blank, text: str) -> None:
        sheet = self.editor.sheet()
        entry = next(e for e in sheet.entries if e.id == self.entry_id)
        fresh = filled(entry, blank, text, self.editor.surroundings)
        after = sheet.with_entry(fresh)
        if isinstance(fresh, Structured) and sheet.caret.at == end_of(entry):
            after = replace(after, caret=Caret(end_of(fresh)))
        self.editor.apply(after, f"facts {self.entry_id}")

    def _add_buttons(self, panel: DetailsPanel, entry: Entry) -> None:
        if isinstance(entry, Table):
            panel.add_button(say("Add a row"), lambda: self._change_table(_add_row))
            panel.add_button(say("Remove the row"), lambda: self._change_table(_remove_row))
            panel.add_button(say("Add a column"), lambda: self._change_table(_add_column))
            panel.add_button(say("Remove the column"), lambda: self._change_table(_remove_column))
        elif isinstance(entry, Structured) and entry.as_written:
            panel.add_button(say("Write the sentence from these facts"), self._rewrite)

    def _change_table(self, deed: Callable[[Sheet, Table, int, int], Sheet]) -> None:
        sheet = self.editor.sheet()
        table = sheet.current()
        if isinstance(table, Table):
            row, column = divmod(max(0, sheet.caret.at.part - 1), columns_of(table))
            self.editor.apply(deed(sheet, table, row, column))

    def _rewrite(self) -> None:
        sheet = self.editor.sheet()
        entry = sheet.current()
        if isinstance(entry, Structured):
            made = replace(entry, as_written=None)
            self.editor.apply(replace(sheet.with_entry(made), caret=Caret(Spot(entry.id))))

    def _link(self, sheet: Sheet, address: str) -> None:
        self.close()
        self.editor.apply(linked(sheet, _address(address)))

    def _take_kind(self, kind: str) -> None:
        self.close()
        self.editor.set_kind(kind)


def _has_focus(widget: Panel | Offer) -> bool:
    return isValid(widget) and (widget.hasFocus() or widget.isAncestorOf(widget.window().focusWidget() or widget))


def _address(typed: str) -> str | None:
    """Return an address as a link holds it: what looks like a mailbox or a bare page gets its scheme."""
    bare = typed.strip()
    if not bare:
        return None
    if bare.lower().startswith(("http://", "https://", "mailto:")):
        return bare
    return f"mailto:{bare}" if "@" in bare else f"https://{bare}"


def _with_link_selected(sheet: Sheet) -> Sheet:
    """Return the sheet with a selection: as it is, else the link, else the word at the caret."""
    if sheet.caret.anchor is not None:
        return sheet
    spot = sheet.caret.at
    line = lines_of(sheet.current())[spot.part]
    at, start = spot.offset, 0
    for span in line:
        end = start + len(span.text)
        if span.link and start <= at <= end:
            return _selecting(sheet, start, end)
        start = end
    words = words_of(line)
    start, end = at, at
    while start and not words[start - 1].isspace():
        start -= 1
    while end < len(words) and not words[end].isspace():
        end += 1
    return _selecting(sheet, start, end) if start < end else sheet


def _selecting(sheet: Sheet, start: int, end: int) -> Sheet:
    spot = sheet.caret.at
    return replace(sheet, caret=Caret(replace(spot, offset=end), replace(spot, offset=start)))


def _add_row(sheet: Sheet, table: Table, row: int, _column: int) -> Sheet:
    return with_row(sheet, table, after=row)


def _remove_row(sheet: Sheet, table: Table, row: int, column: int) -> Sheet:
    return _with_table(sheet, without_row(table, row), max(0, row - 1), column)


def _add_column(sheet: Sheet, table: Table, row: int, column: int) -> Sheet:
    return _with_table(sheet, with_column(table, column), row, column + 1)


def _remove_column(sheet: Sheet, table: Table, row: int, column: int) -> Sheet:
    return _with_table(sheet, without_column(table, column), row, max(0, column - 1))


def _with_table(sheet: Sheet, table: Table, row: int, column: int) -> Sheet:
    """Return the sheet with another table and the caret in one of its cells."""
    return replace(sheet.with_entry(table), caret=Caret(Spot(table.id, 1 + row * columns_of(table) + column)))
