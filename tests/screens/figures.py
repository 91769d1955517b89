"""The figures of a body: charts and tables, another period, the bar that was reached."""

from tests.screens.stage import Stage


def figures(stage: Stage) -> None:
    """Every chart of the demo's boards, from the top to the foot of the page."""
    stage.go("figures")
    stage.shot("160-figures")
    stage.press("B", "2")
    stage.shot("161-figures-other-body")
    stage.press("P", "P", "Tab", "Tab", "Right")
    stage.shot("162-figures-all-years")
    bar = stage.window.place.scroller.verticalScrollBar()
    bar.setValue(bar.maximum())
    stage.shot("163-figures-foot")
    stage.press("T")
    stage.shot("164-figures-tables")
    stage.press("T", "Ctrl+P")
    stage.rest(800)
    stage.shot("165-figures-report")
