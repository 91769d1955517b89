"""The window leads to places by key, speaks through banner, toast and question, and remembers how it stood."""

import json
from concurrent.futures import Future

import pytest
from PySide6.QtWidgets import QApplication, QLabel, QPushButton

from tests.keys import press, shown, type_words
from ui.commands import Command, Commands
from ui.context import Context
from ui.events import Events
from ui.lists import Row, RowDelegate, RowList
from ui.look import theme_of
from ui.main_window import MainWindow, PlaceEntry
from ui.messages import Answer, Messages
from ui.place import Place, Where
from ui.places.first_start import FirstStartPlace
from ui.places.settings import SettingsPlace
from ui.tasks import Tasks
from ui.widgets.fields import LineField
from ui.widgets.labels import column
from wibdesk.errors import StoreError, UserError
from wibdesk.settings import Settings


class Notes(Place):
    """A place with a field and a list."""

    place_id, word, icon = "notes", "Notes", "notebook-pen"

    def __init__(self, context):
        super().__init__(context)
        self.field, self.rows = LineField(context.theme), RowList(context.theme, RowDelegate(context.theme), "Rows")
        self.rows.set_rows([Row(row_id="1", text="One"), Row(row_id="2", text="Two")])
        self.setLayout(column(context.theme, self.field, self.rows))
        self.strip, self.rail_wanted = QLabel("Norbury, live"), True
        self.done, self.left, self.entered = [], 0, []
        context.commands.add(
            self.rows,
            Command("mark", "Mark the row", ("M",), "rows", lambda: self.done.append(self.rows.current_row().text)),
        )

    def keys(self):
        return [("M", "mark"), ("Ctrl K", "any command")]

    def title(self):
        return "Norbury Board"

    def enter(self, where):
        self.entered.append(where)
        self.field.setFocus()

    def leave(self):
        self.left += 1

    def header(self):
        return self.strip

    def shows_rail(self):
        return self.rail_wanted

    def panels(self):
        return [self.field, self.rows]


@pytest.fixture
def settings(tmp_path):
    return Settings(tmp_path / "settings.json")


@pytest.fixture
def window(qapp, qtbot, settings):
    """The real window with one place of the test's own and the real settings and first start."""
    made = make_window(qapp, settings)
    yield shown(qtbot, made, 1280, 800)
    made.context.tasks.close()
    qapp.setStyleSheet("")


def make_window(qapp, settings):
    settings.change(theme="light")
    theme = theme_of(settings)
    theme.apply_to(qapp)
    messages = Messages()
    context = Context(
        theme=theme,
        desk=None,
        operations=None,
        events=Events(),
        tasks=Tasks(messages),
        messages=messages,
        settings=settings,
        commands=Commands(),
        go=lambda place, where: None,
    )
    entries = [
        PlaceEntry("notes", "Notes", "notebook-pen", Notes),
        PlaceEntry("settings", "Settings", "settings", SettingsPlace, "foot"),
        PlaceEntry("first_start", "First start", "info", FirstStartPlace, "hidden"),
        PlaceEntry("body", "Set up a body", "building-2", Notes, "hidden"),
    ]
    return MainWindow(context, entries)


def words_on(widget):
    """The words of the labels and buttons that are on screen."""
    seen = [*widget.findChildren(QLabel), *widget.findChildren(QPushButton)]
    return [thing.text() for thing in seen if thing.isVisible() and thing.text()]


def test_a_place_is_made_when_it_is_first_visited_and_entered_each_time(window):
    assert window.places == {}
    press(window, "Ctrl+1")
    notes = window.place
    press(window, "Ctrl+2", "Ctrl+1")
    assert window.place is notes
    assert (notes.left, len(notes.entered)) == (1, 2)
    assert notes.field.hasFocus()
    assert window.windowTitle() == "Norbury Board, WIBDesk"


def test_a_place_is_asked_for_what_it_shall_show(window):
    window.context.go("notes", Where(meeting_id="m1", item_id="i3"))
    assert window.place.entered == [Where(meeting_id="m1", item_id="i3")]


def test_the_key_bar_shows_the_keys_of_the_place(window):
    press(window, "Ctrl+1")
    assert window.key_bar.pairs == [("M", "mark"), ("Ctrl K", "any command")]


def test_the_header_of_a_place_runs_over_the_rail_and_goes_with_the_place(window):
    press(window, "Ctrl+1")
    notes = window.place
    assert notes.strip.isVisible()
    assert notes.strip.mapTo(window, notes.strip.rect().topLeft()).x() == 0
    press(window, "Ctrl+2")
    assert not notes.strip.isVisible()


def test_a_place_can_send_the_rail_away(window):
    press(window, "Ctrl+1")
    assert window.rail.isVisible()
    window.place.rail_wanted = False
    window.place.chrome_changed.emit()
    assert not window.rail.isVisible()


def test_f6_goes_round_the_panels_and_the_rail(window):
    press(window, "Ctrl+1")
    seen = []
    for _ in range(3):
        press(window, "F6")
        seen.append(QApplication.focusWidget())
    assert seen == [window.place.rows, window.rail.entries["notes"], window.place.field]
    press(window, "Shift+F6")
    assert QApplication.focusWidget() is window.rail.entries["notes"]


def test_the_text_grows_and_shrinks_by_key_and_is_remembered(window, settings):
    press(window, "Ctrl+1", "Ctrl++", "Ctrl+=")
    assert window.theme.scale == 1.5
    press(window, "Ctrl+-")
    assert window.theme.scale == 1.25
    assert Settings(settings.path).now.text_scale == 1.25


def test_the_palette_finds_a_command_runs_it_and_gives_the_keyboard_back(window):
    press(window, "Ctrl+1")
    window.place.rows.choose("2")
    press(window, "Ctrl+K")
    type_words(window, "mark")
    press(window, "Return")
    assert window.place.done == ["Two"]
    assert window.place.field.hasFocus()


def test_the_palette_closes_on_esc_and_on_its_own_key(window):
    press(window, "Ctrl+1")
    for key in ("Esc", "Ctrl+K"):
        press(window, "Ctrl+K")
        assert not window.place.field.hasFocus()
        press(window, key)
        assert window.place.field.hasFocus()


def test_the_palette_says_when_nothing_is_called_that(window):
    press(window, "Ctrl+1", "Ctrl+K")
    type_words(window, "zebra")
    assert "Nothing by that name" in words_on(window)
    press(window, "Return")
    assert window.place.field.hasFocus()


def test_a_place_reached_from_the_palette_has_the_keyboard(window):
    press(window, "Ctrl+2", "Ctrl+K")
    type_words(window, "notes")
    press(window, "Return")
    assert window.place.place_id == "notes"
    assert window.place.field.hasFocus()


def test_the_key_card_is_written_from_the_commands(window):
    press(window, "Ctrl+1", "Ctrl+/")
    assert {"Keys in Notes", "Everywhere", "Places", "Rows"} <= set(words_on(window))
    press(window, "Ctrl+/")
    assert "Keys in Notes" not in words_on(window)


def test_f6_stays_in_what_lies_over_the_place(window):
    press(window, "Ctrl+1", "Ctrl+K")
    here = QApplication.focusWidget()
    press(window, "F6", "Tab")
    assert QApplication.focusWidget() is here


def test_no_key_has_two_commands_in_one_place(window):
    for place in ("notes", "settings", "first_start"):
        window.go(place)
    assert window.context.commands.clashes() == []


class Register:
    """Stands where the operations on a register would: this window has none."""

    def __init__(self):
        self.taken_back = 0

    def undo(self):
        self.taken_back += 1


def test_a_toast_says_what_was_done_and_ctrl_z_undoes_it_before_the_register_does(window):
    press(window, "Ctrl+1")
    register = window.context.operations = Register()
    window.place.rows.setFocus()
    undone = []
    window.context.messages.say("Item 4 removed", lambda: undone.append(4))
    assert "Item 4 removed" in words_on(window)
    press(window, "Ctrl+Z")
    assert (undone, register.taken_back) == ([4], 0)
    press(window, "Ctrl+Z")
    assert (undone, register.taken_back) == ([4], 1)


def test_a_second_toast_takes_the_place_of_the_first(window):
    press(window, "Ctrl+1")
    window.context.messages.say("First")
    window.context.messages.say("Second")
    assert "First" not in words_on(window)
    assert "Second" in words_on(window)


def test_trouble_stays_never_takes_the_keyboard_and_its_button_has_a_key(window, qtbot):
    press(window, "Ctrl+1")
    tried = []
    window.context.messages.trouble(
        "Not on the disk yet", "Your words are safe.", Answer("Try now", lambda: tried.append(1), "Alt T")
    )
    assert {"Not on the disk yet", "Your words are safe.", "Try now"} <= set(words_on(window))
    assert window.place.field.hasFocus()
    press(window, "Alt+T")
    qtbot.waitUntil(lambda: tried == [1])
    press(window, "Ctrl+2")
    assert "Not on the disk yet" in words_on(window)
    window.context.messages.clear_trouble()
    assert "Not on the disk yet" not in words_on(window)


def test_the_same_source_has_one_banner_and_another_source_its_own(window):
    messages = window.context.messages
    messages.trouble("First", "", source="saving")
    messages.trouble("Second", "", source="saving")
    messages.trouble("Third", "", source="printing")
    shown_words = set(words_on(window))
    assert {"Second", "Third"} <= shown_words
    assert "First" not in shown_words
    messages.clear_trouble("saving")
    assert "Third" in words_on(window)


@pytest.mark.parametrize(
    "error", [UserError("This name is taken. Choose another."), StoreError("This name is taken. Choose another.")]
)
def test_an_error_is_told_in_its_own_words_and_put_away_by_key(window, qtbot, error):
    press(window, "Ctrl+1")
    window.context.messages.tell(error)
    assert {"This name is taken.", "Choose another."} <= set(words_on(window))
    press(window, "Alt+C")
    qtbot.waitUntil(lambda: "This name is taken." not in words_on(window))


def test_a_question_has_the_safe_answer_first_and_esc_gives_it(window):
    press(window, "Ctrl+1")
    removed = []
    ask = window.context.messages.ask
    for keys in (("Esc",), ("Return",), ("Tab", "Return")):
        ask(
            "Remove item 6?",
            "It can be brought back.",
            safe="Keep it",
            act="Remove item",
            run=lambda: removed.append(6),
        )
        assert "Remove item 6?" in words_on(window)
        assert QApplication.focusWidget().text() == "Keep it"
        press(window, *keys)
        assert "Remove item 6?" not in words_on(window)
        assert window.place.field.hasFocus()
    assert removed == [6]


def test_esc_from_the_settings_choices_changes_nothing_and_choices_hold_at_once(window, settings):
    press(window, "Ctrl+2")
    press(window, "Right")
    assert window.theme.name == "dark"
    press(window, "Tab", "Right", "Right")
    assert window.theme.scale == 1.25
    kept = json.loads(settings.path.read_text("utf-8"))
    assert (kept["theme"], kept["text_scale"]) == ("dark", 1.25)


def test_the_settings_follow_the_text_size_that_keys_changed(window):
    press(window, "Ctrl+2", "Ctrl++")
    sizes = next(line.choice for line in window.place.lines if line.choice.accessibleName() == "Text size")
    assert sizes.chosen() == "1.25"


def test_first_start_offers_two_ways_by_key_and_hides_the_rail(window, qtbot):
    asked = []
    window.context.commands.add(
        window, Command("demo", "Open the demo register", (), "registers", lambda: asked.append("demo"))
    )
    window.go("first_start")
    assert not window.rail.isVisible()
    press(window, "2")
    assert asked == ["demo"]
    assert window.place.demo.hasFocus()
    press(window, "Up", "Down", "Return")
    assert asked == ["demo", "demo"]
    press(window, "1")
    assert isinstance(window.place, Notes)
    assert window.rail.isVisible()


def test_the_window_opens_again_as_it_was_closed(qapp, qtbot, settings):
    first = shown(qtbot, make_window(qapp, settings), 800, 690)
    first.go("notes")
    first.close()
    again = make_window(qapp, Settings(settings.path))
    qtbot.addWidget(again)
    assert (again.width(), again.height()) == (800, 690)
    assert again.context.settings.now.last_place == "notes"
    assert first.place.left == 1


def test_the_toast_and_the_rail_stay_inside_a_small_window_with_large_text(window):
    press(window, "Ctrl+1")
    window.resize(1024, 640)
    window.theme.switch(scale=2.0)
    window.context.messages.say("A long sentence about what was done in the meeting of today " * 3, lambda: None)
    toast = window.voice.toast
    assert window.stack.rect().contains(toast.geometry())
    assert window.rect().contains(window.rail.geometry())


def test_work_on_a_thread_comes_back_to_the_window(window, qtbot):
    results = []
    window.context.tasks.run(sum, [1, 2, 3], on_done=results.append)
    assert window.context.tasks.busy == 1
    qtbot.waitUntil(lambda: results == [6])
    assert window.context.tasks.busy == 0


def test_a_receiver_never_runs_inside_the_call_that_asked(window, qtbot):
    done, results = Future(), []
    done.set_result("saved")
    window.context.tasks.then(done, results.append)
    assert results == []
    qtbot.waitUntil(lambda: results == ["saved"])


def test_an_error_of_the_clerk_that_nobody_takes_is_told(window, qtbot):
    failed = Future()
    failed.set_exception(UserError("The file is open elsewhere. Close it there."))
    window.context.tasks.then(failed)
    qtbot.waitUntil(lambda: "The file is open elsewhere." in words_on(window))


def test_a_bug_that_nobody_takes_reaches_the_crash_hook(window, qtbot):
    failed = Future()
    failed.set_exception(ZeroDivisionError("a bug"))
    with qtbot.capture_exceptions() as caught:
        window.context.tasks.then(failed)
        qtbot.waitUntil(lambda: len(caught) == 1)
    assert caught[0][0] is ZeroDivisionError


def test_a_result_for_a_widget_that_is_gone_is_dropped_and_its_error_is_not(window, qtbot):
    field = LineField(window.theme)
    good, bad = Future(), Future()
    window.context.tasks.then(good, field.setText)
    window.context.tasks.then(bad, None, field.setText)
    field.deleteLater()
    field.destroyed.connect(lambda: good.set_result("late"))
    field.destroyed.connect(lambda: bad.set_exception(UserError("It was moved. Look for it elsewhere.")))
    qtbot.waitUntil(lambda: "It was moved." in words_on(window))
    assert window.context.tasks.busy == 0
