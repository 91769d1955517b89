"""Setting up a body in one transaction: the body, its members and its standing items."""

from collections.abc import Sequence
from dataclasses import replace
from typing import Any, TypeAlias

from wibdesk.changes import Done
from wibdesk.domain.bodies import Body
from wibdesk.domain.people import Person
from wibdesk.services import bodies

# The open transaction, only handed on to the services: the screens know nothing of the store.
Transaction: TypeAlias = Any


def set_up_body(uow: Transaction, wished: Body, members: Sequence[Person]) -> Done[Body]:
    """Set up a body with its members, its agenda beginning with the standing items wished."""
    made = bodies.add_body(
        uow, wished.name, profile=wished.profile, house_style=wished.house_style, members=members
    )  # fmt: skip
    changed = bodies.change_body(uow, replace(made.value, standing_items=wished.standing_items))
    return Done(changed.value, made.changes)
