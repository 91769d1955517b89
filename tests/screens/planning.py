"""The walk through the place of plans: tracked, corrected, read from outside, printed."""

from datetime import date
from pathlib import Path

from tests.screens.stage import Stage
from tests.services.plan_samples import on
from wibdesk.domain.entries import Progress
from wibdesk.interchange.meeting_file import read_file
from wibdesk.services import plan_taking, plan_tracking, plans

PASTED = (
    "Workstream 1 - Workforce\n"
    "Activity\tLead\tMilestones\tComments\n"
    "Recruitment\tI Nolan – Head of Workforce\t- Posts advertised 31/09/26\n"
    "- Panel in place by 16/10/26\tBudget agreed\n"
    "Induction\t\t- First group Spring 2027\n"
)


def planning(stage: Stage) -> None:
    """The empty place, a pasted table, the tracker with its forms, the other views."""
    stage.go("plans")
    stage.shot("P0-plans")
    course = stage.read(plan_tracking.course, stage.read(plans.plans)[0].id)
    steps = [m for w in course.plan.workstreams for a in w.activities for m in a.milestones]
    stage.do(plan_tracking.move_date, course.plan.id, steps[2].id, on(date(2026, 11, 20)), "No candidates.")
    stage.do(plan_tracking.report_progress, course.plan.id, steps[0].id, Progress.DONE, "Accepted by the Board.")
    stage.shot("P1-changed")
    stage.press("Down", "Return", "Down", "Down")
    stage.shot("P2-milestones")
    stage.press("Return")
    stage.shot("P3-milestone")
    stage.press("Esc", "U")
    stage.shot("P4-progress")
    stage.press("Esc", "M")
    stage.type("31/11")
    stage.press("Ctrl+Return")
    stage.shot("P5-no-such-day")
    stage.press("Esc", "R", "Ctrl+Return")
    stage.shot("P6-rag")
    stage.press("Esc", "D")
    stage.shot("P7-doubtful-date")
    stage.press("Esc", "E")
    stage.shot("P8-edit")
    stage.press("Esc", "N")
    stage.shot("P9-new")
    stage.press("Esc")
    for n, view in enumerate(("leads", "due", "history"), 1):
        stage.window.place.tabs.choose(view)
        stage.rest()
        stage.shot(f"PA-view-{n}")
    stage.window.place.tabs.choose("tracker")
    stage.window.place.table.setFocus()
    stage.paste(PASTED)
    stage.rest()
    stage.shot("PB-pasted")
    stage.press("Esc", "A")
    stage.rest()
    stage.shot("PC-action")
    stage.press("B")
    stage.shot("PD-choose")
    stage.press("Esc", "Ctrl+P")
    stage.rest(1200)
    stage.shot("PE-update")


def long_plan(stage: Stage) -> None:
    """A plan of many workstreams."""
    seed = Path(__file__).resolve().parents[3] / "shared" / "seeds" / "001.plan.json"
    stage.do(plan_taking.take_plan, read_file(seed))
    stage.go("plans")
    stage.press("X")
    stage.shot("PL0-long")
    stage.press("/")
    stage.type("adoption")
    stage.shot("PL1-found")
