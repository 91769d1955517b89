"""The walk through the last minutes put right beside their form, and through Part 2 after the public left."""

from tests.screens.stage import Stage
from ui.place import Where
from wibdesk.domain.previous_minutes import is_minutes_item
from wibdesk.services import meetings


def part_two(stage: Stage) -> None:
    """A line of the last minutes corrected and deferred; the public leave, the item in private, and they return."""
    meeting = next(m for m in stage.read(meetings.meetings) if m.details.date == stage.at.date())
    whole = stage.read(meetings.meeting, meeting.details.id)
    minutes = next(item for item in whole.items if is_minutes_item(item))
    stage.go("room", Where(whole.body.id, whole.id, minutes.id))
    stage.press("F5", "Ctrl+M", "C")
    stage.rest()
    stage.shot("P0-last-minutes")
    stage.press("Down", "Down", "Down", "Return", "Ctrl+Right", "Ctrl+Shift+Right")
    stage.type("draft ")
    stage.press("Tab", "Tab")
    stage.type("He")
    stage.rest()
    stage.shot("P1-correction")
    stage.press("Return", "Return")
    stage.rest()
    stage.shot("P2-corrected")
    private = next(n for n, item in enumerate(whole.items) if item.part == 2)
    stage.press(*("Ctrl+Down",) * (private - 1 - whole.items.index(minutes)))
    stage.later(20)
    stage.press("Ctrl+Shift+F5")
    stage.rest()
    stage.shot("P3-in-private")
    stage.press("F11")
    stage.rest()
    stage.shot("P4-private-focus")
    stage.press("F11", "Ctrl+Up")
    stage.rest()
    stage.shot("P5-resolved-in-public")
    stage.press("Ctrl+Down", "Ctrl+Shift+F9")
    stage.rest()
    stage.shot("P6-public-back")
