"""Where a bar of a chart leads: the log narrowed to what it counts, the people, the plan."""

from datetime import date

from ui.place import Where
from wibdesk.domain.figures_open import raised_within
from wibdesk.domain.log_views import LogView


def led_to(chart: str, key: str, body_id: str, today: date) -> tuple[str, Where]:
    """Return the place, and what it is asked to show, for a bar with this key."""
    match chart:
        case "attendance":
            return "people", Where(body_id=body_id)
        case "milestones":
            return "plans", Where(body_id=body_id)
        case "age":
            first, before = raised_within(int(key), today)
            view = LogView("open", body_id, raised_from=first, raised_before=before)
        case "owner":
            view = LogView("all", body_id, owner=key)
        case "organisation":
            view = LogView("all", body_id, organisation=key)
        case _:
            view = LogView("open", body_id)
    return "actions", Where(body_id=body_id, note=view.note())
