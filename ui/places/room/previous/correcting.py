"""Correcting the last minutes: the view in place of the room, and the entry that follows what its form says."""

from dataclasses import replace
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from ui.editor.sheet import Caret, end_of
from ui.places.room.adjourning import with_last
from ui.places.room.surround import owners_offered
from wibdesk.domain.entries import Amendment
from wibdesk.domain.sentences import entry_sentence

if TYPE_CHECKING:
    from datetime import date

    from PySide6.QtWidgets import QWidget

    from ui.places.room.place import RoomPlace
    from ui.places.room.previous.form import Corrected
    from ui.places.room.previous.view import CorrectionView
    from wibdesk.services.previous_minutes import PreviousMinutes


class Correcting(QObject):
    """`left` when the sentence is wanted again. What is typed stands in the item at once: nothing waits to be kept."""

    left = Signal()

    def __init__(self, room: "RoomPlace") -> None:
        super().__init__(room)
        self.room, self.editor = room, room.sheet.editor
        self.view: CorrectionView | None = None
        self.made: Amendment | None = None  # the correction that the form is of, once something of it was typed
        self.day: date | None = None

    @property
    def open_now(self) -> bool:
        """Say whether the last minutes and the form are in sight."""
        return self.view is not None and self.room.stack.currentWidget() is self.view

    def show_minutes(self, day: str, found: "PreviousMinutes") -> None:
        """Show these minutes with the form of a correction in place of the room; `day` is theirs in words."""
        self.room.saving.flush()
        self.day = found.details.date
        view = self._view()
        view.set_size(self.room.layout_of.size)
        self.room.stack.setCurrentWidget(view)
        view.show_minutes(day, found)
        self._chrome()

    def put_away(self) -> None:
        """Show the room again, the correction kept as far as it was typed."""
        if self.open_now:
            self.editor.history.close()
            self.room.saving.flush()
            self.room.stack.setCurrentIndex(0)
            self._chrome()

    def to_lines(self) -> bool:
        """Give the keyboard to the lines; say whether they are in sight."""
        if self.view is not None and self.open_now:
            self.view.to_lines()
            return True
        return False

    def set_size(self, size: str) -> None:
        """Take the form of a layout."""
        if self.view is not None:
            self.view.set_size(size)

    def floor(self) -> "QWidget | None":
        """Return where a toast stands while the last minutes are corrected."""
        return self._view().lines if self.open_now else None

    def panels(self) -> "list[QWidget]":
        """Return what F6 goes round while the last minutes are corrected: the lines, the form."""
        return self._view().panels()

    def _view(self) -> "CorrectionView":
        if self.view is None:
            # Nine meetings of ten correct nothing: the room opens sooner without it.
            from ui.places.room.previous.view import CorrectionView  # noqa: PLC0415

            session, context = self.room.session, self.room.context

            def people() -> list[str]:
                return owners_offered(session.attendees, session.roster)

            view = self.view = CorrectionView(context.theme, context.commands, people)
            self.room.stack.addWidget(view)
            view.left.connect(self.left)
            view.form.begun.connect(self._begin)
            view.form.changed.connect(self._follow)
        return self.view

    def _begin(self) -> None:
        self.editor.history.close()
        self.made = None

    def _follow(self, says: "Corrected") -> None:
        """Have the item say what the form says: all that is typed for one correction is one step of undo."""
        sheet = self.editor.sheet()
        known = (
            self.made if any(self.made is not None and entry.id == self.made.id for entry in sheet.entries) else None
        )
        asked = says.requested_by or None
        made = replace(
            known or Amendment(self.day), place=says.place, was=says.was or None, now=says.now, requested_by=asked
        )
        self.made = made
        after = sheet.with_entry(made) if known is not None else with_last(sheet, made)
        self.editor.apply(replace(after, caret=Caret(end_of(made))), f"correction {made.id}")
        self._view().form.tell_sentence(entry_sentence(made))

    def _chrome(self) -> None:
        self.room.keys_changed.emit()
        self.room.chrome_changed.emit()
