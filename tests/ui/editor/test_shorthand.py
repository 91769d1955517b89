"""Typed lines become entries, by keys: what is shown, recorded, asked, taken back, and what stays words."""

from datetime import date, time

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from PySide6.QtCore import QCoreApplication, QEvent, Qt
from PySide6.QtGui import QInputMethodEvent, QKeyEvent
from PySide6.QtWidgets import QApplication

from tests.keys import press
from tests.ui.editor.letters import type_letters
from ui.editor.keys import card
from ui.editor.sheet import Caret, Spot
from ui.editor.shorthand.preview import chips_of
from ui.editor.surroundings import Surroundings
from wibdesk.domain.deadlines import DueKind
from wibdesk.domain.entries import Action, Bullet, Decision, Paragraph
from wibdesk.shorthand.commands import COMMANDS
from wibdesk.shorthand.known import Known, KnownPerson
from wibdesk.shorthand.lines import read_line

PEOPLE = (
    KnownPerson("I Nolan", initials="IN", present=True, attendee_id="a1"),
    KnownPerson("Det Supt K Rowe", initials="KR", present=True, attendee_id="a2"),
    KnownPerson("Chris Coyle", initials="CC", present=True, attendee_id="a3"),
    KnownPerson("Clara Cane", initials="CC", present=True, attendee_id="a4"),
)
LEADS = ("", "/", "ACTION: ", *(f"{command.typed[0]} " for command in COMMANDS))
KNOWN = Known(date(2026, 9, 1), (date(2026, 10, 6), date(2026, 11, 3)), PEOPLE, now=time(9, 58))


@pytest.fixture
def clerk(editor):
    editor.set_surroundings(Surroundings(meeting_day=KNOWN.on, scheduled=KNOWN.scheduled, known=lambda: KNOWN))
    return editor


def texts(editor):
    return [entry.text for entry in editor.entries()]


def kinds(editor):
    return [entry.kind for entry in editor.entries()]


def shown(editor):
    """Return the words of the chips under the line once it was read, None where no frame is shown."""
    while editor.shorthand.soon.isActive():
        QApplication.processEvents()
    preview = editor.shorthand.shown.preview
    return [chip.words for chip in preview.reading.chips] if preview.isVisible() else None


def test_enter_records_an_action_and_the_caret_goes_on(clerk):
    type_letters(clerk, "/a in heat map of vacancies by 6/10")
    assert shown(clerk) == ["I Nolan", "heat map of vacancies", "Tue 6 Oct 2026"]
    assert kinds(clerk) == ["paragraph"]
    entry_id = clerk.entries()[0].id
    press(clerk, "Return")
    (action,) = clerk.entries()
    assert (action.text, action.owners, action.due.date) == ("heat map of vacancies", ("I Nolan",), date(2026, 10, 6))
    assert action.id == entry_id
    assert shown(clerk) is None
    type_letters(clerk, "Next.")
    assert (kinds(clerk), texts(clerk)[1]) == (["action", "paragraph"], "Next.")


def test_one_undo_gives_the_typed_line_back_and_redo_records_it_again(clerk):
    type_letters(clerk, "/a in heat map")
    before = clerk.entries()
    press(clerk, "Return")
    after = clerk.sheet()
    press(clerk, "Ctrl+Z")
    assert clerk.entries() == before
    assert clerk.caret() == Caret(Spot(before[0].id, 0, len("/a in heat map")))
    assert shown(clerk) is not None
    press(clerk, "Ctrl+Shift+Z")
    assert clerk.sheet() == after
    assert shown(clerk) is None


def test_the_whole_line_is_recorded_wherever_the_caret_stands_in_it(clerk):
    type_letters(clerk, "/a in heat map")
    press(clerk, "Home", "Return")
    assert texts(clerk) == ["heat map"]
    press(clerk, "Ctrl+Z")
    assert (texts(clerk), clerk.caret().at.offset) == (["/a in heat map"], len("/a in heat map"))


def test_esc_leaves_the_line_as_words_for_good(clerk):
    type_letters(clerk, "/a in heat")
    press(clerk, "Escape")
    assert shown(clerk) is None
    type_letters(clerk, " map")
    press(clerk, "Return")
    type_letters(clerk, "Next.")
    assert (kinds(clerk), texts(clerk)) == (["paragraph", "paragraph"], ["/a in heat map", "Next."])
    press(clerk, "Up", "End")
    assert shown(clerk) is None


def test_a_command_typed_anew_after_esc_is_read_again(clerk):
    type_letters(clerk, "/a")
    press(clerk, "Escape", "Backspace")
    type_letters(clerk, "a in heat map")
    assert shown(clerk) is not None


def test_words_of_the_register_stay_words_until_they_are_edited(clerk):
    line, other = Paragraph("/a in heat map"), Paragraph("Other.")
    clerk.show_entries((line, other), caret=Caret(Spot(line.id, 0, 3)))
    assert shown(clerk) is None
    press(clerk, "End", "Return")
    assert texts(clerk) == ["/a in heat map", "Other."]


def test_a_sentence_is_never_taken_for_a_command(clerk):
    for sentence in ("A member asked.", "Act two was noted.", "and/or", "The /a command", "/", "/usr/share"):
        clerk.show_entries(())
        type_letters(clerk, sentence)
        assert shown(clerk) is None
        press(clerk, "Return")
        assert texts(clerk) == [sentence]


def test_tab_records_the_line_and_opens_its_facts_at_the_first_doubt(clerk):
    type_letters(clerk, "/a in heat map")
    press(clerk, "Tab")
    assert clerk.inline.panel.fields["due"][1].widget.hasFocus()
    type_letters(clerk, "6/10")
    press(clerk, "Return")
    (action,) = clerk.entries()
    assert (action.text, action.due.date) == ("heat map", date(2026, 10, 6))
    assert clerk.caret().at == Spot(action.id, 0, len("heat map"))


def test_an_ambiguous_owner_is_asked_by_two_keys_and_the_keyboard_stays(clerk):
    type_letters(clerk, "/a cc heat map")
    press(clerk, "Return")
    assert clerk.hasFocus()
    assert kinds(clerk) == ["paragraph"]
    press(clerk, "2")
    (action,) = clerk.entries()
    assert action.owners == (clerk_choice(clerk, 2),)
    press(clerk, "Ctrl+Z")
    assert texts(clerk) == ["/a cc heat map"]


def clerk_choice(editor, number):
    """Return the name that a key chose: the likelier comes first."""
    return read_line("/a cc heat map", KNOWN).asks[0].choices[number - 1]


def test_enter_in_the_question_takes_the_likelier(clerk):
    type_letters(clerk, "/a cc heat map")
    press(clerk, "Return", "Return")
    assert clerk.entries()[0].owners == (clerk_choice(clerk, 1),)


def test_arrows_in_the_question_choose(clerk):
    type_letters(clerk, "/a cc heat map")
    press(clerk, "Return", "Down", "Return")
    assert clerk.entries()[0].owners == (clerk_choice(clerk, 2),)


def test_esc_in_the_question_leaves_the_line_as_typed_with_its_preview(clerk):
    type_letters(clerk, "/a cc heat map")
    press(clerk, "Return", "Escape")
    assert clerk.shorthand.shown.asking is None
    assert (shown(clerk) is not None, texts(clerk)) == (True, ["/a cc heat map"])
    press(clerk, "Escape")
    assert (shown(clerk), texts(clerk)) == (None, ["/a cc heat map"])


def test_typing_on_over_a_question_loses_no_letter(clerk):
    type_letters(clerk, "/a cc heat map")
    press(clerk, "Return")
    type_letters(clerk, "The Board thanked her.")
    assert texts(clerk) == ["heat map", "The Board thanked her."]


def test_another_key_in_the_question_goes_back_to_the_line(clerk):
    type_letters(clerk, "/a cc heat map")
    press(clerk, "Return", "Left")
    assert (shown(clerk) is not None, texts(clerk)) == (True, ["/a cc heat map"])


def test_nothing_is_read_where_nothing_may_be_changed(clerk):
    type_letters(clerk, "/a in heat map")
    clerk.set_read_only(True)
    assert shown(clerk) is None
    press(clerk, "Return", "Escape")
    assert texts(clerk) == ["/a in heat map"]


def test_the_frame_goes_when_the_caret_or_the_keyboard_leaves_and_comes_back_with_it(clerk):
    clerk.show_entries((Paragraph("Before."), Paragraph()))
    type_letters(clerk, "/a in heat map")
    press(clerk, "Up")
    assert shown(clerk) is None
    press(clerk, "Down")
    assert shown(clerk) is not None
    clerk.clearFocus()
    assert shown(clerk) is None
    clerk.setFocus()
    assert shown(clerk) is not None


def test_a_fresh_bullet_and_the_last_part_of_a_decision_take_commands_too(clerk):
    bullet, decision = Bullet("one"), Decision(("That it be so.",), "Resolved")
    clerk.show_entries((bullet,))
    press(clerk, "Return")
    type_letters(clerk, "/a in heat map")
    press(clerk, "Return")
    assert kinds(clerk) == ["bullet", "action"]
    clerk.show_entries((decision,))
    press(clerk, "Return")
    type_letters(clerk, "/a in heat map")
    press(clerk, "Return")
    assert kinds(clerk) == ["decision", "action"]
    assert clerk.entries()[0] == decision
    press(clerk, "Ctrl+Z")
    assert clerk.entries()[0].parts == ("That it be so.", "/a in heat map")


def test_lines_of_the_register_that_are_no_paragraph_take_none(clerk):
    bullet = Bullet("/a in heat map")
    clerk.show_entries((bullet,))
    type_letters(clerk, "s")
    assert shown(clerk) is None


def test_a_command_without_words_waits_for_them_in_its_entry(clerk):
    type_letters(clerk, "/a in")
    press(clerk, "Return")
    type_letters(clerk, "heat map")
    (action,) = clerk.entries()
    assert (action.kind, action.text, action.owners) == ("action", "heat map", ("I Nolan",))


def test_the_frame_stands_under_the_line_and_never_on_it(clerk):
    clerk.show_entries([Paragraph(f"Paragraph {n}.") for n in range(40)])
    press(clerk, "Return")
    type_letters(clerk, "/a in " + "a long heat map of vacancies " * 8 + "by 6/10")
    assert shown(clerk) is not None
    preview, line = clerk.shorthand.shown.preview, clerk.cursorRect()
    view = clerk.viewport().rect()
    assert view.contains(preview.geometry())
    assert not preview.geometry().intersects(line)
    assert preview.width() <= view.width()


def test_looks_in_the_line_stay_in_what_is_recorded(clerk):
    type_letters(clerk, "/a in the ")
    press(clerk, "Ctrl+B")
    type_letters(clerk, "heat")
    press(clerk, "Ctrl+B")
    type_letters(clerk, " map")
    press(clerk, "Return")
    assert texts(clerk) == ["the **heat** map"]


def test_the_reading_is_said_after_a_rest(clerk, qtbot):
    with qtbot.waitSignal(clerk.shorthand.said, timeout=5000) as said:
        type_letters(clerk, "/a in heat map by 6/10")
    assert said.args[0].startswith("Will record: I Nolan, heat map, ")
    assert said.args[0].endswith("Enter records.")


def test_a_command_typed_faster_than_it_is_read_arrives_whole(clerk):
    lines = [f"/a in report {n} by 6/10" for n in range(20)]
    for line in lines:
        for letter in line:
            post(clerk, letter)
        post(clerk, "\r")
    QApplication.processEvents()
    done = clerk.entries()
    assert [type(e) for e in done] == [Action] * 20
    assert [e.text for e in done] == [f"report {n}" for n in range(20)]
    assert {e.due.kind for e in done} <= {DueKind.DATE, DueKind.MEETING}


def post(editor, letter):
    """Queue a key as the system does, without waiting for what it does."""
    key = Qt.Key.Key_Return if letter == "\r" else Qt.Key(0)
    for kind in (QEvent.Type.KeyPress, QEvent.Type.KeyRelease):
        QCoreApplication.postEvent(editor, QKeyEvent(kind, key, Qt.KeyboardModifier.NoModifier, letter))


def test_one_key_parks_the_words_of_a_line_and_takes_them_back(clerk):
    type_letters(clerk, "Voice of young people")
    press(clerk, "Ctrl+L")
    type_letters(clerk, "Next.")
    assert (kinds(clerk), texts(clerk)) == (
        ["private_note", "paragraph"],
        ["Parked: Voice of young people", "Next."],
    )
    press(clerk, "Ctrl+Z", "Ctrl+Z")
    assert texts(clerk) == ["Voice of young people"]


def test_parking_waits_for_words_where_there_are_none(clerk):
    for begun in ("Ctrl+L", "/park"):
        clerk.show_entries(())
        if begun == "/park":
            type_letters(clerk, begun)
            press(clerk, "Return")
        else:
            press(clerk, begun)
        type_letters(clerk, "voice")
        assert texts(clerk) == ["Parked: voice"]


def test_a_decision_is_not_parked(clerk):
    decision = Decision(("That it be so.",))
    clerk.show_entries((decision,))
    press(clerk, "Ctrl+L")
    assert clerk.entries() == (decision,)


def test_every_command_of_the_language_is_on_the_key_card():
    assert [key for key, _ in card()["at the start of a line"]] == [command.typed[0] for command in COMMANDS]


def test_what_cannot_be_read_says_what_is_missing_and_stays_words(clerk):
    clerk.set_surroundings(Surroundings(known=lambda: KNOWN, move=lambda movement, refused: None))
    type_letters(clerk, "/out Mr Nobody")
    assert shown(clerk) is not None
    assert [chip.words for chip in chips_of(clerk.shorthand.reading)] == ["Mr Nobody, not on the list"]
    press(clerk, "Return")
    assert texts(clerk) == ["/out Mr Nobody"]


def test_a_coming_that_cannot_be_says_why_before_enter_and_what_is_typed_next_stands_apart(clerk):
    told = []
    clerk.shorthand.kept.connect(told.append)
    clerk.set_surroundings(
        Surroundings(known=lambda: KNOWN, move=lambda *_: None, refusal=lambda _: "It has not begun. Press F5.")
    )
    type_letters(clerk, "/out in")
    assert shown(clerk) is not None
    assert [chip.words for chip in chips_of(clerk.shorthand.reading)] == ["It has not begun"]
    press(clerk, "Return")
    assert told == ["It has not begun. Press F5."]
    assert shown(clerk) is None
    type_letters(clerk, "Next.")
    assert texts(clerk) == ["/out in", "Next."]
    press(clerk, "Up", "End")
    type_letters(clerk, "x")
    press(clerk, "Backspace")
    assert shown(clerk) is not None
    press(clerk, "Escape")
    assert shown(clerk) is None
    assert told == ["It has not begun. Press F5."]


@pytest.mark.parametrize("command", ["/i", "/v", "/amend"])
def test_a_bare_command_of_facts_opens_them(clerk, command):
    type_letters(clerk, command)
    press(clerk, "Return")
    assert clerk.inline.panel.isVisible()
    assert not clerk.hasFocus()


def test_a_bare_phrase_command_goes_and_opens_the_list(clerk):
    type_letters(clerk, "/pb")
    press(clerk, "Return")
    assert texts(clerk) == []


@settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(st.sampled_from(LEADS), st.text(st.sampled_from("ainrgv cckr,.-13456(5)@*\\“”é😀JB"), max_size=30))
def test_whatever_line_is_typed_undo_gives_back_exactly_what_stood_there(clerk, lead, words):
    clerk.show_entries((Paragraph("Before."), Paragraph()))
    type_letters(clerk, lead + words)
    typed = clerk.sheet()
    press(clerk, "Return")
    if not clerk.hasFocus() or clerk.shorthand.shown.asking is not None:
        press(clerk, "Escape")
    if clerk.sheet().entries != typed.entries:
        press(clerk, "Ctrl+Z")
    assert clerk.sheet() == typed


def test_letters_that_are_composed_in_a_command_come_in_whole(clerk):
    type_letters(clerk, "/a in caf")
    QCoreApplication.sendEvent(clerk, QInputMethodEvent("´", []))
    assert clerk.shorthand.busy
    done = QInputMethodEvent("", [])
    done.setCommitString("é")
    QCoreApplication.sendEvent(clerk, done)
    assert shown(clerk)[1] == "café"
    press(clerk, "Return")
    assert texts(clerk) == ["café"]


def test_a_new_look_or_text_size_keeps_the_frame_with_its_line(clerk, theme):
    type_letters(clerk, "/a in heat map by 6/10")
    assert shown(clerk) is not None
    before = clerk.shorthand.shown.preview.size()
    try:
        theme.switch("dark", 2.0)
        assert clerk.shorthand.shown.preview.height() > before.height()
        assert not clerk.shorthand.shown.preview.geometry().intersects(clerk.cursorRect())
    finally:
        theme.switch("light", 1.0)
    press(clerk, "Return")
    assert kinds(clerk) == ["action"]


def test_the_frame_goes_along_when_the_page_is_scrolled(clerk):
    entries = [Paragraph(f"Paragraph {n}.") for n in range(40)]
    clerk.show_entries(entries, caret=Caret(Spot(entries[20].id, 0, 13)))
    press(clerk, "Return")
    type_letters(clerk, "/a in heat map")
    assert shown(clerk) is not None
    preview, bar = clerk.shorthand.shown.preview, clerk.verticalScrollBar()
    below = preview.y() - clerk.cursorRect().y()
    bar.setValue(bar.value() + 40)
    assert preview.y() - clerk.cursorRect().y() == below > 0
    bar.setValue(bar.value() - 300)
    assert preview.geometry().bottom() < clerk.cursorRect().top()


def test_a_choice_may_be_clicked(clerk, qtbot):
    type_letters(clerk, "/a cc heat map")
    press(clerk, "Return")
    offer = clerk.shorthand.shown.asking.offer
    qtbot.mouseClick(offer.viewport(), Qt.MouseButton.LeftButton, pos=offer.visualItemRect(offer.item(1)).center())
    assert clerk.entries()[0].owners == (clerk_choice(clerk, 2),)


def test_a_key_that_is_only_held_leaves_the_question_open(clerk, qtbot):
    type_letters(clerk, "/a cc heat map")
    press(clerk, "Return")
    qtbot.keyClick(clerk, Qt.Key.Key_Shift)
    assert clerk.shorthand.shown.asking is not None
    press(clerk, "Ctrl+Home")
    assert (clerk.shorthand.shown.asking, texts(clerk)) == (None, ["/a cc heat map"])


def test_a_line_break_makes_words_of_a_command(clerk):
    type_letters(clerk, "/a in heat")
    assert shown(clerk) is not None
    press(clerk, "Shift+Return")
    type_letters(clerk, "map")
    assert shown(clerk) is None
    press(clerk, "Return")
    assert texts(clerk) == ["/a in heat\nmap"]


def test_tab_goes_on_to_the_next_panel_where_a_command_has_no_facts(clerk):
    type_letters(clerk, "/n Ring her.")
    press(clerk, "Tab")
    assert kinds(clerk) == ["paragraph"]
