"""The first start: three ways to begin, and the look to begin with."""

from typing import TYPE_CHECKING, ClassVar

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QWidget

from ui.commands import Command
from ui.look import colour_choice, size_choice
from ui.panels.middle import in_the_middle
from ui.place import Place, Where
from ui.widgets.choice import LargeChoice
from ui.widgets.labels import Label, column, row
from wibdesk.language import later, say

if TYPE_CHECKING:
    from ui.context import Context

PROMISE = later(
    "Everything stays on this laptop: no account, no network, no tracking. "
    "What you type is on the disk within a second, and the top of the window says so."
)


class FirstStartPlace(Place):
    """Shown while the register is empty: set up a body, try the demo register, or be guided through a meeting in it."""

    place_id: ClassVar[str] = "first_start"
    word: ClassVar[str] = later("first start")
    icon: ClassVar[str] = "notebook-pen"
    takes_letters = True  # a page of three choices: its figures act as in a list
    set_up_requested = Signal()
    demo_requested = Signal()

    def __init__(self, context: "Context") -> None:
        super().__init__(context)
        theme = context.theme
        self.set_up = LargeChoice(
            theme, "building-2", say("Set up a body"),
            say("Its name, members and house style. About three minutes; all can be changed later."), "1",
        )  # fmt: skip
        self.demo = LargeChoice(
            theme, "notebook-pen", say("Try the demo register"),
            say("Two invented bodies with a year of meetings and actions, kept apart from yours."), "2",
        )  # fmt: skip
        self.guided = LargeChoice(
            theme, "route",
            say("Be guided through a first meeting"),
            say("In the demo register, one step after the other, to the saved minutes. About four minutes."), "3",
        )  # fmt: skip
        self.size_label = Label(theme, say("Text size"), "small_strong")
        self.colour_label = Label(theme, say("Colours"), "small_strong")
        for choice in (self.set_up, self.demo, self.guided):
            choice.clicked.connect(choice.setFocus)  # what was chosen by its figure is seen to be chosen
        self.set_up.clicked.connect(self.set_up_requested)
        self.demo.clicked.connect(self.demo_requested)
        self.guided.clicked.connect(lambda: context.commands.run("guide"))
        self.set_up_requested.connect(lambda: context.go("body", Where()))
        self.demo_requested.connect(lambda: context.commands.run("demo"))
        self._lay_out()
        context.commands.add(
            self,
            Command("set-up-body", say("Set up a body"), ("1",), later("first start"), self.set_up.click, "building-2"),
            Command("try-demo", say("Try the demo register"), ("2",), later("first start"), self.demo.click,
                "notebook-pen"),
            Command("try-guide", say("Be guided through it"), ("3",), later("first start"), self.guided.click, "route"),
        )  # fmt: skip

    def title(self) -> str:
        """Return nothing: the program's own name says it."""
        return ""

    def keys(self) -> list[tuple[str, str]]:
        """Return the keys of the choices and the look."""
        return [
            ("1 2 3", say("choose")),
            ("F1", say("help")),
            ("Tab", say("next")),
            ("Ctrl +", say("larger text")),
            ("Ctrl K", say("any command")),
        ]

    def enter(self, where: Where) -> None:
        """Give the keyboard to the first choice."""
        self.set_up.setFocus(Qt.FocusReason.OtherFocusReason)

    def shows_rail(self) -> bool:
        """Keep the rail away: there is no place to go to yet."""
        return False

    def panels(self) -> list[QWidget]:
        """Return the choices as one panel."""
        return [self.set_up]

    def _lay_out(self) -> None:
        theme, settings = self.context.theme, self.context.settings
        sizes = row(theme, self.size_label, size_choice(theme, settings), None, spacing=10)
        colours = row(theme, self.colour_label, colour_choice(theme, settings), None, spacing=10)
        card = QWidget()
        card.setLayout(
            column(
                theme,
                None,
                Label(theme, "WIBDesk", "strong", "muted"),
                Label(theme, say("What would you like to minute first?"), "item_title_focus", wrap=True),
                Label(theme, say(PROMISE), "body", "muted", wrap=True),
                6,
                self.set_up,
                self.demo,
                self.guided,
                8,
                sizes,
                colours,
                None,
                spacing=10,
                margins=(20, 20, 20, 20),
            )
        )
        self.card = card
        self.setLayout(in_the_middle(theme, card))
        theme.changed.connect(self.restyle)
        self.restyle()

    def restyle(self) -> None:
        """Keep the measure of the page at the text size in force."""
        px = self.context.theme.px
        self.card.setMaximumWidth(px(680))
        for words in (self.size_label, self.colour_label):
            words.setMinimumWidth(px(64))
