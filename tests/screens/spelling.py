"""The walk through spelling: waves, what was meant, a word that is kept, and the switch in the settings."""

from tests.screens.stage import Stage
from ui.place import Where

WORDS = (
    "Partners recieved the refferals late; Det Supt Rowe notted that Ofsted’s judgement on safegaurding was agred with "
    "Ms Amarri."
)


def spelling(stage: Stage) -> None:
    """The demo meeting of today, minuted by a clerk who types faster than she spells."""
    stage.go("meetings")
    stage.press("Home", "Ctrl+Return", "F5", "Ctrl+Down", "Ctrl+Down", "Ctrl+Down")
    stage.type(WORDS)
    stage.press("Return")
    stage.type("A furthur line being typd")
    stage.shot("170-waves")
    stage.press("Shift+F7")
    stage.shot("171-what-was-meant")
    stage.press("1", "Ctrl+Home", "F7", "F7")
    stage.shot("172-next-word")
    stage.press("A")
    stage.rest(200)
    stage.shot("173-one-of-your-words")
    stage.go("settings", Where(note="spelling"))
    stage.shot("174-settings")
