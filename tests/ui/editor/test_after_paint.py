"""A key is painted first and taken in right after that; whatever asks before then has all that stands on the page."""

import pytest
from PySide6.QtCore import QCoreApplication, QEvent, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QApplication, QWidget

from tests.keys import press, shown
from ui.editor.after_paint import AfterPaint
from ui.editor.minute_editor import MinuteEditor
from ui.editor.sheet import Caret, Spot
from wibdesk.domain.entries import Action, Paragraph, Table
from wibdesk.spelling.loading import speller


def strike(editor, words):
    """Press keys, and let nothing be painted between them or after them."""
    for letter in words:
        for kind in (QEvent.Type.KeyPress, QEvent.Type.KeyRelease):
            QCoreApplication.sendEvent(editor, QKeyEvent(kind, 0, Qt.KeyboardModifier.NoModifier, letter))


class Watched(MinuteEditor):
    """Keeps in which order things happened, and what stood on the page at each."""

    def __init__(self, theme):
        super().__init__(theme)
        self.order = []
        self.edited.connect(lambda: self.order.append(("taken in", self.toPlainText())))

    def paintEvent(self, event):
        super().paintEvent(event)
        self.order.append(("painted", self.toPlainText()))


@pytest.fixture
def watched(qtbot, theme):
    made = shown(qtbot, Watched(theme), 760, 640)
    made.setFocus()
    qtbot.waitUntil(made.hasFocus)
    QApplication.processEvents()
    made.order.clear()
    return made


def picture(editor):
    QApplication.processEvents()
    return editor.viewport().grab().toImage()


def test_what_is_put_off_comes_once_and_after_the_paint(qtbot):
    order = []

    class Painted(QWidget):
        def paintEvent(self, event):
            order.append("painted")

    widget = shown(qtbot, Painted())
    QApplication.processEvents()
    later = AfterPaint(widget, lambda: order.append("done"))
    order.clear()
    later.ask()
    later.ask()
    widget.update()
    QApplication.processEvents()
    assert order == ["painted", "done"]
    later.ask()
    QApplication.processEvents()
    assert order == ["painted", "done", "done"]


def test_a_letter_is_painted_before_it_is_taken_in(watched):
    strike(watched, "a")
    assert watched.order == []
    QApplication.processEvents()
    assert watched.order[:2] == [("painted", "a"), ("taken in", "a")]


def test_letters_that_came_before_the_paint_are_taken_in_together_and_words_one_by_one(watched):
    strike(watched, "one two.")
    QApplication.processEvents()
    assert [words for what, words in watched.order if what == "taken in"] == ["one", "one ", "one two", "one two."]
    assert watched.undo()
    assert [entry.text for entry in watched.entries()] == ["one "]


def test_a_queue_of_keys_is_painted_as_it_stands_at_its_end(watched, qtbot):
    watched.setCursorWidth(0)
    watched.spelling.judge_by(speller())
    QApplication.processEvents()
    watched.order.clear()
    words = "The partners agred to look at it again. " * 8
    for letter in words:
        QCoreApplication.postEvent(watched, QKeyEvent(QEvent.Type.KeyPress, 0, Qt.KeyboardModifier.NoModifier, letter))
    qtbot.waitUntil(lambda: "painted" in dict(watched.order))
    assert {seen for what, seen in watched.order if what == "painted"} == {words}
    first = picture(watched)
    watched.show_entries(watched.entries())
    assert [entry.text for entry in watched.entries()] == [words]
    assert picture(watched) == first


@pytest.mark.parametrize(
    "ask",
    [
        lambda editor: editor.entries(),
        lambda editor: editor.sheet().entries,
        lambda editor: editor.history.present.entries,
        lambda editor: editor.caret() and editor.page.entries,
        lambda editor: editor.put_caret(Caret(Spot(editor.page.entries[0].id))) or editor.page.entries,
        lambda editor: editor.theme.switch("dark", 2.0) or editor.page.entries,
        lambda editor: editor.resize(500, 400) or editor.page.entries,
        lambda editor: press(editor, "Ctrl+F12") or editor.page.entries,
        lambda editor: editor.know_references({}) or editor.page.entries,
    ],
)
def test_whoever_asks_before_the_paint_has_every_letter(editor, ask):
    strike(editor, "Read ")
    strike(editor, "it")
    assert [entry.text for entry in ask(editor)] == ["Read it"]
    assert editor.toPlainText() == "Read it"


def test_enter_undo_and_another_item_come_after_the_letters_before_them(editor):
    strike(editor, "one")
    press(editor, "Return")
    strike(editor, "two")
    assert editor.undo()
    assert [entry.text for entry in editor.history.present.entries] == ["one", ""]
    strike(editor, "two")
    told = []
    editor.edited.connect(lambda: told.append(editor.entries()))
    editor.show_entries((Paragraph("another item"),))
    assert [[entry.text for entry in entries] for entries in told] == [["one", "two"]]
    assert editor.toPlainText() == "another item"


def test_a_letter_in_a_cell_and_one_in_the_caption_are_both_taken_in(editor):
    table = Table((("a", "b"),), ("c", "d"), "Posts")
    editor.show_entries((table, Paragraph()))
    editor.put_caret(Caret(Spot(table.id, 1, 1)))
    strike(editor, "x")
    editor.put_caret(Caret(Spot(table.id, 0, 5)))
    strike(editor, "y")
    assert editor.entries()[0] == Table((("a", "b"),), ("cx", "d"), "Postsy", id=table.id)


def test_a_press_of_the_pointer_comes_after_the_letters_before_it(editor, qtbot):
    editor.show_entries((Paragraph("one"), Paragraph("two")))
    strike(editor, "s")
    qtbot.mouseClick(editor.viewport(), Qt.MouseButton.LeftButton, pos=editor.cursorRect(editor.textCursor()).center())
    assert [entry.text for entry in editor.page.entries] == ["one", "twos"]


def test_blocks_that_something_foreign_made_are_taken_in_by_the_first_who_asks(editor):
    editor.show_entries((Action("count"), Paragraph("end")))
    editor.textCursor().insertText(" of it\nand more")
    assert [entry.text for entry in editor.entries()] == ["count", "end of it", "and more"]
