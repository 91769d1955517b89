"""The words of a paper by its language: one file each below `resources/words`."""

import json
from collections.abc import Callable
from functools import cache, wraps
from typing import Concatenate, ParamSpec

from wibdesk.documents.document import Document
from wibdesk.domain.paper_words import PaperWords, writing_in
from wibdesk.language import say
from wibdesk.paths import resource

More = ParamSpec("More")
ENGLISH = "en-GB"
PSEUDO = "qps-ploc"
"""English in ⟦brackets⟧: what stands outside them in a paper did not come from the words of its language."""


@cache
def languages() -> tuple[str, ...]:
    """Return the codes of the languages that have a file of words."""
    return tuple(sorted(path.stem for path in resource("words").glob("*.json")))


def words_in(language: str) -> PaperWords:
    """Return the words of a language: its own, else those of the same language elsewhere, else the English ones."""
    if language == PSEUDO:
        return _bracketed(_read(ENGLISH))
    wanted = language.casefold()
    alike = [code for code in languages() if code.casefold().partition("-")[0] == wanted.partition("-")[0]]
    exact = [code for code in alike if code.casefold() == wanted]
    return _read(next(iter([*exact, *alike]), ENGLISH))


def paper_code(screen: str) -> str:
    """Return the language of a paper that is of no body, and so speaks what the screen does: `fr_CA` is fr-CA."""
    return ENGLISH if screen in ("en", "pseudo") else screen.replace("_", "-")


def language_remark(language: str) -> str | None:
    """Return a sentence for the clerk where the desk has no words of a language and writes English; else None."""
    if words_in(language).language.partition("-")[0].casefold() == language.partition("-")[0].casefold():
        return None
    return say("The desk has no words in the language “{code}”, so what it writes itself is English.", code=language)


@cache
def _read(language: str) -> PaperWords:
    data = json.loads(resource(f"words/{language}.json").read_text(encoding="utf-8"))
    return PaperWords(language, data["said"], data["counted"])


def _bracketed(words: PaperWords) -> PaperWords:
    return PaperWords(
        PSEUDO,
        {key: f"⟦{said}⟧" for key, said in words.said.items()},
        {key: {form: f"⟦{said}⟧" for form, said in forms.items()} for key, forms in words.counted.items()},
    )


def in_its_language(
    writer: Callable[Concatenate[Document, More], bytes],
) -> Callable[Concatenate[Document, More], bytes]:
    """Make a writer say its own words in the language of the document that it writes."""

    @wraps(writer)
    def written(document: Document, /, *more: More.args, **named: More.kwargs) -> bytes:
        with writing_in(words_in(document.language)):
            return writer(document, *more, **named)

    return written
