"""Tokens become a Theme: colours, fonts, sizes, icons, a palette and one short style sheet."""

import json
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QByteArray, QObject, QRectF, Qt, Signal
from PySide6.QtGui import QColor, QFont, QFontDatabase, QGuiApplication, QPainter, QPalette, QPixmap
from PySide6.QtSvg import QSvgRenderer
from PySide6.QtWidgets import QApplication

from ui.style_sheet import style_sheet
from wibdesk.paths import resource

if TYPE_CHECKING:
    from collections.abc import Iterable

THEMES = ("system", "light", "dark", "high_contrast")
SCALES = (1.0, 1.25, 1.5, 2.0)
MINUTES_FACES = ("serif", "sans", "system")
FACE_FILES = {"ui": "AtkinsonHyperlegibleNext_*.ttf", "minutes": "SourceSerif4_*.ttf"}
PALETTE_ROLES = {
    QPalette.ColorRole.Window: "window",
    QPalette.ColorRole.WindowText: "ink",
    QPalette.ColorRole.Base: "sheet",
    QPalette.ColorRole.AlternateBase: "panel",
    QPalette.ColorRole.Text: "ink",
    QPalette.ColorRole.Button: "panel",
    QPalette.ColorRole.ButtonText: "ink",
    QPalette.ColorRole.Highlight: "text_selection",
    QPalette.ColorRole.HighlightedText: "ink",
    QPalette.ColorRole.ToolTipBase: "raised",
    QPalette.ColorRole.ToolTipText: "ink",
    QPalette.ColorRole.Link: "link",
    QPalette.ColorRole.PlaceholderText: "faint",
    QPalette.ColorRole.Mid: "line",
    QPalette.ColorRole.Accent: "accent",
}
# A Windows contrast theme gives seven colours of its own; every token that is not a shape of ours follows one of them.
CONTRAST_ROLES = {
    QPalette.ColorRole.Window: ("window", "panel", "sheet", "raised", "key_fill", "on_accent"),
    QPalette.ColorRole.WindowText: ("ink", "muted", "faint", "line", "line_strong", "key_line", "accent", "live"),
    QPalette.ColorRole.Highlight: ("selected", "text_selection", "focus", "caret"),
    QPalette.ColorRole.HighlightedText: ("on_selected",),
    QPalette.ColorRole.Link: ("link",),
}


def wishes_motion(setting: str) -> bool:
    """Return whether things may move: `setting` is "none" or "system", which asks the system's own effects."""
    return setting != "none" and QApplication.isEffectEnabled(Qt.UIEffect.UI_General)


def read_tokens() -> dict[str, Any]:
    """Return the design tokens as they are shipped."""
    tokens: dict[str, Any] = json.loads(resource("tokens.json").read_text("utf-8"))
    return tokens


class Theme(QObject):
    """The look in force: `theme.ink` is a QColor, `theme.px(12)` a scaled length; `changed` says look again."""

    changed = Signal()

    def __init__(
        self,
        name: str = "system",
        scale: float = 1.0,
        *,
        minutes_face: str = "serif",
        motion: bool = True,
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self.tokens = read_tokens()
        self._loaded: set[str] = set()
        self._set(name, scale, minutes_face, motion)
        hints = QGuiApplication.styleHints()
        hints.colorSchemeChanged.connect(self._follow_system)
        hints.accessibility().contrastPreferenceChanged.connect(self._follow_system)

    def __getattr__(self, key: str) -> QColor:
        """Return the colour of that token."""
        try:
            colour: QColor = self.__dict__["_colours"][key]
        except KeyError:
            raise AttributeError(key) from None
        return colour

    def switch(
        self,
        name: str | None = None,
        scale: float | None = None,
        *,
        minutes_face: str | None = None,
        motion: bool | None = None,
    ) -> None:
        """Change what is given, keep the rest, and tell every widget once."""
        self._set(
            self.choice if name is None else name,
            self.scale if scale is None else scale,
            self.minutes_face if minutes_face is None else minutes_face,
            self.motion if motion is None else motion,
        )
        self.changed.emit()

    def apply_to(self, application: QApplication) -> None:
        """Give the whole application this look, now and whenever it changes."""
        if application.style().name() != "fusion":  # setting it anew costs some milliseconds of the start
            application.setStyle("Fusion")
        self._dress_now(application)
        self.changed.connect(lambda: self._dress_now(application))

    def colour(self, key: "str | QColor") -> QColor:
        """Return the colour of a token named, or the colour itself."""
        return getattr(self, key) if isinstance(key, str) else key

    def px(self, length: float) -> int:
        """Return a length of the design in pixels at this text size."""
        return round(length * self.scale)

    def size(self, key: str) -> int:
        """Return a named size of the tokens in pixels at this text size."""
        return self.px(self.tokens["size"][key])

    def duration(self, key: str) -> int:
        """Return how long a movement lasts in milliseconds: nothing where less motion is wished."""
        return int(self.tokens["motion"][key]) if self.motion else 0

    def font(self, role: str, weight: int | None = None, italic: bool = False) -> QFont:
        """Return the font of a role of the type scale, cached."""
        key = (role, weight, italic)
        if key not in self._fonts:
            self._fonts[key] = self._make_font(role, weight, italic)
        return self._fonts[key]

    def line_height(self, role: str) -> int:
        """Return the height of one line of a role in pixels."""
        return self.px(self.tokens["type"][role]["line"])

    def icon(self, name: str, colour: "str | QColor" = "muted", side: float = 16) -> QPixmap:
        """Return a shipped icon in any colour, rendered once: paint it, never make a QIcon per row."""
        ink = self.colour(colour)
        key = (name, ink.name(), side)
        if key not in self._pixmaps:
            self._pixmaps[key] = self._render(name, ink, self.px(side))
        return self._pixmaps[key]

    def tier(self, width: float) -> str:
        """Return which layout a window of this width takes: wide, standard, compact or single."""
        points: dict[str, float] = self.tokens["breakpoints"]
        return max((least, tier) for tier, least in points.items() if width / self.scale >= least)[1]

    def palette(self) -> QPalette:
        """Return the palette of the application."""
        palette = QPalette()
        for role, token in PALETTE_ROLES.items():
            palette.setColor(role, self.colour(token))
        for role in (QPalette.ColorRole.Text, QPalette.ColorRole.ButtonText, QPalette.ColorRole.WindowText):
            palette.setColor(QPalette.ColorGroup.Disabled, role, self.disabled)
        return palette

    def style_sheet(self) -> str:
        """Return the style sheet of the real fields, scroll bars and tips."""
        return style_sheet({key: colour.name() for key, colour in self._colours.items()}, self.px, self.focus_width)

    def _set(self, name: str, scale: float, minutes_face: str, motion: bool) -> None:
        self.choice, self.scale, self.minutes_face, self.motion = name, scale, minutes_face, motion
        self.name = _system_theme() if name == "system" else name
        self.high_contrast = self.name == "high_contrast"
        self.focus_width: int = self.tokens["line"]["focus_high_contrast" if self.high_contrast else "focus"]
        self._colours = {key: QColor(value) for key, value in self.tokens["themes"][self.name].items()}
        if self.high_contrast and name == "system":
            self._colours.update(_system_contrast())
        self._pixmaps: dict[tuple[str, str, float], QPixmap] = {}
        self._fonts: dict[tuple[str, int | None, bool], QFont] = {}

    def _follow_system(self) -> None:
        if self.choice == "system":
            self.switch()

    def _dress_now(self, application: QApplication) -> None:
        application.setPalette(self.palette())
        application.setFont(self.font("body"))
        application.setStyleSheet(self.style_sheet())

    def _make_font(self, role: str, weight: int | None, italic: bool) -> QFont:
        spec = self.tokens["type"][role]
        family = spec["family"]
        if family == "minutes" and self.minutes_face == "sans":
            family = "ui"
        system = spec["family"] == "minutes" and self.minutes_face == "system"
        font = QFontDatabase.systemFont(QFontDatabase.SystemFont.GeneralFont) if system else QFont()
        if not system:
            self._load(family)
            font.setFamilies(self.tokens["font"][family])
        font.setPixelSize(self.px(spec["px"]))
        font.setWeight(QFont.Weight(weight or spec["weight"]))
        font.setItalic(italic)
        font.setHintingPreference(QFont.HintingPreference.PreferVerticalHinting)
        for tag in self.tokens["font"]["features"][family]:
            font.setFeature(QFont.Tag(tag), 1)
        return font

    def _load(self, family: str) -> None:
        # One family when it is first asked for: the serif need not be read before the first paint.
        if family not in self._loaded:
            self._loaded.add(family)
            if QFontDatabase.hasFamily(self.tokens["font"][family][0]):
                return  # installed already, or loaded by the theme of a window before this one
            for path in sorted(resource("fonts").glob(FACE_FILES[family])):
                QFontDatabase.addApplicationFont(str(path))

    def _render(self, name: str, ink: QColor, side: int) -> QPixmap:
        drawing = resource(f"icons/{name}.svg").read_text("utf-8").replace("currentColor", ink.name())
        pixmap = QPixmap(side * 2, side * 2)
        pixmap.fill(Qt.GlobalColor.transparent)
        painter = QPainter(pixmap)
        QSvgRenderer(QByteArray(drawing.encode())).render(painter, QRectF(pixmap.rect()))
        painter.end()
        pixmap.setDevicePixelRatio(2)
        return pixmap


def _system_theme() -> str:
    hints = QGuiApplication.styleHints()
    if hints.accessibility().contrastPreference() == Qt.ContrastPreference.HighContrast:
        return "high_contrast"
    return "dark" if hints.colorScheme() == Qt.ColorScheme.Dark else "light"


def _system_contrast() -> "Iterable[tuple[str, QColor]]":
    # An untouched QPalette is the platform's own: its contrast theme, where the clerk chose one.
    palette = QPalette()
    return [(token, palette.color(role)) for role, tokens in CONTRAST_ROLES.items() for token in tokens]
