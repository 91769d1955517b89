"""The pages that were read, for the way back and on again."""


class Trail:
    """`here` is the address of the page in sight, empty before the first."""

    def __init__(self) -> None:
        self.here = ""
        self.behind: list[str] = []
        self.ahead: list[str] = []

    def visit(self, address: str) -> None:
        """Go to a page."""
        if self.here and address != self.here:
            self.behind.append(self.here)
            self.ahead.clear()
        self.here = address

    def back(self) -> None:
        """Go to the page before, where there is one."""
        self._step(self.behind, self.ahead)

    def on(self) -> None:
        """Go to the page that was left by going back, where there is one."""
        self._step(self.ahead, self.behind)

    def _step(self, taken: list[str], left: list[str]) -> None:
        if taken:
            left.append(self.here)
            self.here = taken.pop()
