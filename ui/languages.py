"""The language of the window: which there are, which one the clerk chose, and how its words are found.

A language is one catalogue, `resources/languages/<code>.qm`; `python -m installer.catalogue` makes and compiles it.
English needs none: the words of the code are English.
"""

from collections.abc import Sequence
from functools import cache
from pathlib import Path

from PySide6.QtCore import QCoreApplication, QLibraryInfo, QLocale, QTranslator

from wibdesk.language import ENGLISH, SPOKEN
from wibdesk.paths import resource

SYSTEM, PSEUDO = "system", "pseudo"
CONTEXT = "WIBDesk"
"""The one context of every catalogue, for all but what it says of an exact number."""
EXACTLY = "WIBDesk: exactly {number}"
"""The context of words for one number alone, where a language has more forms than Qt knows: Welsh for 2 and for 3."""


def languages(folder: Path | None = None) -> list[tuple[str, str]]:
    """Return what can be chosen, as pairs of a code and the name that the language has for itself."""
    codes = sorted(path.stem for path in (folder or resource("languages")).glob("*.qm"))
    return [(ENGLISH, "English"), *((code, _own_name(code)) for code in codes)]


def speak(
    wished: str, app: QCoreApplication | None, folder: Path | None = None, *, computer: Sequence[str] | None = None
) -> str:
    """Speak a language from now on: a code, or `system` for that of the computer; return the code of what is spoken.

    Catalogues are in `folder`, the shipped ones without; `computer` has the languages of the computer, Qt's without.
    Without an `app`, as on the command line, Qt's own words stay as they are.
    What is shown already stays as it is, so this comes before the window is made.
    """
    catalogues = folder or resource("languages")
    code = _of_the_computer(catalogues, computer) if wished == SYSTEM else wished
    if code == PSEUDO:
        # Only whoever looks for untranslated words wants it.
        from ui.pseudo_language import pseudo  # noqa: PLC0415

        SPOKEN.speak(lambda words, _meaning, _number: pseudo(words), PSEUDO)
        return PSEUDO
    own = QTranslator(app)
    if code == ENGLISH or not code.isidentifier() or not own.load(str(catalogues / f"{code}.qm")):
        SPOKEN.speak(None)
        return ENGLISH
    qt = QTranslator(app)
    translations = QLibraryInfo.path(QLibraryInfo.LibraryPath.TranslationsPath)
    if app is not None and qt.load(QLocale(code), "qtbase", "_", translations):
        app.installTranslator(qt)

    @cache
    def translate(words: str, meaning: str, number: int) -> str:
        exactly = own.translate(EXACTLY.format(number=number), words) if number >= 0 else ""
        return exactly or own.translate(CONTEXT, words, meaning or None, number) or words

    SPOKEN.speak(translate, code)
    return code


def _of_the_computer(catalogues: Path, names: Sequence[str] | None) -> str:
    """Return the first language of the computer that there is a catalogue of; the disk is not asked about English."""
    for name in QLocale.system().uiLanguages() if names is None else names:
        code = name.replace("-", "_")
        for known in (code, code.partition("_")[0]):
            if known == ENGLISH or (catalogues / f"{known}.qm").exists():
                return known
    return ENGLISH


def _own_name(code: str) -> str:
    name = QLocale(code).nativeLanguageName()
    return name[:1].upper() + name[1:] if name else code
