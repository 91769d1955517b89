"""The body's logo: the picture small, what it shows for those who cannot see it, and its buttons."""

from PySide6.QtCore import QByteArray, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QColor, QImage, QPainter, QPaintEvent
from PySide6.QtSvg import QSvgRenderer
from PySide6.QtWidgets import QSizePolicy, QWidget

from ui import paint
from ui.places.house_style.template_panel import size_words
from ui.theme import Theme
from ui.widgets.button import Button
from ui.widgets.fields import Field, LineField
from ui.widgets.labels import Label, column, row
from ui.widgets.pane import Pane
from wibdesk.domain.body_files import BodyFile
from wibdesk.language import later, say

WHY = later("It stands at the head of the first page in Word and PDF. PNG, JPEG or SVG, up to 10 MB.")
NONE = later("None yet: papers begin with the name of the body.")
_DOTS = {b"\x89PNG": "PNG", b"\xff\xd8": "JPG"}
"""How the bytes of pictures of dots begin, and what Qt calls their form."""
NO_WORDS = later("A logo needs words for readers who cannot see it: say whose it is.")


class LogoPicture(QWidget):
    """The logo on white paper, as it will be printed, no larger than its frame."""

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self.theme = theme
        self.image: QImage | None = None
        self.drawing: QSvgRenderer | None = None
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        theme.changed.connect(self.updateGeometry)

    def show_picture(self, data: bytes, words: str) -> None:
        """Show a PNG, JPEG or SVG."""
        # Left to guess, Qt would take a drawing for dots, and open the files that it names.
        form = next((form for start, form in _DOTS.items() if data.startswith(start)), None)
        self.image = QImage.fromData(data, form) if form else None
        self.drawing = None if form else QSvgRenderer(QByteArray(_clean(data)))
        self.setAccessibleName(words)
        self.update()

    def sizeHint(self) -> QSize:
        """Return room for a picture of a letterhead."""
        return QSize(self.theme.px(260), self.theme.px(120))

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the paper and the picture in its middle."""
        t, p = self.theme, QPainter(self)
        p.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
        paint.box(p, QRectF(self.rect()), QColor(Qt.GlobalColor.white), t.line_strong, t.px(3))
        room = QRectF(self.rect()).adjusted(t.px(12), t.px(12), -t.px(12), -t.px(12))
        if self.image is not None:
            p.drawImage(_middle(room, self.image.size()), self.image)
        elif self.drawing is not None and self.drawing.isValid():
            self.drawing.render(p, _middle(room, self.drawing.defaultSize()))


class LogoPanel(Pane):
    """The logo of a body; `words_kept` carries its alternative text when that was changed."""

    words_kept = Signal(str)

    def __init__(self, theme: Theme) -> None:
        super().__init__(theme, "sheet")
        self.kept = ""
        self.picture, self.words = LogoPicture(theme), LineField(theme)
        self.file = Label(theme, say(NONE), "strong", wrap=True)
        self.words_field = Field(
            theme, say("Words for the logo"), self.words, say("A screen reader says them for the picture.")
        )
        self.choose_button = Button(theme, say("Choose a picture"), "primary", icon="folder-open")
        self.remove_button = Button(theme, say("Remove the logo"), "quiet", icon="trash-2")
        self.setLayout(
            column(
                theme, Label(theme, say("Logo"), "heading"), Label(theme, say(WHY), "small", "muted", wrap=True), 4,
                self.picture, self.file, row(theme, self.choose_button, None), row(theme, self.remove_button, None), 6,
                self.words_field, None, spacing=5, margins=(20, 16, 18, 10),
            )
        )  # fmt: skip
        self.words.editingFinished.connect(self.settle)

    def show_file(self, file: BodyFile | None) -> None:
        """Show the picture and its words, or that there is none."""
        self.file.setText(f"{file.name}, {size_words(file.data)}" if file is not None else say(NONE))
        self.choose_button.set_words(say("Choose another picture") if file is not None else say("Choose a picture"))
        for one in (self.picture, self.remove_button, self.words_field):
            one.setVisible(file is not None)
        if file is not None:
            self.picture.show_picture(file.data, file.words)
        words = file.words if file is not None else ""
        if words != self.kept or self.words.text() == self.kept:
            self.kept = words
            self.words.setText(words)
            self.words.setCursorPosition(0)
            self.words_field.set_trouble()

    def settle(self) -> None:
        """Keep the words as typed; where there are none, say so at the field."""
        words = " ".join(self.words.text().split())
        self.words_field.set_trouble("" if words or not self.kept else say(NO_WORDS))
        if words and words != self.kept:
            self.kept = words
            self.words_kept.emit(words)


def _clean(data: bytes) -> bytes:
    """Return a drawing with nothing in it that leads elsewhere; nothing where it is none."""
    # It brings lxml with it, which the window does not wait for.
    from wibdesk.documents.drawings import clean_svg  # noqa: PLC0415

    try:
        return clean_svg(data) or b""
    except ValueError:
        return b""


def _middle(room: QRectF, size: QSize) -> QRectF:
    """Return where a picture of this size stands: in the middle, whole, and never larger than it is."""
    wide, high = max(size.width(), 1), max(size.height(), 1)
    share = min(room.width() / wide, room.height() / high, 1.0)
    place = QRectF(0, 0, wide * share, high * share)
    place.moveCenter(room.center())
    return place
