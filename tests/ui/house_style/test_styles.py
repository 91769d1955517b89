"""Styles looked at, used, copied, changed and taken away, by keys in a real window on a real register."""

import pytest
from PySide6.QtWidgets import QApplication

from ui.place import Where
from wibdesk.domain.house_style import house_style_from
from wibdesk.services import bodies, house_styles, meetings


@pytest.fixture
def place(clerk, board):
    """The house style of the board."""
    return clerk.go("house_style")


@pytest.fixture
def copy(clerk, place):
    """A copy of the plain style, its name ready to be typed over."""
    clerk.press("C")
    return place


def own(clerk):
    return [house_style_from(style.data, style.name) for style in clerk.read(house_styles.own_styles)]


def used(clerk):
    (body,) = clerk.read(bodies.bodies)
    return body.style_name


def focused():
    return QApplication.focusWidget()


def field(place, name):
    return place.middle.form.fields[name]


def test_the_shipped_styles_are_listed_and_the_one_in_use_is_chosen_and_marked(clerk, place):
    assert clerk.rows()[0] == "Shipped styles"
    assert clerk.rows()[-3:] == ["Letterhead", "Word template", "Logo"]
    assert place.list.current_row().text == "Plain and accessible"
    assert [row.text for row in place.list.row_model.rows if row.used] == ["Plain and accessible"]
    assert "in use" in place.list.current_row().sentence
    assert place.head.sub.text() == "Norbury Improvement Board uses “Plain and accessible”."


def test_the_settings_of_a_shipped_style_are_read_and_not_edited(clerk, place):
    clerk.choose("Trust board")
    assert "Times, 14:30" in clerk.settings()
    assert "Headings in capitals, No" in clerk.settings()
    clerk.press("S")
    assert focused() is place.middle.table
    assert not place.middle.form.isVisible()
    assert "a copy can be changed" in place.middle.head.standing.text()


def test_enter_lets_the_body_and_its_unapproved_meetings_use_a_style_and_undo_takes_it_back(clerk, board, place):
    meeting = clerk.do(meetings.new_meeting, board.id, date=clerk.desk.now().date())
    clerk.choose("Trust board")
    clerk.press("Return")
    assert used(clerk) == "trust_board"
    assert clerk.read(meetings.meeting, meeting.id).details.house_style == "trust_board"
    assert [row.text for row in place.list.row_model.rows if row.used] == ["Trust board"]
    assert clerk.said[-1] == "Norbury Improvement Board uses “Trust board”"
    assert not place.middle.head.use_button.isVisible()
    clerk.press("Ctrl+Z")
    assert used(clerk) == "plain"


def test_a_copy_of_the_style_in_use_is_used_from_then_on_and_its_name_can_be_typed_at_once(clerk, copy):
    (made,) = own(clerk)
    assert made.label == "Copy of Plain and accessible"
    assert used(clerk) == made.name
    clerk.type("Norbury style")
    clerk.press("Tab")
    assert [style.label for style in own(clerk)] == ["Norbury style"]
    assert copy.list.current_row().text == "Norbury style"
    assert used(clerk) == made.name


def test_a_copy_of_another_style_changes_nothing_for_the_body(clerk, place):
    clerk.choose("Trust board")
    clerk.press("C")
    assert [style.time_form for style in own(clerk)] == ["14:30"]
    assert used(clerk) == "plain"
    assert place.middle.head.standing.text() == "No body uses it."


def test_two_copies_have_two_names(clerk, place):
    clerk.choose("Trust board")
    clerk.press("C")
    clerk.choose("Trust board")
    clerk.press("C")
    assert [style.label for style in own(clerk)] == ["Copy of Trust board", "Copy of Trust board 2"]


def test_a_choice_is_kept_at_once_and_undo_puts_it_back_on_screen_too(clerk, copy):
    drop = field(copy, "attendance").widget
    drop.setFocus()
    clerk.press("Up")
    assert own(clerk)[0].attendance == "lines"
    assert clerk.said[-1] == "Who was present of “Copy of Plain and accessible” changed"
    clerk.press("Ctrl+Z")
    assert own(clerk)[0].attendance == "table"
    assert drop.chosen() == "table"


def test_a_tick_is_kept_at_once(clerk, copy):
    field(copy, "capital_headings").widget.setFocus()
    clerk.press("Space")
    assert own(clerk)[0].capital_headings


def test_words_are_kept_on_leaving_the_field_with_their_spaces(clerk, copy):
    copy.middle.start("held_on")
    clerk.type(" of ")
    assert own(clerk)[0].held_on == " held on "
    clerk.press("Tab")
    assert own(clerk)[0].held_on == " of "


def test_words_are_kept_when_the_place_is_left(clerk, copy):
    copy.middle.start("action_word")
    clerk.type("To do")
    clerk.go("meetings")
    assert own(clerk)[0].action_word == "To do"


@pytest.mark.parametrize(
    ("setting", "typed", "said"),
    [
        ("text_size", "40", "it is a number from 8 to 24"),
        ("text_size", "large", "it is a number from 8 to 24"),
        ("year_starts", "4.5", "it is a whole number from 1 to 12"),
        ("language", "English", "it is the code of a language such as en-GB"),
        ("label", " ", "it says what the style is called"),
        ("exempt_words", "see {section}", "only {paragraph} may stand in braces"),
    ],
)
def test_a_value_that_cannot_be_is_said_at_its_field_and_not_kept(clerk, copy, setting, typed, said):
    before = own(clerk)
    copy.middle.start(setting)
    clerk.type(typed)
    clerk.press("Return")
    note = field(copy, setting).field.note
    assert note.text() == f"Not kept: {said}. Esc puts back what was there."
    assert note.isVisible()
    assert own(clerk) == before
    clerk.press("Esc")
    assert not field(copy, setting).fault()
    assert clerk.at == "house_style"
    clerk.press("Esc")
    assert copy.list.hasFocus()


def test_a_number_with_a_comma_is_read(clerk, copy):
    copy.middle.start("text_size")
    clerk.type("11,5")
    clerk.press("Return")
    assert own(clerk)[0].text_size == 11.5


def test_two_quick_changes_are_both_kept(clerk, copy):
    for name in ("capital_headings", "marker_capitals", "fences"):
        field(copy, name).widget.click()
    clerk.settle()
    (made,) = own(clerk)
    assert (made.capital_headings, made.marker_capitals, made.fences) == (True, True, True)


def test_a_change_made_elsewhere_is_shown_and_words_being_typed_stay(clerk, copy):
    (made,) = own(clerk)
    copy.middle.start("action_word")
    clerk.type("To do")
    clerk.do(house_styles.keep_style, made.name, {"label": "Renamed", "fences": True})
    assert field(copy, "fences").value() is True
    assert field(copy, "action_word").value() == "To do"
    assert copy.list.current_row().text == "Renamed"
    clerk.press("Tab")
    assert (own(clerk)[0].action_word, own(clerk)[0].fences) == ("To do", True)


def test_f2_renames_an_own_style_and_leaves_a_shipped_one(clerk, copy):
    clerk.press("Esc", "F2")
    assert focused() is field(copy, "label").widget
    clerk.press("Esc")
    clerk.choose("Trust board")
    clerk.press("F2")
    assert copy.list.hasFocus()


def test_a_style_that_is_used_is_not_deleted_and_the_clerk_is_told_why(clerk, copy):
    clerk.press("Esc", "Del")
    assert len(own(clerk)) == 1
    assert "cannot be removed while Norbury Improvement Board" in clerk.troubles[-1]


def test_a_style_that_nobody_uses_is_deleted_and_comes_back_by_undo(clerk, place):
    clerk.choose("Trust board")
    clerk.press("C", "Esc", "Del")
    assert own(clerk) == []
    assert "Copy of Trust board" not in clerk.rows()
    clerk.press("Ctrl+Z")
    assert "Copy of Trust board" in clerk.rows()


def test_a_register_without_a_body_shows_the_styles_and_no_letterhead(clerk):
    place = clerk.go("house_style")
    assert place.list.current_row().text == "Plain and accessible"
    assert "Letterhead" not in clerk.rows()
    assert not place.middle.head.use_button.isVisible()
    assert place.head.sub.text() == "No body is set up yet: styles can be looked at and copied."
    clerk.press("Return")
    assert focused() is place.middle.table


def test_each_body_has_its_own_house_style(clerk, board):
    other = clerk.do(bodies.add_body, "Dene Valley Committee", house_style="trust_board")
    clerk.go("house_style", Where(body_id=other.id))
    assert clerk.place.list.current_row().text == "Trust board"
    assert clerk.place.title() == "House style, Dene Valley Committee"
    clerk.go("house_style", Where(body_id=board.id))
    assert clerk.place.list.current_row().text == "Plain and accessible"
    clerk.choose("Trust board")
    assert "Dene Valley Committee uses it." in clerk.place.middle.head.standing.text()


def test_the_style_is_reached_from_setting_up_a_body_and_what_was_typed_there_stays(clerk, board):
    body = clerk.go("body", Where(body_id=board.id))
    clerk.type("The ")
    assert body.fields.style_button.isVisible()
    body.fields.style_button.click()
    clerk.settle()
    clerk.choose("Trust board")
    clerk.press("Return", "Esc")
    assert clerk.at == "body"
    assert body.fields.name.text() != board.name
    assert body.fields.style_field.chosen() == "trust_board"


def test_own_styles_are_offered_where_a_body_is_set_up(clerk, copy):
    body = clerk.go("body")
    offered = [body.fields.style_field.itemText(n) for n in range(body.fields.style_field.count())]
    assert offered[-1] == "Copy of Plain and accessible"
    assert not body.fields.style_button.isVisible()


def test_a_style_that_is_not_known_here_stays_with_its_body(clerk, board):
    clerk.do(bodies.change_body, type(board)("Old Board", house_style="from_elsewhere", id=board.id))
    body = clerk.go("body", Where(body_id=board.id))
    assert body.fields.style_field.currentText() == "from_elsewhere, not known here"
    clerk.press("Ctrl+Return")
    assert clerk.read(bodies.body, board.id).house_style == "from_elsewhere"
    clerk.go("house_style", Where(body_id=board.id))
    assert clerk.place.list.current_row().text == "Plain and accessible"


def test_f6_goes_round_list_settings_and_pages(clerk, place):
    clerk.press("F6")
    assert focused() is place.middle.table
    clerk.press("F6")
    assert focused() is place.sample_pane.view
    clerk.press("Esc")
    assert place.list.hasFocus()


def test_the_foot_shows_the_keys_of_the_part_that_has_the_keyboard(clerk, place):
    assert ("C", "copy to edit") in clerk.window.key_bar.pairs
    clerk.choose("Trust board")
    assert clerk.window.key_bar.pairs[0] == ("Enter", "use it")
    clerk.press("V")
    assert clerk.window.key_bar.pairs[0] == ("PgUp PgDn", "page")


def test_no_key_of_the_place_is_taken_twice(clerk, place):
    assert clerk.context.commands.clashes() == []


def test_every_field_has_a_name_and_a_description_for_a_screen_reader(clerk, copy):
    for one in copy.middle.form.fields.values():
        assert one.widget.accessibleName() == one.setting.label
        assert one.widget.accessibleDescription() == one.setting.sentence


def test_large_text_shows_one_part_at_a_time_under_tabs(clerk, place):
    clerk.context.theme.switch(scale=2.0)
    clerk.window.resize(1281, 800)
    clerk.qtbot.waitUntil(lambda: place.layout_of.single)
    assert place.list.isVisible()
    assert not place.middle.isVisible()
    clerk.press("V")
    assert place.sample_pane.view.hasFocus()
    clerk.press("Esc", "S")
    assert place.middle.isVisible()
    assert not place.list.isVisible()
    clerk.press("Esc")
    assert place.list.hasFocus()
    clerk.context.theme.switch(scale=1.0)
