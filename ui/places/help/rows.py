"""The list at the left of the help: the contents by group, or what was found."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from PySide6.QtCore import QRectF
from PySide6.QtGui import QPainter

from ui import paint
from ui.lists import Row, RowDelegate, RowState
from ui.places.help.contents import GROUPS
from ui.places.help.searching import Hit
from ui.places.help.text import Page
from wibdesk.language import say

EDGE = 18


@dataclass(frozen=True, kw_only=True)
class HelpRow(Row):
    """A page, or a section that was found with the words round what was typed."""

    about: str = ""
    where: str = ""


def contents_rows(pages: Mapping[str, Page]) -> list[HelpRow]:
    """Return every page under the heading of its group."""
    rows: list[HelpRow] = []
    for group in GROUPS:
        said = say("Chapter: {heading}", heading=say(group.heading))
        rows.append(HelpRow(row_id=f"= {group.heading}", text=say(group.heading), sentence=said, heading=True))
        rows += [HelpRow(row_id=name, text=pages[name].heading) for name in group.pages]
    return rows


def found_rows(hits: Sequence[Hit]) -> list[HelpRow]:
    """Return what was found, the section over its page and the words round it."""
    return [
        HelpRow(
            row_id=f"{hit.page.name}#{hit.section.anchor}".rstrip("#"),
            text=hit.section.heading or hit.page.heading,
            where=hit.page.heading if hit.section.heading else "",
            about=hit.about,
            sentence=". ".join(filter(None, (hit.section.heading, hit.page.heading, hit.about))),
        )
        for hit in hits
    ]


class HelpDelegate(RowDelegate):
    """Paints a page in one line; of what was found the page it is on and the words round it too."""

    def row_height(self, row: Any, width: int) -> int:
        """Return the height of one line, or of two and three where something was found."""
        return self.theme.px((34 if row.heading else 36) if not row.about else 66 if row.where else 50)

    def draw(self, p: QPainter, rect: QRectF, row: Any, state: RowState) -> None:
        """Paint one row."""
        t = self.theme
        left, right = rect.left() + t.px(EDGE), rect.right() - self.inset(EDGE - 4)
        ink, quiet = ("on_selected", "on_selected") if state.chosen else ("ink", "muted")
        if row.heading:
            place = QRectF(left, rect.top() + t.px(8), right - left, rect.height() - t.px(8))
            paint.text(p, t, place, row.text, "label", "muted")
            return
        lines = [(row.text, "body", ink, 600 if state.chosen or row.about else None, 20)]
        lines += [(words, "caption", quiet, None, 16) for words in (row.where, row.about) if words]
        top = rect.center().y() - t.px(sum(line[4] for line in lines)) / 2
        for words, role, colour, weight, high in lines:
            paint.text(p, t, QRectF(left, top, right - left, t.px(high)), words, role, colour, weight=weight)
            top += t.px(high)
