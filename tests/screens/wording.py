"""The walk through what helps inside a sentence: the two of a name, type-ahead, phrases, gaps and quotation marks."""

from tests.screens.stage import Stage
from wibdesk.domain.phrases import Phrase
from wibdesk.domain.terms import Term, TermKind
from wibdesk.services import phrases, terms

MEMBERS = ("Home", *("P", "Down") * 12)
TERMS = (
    Term(TermKind.ABBREVIATION, "CLA", "Children Looked After"),
    Term(TermKind.ABBREVIATION, "ya", "young adult"),
    Term(TermKind.TERM, "Re-referral definition"),
)
PHRASE = Phrase("presented", "{person} presented the report on {item} to {next group}.")


def wording(stage: Stage) -> None:
    """The demo meeting of today, with abbreviations and a phrase of its own."""
    for term in TERMS:
        stage.do(terms.keep_term, term)
    stage.do(phrases.keep_phrase, PHRASE)
    stage.go("meetings")
    stage.press("Home", "Ctrl+Return", "F5", "Ctrl+E", *MEMBERS)
    stage.press("Esc", "Ctrl+Down", "Ctrl+Down")
    for line in ("/in Ann Lee 9.30", "/in Cllr Tom Lee 9.30"):
        stage.type(line)
        stage.press("Return")
    stage.type("The Board heard that CLA and one ya had waited more than @@ days for a first visit. ;kr said")
    stage.press("Ctrl+Shift+Left", "Ctrl+Shift+Q", "End")
    stage.press("Return")
    stage.type("Then ;lee ")
    stage.shot("150-two-of-a-name")
    stage.press("Esc", "Return")
    stage.type("The group used the Re-r")
    stage.shot("151-type-ahead")
    stage.press("Tab")
    stage.type(" and the Re-referral figures are Re")
    stage.shot("152-type-ahead-framed")
    stage.press("Return", "Ctrl+;")
    stage.shot("153-phrases")
    stage.type("presented")
    stage.shot("154-phrases-narrowed")
    stage.press("Return")
    stage.shot("155-slots")
    stage.press("Tab", "Ctrl+T")
    stage.press("End", "Return", "Ctrl+;")
    stage.type("no such")
    stage.shot("156-no-phrase")
    stage.press("Esc", "F8")
    stage.shot("157-gap")
