"""The rows of the list: shipped styles, the register's own, and the letterhead of the body; settings to be read."""

from dataclasses import dataclass
from typing import Any

from PySide6.QtCore import QRectF
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import QWidget

from ui import paint
from ui.cells import Two
from ui.lists import Row, RowDelegate, RowState
from ui.places.house_style.overview import Overview
from ui.tables import TableRow
from wibdesk.domain.body_files import BodyFile
from wibdesk.domain.house_style import SETTINGS, HouseStyle
from wibdesk.domain.style_settings import Setting, Sort
from wibdesk.language import later, say

STYLE, TEMPLATE, LOGO = "style", "template", "logo"
IN_USE = later("In use")
LINES = 2  # of the words about a style: its sentence as far as the colon, the whole of it stands beside the list
LEFT, RIGHT, ICON = 20, 18, 26  # edges, the scroll bar among them, and room for the icon, lengths of the design


@dataclass(frozen=True, kw_only=True)
class ChoiceRow(Row):
    """A style, or a part of the letterhead: `name` of the style, words below, and whether it is in use."""

    kind: str = STYLE
    name: str = ""
    more: str = ""
    used: bool = False
    icon: str = ""


def choice_rows(seen: Overview) -> list[ChoiceRow]:
    """Return shipped styles, own styles and the letterhead, each under its heading."""
    own = [name for name in seen.styles if seen.is_own(name)]
    shipped = [name for name in seen.styles if name not in own]
    rows = [_heading(say("Shipped styles")), *(_style_row(seen, name) for name in shipped)]
    if own:
        rows += [_heading(say("Your own styles")), *(_style_row(seen, name) for name in own)]
    if seen.body is not None:
        rows += [
            _heading(say("Letterhead")),
            _letterhead_row(TEMPLATE, say("Word template"), "file-text", seen.template),
            _letterhead_row(LOGO, say("Logo"), "building-2", seen.logo),
        ]
    return rows


class ChoiceDelegate(RowDelegate):
    """Paints icon, name, whether it is in use, and a sentence broken over a few lines."""

    def row_height(self, row: Any, width: int) -> int:
        """Return the height that the lines of the row need."""
        t = self.theme
        if row.heading:
            return t.px(34)
        lines = len(self._lines(row)) + int(row.used)
        return t.px(16) + t.line_height("body") + lines * t.line_height("small")

    def draw(self, p: QPainter, rect: QRectF, row: Any, state: RowState) -> None:
        """Paint one row."""
        t = self.theme
        if row.heading:
            paint.text(p, t, rect.adjusted(t.px(LEFT), t.px(8), 0, 0), row.text, "label", "muted")
            return
        left, high = rect.left() + t.px(LEFT), t.line_height("body")
        line = QRectF(left + t.px(ICON), rect.top() + t.px(8), rect.right() - left - t.px(ICON + 4), high)
        paint.icon(p, t, left, line.center().y(), row.icon, "accent" if row.used else "muted", 17)
        paint.text(
            p, t, line, row.text, "body", "on_selected" if state.chosen else "ink", weight=600 if state.chosen else None
        )
        high = t.line_height("small")
        below = [(say(IN_USE), "small_strong", "ink")] if row.used else []
        below += [(words, "small", "muted") for words in self._lines(row)]
        top = line.bottom()
        for words, role, tone in below:
            paint.text(p, t, QRectF(line.left(), top, line.width(), high), words, role, tone)
            top += high

    def _lines(self, row: ChoiceRow) -> list[str]:
        # Of the whole list: whether a scroll bar stands there must not change how many lines there are.
        view = self.parent()
        width = view.width() if isinstance(view, QWidget) else 0
        room = max(width - self.theme.px(LEFT + ICON + RIGHT), 1)
        return paint.balanced_lines(self.theme, row.more, room, "small", most=LINES) if row.more else []


def setting_rows(style: HouseStyle) -> list[TableRow]:
    """Return the settings of a style to be read, by group."""
    rows, group = [], ""
    for setting in SETTINGS:
        if setting.name in ("label", "about"):
            continue
        if setting.group != group:
            group = setting.group
            rows.append(TableRow(row_id=f"group {group}", cells=(say(group),), group=True))
        words = setting_words(setting, getattr(style, setting.name))
        sentence = f"{say(setting.label)}: {words}. {say(setting.sentence)}"
        rows.append(TableRow(row_id=setting.name, cells=(Two(say(setting.label), words),), sentence=sentence))
    return rows


def setting_words(setting: Setting, value: object) -> str:
    """Return the value of a setting in words."""
    if setting.kind is Sort.CHOICE:
        return next((say(words) for choice, words in setting.choices if choice == value), str(value))
    if setting.kind is Sort.YES_NO:
        return say("Yes") if value else say("No")
    if setting.kind is Sort.NUMBER:
        return f"{value:g}"
    return f"“{value}”" if str(value).strip() else say("Nothing")


def _heading(words: str) -> ChoiceRow:
    return ChoiceRow(row_id=f"heading {words}", text=words, heading=True)


def _style_row(seen: Overview, name: str) -> ChoiceRow:
    style, used = seen.styles[name], name == seen.used
    icon = "check" if used else "pencil" if seen.is_own(name) else "book-open"
    parts = (style.label, say(IN_USE).lower() if used else "", style.about)
    sentence = ", ".join(part for part in parts if part)
    return ChoiceRow(
        row_id=f"style {name}", text=style.label, sentence=sentence, name=name, used=used, icon=icon,
        more=style.about.partition(":")[0],
    )  # fmt: skip


def _letterhead_row(kind: str, words: str, icon: str, file: BodyFile | None) -> ChoiceRow:
    more = file.name if file is not None else say("None yet")
    return ChoiceRow(row_id=kind, text=words, sentence=f"{words}, {more}", kind=kind, more=more, icon=icon)
