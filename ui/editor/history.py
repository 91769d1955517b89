"""Undo and redo over text, structure and details alike: immutable states of the sheet, one step per word or deed."""

from dataclasses import dataclass, field

from ui.editor.sheet import Sheet

LIMIT = 2000


@dataclass
class History:
    """The states before and after the present one. Changes with the same `joins` words go into one step."""

    present: Sheet
    before: list[Sheet] = field(default_factory=list)
    after: list[Sheet] = field(default_factory=list)
    joins: str = ""

    def record(self, sheet: Sheet, joins: str = "") -> None:
        """Make a state the present one; it joins the step before when both were said to join under the same words."""
        if sheet.entries == self.present.entries:
            self.present = sheet
            return
        if not joins or joins != self.joins:
            self.before.append(self.present)
            del self.before[:-LIMIT]
        self.after.clear()
        self.present, self.joins = sheet, joins

    def amend(self, sheet: Sheet) -> None:
        """Replace the present state by what is no deed of the clerk, such as a reference given by the register."""
        self.present = sheet

    def close(self) -> None:
        """Let the next change begin a step of its own."""
        self.joins = ""

    def undo(self) -> Sheet | None:
        """Return to the state before; None when there is none."""
        return self._step(self.before, self.after)

    def redo(self) -> Sheet | None:
        """Return to the state that was taken back; None when there is none."""
        return self._step(self.after, self.before)

    def _step(self, source: list[Sheet], other: list[Sheet]) -> Sheet | None:
        self.joins = ""
        if not source:
            return None
        other.append(self.present)
        self.present = source.pop()
        return self.present
