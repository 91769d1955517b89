"""How a measurement is told."""

from dataclasses import dataclass
from statistics import median


def percentile(samples: list[float], share: float) -> float:
    """Return the sample below which `share` of them lie."""
    ordered = sorted(samples)
    return ordered[min(len(ordered) - 1, int(len(ordered) * share))]


def verdict(number: float, goal: float) -> str:
    """Say whether a number stays within its goal."""
    return "holds" if number <= goal else "DOES NOT HOLD"


@dataclass(frozen=True)
class Ratio:
    """Ours against a floor, both lists of seconds."""

    what: str
    ours: list[float]
    floor: list[float]
    floor_is: str
    goal: float

    def __str__(self) -> str:
        mine, bare = median(self.ours) * 1000, median(self.floor) * 1000
        return (
            f"{self.what}: {mine:.2f} ms (p99 {percentile(self.ours, 0.99) * 1000:.2f}), {self.floor_is} {bare:.2f} ms "
            f"(p99 {percentile(self.floor, 0.99) * 1000:.2f}), ratio {mine / bare:.2f} (goal {self.goal}): "
            f"{verdict(mine / bare, self.goal)}"
        )


@dataclass(frozen=True)
class Amount:
    """One number with its unit."""

    what: str
    number: float
    unit: str

    def __str__(self) -> str:
        return f"{self.what}: {self.number:.0f} {self.unit}"
