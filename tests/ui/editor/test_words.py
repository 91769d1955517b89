"""Inside a sentence, by keys: names, abbreviations, type-ahead, phrases, gaps, quotation marks and the time."""

from dataclasses import replace
from datetime import date

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from PySide6.QtCore import QMimeData, Qt
from PySide6.QtGui import QInputMethodEvent
from PySide6.QtWidgets import QApplication

from tests.keys import press
from tests.ui.editor.letters import type_letters
from ui.editor.sheet import Caret, Spot
from ui.editor.words.marks import mark_look
from ui.editor.words.wording import Wording
from wibdesk.domain.entries import Action, Bullet, Decision, Paragraph, PrivateNote, Table
from wibdesk.domain.phrases import Phrase
from wibdesk.domain.terms import Term, TermKind
from wibdesk.shorthand.known import Known, KnownPerson
from wibdesk.shorthand.names import people_meant
from wibdesk.shorthand.words.completion import completions_of
from wibdesk.shorthand.words.ended import Change, ends_word
from wibdesk.shorthand.words.expansion import abbreviations_of, expansion
from wibdesk.shorthand.words.naming import name_asked, who_is_meant

TERMS = (
    Term(TermKind.ABBREVIATION, "ya", "young adult"),
    Term(TermKind.ABBREVIATION, "CLA", "Children Looked After"),
    Term(TermKind.ABBREVIATION, "RC", "Resource Centre"),
    Term(TermKind.TERM, "Front door"),
)
PEOPLE = (
    KnownPerson("Jane Booth", "Councillor Booth", "JB", "Lead member", present=True),
    KnownPerson("Claire Cook", "Claire Cook", "CCO", "Head of Health", present=True),
    KnownPerson("Carl Cook", "Carl Cook", "CAC", organisation="Police", present=True),
    KnownPerson("Ruth Chan", "Ruth Chan", "RC", present=False),
)
PHRASES = (
    Phrase("noted", "The Board noted the report."),
    Phrase("presented", "{person} presented {item} at {meeting}."),
)


@pytest.fixture
def taken():
    return []


@pytest.fixture
def names():
    """Who is offered where a phrase wants a name: nobody until a test says so."""
    return []


@pytest.fixture
def words(editor, taken, names):
    """An editor that has been told of people, abbreviations, phrases and a clock."""
    known = Known(date(2026, 9, 1), people=PEOPLE)
    editor.set_surroundings(replace(editor.surroundings, known=lambda: known))
    editor.words.wording = Wording(
        abbreviations=abbreviations_of(TERMS),
        completions=completions_of(PEOPLE, TERMS),
        phrases=lambda: PHRASES,
        certain=lambda: {"item": "Front door"},
        people=lambda: names,
        clock=lambda: "2.30 pm",
        used=lambda short: short == "DfE",
        taken=taken.append,
    )
    return editor


def text(editor):
    """Return all words of the sheet as they stand on it."""
    return editor.toPlainText()


@pytest.mark.parametrize(
    ("typed", "shown"),
    [
        ("a ya said", "a young adult said"),
        ("CLA and CLA.", "Children Looked After (CLA) and CLA."),
        ("ya.org", "ya.org"),
        ("ya. It", "young adult. It"),
        (";jb asked", "Councillor Booth asked"),
        ("Then @booth, too", "Then Councillor Booth, too"),
        (";zz asked", ";zz asked"),
        ("jane@jb.uk and x;jb ", "jane@jb.uk and x;jb "),
        ("“;jb said ya ", "“;jb said ya "),
        ("/a RC to ask", "/a RC to ask"),
        ("the RC is", "the Resource Centre (RC) is"),
        ("@@ more ", "@@ more "),
    ],
)
def test_words_are_written_out_as_they_are_ended(words, typed, shown):
    type_letters(words, typed)
    assert text(words) == shown


@pytest.mark.parametrize("typed", ["a ya ", "CLA,", ";jb ", "x ;jb."])
@pytest.mark.parametrize("key", ["Backspace", "Ctrl+Z"])
def test_one_backspace_or_undo_gives_back_what_was_typed(words, typed, key):
    type_letters(words, typed)
    assert text(words) != typed
    press(words, key)
    assert (text(words), words.caret().at.offset) == (typed, len(typed))
    type_letters(words, "5 so")
    assert text(words) == f"{typed}5 so"


def test_what_a_comma_wrote_out_is_given_back_when_the_blank_after_it_is_gone(words):
    type_letters(words, "CLA, ")
    press(words, "Backspace", "Backspace")
    assert text(words) == "CLA,"
    press(words, "Ctrl+Z")
    assert text(words) == "Children Looked After (CLA),"


def test_what_was_taken_back_is_not_written_out_there_again(words):
    type_letters(words, "a ya ")
    press(words, "Backspace", "Backspace")
    type_letters(words, " so a ya ")
    assert text(words) == "a ya so a young adult "


def test_backspace_removes_a_letter_once_something_else_was_typed(words):
    type_letters(words, "ya so")
    press(words, "Backspace")
    assert text(words) == "young adult s"


def test_undo_returns_through_every_word(words):
    type_letters(words, "a ya of ;jb ")
    seen = [text(words)]
    while words.undo():
        seen.append(text(words))
    assert seen == ["a young adult of Councillor Booth ", "a young adult of ;jb ", "a young adult of ",
                    "a young adult ", "a ya ", "a ", ""]  # fmt: skip
    while words.redo():
        pass
    assert text(words) == seen[0]


def test_an_abbreviation_at_the_end_of_a_line_is_written_out_by_enter(words):
    type_letters(words, "for a ya")
    press(words, "Return")
    type_letters(words, ";jb")
    press(words, "Return")
    type_letters(words, ";cook")
    press(words, "Return")
    assert [e.text for e in words.entries()] == ["for a young adult", "Councillor Booth", ";cook"]


def test_a_short_form_that_the_meeting_has_already_is_not_explained_again(words):
    words.show_entries((Decision(("All CLA are seen.",)), Paragraph("")))
    type_letters(words, "CLA ")
    assert text(words).endswith("\nCLA ")


def test_what_only_a_private_note_says_is_explained_to_the_reader_and_the_note_needs_no_explaining(words):
    words.show_entries((PrivateNote("ask about CLA"), Paragraph("")))
    type_letters(words, "CLA ")
    assert text(words).endswith("\nChildren Looked After (CLA) ")
    words.show_entries((PrivateNote(""),))
    type_letters(words, "CLA ya ")
    assert text(words) == "CLA young adult "
    words.show_entries(())
    type_letters(words, "/n CLA ")
    assert text(words) == "/n CLA "


def test_words_are_written_out_in_any_kind_of_entry_in_the_look_they_have(words):
    for entry in (Bullet("**a**"), Action("a"), Table((("",),), caption="a")):
        words.show_entries((entry,), caret=Caret(Spot(entry.id, 0, 1)))
        press(words, "End")
        type_letters(words, " ya ")
        assert text(words).startswith("a young adult ")
    bold = Paragraph("**a y**")
    words.show_entries((bold,))
    type_letters(words, "a ")
    assert words.entries()[0].text == "**a young adult** "


def test_words_in_a_link_are_left_alone(words):
    linked = Paragraph("[ya](https://example.org)")
    words.show_entries((linked,))
    type_letters(words, " ")
    assert text(words) == "ya "


def test_words_behind_the_caret_stay_where_they_are(words):
    entry = Paragraph("the  is here")
    words.show_entries((entry,), caret=Caret(Spot(entry.id, 0, 4)))
    type_letters(words, "ya ")
    assert text(words) == "the young adult  is here"
    type_letters(words, "X")
    assert text(words) == "the young adult X is here"


def test_letters_outside_the_first_plane_move_no_places(words):
    type_letters(words, "\U0001f600 ya ")
    type_letters(words, "so")
    assert text(words) == "\U0001f600 young adult so"


def test_paste_input_methods_and_read_only_change_nothing(words):
    mime = QMimeData()
    mime.setText("a ya , ;jb ")
    words.insertFromMimeData(mime)
    assert text(words) == "a ya , ;jb "
    words.show_entries(())
    composed = QInputMethodEvent("", [])
    composed.setCommitString("ya ;jb ")
    QApplication.sendEvent(words, composed)
    assert text(words) == "ya ;jb "
    words.set_read_only(True)
    type_letters(words, "CLA ")
    press(words, "Ctrl+T", "Ctrl+;", "Ctrl+Shift+Q")
    assert text(words) == "ya ;jb "
    assert not words.words.phrases.list


def offered(editor):
    """Return the rows of the choice at the caret."""
    offer = editor.words.expanding.choice.offer
    return [offer.item(n).text() for n in range(offer.count())] if offer.isVisible() else []


def test_two_of_a_name_ask_at_the_caret_and_a_number_chooses(words):
    type_letters(words, "Then ;cook ")
    assert offered(words) == ["Claire Cook, Head of Health", "Carl Cook, Police"]
    assert words.hasFocus()
    press(words, "2")
    assert text(words) == "Then Carl Cook "
    assert not offered(words)
    press(words, "Backspace")
    assert text(words) == "Then ;cook "


def test_esc_keeps_a_name_as_typed_and_does_not_ask_again(words):
    type_letters(words, ";cook,")
    press(words, "Escape")
    assert not offered(words)
    type_letters(words, " 1 ")
    assert not offered(words)
    assert text(words) == ";cook, 1 "


def test_going_on_typing_puts_the_choice_away_and_loses_no_letter(words):
    type_letters(words, ";cook so 12 ")
    assert text(words) == ";cook so 12 "
    assert not offered(words)


def test_a_blank_after_a_comma_asks_still(words):
    type_letters(words, ";cook, ")
    assert offered(words)
    press(words, "1")
    assert text(words) == "Claire Cook, "


def test_the_choice_is_no_wider_than_the_sheet(words):
    words.resize(400, 600)
    words.theme.switch("light", 2.0)
    type_letters(words, ";cook ")
    assert words.viewport().rect().contains(words.words.expanding.choice.offer.geometry())


def test_a_row_is_taken_by_the_pointer(words, qtbot):
    type_letters(words, ";cook ")
    offer = words.words.expanding.choice.offer
    qtbot.mouseClick(offer.viewport(), Qt.MouseButton.LeftButton, pos=offer.visualItemRect(offer.item(0)).center())
    assert text(words) == "Claire Cook "


def test_somebody_who_is_not_here_is_named_only_when_chosen(words):
    type_letters(words, ";chan ")
    assert offered(words) == ["Ruth Chan, not here"]
    press(words, "1")
    assert text(words) == "Ruth Chan "


@pytest.mark.parametrize("away", ["Left", "Home", "PgDown"])
def test_the_choice_goes_when_the_caret_goes(words, away):
    type_letters(words, ";cook ")
    press(words, away)
    assert not offered(words)


def test_the_choice_goes_with_the_keyboard_and_with_the_sheet(words):
    type_letters(words, ";cook ")
    words.clearFocus()
    assert not offered(words)
    words.setFocus()
    type_letters(words, "@cook ")
    assert offered(words)
    words.show_entries(())
    assert not offered(words)


def ahead(editor):
    """Return what is offered behind the caret."""
    return editor.words.ahead.rest if editor.words.ahead.ghost.isVisible() else ""


def test_tab_takes_what_is_offered_behind_the_caret(words):
    type_letters(words, "by Co")
    assert ahead(words) == "uncillor Booth"
    assert text(words) == "by Co"
    press(words, "Tab")
    assert text(words) == "by Councillor Booth"
    assert not ahead(words)
    press(words, "Ctrl+Z")
    assert text(words) == "by Co"


def test_anything_else_ignores_what_is_offered(words):
    for key, after in (("Left", "Fr"), ("Escape", "Fr"), ("Backspace", "F"), ("Space", "Fr "), ("Return", "Fr\n")):
        words.show_entries(())
        type_letters(words, "Fr")
        assert ahead(words) == "ont door"
        press(words, key)
        assert (text(words), ahead(words)) == (after, "")


def test_tab_is_the_list_level_and_the_way_on_while_nothing_is_offered(words):
    words.show_entries((Bullet("one"), Bullet("two")))
    press(words, "Tab")
    assert words.entries()[1].level == 2
    type_letters(words, " Fr")
    press(words, "Tab")
    assert (words.entries()[1].text, words.entries()[1].level) == ("two Front door", 2)


def test_nothing_is_offered_inside_a_line_or_in_a_typed_line(words):
    entry = Paragraph("x y")
    words.show_entries((entry,), caret=Caret(Spot(entry.id)))
    type_letters(words, "Fr")
    assert not ahead(words)
    words.show_entries(())
    type_letters(words, "/a Fr")
    assert not ahead(words)


def test_a_name_in_a_slot_is_offered_under_the_line(words):
    press(words, "Ctrl+;", "Down", "Return")
    type_letters(words, "Coun")
    assert ahead(words) == "cillor Booth"
    assert words.words.ahead.ghost.geometry().top() > words.cursorRect().bottom()
    press(words, "Tab", "Tab")
    assert text(words) == "Councillor Booth presented Front door at {meeting}."
    assert words.textCursor().selectedText() == "{meeting}"


def test_what_does_not_fit_behind_the_caret_stands_under_it(words):
    type_letters(words, "x" * 60 + " Co")
    ghost = words.words.ahead.ghost
    assert ahead(words)
    assert words.viewport().rect().contains(ghost.geometry())


def test_a_phrase_is_put_in_and_tab_goes_round_its_slots(words, taken):
    type_letters(words, "Well.")
    press(words, "Ctrl+;")
    rows = words.words.phrases.list
    assert [phrase.name for phrase in rows.found] == ["noted", "presented"]
    type_letters(words, "pres")
    press(words, "Return")
    assert text(words) == "Well. {person} presented Front door at {meeting}."
    assert words.hasFocus()
    assert taken == [PHRASES[1]]
    type_letters(words, ";jb ")
    assert text(words) == "Well. Councillor Booth  presented Front door at {meeting}."
    press(words, "Tab")
    type_letters(words, "six")
    press(words, "Backtab", "Tab")
    type_letters(words, " On")
    assert text(words) == "Well. Councillor Booth  presented Front door at six. On"


def test_the_list_of_phrases_stays_whole_in_a_low_sheet(words):
    words.resize(words.width(), 220)
    press(words, "Return", "Return", "Ctrl+;")
    assert words.viewport().rect().contains(words.words.phrases.list.geometry())


def test_tab_goes_back_and_forth_between_slots_while_they_are_unfilled(words):
    press(words, "Ctrl+;", "Down", "Return")
    assert words.textCursor().selectedText() == "{person}"
    press(words, "Tab")
    assert words.textCursor().selectedText() == "{meeting}"
    press(words, "Backtab")
    assert words.textCursor().selectedText() == "{person}"
    press(words, "Backtab")
    assert words.textCursor().selectedText() == "{person}"


def test_who_may_be_meant_is_offered_by_number_where_a_phrase_wants_a_name(words, names):
    names += ["Jane Booth", "Carl Cook"]
    press(words, "Ctrl+;", "Down", "Return")
    choice = words.words.expanding.choice
    assert choice.open
    assert [choice.offer.item(n).text() for n in range(choice.offer.count())] == names
    press(words, "2")
    assert text(words) == "Carl Cook presented Front door at {meeting}."
    assert words.textCursor().selectedText() == "{meeting}"
    assert not choice.open
    type_letters(words, "noon")
    press(words, "Tab", "Ctrl+Z", "Ctrl+Z")
    assert text(words) == "{person} presented Front door at {meeting}."


def test_the_names_offered_leave_the_line_to_be_read_in_a_low_sheet(words, names):
    names += ["Jane Booth", "Carl Cook", "Dana Dale", "Ewan East", "Fay Ford"]
    words.resize(words.width(), 220)
    press(words, "Return", "Return", "Ctrl+;", "Down", "Return")
    offer = words.words.expanding.choice.offer
    assert 2 <= offer.count() < len(names)
    assert words.viewport().rect().contains(offer.geometry())
    assert not offer.geometry().intersects(words.cursorRect())


def test_a_name_that_is_not_offered_is_typed_over_the_slot_as_ever(words, names):
    names += ["Jane Booth"]
    press(words, "Ctrl+;", "Down", "Return")
    type_letters(words, "Sam")
    assert not words.words.expanding.choice.open
    press(words, "Tab", "Backtab")
    assert text(words) == "Sam presented Front door at {meeting}."
    press(words, "Ctrl+Z", "Ctrl+Z")
    press(words, "Ctrl+;", "Down", "Return", "Escape")
    assert not words.words.expanding.choice.open
    assert words.textCursor().selectedText() == "{person}"


def test_leaving_the_line_ends_the_slots(words):
    entry = Bullet("one")
    words.show_entries((entry, Bullet("")))
    press(words, "Ctrl+;", "Down", "Tab", "Up", "Down", "Tab")
    assert words.entries()[1].level == 2


def test_esc_leaves_the_phrases_and_what_is_not_there_is_said(words):
    words.words.open_phrases("zz")
    rows = words.words.phrases.list
    assert rows.none.isVisible()
    press(words, "Return")
    assert words.words.phrases.list is rows
    press(words, "Escape")
    assert words.hasFocus()
    assert text(words) == ""
    press(words, "Ctrl+Z")
    assert text(words) == ""


def test_a_phrase_is_one_step_of_undo_and_takes_the_place_of_what_is_selected(words):
    type_letters(words, "one two")
    press(words, "Ctrl+Shift+Left", "Ctrl+;", "Return")
    assert text(words) == "one The Board noted the report."
    press(words, "Ctrl+Z")
    assert text(words) == "one two"
    assert words.textCursor().selectedText() == "two"


def test_the_time_is_put_in_as_the_house_writes_it(words):
    type_letters(words, "At ")
    press(words, "Ctrl+T")
    type_letters(words, " she left")
    assert text(words) == "At 2.30 pm she left"


def test_quotation_marks_go_round_the_selection_or_the_word_and_come_off_again(words):
    type_letters(words, "he said we must act")
    press(words, "Ctrl+Shift+Left", "Ctrl+Shift+Left", "Ctrl+Shift+Q")
    assert text(words) == "he said we “must act”"
    assert mark_look(words.entries()[0]).name == "Verbatim"
    press(words, "Ctrl+Z")
    assert text(words) == "he said we must act"
    press(words, "Home", "Ctrl+Shift+Q")
    assert text(words) == "“he” said we must act"
    press(words, "Home", "Right", "Ctrl+Shift+Q")
    assert text(words) == "he said we must act"
    type_letters(words, "X")
    assert text(words) == "Xhe said we must act"


def test_quotation_marks_stand_ready_to_type_between(words):
    type_letters(words, "said ")
    press(words, "Ctrl+Shift+Q")
    type_letters(words, "ya now")
    assert text(words) == "said “ya now”"


def test_quotation_marks_never_go_round_several_lines(words):
    words.show_entries((Paragraph("a"), Paragraph("b")))
    press(words, "Ctrl+A", "Ctrl+Shift+Q")
    assert text(words) == "a\nb"


def test_a_gap_and_a_quotation_are_said_in_the_margin(words):
    assert mark_look(Paragraph("than @@ days")).name == "Gap"
    assert mark_look(Bullet("“so” @@")).name == "Gap"
    assert mark_look(Paragraph("plain")) is None
    assert mark_look(Table()) is None


def picture(editor):
    return editor.viewport().grab().toImage()


def test_a_gap_and_a_slot_are_marked_on_the_sheet(words):
    bare = picture(words)
    type_letters(words, "@@ {who}")
    marked = picture(words)
    warn, slot = words.theme.warn_soft, words.theme.selected
    seen = {marked.pixelColor(x, y).name() for y in range(60) for x in range(marked.width())}
    assert {warn.name(), slot.name()} <= seen
    assert warn.name() not in {bare.pixelColor(x, y).name() for y in range(60) for x in range(bare.width())}


def test_a_thousand_queued_keys_arrive_complete_and_in_order(words):
    sentence = "The ya said ;jb had 12 of @@ now, so; "
    type_letters(words, sentence * 30)
    assert text(words) == "The young adult said Councillor Booth had 12 of @@ now, so; " * 30


PIECES = ("a", "ya", "CLA", ";jb", "@booth", ";zz", "Ya", "x@y.uk", "WIB/24", "3.1", '"', "“", "”", "(", "it's", "@@")
ENDS = (" ", ", ", "; ", ") ", "— ", "! ")


def as_pure(typed):
    """Return what typed letters become by the pure rules alone, told in the order in which they are typed."""
    text, known = "", Known(date(2026, 9, 1), people=PEOPLE)
    for letter in typed:
        text += letter
        if not ends_word(letter):
            continue
        asked = name_asked(text, len(text))
        if asked is not None:
            people = who_is_meant(asked.text, known, people_meant)
            change = Change(asked.start, asked.end, people[0].in_text) if len(people) == 1 else None
        else:
            change = expansion(text, len(text), abbreviations_of(TERMS), lambda _short: False)
        if change is not None:
            text = text[: change.start] + change.words + text[change.end :]
    return text


@settings(max_examples=40, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(st.lists(st.tuples(st.sampled_from(PIECES), st.sampled_from(ENDS)), max_size=8))
def test_whatever_is_typed_no_letter_is_lost_and_undo_returns_through_all_of_it(words, pieces):
    typed = "So " + "".join(piece + end for piece, end in pieces)  # what begins a line may begin a list
    words.show_entries(())
    type_letters(words, typed)
    assert text(words) == as_pure(typed)
    steps = 0
    while words.undo():
        steps += 1
    assert text(words) == ""
    for _ in range(steps):
        assert words.redo()
    assert text(words) == as_pure(typed)
