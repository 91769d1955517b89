"""What the clerk can do with the figures: another body or period, tables, the picture of a chart, the report."""

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer
from PySide6.QtWidgets import QApplication

from ui.commands import Command
from ui.panels.body_menu import open_body_menu
from ui.place import Where
from ui.places.figures import looks
from ui.places.figures.leading import led_to
from ui.places.figures.report import KIND, Report
from wibdesk.domain.figures import Period
from wibdesk.language import later, say

if TYPE_CHECKING:
    from ui.places.figures.place import FiguresPlace

WHERE = later("figures")


class FiguresActs(QObject):
    """Works on the charts that are shown."""

    def __init__(self, place: "FiguresPlace") -> None:
        super().__init__(place)
        self.place, self.context = place, place.context
        self.report = Report(place)
        place.body_button.clicked.connect(self.open_menu)
        place.period_button.clicked.connect(self.next_period)
        place.table_button.clicked.connect(self.show_tables)
        place.sheet.led.connect(self.follow)
        some = self.has_charts
        letters = (
            Command("figures-tables", say("Show the figures as tables or charts"), ("T",), WHERE, self.show_tables,
                    "table-2", when=some),
            Command("figures-copy", say("Copy the picture of a chart"), ("C",), WHERE, self.copy_picture, "copy",
                when=some),
            Command("figures-word", say("Save the report as Word"), ("W",), WHERE, self.to_word, "file-down",
                when=some),
            Command("figures-body", say("Choose a body"), ("B",), WHERE, self.open_menu, "building-2"),
            Command("figures-period", say("Choose how far back the figures go"), ("P",), WHERE, self.next_period,
                    "calendar-days"),
        )  # fmt: skip
        paper = Command(
            "figures-print", say("See the report as it prints"), ("Ctrl P",), WHERE, self.preview, "printer"
        )
        self.context.commands.add(place.ground, *letters)
        self.context.commands.add(place, paper)

    def has_charts(self) -> bool:
        """Say whether there is anything to see."""
        return bool(self.place.sheet.cards)

    def next_period(self) -> None:
        """Go back further, or only a year again."""
        periods = list(Period)
        self.place.period = periods[(periods.index(self.place.period) + 1) % len(periods)]
        self.place.refresh()

    def show_tables(self) -> None:
        """Show the figures as tables, or as charts again."""
        place = self.place
        place.sheet.show_tables(not place.sheet.as_tables)
        place.table_button.set_words(say("Show as charts") if place.sheet.as_tables else say("Show as tables"))
        card = place.sheet.current()
        if card is not None:
            # Only once the new heights are known is there a place to scroll to.
            bar = place.scroller.verticalScrollBar()
            QTimer.singleShot(0, card, lambda: bar.setValue(max(card.y() - self.context.theme.px(8), 0)))
        place.keys_changed.emit()

    def copy_picture(self) -> None:
        """Put the chart that has the keyboard on the clipboard."""
        card = self.place.sheet.current() or self.place.sheet.cards[0]
        QApplication.clipboard().setMimeData(looks.copied(card.chart.picture, card.chart.words))
        self.context.messages.say(say("Copied: {finding}", finding=card.chart.finding))

    def open_menu(self) -> None:
        """Open the menu of bodies."""
        place = self.place
        names = [(body.id, body.name) for body in place.bodies]
        open_body_menu(self.context.theme, place.window(), names, place.body_id, place.choose_body, every=False)

    def follow(self, chart: str, key: str) -> None:
        """Open what a bar counts."""
        self.context.go(*led_to(chart, key, self.place.body_id, self.context.desk.now().date()))

    def preview(self) -> None:
        """See the report as it prints."""
        self.context.go("preview", Where(body_id=self.place.body_id, note=f"{KIND} {self.place.period}"))

    def to_word(self) -> None:
        """Save the report as Word."""
        place = self.place
        name = next((body.name for body in place.bodies if body.id == place.body_id), "")
        self.report.ask(place.body_id, name, place.period)
