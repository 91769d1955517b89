"""Enter, Backspace, Delete, Tab and lists, by keys, as a clerk writes minutes."""

from PySide6.QtCore import QMimeData
from PySide6.QtGui import QInputMethodEvent, QTextCursor
from PySide6.QtWidgets import QApplication

from tests.keys import press
from tests.ui.editor.letters import type_letters
from ui.editor.sheet import Caret, Spot
from wibdesk.domain.entries import (
    Action,
    Bullet,
    Decision,
    Numbered,
    Paragraph,
    PrivateNote,
    Subheading,
    Table,
    Vote,
)


def texts(editor):
    return [getattr(entry, "text", None) for entry in editor.entries()]


def kinds(editor):
    return [entry.kind for entry in editor.entries()]


def test_enter_begins_a_new_paragraph_and_the_first_half_keeps_its_identity(editor):
    first = Paragraph("one two", "2.3")
    editor.show_entries((first,), caret=Caret(Spot(first.id, 0, 4)))
    press(editor, "Return")
    assert texts(editor) == ["one ", "two"]
    assert (editor.entries()[0].id, editor.entries()[0].label) == (first.id, "2.3")
    assert editor.caret() == Caret(Spot(editor.entries()[1].id))


def test_enter_before_the_first_letter_leaves_an_action_its_owner_and_reference(editor):
    action = Action("count again", ("J Amari",), ref="3.1")
    editor.show_entries((action,), caret=Caret(Spot(action.id)))
    press(editor, "Return", "Up")
    type_letters(editor, "Before.")
    assert texts(editor) == ["Before.", "count again"]
    assert editor.entries()[1] is action


def test_enter_after_each_kind_begins_what_comes_next(editor):
    for entry, following in (
        (Paragraph("a"), "paragraph"),
        (Subheading("a"), "paragraph"),
        (Bullet("a", 2), "bullet"),
        (Numbered("a", 1, "(a)"), "numbered"),
        (Action("a", ("X",)), "paragraph"),
        (PrivateNote("a"), "paragraph"),
        (Vote(as_written="a"), "paragraph"),
    ):
        editor.show_entries((entry,))
        press(editor, "Return")
        type_letters(editor, "b")
        assert kinds(editor) == [entry.kind, following]


def test_half_of_a_private_note_stays_private(editor):
    note = PrivateNote("ring her, then him")
    editor.show_entries((note,), caret=Caret(Spot(note.id, 0, 9)))
    press(editor, "Return")
    assert kinds(editor) == ["private_note", "private_note"]


def test_a_decision_grows_by_parts_and_enter_on_an_empty_part_leaves_it(editor):
    editor.show_entries((Decision(("That one.",), "Resolved", "(1)"),))
    press(editor, "Return")
    type_letters(editor, "That two.")
    press(editor, "Return", "Return")
    type_letters(editor, "After.")
    decision, after = editor.entries()
    assert decision.parts == ("That one.", "That two.")
    assert (decision.marker, after.text) == ("Resolved", "After.")


def test_enter_on_an_empty_list_line_goes_out_level_by_level(editor):
    editor.show_entries((Bullet("a", 2),))
    press(editor, "Return", "Return")
    type_letters(editor, "b")
    assert editor.entries()[1].level == 1
    press(editor, "Return", "Return")
    type_letters(editor, "c")
    assert kinds(editor) == ["bullet", "bullet", "paragraph"]


def test_backspace_before_the_first_letter_first_takes_back_the_kind_then_joins(editor):
    one, two = Paragraph("one"), Bullet("two", 2)
    editor.show_entries((one, two), caret=Caret(Spot(two.id)))
    press(editor, "Backspace")
    assert editor.entries()[1] == Bullet("two", 1, two.id)
    press(editor, "Backspace")
    assert editor.entries()[1] == Paragraph("two", id=two.id)
    press(editor, "Backspace")
    assert texts(editor) == ["onetwo"]
    assert editor.caret() == Caret(Spot(one.id, 0, 3))


def test_delete_behind_the_last_letter_draws_the_next_entry_up(editor):
    one, two = Paragraph("one "), Paragraph("**two**")
    editor.show_entries((one, two), caret=Caret(Spot(one.id, 0, 4)))
    press(editor, "Delete")
    assert editor.entries() == (Paragraph("one **two**", id=one.id),)


def test_typing_over_a_selection_of_several_entries_leaves_one(editor):
    entries = (Paragraph("one"), Decision(("two",)), Action("three", ("X",)))
    editor.show_entries(entries, caret=Caret(Spot(entries[2].id, 0, 3), Spot(entries[0].id, 0, 1)))
    type_letters(editor, "X")
    assert editor.entries() == (Paragraph("oXee", id=entries[0].id),)


def test_deleting_whole_lines_leaves_the_next_entry_as_it_is(editor):
    entries = (Paragraph("one"), Paragraph("two"), Action("three", ("X",), ref="3.1"))
    editor.show_entries(entries, caret=Caret(Spot(entries[2].id), Spot(entries[0].id)))
    press(editor, "Delete")
    assert editor.entries() == (entries[2],)


def test_a_dash_or_a_number_begins_a_list_and_undo_gives_the_letters_back(editor):
    type_letters(editor, "- ")
    type_letters(editor, "bread")
    press(editor, "Return", "Return")
    type_letters(editor, "(a) first")
    assert editor.entries()[0] == Bullet("bread", 1, editor.entries()[0].id)
    assert (editor.entries()[1].kind, editor.entries()[1].style) == ("numbered", "(a)")
    press(editor, "Ctrl+Z", "Ctrl+Z")
    assert texts(editor) == ["bread", "(a) "]


def test_tab_changes_the_level_of_list_lines_and_leaves_a_paragraph_alone(editor):
    editor.show_entries((Paragraph("a"), Bullet("b"), Bullet("c")))
    press(editor, "Tab", "Tab", "Tab")
    assert editor.entries()[2].level == 3
    press(editor, "Shift+Tab", "Shift+Up", "Shift+Tab")
    assert [entry.level for entry in editor.entries()[1:]] == [1, 1]
    press(editor, "Ctrl+Home")
    before = editor.entries()
    press(editor, "Tab")
    assert editor.entries() == before


def test_a_table_is_walked_by_tab_grows_by_a_row_and_keeps_lines_in_a_cell(editor):
    press(editor, "Ctrl+Shift+T")
    type_letters(editor, "Who")
    press(editor, "Tab")
    type_letters(editor, "What")
    press(editor, "Tab", "Tab", "Tab", "Tab")
    type_letters(editor, "b")
    press(editor, "Return")
    type_letters(editor, "c")
    press(editor, "Tab")
    type_letters(editor, "last")
    (table,) = editor.entries()
    assert table.header == ("Who", "What")
    assert table.rows == (("", ""), ("", "b\nc"), ("last", ""))


def test_backspace_in_a_cell_never_leaves_the_table(editor):
    table = Table((("a", "b"),))
    editor.show_entries((Paragraph("before"), table), caret=Caret(Spot(table.id, 2)))
    press(editor, "Backspace", "Ctrl+Backspace", "Delete", "Delete")
    assert editor.entries()[1].rows == (("a", ""),)
    assert texts(editor)[0] == "before"


def test_what_dictation_puts_in_as_lines_becomes_entries(editor, qtbot):
    action = Action("count", ("X",), ref="3.1")
    editor.show_entries((action,))
    cursor = QTextCursor(editor.document())
    cursor.movePosition(QTextCursor.MoveOperation.End)
    cursor.insertText(" again\nsecond line\nthird")
    qtbot.waitUntil(lambda: len(editor.entries()) == 3)
    assert texts(editor) == ["count again", "second line", "third"]
    assert editor.entries()[0].owners == ("X",)
    assert editor.undo()
    assert editor.entries() == (action,)


def test_an_input_method_types_over_a_selection_of_several_entries(editor):
    entries = (Paragraph("one"), Paragraph("two"))
    editor.show_entries(entries, caret=Caret(Spot(entries[1].id, 0, 3), Spot(entries[0].id)))
    event = QInputMethodEvent("", [])
    event.setCommitString("会議")
    QApplication.sendEvent(editor, event)
    assert texts(editor) == ["会議"]


def test_words_typed_behind_a_link_are_no_part_of_it(editor):
    editor.show_entries((Paragraph("see [here](https://a.example)"),))
    type_letters(editor, " and")
    assert texts(editor) == ["see [here](https://a.example) and"]


def test_cut_entries_come_back_with_their_facts_and_a_new_identity(editor):
    entries = (Paragraph("one"), Action("two", ("X",), ref="3.1"), Paragraph("three"))
    editor.show_entries(entries, caret=Caret(Spot(entries[2].id, 0, 5), Spot(entries[1].id)))
    press(editor, "Ctrl+X")
    assert texts(editor) == ["one"]
    press(editor, "Ctrl+Home", "Ctrl+V")
    pasted = next(entry for entry in editor.entries() if entry.kind == "action")
    assert (pasted.text, pasted.owners, pasted.ref) == ("two", ("X",), None)
    assert pasted.id != entries[1].id


def test_nothing_can_be_changed_in_approved_minutes(editor):
    entries = (Paragraph("one"), Bullet("two"))
    editor.show_entries(entries)
    editor.set_read_only(True)
    type_letters(editor, "x")
    press(editor, "Return", "Backspace", "Tab", "Ctrl+Shift+A", "Ctrl+B", "F4", "Ctrl+X", "Ctrl+V", "Ctrl+Z")
    data = QMimeData()
    data.setText("pasted")
    editor.insertFromMimeData(data)
    assert editor.entries() == entries


def test_alt_up_and_down_move_an_entry_and_an_action_stays_the_same_record(editor):
    one = Action("first task", ("A Lee",), ref="2.1")
    two = Action("second task", ("B Ray",), ref="2.2")
    editor.show_entries((Paragraph("before"), one, two))
    press(editor, "Ctrl+End", "Alt+Up")
    assert [(e.text, getattr(e, "ref", None)) for e in editor.entries()] == [
        ("before", None),
        ("second task", "2.2"),
        ("first task", "2.1"),
    ]
    assert editor.entries()[1] == two
    type_letters(editor, "!")
    assert editor.entries()[1].text == "second task!"
    press(editor, "Alt+Up", "Alt+Up", "Alt+Down")
    assert [e.text for e in editor.entries()] == ["before", "second task!", "first task"]
    press(editor, "Ctrl+Z", "Ctrl+Z", "Ctrl+Z", "Ctrl+Z")
    assert editor.entries() == (Paragraph("before", id=editor.entries()[0].id), one, two)


def test_an_action_pasted_before_another_leaves_that_one_whole(editor):
    one, two = Action("one task", ("Al One",), ref="2.1"), Action("second", ("Bo Two",), ref="2.2")
    editor.show_entries((one, two))
    press(editor, "Ctrl+End", "Home", "Shift+End", "Ctrl+C", "Ctrl+Home", "Ctrl+V")
    pasted, first, second = editor.entries()
    assert (pasted.text, pasted.owners, pasted.ref) == ("second", ("Bo Two",), None)
    assert (first, second) == (one, two)
