"""House styles of the register's own: copy one, change it, take it away."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, Any

from wibdesk.changes import AGENDA, ATTENDANCE, BODIES, MEETINGS, STYLES, Done, changed
from wibdesk.domain.house_style import house_style_from
from wibdesk.domain.item_numbers import rule_of
from wibdesk.domain.own_styles import LONGEST_STYLE_NAME, OwnStyle, style_name
from wibdesk.errors import UserError
from wibdesk.language import say
from wibdesk.services.bodies import change_body
from wibdesk.services.numbering import number_restyled

if TYPE_CHECKING:
    from collections.abc import Collection, Mapping

    from wibdesk.store.unit_of_work import UnitOfWork


def own_styles(uow: UnitOfWork) -> tuple[OwnStyle, ...]:
    """Return the register's own house styles, by label."""
    return uow.house_styles.all()


def keep_style(uow: UnitOfWork, name: str, data: Mapping[str, Any]) -> Done[OwnStyle]:
    """Store a house style under its name, new or not; UserError says which of its settings is wrong.

    Where it numbers items otherwise than before, the planned meetings that use it are numbered anew.
    """
    if not 0 < len(name) <= LONGEST_STYLE_NAME:
        raise UserError(
            say(
                "A house style needs a name of {longest_style_name} letters or fewer.",
                longest_style_name=LONGEST_STYLE_NAME,
            )
        )
    try:
        house_style_from(dict(data), name)
    except ValueError as trouble:
        raise UserError(str(trouble)) from trouble
    kept, was = OwnStyle(name, dict(data)), rule_of(uow.house_styles.named(name))
    uow.house_styles.put(kept)
    if was == rule_of(uow.house_styles.named(name)):
        return Done(kept, changed(STYLES))
    number_restyled(uow, name, was)
    return Done(kept, changed(STYLES, AGENDA, ATTENDANCE))


def copy_style(
    uow: UnitOfWork,
    data: Mapping[str, Any],
    label: str,
    *,
    body_id: str | None = None,
    taken: Collection[str] = (),
) -> Done[OwnStyle]:
    """Store settings as a new style of this label; where `body_id` is given that body uses it from now on.

    Its name is made of the label, and is none of `taken`, the names of the shipped styles.
    """
    words = " ".join(label.split())
    if not words:
        raise UserError(say("A house style needs a name: type what it should be called."))
    used = {style.name for style in own_styles(uow)} | set(taken)
    kept = keep_style(uow, style_name(words, used), {**data, "label": words}).value
    if body_id is None:
        return Done(kept, changed(STYLES))
    change_body(uow, replace(uow.bodies.get(body_id), house_style=kept.name))
    return Done(kept, changed(STYLES, BODIES, MEETINGS, AGENDA, ATTENDANCE, body_id=body_id))


def remove_style(uow: UnitOfWork, name: str) -> Done[None]:
    """Take an own style away; UserError where a body, a meeting or a plan still uses it."""
    found = uow.house_styles.get(name)
    if found is None:
        raise UserError(say("That house style is no longer in the register: look at the list of styles again."))
    user = uow.house_styles.user_of(name)
    if user is not None:
        raise UserError(
            say(
                "The house style “{found}” cannot be removed while {user} or its papers use it: choose "
                "another style there first.",
                found=found.label,
                user=user,
            )
        )
    uow.house_styles.remove(name)
    return Done(None, changed(STYLES))
