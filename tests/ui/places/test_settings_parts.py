"""A bundle given to a colleague and taken in on screen; about the desk and whose work is shipped."""

import pytest
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QApplication

from tests.ui.clerk import Clerk, Elsewhere
from ui.main_window import PlaceEntry
from ui.place import Where
from ui.places.settings import SettingsPlace
from ui.places.settings.about import AboutPart
from wibdesk import __version__
from wibdesk.components import Component
from wibdesk.desk import Desk
from wibdesk.domain.bundles import Bundle, Part, ReadyPhrase
from wibdesk.domain.people import Person
from wibdesk.interchange.bundle_file import read_bundle, save_bundle
from wibdesk.services import bodies, phrases
from wibdesk.settings import Settings

PLACES = (
    PlaceEntry("meetings", "Meetings", "calendar-days", Elsewhere),
    PlaceEntry("settings", "Settings", "settings", SettingsPlace, "foot"),
)
SHIPPED = (
    Component("Qt", "6.11.3", "LGPL-3.0", "The Qt Company", "https://qt.io", "GNU LESSER GENERAL PUBLIC LICENSE"),
    Component("Source Serif 4", "", "OFL-1.1", "Adobe", "", ""),
)


@pytest.fixture
def clerk(qtbot, theme, tmp_path):
    desk = Desk(tmp_path / "register.wibdesk")
    desk.opened.result(30)
    settings = Settings(tmp_path / "settings.json")
    settings.change(theme="light", text_scale=1.0, motion="none", clerk="R Devlin")
    made = Clerk(qtbot, theme, desk, PLACES, settings=settings)
    made.do(bodies.add_body, "Norbury Board", members=(Person("", "K Rowe"),))
    yield made
    made.go_home()
    desk.close()


@pytest.fixture
def sharing(clerk):
    return clerk.go("settings", Where(note="sharing")).page.parts["sharing"]


def texts(clerk):
    return [phrase.text for phrase in clerk.read(phrases.all_phrases)]


def test_what_is_ticked_goes_into_the_file_and_no_person(clerk, sharing, tmp_path):
    clerk.context.settings.change(keys={"palette": "F8"})
    path = tmp_path / "mine.wibset"
    sharing.ticks[Part.SETTINGS].click()
    sharing.ticks[Part.BODIES].click()
    sharing.give(str(path))
    clerk.settle()
    clerk.settle()
    given = read_bundle(path)
    assert set(given.counts()) == {Part.KEYS, Part.BODIES}
    assert given.keys == {"palette": "F8"}
    assert not any(name in path.read_text("utf-8") for name in ("Rowe", "Devlin"))
    assert clerk.said[-1] == "Saved as mine.wibset: Keys of your own, Set-up of bodies, without their people"


def test_without_a_tick_there_is_nothing_to_save(clerk, sharing):
    for tick in sharing.ticks.values():
        tick.setChecked(False)
    assert not sharing.give_button.isEnabled()
    sharing.ticks[Part.KEYS].setChecked(True)
    assert sharing.give_button.isEnabled()


def test_the_dialogs_of_the_system_are_asked_for_a_file(clerk, sharing):
    where, which = sharing.ask_where(), sharing.ask_which()
    assert "wibset" in where.nameFilters()[0]
    assert "wibset" in which.nameFilters()[0]
    where.reject()
    which.reject()


@pytest.fixture
def given(tmp_path):
    path = tmp_path / "theirs.wibset"
    bundle = Bundle(
        {"theme": "dark", "caret": "thin", "line_spacing": "open"},
        {"palette": "Ctrl Shift 9", "no-such-command": ""},
        phrases=(ReadyPhrase("Noted", "The Board noted the report."), ReadyPhrase("Agreed", "Agreed by all.")),
    )
    save_bundle(bundle, path)
    return str(path)


def test_what_a_file_would_change_is_shown_before_anything_is(clerk, sharing, given):
    clerk.do(phrases.keep_phrase, phrases.Phrase("Agreed", "It was agreed."))
    sharing.open_name(given)
    clerk.settle()
    clerk.settle()
    rows = [(row.cells[0].text, row.cells[1].text) for row in sharing.taking.table.table_model.rows if not row.group]
    assert rows == [
        ("Colours", "Replaces yours"),
        ("Line spacing", "Replaces yours"),
        ("Find any command: Ctrl Shift 9", "New"),
        ("no-such-command: no key", "New"),
        ("Noted", "New"),
        ("Agreed, instead of “It was agreed.”", "Replaces yours"),
    ]
    assert sharing.taking.told.text() == "3 new, 3 replace yours, 1 you have already."
    assert texts(clerk) == ["It was agreed."]
    assert clerk.context.settings.now.theme == "light"
    clerk.press("Esc")
    assert not sharing.taking.isVisible()
    assert sharing.take_button.hasFocus()


def test_a_file_that_was_opened_elsewhere_is_looked_at_here(clerk, given):
    place = clerk.go("settings", Where(note=f"take {given}"))
    clerk.settle()
    assert place.page.sharing().taking.name.text() == "theirs.wibset"
    assert place.page.sharing().taking.take_button.hasFocus()


def test_a_file_is_taken_in_and_one_undo_takes_all_of_it_back(clerk, sharing, given):
    clerk.context.commands.rekey("keys", "F7")
    clerk.context.settings.change(keys={"keys": "F7"})
    sharing.open_name(given)
    clerk.settle()
    clerk.settle()
    clerk.press("Ctrl+Return")
    now = clerk.context.settings
    assert sorted(texts(clerk)) == ["Agreed by all.", "The Board noted the report."]
    assert (now.now.theme, now.now.line_spacing, clerk.context.theme.name) == ("dark", "open", "dark")
    assert clerk.context.commands.own_keys["palette"] == "Ctrl Shift 9"
    assert now.now.keys == {"keys": "F7", "palette": "Ctrl Shift 9", "no-such-command": ""}
    clerk.press("Ctrl+Z")
    assert texts(clerk) == []
    assert (now.now.theme, now.now.line_spacing, clerk.context.theme.name) == ("light", "normal", "light")
    assert clerk.context.commands.own_keys == now.now.keys == {"keys": "F7"}


def test_only_the_parts_ticked_are_taken(clerk, sharing, given):
    sharing.open_name(given)
    clerk.settle()
    clerk.settle()
    for part in (Part.SETTINGS, Part.KEYS):
        sharing.taking.ticks[part].click()
    assert sharing.taking.told.text() == "2 new."
    sharing.taking.ticks[Part.PHRASES].click()
    assert sharing.taking.told.text() == "Nothing is chosen."
    assert not sharing.taking.take_button.isEnabled()
    sharing.taking.ticks[Part.SETTINGS].setFocus()
    clerk.press("Space", "Ctrl+Return")
    assert texts(clerk) == []
    assert clerk.context.settings.now.theme == "dark"
    assert clerk.context.commands.own_keys == {}
    clerk.press("Ctrl+Z")
    assert clerk.context.settings.now.theme == "light"


def test_a_file_that_is_none_is_told_and_nothing_is_shown(clerk, sharing, tmp_path):
    path = tmp_path / "bad.wibset"
    path.write_text("[]", "utf-8")
    sharing.open_name(str(path))
    clerk.settle()
    clerk.settle()
    assert "bad.wibset: this is no settings file" in clerk.troubles[-1]
    assert not sharing.taking.isVisible()


@pytest.fixture
def about(clerk, qtbot):
    place = clerk.go("settings", Where(note="about"))
    made = AboutPart(clerk.context, SHIPPED)
    place.page.line.insertWidget(0, made)
    place.page.parts["about"].hide()
    place.page.parts["about"] = made
    made.setFocus()
    return made


def test_about_says_what_runs_and_where_the_files_lie(clerk, about, tmp_path):
    told = dict(about.places())
    assert told["Register"] == str(tmp_path / "register.wibdesk")
    assert told["Settings"] == str(tmp_path / "settings.json")
    assert told["Log"]


def test_a_licence_is_found_read_and_put_away_by_key(clerk, about):
    about.finder.setFocus()
    clerk.type("lesser")
    assert not about.empty.isHidden()
    about.finder.clear()
    clerk.type("lgpl")
    assert about.count.text() == "1 component"
    about.table.setFocus()
    clerk.press("Return")
    assert about.text.text.toPlainText().startswith("GNU LESSER")
    assert about.text.text.hasFocus()
    assert about.text.whose.text() == "LGPL-3.0, The Qt Company, https://qt.io"
    clerk.press("Esc")
    assert about.table.hasFocus()
    about.finder.clear()
    about.open_licence(about.table.table_model.rows[1])
    assert "holds no text" in about.text.text.toPlainText()


def test_what_support_needs_is_copied_without_a_name_or_a_path(clerk, about, tmp_path):
    about.support_button.click()
    text = QGuiApplication.clipboard().text()
    assert text.startswith(f"WIBDesk: {__version__}\n")
    assert "Register: 0." in text
    assert not any(word in text for word in (str(tmp_path), "Devlin", "Norbury", "Rowe"))
    assert QApplication.focusWidget() is about.support_button
