"""The walk through lines of shorthand: what is shown under each while it is typed, and the question of two."""

from tests.screens.stage import Stage

MEMBERS = ("Home", *("P", "Down") * 12)
PROSE = (
    "The Board heard that contacts had risen by nine per cent over the summer, most of them from schools.",
    "Mr Nolan asked how many families had waited for a first visit.",
)


def typed_lines(stage: Stage) -> None:
    """The demo meeting of today, minuted by lines of shorthand."""
    stage.go("meetings")
    stage.press("Home", "Ctrl+Return", "F5", "Ctrl+E", *MEMBERS)
    stage.press("Esc", "Ctrl+Down", "Ctrl+Down")
    for words in PROSE:
        stage.type(words)
        stage.press("Return")
    _line(stage, "130-action", "/a ph heat map of vacancies by 6/10")
    _line(stage, "131-action-doubts", "/a iw and kr data pack for the whole partnership, with figures by ward, by 31/9")
    _line(stage, "132-decision", "/r That the shared definition be adopted from 1 October.")
    stage.press("Return")
    _line(stage, "133-vote", "/v 4-1-1")
    _line(stage, "134-joined", "/in Dr Farah Khan 9.58")
    _line(stage, "135-private", "/n Ring her before circulating.")
    _line(stage, "136-interest", "/i kr 4 governor of the school")
    _line(stage, "137-amendment", "/amend page 5: five -> six (kr)")
    stage.type("/v 3-3")
    stage.press("Return")
    stage.rest(200)
    stage.shot("138-tie")
    stage.press("1")
    stage.type("Det Supt K Rowe asked that for the next meeting there is a report on waiting times")
    stage.rest(1000)
    stage.shot("139-hint")
    stage.press("Return")
    stage.type("/a ph heat map of vacancies")
    stage.press("Tab")
    stage.shot("140-change")
    stage.press("Esc", "Return", "Ctrl+/")
    stage.shot("141-keys")
    stage.press("Esc")
    stage.type("/out Mr Nobody")
    stage.shot("142-missing")


def _line(stage: Stage, name: str, words: str) -> None:
    stage.type(words)
    stage.rest(200)  # a toast goes out of the way from time to time
    stage.shot(name)
    stage.press("Return")
