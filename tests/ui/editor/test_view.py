"""What is painted round the words, finding, steps of undo, and what a screen reader is told."""

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from tests.keys import press
from tests.ui.editor.letters import type_letters
from ui.editor.names_field import matching, names_in, names_out
from ui.editor.numbering import list_marks
from ui.editor.sheet import Caret, Spot
from wibdesk.domain.deadlines import Due
from wibdesk.domain.entries import (
    Action,
    Bullet,
    Decision,
    Declaration,
    Numbered,
    Paragraph,
    PrivateNote,
    Progress,
    Subheading,
    Table,
    Vote,
)

MINUTES = (
    Subheading("Performance", "3.1", "J Amari"),
    Paragraph("J Amari **presented** it, see [here](https://a.example).", "2.3"),
    Bullet("one", 3),
    Numbered("two", 2, "(i)"),
    Decision(("That a.", "That b."), "Resolved", "(1)"),
    Action("count again", ("Director of Children's Services", "J Amari"), Due(as_written="31/9"), Progress.DONE, "3.2"),
    PrivateNote("ring her"),
    Declaration("I Nolan", "4"),
    Vote("approve"),
    Table((("a", "b"),), ("c", "d"), "Posts"),
    Paragraph("مرحبا 🗳️ e\u0301"),
)


def picture(editor):
    QApplication.processEvents()
    return editor.viewport().grab().toImage()


@pytest.mark.parametrize("look", [("light", 1.0), ("dark", 1.25), ("high_contrast", 2.0)], ids=str)
def test_every_kind_is_painted_in_every_theme_and_the_text_holds_only_the_clerks_words(editor, theme, look):
    plain = picture(editor)
    editor.show_entries(MINUTES)
    theme.switch(*look)
    assert picture(editor) != plain
    assert editor.entries() == MINUTES
    text = editor.toPlainText()
    for told in ("3.2", "Resolved", "31/9", "Private", "2.3", "(1)", "Done"):
        assert told not in text
    theme.switch("light", 1.0)
    assert editor.entries() == MINUTES


def test_a_given_reference_shows_in_the_margin(editor):
    action = Action("count")
    editor.show_entries((action, Paragraph("x")))
    before = picture(editor).copy(0, 0, editor.edge, 60)
    editor.accept_references((Action("count", ref="3.1", id=action.id),))
    assert picture(editor).copy(0, 0, editor.edge, 60) != before


def test_a_narrow_sheet_wraps_its_chips_and_keeps_them_above_the_next_entry(editor):
    editor.show_entries(MINUTES[5:8])
    action = editor.entries()[0]
    editor.resize(760, 640)
    wide = len(editor.rows(action))
    editor.resize(420, 640)
    QApplication.processEvents()
    assert len(editor.rows(action)) > wide
    assert editor.room(action) > 0


def test_find_goes_round_and_marks_every_place(editor):
    editor.show_entries((Paragraph("one Two"), Paragraph("two one")))
    assert editor.find("two", False)
    assert editor.caret() == Caret(Spot(editor.entries()[0].id, 0, 7), Spot(editor.entries()[0].id, 0, 4))
    assert editor.find("two", True)
    assert editor.caret().at.entry == editor.entries()[1].id
    assert editor.find("two", True)
    assert editor.caret().at.entry == editor.entries()[0].id
    assert len(editor.extraSelections()) == 2
    assert not editor.find("three", True)
    editor.find("", False)
    assert not editor.extraSelections()


def test_undo_goes_word_by_word_and_ends_where_the_caret_left(editor):
    type_letters(editor, "one two")
    press(editor, "Home")
    type_letters(editor, "x")
    press(editor, "Ctrl+Z")
    assert editor.toPlainText() == "one two"
    press(editor, "Ctrl+Z")
    assert editor.toPlainText() == "one "
    press(editor, "Ctrl+Z")
    assert editor.entries() == ()
    press(editor, "Ctrl+Y", "Ctrl+Y", "Ctrl+Shift+Z")
    assert editor.toPlainText() == "xone two"
    assert not editor.redo()


def test_undo_keeps_what_the_register_was_told_of_other_entries(editor):
    editor.show_entries(MINUTES)
    press(editor, "Ctrl+Home")
    type_letters(editor, "x")
    press(editor, "Ctrl+Z")
    assert all(one is other for one, other in zip(editor.entries(), MINUTES, strict=True))


def test_a_screen_reader_is_told_each_entry_as_the_caret_enters_it(editor):
    told = []
    editor.show_entries(MINUTES)
    editor.entered.connect(lambda _: told.append(editor.accessibleDescription()))
    for entry in MINUTES:
        editor.put_caret(Caret(Spot(entry.id)))
    assert told == [
        "Sub-heading, J Amari",
        "Paragraph 2.3",
        "Bulleted line, level 3",
        "Numbered line, level 2",
        "Resolved, 2 parts",
        "Action 3.2, owners Director of Children's Services and J Amari, due 31/9, kept as typed, done",
        "Private note, only here",
        "Interest",
        "Vote",
        "Table, 2 rows",
        "Paragraph",
    ]
    assert editor.accessibleName() == "Minutes of item 3"


def test_edited_is_told_once_for_each_key_that_was_painted(editor, qtbot):
    heard = []
    editor.edited.connect(lambda: heard.append(editor.entries()))
    for letter in "abc":
        type_letters(editor, letter)
    assert [entries[0].text for entries in heard] == ["a", "ab", "abc"]
    press(editor, "Left", "Shift+Left")
    assert len(heard) == 3


def test_a_press_on_the_selection_drags_nothing(editor):
    editor.show_entries((Paragraph("one"), Paragraph("two")))
    press(editor, "Ctrl+A")
    where = editor.cursorRect().center() - QPoint(4, 0)
    QTest.mouseClick(editor.viewport(), Qt.MouseButton.LeftButton, pos=where)
    assert not editor.textCursor().hasSelection()


def test_the_caret_that_was_given_out_leads_back_to_the_same_place(editor):
    editor.show_entries(MINUTES, caret=Caret(Spot(MINUTES[-1].id, 0, 8)))
    kept = editor.caret()
    assert kept == Caret(Spot(MINUTES[-1].id, 0, 8))
    editor.show_entries(MINUTES[:2], caret=kept)
    assert editor.caret().at == Spot(MINUTES[1].id, 0, 31)


def test_numbers_begin_anew_after_a_paragraph_and_where_they_are_told_to():
    entries = (
        Numbered("a"),
        Numbered("b", 2, "(a)"),
        Numbered("c", 2, "(a)"),
        Numbered("d"),
        Bullet("e"),
        Numbered("f"),
    )
    marks = [*list_marks(entries).values()]
    assert marks == ["1.", "(a)", "(b)", "2.", "1."]
    again = (Numbered("a", start=7), Numbered("b"), Paragraph("c"), Numbered("d"))
    assert [*list_marks(again).values()] == ["7.", "8.", "1."]
    noted = (Numbered("a"), PrivateNote("never on the page"), Numbered("b"), Numbered("c", 1, "a)"))
    assert [*list_marks(noted).values()] == ["1.", "2.", "a)"]


def test_names_are_found_by_any_word_or_by_initials_and_read_back_as_typed():
    names = ("Det Supt K Rowe", "J Amari", "Karen Rowley", "Director, Health")
    assert matching("ro", names) == ("Det Supt K Rowe", "Karen Rowley")
    assert matching("ja", names) == ("J Amari",)
    assert matching("j amari", names) == ()
    for owners in (("A", "B"), ("Director, Health",), ("Director, Health", "B"), ()):
        assert names_in(names_out(owners)) == owners
