"""The tokens are legible, the theme switches as a whole, and the layout follows width and text size."""

import ast
from pathlib import Path

import pytest
from PySide6.QtGui import QColor, QFontInfo, QPalette
from PySide6.QtWidgets import QApplication

import ui
from ui.system_look import SystemLook, contrast, contrast_colours, read_system, scale_of
from ui.theme import SCALES, Theme, read_tokens

TEXT, SHAPE = 4.5, 3.0  # WCAG 2.2, 1.4.3 and 1.4.11
GROUNDS = (
    "window", "panel", "sheet", "raised", "hover", "selected", "key_fill", "good_soft", "warn_soft", "bad_soft",
    "private_soft",
)  # fmt: skip
INKS = ("ink", "muted", "faint", "link", "accent", "good", "warn", "bad", "private")
OWN_PAIRS = (
    ("on_selected", "selected"), ("on_accent", "accent"), ("on_accent", "accent_hover"), ("on_live", "live"),
    ("on_text_selection", "text_selection"), *((f"on_rag_{rag}", f"rag_{rag}") for rag in
    ("red", "amber", "green", "complete", "none")),
)  # fmt: skip
MARKS = ("focus", "line_strong", "caret", "disabled", "rag_red", "rag_green", "rag_complete")
DECORATIVE = {
    "line": "a hairline between areas: what carries meaning has line_strong",
    "key_line": "the edge of a key cap: the words in it tell",
}
NAMED = ("light", "dark", "high_contrast")
# Window, its words, link, disabled words, highlight, words on it: as the contrast themes of Windows have them.
CONTRAST_THEMES = {
    "aquatic": ("#202020", "#ffffff", "#75e9fc", "#a6a6a6", "#8ee3f0", "#263b50"),
    "desert": ("#fffaef", "#3d3d3d", "#1c5e75", "#676767", "#903909", "#fff5e3"),
    "dusk": ("#2d3236", "#ffffff", "#70ebde", "#a6a6a6", "#a1bfde", "#212d3b"),
    "night_sky": ("#000000", "#ffffff", "#8080ff", "#a6a6a6", "#d6b4fd", "#2b2b2b"),
    "own, badly chosen": ("#ffffff", "#000000", "#dddddd", "#eeeeee", "#f0f0f0", "#000000"),
}


def pairs():
    """Every pair of front and ground that may stand on one another, with the least contrast that it needs."""
    yield from ((ink, ground, TEXT) for ink in INKS for ground in GROUNDS)
    yield from ((ink, ground, TEXT) for ink, ground in OWN_PAIRS)
    yield from ((mark, ground, SHAPE) for mark in MARKS for ground in GROUNDS)
    yield "live_dot", "live", SHAPE


def too_faint(colours):
    reckoned = {(front, ground): (contrast(colours[front], colours[ground]), floor) for front, ground, floor in pairs()}
    return {pair: found for pair, (found, floor) in reckoned.items() if found < floor}


def colours_of(name):
    colours = read_tokens()["themes"][name]
    return {**colours, "on_text_selection": colours["ink"]}


@pytest.mark.parametrize("name", NAMED)
def test_every_pair_of_colours_has_the_contrast_it_needs(name):
    assert len(set(pairs())) == 187
    assert too_faint(colours_of(name)) == {}


@pytest.mark.parametrize("name", CONTRAST_THEMES)
def test_in_a_contrast_theme_of_the_system_every_pair_can_be_read(name):
    window, words, link, disabled, highlight, on_highlight = (QColor(value) for value in CONTRAST_THEMES[name])
    palette = QPalette(window)
    role = QPalette.ColorRole
    for which, colour in (
        (role.Window, window), (role.WindowText, words), (role.Link, link), (role.Highlight, highlight),
        (role.HighlightedText, on_highlight),
    ):  # fmt: skip
        palette.setColor(which, colour)
    palette.setColor(QPalette.ColorGroup.Disabled, role.WindowText, disabled)
    colours = contrast_colours(palette)
    assert colours.keys() == colours_of("light").keys()
    assert too_faint(colours) == {}
    assert colours["window"] == window.name()


def test_the_measure_of_contrast_is_that_of_the_rule():
    assert contrast("#000000", "#ffffff") == pytest.approx(21)
    assert contrast("#777777", "#ffffff") == pytest.approx(4.48, abs=0.01)


def named_tokens():
    """The tokens that the window names: as an attribute of a theme, or as a word of its own."""
    known, found = set(colours_of("light")), set()
    for path in (Path(ui.__file__).parent).rglob("*.py"):
        for node in ast.walk(ast.parse(path.read_text("utf-8"))):
            if isinstance(node, ast.Attribute):
                found.add(node.attr)
            elif isinstance(node, ast.Constant) and isinstance(node.value, str):
                found.add(node.value)
    return found & known


def test_every_colour_that_the_window_uses_is_measured_or_said_to_be_decoration():
    measured = {token for front, ground, _ in pairs() for token in (front, ground)}
    assert named_tokens() - measured == set(DECORATIVE)
    assert set(colours_of("light")) - measured == set(DECORATIVE)


def test_no_letter_on_screen_is_smaller_than_twelve_pixels():
    assert min(role["px"] for role in read_tokens()["type"].values()) == 12


def test_a_switch_changes_colours_lengths_and_icons_and_tells_once(theme, qtbot):
    light, icon = QColor(theme.sheet), theme.icon("check", "ink").toImage()
    with qtbot.waitSignal(theme.changed):
        theme.switch("dark", 2.0)
    assert theme.sheet != light
    assert theme.px(12) == 24
    assert theme.font("body").pixelSize() == 28
    assert theme.icon("check", "ink").toImage() != icon
    assert theme.icon("check", "ink").width() == 64


def test_the_application_wears_the_theme_and_follows_a_switch(theme, qapp):
    assert qapp.palette().color(QPalette.ColorRole.Window) == theme.window
    theme.switch("high_contrast")
    assert qapp.palette().color(QPalette.ColorRole.Window) == QColor("#000000")
    assert theme.focus_width == 3
    assert f"{theme.focus_width}px solid {theme.focus.name()}" in qapp.styleSheet()


def test_the_system_theme_is_one_of_the_three(theme):
    theme.switch("system")
    assert theme.choice == "system"
    assert theme.name in NAMED


@pytest.mark.parametrize("role", sorted(read_tokens()["type"]))
def test_the_shipped_typefaces_are_the_ones_on_screen(theme, role):
    wished = theme.tokens["font"][theme.tokens["type"][role]["family"]][0]
    assert QFontInfo(theme.font(role)).family() == wished


def test_minutes_can_be_written_in_the_sans_face(theme):
    theme.switch(minutes_face="sans")
    assert QFontInfo(theme.font("minutes")).family() == "Atkinson Hyperlegible Next"


@pytest.mark.parametrize(
    ("width", "scale", "tier"),
    [
        (1600, 1, "wide"),
        (1280, 1, "standard"),
        (1024, 1, "compact"),
        (1280, 2, "single"),
        (959, 1, "single"),
        (960, 1, "compact"),
    ],
)
def test_the_layout_follows_the_width_divided_by_the_text_size(theme, width, scale, tier):
    theme.switch(scale=scale)
    assert theme.tier(width) == tier


def test_an_unknown_colour_is_a_bug_and_says_its_name(theme):
    with pytest.raises(AttributeError, match="no_such_token"):
        _ = theme.no_such_token


def test_without_motion_nothing_takes_time(qapp):
    assert Theme("light", motion=False).duration("settle") == 0
    assert Theme("light", motion=True).duration("settle") == 140


def test_the_text_sizes_are_those_of_the_design():
    assert SCALES == (1.0, 1.25, 1.5, 2.0)


@pytest.mark.parametrize(
    ("points", "platform", "scale"),
    [
        (9, "win32", 1.0), (11, "win32", 1.0), (11.25, "win32", 1.25), (13.5, "win32", 1.5), (20, "win32", 2.0),
        (30, "win32", 2.0), (13, "darwin", 1.0), (10, "linux", 1.0), (14, "linux", 1.25), (8, "linux", 1.0),
        (-1, "linux", 1.0),
    ],
)  # fmt: skip
def test_the_text_size_of_the_system_becomes_the_next_smaller_of_ours_and_never_less_than_all_of_it(
    points, platform, scale
):
    assert scale_of(points, SCALES, platform) == scale


def test_as_the_system_takes_size_and_movement_from_it_and_a_choice_of_ones_own_wins(theme):
    theme.system = SystemLook("dark", 1.5, motion=False)
    theme.switch("system", 0.0, motion=None)
    assert (theme.name, theme.scale, theme.motion) == ("dark", 1.5, False)
    theme.switch("light", 1.0, motion=True)
    assert (theme.name, theme.scale, theme.motion) == ("light", 1.0, True)


def test_a_contrast_theme_of_the_system_is_worn_in_its_own_colours(theme, qapp):
    theme.system = SystemLook("high_contrast", colours=(("window", "#fffaef"), ("ink", "#3d3d3d")))
    theme.switch("system")
    assert qapp.palette().color(QPalette.ColorRole.Window) == QColor("#fffaef")
    assert theme.focus_width == 3
    theme.switch("high_contrast")
    assert theme.window == QColor("#000000")


def test_who_comes_back_from_the_systems_settings_sees_what_they_changed_there(theme, qtbot):
    now = read_system(SCALES)
    assert now.theme in NAMED
    theme.switch("system", 0.0)
    theme.system = SystemLook("dark" if now.theme != "dark" else "light", 2.0)
    with qtbot.waitSignal(theme.changed):
        theme.follow_system()
    assert (theme.name, theme.scale) == (now.theme, now.scale)
    with qtbot.assertNotEmitted(theme.changed):
        theme.follow_system()


def test_the_caret_is_as_wide_as_wished_and_a_steady_one_does_not_blink(theme):
    blinks = QApplication.cursorFlashTime()
    assert blinks > 0
    assert theme.caret_width == 2
    theme.switch(caret="steady")
    assert (theme.caret_width, QApplication.cursorFlashTime()) == (4, 0)
    theme.switch(caret="wide")
    assert (theme.caret_width, QApplication.cursorFlashTime()) == (4, blinks)


@pytest.mark.parametrize(("spacing", "height"), [("close", 24), ("normal", 27), ("open", 32)])
def test_the_lines_of_the_minutes_stand_as_far_apart_as_wished(theme, spacing, height):
    theme.switch(spacing=spacing)
    assert theme.line_height("minutes") == theme.line_height("minutes_strong") == height
    assert theme.line_height("body") == 20
