"""What setting up a body reads and writes, each in one transaction: the body, its members, the house styles."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import Any, TypeAlias

from wibdesk.changes import Done
from wibdesk.domain.bodies import Body
from wibdesk.domain.people import Person
from wibdesk.language import say
from wibdesk.services import bodies

# The open transaction, only handed on to the services: the screens know nothing of the store.
Transaction: TypeAlias = Any


@dataclass(frozen=True)
class Setup:
    """What the page begins with: the body to be changed, None for a new one; house styles as (name, label).

    `others` are all bodies as (id, name), in the order of the register.
    """

    body: Body | None
    styles: tuple[tuple[str, str], ...]
    others: tuple[tuple[str, str], ...] = ()


def read_setup(uow: Transaction, body_id: str | None, *, some: bool = False) -> Setup:
    """Read a body and the house styles; a style of the body that is not known here is offered all the same.

    With `some`, a body that is not there, or not named, gives way to the first there is.
    """
    # It leads to the composers and to lxml: read on the register's thread, not in the way of the window.
    from wibdesk.gathering import all_styles  # noqa: PLC0415

    known = {body.id: body.name for body in bodies.bodies(uow)}
    wanted = next(iter(known), None) if some and body_id not in known else body_id
    body = bodies.body(uow, wanted) if wanted is not None else None
    styles = {name: style.label for name, style in all_styles(uow).items()}
    if body is not None:
        styles.setdefault(body.style_name, say("{name}, not known here", name=body.style_name))
    return Setup(body, tuple(styles.items()), tuple(known.items()))


def set_up_body(uow: Transaction, wished: Body, members: Sequence[Person]) -> Done[Body]:
    """Set up a body with its members, its agenda beginning with the standing items wished."""
    made = bodies.add_body(
        uow, wished.name, profile=wished.profile, house_style=wished.house_style, quorum=wished.quorum, members=members
    )
    changed = bodies.change_body(uow, replace(made.value, standing_items=wished.standing_items))
    return Done(changed.value, made.changes)
