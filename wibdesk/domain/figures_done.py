"""Actions done in figures: of those raised in the period, how many are done by owner and organisation, and how late."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from wibdesk.domain.figures import COMPLETE, ActionFacts, Facts, Period
from wibdesk.domain.figures_words import listed, number_words

NO_OWNER, NO_ORGANISATION = "No owner", "No organisation"
_MOST_NAMED = 2


@dataclass(frozen=True)
class DoneBy:
    """What one owner or organisation had to do: actions in all, done or closed, and of these late."""

    name: str
    total: int
    done: int
    late: int

    @property
    def left(self) -> int:
        """Actions still to do."""
        return self.total - self.done


@dataclass(frozen=True)
class Completion:
    """Completion by owner or by organisation, most actions first; `whole` counts each action once."""

    by: str
    lines: tuple[DoneBy, ...]
    whole: DoneBy
    period: Period

    @property
    def finding(self) -> str:
        """What the figures say, in a sentence without its full stop."""
        return _overall(self.whole) if self.by == "owner" else _most_left(self.lines)

    @property
    def about(self) -> str:
        """What is shown."""
        which = "all actions" if self.period is Period.ALL else f"the actions raised in {self.period.words}"
        return f"Done by {self.by}, of {which}: done late is hatched, still to do is empty"


def completion_by_owner(facts: Facts) -> Completion | None:
    """Return completion by owner; None where no action was raised in the period."""
    return _completion("owner", facts, lambda action: action.owners or (NO_OWNER,))


def completion_by_organisation(facts: Facts) -> Completion | None:
    """Return completion by organisation; None where no action was raised, or no owner's organisation is known."""
    found = _completion("organisation", facts, lambda action: action.organisations or (NO_ORGANISATION,))
    return found if found and any(line.name != NO_ORGANISATION for line in found.lines) else None


def _completion(by: str, facts: Facts, names: Callable[[ActionFacts], Sequence[str]]) -> Completion | None:
    actions = facts.raised()
    if not actions:
        return None
    theirs: dict[str, list[ActionFacts]] = {}
    for action in actions:
        for name in dict.fromkeys(names(action)):
            theirs.setdefault(name, []).append(action)
    lines = sorted((_line(name, some) for name, some in theirs.items()), key=_most_first)
    return Completion(by, tuple(lines), _line("", actions), facts.period)


def _line(name: str, actions: Sequence[ActionFacts]) -> DoneBy:
    done = [action for action in actions if action.status in COMPLETE]
    return DoneBy(name, len(actions), len(done), sum(action.late for action in done))


def _most_first(line: DoneBy) -> tuple[bool, int, str]:
    return line.name in (NO_OWNER, NO_ORGANISATION), -line.total, line.name.casefold()


def _overall(whole: DoneBy) -> str:
    if whole.total == 1:
        return f"The one action is {'done, but late' if whole.late else 'done' if whole.done else 'not done yet'}"
    if not whole.done:
        return f"None of the {whole.total} actions is done yet"
    late = f"{number_words(whole.late) if whole.late else 'none'} of them late"
    if whole.done == 1:
        return f"One of {whole.total} actions is done{', but late' if whole.late else ''}"
    return f"{'All' if not whole.left else f'{whole.done} of'} {whole.total} actions are done, {late}"


def _most_left(lines: Sequence[DoneBy]) -> str:
    known = [line for line in lines if line.name != NO_ORGANISATION]
    most = max(line.left for line in known)
    if not most:
        return "No organisation has an action left to do"
    names = [line.name for line in known if line.left == most]
    actions = f"{number_words(most)} action{'' if most == 1 else 's'}"
    if len(names) == 1:
        return (
            f"{names[0]} has most left to do: {actions}" if len(known) > 1 else f"{names[0]} has {actions} left to do"
        )
    if len(names) <= _MOST_NAMED:
        return f"{listed(names)} have {actions} each left to do"
    return f"{number_words(len(names)).capitalize()} organisations have {actions} each left to do"
