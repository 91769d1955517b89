"""Cutting, copying and pasting entries: inside the desk with their facts, to and from other programs as clean words."""

import json
from typing import TYPE_CHECKING

from PySide6.QtCore import QMimeData
from PySide6.QtWidgets import QApplication

from ui.editor.carrying import from_bytes, to_bytes
from ui.editor.copying import as_html, as_text, selected_entries
from ui.editor.paste import from_html, from_text, words_only
from ui.editor.structure import insert, without_selection
from wibdesk.domain.entries import Entry

if TYPE_CHECKING:
    from ui.editor.minute_editor import MinuteEditor

ENTRIES = "application/x-wibdesk-entries"


class Clipboard:
    """The editor's way to the clipboard; nothing in what is pasted is ever opened or fetched."""

    def __init__(self, editor: "MinuteEditor") -> None:
        self.editor = editor

    def offered(self) -> QMimeData:
        """Return what is selected, for other programs and for other items."""
        entries, data = selected_entries(self.editor.sheet()), QMimeData()
        data.setText(as_text(entries))
        data.setHtml(as_html(entries))
        data.setData(ENTRIES, to_bytes(entries))
        return data

    def takes(self, data: QMimeData) -> bool:
        """Say whether there are words in what is offered."""
        return data.hasText() or data.hasHtml() or data.hasFormat(ENTRIES)

    def put_in(self, data: QMimeData) -> None:
        """Put what is offered in at the caret."""
        entries = self._own(data)
        if entries is None and data.hasHtml():
            entries = from_html(data.html()) or None
        if entries is None:
            entries = from_text(data.text())
        self._insert(entries)

    def put_in_words(self) -> None:
        """Put the plain words of the clipboard in."""
        data = QApplication.clipboard().mimeData()
        self._insert(words_only(data.text()) if data is not None else ())

    def cut(self) -> None:
        """Copy what is selected and take it away."""
        if self.editor.textCursor().hasSelection() and not self.editor.isReadOnly():
            self.editor.copy()
            self.editor.apply(without_selection(self.editor.sheet()))

    def _insert(self, entries: tuple[Entry, ...]) -> None:
        if entries and not self.editor.isReadOnly():
            self.editor.apply(insert(self.editor.sheet(), entries))

    def _own(self, data: QMimeData) -> tuple[Entry, ...] | None:
        if not data.hasFormat(ENTRIES):
            return None
        try:
            return from_bytes(bytes(data.data(ENTRIES).data()))
        except (ValueError, KeyError, TypeError, json.JSONDecodeError):
            # Any program may put anything under any name there.
            return None
