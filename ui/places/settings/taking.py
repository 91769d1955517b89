"""A file of a colleague's settings: what it would change, which parts are taken, and taking them in as one step."""

from collections.abc import Collection
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QSizePolicy, QWidget

from ui.cells import Two, muted
from ui.commands import Command
from ui.look import keep
from ui.tables import Column, Table, TableRow
from ui.widgets.button import Button
from ui.widgets.choice import Tick
from ui.widgets.labels import Label, column, row
from wibdesk.domain.bundles import Bundle, Finding, How, Part
from wibdesk.language import counted, later_counted, say
from wibdesk.services.bundles import take_bundle
from wibdesk.sharing import taken_settings

if TYPE_CHECKING:
    from ui.context import Context

LEAST, AROUND = 200, 420  # the least height of the list, and of what stands above and below, lengths of the design
REGISTER = (Part.STYLES, Part.PHRASES, Part.TERMS, Part.BODIES)


class Taking(QWidget):
    """What a file would change, by part; `wished` when it is to be taken in, `left` when it is not."""

    wished = Signal()
    left = Signal()

    def __init__(self, context: "Context") -> None:
        super().__init__()
        self.context, self.findings = context, tuple[Finding, ...]()
        theme = context.theme
        self.name = Label(theme, "", "heading", wrap=True)
        self.told = Label(theme, "", "body", "muted", wrap=True)
        self.ticks = {part: Tick(theme, part.words, on=True) for part in Part}
        for tick in self.ticks.values():
            tick.toggled.connect(self.show_rows)
        columns = (Column(say("What")), Column(say("What happens"), 150))
        self.table = Table(theme, columns, say("What the file would change"), height=44)
        self.take_button = Button(theme, say("Take it in"), "primary", key="Ctrl Enter")
        self.take_button.clicked.connect(self.wished)
        self.leave_button = Button(theme, say("Leave it"), key="Esc")
        self.leave_button.clicked.connect(self.left)
        buttons = row(theme, self.take_button, self.leave_button, None)
        self.setLayout(column(theme, self.name, self.told, buttons, *self.ticks.values(), self.table, spacing=6))
        for tick in self.ticks.values():
            tick.setSizePolicy(QSizePolicy.Policy.Maximum, QSizePolicy.Policy.Fixed)
        self.setFocusProxy(self.take_button)
        at = say("settings")
        context.commands.add(
            self,
            Command("bundle-take", say("Take the settings in"), ("Ctrl Enter",), at, self.take_button.click),
        )
        theme.changed.connect(self.restyle)
        self.restyle()

    def show_file(self, name: str, findings: tuple[Finding, ...]) -> None:
        """Show what a file would change."""
        self.findings = findings
        self.name.setText(name)
        there = {found.part for found in findings}
        for part, tick in self.ticks.items():
            tick.setVisible(part in there)
            tick.setChecked(part in there)
        self.show_rows()

    def chosen(self) -> tuple[Part, ...]:
        """Return the parts that are to be taken in."""
        return tuple(part for part, tick in self.ticks.items() if tick.isChecked())

    def show_rows(self) -> None:
        """List the parts that are ticked: what is new or replaced, and how much is here already."""
        chosen = self.chosen()
        wanted = [found for found in self.findings if found.part in chosen]
        changes = [found for found in wanted if found.how is not How.SAME]
        rows: list[TableRow] = []
        for part in Part:
            own = [found for found in changes if found.part is part]
            if own:
                head = f"{part.words}, {len(own)}"
                rows.append(TableRow(row_id=part.value, cells=(head,), group=True))
                rows += [_row(self._words(found), found, number) for number, found in enumerate(own)]
        self.table.set_rows(rows)
        self.restyle()
        self.table.setVisible(bool(rows))
        self.take_button.setEnabled(bool(changes))
        self.told.setText(_told(wanted, changes))

    def restyle(self) -> None:
        """Give the list, in whole rows, what the window leaves at the text size in force."""
        px = self.context.theme.px
        self.table.fit_rows(max(self.window().height() - px(AROUND), px(LEAST)))

    def _words(self, found: Finding) -> str:
        if found.part is Part.SETTINGS:
            # The registry makes this section among others.
            from ui.places.settings.registry import SETTINGS  # noqa: PLC0415

            named = (s.name for s in SETTINGS if found.what in (*s.preferences, *s.elsewhere))
            return say(next(named, found.what))
        if found.part is Part.KEYS:
            command, _, key = found.what.partition(": ")
            known = self.context.commands.built_in.get(command)
            return f"{say(known.words) if known is not None else command}: {key or say('no key')}"
        return found.what


def take_in(context: "Context", bundle: Bundle, shipped: Collection[str]) -> None:
    """Take a bundle in: first the register, in one step, then settings and keys; one undo takes all of it back."""
    before = context.settings.now
    register = any(part in REGISTER for part in bundle.counts())
    words = say("A colleague’s settings are taken in")

    def finish() -> None:
        wear(context, taken_settings(bundle, before))
        context.messages.say(words, undo)

    def undo() -> None:
        if register:
            context.operations.undo()
        changed = taken_settings(bundle, before)
        wear(context, {name: getattr(before, name) for name in changed})

    def done(result: Any) -> None:
        context.events.changed.emit(result.changes)
        finish()

    if register:
        # Not by `operations.write`: its own toast would take back the half that is in the register.
        future = context.desk.write(take_bundle, bundle, shipped, undo=words)
        context.tasks.then(future, done, context.messages.tell)
    else:
        finish()


def wear(context: "Context", values: dict[str, Any]) -> None:
    """Remember preferences and own keys, and let them hold at once."""
    keys: dict[str, str] | None = values.get("keys")
    if values:
        keep(context.theme, context.settings, **values)
    if keys is not None:
        for command in {*keys, *context.commands.own_keys}:
            context.commands.rekey(command, keys.get(command))


def _row(words: str, found: Finding, number: int) -> TableRow:
    now = say("instead of “{now}”", now=found.now) if found.now and found.part in (Part.PHRASES, Part.TERMS) else ""
    return TableRow(
        row_id=f"{found.part.value} {number} {found.what}",
        cells=(Two(words, now), muted(found.how.words)),
        sentence=f"{words}, {found.how.words}" + (f", {now}" if now else ""),
        data=found,
    )


def _told(wanted: list[Finding], changes: list[Finding]) -> str:
    new = sum(found.how is How.NEW for found in changes)
    counts = (
        (new, later_counted("{number} new", "{number} new")),
        (len(changes) - new, later_counted("{number} replaces yours", "{number} replace yours")),
        (len(wanted) - len(changes), later_counted("{number} you have already", "{number} you have already")),
    )
    told = [counted(number, *words) for number, words in counts if number]
    return ", ".join(told) + "." if told else say("Nothing is chosen.")
