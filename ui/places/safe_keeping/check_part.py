"""The check: is the register sound, and what to do where it is not."""

from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from ui.commands import Command
from ui.messages import TOLD
from ui.panels.page import Page
from ui.places.safe_keeping.asking import Ask
from ui.places.safe_keeping.checking import Checked, wiped_lines
from ui.places.safe_keeping.part import Pairs, Part
from ui.places.safe_keeping.refilling import refill
from ui.places.safe_keeping.ways_on import WaysOn
from ui.widgets.button import Button
from ui.widgets.labels import Icon, Label, column, hold, row
from ui.widgets.pane import Rule, Scroll
from wibdesk.errors import StoreError, UserError
from wibdesk.language import later, say

if TYPE_CHECKING:
    from ui.context import Context
    from wibdesk.services.checking import Finding

AT = later("check")
MEASURE = 760  # of the page, a length of the design
WHAT = later(
    "The check reads every page of the register: whether the file is whole, whether everything in it belongs to "
    "something, and whether approved minutes still say what was approved. It changes nothing."
)
NOT_YET = later("Not checked in this window yet")


class CheckPart(Part):
    """Checks when asked, beside the saving; what was wiped of private notes is on record below."""

    takes_letters = True  # nothing is typed here
    moved = Signal(int, int)

    def __init__(self, context: "Context") -> None:
        super().__init__(context)
        theme = context.theme
        self.checked: Checked | None = None
        self.repaired: tuple[str, ...] = ()
        self.running = self.unwanted = False
        self.check_button = Button(theme, say("Check this register"), "primary", icon="circle-check", key="C")
        self.repair_button = Button(theme, say("Repair what can be rebuilt…"), key="R")
        self.mark = Icon(theme, "circle-help", "muted", 24)
        self.outcome = Label(theme, say(NOT_YET), "heading", wrap=True)
        self.about = Label(theme, say(WHAT), "body", "muted", wrap=True)
        self.advice = Label(theme, "", wrap=True)
        self.ways = WaysOn(self)
        self.findings, self.wiped = column(theme, spacing=8), column(theme, spacing=4)
        self.fill(self._page())
        self.check_button.clicked.connect(self.check)
        self.repair_button.clicked.connect(self.ask_repair)
        self.progress.stopped.connect(self.stop)
        self.moved.connect(lambda left, pages: self.progress.tell(1 - left / pages if pages else 1.0))
        self._register()

    def first(self) -> QWidget:
        """Return the button that checks."""
        return self.check_button

    def own_keys(self) -> Pairs:
        """Return the keys that check and repair."""
        repair = [("R", say("repair"))] if self.may_repair() else []
        return [("C", say("check this register")), *repair, *self.ways.keys()]

    def enter(self) -> None:
        """Read which notes were wiped."""

        def unread(error: BaseException) -> None:
            self._show_wiped(())
            # What is damaged is told by the check itself.
            if not isinstance(error, StoreError):
                self.context.messages.tell(error)

        now = self.context.desk.now()
        self.context.operations.read(wiped_lines, now, then=self._show_wiped, failed=unread)

    def step_back(self) -> bool:
        """Stop the check that is under way."""
        if self.running and not self.unwanted:
            self.stop()
            return True
        return super().step_back()

    def check(self) -> None:
        """Check the register on a worker."""
        # It brings the database with it, which the window does not wait for.
        from wibdesk.safety.checking_aside import check_aside  # noqa: PLC0415  (as said above)

        if not self.running:
            self.running, self.unwanted = True, False
            self.progress.begin(say("Checking: you can go on working meanwhile"))
            desk, told = self.context.desk, self.moved.emit
            self.context.tasks.run(
                lambda: check_aside(desk, told=told, stopped=lambda: self.unwanted),
                on_done=self._found, on_error=self._failed,
            )  # fmt: skip

    def stop(self) -> None:
        """Stop the check."""
        self.unwanted = True

    def may_repair(self) -> bool:
        """Say whether the last check found something that a repair could put right."""
        writable = self.checked is not None and not self.context.desk.read_only
        return writable and self.checked.may_repair() and not self.running

    def ask_repair(self) -> None:
        """Ask before the register is repaired."""
        words = say(
            "The register as it is now is kept first, beside the backups. Then indexes, counters and the order of "
            "lists are made anew from the rest; nothing is taken away. Then it is checked again."
        )
        ask = Ask(say("Repair what can be rebuilt?"), words, say("Repair it"), lambda _: self.repair(), danger=False)
        if self.may_repair():
            self.asking.ask(ask)

    def repair(self) -> None:
        """Keep the register as it is, repair it, and check it again."""
        keeper = self.context.backing_up
        if keeper is not None and keeper.backups is not None:
            self.progress.begin(say("Keeping the register as it is, then repairing it"), stops=False)
            self.context.tasks.run(keeper.backups.keep_as_it_is, on_done=self._kept, on_error=self._failed)

    def _kept(self, kept: Path) -> None:
        # Loaded with the services when it is wanted.
        from wibdesk.services.checking import repair  # noqa: PLC0415  (as said above)

        def done(lines: tuple[str, ...]) -> None:
            self.repaired = (say("The register as it was is kept as “{kept}”.", kept=kept.name), *lines)
            self.check()

        self.context.operations.write(repair, then=done, failed=self._failed)

    def _found(self, findings: "tuple[Finding, ...]") -> None:
        self._end()
        self.checked, self.repaired = Checked(self.context.desk.now(), findings, self.repaired), ()
        self._show(self.checked)
        self.context.messages.announce(self.outcome.text())

    def _failed(self, error: BaseException) -> None:
        self._end()
        if isinstance(error, UserError):
            self.context.messages.say(say("The check was stopped"))
        else:
            self.context.messages.tell(error)

    def _end(self) -> None:
        self.running = False
        self.progress.end()

    def _show(self, checked: Checked) -> None:
        sound = not checked.findings
        self.mark.name, self.mark.ink = ("circle-check", "good") if sound else ("triangle-alert", "warn")
        self.mark.restyle()
        self.outcome.setText(checked.heading(self.context.desk.now()))
        done = (self._line("check", "good", words) for words in checked.repaired)
        refill(self.findings, [*done, *(self._line("circle-alert", "warn", words) for words in checked.lines())])
        self.advice.setText(checked.advice())
        self.advice.setVisible(not sound)
        self.about.setVisible(sound)
        self.ways.setVisible(checked.damaged() and not self.context.desk.read_only)
        if checked.damaged():
            self.context.messages.clear_trouble(TOLD)  # the page says it now, and what to do
        self.check_button.set_kind("plain" if self.ways.possible() else "primary")
        self.repair_button.setVisible(self.may_repair())
        self.keys_changed.emit()

    def _line(self, icon: str, tone: str, words: str) -> QWidget:
        theme = self.context.theme
        mark = column(theme, Icon(theme, icon, tone, 16), None)
        return hold(row(theme, mark, (Label(theme, words, wrap=True), 1), spacing=10))

    def _show_wiped(self, lines: tuple[str, ...]) -> None:
        refill(self.wiped, [Label(self.context.theme, words, wrap=True) for words in lines])
        self.wiped_box.setVisible(bool(lines))

    def _page(self) -> Page:
        theme = self.context.theme
        said = column(theme, self.outcome, self.about, spacing=4)
        head = row(theme, column(theme, self.mark, None), (said, 1), spacing=12)
        title = Label(theme, say("Private notes that were wiped"), "heading", wrap=True)
        self.wiped_box = hold(column(theme, Rule(theme), 4, title, self.wiped, spacing=6))
        repairs = row(theme, self.repair_button, None)
        for hidden in (self.wiped_box, self.advice, self.repair_button):
            hidden.hide()
        parts = (head, self.findings, self.advice, self.ways, repairs, self.wiped_box, None)
        self.words = QWidget()
        self.words.setLayout(column(theme, *parts, spacing=14, margins=(28, 12, 24, 24)))
        theme.changed.connect(self.restyle)
        self.restyle()
        return Page(
            theme, say("Check"), Scroll(self.words), buttons=(self.check_button,), strips=(self.progress, self.asking)
        )

    def restyle(self) -> None:
        """Keep the measure at the text size in force."""
        self.words.setMaximumWidth(self.context.theme.px(MEASURE + 52))

    def _register(self) -> None:
        check = Command("check-register", say("Check this register"), ("C",), AT, self.check, "circle-check")
        words = say("Repair what can be rebuilt")
        repair = Command("repair-register", words, ("R",), AT, self.ask_repair, "refresh-cw", when=self.may_repair)
        self.context.commands.add(self, check, repair, *self.ways.commands(AT))
