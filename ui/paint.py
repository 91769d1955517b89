"""Small painters shared by delegates and widgets: text, icon, chip, key cap, RAG word, attendance mark, focus ring."""

from typing import TypeAlias

from PySide6.QtCore import QPointF, QRect, QRectF, Qt
from PySide6.QtGui import QColor, QFontMetricsF, QPainter, QPen, QPolygonF

from ui.theme import Theme
from wibdesk.language import say

Colour: TypeAlias = str | QColor
LEFT = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter
RIGHT = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter
CENTRE = Qt.AlignmentFlag.AlignCenter
RAG_KEYS = {"Red": "red", "Amber": "amber", "Green": "green", "Complete": "complete"}
LONGEST_BROKEN = 400  # letters; more are not broken into lines but elided, to find every break would cost a frame
BALANCE = 6.0  # pixels by which lines may differ from the most equal ones
# ground, edge and ink of a chip in each of its states
CHIP_STATES = {
    "plain": ("panel", "line_strong", "ink"),
    "new": ("selected", "accent", "ink"),
    "focus": ("selected", "accent", "ink"),
    "warn": ("warn_soft", "warn", "warn"),
    "bad": ("bad_soft", "bad", "bad"),
}


def text_width(theme: Theme, role: str, words: str, weight: int | None = None) -> int:
    """Return the width of one line of words in pixels, rounded up so that it is never elided by a fraction."""
    return int(QFontMetricsF(theme.font(role, weight)).horizontalAdvance(words)) + 1 if words else 0


def text(  # noqa: PLR0913 - a painter is told all that it paints
    p: QPainter,
    theme: Theme,
    rect: QRect | QRectF,
    words: str,
    role: str = "body",
    colour: Colour = "ink",
    align: Qt.AlignmentFlag = LEFT,
    *,
    weight: int | None = None,
    italic: bool = False,
) -> float:
    """Paint one line, elided with an ellipsis when it does not fit; return the width used."""
    font = theme.font(role, weight, italic)
    p.setFont(font)
    p.setPen(theme.colour(colour))
    metrics, area = QFontMetricsF(font), QRectF(rect)
    shown = metrics.elidedText(words, Qt.TextElideMode.ElideRight, area.width())
    p.drawText(area, align, shown)
    return metrics.horizontalAdvance(shown)


def balanced_lines(
    theme: Theme, words: str, width: float, role: str = "body", *, most: int = 2, beside: float = 0
) -> list[str]:
    """Break words into as few lines as they need, about equally long; more than `most` fill them in order.

    `beside` is what something at the right takes of the first line.
    """
    measure = QFontMetricsF(theme.font(role)).horizontalAdvance
    if len(words) > LONGEST_BROKEN or measure(words) <= width - beside:
        return [words]
    lengths, blank = [(word, measure(word)) for word in words.split()], measure(" ")
    lines = _filled(lengths, blank, width, beside)
    if len(lines) > most:
        return [*lines[: most - 1], " ".join(lines[most - 1 :])]
    short, wide = 0.0, width
    while wide - short > BALANCE:
        middle = (short + wide) / 2
        tried = _filled(lengths, blank, middle, beside)
        fits = len(tried) <= len(lines) and all(
            measure(line) <= middle - (0 if number else beside) for number, line in enumerate(tried)
        )
        short, wide = (short, middle) if fits else (middle, wide)
    return _filled(lengths, blank, wide, beside)


def _filled(lengths: list[tuple[str, float]], blank: float, width: float, beside: float) -> list[str]:
    """Fill lines of this width with words, each as full as it gets; a word that is too long has its own."""
    lines: list[list[str]] = [[]]
    left = width - beside + blank
    for word, length in lengths:
        if lines[-1] and length + blank > left:
            lines.append([])
            left = width + blank
        lines[-1].append(word)
        left -= length + blank
    return [" ".join(line) for line in lines]


def icon(
    p: QPainter, theme: Theme, x: float, centre_y: float, name: str, colour: Colour = "muted", side: float = 16
) -> int:
    """Paint an icon with its left edge at x; return its width."""
    p.drawPixmap(QPointF(x, centre_y - theme.px(side) / 2), theme.icon(name, colour, side))
    return theme.px(side)


def box(
    p: QPainter,
    rect: QRect | QRectF,
    fill: QColor | None = None,
    line: QColor | None = None,
    radius: float = 0,
    width: float = 1,
    dash: bool = False,
) -> None:
    """Paint a rounded box, filled, outlined inside its rectangle, or both."""
    p.save()
    p.setRenderHint(QPainter.RenderHint.Antialiasing)
    area = QRectF(rect)
    if line is None:
        p.setPen(Qt.PenStyle.NoPen)
    else:
        pen = QPen(line, width)
        if dash:
            pen.setDashPattern([3, 3])
        p.setPen(pen)
        area = area.adjusted(width / 2, width / 2, -width / 2, -width / 2)
    p.setBrush(Qt.BrushStyle.NoBrush if fill is None else fill)
    p.drawRoundedRect(area, radius, radius)
    p.restore()


def focus_ring(p: QPainter, theme: Theme, rect: QRect | QRectF, radius: float = 3) -> None:
    """Paint the ring that shows where the keyboard is; radius is a length of the design."""
    box(p, rect, None, theme.focus, theme.px(radius), theme.focus_width)


def chip_width(theme: Theme, words: str, icon_name: str | None = None, role: str = "small") -> int:
    """Return how wide a chip with these words is."""
    return theme.px(16) + text_width(theme, role, words) + (theme.px(19) if icon_name else 0)


def chip(  # noqa: PLR0913 - a painter is told all that it paints
    p: QPainter,
    theme: Theme,
    x: float,
    centre_y: float,
    words: str,
    icon_name: str | None = None,
    state: str = "plain",
    *,
    role: str = "small",
    dash: bool = False,
) -> float:
    """Paint an owner or a deadline; state is plain, new, warn, bad or focus; return the x after it."""
    fill, line, ink = CHIP_STATES[state]
    width, height = chip_width(theme, words, icon_name, role), theme.px(24)
    rect = QRectF(x, centre_y - height / 2, width, height)
    box(p, rect, theme.colour(fill), theme.colour(line), theme.px(5), 1, dash)
    left = x + theme.px(8)
    if icon_name:
        left += icon(p, theme, left, centre_y, icon_name, ink if state in ("warn", "bad") else "muted", 14) + theme.px(
            5
        )
    text(p, theme, QRectF(left, rect.top(), width, height), words, role, ink)
    if state == "focus":
        focus_ring(p, theme, rect.adjusted(-3, -3, 3, 3), 7)
    return x + width + theme.px(6)


def key_cap_width(theme: Theme, words: str, role: str = "caption") -> int:
    """Return how wide the cap of a key is."""
    return max(theme.px(20), text_width(theme, role, words) + theme.px(12))


def key_cap(
    p: QPainter,
    theme: Theme,
    x: float,
    centre_y: float,
    words: str,
    role: str = "caption",
    *,
    on_accent: bool = False,
) -> float:
    """Paint the cap of a key; return the x after it."""
    rect = QRectF(x, centre_y - theme.px(10), key_cap_width(theme, words, role), theme.px(20))
    if on_accent:
        box(p, rect, None, theme.on_accent, theme.px(4))
    else:
        box(p, rect, theme.key_fill, theme.key_line, theme.px(4))
    text(p, theme, rect.adjusted(0, 0, 0, -1), words, role, "on_accent" if on_accent else "ink", CENTRE)
    return rect.right()


def rag(p: QPainter, theme: Theme, x: float, centre_y: float, word: str, width: float | None = None) -> float:
    """Paint a RAG word: a filled block that always carries its word and a shape of its own."""
    key, said = RAG_KEYS.get(word, "none"), say(word)
    ink, height = theme.colour(f"on_rag_{key}"), theme.px(22)
    wide = max(width or 0, text_width(theme, "label", said) + theme.px(30))
    box(p, QRectF(x, centre_y - height / 2, wide, height), theme.colour(f"rag_{key}"), None, theme.px(3))
    _rag_shape(p, theme, QPointF(x + theme.px(12), centre_y), key, ink)
    text(p, theme, QRectF(x + theme.px(21), centre_y - height / 2, wide - theme.px(22), height - 1), said, "label", ink)
    return x + wide


def _rag_shape(p: QPainter, theme: Theme, at: QPointF, key: str, ink: QColor) -> None:
    side = theme.px(4.5)

    def point(across: float, down: float) -> QPointF:
        return QPointF(at.x() + side * across, at.y() + side * down)

    p.save()
    p.setRenderHint(QPainter.RenderHint.Antialiasing)
    p.setPen(QPen(ink, theme.px(2)) if key == "complete" else Qt.PenStyle.NoPen)
    p.setBrush(ink)
    if key == "red":
        p.drawPolygon(QPolygonF([point(0, -1.15), point(1.15, 0), point(0, 1.15), point(-1.15, 0)]))
    elif key == "amber":
        p.drawPolygon(QPolygonF([point(0, -1), point(1.1, 0.9), point(-1.1, 0.9)]))
    elif key == "green":
        p.drawEllipse(at, side * 0.9, side * 0.9)
    elif key == "complete":
        p.drawPolyline(QPolygonF([point(-1, 0), point(-0.2, 0.8), point(1, -0.8)]))
    else:
        p.drawRect(QRectF(at.x() - side, at.y() - 1, side * 2, 2))
    p.restore()


def tick_box(p: QPainter, theme: Theme, x: float, centre_y: float, letter: str, state: str) -> float:
    """Paint an attendance mark: present, left, unknown, or a letter; shape and letter tell, colour only assists."""
    side = theme.px(22)
    rect = QRectF(x, centre_y - side / 2, side, side)
    if state == "present":
        box(p, rect, theme.accent, None, theme.px(4))
        icon(p, theme, x + (side - theme.px(16)) / 2, centre_y, "check", "on_accent", 16)
    elif state == "left":
        box(p, rect, None, theme.accent, theme.px(4), 2)
        icon(p, theme, x + (side - theme.px(14)) / 2, centre_y, "log-out", "accent", 14)
    else:
        box(p, rect, theme.sheet, theme.line_strong, theme.px(4), 1, state == "unknown")
        text(p, theme, rect, letter, "label", "muted", CENTRE)
    return x + side


def live_dot(p: QPainter, theme: Theme, centre: QPointF, radius: float) -> None:
    """Paint the dot of a meeting that is live; radius is a length of the design."""
    p.save()
    p.setRenderHint(QPainter.RenderHint.Antialiasing)
    p.setPen(Qt.PenStyle.NoPen)
    p.setBrush(theme.live_dot)
    p.drawEllipse(centre, theme.scale * radius, theme.scale * radius)
    p.restore()


def hatch(p: QPainter, theme: Theme, rect: QRect | QRectF, colour: QColor) -> None:
    """Paint fine diagonal lines: the ground of what never leaves this laptop."""
    area = QRectF(rect)
    p.save()
    p.setClipRect(area)
    p.setPen(QPen(colour, 1))
    x = area.left() - area.height()
    while x < area.right():
        p.drawLine(QPointF(x, area.bottom()), QPointF(x + area.height(), area.top()))
        x += theme.px(7)
    p.restore()


def row_ground(p: QPainter, theme: Theme, rect: QRect | QRectF, *, chosen: bool, hover: bool, bar: bool = True) -> None:
    """Paint the ground of a row: chosen with its bar at the left, under the mouse, or nothing."""
    area = QRectF(rect)
    if chosen:
        p.fillRect(area, theme.selected)
        if bar:
            p.fillRect(QRectF(area.left(), area.top(), theme.px(3), area.height()), theme.accent)
    elif hover:
        p.fillRect(area, theme.hover)
