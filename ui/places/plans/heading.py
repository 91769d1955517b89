"""What is said over a plan: its title and extent, and where there is nothing, why and what to do."""

from ui.places.plans.board import Board
from wibdesk.domain.plan_course import PlanCourse
from wibdesk.domain.plan_tree import activities
from wibdesk.language import counted, say

TRACKER, LEADS, DUE, HISTORY = "tracker", "leads", "due", "history"
"""The views of a plan."""


def heading(course: PlanCourse | None) -> tuple[str, str]:
    """Return the title of the plan, and whose it is and how much it holds."""
    if course is None:
        return say("Plans"), ""
    plan = course.plan
    streams = counted(len(plan.workstreams), "{number} workstream", "{number} workstreams")
    below = counted(len(list(activities(plan))), "{number} activity", "{number} activities")
    said = f"{streams}, {below}"
    return plan.title, " · ".join(filter(None, (plan.body_name, plan.period, said)))


def emptiness(board: Board, view: str, words: str) -> tuple[str, str]:
    """Return why a view shows nothing, and what fills it; `words` are those that were to be found."""
    if words:
        return say("Nothing found"), say("Nothing in this view fits “{words}”. Esc shows all of it again.", words=words)
    if not board.bodies:
        return say("No plan yet"), say("A plan belongs to a body: set one up under Meetings first.")
    if board.course is None:
        return say("No plan yet"), say(
            "Read one from a file, paste its table from Word or a spreadsheet, or begin a new one."
        )
    if view == HISTORY:
        return say("Nothing has changed yet"), say("What is reported, moved or edited is told here, with who said so.")
    if view == DUE:
        return say("Nothing is due"), say("Every milestone is done.")
    return say("Nothing in this plan yet"), say("N adds its first workstream.")
