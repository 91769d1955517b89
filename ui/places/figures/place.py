"""The Figures place: how a body does, in charts that say what they show."""

from typing import TYPE_CHECKING, ClassVar

from PySide6.QtCore import Qt, QTimer
from PySide6.QtWidgets import QApplication, QWidget

from ui.place import Place, Where
from ui.places.figures.acts import FiguresActs
from ui.places.figures.sheet import ChartSheet
from ui.widgets.button import Button
from ui.widgets.empty import Empty
from ui.widgets.labels import column
from ui.widgets.pane import Pane, Scroll
from ui.widgets.title_bar import TitleBar
from wibdesk.changes import EVERYTHING, Changes
from wibdesk.domain.bodies import Body
from wibdesk.domain.figures import Facts, Period
from wibdesk.language import later, say
from wibdesk.services import bodies as body_verbs
from wibdesk.services.figures import facts

if TYPE_CHECKING:
    from PySide6.QtGui import QResizeEvent

    from ui.context import Context
    from wibdesk.documents.charts.chart import Chart


class Ground(Pane):
    """What holds the charts: single letters work in here, where nothing is typed."""

    takes_letters = True


class FiguresPlace(Place):
    """Open actions, their age, who has done what, who came, the plan: of one body over a period."""

    place_id: ClassVar[str] = "figures"
    word: ClassVar[str] = later("Figures")
    icon: ClassVar[str] = "chart-column"

    def __init__(self, context: "Context") -> None:
        super().__init__(context)
        theme = context.theme
        self.bodies: tuple[Body, ...] = ()
        self.body_id, self.period = context.settings.now.last_body, Period.YEAR
        self.sheet = ChartSheet(theme)
        self.scroller = Scroll(self.sheet)
        self.empty = Empty(theme, "", "", keys=[("Ctrl 1", say("meetings"))], edge=28)
        self.empty.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.body_button = Button(theme, say("Choose body"), icon="building-2", key="B")
        self.period_button = Button(theme, say("Last 12 months"), icon="calendar-days", key="P")
        self.table_button = Button(theme, say("Show as tables"), icon="table-2", key="T")
        self.head = TitleBar(
            theme, say(self.word), " ", buttons=(self.body_button, self.period_button, self.table_button)
        )
        below = column(theme, self.head, self.empty, (self.scroller, 1), spacing=0)
        self.ground = Ground(theme, "sheet", layout=below)
        self.setLayout(column(theme, self.ground, spacing=0))
        self.acts = FiguresActs(self)
        self.sheet.told.connect(context.messages.announce)
        self.sheet.reached.connect(self._reveal)
        context.events.changed.connect(self._changed)

    def keys(self) -> list[tuple[str, str]]:
        """Return the pairs for the foot."""
        follow = [] if self.sheet.as_tables else [("← →", say("next bar")), ("Enter", say("open the log"))]
        tables = say("show as charts") if self.sheet.as_tables else say("show as tables")
        return [
            ("Tab", say("next chart")), *follow, ("T", tables), ("C", say("copy picture")), ("Ctrl P", say("print")),
            ("W", say("to Word")), ("P", say("period")), ("Ctrl K", say("any command")),
        ]  # fmt: skip

    def enter(self, where: Where) -> None:
        """Show the figures of a body; without one, of the body shown last."""
        self.body_id = where.body_id or self.body_id or self.context.settings.now.last_body
        self._take_keyboard()
        self.refresh()

    def resizeEvent(self, event: "QResizeEvent") -> None:
        """Leave the title room: where it is narrow the palette and the keys do what the buttons did."""
        super().resizeEvent(event)
        narrow = self.context.theme.tier(self.window().width()) == "single"
        for button in (self.body_button, self.period_button):
            button.setVisible(not narrow)

    def panels(self) -> list[QWidget]:
        """Return the charts and what is chosen for all of them."""
        first = self.sheet.cards[0].stop() if self.sheet.cards else self.empty
        return [first, self.table_button]

    def refresh(self) -> None:
        """Read bodies and figures again."""
        self.context.operations.read(body_verbs.bodies, then=self._show_bodies)

    def choose_body(self, body_id: str) -> None:
        """Show the figures of this body and remember it."""
        self.body_id = body_id
        self.context.settings.change(last_body=body_id)
        self.refresh()

    def _show_bodies(self, bodies: tuple[Body, ...]) -> None:
        self.bodies = bodies
        if self.body_id not in [body.id for body in bodies]:
            self.body_id = bodies[0].id if bodies else ""
        if self.body_id:
            asked, today = (self.body_id, self.period), self.context.desk.now().date()
            self.context.operations.read(facts, *asked, today, then=lambda told: self._chart(told, asked))
        else:
            self._show(Facts(), ())

    def _chart(self, told: Facts, asked: tuple[str, Period]) -> None:
        def show(charts: "tuple[Chart, ...]") -> None:
            # Of two keys pressed quickly the second may be answered first.
            if asked == (self.body_id, self.period):
                self._show(told, charts)

        # On a worker: what is typed elsewhere waits neither for the window nor for the register.
        self.context.tasks.run(_charts, told, on_done=show)

    def _show(self, told: Facts, charts: "tuple[Chart, ...]") -> None:
        words = _capital(self.period.words)
        self.period_button.set_words(words)
        self.head.set_words(
            say(self.word), f"{told.body_name} · {words[:1].lower()}{words[1:]}" if told.body_name else ""
        )
        here = QApplication.focusWidget()
        had = here in (None, self.window(), self.empty) or self.sheet.current() is not None
        fresh = self.sheet.show_charts(charts)
        self.scroller.setVisible(bool(charts))
        self.empty.setVisible(not charts)
        self._say_empty(told)
        if had and fresh:
            self._take_keyboard()
            # Only once the new charts have their heights is there a top to go to.
            QTimer.singleShot(0, self, lambda: self.scroller.verticalScrollBar().setValue(0))
        self.keys_changed.emit()

    def _say_empty(self, told: Facts) -> None:
        if not self.bodies:
            self.empty.say(say("No body yet"), say("Figures are of a body: set one up under Meetings."))
        elif self.period is not Period.ALL:
            why = say(
                "No meeting was held in {period}, and no action raised. P goes back further.", period=self.period.words
            )
            self.empty.say(say("Nothing to count"), why)
        else:
            why = say(
                "{body_name} has no meeting and no action yet. Figures come with its first meeting.",
                body_name=told.body_name,
            )
            self.empty.say(say("Nothing to count yet"), why)

    def _reveal(self, card: QWidget) -> None:
        def scroll() -> None:
            bar, top = self.scroller.verticalScrollBar(), card.y() - self.context.theme.px(8)
            if bar.value() > top:
                bar.setValue(max(top, 0))

        # Only after Qt has scrolled to the picture alone: its finding stands above it.
        QTimer.singleShot(0, card, scroll)

    def _take_keyboard(self) -> None:
        stop = self.sheet.cards[0].stop() if self.sheet.cards else self.empty
        stop.setFocus(Qt.FocusReason.OtherFocusReason)

    def _changed(self, changes: Changes) -> None:
        if self.isVisible() and changes.touches(*EVERYTHING):  # entering reads everything again
            self.refresh()


def _charts(told: Facts) -> "tuple[Chart, ...]":
    # It leads to the composers, which the window does not wait for.
    from wibdesk.documents.compose.figures_charts import charts_of  # noqa: PLC0415

    return charts_of(told)


def _capital(words: str) -> str:
    bare = words.removeprefix("the ")
    return f"{bare[:1].upper()}{bare[1:]}"
