"""A wavy line under what is misspelt, and F7 or a right click to put it right: by keys, in every kind of entry."""

import re

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QImage, QTextCursor
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from tests.keys import press
from tests.ui.editor.letters import type_letters
from ui.editor.menu import editor_menu
from ui.editor.sheet import Caret, Spot
from ui.editor.spelling.spelling import ALL_RIGHT, OFF
from wibdesk.domain.entries import Action, Decision, Paragraph, Table
from wibdesk.spelling.loading import speller

KNOWN = frozenset({"Nolan"})


@pytest.fixture
def checked(editor):
    """The editor with the dictionary that is shipped; the caret is not painted, so that pictures can be compared."""
    editor.setCursorWidth(0)
    editor.spelling.judge_by(speller(), KNOWN)
    editor.said, editor.learnt = [], []
    editor.spelling.said.connect(editor.said.append)
    editor.spelling.learnt.connect(editor.learnt.append)
    return editor


def picture(editor) -> QImage:
    QApplication.processEvents()
    return editor.viewport().grab().toImage()


def waved(editor) -> list[str]:
    """Return the words under which something is painted only because spelling is checked."""
    judged, with_waves = editor.spelling.marks.speller, picture(editor)
    editor.spelling.judge_by(None, KNOWN)
    without = picture(editor)
    editor.spelling.judge_by(judged, KNOWN)
    found, block = [], editor.document().firstBlock()
    while block.isValid():
        for word in re.finditer(r"[\w’]+", block.text()):
            start, end = (rect_at(editor, block.position() + at) for at in word.span())
            area = [(x, y) for x in range(start.left() + 2, end.left() - 2) for y in range(start.top(), start.bottom())]
            if any(with_waves.pixel(x, y) != without.pixel(x, y) for x, y in area):
                found.append(word.group())
        block = block.next()
    return found


def rect_at(editor, position):
    cursor = QTextCursor(editor.document())
    cursor.setPosition(position)
    return editor.cursorRect(cursor)


def point_at(editor, position) -> QPoint:
    rect = rect_at(editor, position)
    return QPoint(rect.left() + 1, rect.center().y())


def choices(editor) -> list[str]:
    offer = editor.spelling.offer
    return [offer.item(n).text() for n in range(offer.count())] if offer is not None else []


def test_misspelt_words_of_every_kind_of_entry_are_underlined_and_nothing_is_changed(checked):
    entries = (
        Paragraph("The Chair **recieved** the report of I Nolan."),
        Action("wriet to schools", ("J Amari",)),
        Decision(("That it be noted.", "That it be agred.")),
        Table((("Scool", "twnety"),), ("Name", "Cuont"), "Pupils"),
        Paragraph("Noted."),
    )
    checked.show_entries(entries)
    assert waved(checked) == ["recieved", "wriet", "agred", "Cuont", "Scool", "twnety"]
    assert checked.entries() == entries
    assert not checked.can_undo()


def test_the_word_being_typed_is_left_alone_until_the_caret_leaves_it(checked):
    type_letters(checked, "We agred and thsi")
    assert waved(checked) == ["agred"]
    type_letters(checked, " ")
    assert waved(checked) == ["agred", "thsi"]
    press(checked, "Backspace")
    assert waved(checked) == ["agred"]
    press(checked, "Left")
    assert waved(checked) == ["agred", "thsi"]
    press(checked, "Home")
    assert waved(checked) == ["agred", "thsi"]


def test_a_wave_in_view_appears_as_soon_as_the_caret_leaves_by_itself(checked):
    type_letters(checked, "thsi")
    before = picture(checked)
    press(checked, "Home")
    assert picture(checked) != before


def test_f7_offers_what_was_meant_and_a_number_puts_it_right_as_one_step(checked):
    entry = Paragraph("The Chair **recieved** it.")
    checked.show_entries((entry,), caret=Caret(Spot(entry.id)))
    press(checked, "F7")
    assert choices(checked)[0] == "received"
    assert choices(checked)[-2:] == ["Add to my words", "Ignore in this meeting"]
    press(checked, "1")
    assert [e.text for e in checked.entries()] == ["The Chair **received** it."]
    assert checked.caret() == Caret(Spot(entry.id, 0, len("The Chair received")))
    assert checked.hasFocus()
    press(checked, "Ctrl+Z")
    assert checked.entries() == (entry,)
    assert not checked.can_undo()


def test_enter_takes_the_first_and_the_arrows_the_next(checked):
    entry = Paragraph("notted")
    checked.show_entries((entry,))
    press(checked, "F7")
    second = choices(checked)[1]
    press(checked, "Down", "Return")
    assert [e.text for e in checked.entries()] == [second]


def test_f7_again_goes_on_and_round_and_shift_f7_back(checked):
    entry = Paragraph("frst and secnd and thrid")
    checked.show_entries((entry,), caret=Caret(Spot(entry.id)))

    def word():
        return checked.textCursor().selectedText()

    seen = []
    for key in ("F7", "F7", "F7", "F7", "Shift+F7", "Shift+F7"):
        press(checked, key)
        seen.append(word())
    assert seen == ["frst", "secnd", "thrid", "frst", "thrid", "secnd"]


def test_the_word_at_the_caret_comes_first(checked):
    type_letters(checked, "frst and secnd")
    press(checked, "F7")
    assert checked.textCursor().selectedText() == "secnd"
    press(checked, "Escape", "F7")
    assert checked.textCursor().selectedText() == "frst"


def test_esc_goes_back_to_where_the_clerk_was_typing(checked):
    type_letters(checked, "a secnd and a thrid ")
    press(checked, "Ctrl+Left", "F7", "F7", "Escape")
    assert checked.hasFocus()
    type_letters(checked, "big ")
    assert [e.text for e in checked.entries()] == ["a secnd and a big thrid "]


def test_what_is_put_right_on_the_way_is_part_of_the_walk_and_esc_still_goes_back_to_its_beginning(checked):
    entry, other = Paragraph("One begining that this is alot so"), Paragraph("And wrng")
    checked.show_entries((entry, other), caret=Caret(Spot(entry.id, 0, len("One begining that this"))))
    press(checked, "F7")
    assert checked.textCursor().selectedText() == "alot"
    press(checked, "F7", "1")
    assert checked.caret() == Caret(Spot(other.id, 0, len(checked.entries()[1].text)))
    press(checked, "F7")
    assert checked.textCursor().selectedText() == "begining"
    press(checked, "1", "F7")
    assert checked.textCursor().selectedText() == "alot"
    press(checked, "Escape")
    assert checked.caret() == Caret(Spot(entry.id, 0, len("One beginning that this")))
    type_letters(checked, "!")
    press(checked, "F7", "Escape")
    assert checked.caret() == Caret(Spot(entry.id, 0, len("One beginning that this!")))


def test_a_walk_that_begins_inside_the_word_put_right_ends_behind_it(checked):
    entry = Paragraph("the recieved words were wrng")
    checked.show_entries((entry,), caret=Caret(Spot(entry.id, 0, len("the reci"))))
    press(checked, "F7", "1", "F7", "Escape")
    assert checked.caret() == Caret(Spot(entry.id, 0, len("the received")))


def test_initials_in_a_command_are_no_slips_while_it_is_typed(checked):
    for line in ("/a jb and ls recieve it ", "action jb recieve it "):
        checked.show_entries(())
        type_letters(checked, line)
        QApplication.processEvents()
        while checked.shorthand.soon.isActive():  # the line is dressed as a command once it is read
            QApplication.processEvents()
        assert waved(checked) == ["recieve"]
    checked.show_entries((Paragraph("Then jb left."),))
    assert waved(checked) == ["jb"]


def test_a_word_can_be_kept_or_ignored(checked):
    type_letters(checked, "gonzer’s and marlbrige ")
    press(checked, "Ctrl+Home", "F7", "A")
    assert checked.learnt == ["gonzer"]
    press(checked, "F7", "I")
    assert waved(checked) == ["gonzer’s"]
    checked.spelling.forget_ignored()
    assert waved(checked) == ["gonzer’s", "marlbrige"]
    assert [e.text for e in checked.entries()] == ["gonzer’s and marlbrige "]


def test_where_nothing_is_misspelt_f7_says_so(checked):
    type_letters(checked, "All is right ")
    press(checked, "F7")
    assert checked.said == [ALL_RIGHT]
    assert checked.spelling.offer is None


def test_without_a_dictionary_nothing_is_marked_and_f7_says_that_it_is_off(checked):
    checked.spelling.judge_by(None)
    type_letters(checked, "All is wrng ")
    assert waved(checked) == []
    press(checked, "F7")
    assert checked.said == [OFF]


def test_what_cannot_be_changed_is_not_marked(checked):
    entry = Paragraph("wrng words")
    checked.show_entries((entry,))
    checked.set_read_only(True)
    assert waved(checked) == []
    press(checked, "F7")
    assert checked.spelling.offer is None
    assert checked.spelling.at(point_at(checked, 1)) is None


def test_a_list_left_open_closes_when_the_sheet_changes(checked):
    type_letters(checked, "wrng ")
    press(checked, "F7")
    checked.show_entries((Paragraph("another"),))
    assert checked.spelling.offer is None
    assert checked.hasFocus()


def test_pasted_words_are_checked_too(checked):
    QApplication.clipboard().setText("The Bord met.\nIt agred.")
    press(checked, "Ctrl+V")
    assert waved(checked) == ["Bord", "agred"]


def test_words_behind_a_picture_letter_are_put_right_in_their_place(checked):
    entry = Paragraph("🙂🙂 recieve *it*")
    checked.show_entries((entry,), caret=Caret(Spot(entry.id)))
    press(checked, "F7", "1")
    assert [e.text for e in checked.entries()] == ["🙂🙂 receive *it*"]


def test_the_menu_of_a_misspelt_word_begins_with_what_was_meant(checked):
    entry = Paragraph("The Chair recieved [the repotr](https://example.invalid/).")
    checked.show_entries((entry,))
    menu = editor_menu(checked, point_at(checked, len("The Chair rec")))
    first, *_ = menu.actions()
    assert first.text() == "received"
    first.trigger()
    assert [e.text for e in checked.entries()] == ["The Chair received [the repotr](https://example.invalid/)."]
    linked = editor_menu(checked, point_at(checked, len("The Chair received the rep")))
    linked.actions()[0].trigger()
    assert "](https://example.invalid/)" in checked.entries()[0].text
    assert "repotr" not in checked.entries()[0].text


def test_the_menu_can_keep_or_ignore_the_word(checked):
    checked.show_entries((Paragraph("gonzer qqzzqqzx"),))
    deeds = {action.text(): action for action in editor_menu(checked, point_at(checked, 2)).actions()}
    deeds["Add to my words"].trigger()
    assert checked.learnt == ["gonzer"]
    deeds = {action.text(): action for action in editor_menu(checked, point_at(checked, 10)).actions()}
    assert not deeds["Nothing is like this word"].isEnabled()
    deeds["Ignore in this meeting"].trigger()
    assert waved(checked) == ["gonzer"]


def test_a_right_word_has_the_plain_menu(checked):
    checked.show_entries((Paragraph("The Chair"),))
    assert editor_menu(checked, point_at(checked, 2)).actions()[0].text() == "Undo"


def test_a_suggestion_that_came_too_late_changes_nothing(checked):
    checked.show_entries((Paragraph("recieved"),))
    found = checked.spelling.at(point_at(checked, 2))
    press(checked, "Home")
    type_letters(checked, "X")
    checked.spelling.put_right(found, "received")
    assert [e.text for e in checked.entries()] == ["Xrecieved"]
    checked.show_entries((Paragraph("other"),))
    checked.spelling.put_right(found, "received")
    assert [e.text for e in checked.entries()] == ["other"]


def test_waves_stand_at_every_size_and_in_every_theme(checked, theme):
    checked.show_entries((Paragraph("The Chair recieved a report that was so long that it runs on over the lein."),))
    for name, scale in (("dark", 2.0), ("high_contrast", 1.5), ("light", 1.0)):
        theme.switch(name, scale)
        checked.setCursorWidth(0)
        assert waved(checked) == ["recieved", "lein"]


def test_the_list_stays_in_view_where_there_is_little_room(checked, theme):
    theme.switch("light", 2.0)
    checked.resize(900, 440)
    checked.show_entries((Paragraph("one"), Paragraph("two"), Paragraph("recieved")))
    press(checked, "F7")
    offer = checked.spelling.offer
    assert checked.viewport().rect().contains(offer.geometry())
    press(checked, "Up")
    assert offer.viewport().rect().contains(offer.visualItemRect(offer.currentItem()))


def test_a_click_beside_the_list_closes_it_and_puts_the_caret(checked):
    entry = Paragraph("one recieved two")
    checked.show_entries((entry,))
    press(checked, "F7")
    QTest.mouseClick(checked.viewport(), Qt.MouseButton.LeftButton, pos=point_at(checked, 2))
    assert checked.spelling.offer is None
    assert checked.hasFocus()
    assert checked.caret() == Caret(Spot(entry.id, 0, 2))


def test_the_list_goes_when_the_page_is_scrolled(checked):
    checked.show_entries([Paragraph(f"{n} recieved") for n in range(60)])
    press(checked, "F7")
    assert checked.spelling.offer is not None
    bar = checked.verticalScrollBar()
    bar.setValue(bar.value() - 100)
    assert checked.spelling.offer is None
