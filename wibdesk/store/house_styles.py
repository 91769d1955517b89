"""House styles by name: the register's own, and behind them those that the desk ships."""

import json
from typing import Any

import sqlalchemy as sa

from wibdesk.domain.house_style import HouseStyle, house_style_from
from wibdesk.domain.own_styles import OwnStyle
from wibdesk.domain.paper_words import PaperWords
from wibdesk.store.records import Row
from wibdesk.store.rows import Rows
from wibdesk.store.shipped import NOTHING_SHIPPED, Shipped
from wibdesk.store.tables import body, house_style, meeting, plan


class HouseStyles:
    """Queries over house styles."""

    def __init__(self, rows: Rows, shipped: Shipped = NOTHING_SHIPPED) -> None:
        self._rows = rows
        self._shipped = shipped

    def all(self) -> tuple[OwnStyle, ...]:
        """Return every own style, by label."""
        found = [_style(dict(row)) for row in self._rows.execute(sa.select(house_style))]
        return tuple(sorted(found, key=lambda s: (s.label.casefold(), s.name)))

    def get(self, name: str) -> OwnStyle | None:
        """Return the own style with this name; None where there is none."""
        found = self._rows.get(house_style, (name,))
        return _style(found) if found is not None else None

    def named(self, name: str | None) -> HouseStyle:
        """Return the style in force under a name: the register's own, else a shipped one.

        An own style that another version of the desk wrote, and this one cannot read, counts as the default.
        """
        own = self.get(name) if name is not None else None
        if own is None:
            return self._shipped.style(name)
        try:
            return house_style_from(dict(own.data), own.name)
        except ValueError:
            return self._shipped.style(None)

    def words_of(self, style: HouseStyle) -> PaperWords:
        """Return the words in which papers of this style, and what the desk puts into their minutes, are written."""
        return self._shipped.words(style.language)

    def put(self, record: OwnStyle) -> None:
        """Store a style in place of an earlier one with its name."""
        data = json.dumps(dict(record.data), ensure_ascii=False)
        self._rows.put(house_style, {"name": record.name, "data": data})

    def remove(self, name: str) -> None:
        """Take a style away."""
        self._rows.delete(house_style, "name", [name])

    def user_of(self, name: str) -> str | None:
        """Return the name of a body that uses the style, for itself, a meeting or a plan; None where none does."""
        users = [sa.select(body.c.name).where(body.c.house_style == name)]
        users += [sa.select(body.c.name).join(t).where(t.c.house_style == name) for t in (meeting, plan)]
        found = (self._rows.scalar(chosen.order_by(body.c.name).limit(1)) for chosen in users)
        return next((str(user) for user in found if user is not None), None)


def _style(row: Row) -> OwnStyle:
    return OwnStyle(row["name"], readable(row["data"]) or {})


def readable(data: str) -> dict[str, Any] | None:
    """Return the settings that are stored as text; None where the text is no JSON object."""
    try:
        settings = json.loads(data)
    except ValueError:
        return None
    return settings if isinstance(settings, dict) else None
