"""Names as the house writes them in running text: with or without honours, and councillors by title and surname."""

from collections.abc import Callable, Iterable
from typing import TYPE_CHECKING, Any, TypeAlias

from wibdesk.documents.names import Names, without_honours
from wibdesk.domain.people import surname_of

if TYPE_CHECKING:
    from wibdesk.domain.house_style import HouseStyle

Transaction: TypeAlias = Any


def style_of(uow: "Transaction", meeting_id: str) -> "HouseStyle":
    """Return the house style of a meeting, else that of its body."""
    details = uow.meetings.get(meeting_id)
    style: HouseStyle = uow.house_styles.named(details.house_style or uow.bodies.get(details.body_id).house_style)
    return style


def in_running_text(style: "HouseStyle", everybody: Iterable[str]) -> Callable[[str], str]:
    """Return what writes a name in a sentence.

    A councillor is `Councillor Booth` where the style has a title for councillors, and the whole name where somebody
    else of `everybody` has that surname.
    """
    names, title = Names(style), style.councillors
    surnames = [surname_of(name).casefold() for name in {without_honours(names.named(name)) for name in everybody}]

    def written(name: str) -> str:
        said = names.named(name)
        surname = surname_of(said)
        alone = surnames.count(surname.casefold()) < 2
        return f"{title} {surname}" if said.startswith(f"{title} ") and surname != title and alone else said

    return written
