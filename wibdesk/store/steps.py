"""The steps that can be taken back: a number of them, and no more than the memory should hold."""

from __future__ import annotations

from collections import deque
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from wibdesk.store.undo import UndoStep

STEPS_KEPT = 200
"""Steps that can be undone."""
BYTES_KEPT = 64 * 1024 * 1024
"""Bytes of logos and templates that those steps may hold together; the newest step stays whatever its size."""


class Steps:
    """Steps, the newest on top; the oldest are forgotten as new ones come."""

    def __init__(self, number: int = STEPS_KEPT, size: int = BYTES_KEPT) -> None:
        self._steps: deque[UndoStep] = deque(maxlen=number)
        self._size = size

    def __bool__(self) -> bool:
        """Say whether there is a step."""
        return bool(self._steps)

    @property
    def newest(self) -> UndoStep:
        """The step to be taken back next; IndexError where there is none."""
        return self._steps[-1]

    def put(self, step: UndoStep) -> None:
        """Put a step on top."""
        self._steps.append(step)
        while len(self._steps) > 1 and sum(kept.size for kept in self._steps) > self._size:
            self._steps.popleft()

    def drop(self) -> None:
        """Take the newest step off; IndexError where there is none."""
        self._steps.pop()

    def clear(self) -> None:
        """Forget every step."""
        self._steps.clear()
