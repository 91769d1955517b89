"""The walk through the search: empty, as it is typed, narrowed, nothing found, opened and come back to."""

from tests.screens.stage import Stage

REST = 250  # milliseconds in which the desk waits for the next letter and answers


def searching(stage: Stage) -> None:
    """Search everything, filter what is found, open it and come back."""
    stage.press("Ctrl+Shift+F")
    stage.shot("Q0-search")
    stage.type("re-referral definit")
    stage.rest(REST)
    stage.shot("Q1-found")
    stage.press("Down", "Down")
    stage.shot("Q2-list")
    stage.press("Return")
    stage.rest(REST)
    stage.shot("Q3-opened")
    stage.press("Alt+Left")
    stage.rest(REST)
    stage.shot("Q4-back")
    stage.press("K")
    stage.shot("Q5-kinds")
    stage.press("2")
    stage.rest(REST)
    stage.shot("Q6-actions-only")
    stage.press("S")
    stage.shot("Q7-since")
    stage.press("2", "/")
    stage.type("board")
    stage.rest(REST)
    stage.shot("Q8-narrowed")
    stage.press("Esc")
    stage.type("zebra unicorn")
    stage.rest(REST)
    stage.shot("Q9-nothing")
    stage.press("Esc")
    stage.rest(REST)
    stage.shot("QA-recent")
    stage.window.place.filters.clear()
    stage.type("the")
    stage.rest(REST)
    stage.shot("QB-much")
