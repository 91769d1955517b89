"""The form of one agenda item, beside the agenda."""

from collections.abc import Sequence
from dataclasses import replace
from typing import Any

from PySide6.QtCore import Qt, QTimer
from PySide6.QtWidgets import QScrollArea

from ui.panels.completion import Completion
from ui.panels.record_form import EditForm
from ui.panels.written import WrittenTime, whole_number
from ui.places.agenda.rows import papers_text, read_papers
from ui.theme import Theme
from ui.widgets.choice import Choice
from ui.widgets.fields import Field, LineField, TextField
from wibdesk.domain.agenda import Item
from wibdesk.language import later, say

LONGEST = 999
OPEN_PART, EXEMPT_PART = "1", "2"
PAPERS = later("One a line: title; note, such as “to follow” or “Recommendation: that …”, which /r and /g then take.")


class ItemForm(EditForm):
    """Title, number, length, time, presenter, papers, and what is said of a private part."""

    def __init__(self, theme: Theme) -> None:
        super().__init__(theme, say("Item"))
        self.save_button.kind = "plain"  # the one primary button of the screen opens the room
        self.title, self.number = LineField(theme), LineField(theme)
        self.minutes, self.presenter = LineField(theme), LineField(theme, icon="user-round")
        self.presenters = Completion(theme, self.presenter)
        self.papers, self.part = TextField(theme, lines=2), _part_choice(theme)
        self.exempt, self.summary = LineField(theme), TextField(theme, lines=2)
        self.title_field = self.add(say("Title"), self.title)
        _, self.minutes_field, planned = self.add_pair(
            (say("No."), self.number), (say("Minutes", "of the clock"), self.minutes), (say("Starts"), LineField(theme))
        )
        self.planned = WrittenTime(planned)
        self.add(say("Presented by"), self.presenter)
        self.add(say("Papers"), self.papers, say(PAPERS))
        self.add(say("Part"), self.part)
        self.exempt_field = self.add(say("Exempt paragraph"), self.exempt)
        note = say("Printed in the public version in place of what was minuted.")
        self.summary_field = self.add(say("Public summary"), self.summary, note)
        self.part.picked.connect(self._part_picked)

    def say_start(self, words: str) -> None:
        """Show when the item starts as reckoned, where no time is typed."""
        self.planned.line.setPlaceholderText(words)

    def to_summary(self) -> None:
        """Put the caret into the public summary, where the item has one."""
        if not self.summary_field.isHidden():
            self.summary.setFocus(Qt.FocusReason.OtherFocusReason)
            QTimer.singleShot(0, self, self._show_summary)  # the form may only now be laid out

    def _show_summary(self) -> None:
        scroll = self.findChild(QScrollArea)
        if scroll is not None:
            scroll.ensureWidgetVisible(self.summary_field)

    def offer(self, names: Sequence[str]) -> None:
        """Offer these names while the presenter is typed."""
        self.presenters.offer(names)

    def fill(self, record: Any) -> None:
        """Put an item into the fields."""
        item: Item = record
        self.set_heading(say("Item {number}", number=item.number) if item.number else say("Item"))
        self.title.setText(item.title)
        self.title.setCursorPosition(0)
        self.number.setText(item.number or "")
        self.minutes.setText("" if item.planned_minutes is None else str(item.planned_minutes))
        self.planned.show(item.time)
        self.presenter.setText(item.presenter or "")
        self.papers.setPlainText(papers_text(item.papers))
        self.part.choose(EXEMPT_PART if item.part == 2 else OPEN_PART)
        self.exempt.setText(item.exempt_paragraph or "")
        self.summary.setPlainText(item.public_summary or "")
        self._part_picked(self.part.chosen())

    def faults(self) -> list[tuple[Field, str]]:
        """Return what cannot be read."""
        untitled = "" if self.title.text().strip() else say("An item needs a title.")
        length = whole_number(self.minutes.text(), most=LONGEST, what=say("The length in minutes"))[1]
        return [
            (self.title_field, untitled),
            (self.minutes_field, length),
            (self.planned.field, self.planned.trouble()),
        ]

    def read(self) -> Item:
        """Return the item as typed."""
        item: Item = self.record
        return replace(
            item,
            title=self.title.text().strip(),
            number=self.number.text().strip() or None,
            planned_minutes=whole_number(self.minutes.text(), most=LONGEST, what="")[0],
            time=self.planned.moment(),
            presenter=self.presenter.text().strip() or None,
            papers=read_papers(self.papers.toPlainText(), item.papers),
            part=int(self.part.chosen()),
            exempt_paragraph=self.exempt.text().strip() or None,
            public_summary=self.summary.toPlainText().strip() or None,
        )

    def _part_picked(self, part: str) -> None:
        self.exempt_field.setVisible(part == EXEMPT_PART)
        self.summary_field.setVisible(part == EXEMPT_PART)


def _part_choice(theme: Theme) -> Choice:
    return Choice(theme, [(OPEN_PART, say("1, open")), (EXEMPT_PART, say("2, exempt"))], name=say("Part of the agenda"))
