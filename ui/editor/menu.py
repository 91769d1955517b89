"""The menu of the minutes editor: what the keys do, for the mouse, each with its key beside it."""

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QAction, QKeySequence
from PySide6.QtWidgets import QMenu

from ui.editor.spelling.word_offer import ADD, IGNORE
from wibdesk.language import say

if TYPE_CHECKING:
    from ui.editor.minute_editor import MinuteEditor


def editor_menu(editor: "MinuteEditor", at: QPoint) -> QMenu:
    """Return a menu for what is at a point of the view and under the caret, gone when it is closed."""
    menu = QMenu(editor)
    menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
    _add_spelling(menu, editor, at)
    writable, chosen = not editor.isReadOnly(), editor.textCursor().hasSelection()
    rows = (
        (say("Undo"), "Ctrl+Z", editor.undo, editor.can_undo()),
        (say("Redo"), "Ctrl+Y", editor.redo, editor.can_redo()),
        (say("Cut"), "Ctrl+X", editor.cut, writable and chosen),
        (say("Copy"), "Ctrl+C", editor.copy, chosen),
        (say("Paste"), "Ctrl+V", editor.paste, writable and editor.canPaste()),
        (say("Paste the words only"), "Ctrl+Shift+W", editor.clipboard.put_in_words, writable and editor.canPaste()),
        (say("Choose the kind"), "F4", editor.inline.choose_kind, writable),
        (say("Facts of this entry"), "F2", editor.open_details, writable),
        (say("Next misspelt word"), "F7", editor.spelling.step, editor.spelling.on),
        (say("Select everything"), "Ctrl+A", editor.selectAll, True),
    )
    for words, key, deed, possible in rows:
        action = QAction(words, menu)
        action.setShortcut(QKeySequence(key))
        action.setShortcutContext(Qt.ShortcutContext.WidgetShortcut)
        action.setEnabled(possible)
        action.triggered.connect(lambda _checked=False, deed=deed: deed())
        menu.addAction(action)
    return menu


def _add_spelling(menu: QMenu, editor: "MinuteEditor", at: QPoint) -> None:
    """Begin with what a misspelt word was meant to be, and with keeping or ignoring it."""
    spelling = editor.spelling
    found = spelling.at(at)
    if found is None:
        return
    meant = spelling.suggestions(found)
    for words in meant:
        menu.addAction(words, partial(spelling.put_right, found, words))
    if not meant:
        menu.addAction(say("Nothing is like this word")).setEnabled(False)
    menu.addSeparator()
    menu.addAction(say(ADD), lambda: spelling.learn(found))
    menu.addAction(say(IGNORE), lambda: spelling.ignore(found))
    menu.addSeparator()
