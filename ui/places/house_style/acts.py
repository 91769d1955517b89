"""What the clerk can do with a house style: use it, copy it, change it, take it away, save it as a file."""

import json
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING, Any, TypeAlias

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QFileDialog

from ui.panels.save_dialog import ask_where_to_save
from ui.places.house_style.rows import STYLE
from wibdesk.changes import Done
from wibdesk.documents.styles import style_names
from wibdesk.domain.bodies import Body
from wibdesk.domain.house_style import HouseStyle, style_data
from wibdesk.domain.own_styles import OwnStyle
from wibdesk.errors import UserError
from wibdesk.language import later, say
from wibdesk.services import bodies as body_verbs
from wibdesk.services import house_styles as verbs

if TYPE_CHECKING:
    from ui.places.house_style.place import HouseStylePlace
    from ui.places.house_style.rows import ChoiceRow

# The open transaction, only handed on to the services: the screens know nothing of the store.
Transaction: TypeAlias = Any
COPY = later("Copy of ")


class StyleActs(QObject):
    """Works on the style that is chosen in the list."""

    def __init__(self, place: "HouseStylePlace") -> None:
        super().__init__(place)
        self.place, self.context = place, place.context
        self.under_way, self.edited = 0, ""  # changes of settings that are not yet in the register, and of which style
        head = place.middle.head
        head.use_button.clicked.connect(self.use)
        head.copy_button.clicked.connect(self.copy)
        head.file_button.clicked.connect(self.ask_file)
        head.remove_button.clicked.connect(self.remove)
        place.middle.form.kept.connect(self.keep)
        place.middle.table.opened.connect(self.copy)

    def style(self) -> HouseStyle | None:
        """Return the style that is chosen; None where the letterhead is."""
        row = self.place.list.current_row()
        return self.place.seen.styles.get(row.name) if row is not None and row.kind == STYLE else None

    def is_own(self) -> bool:
        """Say whether the style chosen can be edited."""
        style = self.style()
        return style is not None and self.place.seen.is_own(style.name)

    def may_use(self) -> bool:
        """Say whether the body could take up the style chosen."""
        style, seen = self.style(), self.place.seen
        return style is not None and seen.body is not None and style.name != seen.used

    def open(self, row: "ChoiceRow") -> None:
        """Use the style on which Enter was pressed; the letterhead, and what is in use, is gone into."""
        if self.may_use():
            self.use()
        else:
            self.place.to_settings()

    def use(self) -> None:
        """Let the body use the style chosen."""
        style, body = self.style(), self.place.seen.body
        if style is not None and body is not None and self.may_use():
            words = say("{body} uses “{style}”", body=body.name, style=style.label)
            self.context.operations.write_once(use_style, body.id, style.name, undo=words)

    def copy(self) -> None:
        """Make a copy to edit; where the body uses the style that is copied, it uses the copy from then on."""
        style, seen = self.style(), self.place.seen
        if style is not None:
            body = seen.body if style.name == seen.used else None
            label = copied_label(style.label, [one.label for one in seen.styles.values()], say(COPY))
            undo = say("“{label}” made", label=label) + (
                say(", {body} uses it", body=body.name) if body is not None else ""
            )
            self.context.operations.write_once(
                verbs.copy_style, style_data(style), label, body_id=body.id if body else None, taken=style_names(),
                undo=undo, then=self._made,
            )  # fmt: skip

    def keep(self, style: HouseStyle, setting: str) -> None:
        """Keep a changed setting at once."""
        self.under_way, self.edited = self.under_way + 1, style.name
        self.context.operations.write(
            verbs.keep_style, style.name, style_data(style),
            undo=say("{setting} of “{style}” changed", setting=setting, style=style.label),
            then=self._kept, failed=self._refused,
        )  # fmt: skip

    def rename(self) -> None:
        """Go to the name of an own style."""
        if self.is_own():
            self.place.to_settings()

    def remove(self) -> None:
        """Take an own style away."""
        style = self.style()
        if style is not None and self.is_own():
            undo = say("“{style}” deleted", style=style.label)
            self.context.operations.write_once(verbs.remove_style, style.name, once=style.name, undo=undo)

    def ask_file(self) -> QFileDialog | None:
        """Ask where the style chosen should be saved as a file; return the dialog."""
        style = self.style()
        if style is None:
            return None
        words, kind = say("Save the style as a file"), say("House styles (*.json)")
        name = f"{style.name}.json"
        return ask_where_to_save(self.context, self.place.window(), words, name, kind, self.save_file)

    def save_file(self, name: str) -> None:
        """Save the style chosen as a file that another desk can open."""
        style = self.style()
        if style is not None:
            self.context.tasks.run(write_style, style, Path(name), on_done=self._saved)

    def take_in(self, style: HouseStyle) -> None:
        """Take a style from a file into the register as an own one."""
        label = copied_label(style.label, [one.label for one in self.place.seen.styles.values()], mark="")
        self.context.operations.write(
            verbs.copy_style, style_data(style), label, taken=style_names(),
            undo=say("“{label}” opened from its file", label=label),
            then=self._made,
        )  # fmt: skip

    def _made(self, made: OwnStyle) -> None:
        self.place.show_row(f"{STYLE} {made.name}", edit=True)

    def _kept(self, _: OwnStyle) -> None:
        self.under_way -= 1

    def _refused(self, error: BaseException) -> None:
        self.under_way -= 1
        self.context.messages.tell(error)
        self.place.refresh()

    def _saved(self, path: Path) -> None:
        self.context.messages.say(say("Saved {path}", path=path.name))


def use_style(uow: Transaction, body_id: str, name: str) -> Done[Body]:
    """Let a body use a house style, as it stands in the register now."""
    return body_verbs.change_body(uow, replace(body_verbs.body(uow, body_id), house_style=name))


def copied_label(label: str, taken: list[str], mark: str = "") -> str:
    """Return what a copy is called: “Copy of Plain”, “Copy of Plain 2”; without a mark, the label alone."""
    wanted = f"{mark}{label.removeprefix(mark)}"
    number, made = 2, wanted
    while made in taken:
        number, made = number + 1, f"{wanted} {number}"
    return made


def write_style(style: HouseStyle, path: Path) -> Path:
    """Write a style file; UserError says in words why it could not be written."""
    try:
        path.write_text(json.dumps(style_data(style), indent=2, ensure_ascii=False) + "\n", encoding="utf-8")
    except OSError as trouble:
        why = trouble.strerror or say("the disk refuses")
        raise UserError(
            say(
                "{path} was not saved. {parent}: {why}. Choose another folder.",
                path=path.name,
                parent=path.parent,
                why=why,
            )
        ) from trouble
    return path
