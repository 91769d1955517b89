"""What is shown comes out again, to the letter, however odd it is and whatever is done and undone."""

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from tests.keys import press
from tests.strategies import entries
from tests.ui.editor.letters import type_letters
from ui.editor.sheet import Caret, Spot
from wibdesk.domain.entries import Bullet, Decision, Numbered, Paragraph, Table

RELAXED = settings(
    max_examples=60, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture, HealthCheck.too_slow]
)
RAGGED = st.builds(
    Table,
    st.lists(st.lists(st.sampled_from(["", "a", "**b** c", "x\ny"]), max_size=3).map(tuple), max_size=3).map(tuple),
    st.sampled_from([(), ("h",), ("", "i", "")]),
)
ODD = st.sampled_from(
    [
        Paragraph("\x00 \x0b\u2028\u2029\ufffc\ufdd0 \r\n a"),
        Paragraph("**unclosed *marks __ [x](y"),
        Paragraph("tab\tand\nline"),
        Paragraph(""),
        Decision(()),
        Decision(("", "", "")),
        Table(),
        Bullet("level 7", 7),
        Numbered("nought", 0, "no style", 0),
    ]
)
MINUTES = st.lists(entries(references=True) | RAGGED | ODD, max_size=6, unique_by=lambda e: e.id).map(tuple)
CHORDS = (
    "Return Backspace Delete Tab Shift+Tab Left Right Up Down Home End Ctrl+Home Ctrl+End Shift+Return Shift+Down "
    "Shift+Right Shift+Up Ctrl+A Ctrl+X Ctrl+C Ctrl+V Ctrl+B Ctrl+Shift+P Ctrl+Shift+H Ctrl+Shift+L Ctrl+Shift+N "
    "Ctrl+Shift+T Ctrl+Shift+D Ctrl+Shift+O Ctrl+Backspace Ctrl+Delete"
).split()
KEYS = st.lists(st.sampled_from(CHORDS) | st.sampled_from(["word ", "- ", "1. ", "é🗳️", "مجلس"]), max_size=25)


@RELAXED
@given(minutes=MINUTES)
def test_untouched_entries_come_out_as_the_very_entries_that_went_in(editor, minutes):
    editor.show_entries(minutes)
    assert editor.entries() == minutes
    assert all(out is given for out, given in zip(editor.entries(), minutes, strict=True))


@RELAXED
@given(minutes=MINUTES, keys=KEYS)
def test_undoing_everything_gives_back_exactly_what_was_there_and_redoing_it_what_was_made(editor, minutes, keys):
    editor.show_entries(minutes)
    for key in keys:
        if key in CHORDS:
            press(editor, key)
        else:
            type_letters(editor, key)
        if not editor.hasFocus():
            editor.setFocus()
    made = editor.entries()
    assert len({entry.id for entry in made}) == len(made), "no identity stands twice"
    while editor.undo():
        pass
    assert editor.entries() == minutes
    while editor.redo():
        pass
    assert editor.entries() == made


@RELAXED
@given(minutes=MINUTES, words=st.sampled_from(["x", " and more", "**not bold**", "🗳️", "é"]), data=st.data())
def test_words_typed_in_one_entry_leave_every_other_entry_untouched(editor, minutes, words, data):
    editor.show_entries(minutes)
    chosen = data.draw(st.sampled_from(minutes)) if minutes else None
    if chosen is not None:
        editor.put_caret(Caret(Spot(chosen.id)))
    type_letters(editor, words)
    others = [entry for entry in minutes if entry is not chosen]
    assert [entry for entry in editor.entries() if entry in others] == others
    if chosen is not None:
        assert next(e for e in editor.entries() if e.id == chosen.id) != chosen


def test_what_is_typed_reads_back_with_its_looks_after_it_is_shown_again(editor):
    type_letters(editor, "plain ")
    press(editor, "Ctrl+B")
    type_letters(editor, "bold")
    press(editor, "Ctrl+B")
    type_letters(editor, " *stars* and _lines_ [x](y)")
    (entry,) = editor.entries()
    assert entry.text == r"plain **bold** \*stars\* and _lines_ \[x\](y)"
    editor.show_entries((entry,))
    assert editor.toPlainText() == "plain bold *stars* and _lines_ [x](y)"
    assert editor.entries() == (entry,)


def test_empty_new_lines_are_not_minutes_but_an_empty_entry_that_was_there_stays(editor):
    was = Paragraph("")
    editor.show_entries((was, Paragraph("words")))
    press(editor, "Return", "Return")
    assert [entry.text for entry in editor.entries()] == ["", "words"]
