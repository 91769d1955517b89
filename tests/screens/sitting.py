"""The walk through a sitting: quorum met, on the edge and lost, adjourned and resumed, focus mode."""

from dataclasses import replace

from tests.screens.stage import Stage
from wibdesk.services import bodies, meetings

MEMBERS = ("Home", *("P", "Down") * 12)


def sitting(stage: Stage) -> None:
    """The demo meeting of today with a quorum of its own: how the room tells of it, of a pause, and in focus mode."""
    meeting = stage.read(meetings.find, "M2")
    members = sum(1 for a in meeting.attendance if a.group == "member")
    stage.do(bodies.change_body, replace(meeting.body, quorum=str(members - 1)))
    stage.go("meetings")
    stage.press("Home", "Ctrl+Return")
    stage.rest()
    stage.shot("120-quorum-planned")
    stage.later(2)
    stage.press("F5", "Ctrl+E", *MEMBERS)
    stage.press("Esc", "Ctrl+Down")
    stage.rest()
    stage.shot("121-quorum-met")
    stage.later(17)
    stage.press("Ctrl+Down")
    stage.type("The Chair welcomed the report and asked for the figures by school before the next meeting.")
    stage.later(14)
    _leaves(stage, 1)
    stage.shot("122-quorum-edge")
    stage.later(3)
    _leaves(stage, 2)
    stage.shot("123-quorum-lost")
    stage.press("F11")
    stage.rest()
    stage.shot("124-focus-lost")
    stage.press("Ctrl+E")
    stage.shot("125-focus-attendance")
    stage.press("Esc", "Esc", "Ctrl+F5")
    stage.rest()
    stage.later(12)
    stage.tell_time()
    stage.shot("126-adjourned")
    stage.press("Ctrl+F5")
    stage.rest()
    stage.shot("127-resumed")
    stage.press("Ctrl+E", "Home", "Down", "P", "Down", "P", "Esc", "F11")
    stage.tell_time()
    stage.shot("128-focus")


def _leaves(stage: Stage, row: int) -> None:
    stage.press("Ctrl+E", "Home", *("Down",) * row, "L", "Esc")
    stage.tell_time()
