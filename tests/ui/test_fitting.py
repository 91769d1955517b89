"""Words fit where they stand at every text size, and what is laid over the page never hides what is worked on."""

import pytest
from PySide6.QtCore import QPoint, QRect, QSize
from PySide6.QtGui import QTextLayout
from PySide6.QtWidgets import QSizePolicy, QWidget

from tests.keys import shown
from ui import paint
from ui.cells import Two
from ui.commands import Command
from ui.editor.offer import Choice, Offer
from ui.key_card import KeyCard
from ui.lists import Row, RowDelegate, RowList
from ui.messages import Messages
from ui.palette import Palette
from ui.panels.find_strip import FindStrip
from ui.panels.page import Page
from ui.places.preview.beside import Beside
from ui.places.room.picker import Ask, Picker
from ui.tables import Column, Table, TableRow
from ui.theme import Theme
from ui.voice import Voice
from ui.widgets.button import Button
from ui.widgets.chips import FilterChip
from ui.widgets.fields import Field, LineField
from ui.widgets.key_bar import Keys
from ui.widgets.labels import Label, column
from ui.widgets.popup import Overlay

TITLE = "Placement sufficiency: a provider's notice"


def widest(theme, lines):
    return max(paint.text_width(theme, "body", line) for line in lines)


def test_a_long_title_is_broken_into_the_fewest_lines_of_about_one_length(theme):
    whole = paint.text_width(theme, "body", TITLE)
    lines = paint.balanced_lines(theme, TITLE, whole * 0.7)
    assert len(lines) == 2
    assert " ".join(lines) == TITLE
    assert widest(theme, lines) < whole * 0.65


def test_what_stands_beside_the_first_line_is_never_written_over(theme):
    width, beside = paint.text_width(theme, "body", TITLE) * 0.7, 90
    first, *others = paint.balanced_lines(theme, TITLE, width, most=4, beside=beside)
    assert paint.text_width(theme, "body", first) <= width - beside
    assert " ".join([first, *others]) == TITLE


@pytest.mark.parametrize("words", ["", "x" * 10_000, "word " * 5_000])
def test_words_that_cannot_be_broken_in_time_stay_on_one_line(theme, words):
    assert paint.balanced_lines(theme, words, 100) == [words]


def test_no_word_is_lost_when_there_are_too_few_lines(theme):
    assert " ".join(paint.balanced_lines(theme, TITLE, 60, most=2)) == TITLE


@pytest.fixture
def page(qtbot, theme):
    """A page with a field at its top and a voice that speaks on it."""
    window = QWidget()
    window.field, window.messages = LineField(theme), Messages()
    window.setLayout(column(theme, 60, window.field, None))
    shown(qtbot, window)
    window.voice = Voice(theme, window.messages, window, window)
    return window


def test_a_toast_stands_at_the_bottom_and_makes_way_for_a_button_there(qtbot, theme, page):
    page.messages.say("Item 3 removed", lambda: None)
    assert page.voice.toast.y() > page.height() / 2
    button = Button(theme, "Keep the changes")
    button.setParent(page)
    button.move(30, page.height() - 60)
    button.show()
    qtbot.waitUntil(lambda: page.voice.toast.y() < page.height() / 2)
    button.hide()
    qtbot.waitUntil(lambda: page.voice.toast.y() > page.height() / 2)


def test_a_toast_makes_way_for_the_caret(qtbot, page):
    page.messages.say("Item 3 removed", lambda: None)
    page.layout().insertStretch(0, 100)
    page.field.setFocus()
    toast = page.voice.toast
    caret = page.field.mapTo(page, QPoint(12, page.field.height() // 2))
    qtbot.waitUntil(lambda: page.field.y() > page.height() / 2)
    qtbot.waitUntil(lambda: not QRect(toast.pos(), toast.size()).contains(caret))


def lies_over(page, toast, place):
    return QRect(toast.pos(), toast.size()).intersects(QRect(place.mapTo(page, QPoint()), place.size()))


def test_a_toast_lies_over_no_part_of_the_line_that_is_typed(qtbot, page):
    page.layout().insertStretch(0, 1000)
    page.field.setFocus()
    qtbot.waitUntil(lambda: page.field.y() > page.height() / 2)
    page.messages.say("Item 3 removed", lambda: None)
    assert not lies_over(page, page.voice.toast, page.field)


def test_a_toast_lies_over_no_caption_of_the_field_that_is_typed_in(qtbot, theme, page):
    named = Field(theme, "Text size", LineField(theme), "A number from 8 to 24.")
    page.layout().insertWidget(2, named)
    page.layout().insertStretch(0, 1000)
    named.widget.setFocus()
    page.messages.say("Name of the style changed", lambda: None)
    qtbot.waitUntil(lambda: named.y() > page.height() / 2)
    qtbot.waitUntil(lambda: page.voice.toast.isVisible() and not lies_over(page, page.voice.toast, named))


def test_a_toast_lies_over_no_heading_and_over_no_list_that_is_open(qtbot, theme, page):
    heading = Label(theme, "Front door")
    heading.setProperty("kept_free", True)
    offer = Offer(theme, page, "Phrases")
    offer.offer([Choice(f"Phrase {n}") for n in range(6)])
    heading.setParent(page)
    heading.setGeometry(0, 0, page.width(), 70)
    heading.show()
    offer.move(20, page.height() - offer.height() - 20)
    offer.show()
    page.messages.say("Item 3 removed", lambda: None)
    assert page.voice.toast.isVisible()
    assert not lies_over(page, page.voice.toast, heading)
    assert not lies_over(page, page.voice.toast, offer)


def test_a_toast_with_no_place_waits_unseen_and_undoes_all_the_same(qtbot, theme, page):
    undone = []
    offer = Offer(theme, page, "Phrases")
    offer.setFixedSize(page.size())
    offer.show()
    page.messages.say("Item 3 removed", lambda: undone.append(1))
    assert not page.voice.toast.isVisible()
    offer.hide()
    qtbot.waitUntil(page.voice.toast.isVisible)
    offer.show()
    qtbot.waitUntil(lambda: not page.voice.toast.isVisible())
    assert page.voice.undo_said()
    assert undone == [1]


def test_a_toast_stands_beside_a_panel_over_the_page_or_not_at_all(qtbot, theme):
    above, messages = shown(qtbot, QWidget(), 800, 400), Messages()
    floor, panel = QWidget(above), QWidget(above)
    floor.setGeometry(above.rect())
    panel.setGeometry(500, 0, 300, 400)
    floor.show()
    panel.show()
    voice = Voice(theme, messages, above, floor)
    messages.say("The meeting started at 09:30, and the minutes of the last one are to be approved", lambda: None)
    toast = voice.toast
    assert toast.isVisible()
    assert toast.geometry().right() < 500
    panel.setGeometry(0, 0, 300, 400)
    qtbot.waitUntil(lambda: toast.geometry().left() > 300)
    panel.setGeometry(0, 0, 700, 400)
    qtbot.waitUntil(lambda: not toast.isVisible())


def test_a_toast_leaves_the_whole_row_of_a_table_free(qtbot, theme, page):
    table = Table(theme, (Column("Name", 100), Column("As", 60)), "People")
    page.layout().insertWidget(0, table)
    table.set_rows([TableRow(row_id=str(n), cells=(Two(f"P {n}"), Two("Member"))) for n in range(40)])
    table.choose("30")
    table.setFocus()
    page.messages.say("P 30 removed", lambda: None)
    row = table.visualRect(table.currentIndex())
    whole = QRect(table.viewport().mapTo(page, QPoint(0, row.top())), QSize(table.viewport().width(), row.height()))
    assert not whole.intersects(page.voice.toast.geometry())


def test_the_palette_shows_whole_rows_and_leaves_the_keys_at_the_foot_free(qtbot, qapp):
    theme = Theme(scale=2.0)
    window = shown(qtbot, QWidget(), 1024, 640)
    commands = [Command(f"c{n}", f"Command {n}", (), "anywhere", None) for n in range(20)]
    palette = Palette(theme, commands)
    overlay = Overlay(theme, window, palette)
    palette.fit()
    overlay.open_on(palette.field)
    assert palette.list.height() % theme.px(40) == 0
    assert palette.geometry().bottom() < 640 - theme.px(32)
    assert not palette.foot.isVisible()
    overlay.close_down()


def test_a_find_field_keeps_clear_of_the_filters_beside_it(qtbot, theme):
    chip = FilterChip(theme, "Past members")
    strip = FindStrip(theme, "Find a person", filters=(chip,), always=True)
    shown(qtbot, strip, 430, 52)
    assert strip.field.geometry().right() < chip.x()
    assert chip.geometry().right() < 430


def test_a_banner_that_comes_leaves_the_keyboard_where_it_is(qtbot, page):
    page.field.setFocus()
    page.messages.trouble("Nothing typed is on the disk", "The disk is full.", source="saving")
    qtbot.wait(0)
    assert page.isActiveWindow()
    assert page.field.hasFocus()
    assert [w for w in page.voice.banners.values() if w.isWindow()] == []


def test_the_key_card_stays_inside_a_low_window_with_large_text(qtbot, qapp):
    theme = Theme("light", 2.0, motion=False)
    window = shown(qtbot, QWidget(), 1280, 800)
    groups = {"room": [Command(f"c{n}", f"Do the thing that has the number {n}", ("F5",), "room") for n in range(60)]}
    frame = KeyCard(theme, "Keys", groups, window.size() - QSize(96, 48))
    overlay = Overlay(theme, window, frame, top=60)
    overlay.open_on(frame.roll)
    assert window.rect().contains(overlay.frame.geometry())
    overlay.close_down()


def test_the_ways_on_from_the_key_card_are_whole_in_a_narrow_window(qtbot, qapp):
    theme = Theme("light", 2.0, motion=False)
    window = shown(qtbot, QWidget(), 1024, 640)
    groups = {"room": [Command("start", "Start the meeting", ("F5",), "room")]}
    frame = KeyCard(theme, "Keys in Room", groups, window.size() - QSize(96, 48))
    overlay = Overlay(theme, window, frame, top=60)
    overlay.open_on(frame.roll)
    ways = frame.findChildren(Keys)
    assert [way.accessibleName() for way in ways] == ["Ctrl P print", "Ctrl S save as PDF", "Ctrl / close"]
    inside = frame.contentsRect()
    for way in ways:
        place = QRect(way.mapTo(frame, QPoint(0, 0)), way.size())
        assert inside.contains(place)
        assert way.width() >= way.sizeHint().width()
        assert place.bottom() < frame.roll.y()
    overlay.close_down()


def test_a_table_without_rows_shows_no_heads(qtbot, theme):
    table = shown(qtbot, Table(theme, [Column("Item")], "Agenda"))
    table.set_rows([])
    assert not table.head.isVisible()
    assert table.sizePolicy().verticalPolicy() == QSizePolicy.Policy.Ignored  # the room is for what tells why
    table.set_rows([TableRow(row_id="1", cells=(Two(TITLE),))])
    assert table.head.isVisible()


def test_where_it_is_low_the_fields_of_a_password_take_the_room_of_the_checks(theme, qtbot, tmp_path):
    theme.switch(scale=2.0)
    beside = Beside(theme, str(tmp_path))
    beside.fit(None)
    shown(qtbot, beside, 896, 580)
    asked = beside.out.protection
    asked.open(True)
    qtbot.waitUntil(beside.scroller.isHidden)
    for field in (asked.first_field, asked.again_field):
        qtbot.waitUntil(lambda field=field: field.height() >= field.minimumSizeHint().height())
    asked.open(False)
    assert beside.scroller.isVisible()
    asked.open(True)
    beside.resize(896, 900)
    qtbot.waitUntil(beside.scroller.isVisible)


def test_a_list_that_becomes_lower_keeps_the_row_with_the_keyboard_in_sight(theme, qtbot):
    rows = shown(qtbot, RowList(theme, RowDelegate(theme), "Agenda"), 300, 400)
    rows.set_rows([Row(row_id=str(n), text=f"Item {n}") for n in range(9)])
    rows.choose("8")
    rows.resize(300, 60)
    qtbot.waitUntil(lambda: rows.viewport().rect().contains(rows.visualRect(rows.currentIndex()).center()))
    rows.verticalScrollBar().setValue(0)
    rows.resize(300, 50)
    assert rows.verticalScrollBar().value() == 0


def test_where_it_is_low_the_keys_of_a_question_make_room_for_the_names_that_fit(theme, qtbot):
    theme.switch(scale=2.0)
    for height, told in ((640, False), (800, True)):
        picker = shown(qtbot, Picker(theme, "Names that fit"), 600, height)
        picker.ask(Ask("Deputy for", "", lambda words, row: None, offers=lambda words: [Row(row_id="1", text="Dr P")]))
        assert picker.keys.isVisible() is told


def test_a_second_line_breaks_between_its_parts_and_never_inside_a_date(theme, qtbot):
    page = shown(qtbot, Page(theme, "Agenda", QWidget()), 320, 640)
    page.set_words("Agenda", "Thornmere Children's Improvement Board · Sun 18 Oct 2026, 09:30 · 6 items")
    sub = page.bar.sub
    assert sub.accessibleName() == "Thornmere Children's Improvement Board · Sun 18 Oct 2026, 09:30 · 6 items"
    lines = QTextLayout(sub.text(), sub.font())
    lines.beginLayout()
    ends = []
    while (line := lines.createLine()).isValid():
        line.setLineWidth(sub.width())
        ends.append(sub.text()[line.textStart() : line.textStart() + line.textLength()].strip())
    lines.endLayout()
    assert len(ends) > 1
    assert any("Sun\N{NO-BREAK SPACE}18\N{NO-BREAK SPACE}Oct\N{NO-BREAK SPACE}2026" in line for line in ends)


def test_a_low_window_leaves_out_a_second_line_that_would_take_several(theme, qtbot):
    theme.switch(scale=2.0)
    page = Page(theme, "Search", QWidget(), buttons=(Button(theme, "Print the update", key="Ctrl P"),))
    page.bar.title.setWordWrap(True)
    page.set_words("Improvement plan", "Words, “phrases”, -without, owner:rowe, due:oct, kind:decision, since:may")
    shown(qtbot, page, 1024, 640)
    assert not page.bar.sub.isVisible()
    assert page.bar.title.role == "heading"
    page.set_words("Send", "Tue 30 Sep 2025")
    assert page.bar.sub.isVisible()
    page.set_words("Improvement plan", "Words, “phrases”, -without, owner:rowe, due:oct, kind:decision, since:may")
    page.resize(1024, 1000)
    qtbot.waitUntil(page.bar.sub.isVisible)
    assert page.bar.title.role == "title"
