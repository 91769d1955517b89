"""The page that is read: rich text in the design's look, its links by Tab, its headings by key."""

from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QRectF, Qt, QUrl, Signal
from PySide6.QtGui import QImage, QImageReader, QPainter, QTextDocument, QTextFrameFormat
from PySide6.QtWidgets import QFrame, QTextBrowser

from ui import paint
from ui.places.help.page_html import html_of
from ui.widgets.pane import name_bars
from wibdesk.paths import resource

if TYPE_CHECKING:
    from PySide6.QtGui import QPaintEvent, QResizeEvent

    from ui.places.help.text import Page, Section
    from ui.theme import Theme

MEASURE, WIDEST = 700, 640
"""The width of the column of words with its edges, and of a picture: lengths of the design."""
DOTS = 2
"""Dots of a picture's file for each pixel at 100 %."""


class Reader(QTextBrowser):
    """Shows a page; `followed` carries where a link leads, `reached` the section that a key led to."""

    takes_letters = True  # nothing is typed here
    followed = Signal(str)
    reached = Signal(object)

    def __init__(self, theme: "Theme") -> None:
        super().__init__()
        name_bars(self)
        self.theme = theme
        self.page: Page | None = None
        self.pictures: dict[str, QImage] = {}
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setOpenLinks(False)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setLineWrapMode(QTextBrowser.LineWrapMode.FixedPixelWidth)
        self.viewport().setAutoFillBackground(False)
        self.anchorClicked.connect(lambda url: self.followed.emit(url.toString()))
        theme.changed.connect(self.restyle)

    def show_page(self, page: "Page", anchor: str = "") -> None:
        """Show a page from a section on, from its beginning where none is named."""
        if page is not self.page:
            self.page = page
            self._set()
        if anchor:
            self.scrollToAnchor(anchor)
        else:
            self.verticalScrollBar().setValue(0)

    def step_section(self, by: int) -> None:
        """Go to the heading below (1) or above (-1) the top of what is in sight."""
        tops = self._tops()
        here = self.verticalScrollBar().value()
        if by > 0:
            found = next(((section, top) for section, top in tops if top > here + 2), None)
        else:
            found = next(((section, top) for section, top in reversed(tops) if top < here - 2), None)
        if found is not None:
            self.verticalScrollBar().setValue(found[1])
            self.reached.emit(found[0])

    def restyle(self) -> None:
        """Set the page again in the look in force, at the place where it was."""
        share = self.verticalScrollBar().value() / max(self.verticalScrollBar().maximum(), 1)
        self._set()
        self.verticalScrollBar().setValue(round(share * self.verticalScrollBar().maximum()))

    def loadResource(self, kind: int, name: QUrl | str) -> Any:
        """Return a shipped picture, smoothly as wide as the column of words."""
        if kind != QTextDocument.ResourceType.ImageResource.value:
            return None  # a page is shown as it is given: nothing else is ever read
        file = name.toString() if isinstance(name, QUrl) else name
        wide = round(self.width_of(file) * self.devicePixelRatio())
        if file not in self.pictures or self.pictures[file].width() != wide:
            whole = QImage(str(resource(f"help/{file}")))
            if whole.isNull():
                return None
            self.pictures[file] = whole.scaledToWidth(wide, Qt.TransformationMode.SmoothTransformation)
        return self.pictures[file]

    def width_of(self, file: str) -> int:
        """Return how wide a picture is shown, in pixels."""
        natural = QImageReader(str(resource(f"help/{file}"))).size().width() / DOTS
        return self.theme.px(min(natural, WIDEST))

    def resizeEvent(self, event: "QResizeEvent") -> None:
        """Keep the measure."""
        super().resizeEvent(event)
        self._measure()

    def paintEvent(self, event: "QPaintEvent") -> None:
        """Paint the page, and the focus round it."""
        super().paintEvent(event)
        if self.hasFocus():
            p = QPainter(self.viewport())
            paint.focus_ring(p, self.theme, QRectF(self.viewport().rect()), 0)

    def _set(self) -> None:
        if self.page is None:
            return
        self.setAccessibleName(self.page.heading)
        self.setAccessibleDescription(spoken(self.page))
        document = self.document()
        document.setDefaultFont(self.theme.font("body"))
        self.setHtml(html_of(self.page, self.theme, self.width_of))
        edges = QTextFrameFormat()
        px = self.theme.px
        edges.setLeftMargin(px(28))
        edges.setRightMargin(px(24))
        edges.setTopMargin(px(22))
        edges.setBottomMargin(px(40))
        document.rootFrame().setFrameFormat(edges)
        self._measure()

    def _measure(self) -> None:
        self.setLineWrapColumnOrWidth(min(self.viewport().width(), self.theme.px(MEASURE)))

    def _tops(self) -> "list[tuple[Section, int]]":
        """Return each section with where it begins, in pixels from the top of the page."""
        assert self.page is not None
        layout, sections = self.document().documentLayout(), [s for s in self.page.sections if s.heading]
        tops: list[tuple[Section, int]] = []
        block = self.document().begin()
        while block.isValid():
            if block.blockFormat().headingLevel() == 2 and len(tops) < len(sections):
                tops.append((sections[len(tops)], int(layout.blockBoundingRect(block).top())))
            block = block.next()
        return tops


def spoken(page: "Page") -> str:
    """Return a page as a screen reader says it when it is reached."""
    return " ".join(f"{section.heading}. {section.words()}".removeprefix(". ") for section in page.sections)
