"""What the place shows: every house style, which one the body uses, and the body's letterhead, read in one go."""

from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any, TypeAlias

from wibdesk.documents.styles import style_names
from wibdesk.domain.bodies import DEFAULT_HOUSE_STYLE, Body
from wibdesk.domain.body_files import BodyFile, FileKind
from wibdesk.language import say
from wibdesk.services import bodies as body_verbs
from wibdesk.services.body_files import body_file

if TYPE_CHECKING:
    from collections.abc import Mapping

    from wibdesk.domain.house_style import HouseStyle

# The open transaction, only handed on to the services: the screens know nothing of the store.
Transaction: TypeAlias = Any


@dataclass(frozen=True)
class Overview:
    """Styles by name, the shipped ones first; `body` is None in a register without one."""

    styles: "Mapping[str, HouseStyle]" = field(default_factory=dict)
    body: Body | None = None
    bodies: tuple[Body, ...] = ()
    template: BodyFile | None = None
    logo: BodyFile | None = None

    @property
    def used(self) -> str:
        """The name of the style that the body uses, empty without a body; one that is gone gives the default."""
        if self.body is None:
            return ""
        return self.body.style_name if self.body.style_name in self.styles else DEFAULT_HOUSE_STYLE

    def words(self) -> str:
        """Return which style the body uses, in a sentence."""
        if self.body is None:
            return say("No body is set up yet: styles can be looked at and copied.")
        return say("{body} uses “{label}”.", body=self.body.name, label=self.styles[self.used].label)

    def is_own(self, name: str) -> bool:
        """Say whether a style is the register's own, so that it can be edited."""
        return name not in style_names()

    def users(self, name: str) -> tuple[str, ...]:
        """Return the names of the bodies that use a style."""
        return tuple(body.name for body in self.bodies if body.style_name == name)


def read_overview(uow: Transaction, body_id: str) -> Overview:
    """Read the styles and one body; the first body where this one is not there."""
    # It leads to the composers and to lxml: read on the register's thread, not in the way of the window.
    from wibdesk.gathering import all_styles  # noqa: PLC0415

    bodies = body_verbs.bodies(uow)
    body = next((body for body in bodies if body.id == body_id), next(iter(bodies), None))
    files = [body_file(uow, body.id, kind) if body else None for kind in (FileKind.TEMPLATE, FileKind.LOGO)]
    return Overview(all_styles(uow), body, bodies, *files)
