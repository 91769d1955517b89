"""The elements of a list: lines that stand deeper are lists inside the line above them."""

from dataclasses import dataclass, field

from wibdesk.documents.document import ListItem
from wibdesk.documents.pdf.tags import Tag, list_attributes


@dataclass
class _Open:
    """A list that still takes lines: its level, its sort of numbers, its element and that of its last line."""

    level: int
    sort: tuple[str | None, int]
    tag: Tag
    body: Tag


@dataclass
class ListTags:
    """Takes the lines of a block in their order and returns their elements."""

    root: Tag
    _open: list[_Open] = field(default_factory=list)

    def line(self, item: ListItem) -> tuple[Tag, Tag]:
        """Return the elements of a line's label and of its words."""
        sort = (item.style, item.sequence)
        while self._open and self._open[-1].level > item.level:
            self._open.pop()
        if self._open and self._open[-1].level == item.level and self._open[-1].sort != sort:
            self._open.pop()
        if not self._open or self._open[-1].level < item.level:
            above = self._open[-1].body if self._open else self.root
            tag = above.add("L", list_attributes(item.style))
            self._open.append(_Open(item.level, sort, tag, tag))
        row = self._open[-1].tag.add("LI")
        label, body = row.add("Lbl"), row.add("LBody")
        self._open[-1].body = body
        # The words have an element of their own, so that they stand before a list inside their line.
        return label, body.add("P")
