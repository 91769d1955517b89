"""People just typed whose rows are on their way: a key pressed meanwhile means the last of them, not another row."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass, field

from wibdesk.domain.attendance import Attendee

Act = Callable[[Attendee], None]


@dataclass(eq=False)
class Newcomer:
    """Somebody who was typed: known by an id once stored, with what was asked for them until they are listed."""

    person_id: str = ""
    held: list[Act] = field(default_factory=list)


class Newcomers:
    """Holds who is on the way; `welcome` hands over those who are on the list now."""

    def __init__(self) -> None:
        self.coming: list[Newcomer] = []

    def hold(self, act: Act) -> bool:
        """Keep an act for whoever was typed last; False where nobody is on the way."""
        if self.coming:
            self.coming[-1].held.append(act)
        return bool(self.coming)

    def drop(self, newcomer: Newcomer) -> None:
        """Forget somebody who could not be stored, and what was asked for them."""
        self.coming = [other for other in self.coming if other is not newcomer]

    def welcome(self, listed: Iterable[Attendee]) -> list[tuple[Attendee, list[Act]]]:
        """Return who has come onto the list since, each with the acts held for them."""
        by_id = {person.id: person for person in listed}
        here = [newcomer for newcomer in self.coming if newcomer.person_id in by_id]
        self.coming = [newcomer for newcomer in self.coming if newcomer.person_id not in by_id]
        return [(by_id[newcomer.person_id], newcomer.held) for newcomer in here]
