"""Undo and redo over text, structure and details alike: immutable states of the sheet, one step per word or deed."""

from dataclasses import dataclass, field
from typing import Protocol

from ui.editor.sheet import Sheet

LIMIT = 2000


class Deed(Protocol):
    """What was done beside the text in the same step, such as a person marked as gone."""

    def undo(self) -> None:
        """Take it back."""

    def redo(self) -> None:
        """Do it again."""


@dataclass
class History:
    """The states before and after the present one. Changes with the same `joins` words go into one step.

    `deeds` are what was done beside the text, by the number of the step that carries it, the first being 1.
    """

    present: Sheet
    before: list[Sheet] = field(default_factory=list)
    after: list[Sheet] = field(default_factory=list)
    joins: str = ""
    number: int = 0
    deeds: dict[int, Deed] = field(default_factory=dict)

    def record(self, sheet: Sheet, joins: str = "") -> None:
        """Make a state the present one; it joins the step before when both were said to join under the same words."""
        if sheet.entries == self.present.entries:
            self.present = sheet
            return
        if not joins or joins != self.joins:
            self.before.append(self.present)
            del self.before[:-LIMIT]
            self.number += 1
            if self.deeds:
                self.deeds = {number: deed for number, deed in self.deeds.items() if number < self.number}
        self.after.clear()
        self.present, self.joins = sheet, joins

    def amend(self, sheet: Sheet) -> None:
        """Replace the present state by what is no deed of the clerk, such as a reference given by the register."""
        self.present = sheet

    def carry(self, deed: Deed) -> None:
        """Let a deed belong to the last step: it is taken back and done again with it."""
        self.deeds[self.number] = deed

    def carries(self, deed: Deed) -> bool:
        """Say whether a deed belongs to the step that undo would take back next."""
        return self.deeds.get(self.number) is deed

    def close(self) -> None:
        """Let the next change begin a step of its own."""
        self.joins = ""

    def undo(self) -> Sheet | None:
        """Return to the state before; None when there is none."""
        if self.before and (deed := self.deeds.get(self.number)) is not None:
            deed.undo()
        self.number -= bool(self.before)
        return self._step(self.before, self.after)

    def redo(self) -> Sheet | None:
        """Return to the state that was taken back; None when there is none."""
        self.number += bool(self.after)
        if self.after and (deed := self.deeds.get(self.number)) is not None:
            deed.redo()
        return self._step(self.after, self.before)

    def _step(self, source: list[Sheet], other: list[Sheet]) -> Sheet | None:
        self.joins = ""
        if not source:
            return None
        other.append(self.present)
        self.present = source.pop()
        return self.present
