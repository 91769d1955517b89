"""The walk through the place of words and phrases."""

from tests.screens.stage import Stage
from ui.place import Where


def words_and_phrases(stage: Stage) -> None:
    """The three lists, a form, pasted lines and a search."""
    stage.go("words", Where(note="phrases"))
    stage.shot("80-phrases")
    stage.press("Return")
    stage.shot("81-phrase-form")
    stage.press("Esc", "N", "Ctrl+Return")
    stage.shot("82-phrase-new-fault")
    stage.press("Esc", "Right")
    stage.shot("83-abbreviations-none")
    stage.press("U")
    stage.shot("84-abbreviations")
    stage.press("Return")
    stage.shot("85-abbreviation-form")
    stage.press("Esc")
    stage.paste("SIB\tSufficiency Improvement Board\nCLA, Children Looked After\nFGC: family group conference")
    stage.shot("86-abbreviations-paste")
    stage.press("Esc", "Right")
    stage.paste("Norbury Marlbridge, Thornmere")
    stage.press("Ctrl+Return")
    stage.shot("87-your-words")
    stage.press("/")
    stage.type("zz")
    stage.shot("88-nothing-found")
    stage.press("Esc")
    stage.go("settings", Where(note="words"))
    stage.shot("89-settings-words")
