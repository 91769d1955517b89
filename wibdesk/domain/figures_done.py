"""Actions done in figures: of those raised in the period, how many are done by owner and organisation, and how late."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from wibdesk.domain.figures import COMPLETE, ActionFacts, Facts, Period
from wibdesk.domain.figures_words import capital, listed, number_words
from wibdesk.domain.paper_words import to_write, write, write_counted

NO_OWNER, NO_ORGANISATION = to_write("No owner"), to_write("No organisation")
_MOST_NAMED = 2


@dataclass(frozen=True)
class DoneBy:
    """What one owner or organisation had to do: actions in all, done or closed, and of these late."""

    name: str
    total: int
    done: int
    late: int

    @property
    def shown(self) -> str:
        """The name as it is read, also where there is none."""
        return write(self.name) if self.name in (NO_OWNER, NO_ORGANISATION) else self.name

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
        which = (
            write("all actions")
            if self.period is Period.ALL
            else write("the actions raised in {period}", period=self.period.words)
        )
        if self.by == "owner":
            return write("Done by owner, of {actions}: done late is hatched, still to do is empty", actions=which)
        return write("Done by organisation, of {actions}: done late is hatched, still to do is empty", actions=which)


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
        if not whole.done:
            return write("The one action is not done yet")
        return write("The one action is done, but late") if whole.late else write("The one action is done")
    if not whole.done:
        return write("None of the {number} actions is done yet", number=whole.total)
    if whole.done == 1:
        late = write("One of {number} actions is done, but late", number=whole.total)
        return late if whole.late else write("One of {number} actions is done", number=whole.total)
    late = write("{number} of them late", number=number_words(whole.late)) if whole.late else write("none of them late")
    if not whole.left:
        return write("All {number} actions are done, {late}", number=whole.total, late=late)
    return write("{some} of {all} actions are done, {late}", some=whole.done, all=whole.total, late=late)


def _most_left(lines: Sequence[DoneBy]) -> str:
    known = [line for line in lines if line.name != NO_ORGANISATION]
    most = max(line.left for line in known)
    if not most:
        return write("No organisation has an action left to do")
    names = [line.name for line in known if line.left == most]
    actions = write_counted(most, "{number} action", "{number} actions", number=number_words(most))
    if len(names) == 1 and len(known) > 1:
        return write("{name} has most left to do: {actions}", name=names[0], actions=actions)
    if len(names) == 1:
        return write("{name} has {actions} left to do", name=names[0], actions=actions)
    if len(names) <= _MOST_NAMED:
        return write("{names} have {actions} each left to do", names=listed(names), actions=actions)
    number = capital(number_words(len(names)))
    return write("{number} organisations have {actions} each left to do", number=number, actions=actions)
