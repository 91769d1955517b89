"""Tokens become a Theme: colours, fonts, sizes, icons, a palette and one short style sheet."""

import json
from dataclasses import dataclass, replace
from typing import Any

from PySide6.QtCore import QByteArray, QObject, QRectF, Qt, Signal
from PySide6.QtGui import QColor, QFont, QFontDatabase, QGuiApplication, QPainter, QPalette, QPixmap
from PySide6.QtSvg import QSvgRenderer
from PySide6.QtWidgets import QApplication

from ui.style_sheet import style_sheet
from ui.system_look import as_colours, read_system
from wibdesk.paths import resource

THEMES = ("system", "light", "dark", "high_contrast")
SCALES = (1.0, 1.25, 1.5, 2.0)
AS_SYSTEM = -1  # what Qt takes for "as the system has it"
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
    QPalette.ColorRole.HighlightedText: "on_text_selection",
    QPalette.ColorRole.ToolTipBase: "raised",
    QPalette.ColorRole.ToolTipText: "ink",
    QPalette.ColorRole.Link: "link",
    QPalette.ColorRole.PlaceholderText: "faint",
    QPalette.ColorRole.Mid: "line",
    QPalette.ColorRole.Accent: "accent",
}
CARETS = {"thin": 2, "wide": 4, "steady": 4}
"""Width of the caret in pixels; a steady one does not blink."""


def read_tokens() -> dict[str, Any]:
    """Return the design tokens as they are shipped."""
    tokens: dict[str, Any] = json.loads(resource("tokens.json").read_text("utf-8"))
    return tokens


@dataclass(frozen=True)
class Wishes:
    """What the clerk chose of the look: a `scale` of 0 and a `motion` of None are as the system has them.

    `spacing` is close, normal or open; `caret` thin, wide or steady; `foot`, the strip of keys, shown, held or hidden.
    """

    name: str = "system"
    scale: float = 1.0
    minutes_face: str = "serif"
    motion: bool | None = True
    spacing: str = "normal"
    caret: str = "thin"
    foot: str = "shown"


class Theme(QObject):
    """The look in force: `theme.ink` is a QColor, `theme.px(12)` a scaled length; `changed` says look again."""

    changed = Signal()

    def __init__(
        self, name: str = "system", scale: float = 1.0, *, parent: QObject | None = None, **wishes: Any
    ) -> None:
        super().__init__(parent)
        self.tokens = read_tokens()
        self._loaded: set[str] = set()
        self.system = read_system(SCALES)
        self._set(Wishes(name, scale, **wishes))
        hints = QGuiApplication.styleHints()
        hints.colorSchemeChanged.connect(self.follow_system)
        hints.accessibility().contrastPreferenceChanged.connect(self.follow_system)
        # Nothing tells of another font or of effects: whoever changed them comes back from the system's own window.
        application = QGuiApplication.instance()
        if isinstance(application, QGuiApplication):
            application.applicationStateChanged.connect(self.follow_system)

    def __getattr__(self, key: str) -> QColor:
        """Return the colour of that token."""
        try:
            colour: QColor = self.__dict__["_colours"][key]
        except KeyError:
            raise AttributeError(key) from None
        return colour

    def switch(self, name: str | None = None, scale: float | None = None, **wishes: Any) -> None:
        """Change what is given of the `Wishes`, keep the rest, and tell every widget once."""
        given = {"name": name, "scale": scale, **wishes}
        self._set(
            replace(self.wishes, **{key: value for key, value in given.items() if key in wishes or value is not None})
        )
        self.changed.emit()

    def follow_system(self) -> None:
        """Look again at what the system wishes, and tell every widget where that is something else now."""
        now = read_system(SCALES)
        if now != self.system:
            self.system = now
            self.switch()

    def apply_to(self, application: QApplication) -> None:
        """Give the whole application this look, now and whenever it changes."""
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
        """Return the height of one line of a role in pixels; that of the minutes is the clerk's choice."""
        spec = self.tokens["type"][role]
        return self.px(spec.get("spacing", {}).get(self.wishes.spacing, spec["line"]))

    def icon(self, name: str, colour: "str | QColor" = "muted", side: float = 16) -> QPixmap:
        """Return a shipped icon in any colour, rendered once: paint it, never make a QIcon per row."""
        ink = self.colour(colour)
        key = (name, ink.name(), side)
        if key not in self._pixmaps:
            self._pixmaps[key] = _rendered(name, ink, self.px(side))
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

    def _set(self, wishes: Wishes) -> None:
        self.wishes, system = wishes, self.system
        self.choice, self.minutes_face = wishes.name, wishes.minutes_face
        self.scale = wishes.scale or system.scale
        self.motion = system.motion if wishes.motion is None else wishes.motion
        self.name = system.theme if wishes.name == "system" else wishes.name
        self.high_contrast = self.name == "high_contrast"
        self.focus_width: int = self.tokens["line"]["focus_high_contrast" if self.high_contrast else "focus"]
        self.caret_width = max(CARETS[wishes.caret], 4 if self.high_contrast else 2)
        # Qt adds to a line above its letters: what stands beside them goes down by half of that.
        self.sink = (self.line_height("minutes") - self.px(self.tokens["type"]["minutes"]["line"])) / 2
        self._colours = {key: QColor(value) for key, value in self.tokens["themes"][self.name].items()}
        self._colours["on_text_selection"] = self._colours["ink"]
        if self.high_contrast and wishes.name == "system":
            self._colours.update(as_colours(system.colours))
        self._pixmaps: dict[tuple[str, str, float], QPixmap] = {}
        self._fonts: dict[tuple[str, int | None, bool], QFont] = {}

    def _dress_now(self, application: QApplication) -> None:
        application.setPalette(self.palette())
        application.setFont(self.font("body"))
        application.setStyleSheet(self.style_sheet())
        application.setCursorFlashTime(0 if self.wishes.caret == "steady" else AS_SYSTEM)

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


def _rendered(name: str, ink: QColor, side: int) -> QPixmap:
    drawing = resource(f"icons/{name}.svg").read_text("utf-8").replace("currentColor", ink.name())
    pixmap = QPixmap(side * 2, side * 2)
    pixmap.fill(Qt.GlobalColor.transparent)
    painter = QPainter(pixmap)
    QSvgRenderer(QByteArray(drawing.encode())).render(painter, QRectF(pixmap.rect()))
    painter.end()
    pixmap.setDevicePixelRatio(2)
    return pixmap
