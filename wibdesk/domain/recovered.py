"""What an earlier desk could not store and kept in a rescue file: brought back, or kept as words for the clerk."""

from dataclasses import dataclass
from datetime import datetime
from pathlib import Path


@dataclass(frozen=True)
class Recovered:
    """One thing out of a rescue file.

    `what` names it (`Minutes of 3 Front door`), `meeting` says of which (`Norbury Board, 1 September 2026`), both with
    their ids where they are known; `at` is when it was last typed, local time. `words` and `letters` count what is new
    against the register, and `text` holds it. Where `why` is a sentence it was not put back: the words are still in the
    rescue file `file`, and are told at each start until the clerk is done with them.
    """

    what: str
    at: datetime | None = None
    words: int = 0
    letters: int = 0
    text: str = ""
    meeting: str = ""
    meeting_id: str | None = None
    item_id: str | None = None
    why: str | None = None
    file: Path | None = None

    @property
    def put_back(self) -> bool:
        """Say whether it is in the register again."""
        return self.why is None
