"""What wants chasing on the first screen, the log that a line leads to, and what else leaves the desk."""

from tests.screens.stage import Stage


def chasing(stage: Stage) -> None:
    """From the first screen to the calendar of a body, and to the paper of each owner."""
    stage.press("Ctrl+1")
    stage.rest()
    stage.shot("90-to-chase")
    stage.press("Home", "Down", "Down")
    stage.shot("91-to-chase-line")
    stage.press("Return")
    stage.rest()
    stage.shot("92-log-of-a-line")
    stage.press("Ctrl+1", "T")
    stage.shot("93-to-chase-folded")
    stage.press("T", "Ctrl+E")
    stage.rest()
    stage.shot("94-meeting-calendar")
    for paper in ("95-actions-per-organisation", "96-actions-per-owner", "97-action-log"):
        stage.press("Up", "Up") if paper.startswith("95") else stage.press("Up")
        stage.rest()
        stage.shot(paper)
