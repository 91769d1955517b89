"""The tokens are legible, the theme switches as a whole, and the layout follows width and text size."""

import pytest
from PySide6.QtGui import QColor, QFontInfo, QPalette

from ui.theme import SCALES, Theme, read_tokens

TEXT, SHAPE = 4.5, 3.0  # WCAG 2.2, 1.4.3 and 1.4.11
GROUNDS = ("window", "panel", "sheet", "raised", "hover")
NAMED = ("light", "dark", "high_contrast")


def pairs():
    """The pairs of front and ground that stand on one another somewhere, with the least contrast they need."""
    yield from (
        (ink, ground, TEXT) for ink in ("ink", "muted", "faint", "link", "good", "warn", "bad") for ground in GROUNDS
    )
    yield from (("private", ground, TEXT) for ground in ("sheet", "private_soft", "panel"))
    soft = ("selected", "good_soft", "warn_soft", "bad_soft", "private_soft", "key_fill")
    yield from (("ink", ground, TEXT) for ground in (*soft, "text_selection"))
    yield from (("muted", ground, TEXT) for ground in soft)
    yield from (("on_selected", "selected", TEXT), ("on_accent", "accent", TEXT), ("on_accent", "accent_hover", TEXT))
    yield from (
        ("on_live", "live", TEXT),
        ("good", "good_soft", TEXT),
        ("warn", "warn_soft", TEXT),
        ("bad", "bad_soft", TEXT),
    )
    yield from ((ink, "selected", TEXT) for ink in ("warn", "bad", "good", "link"))
    yield from ((f"on_rag_{rag}", f"rag_{rag}", TEXT) for rag in ("red", "amber", "green", "complete", "none"))
    yield from (("focus", ground, SHAPE) for ground in (*GROUNDS, "selected"))
    yield from (("line_strong", ground, SHAPE) for ground in ("panel", "sheet", "raised"))
    yield from (("accent", ground, SHAPE) for ground in ("panel", "sheet", "selected"))
    yield from (
        ("live_dot", "live", SHAPE),
        ("caret", "sheet", SHAPE),
        ("disabled", "sheet", SHAPE),
        ("disabled", "panel", SHAPE),
    )


def luminance(colour):
    parts = [int(colour[at : at + 2], 16) / 255 for at in (1, 3, 5)]
    red, green, blue = (part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4 for part in parts)
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def contrast(front, ground):
    high, low = sorted((luminance(front), luminance(ground)), reverse=True)
    return (high + 0.05) / (low + 0.05)


@pytest.mark.parametrize("name", NAMED)
def test_every_pair_of_colours_has_the_contrast_it_needs(name):
    colours = read_tokens()["themes"][name]
    found = {(front, ground): contrast(colours[front], colours[ground]) for front, ground, _ in pairs()}
    assert len(found) == 83
    assert {pair: found[pair] for pair, floor in ((p[:2], p[2]) for p in pairs()) if found[pair] < floor} == {}


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
