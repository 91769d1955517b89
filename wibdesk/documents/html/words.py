"""Words and elements of the accessible page: every value is escaped, and a link leads only where one may follow it."""

import re
from html import escape

from wibdesk.documents.document import Run, Runs
from wibdesk.documents.plain_letters import plain_letters

_FOLLOWABLE = re.compile(r"(?:https?|mailto|tel):\S", re.IGNORECASE)
_MANY_SPACES = re.compile(" {2,}")
_TAB = "\u00a0\u00a0\u00a0 "


def tag(name: str, *content: str, **attributes: str | int | None) -> str:
    """Return an element with its content, which is markup already; an attribute that is None is left out.

    `class_` is the attribute `class`, and any other underscore a hyphen (`aria_label`).
    """
    said = "".join(
        f' {key.rstrip("_").replace("_", "-")}="{escaped(str(value))}"'
        for key, value in attributes.items()
        if value is not None
    )
    return f"<{name}{said}>{''.join(content)}</{name}>"


def escaped(text: str) -> str:
    """Return the text as it may stand in an element or in an attribute."""
    return escape(plain_letters(text))


def words_html(text: str) -> str:
    """Return words as markup: line ends break the line, several spaces stay several."""
    spaced = _MANY_SPACES.sub(lambda found: "\u00a0" * (len(found[0]) - 1) + " ", text.replace("\t", _TAB))
    return escaped(spaced).replace("\n", "<br>")


def label_html(label: str | None) -> str:
    """Return what stands before the words, with a blank that parts the two where there is no style sheet."""
    return tag("span", f"{escaped(label)} ", class_="label") if label else ""


def runs_html(runs: Runs) -> str:
    """Return runs of words as markup."""
    return "".join(_run(run) for run in runs if run.text)


def _run(run: Run) -> str:
    said = words_html(run.text)
    link = run.link if run.link and _FOLLOWABLE.match(run.link) else None
    for name, wanted in (("u", run.underline and link is None), ("em", run.italic), ("strong", run.bold)):
        said = tag(name, said) if wanted else said
    if link:
        return tag("a", said, href=link, lang=run.language)
    return tag("span", said, lang=run.language) if run.language else said
