"""The window speaks the language that was chosen: from a catalogue, else English; a made-up one shows what is left."""

from datetime import time
from xml.etree import ElementTree

import pytest
from PySide6.QtCore import QLibraryInfo, QLocale

from installer.catalogue import Message, compile_catalogue, write_catalogue
from ui.languages import ENGLISH, PSEUDO, SYSTEM, languages, speak
from ui.pseudo_language import pseudo
from wibdesk.language import SPOKEN, counted, say

ACTIONS = Message("{number} actions", counted=True)
WORDS = {
    Message("“{words}” found"): ["Canfuwyd “{words}”"],
    Message("Open", "still to be done"): ["Heb ei chau"],
    Message("Open"): ["Agor"],
    ACTIONS: ["dim gweithredoedd", "un weithred", "{number} gweithred", "chwe gweithred", "{number} o weithredoedd"],
}
EXACTLY = {"WIBDesk: exactly 2": "dwy weithred", "WIBDesk: exactly 3": "tair gweithred"}


@pytest.fixture
def spoken(qapp):
    """The application, and English again at the end."""
    yield qapp
    SPOKEN.speak(None)


@pytest.fixture
def welsh(tmp_path):
    """A folder with a small catalogue of Welsh."""
    path = tmp_path / "cy.ts"
    write_catalogue(path, "cy", {message: ["ui/a.py:1"] for message in WORDS})
    tree = ElementTree.parse(path)
    for context, words in EXACTLY.items():
        translation = tree.getroot().find(f"context[name='{context}']/message/translation")
        del translation.attrib["type"]
        translation.text = words
    for node in tree.getroot().iterfind("context[name='WIBDesk']/message"):
        counts = node.get("numerus") == "yes"
        message = Message(node.findtext("source"), node.findtext("comment", ""), counts)
        translation = node.find("translation")
        del translation.attrib["type"]
        if counts:
            translation.clear()
            for form in WORDS[message]:
                ElementTree.SubElement(translation, "numerusform").text = form
        else:
            translation.text = WORDS[message][0]
    tree.write(path, "utf-8", xml_declaration=True)
    compile_catalogue(path)
    return tmp_path


def test_english_is_the_only_language_where_there_is_no_catalogue(tmp_path):
    assert languages(tmp_path) == [(ENGLISH, "English")]


def test_a_catalogue_is_offered_by_the_name_that_the_language_has_for_itself(welsh):
    assert languages(welsh) == [(ENGLISH, "English"), ("cy", "Cymraeg")]


def test_words_are_read_from_the_catalogue_with_their_meanings_and_counts(spoken, welsh):
    assert speak("cy", spoken, welsh) == "cy"
    assert say("“{words}” found", words="heat map") == "Canfuwyd “heat map”"
    assert (say("Open"), say("Open", "still to be done")) == ("Agor", "Heb ei chau")
    assert say("Not translated yet") == "Not translated yet"


def test_a_language_has_all_the_forms_that_it_counts_in(spoken, welsh):
    """Welsh has six: Qt knows five of them, for it has one for all from 2 to 5."""
    speak("cy", spoken, welsh)
    said = [counted(n, "{number} action", "{number} actions") for n in (0, 1, 2, 3, 4, 5, 6, 7, 22)]
    forms = ["dim gweithredoedd", "un weithred", "dwy weithred", "tair gweithred", "4 gweithred", "5 gweithred"]
    assert said == [*forms, "chwe gweithred", "7 o weithredoedd", "22 o weithredoedd"]


def test_qts_own_words_come_with_it(spoken, tmp_path, welsh):
    (welsh / "de.qm").write_bytes((welsh / "cy.qm").read_bytes())
    assert speak("de", spoken, welsh) == "de"
    there = QLibraryInfo.path(QLibraryInfo.LibraryPath.TranslationsPath)
    assert there
    assert QLocale("de").nativeLanguageName() == "Deutsch"
    assert spoken.translate("QPlatformTheme", "Cancel") == "Abbrechen"


@pytest.mark.parametrize("wished", [ENGLISH, "tlh", "../cy", ""])
def test_a_language_that_is_not_there_leaves_english(spoken, tmp_path, wished):
    assert speak(wished, spoken, tmp_path) == ENGLISH
    assert say("Open") == "Open"


@pytest.mark.parametrize(
    ("computer", "code"), [(["cy-GB", "en-GB"], "cy"), (["en-GB", "cy"], ENGLISH), (["fr-FR"], ENGLISH), ([], ENGLISH)]
)
def test_the_systems_language_is_the_first_that_there_is(spoken, welsh, computer, code):
    assert speak(SYSTEM, spoken, welsh, computer=computer) == code


def test_the_made_up_language_is_longer_in_brackets_and_keeps_what_is_filled_in(spoken):
    assert speak(PSEUDO, spoken) == PSEUDO
    said = say("Saved {time:%H:%M} of {number:,} words in {body}", time=time(9), number=9, body="B")
    assert said.startswith("⟦Šávéd 09:00 óf 9 ŵóŕdš íń B")
    assert said.endswith("⟧")
    assert len(pseudo("Search everything in the register of the board")) > 1.3 * 46
    assert pseudo(pseudo("Search")) == pseudo("Search")
    assert pseudo("12:30 – 14") == "12:30 – 14"
