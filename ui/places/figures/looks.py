"""How charts look on the screen: in the theme's face and colours; on the clipboard as on paper."""

from typing import TYPE_CHECKING

from PySide6.QtCore import QByteArray, QMimeData, QRectF, Qt
from PySide6.QtGui import QFontMetricsF, QImage, QPainter, QPixmap
from PySide6.QtSvg import QSvgRenderer

from wibdesk.documents.charts.drawing import Drawing, Ink, Pen
from wibdesk.documents.charts.svg import svg

if TYPE_CHECKING:
    from ui.theme import Theme
    from wibdesk.documents.charts.chart import Picture
    from wibdesk.documents.charts.svg import Palette

SIZE = 13.5
"""The words in a chart, a length of the design."""
_TOKENS = {
    Ink.WORDS: "ink", Ink.QUIET: "muted", Ink.FILL: "accent", Ink.STRESS: "bad", Ink.SOFT: "selected",
    Ink.LINE: "line", Ink.GROUND: "sheet",
}  # fmt: skip
_COPIED, _SHARP = 600.0, 4
"""Points across and dots a point of a picture on the clipboard."""


def palette(theme: "Theme") -> "Palette":
    """Return the colours of the theme for each ink."""
    return {ink: theme.colour(token).name() for ink, token in _TOKENS.items()}


def pen(theme: "Theme") -> Pen:
    """Return the pen of the screen, with sizes in pixels."""
    faces = {bold: theme.font("body", 700 if bold else None) for bold in (False, True)}

    def measure(text: str, size: float, bold: bool) -> float:
        metrics = QFontMetricsF(faces[bold])
        return metrics.horizontalAdvance(text) * size / faces[bold].pixelSize()

    return Pen(measure, SIZE * theme.scale)


def pixmap(theme: "Theme", drawing: Drawing, sharp: float) -> QPixmap:
    """Return a drawing as the theme shows it, with so many dots a pixel."""
    family = theme.font("body").family()
    out = QPixmap(max(round(drawing.width * sharp), 1), max(round(drawing.height * sharp), 1))
    out.fill(Qt.GlobalColor.transparent)
    _paint(svg(drawing, palette(theme), family), out, QRectF(out.rect()))
    out.setDevicePixelRatio(sharp)
    return out


def copied(picture: "Picture", words: str) -> QMimeData:
    """Return a chart for the clipboard, on white as it prints: as points, as lines, and in words."""
    # It leads to the fonts of the page, which the window does not wait for.
    from wibdesk.documents.charts.page import page_svg  # noqa: PLC0415

    lines = page_svg(picture, _COPIED)
    image = QImage(round(lines.width * _SHARP), round(lines.height * _SHARP), QImage.Format.Format_RGB32)
    image.fill(Qt.GlobalColor.white)
    _paint(lines.data, image, QRectF(image.rect()))
    data = QMimeData()
    data.setImageData(image)
    data.setData("image/svg+xml", QByteArray(lines.data))
    data.setText(words)
    return data


def _paint(lines: bytes, on: QPixmap | QImage, area: QRectF) -> None:
    painter = QPainter(on)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    QSvgRenderer(QByteArray(lines)).render(painter, area)
    painter.end()
