"""What the shorthand knows of the meeting: people, days, items; given by whoever asks, so that reading stays pure."""

from dataclasses import dataclass
from datetime import date, time
from functools import cached_property

from wibdesk.domain.people import Group
from wibdesk.shorthand.name_index import NameIndex, index_of


@dataclass(frozen=True)
class KnownPerson:
    """Somebody a line may mean. `name` is what is stored; `shown` how the house style writes it in running text."""

    name: str
    shown: str = ""
    initials: str = ""
    role: str = ""
    organisation: str = ""
    group: Group = Group.MEMBER
    chair: bool = False
    present: bool = False
    attendee_id: str = ""

    @property
    def in_text(self) -> str:
        """The name as it stands in the minutes."""
        return self.shown or self.name


@dataclass(frozen=True)
class KnownItem:
    """An item of the agenda, by its number as shown."""

    id: str
    number: str
    title: str


@dataclass(frozen=True)
class Known:
    """The meeting as a line is read: `on` is its day, `scheduled` the coming days of the body, `now` the clock.

    `people` come with those most recently named in the item first; whoever is present wins over who is not.
    `item` is the id of the item on the sheet, `recommendation` what its report recommends, `previous` the day of the
    meeting whose minutes lie before this one, `holidays` the days on which nobody works, `references` those that the
    meeting's actions have already.
    """

    on: date
    scheduled: tuple[date, ...] = ()
    people: tuple[KnownPerson, ...] = ()
    items: tuple[KnownItem, ...] = ()
    item: str = ""
    now: time | None = None
    recommendation: str = ""
    previous: date | None = None
    holidays: tuple[date, ...] = ()
    references: tuple[str, ...] = ()

    @cached_property
    def names(self) -> NameIndex:
        """The people by every form of their names, made once."""
        return index_of(self.people)
