"""How entries look as Qt formats: fonts and colours of the theme for a kind, and the looks of a stretch of words."""

from PySide6.QtGui import (
    QFont,
    QTextBlockFormat,
    QTextCharFormat,
    QTextFormat,
    QTextLength,
    QTextTableFormat,
)

from ui.editor.kinds import look_of
from ui.editor.lines import Line, columns_of
from ui.theme import Theme
from wibdesk.domain.entries import Bullet, Decision, Entry, Numbered, Table
from wibdesk.domain.rich_text import Span

ENTRY = QTextFormat.Property.UserProperty.value + 1
LOOK = QTextFormat.Property.UserProperty.value + 2
BOLD, ITALIC, UNDERLINE = 1, 2, 4
INDENT = 22
PART_INDENT = 34


class Formats:
    """Makes formats for a theme, each once: the same look of the same kind is the same object."""

    def __init__(self, theme: Theme) -> None:
        self.theme = theme
        self._made: dict[tuple[str, int, str | None], QTextCharFormat] = {}
        theme.changed.connect(self._made.clear)

    def block(self, entry: Entry, part: int, room: int) -> QTextBlockFormat:
        """Return the format of one line of an entry; `room` is kept free below its last line."""
        t, look = self.theme, look_of(entry)
        fmt = QTextBlockFormat()
        cell = isinstance(entry, Table) and part > 0
        fmt.setLineHeight(t.line_height("minutes"), QTextBlockFormat.LineHeightTypes.FixedHeight.value)
        fmt.setTopMargin(0 if cell else t.px(look.space if part == 0 else 3))
        fmt.setBottomMargin(room)
        fmt.setLeftMargin(t.px(indent(entry)))
        fmt.setProperty(ENTRY, entry.id)
        return fmt

    def words(self, entry: Entry, part: int, span: Span) -> QTextCharFormat:
        """Return the format of a stretch of words in one line of an entry."""
        return self.look(role_of(entry, part), bits_of(span), span.link)

    def look(self, role: str, bits: int, link: str | None) -> QTextCharFormat:
        """Return the format of words in a role with these looks."""
        key = (role, bits, link)
        if key not in self._made:
            self._made[key] = self._make(role, bits, link)
        return self._made[key]

    def table(self, room: int) -> QTextTableFormat:
        """Return the format of a table: as wide as the sentence, without a frame, with room for a panel below it."""
        fmt = QTextTableFormat()
        fmt.setBorderCollapse(True)
        fmt.setBorder(0)
        fmt.setCellPadding(self.theme.px(6))
        fmt.setCellSpacing(0)
        fmt.setTopMargin(self.theme.px(4))
        fmt.setBottomMargin(self.theme.px(12) + room)
        fmt.setWidth(QTextLength(QTextLength.Type.PercentageLength, 100))
        return fmt

    def _make(self, role: str, bits: int, link: str | None) -> QTextCharFormat:
        t, (face, ink) = self.theme, role.split("/")
        fmt = QTextCharFormat()
        weight = QFont.Weight.Bold.value if bits & BOLD else None
        fmt.setFont(t.font(face, weight, bool(bits & ITALIC)))
        fmt.setForeground(t.colour("link" if link else ink))
        fmt.setFontUnderline(bool(bits & UNDERLINE) or bool(link))
        if bits:
            fmt.setProperty(LOOK, bits)
        if link:
            fmt.setAnchorHref(link)
        return fmt


def role_of(entry: Entry, part: int) -> str:
    """Return the face and ink of one line: bold for decisions, headings and header cells, small for a caption."""
    look = look_of(entry)
    if not isinstance(entry, Table):
        return f"{look.role}/{look.colour}"
    if part == 0:
        return "strong/muted"
    return "minutes_strong/ink" if entry.header and part <= columns_of(entry) else "minutes/ink"


def indent(entry: Entry) -> int:
    """Return how far the words of an entry stand in, as a length of the design."""
    if isinstance(entry, (Bullet, Numbered)):
        return INDENT * min(3, max(1, entry.level)) + (10 if isinstance(entry, Numbered) else 0)
    return PART_INDENT if isinstance(entry, Decision) and entry.style else 0


def bits_of(span: Span) -> int:
    """Return the looks of a span as one number."""
    return BOLD * span.bold + ITALIC * span.italic + UNDERLINE * span.underline


def plain_span(bits: int) -> Span:
    """Return an empty span with these looks and no link."""
    return Span("", bool(bits & BOLD), bool(bits & ITALIC), bool(bits & UNDERLINE))


def span_of(text: str, fmt: QTextCharFormat) -> Span:
    """Return a stretch of the sheet as a span."""
    bits = fmt.intProperty(LOOK) if fmt.hasProperty(LOOK) else 0
    href = fmt.anchorHref() if fmt.isAnchor() or fmt.hasProperty(QTextFormat.Property.AnchorHref.value) else ""
    return Span(text, bool(bits & BOLD), bool(bits & ITALIC), bool(bits & UNDERLINE), href or None)


def in_qt(text: str) -> str:
    """Return a line's words as the document holds them."""
    return text.replace("\n", "\u2028")


def from_qt(text: str) -> str:
    """Return words of the document as a line's words."""
    return text.replace("\u2028", "\n")


def merged(spans: list[Span]) -> Line:
    """Return spans as read, neighbours of one look as one."""
    out: list[Span] = []
    for span in spans:
        last = out[-1] if out else None
        if last and (last.bold, last.italic, last.underline, last.link) == (
            span.bold,
            span.italic,
            span.underline,
            span.link,
        ):
            out[-1] = Span(last.text + span.text, last.bold, last.italic, last.underline, last.link)
        else:
            out.append(span)
    return tuple(out)
