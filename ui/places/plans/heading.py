"""What is said over a plan: its title and extent, and where there is nothing, why and what to do."""

from ui.places.plans.board import Board
from wibdesk.domain.plan_course import PlanCourse
from wibdesk.domain.plan_tree import activities

TRACKER, LEADS, DUE, HISTORY = "tracker", "leads", "due", "history"
"""The views of a plan."""


def heading(course: PlanCourse | None) -> tuple[str, str]:
    """Return the title of the plan, and whose it is and how much it holds."""
    if course is None:
        return "Plans", ""
    plan = course.plan
    counts = (len(plan.workstreams), "workstream"), (len(list(activities(plan))), "activity")
    said = ", ".join(_counted(count, noun) for count, noun in counts)
    return plan.title, " · ".join(filter(None, (plan.body_name, plan.period, said)))


def emptiness(board: Board, view: str, words: str) -> tuple[str, str]:
    """Return why a view shows nothing, and what fills it; `words` are those that were to be found."""
    if words:
        return "Nothing found", f"Nothing in this view fits “{words}”. Esc shows all of it again."
    if not board.bodies:
        return "No plan yet", "A plan belongs to a body: set one up under Meetings first."
    if board.course is None:
        return "No plan yet", "Read one from a file, paste its table from Word or a spreadsheet, or begin a new one."
    if view == HISTORY:
        return "Nothing has changed yet", "What is reported, moved or edited is told here, with who said so."
    if view == DUE:
        return "Nothing is due", "Every milestone is done."
    return "Nothing in this plan yet", "N adds its first workstream."


def _counted(count: int, noun: str) -> str:
    many = f"{noun[:-1]}ies" if noun.endswith("y") else f"{noun}s"
    return f"{count} {noun if count == 1 else many}"
