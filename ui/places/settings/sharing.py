"""The section for a colleague: give settings away as one file, or take in those of another."""

import dataclasses
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFileDialog, QSizePolicy, QWidget

from ui.panels.save_dialog import ask_where_to_save
from ui.places.settings.taking import Taking, take_in
from ui.widgets.button import Button
from ui.widgets.choice import Tick
from ui.widgets.labels import Label, column, hold, row
from wibdesk.domain.bundles import Bundle, Part, settings_findings
from wibdesk.language import later, say
from wibdesk.services.bundles import bundle_findings, bundle_of
from wibdesk.sharing import given_settings

if TYPE_CHECKING:
    from collections.abc import Collection

    from ui.context import Context
    from wibdesk.domain.bundles import Finding

KIND = later("Settings of WIBDesk (*.wibset)")
FILE = "settings.wibset"
NEVER = later("Never in the file: people, passwords, your mail account, and anything of a meeting.")
TAKE = later("You see what it would change before anything does, and one step takes it back.")


class SharingPart(QWidget):
    """What goes into the file, by tick; below it a file that was given, with what it would change."""

    def __init__(self, context: "Context") -> None:
        super().__init__()
        self.context, self.bundle = context, Bundle()
        theme = context.theme
        self.ticks = {part: Tick(theme, part.words, on=part is not Part.BODIES) for part in Part}
        for tick in self.ticks.values():
            tick.setSizePolicy(QSizePolicy.Policy.Maximum, QSizePolicy.Policy.Fixed)
            tick.toggled.connect(self.show_state)
        self.give_button = Button(theme, say("Save as a file"), "primary", icon="file-down")
        self.give_button.clicked.connect(self.ask_where)
        self.take_button = Button(theme, say("Choose a file"), icon="folder-open")
        self.take_button.clicked.connect(self.ask_which)
        self.taking = Taking(context)
        self.taking.wished.connect(self.take)
        self.taking.left.connect(self.leave_file)
        give = column(
            theme, Label(theme, say("Give yours"), "heading"), *self.ticks.values(),
            Label(theme, say(NEVER), "small", "muted", wrap=True), row(theme, self.give_button, None), spacing=6,
        )  # fmt: skip
        take = column(
            theme, Label(theme, say("Take a colleague’s"), "heading"),
            Label(theme, say(TAKE), "small", "muted", wrap=True), row(theme, self.take_button, None), spacing=6,
        )  # fmt: skip
        self.ways = hold(column(theme, give, take, spacing=28))
        self.setLayout(column(theme, self.ways, self.taking))
        self.taking.hide()
        self.setFocusProxy(self.ticks[Part.SETTINGS])
        self.show_state()

    def chosen(self) -> tuple[Part, ...]:
        """Return the parts that are to go into the file."""
        return tuple(part for part, tick in self.ticks.items() if tick.isChecked())

    def show_state(self) -> None:
        """Let a file be saved where anything is ticked."""
        self.give_button.setEnabled(bool(self.chosen()))

    def ask_where(self) -> QFileDialog:
        """Ask where the file shall go and return the dialog."""
        return ask_where_to_save(self.context, self, say("Save settings for a colleague"), FILE, say(KIND), self.give)

    def give(self, name: str) -> None:
        """Read what is ticked and write it into a file."""
        context, parts, path = self.context, self.chosen(), Path(name)

        def write(register: Bundle) -> None:
            bundle = given_settings(register, context.settings.now).only(parts)
            context.tasks.run(_save, bundle, path, on_done=lambda _: done(bundle))

        def done(bundle: Bundle) -> None:
            what = ", ".join(part.words for part in bundle.counts())
            context.messages.say(say("Saved as {name}: {what}", name=path.name, what=what))

        context.operations.read(bundle_of, then=write)

    def ask_which(self) -> QFileDialog:
        """Ask for a file that a colleague gave and return the dialog."""
        dialog = QFileDialog(self, say("Take in settings"), "", say(KIND))
        dialog.setFileMode(QFileDialog.FileMode.ExistingFile)
        dialog.fileSelected.connect(self.open_name)
        dialog.finished.connect(dialog.deleteLater)
        dialog.open()
        return dialog

    def open_name(self, name: str) -> None:
        """Read a file aside and show what it would change; nothing is stored."""
        path, context = Path(name), self.context

        def read(bundle: Bundle) -> None:
            now = context.settings.now
            mine = settings_findings(bundle, dataclasses.asdict(now), now.keys)
            context.operations.read(
                bundle_findings, bundle, _shipped(), then=lambda found: show(bundle, (*mine, *found))
            )

        def show(bundle: Bundle, findings: "Collection[Finding]") -> None:
            self.bundle = bundle
            self.ways.hide()
            self.taking.show_file(path.name, tuple(findings))
            self.taking.show()
            self.taking.setFocus(Qt.FocusReason.OtherFocusReason)

        context.tasks.run(_read, path, on_done=read)

    def take(self) -> None:
        """Take in the parts that are ticked."""
        take_in(self.context, self.bundle.only(self.taking.chosen()), _shipped())
        self.leave_file()

    def restyle(self) -> None:
        """Fit the list of what a file would change to the window."""
        self.taking.restyle()

    def step_back(self) -> bool:
        """Put the file that is looked at away; say whether there was one."""
        shown = not self.taking.isHidden()
        if shown:
            self.leave_file()
        return shown

    def leave_file(self) -> None:
        """Put the file away and show the two ways again."""
        self.taking.hide()
        self.ways.show()
        self.take_button.setFocus(Qt.FocusReason.OtherFocusReason)


def _shipped() -> tuple[str, ...]:
    # The styles bring the documents with them, which the settings do not wait for.
    from wibdesk.documents.styles import style_names  # noqa: PLC0415

    return style_names()


def _read(path: Path) -> Bundle:
    # It brings the schema's reader with it, which the window does not wait for.
    from wibdesk.interchange.bundle_file import read_bundle  # noqa: PLC0415
    from wibdesk.interchange.ordinary_files import refuse_pipes  # noqa: PLC0415  (as said above)

    refuse_pipes(path)
    return read_bundle(path)


def _save(bundle: Bundle, path: Path) -> None:
    # As above.
    from wibdesk.interchange.bundle_file import save_bundle  # noqa: PLC0415

    save_bundle(bundle, path)
