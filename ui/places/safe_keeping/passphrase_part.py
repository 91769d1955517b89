"""The passphrase: how it stands, setting one up step by step, and what is left that anybody can read."""

from typing import TYPE_CHECKING

from PySide6.QtWidgets import QWidget

from ui.panels.page import Page
from ui.places.safe_keeping.part import Pairs, Part
from ui.places.safe_keeping.passphrase_acts import PassphraseActs
from ui.places.safe_keeping.passphrase_form import PassphraseForm
from ui.places.safe_keeping.passphrase_standing import PassphraseStanding
from ui.places.safe_keeping.plain_copies_acts import PlainCopiesActs
from ui.places.safe_keeping.recovery_acts import RecoveryActs
from ui.places.safe_keeping.recovery_page import RecoveryPage
from ui.widgets.labels import column
from ui.widgets.pane import Scroll
from wibdesk.language import later, say

if TYPE_CHECKING:
    from ui.context import Context

MEASURE = 660  # of the page, a length of the design
TITLES = {"standing": later("Passphrase"), "form": later("Set a passphrase"), "recovery": later("Recovery key")}


class PassphrasePart(Part):
    """Shows one step at a time; leaving it forgets what was typed."""

    def __init__(self, context: "Context") -> None:
        super().__init__(context)
        theme = context.theme
        self.standing, self.form = PassphraseStanding(theme, context.settings), PassphraseForm(theme)
        self.recovery = RecoveryPage(theme)
        self.steps = {"standing": self.standing, "form": self.form, "recovery": self.recovery}
        self.step = "standing"
        self.words = QWidget()
        self.words.setLayout(column(theme, *self.steps.values(), None, spacing=0, margins=(28, 8, 24, 24)))
        for hidden in (self.form, self.recovery):
            hidden.hide()
        self.roll = Scroll(self.words)
        self.fill(Page(theme, say("Passphrase"), self.roll, strips=(self.progress, self.asking)))
        self.acts, self.copies, self.paper = PassphraseActs(self), PlainCopiesActs(self), RecoveryActs(self)
        self.recovery.step_changed.connect(self.keys_changed)
        theme.changed.connect(self.restyle)
        self.restyle()

    def first(self) -> QWidget:
        """Return what the keyboard goes to in this step."""
        if self.step == "standing":
            first = self.standing.first()
            return self.roll if first.isHidden() else first
        return self.recovery.print_button if self.step == "recovery" else self.form.new

    def own_keys(self) -> Pairs:
        """Return the keys while nothing is being set up."""
        desk = self.context.desk
        lock = [] if desk.key is None else [("F12", say("lock it now"))]
        words = say("set a passphrase") if desk.key is None else say("change the passphrase")
        return lock if desk.read_only else [*lock, ("P", words)]

    def keys(self) -> Pairs:
        """Return the keys of this step."""
        if self.step == "standing" or self.asking.is_open():
            return super().keys()
        any_command = ("Ctrl K", say("any command"))
        if self.step == "form":
            return [("Enter", say("next")), any_command, ("Esc", say("leave it as it is"))]
        showing = [("P", say("print it")), ("S", say("save it")), ("I", say("I have it on paper"))]
        asking = [("Enter", say("encrypt this register")), ("Tab", say("next"))]
        return [*(asking if self.recovery.showing.isHidden() else showing), any_command, ("Esc", say("do not encrypt"))]

    def enter(self) -> None:
        """Say how it stands, unless something is being set up."""
        if self.step == "standing":
            desk = self.context.desk
            locked, changeable = desk.key is not None, not desk.read_only
            self.standing.show_standing(locked=locked, changeable=changeable)
            if locked and changeable:
                self.copies.look()

    def leave(self) -> None:
        """Forget what was typed and the key that was made."""
        super().leave()
        self.show_step("standing")

    def step_back(self) -> bool:
        """Go back to how it stands."""
        if super().step_back():
            return True
        if self.step == "standing":
            return False
        self.acts.put_away()
        return True

    def show_step(self, step: str) -> None:
        """Show a step; what the others held is forgotten."""
        self.step = step
        if step != "recovery":
            self.recovery.forget()
        if step == "standing":
            self.form.forget()
            self.acts.forget()
        self.head(say(TITLES[step]))
        for name, page in self.steps.items():
            page.setVisible(name == step)
        self.roll.verticalScrollBar().setValue(0)
        self.keys_changed.emit()

    def restyle(self) -> None:
        """Keep the measure at the text size in force."""
        self.words.setMaximumWidth(self.context.theme.px(MEASURE + 52))
