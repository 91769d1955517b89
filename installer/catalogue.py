"""Makes and compiles the catalogue of a language: `python -m installer.catalogue cy`, and again once it is translated.

Every word that is said on screen is found in the code, where `say`, `counted`, `later` or one of their kin names it.
What was translated before stays, new words are marked as unfinished, words no longer said go. Translate
`resources/languages/<code>.ts` in Qt Linguist; running this again compiles it to the `.qm` that the window loads.
"""

import argparse
import ast
import subprocess
import sys
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from xml.etree import ElementTree

ROOT = Path(__file__).resolve().parent.parent
LANGUAGES = ROOT / "resources" / "languages"
FOLDERS = ("ui", "wibdesk")
SAYING = ("say", "later", "write", "to_write")
"""What is said as it is written; the second argument, where it is text, says what is meant."""
CONTEXT, EXACTLY = "WIBDesk", "WIBDesk: exactly {number}"
"""The contexts of a catalogue: `ui/languages.py` looks into that of an exact number first."""
OWN_FORMS = {"cy": (2, 3)}
"""Numbers with a form of their own that Qt, which has one for 2 to 5, does not tell apart, by language.

They are translated once more in the contexts of these numbers; whatever is left out there is said as Qt has it.
"""
COUNTING = ("counted", "write_counted", "later_counted")
"""What is said of a number: its words are those for many, in as many forms as the language has."""


@dataclass(frozen=True, order=True)
class Message:
    """Words to be translated; `meaning` tells two meanings of the same words apart."""

    words: str
    meaning: str = ""
    counted: bool = False


def messages(root: Path = ROOT) -> dict[Message, list[str]]:
    """Return every message of the code with the places where it is said, as `path:line`."""
    found: dict[Message, list[str]] = {}
    for folder in FOLDERS:
        for path in sorted((root / folder).rglob("*.py")):
            for message, line in said_in(path.read_text("utf-8")):
                found.setdefault(message, []).append(f"{path.relative_to(root).as_posix()}:{line}")
    return found


def said_in(code: str) -> Iterator[tuple[Message, int]]:
    """Yield the messages of one module, each with its line."""
    for node in ast.walk(ast.parse(code)):
        # Of what is counted the words for many come last.
        if not isinstance(node, ast.Call) or not isinstance(node.func, ast.Name):
            continue
        if node.func.id in COUNTING and len(node.args) > 1:
            yield from ((Message(words, counted=True), node.lineno) for words in _texts(node.args[-1]))
        elif node.func.id in SAYING and node.args:
            meaning = "".join(_texts(node.args[1])) if len(node.args) > 1 else ""
            yield from ((Message(words, meaning), node.lineno) for words in _texts(node.args[0]))


def _texts(node: ast.expr) -> Iterator[str]:
    """Yield the text that an argument is, or each of two that it is one of."""
    if isinstance(node, ast.Constant) and isinstance(node.value, str):
        yield node.value
    elif isinstance(node, ast.IfExp):
        yield from _texts(node.body)
        yield from _texts(node.orelse)


def write_catalogue(path: Path, language: str, found: dict[Message, list[str]]) -> int:
    """Write the catalogue of a language, with what it has translated already; return how many words are unfinished."""
    before = translated(path)
    exact = {number: translated(path, EXACTLY.format(number=number)) for number in OWN_FORMS.get(language, ())}
    root = ElementTree.Element("TS", version="2.1", language=language, sourcelanguage="en")
    _add_context(root, CONTEXT, found, before)
    alone = {Message(message.words): places for message, places in found.items() if message.counted}
    for number, forms in exact.items():
        _add_context(root, EXACTLY.format(number=number), alone, forms)
    ElementTree.indent(root)
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(
        '<?xml version="1.0" encoding="utf-8"?>\n<!DOCTYPE TS>\n' + ElementTree.tostring(root, "unicode") + "\n",
        "utf-8",
    )
    return sum(before.get(message) is None for message in found)


def translated(path: Path, context: str = CONTEXT) -> dict[Message, list[str]]:
    """Return what a catalogue has translated: the words of each message, in their forms where it is counted."""
    if not path.exists():
        return {}
    found = {}
    root = ElementTree.parse(path).getroot()  # noqa: S314 - a file of this repository
    for node in root.findall(f"context[name='{context}']/message"):
        translation = node.find("translation")
        if translation is None or translation.get("type") in ("unfinished", "vanished", "obsolete"):
            continue
        forms = [form.text or "" for form in translation.iter("numerusform")] or [translation.text or ""]
        message = Message(node.findtext("source", ""), node.findtext("comment", ""), node.get("numerus") == "yes")
        found[message] = forms
    return found


def compile_catalogue(path: Path) -> Path:
    """Compile a catalogue to what the window loads, beside it; return that file."""
    compiled = path.with_suffix(".qm")
    tool = Path(sys.executable).parent / "pyside6-lrelease"
    subprocess.run([str(tool), "-silent", str(path), "-qm", str(compiled)], check=True)
    return compiled


def main(arguments: list[str] | None = None) -> int:
    """Bring the catalogue of a language up to date and compile it; return the exit code."""
    parser = argparse.ArgumentParser(prog="python -m installer.catalogue", description=__doc__)
    parser.add_argument("language", help="the code of the language, such as cy or fr_CA")
    parser.add_argument("--folder", type=Path, default=LANGUAGES, help="where the catalogue is; the shipped ones")
    wish = parser.parse_args(arguments)
    path = wish.folder / f"{wish.language}.ts"
    unfinished = write_catalogue(path, wish.language, found := messages())
    compiled = compile_catalogue(path)
    print(f"{path}: {len(found) - unfinished:,} of {len(found):,} messages are translated; {compiled.name} is made.")
    return 0


def _add_context(
    root: ElementTree.Element, name: str, found: dict[Message, list[str]], before: dict[Message, list[str]]
) -> None:
    context = ElementTree.SubElement(root, "context")
    ElementTree.SubElement(context, "name").text = name
    for message, places in sorted(found.items()):
        _add(context, message, places, before.get(message))


def _add(context: ElementTree.Element, message: Message, places: list[str], before: list[str] | None) -> None:
    node = ElementTree.SubElement(context, "message", {"numerus": "yes"} if message.counted else {})
    for place in places:
        name, _, line = place.rpartition(":")
        ElementTree.SubElement(node, "location", filename=f"../../{name}", line=line)
    ElementTree.SubElement(node, "source").text = message.words
    if message.meaning:
        ElementTree.SubElement(node, "comment").text = message.meaning
    translation = ElementTree.SubElement(node, "translation", {} if before else {"type": "unfinished"})
    if message.counted:
        for form in before or [""]:
            ElementTree.SubElement(translation, "numerusform").text = form
    elif before:
        translation.text = before[0]


if __name__ == "__main__":
    sys.exit(main())
