"""Scenes of the help: pages, finding, what is new, the key card, and the guided first meeting."""

from tests.screens.stage import Stage
from ui.guide.guide import Guide


def helping(stage: Stage) -> None:
    """The help from the room and back, found by words, its pages, and the card to print."""
    stage.go("meetings")
    stage.press("Home", "Ctrl+Return")
    stage.rest()
    stage.press("Ctrl+E", "F1")
    stage.shot("H0-help-attendance")
    stage.press("Ctrl+Down", "Ctrl+Down")
    stage.shot("H1-help-next-heading")
    stage.press("/")
    stage.type("vote tie")
    stage.shot("H2-help-found")
    stage.press("Return")
    stage.rest()
    stage.shot("H3-help-section")
    stage.press("/")
    stage.type("zebra")
    stage.shot("H4-help-nothing-found")
    stage.press("Esc")
    stage.shot("H5-help-contents")
    stage.go("help")
    stage.window.place.read("shorthand")
    stage.shot("H6-help-picture")
    stage.window.place.read("whats_new")
    stage.shot("H7-help-news")
    stage.window.place.read("glossary")
    stage.press("Tab")
    stage.shot("H8-help-glossary")
    stage.press("Esc", "Ctrl+/")
    stage.shot("H9-key-card")
    stage.press("Esc")
    stage.go("meetings")
    stage.window.rail.setFocus()
    stage.shot("HA-tip")


def guided(stage: Stage) -> None:
    """The strip of the guided first meeting at its first steps and at its end."""
    stage.go("meetings")
    guide = Guide(stage.bench)
    guide.begin()
    stage.rest()
    stage.shot("I0-guide-first")
    stage.press("Home", "Ctrl+Return")
    stage.rest()
    stage.shot("I1-guide-start")
    stage.press("F5", "Ctrl+E", "Home", *("P", "Down") * 5)
    stage.rest()
    stage.shot("I2-guide-sentence")
    stage.press("Ctrl+3")
    stage.rest()
    stage.shot("I3-guide-elsewhere")
    for _ in range(6):
        guide.skip()
    stage.rest()
    stage.shot("I4-guide-done")
    guide.leave()
