"""The settings in one place: every preference has one, any is found by its words, sections are put back."""

import dataclasses

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from tests.ui.clerk import Clerk, Elsewhere
from ui.look import CARETS, COLOURS, FACES, FOOT, MOVEMENT, SIZES, SPACING
from ui.main_window import PlaceEntry
from ui.place import Where
from ui.places.settings import SettingsPlace
from ui.places.settings.registry import SETTINGS
from ui.places.settings.setting import INTERNAL, SECTIONS
from wibdesk.desk import Desk
from wibdesk.settings import CHOICES, SHARED, Preferences, Settings

ELSEWHERE = ("house_style", "people", "body", "words", "safe_keeping", "send")
PLACES = (
    PlaceEntry("meetings", "Meetings", "calendar-days", Elsewhere),
    PlaceEntry("settings", "Settings", "settings", SettingsPlace, "foot"),
    *(PlaceEntry(name, name, "info", Elsewhere, "hidden") for name in ELSEWHERE),
)


@pytest.fixture
def clerk(qtbot, theme, tmp_path):
    desk = Desk(tmp_path / "register.wibdesk")
    desk.opened.result(30)
    settings = Settings(tmp_path / "settings.json")
    settings.change(theme="light", text_scale=1.0, motion="none")
    made = Clerk(qtbot, theme, desk, PLACES, settings=settings)
    made.go("meetings")
    yield made
    made.go_home()
    desk.close()


@pytest.fixture
def place(clerk):
    return clerk.go("settings")


def names(place):
    """The settings in sight, by their ids."""
    return [name for name, line in place.page.lines.items() if not line.isHidden()]


def test_every_preference_has_a_setting_or_says_why_it_has_none():
    known = {name for setting in SETTINGS for name in (*setting.preferences, *setting.elsewhere)}
    fields = {spec.name for spec in dataclasses.fields(Preferences)}
    assert fields == known | set(INTERNAL)
    assert not known & set(INTERNAL)


def test_every_setting_stands_in_a_section_that_is_there_and_has_a_name_of_its_own():
    assert {setting.section for setting in SETTINGS} == set(SECTIONS)
    assert len({setting.setting_id for setting in SETTINGS}) == len(SETTINGS)
    assert all(setting.sentence.endswith(".") and not setting.name.endswith(".") for setting in SETTINGS)


def test_what_may_be_chosen_on_screen_is_what_may_stand_in_the_file():
    offered = {
        "theme": COLOURS, "text_scale": SIZES, "minutes_face": FACES, "motion": MOVEMENT, "line_spacing": SPACING,
        "caret": CARETS, "key_bar": FOOT,
    }  # fmt: skip
    for name, options in offered.items():
        assert [option for option, _ in options] == [str(value) for value in CHOICES[name]], name
    assert set(offered) == set(CHOICES)
    assert set(SHARED) <= {spec.name for spec in dataclasses.fields(Preferences)}


@pytest.mark.parametrize("section", SECTIONS)
def test_every_section_is_reached_by_name_and_takes_the_keyboard(clerk, section):
    place = clerk.go("settings", Where(note=section))
    assert place.list.current_row().row_id == section
    here = QApplication.focusWidget()
    assert here is not None
    assert place.page.isAncestorOf(here)
    assert place.panels()[0] is place.list


def test_a_setting_is_reached_by_its_name(clerk):
    place = clerk.go("settings", Where(note="line_spacing"))
    assert place.page.lines["line_spacing"].isAncestorOf(QApplication.focusWidget())


def test_the_arrows_go_through_the_sections_and_enter_goes_in(clerk, place):
    clerk.press("Esc", "Home")
    assert names(place)[0] == "clerk"
    clerk.press("Down", "Down")
    assert names(place)[0] == "key_card"
    assert place.list.hasFocus()
    clerk.press("Return")
    assert place.page.lines["key_card"].choice.hasFocus()


def test_any_setting_is_found_as_its_words_are_typed_whatever_the_section(clerk, place):
    clerk.press("Ctrl+F")
    clerk.type("dark")
    assert names(place) == ["colours"]
    place.finder.clear()
    clerk.type("passw")
    assert {"passphrase", "lock", "mail"} <= set(names(place))
    clerk.press("Down")
    assert place.page.lines[names(place)[0]].isAncestorOf(QApplication.focusWidget())
    clerk.press("Esc")
    assert place.finder.text() == ""
    assert names(place)[0] == "colours"
    clerk.press("/")
    clerk.type("no such setting")
    assert names(place) == []
    assert "no such setting" in place.page.nothing.why.text()
    assert place.keys()[1][0] == "Esc"


def test_the_slash_that_stands_in_the_field_leads_into_it_from_a_choice_too(clerk, place):
    assert place.page.lines["colours"].choice.hasFocus()
    clerk.press("/")
    clerk.type("dark")
    assert (place.finder.text(), names(place)) == ("dark", ["colours"])


def test_esc_leads_back_to_where_the_clerk_came_from(clerk, place):
    clerk.press("Esc")
    assert place.list.hasFocus()
    clerk.press("Esc")
    assert clerk.at == "meetings"


def test_another_section_ends_finding(clerk, place):
    clerk.press("Ctrl+F")
    clerk.type("backup")
    place.list.choose("mail")
    assert (place.finder.text(), names(place)) == ("", ["mail"])


@pytest.mark.parametrize(
    ("setting", "to", "note"),
    [
        ("house_style", "house_style", ""), ("members", "people", ""), ("body", "body", ""),
        ("phrases", "words", "phrases"), ("abbreviations", "words", "short"), ("own_words", "words", "words"),
        ("backups", "safe_keeping", "backups"), ("lock", "safe_keeping", "passphrase"), ("mail", "send", "account"),
    ],
)  # fmt: skip
def test_what_has_a_place_of_its_own_is_one_key_away(clerk, setting, to, note):
    clerk.go("settings", Where(note=setting))
    clerk.press("Return")
    assert clerk.at == to
    assert clerk.asked(to).note == note


def test_a_section_is_put_back_and_that_is_undone(clerk, place):
    now = clerk.context.settings
    clerk.press("Right")
    place.page.lines["line_spacing"].choice.segments[2].click()
    assert (now.now.theme, now.now.line_spacing, clerk.context.theme.name) == ("dark", "open", "dark")
    assert place.page.back_button.isEnabled()
    place.page.back_button.click()
    first = Preferences()
    assert (now.now.theme, now.now.text_scale, now.now.line_spacing) == (first.theme, first.text_scale, "normal")
    assert place.page.lines["line_spacing"].choice.chosen() == "normal"
    assert not place.page.back_button.isEnabled()
    clerk.press("Ctrl+Z")
    assert (now.now.theme, now.now.line_spacing, clerk.context.theme.name) == ("dark", "open", "dark")


def test_the_sample_is_as_high_as_the_lines_wished(clerk, place):
    sample = place.page.sample
    normal = sample.sizeHint().height()
    place.page.lines["line_spacing"].choice.segments[2].click()
    assert sample.sizeHint().height() == normal + 3 * (32 - 27)
    assert not sample.grab().isNull()


def test_the_sample_breaks_its_lines_where_they_have_no_room(clerk, place):
    sample = place.page.sample
    clerk.context.theme.switch(scale=2.0)
    whole = sample.sizeHint().height()
    clerk.window.resize(1024, 640)
    clerk.qtbot.waitUntil(lambda: sample.height() >= whole + 2 * clerk.context.theme.line_height("minutes"))
    assert not sample.grab().isNull()


def test_the_keys_at_the_foot_are_hidden_or_shown_while_ctrl_is_held(clerk, place, qtbot):
    bar, choice = clerk.window.key_bar, place.page.lines["key_bar"].choice
    assert bar.in_sight()
    choice.segments[2].click()
    assert bar.height() == 0
    assert "Ctrl /" in clerk.said[-1]
    clerk.press("Ctrl+Z")
    assert (bar.height(), choice.chosen()) == (32, "shown")
    choice.segments[1].click()
    assert bar.height() == 32
    assert bar.in_sight() == []
    handle = clerk.window.windowHandle()
    QTest.keyPress(handle, Qt.Key.Key_Control)
    qtbot.waitUntil(lambda: bar.in_sight() != [])
    QTest.keyRelease(handle, Qt.Key.Key_Control)
    assert bar.in_sight() == []
    choice.segments[0].click()
    assert bar.in_sight()


def test_a_known_chord_shows_no_keys(clerk, place):
    bar = clerk.window.key_bar
    place.page.lines["key_bar"].choice.segments[1].click()
    handle = clerk.window.windowHandle()
    QTest.keyPress(handle, Qt.Key.Key_Control)
    assert bar.ctrl.timer.isActive()
    QTest.keyPress(handle, Qt.Key.Key_B, Qt.KeyboardModifier.ControlModifier)
    assert not bar.ctrl.timer.isActive()
    QTest.keyRelease(handle, Qt.Key.Key_Control)


def test_remarks_that_were_put_away_are_shown_again(clerk):
    clerk.context.settings.change(dismissed={"a": True})
    place = clerk.go("settings", Where(note="remarks"))
    button = place.page.lines["remarks"].choice
    clerk.press("Return")
    assert clerk.context.settings.now.dismissed == {}
    assert not button.isEnabled()


def test_what_was_open_of_late_is_forgotten_and_that_is_undone(clerk):
    clerk.context.settings.change(recent_registers=["a.wibdesk"], recent_meetings={"a": ["m1"]})
    place = clerk.go("settings", Where(note="recent"))
    clerk.press("Return")
    now = clerk.context.settings.now
    assert (now.recent_registers, now.recent_meetings) == ([], {})
    assert not place.page.lines["recent"].choice.isEnabled()
    clerk.press("Ctrl+Z")
    now = clerk.context.settings.now
    assert (now.recent_registers, now.recent_meetings) == (["a.wibdesk"], {"a": ["m1"]})


def test_the_built_in_keys_come_back_and_that_is_undone(clerk):
    clerk.context.commands.rekey("palette", "F8")
    place = clerk.go("settings", Where(note="built_in_keys"))
    button = place.page.lines["built_in_keys"].choice
    clerk.press("Return")
    assert clerk.context.commands.own_keys == {}
    assert not button.isEnabled()
    clerk.press("Ctrl+Z")
    assert clerk.context.commands.own_keys == clerk.context.settings.now.keys == {"palette": "F8"}


def test_commands_of_the_window_are_done_from_here(clerk):
    clerk.go("settings", Where(note="own_keys"))
    clerk.press("Return")
    assert clerk.window.close_overlays("palette")


def test_in_a_narrow_window_the_sections_stand_in_a_field_above(clerk, place):
    clerk.window.resize(800, 640)
    clerk.go("meetings")
    clerk.go("settings", Where(note="look"))
    assert place.field.isVisible()
    assert not place.side.isVisible()
    clerk.press("Esc")
    assert place.field.hasFocus()
    keys = place.keys()
    assert ("/", "find a setting") in keys
    clerk.press("Down")
    assert names(place)[0] == "key_card"
    clerk.press("Return")
    assert place.page.lines["key_card"].choice.hasFocus()
    clerk.press("Esc", "/")
    assert place.finder.hasFocus()


@pytest.mark.parametrize("scale", [1.0, 1.5, 2.0])
def test_no_setting_runs_over_the_edge_of_its_page(clerk, place, scale):
    clerk.window.resize(1024, 640)
    clerk.context.theme.switch(scale=scale)
    for section in SECTIONS:
        place.show_section(section)
        clerk.settle()
        for name in names(place):
            choice = place.page.lines[name].choice
            right = choice.mapTo(place.roll.viewport(), QPoint(choice.width(), 0)).x()
            assert right <= place.roll.viewport().width(), (section, name)


def test_no_key_of_the_settings_clashes_with_another(clerk, place):
    for section in ("sharing", "about"):
        place.show_section(section)
    assert clerk.context.commands.clashes() == []


def test_a_language_is_chosen_and_holds_from_the_next_start_on(clerk):
    place = clerk.go("settings", Where(note="language"))
    field = place.page.lines["language"].choice
    assert [field.itemText(number) for number in range(2)] == ["As the system", "English"]
    clerk.press("Down")
    assert clerk.context.settings.now.language == "en"
    assert "next start" in clerk.said[-1]
    place.page.back_button.click()
    assert field.chosen() == "system"
