"""What the system asks of the look: light, dark or a contrast theme, text size, movement."""

import sys
from dataclasses import dataclass

from PySide6.QtCore import Qt
from PySide6.QtGui import QColor, QFontDatabase, QGuiApplication, QPalette
from PySide6.QtWidgets import QApplication

USUAL_POINTS = {"win32": 9.0, "darwin": 13.0}
"""Size of the system's own letters where nobody changed it; elsewhere the desktops use 9 to 11."""
USUAL_ELSEWHERE = 11.0
READABLE, SEEN = 4.5, 3.0  # WCAG 2.2, 1.4.3 and 1.4.11

_ROLE = QPalette.ColorRole
# A contrast theme gives seven colours of its own. Every token follows one of them; shapes and words stay to tell
# apart what colour no longer does.
_GROUNDS = """window panel sheet raised hover selected key_fill on_accent on_live on_rag_red on_rag_amber on_rag_green
on_rag_complete on_rag_none good_soft warn_soft bad_soft private_soft live_dot""".split()
_INKS = """ink muted faint on_selected line line_strong key_line accent accent_hover live good warn bad private rag_red
rag_amber rag_green rag_complete rag_none""".split()


@dataclass(frozen=True)
class SystemLook:
    """The system's wishes: `theme` is light, dark or high_contrast, `scale` 1.0 to 2.0.

    `colours` are those of a contrast theme, by token; without one there are none.
    """

    theme: str = "light"
    scale: float = 1.0
    motion: bool = True
    colours: tuple[tuple[str, str], ...] = ()


def read_system(scales: tuple[float, ...]) -> SystemLook:
    """Return what the system wishes just now, its text size as the next smaller of ours."""
    theme = _theme()
    colours = contrast_colours(_own_palette()) if theme == "high_contrast" else {}
    points = QFontDatabase.systemFont(QFontDatabase.SystemFont.GeneralFont).pointSizeF()
    motion = QApplication.isEffectEnabled(Qt.UIEffect.UI_General)
    return SystemLook(theme, scale_of(points, scales, sys.platform), motion, tuple(sorted(colours.items())))


def scale_of(points: float, scales: tuple[float, ...], platform: str) -> float:
    """Return the text size for letters of so many points: the largest of `scales` that is no larger, never below 1.

    A system whose font is set in pixels gives no points (-1), and the usual size.
    """
    wished = points / USUAL_POINTS.get(platform, USUAL_ELSEWHERE)
    return max((scale for scale in scales if scale <= wished + 0.01), default=1.0)


def contrast_colours(palette: QPalette) -> dict[str, str]:
    """Return the tokens in the colours of a contrast theme, as #rrggbb.

    Its highlight marks focus, caret and selected text. Rows that are chosen keep the ground, on which all words can be
    read: bar, tick and weight tell them.
    """
    quiet = QPalette.ColorGroup.Disabled
    ground, ink = palette.color(_ROLE.Window).name(), palette.color(_ROLE.WindowText).name()
    highlight, link = palette.color(_ROLE.Highlight).name(), palette.color(_ROLE.Link).name()
    disabled = palette.color(quiet, _ROLE.WindowText).name()
    marks = highlight if contrast(highlight, ground) >= SEEN else ink
    return {
        **dict.fromkeys(_GROUNDS, ground),
        **dict.fromkeys(_INKS, ink),
        **dict.fromkeys(("focus", "caret"), marks),
        "text_selection": highlight,
        "on_text_selection": palette.color(_ROLE.HighlightedText).name(),
        "link": link if contrast(link, ground) >= READABLE else ink,
        "disabled": disabled if contrast(disabled, ground) >= SEEN else ink,
    }


def contrast(one: str, other: str) -> float:
    """Return the contrast of two colours #rrggbb as WCAG 2.2 reckons it, 1 to 21."""
    high, low = sorted((_luminance(one), _luminance(other)), reverse=True)
    return (high + 0.05) / (low + 0.05)


def _luminance(colour: str) -> float:
    parts = [int(colour[at : at + 2], 16) / 255 for at in (1, 3, 5)]
    red, green, blue = (part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4 for part in parts)
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def _theme() -> str:
    hints = QGuiApplication.styleHints()
    if hints.accessibility().contrastPreference() == Qt.ContrastPreference.HighContrast:
        return "high_contrast"
    return "dark" if hints.colorScheme() == Qt.ColorScheme.Dark else "light"


def _own_palette() -> QPalette:
    """Return the platform's palette: what the application wears is taken off for that moment."""
    worn = QPalette(QApplication.palette())
    QApplication.setPalette(QPalette())
    own = QPalette(QApplication.palette())
    QApplication.setPalette(worn)
    return own


def as_colours(pairs: tuple[tuple[str, str], ...]) -> dict[str, QColor]:
    """Return colours by token as Qt's."""
    return {token: QColor(value) for token, value in pairs}
