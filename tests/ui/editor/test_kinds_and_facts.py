"""Kinds by one key, and the facts of an entry in the panel under it."""

from datetime import date

import pytest
from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QKeyEvent, QKeySequence
from PySide6.QtWidgets import QApplication

from tests.keys import press
from tests.ui.editor.letters import type_letters
from ui.editor.keys import DEEDS, EDITOR_KEYS
from ui.editor.kinds import LOOKS
from ui.editor.sheet import Caret, Spot
from wibdesk.domain.deadlines import Due, DueKind
from wibdesk.domain.entries import Action, Amendment, Decision, Declaration, Numbered, Paragraph, Progress, Table, Vote


@pytest.mark.parametrize(
    "look", [look for look in LOOKS.values() if look.kind != "paragraph"], ids=lambda look: look.kind
)
def test_one_key_changes_the_kind_and_one_key_changes_it_back(editor, look):
    was = Paragraph("The plan was noted.")
    editor.show_entries((was,))
    press(editor, f"Ctrl+Shift+{look.letter}")
    assert editor.entries()[0].kind == look.kind
    assert editor.entries()[0].id == was.id
    if not editor.hasFocus():
        press(editor, "Escape")
    assert editor.hasFocus()
    press(editor, "Ctrl+Shift+P")
    assert [entry.text for entry in editor.entries()] == ["The plan was noted."]


def test_a_kind_changed_and_changed_back_loses_no_owner_and_no_reference(editor):
    action = Action("count", ("X", "Y"), Due(DueKind.DATE, date(2026, 10, 6)), Progress.DONE, "3.1")
    editor.show_entries((action,))
    press(editor, "Ctrl+Shift+P", "Ctrl+Shift+A")
    assert editor.entries() == (action,)


def test_the_list_of_kinds_is_worked_by_letter_arrow_and_escape(editor):
    editor.show_entries((Paragraph("agreed"),))
    press(editor, "F4", "D")
    assert editor.entries()[0].kind == "decision"
    press(editor, "F4", "Down", "Return", "Escape")
    assert editor.entries()[0].kind == "action"
    before = editor.entries()
    press(editor, "F4", "Escape")
    assert editor.entries() == before
    assert editor.hasFocus()


def test_where_there_is_little_room_fields_stand_one_below_the_other_but_figures_abreast(editor):
    editor.resize(480, 640)
    editor.show_entries((Vote("approve the plan"),))
    press(editor, "Ctrl+Return")
    fields = {name: field for name, (_, field) in editor.inline.panel.fields.items()}
    assert fields["seconder"].y() > fields["mover"].y()
    assert fields["votes_for"].y() == fields["votes_against"].y() == fields["abstained"].y()


def test_the_decision_key_goes_on_to_the_next_word_and_the_number_key_to_the_next_style(editor):
    editor.show_entries((Decision(("a",)),))
    press(editor, "Ctrl+Shift+D", "Ctrl+Shift+D")
    assert editor.entries()[0].marker == "Noted"
    editor.show_entries((Numbered("a"), Numbered("b", 2), Numbered("c")))
    press(editor, "Ctrl+Shift+N")
    assert [entry.style for entry in editor.entries()] == ["(1)", None, "(1)"]


@pytest.mark.parametrize("words", ["", "write to schools"])
def test_the_next_part_of_a_decision_becomes_an_action_and_what_was_decided_stays_decided(editor, words):
    editor.show_entries((Decision(("That a.",)),))
    press(editor, "Return")
    type_letters(editor, words)
    press(editor, "Ctrl+Shift+A")
    assert editor.hasFocus() is not bool(words)  # owner and deadline are asked for once there are words
    if words:
        press(editor, "Escape")
    decided, asked = editor.sheet().entries
    assert (decided.parts, asked.kind, asked.text) == (("That a.",), "action", words)
    press(editor, "Ctrl+Z")
    assert editor.entries()[0].parts[0] == "That a."


def test_a_part_between_others_becomes_a_line_of_its_own(editor):
    editor.show_entries((Decision(("That a.", "That b.", "That c."), "Resolved", "1."),))
    press(editor, "Up", "Ctrl+Shift+P")
    first, apart, last = editor.entries()
    assert (first.parts, apart.text, last.parts) == (("That a.",), "That b.", ("That c.",))
    assert (first.marker, last.marker, last.style) == ("Resolved", "Resolved", "1.")


def test_several_lines_become_one_decision_with_parts_and_separate_lines_again(editor):
    entries = (Paragraph("That a."), Paragraph("That b."))
    editor.show_entries(entries, caret=Caret(Spot(entries[1].id, 0, 7), Spot(entries[0].id)))
    press(editor, "Ctrl+Shift+D")
    assert editor.entries() == (Decision(("That a.", "That b."), id=entries[0].id),)
    press(editor, "Ctrl+Shift+P")
    assert [entry.text for entry in editor.entries()] == ["That a.", "That b."]


def test_an_action_made_of_a_line_asks_for_owner_and_deadline_and_undo_takes_them_back_at_once(editor):
    type_letters(editor, "agree the definition")
    press(editor, "Ctrl+Shift+A")
    type_letters(editor, "row")
    press(editor, "Return")
    type_letters(editor, ", Board Members")
    press(editor, "Tab")
    type_letters(editor, "October board")
    press(editor, "Tab")
    assert QApplication.focusWidget().chosen() == "open"
    press(editor, "Escape")
    (action,) = editor.entries()
    assert action.owners == ("Det Supt K Rowe", "Board Members")
    assert action.due == Due(DueKind.MEETING, date(2026, 10, 6), as_written="October board")
    assert editor.hasFocus()
    assert editor.accessibleDescription() == (
        "Action, owners Det Supt K Rowe and Board Members, due October board, Tue 6 Oct 2026"
    )
    press(editor, "Ctrl+Z")
    assert editor.entries() == (Action("agree the definition", id=action.id),)


def test_a_deadline_that_is_no_day_is_kept_as_typed_and_said_so(editor):
    editor.show_entries((Action("count", ("X",)),))
    press(editor, "Ctrl+Return", "Tab")
    type_letters(editor, "31/9")
    field = QApplication.focusWidget()
    assert "no such day" in field.accessibleDescription()
    press(editor, "Return")
    assert editor.entries()[0].due == Due(as_written="31/9")


def test_the_facts_of_an_interest_write_the_sentence_and_words_of_the_clerk_are_kept(editor):
    press(editor, "Ctrl+Shift+I", "F2")
    type_letters(editor, "I N")
    press(editor, "Return", "Tab")
    type_letters(editor, "4")
    press(editor, "Tab")
    type_letters(editor, "personal")
    press(editor, "Return")
    assert editor.toPlainText() == "I Nolan declared a personal interest in item 4."
    (entry,) = editor.entries()
    assert (entry.person, entry.item, entry.as_written) == ("I Nolan", "4", None)
    press(editor, "End")
    type_letters(editor, " He left.")
    assert editor.entries()[0].as_written == "I Nolan declared a personal interest in item 4. He left."
    assert editor.entries()[0].person == "I Nolan"


def test_a_correction_and_a_vote_take_their_facts(editor):
    press(editor, "Ctrl+Shift+M", "F2")
    type_letters(editor, "7 July 2026")
    for words in ("page 2", "", "a quarter", "a third"):
        press(editor, "Tab")
        type_letters(editor, words)
    press(editor, "Return", "Return", "Ctrl+Shift+V", "F2")
    for words in ("approve the plan", "A Brown", "C Dean", "4", "1", "x", "lost"):
        type_letters(editor, words)
        press(editor, "Tab")
    press(editor, "Escape")
    amendment, vote = editor.entries()
    assert amendment == Amendment(date(2026, 7, 7), "page 2", "a third", "a quarter", id=amendment.id)
    assert vote == Vote("approve the plan", "lost", "A Brown", "C Dean", 4, 1, id=vote.id)


def test_what_the_panel_does_not_show_is_kept(editor):
    vote = Vote("a", names=(("for", ("X", "Y")),), as_written=None)
    editor.show_entries((vote,))
    press(editor, "F2")
    type_letters(editor, "b")
    press(editor, "Return")
    assert editor.entries()[0] == Vote("b", names=(("for", ("X", "Y")),), id=vote.id)


def test_a_table_takes_a_caption_a_heading_rows_and_columns(editor):
    table = Table((("a", "b"), ("c", "d")))
    editor.show_entries((table,), caret=Caret(Spot(table.id, 1)))
    press(editor, "F2")
    type_letters(editor, "Posts")
    press(editor, "Tab", "Tab", "Space", "Tab", "Tab", "Space", "Escape")
    (made,) = editor.entries()
    assert made.caption == "Posts"
    assert made.rows == (("a", "", "b"), ("", "", ""), ("c", "", "d"))


def test_references_from_the_register_move_neither_caret_nor_undo(editor):
    type_letters(editor, "count")
    press(editor, "Ctrl+Shift+A", "Escape", "Left")
    before = editor.caret()
    (action,) = editor.entries()
    editor.accept_references((Action(action.text, ref="3.1", id=action.id),))
    assert editor.entries()[0].ref == "3.1"
    assert editor.caret() == before
    assert editor.accessibleDescription().startswith("Action 3.1")
    press(editor, "Ctrl+Z", "Ctrl+Y")
    assert editor.entries()[0].ref == "3.1"


def test_a_link_is_set_on_the_word_at_the_caret_and_taken_away(editor):
    editor.show_entries((Paragraph("see here"),))
    press(editor, "Ctrl+Shift+K")
    type_letters(editor, "clerk@norbury.example")
    press(editor, "Return")
    assert editor.entries()[0].text == "see [here](mailto:clerk@norbury.example)"
    press(editor, "Left", "Ctrl+Shift+K", "Delete", "Return")
    assert editor.entries()[0].text == "see here"


def test_looks_are_switched_over_several_entries_and_off_again(editor):
    entries = (Paragraph("one"), Declaration(as_written="two"), Decision(("three",)))
    editor.show_entries(entries)
    press(editor, "Ctrl+A", "Ctrl+B")
    assert [e.text for e in editor.entries() if e.kind == "paragraph"] == ["**one**"]
    assert editor.entries()[2].parts == ("**three**",)
    assert editor.entries()[1] == entries[1]
    press(editor, "Ctrl+B")
    assert editor.entries() == entries


def test_no_key_of_the_editor_belongs_to_a_screen_reader_or_needs_alt_gr(editor):
    taken = {"Ctrl+Alt+N", "Ctrl+Shift+U", "Ctrl+Shift+Esc", "Ctrl+K"}
    assert not taken & set(DEEDS)
    for chord in DEEDS:
        keys = QKeySequence(chord)[0]
        held = keys.keyboardModifiers()
        assert keys.key() not in (Qt.Key.Key_Insert, Qt.Key.Key_CapsLock, Qt.Key.Key_unknown), chord
        both = Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.AltModifier
        assert held & both != both, chord
    assert len(DEEDS) == sum(len(key.chords) for key in EDITOR_KEYS), "no chord stands for two deeds"
    assert {key.words for key in EDITOR_KEYS} >= {look.name.lower() for look in LOOKS.values()}


def test_the_editor_leaves_undo_to_the_window_when_it_has_nothing_to_take_back(editor):
    def claimed():
        event = QKeyEvent(QEvent.Type.ShortcutOverride, Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier, "z")
        event.ignore()
        QApplication.sendEvent(editor, event)
        return event.isAccepted()

    assert not claimed()
    type_letters(editor, "x")
    assert claimed()


def test_a_key_that_a_field_leaves_alone_does_not_reach_the_sheet(editor):
    task = Action("first", ref="3.1")
    editor.show_entries((task, Paragraph("last")))
    press(editor, "Ctrl+Home", "Ctrl+Return")
    press(editor, "Ctrl+End", "Ctrl+Shift+N", "Ctrl+Down")
    press(editor, "Return")
    type_letters(editor, "!")
    assert [type(e) for e in editor.entries()] == [Action, Paragraph]
    assert editor.entries()[0].text == "!first"
