"""How much of a long course of faults a day's run takes: some of it, evenly spread and elsewhere every day."""

import os
from collections.abc import Sequence
from datetime import date
from typing import TypeVar

LONG = bool(os.environ.get("WIBDESK_LONG"))
"""Whether a run takes everything, however long that is."""
GOLDEN = 0.6180339887
"""Steps of this size come everywhere between 0 and 1, and never soon to where they have been."""

Step = TypeVar("Step")


def spread(steps: Sequence[Step], some: int, *, day: int | None = None) -> list[Step]:
    """Return `some` of the steps, in their order, and all of them by WIBDESK_LONG=1; `day` is a day's ordinal."""
    if LONG or len(steps) <= some:
        return list(steps)
    begin = (date.today().toordinal() if day is None else day) * GOLDEN % 1
    return [steps[int((number + begin) * len(steps) / some)] for number in range(some)]
