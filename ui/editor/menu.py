"""The menu of the minutes editor: what the keys do, for the mouse, each with its key beside it."""

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtGui import QAction, QKeySequence
from PySide6.QtWidgets import QMenu

if TYPE_CHECKING:
    from ui.editor.minute_editor import MinuteEditor


def editor_menu(editor: "MinuteEditor") -> QMenu:
    """Return a menu for what is under the caret, gone when it is closed."""
    menu = QMenu(editor)
    menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
    writable, chosen = not editor.isReadOnly(), editor.textCursor().hasSelection()
    rows = (
        ("Undo", "Ctrl+Z", editor.undo, editor.can_undo()),
        ("Redo", "Ctrl+Y", editor.redo, editor.can_redo()),
        ("Cut", "Ctrl+X", editor.cut, writable and chosen),
        ("Copy", "Ctrl+C", editor.copy, chosen),
        ("Paste", "Ctrl+V", editor.paste, writable and editor.canPaste()),
        ("Paste the words only", "Ctrl+Shift+W", editor.clipboard.put_in_words, writable and editor.canPaste()),
        ("Choose the kind", "F4", editor.inline.choose_kind, writable),
        ("Facts of this entry", "F2", editor.open_details, writable),
        ("Select everything", "Ctrl+A", editor.selectAll, True),
    )
    for words, key, deed, possible in rows:
        action = QAction(words, menu)
        action.setShortcut(QKeySequence(key))
        action.setShortcutContext(Qt.ShortcutContext.WidgetShortcut)
        action.setEnabled(possible)
        action.triggered.connect(deed)
        menu.addAction(action)
    return menu
