"""The page that stands where a register cannot be opened: what is wrong with it, and the ways on."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, ClassVar

from PySide6.QtCore import Qt
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QWidget

from ui.commands import Command
from ui.panels.middle import in_the_middle
from ui.place import Place, Where
from ui.widgets.choice import LargeChoice
from ui.widgets.labels import Label, column
from wibdesk.language import later, say

if TYPE_CHECKING:
    from ui.context import Context

MEASURE = 680  # the width of the page, a length of the design
MOST = 9


@dataclass(frozen=True)
class Way:
    """A way on: an icon, a verb with its object, what will happen, and what it does."""

    icon: str
    words: str
    reason: str
    run: Callable[[], None]


@dataclass(frozen=True)
class Notice:
    """What the page says: what happened, what is safe, and at most nine ways on, each with its figure."""

    heading: str
    words: str
    ways: tuple[Way, ...] = ()


class OpeningPlace(Place):
    """Shows one notice after the other; `show_notice` asks the window for nothing else."""

    place_id: ClassVar[str] = "opening"
    word: ClassVar[str] = "opening"
    icon: ClassVar[str] = "info"
    takes_letters = True  # a page of choices: its figures act as in a list

    def __init__(self, context: "Context") -> None:
        super().__init__(context)
        theme = context.theme
        self.program = Label(theme, "WIBDesk", "strong", "muted")
        self.heading = Label(theme, "", "item_title_focus", wrap=True)
        self.words = Label(theme, "", "body", "muted", wrap=True)
        self.choices: list[LargeChoice] = []
        self.list = column(theme, spacing=10)
        self.card = QWidget()
        self.card.setLayout(
            column(
                theme,
                None,
                self.program,
                self.heading,
                self.words,
                6,
                self.list,
                None,
                None,
                spacing=10,
                margins=(20, 20, 20, 20),
            )
        )
        self.setLayout(in_the_middle(theme, self.card))
        theme.changed.connect(self.restyle)
        self.restyle()

    def show_notice(self, notice: Notice) -> None:
        """Say what is wrong and offer the ways on; the first has the keyboard."""
        self.heading.setText(notice.heading)
        self.words.setText(notice.words)
        self.words.setVisible(bool(notice.words))
        self.context.commands.remove(self)
        for old in self.choices:
            self.list.removeWidget(old)
            old.hide()
            old.deleteLater()
        self.choices = [self._choice(number, way) for number, way in enumerate(notice.ways[:MOST], start=1)]
        self.keys_changed.emit()
        self.take_keyboard()
        self.context.messages.announce(f"{notice.heading}. {notice.words}", urgent=True)

    def offer(self, ways: Sequence[Way]) -> None:
        """Offer other ways under the same words."""
        self.show_notice(Notice(self.heading.text(), self.words.text(), tuple(ways)))

    def take_keyboard(self) -> None:
        """Give the keyboard to the first way."""
        if self.choices and self.isVisible():
            self.choices[0].setFocus(Qt.FocusReason.OtherFocusReason)

    def title(self) -> str:
        """Return nothing: the program's own name says it."""
        return ""

    def keys(self) -> list[tuple[str, str]]:
        """Return the keys of the ways."""
        figures = " ".join(choice.key for choice in self.choices)
        return (
            [(figures, say("choose")), ("Tab", say("next")), ("Ctrl +", say("larger text"))]
            if figures
            else [("Ctrl +", say("larger"))]
        )

    def enter(self, where: Where) -> None:
        """Give the keyboard to the first way."""
        self.take_keyboard()

    def shows_rail(self) -> bool:
        """Keep the rail away: there is no place to go to."""
        return False

    def panels(self) -> list[QWidget]:
        """Return the ways as one panel."""
        return list(self.choices[:1])

    def restyle(self) -> None:
        """Keep the measure of the page at the text size in force."""
        self.card.setMaximumWidth(self.context.theme.px(MEASURE))

    def showEvent(self, event: QShowEvent) -> None:
        """Take the keyboard once the page stands."""
        super().showEvent(event)
        self.take_keyboard()

    def _choice(self, number: int, way: Way) -> LargeChoice:
        choice = LargeChoice(self.context.theme, way.icon, way.words, way.reason, str(number))
        choice.clicked.connect(way.run)
        self.list.addWidget(choice)
        choice.show()
        command = Command(f"opening-{number}", way.words, (str(number),), later("this page"), choice.click, way.icon)
        self.context.commands.add(self, command)
        return choice
