"""Work that needs the register closed: the window lets go of it, has the work done, and opens it again."""

from collections.abc import Callable
from dataclasses import dataclass, field


@dataclass(frozen=True)
class ClosedWork:
    """What is done while no desk has the register open.

    `words` say what is being done, `done` what was; `run` runs on a worker thread, and its UserError or StoreError
    leaves the register as it was. `before` and `after` are the passphrases with which the register opens again when
    the work failed and when it was done; None for a plain one. `part` is the part of safe keeping to come back to.
    `stop` has it end early, with the register as it was; without it, it cannot be stopped. With `onward`, `run` returns
    another register, and what the clerk is told of it: that one is opened instead.
    """

    words: str
    run: Callable[[], object]
    done: str
    before: str | None = field(default=None, repr=False)
    after: str | None = field(default=None, repr=False)
    part: str = ""
    onward: bool = False
    stop: Callable[[], None] | None = None
