"""Reads cleaned HTML from Word or a web page into entries, in one pass."""

import re
from dataclasses import dataclass, field
from html.parser import HTMLParser

from wibdesk.domain.entries import Bullet, Entry, Numbered, Paragraph, Subheading, Table
from wibdesk.domain.rich_text import Span, to_markup

_BLOCKS = {"p", "div", "li", "h1", "h2", "h3", "h4", "h5", "h6", "pre"}
_LOOK_TAGS = {"b": "bold", "strong": "bold", "i": "italic", "em": "italic", "u": "underline", "ins": "underline"}
_NUMBER_MARK = re.compile(r"\(?(?P<sign>\d{1,3}|[a-zA-Z]|[ivxlc]+)[.)]+")
_TYPES = {"a": "a.", "A": "a.", "i": "(i)", "I": "(i)"}


@dataclass
class _Rows:
    """A table while it is read."""

    rows: list[list[str]] = field(default_factory=list)
    heads: bool = False
    depth: int = 1


class HtmlReader(HTMLParser):
    """Feed it, then `finish` gives the entries."""

    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.out: list[Entry] = []
        self.spans: list[Span] = []
        self.looks: list[tuple[str, frozenset[str], str | None]] = [("", frozenset(), None)]
        self.lists: list[tuple[str, str | None, int | None]] = []
        self.block, self.word_level, self.word_mark = "p", 0, ""
        self.ignoring = 0
        self.table: _Rows | None = None

    def finish(self) -> tuple[Entry, ...]:
        """Return what was read."""
        self._end_block()
        if self.table is not None:
            self._end_table()
        return tuple(self.out)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        """Begin a block, a list, a cell or a look."""
        given = {name: value or "" for name, value in attrs}
        style = given.get("style", "").split()
        if tag == "br":
            self.spans.append(Span("\n"))
        elif tag in ("ul", "ol"):
            self._end_block()
            number = given.get("start", "")
            self.lists.append((tag, _TYPES.get(given.get("type", "")), int(number) if number.isdigit() else None))
        elif tag in ("table", "tr", "td", "th"):
            self._begin_cells(tag)
        elif tag in _BLOCKS:
            self._begin_block(tag, given, style)
        elif tag in ("a", "span") or tag in _LOOK_TAGS:
            self._begin_look(tag, given, style)

    def handle_endtag(self, tag: str) -> None:
        """End what the tag began."""
        if tag in ("ul", "ol"):
            self._end_block()
            if self.lists:
                self.lists.pop()
        elif tag in _BLOCKS:
            self._end_block()
        elif tag in ("td", "th"):
            self._end_cell()
        elif tag == "table" and self.table is not None:
            self.table.depth -= 1
            if self.table.depth == 0:
                self._end_table()
        elif any(opened == tag for opened, _, _ in self.looks):
            while self.looks[-1][0] != tag:
                self.looks.pop()
            if self.looks.pop()[1] >= {"ignore"}:
                self.ignoring -= 1

    def handle_data(self, data: str) -> None:
        """Take words with the looks that are on."""
        if self.ignoring:
            self.word_mark += data
            return
        text = re.sub(r"[ \t\r\n\xa0]+", " ", data)
        if text == " " and not self.spans:
            return
        _, looks, link = self.looks[-1]
        self.spans.append(Span(text, "bold" in looks, "italic" in looks, "underline" in looks and not link, link))

    def _begin_look(self, tag: str, given: dict[str, str], style: list[str]) -> None:
        _, looks, link = self.looks[-1]
        wanted = set(looks) | {word for word in style if word in ("bold", "italic", "underline", "ignore")}
        if tag in _LOOK_TAGS:
            wanted.add(_LOOK_TAGS[tag])
        if "light" in style:
            wanted.discard("bold")
        if "ignore" in wanted:
            self.ignoring += 1
        self.looks.append((tag, frozenset(wanted), given.get("href") or link))

    def _begin_block(self, tag: str, given: dict[str, str], style: list[str]) -> None:
        if self.table is not None:
            if self.spans:
                self.spans.append(Span("\n"))
            return
        # Word and many pages put a paragraph into a list line: it is that line.
        if tag not in ("p", "div") or self.block != "li" or self.spans:
            self._end_block()
            self.block = tag
        if "Heading" in given.get("class", ""):
            self.block = "h2"
        level = next((word for word in style if word.startswith("level")), "")
        self.word_level, self.word_mark = int(level[5:] or 0), ""

    def _end_block(self) -> None:
        if self.table is not None:
            return
        text = _text(self.spans)
        self.spans.clear()
        if text:
            self.out.append(self._entry(text))
            self.block, self.word_level, self.word_mark = "p", 0, ""
        elif self.block != "li":
            self.block = "p"

    def _entry(self, text: str) -> Entry:
        if self.block.startswith("h"):
            return Subheading(re.sub(r"^\*\*(.*)\*\*$", r"\1", text))
        if self.word_level:
            mark, level = self.word_mark.strip(" \xa0\r\n\t"), min(3, self.word_level)
            found = _NUMBER_MARK.fullmatch(mark)
            return Numbered(text, level, _style_of(mark)) if found else Bullet(text, level)
        if self.lists and self.block == "li":
            kind, style, start = self.lists[-1]
            level = min(3, len(self.lists))
            self.lists[-1] = (kind, style, None)
            return Numbered(text, level, style, start) if kind == "ol" else Bullet(text, level)
        return Paragraph(text)

    def _begin_cells(self, tag: str) -> None:
        if tag == "table":
            if self.table is not None:
                self.table.depth += 1
                return
            self._end_block()
            self.table = _Rows()
        elif self.table is not None and self.table.depth == 1:
            if tag == "tr" or not self.table.rows:
                self.table.rows.append([])
            self.table.heads |= tag == "th" and len(self.table.rows) == 1
            self.spans.clear()

    def _end_cell(self) -> None:
        if self.table is not None and self.table.depth == 1 and self.table.rows:
            self.table.rows[-1].append(_text(self.spans))
            self.spans.clear()

    def _end_table(self) -> None:
        table, self.table = self.table, None
        rows = tuple(tuple(row) for row in (table.rows if table else []) if any(row))
        self.spans.clear()
        if rows and table is not None:
            self.out.append(Table(rows[1:], rows[0]) if table.heads else Table(rows))


def _style_of(mark: str) -> str | None:
    """Return our number style that is nearest to the mark which Word wrote."""
    sign = _NUMBER_MARK.fullmatch(mark)
    letter = "1" if sign is None or sign["sign"].isdigit() else "a"
    if letter == "a" and re.fullmatch(r"\(?(?:i|ii|iii|iv|v|vi|vii|viii|ix|x)[.)]+", mark):
        return "(i)"
    if mark.startswith("("):
        return f"({letter})"
    return None if letter == "1" else "a)" if mark.endswith(")") else "a."


def _text(spans: list[Span]) -> str:
    """Return spans as markup without blanks at the edges and with one blank between words."""
    kept: list[Span] = []
    for span in spans:
        text = span.text
        if not kept or kept[-1].text[-1:] in (" ", "\n"):
            text = text.lstrip(" ")
        if text.startswith("\n") and kept and kept[-1].text.endswith(" "):
            kept[-1] = Span(kept[-1].text.rstrip(" "), *_looks(kept[-1]))
        if text:
            kept.append(Span(text, *_looks(span)))
    while kept and not kept[-1].text.strip():
        kept.pop()
    while kept and not kept[0].text.strip():
        kept.pop(0)
    if kept:
        kept[-1] = Span(kept[-1].text.rstrip(), *_looks(kept[-1]))
        kept[0] = Span(kept[0].text.lstrip(), *_looks(kept[0]))
    return to_markup(kept)


def _looks(span: Span) -> tuple[bool, bool, bool, str | None]:
    return span.bold, span.italic, span.underline, span.link
