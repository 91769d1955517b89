"""Walks through the desk in a made-up language: `python -m tests.screens.translated OUT_DIR [--scenes room]`.

What is still in English, and what of the longer words is cut off, is printed; the exit code says if there is any.
Bodies, clerks and papers speak English here: their words are known from the register and from what a scene types.
"""

import argparse
import ast
import json
import os
import re
import sys
from contextlib import closing
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from tempfile import TemporaryDirectory

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

from PySide6.QtWidgets import QApplication
from sqlcipher3 import dbapi2

from installer.catalogue import messages
from tests.screens.reading import BESIDE, Seen, painted, read
from tests.screens.registers import built_register, copied
from tests.screens.scenes import SCENES
from tests.screens.stage import LOOKS, Look, Stage
from ui.languages import PSEUDO, speak
from ui.pseudo_language import CLOSED, LETTERS, OPENED
from wibdesk.domain.bodies import STANDING_ITEMS
from wibdesk.language import SPOKEN
from wibdesk.paths import resource

KEY = re.compile(r"(Ctrl|Alt|Shift|Esc|Enter|Tab|Del|Space|PgUp|PgDn|Home|End|Backspace|F\d+|.|/\w+|\d+)")
OWN = {
    *(
        "wibdesk",
        "source serif",
        "atkinson",
        "qt",
        "pdf",
        "word",
        "csv",
        "json",
        "rag",
        "docx",
        "html",
        "txt",
        "kb",
        "mb",
    ),
    *(
        "2 px",
        "4 px",
        "english",
        "starttls",
        "tls",
        "thunderbird",
        "gb",
        "name@example.org",
        "smtp.example.org",
        "en-gb",
        "{{document}}",
        "caption",  # a style of Word
        "draft",
        "not yet approved",
        "read beside the plan",
    ),
}
"""Names that are the same in every language, and what is printed across a draft."""
PAPERS = ("PagesView", "Page", "BesidePages")
"""What shows papers, which speak the language of their body."""
HELP = ("b6-promise", "S6-templates")
"""Pictures of a page of the help and of a letter, which are whole texts of their own in each language."""
MEANT = ("typo", "relieved", "retrieved", "reprieved", "revved", "deferrals", "federals")
"""What the English dictionary proposes for the slips of the scene of spelling."""
PLANS = Path(__file__).resolve().parents[3] / "shared" / "seeds"
"""Where a scene takes a plan from: its words are nobody's on screen."""
ACCENTED = re.compile(f"[{''.join(map(chr, LETTERS.values()))}]")
SUM = re.compile(r"[0-9a-f]{32,}|\S+\.wibdesk\b|(?<!\S)/\S+/\S+")
MARKS = re.compile(r"\]\([^)]*\)|[`*\[]|<[^>]*>")
_INSIDE = re.compile(rf"{OPENED}[^{OPENED}{CLOSED}]*{CLOSED}")
_PIECES = re.compile(r", | \(| · |  |\. |\n")
_BETWEEN = re.compile(r"[,;:·()“”\t\n]|\. |  | – |\d+(?:[.:/]\d+)*|…")


class Walk(Stage):
    """A stage that notes what is read on it; each picture is a moment at which it looks."""

    seen: Seen

    def shot(self, name: str) -> None:
        """Keep the picture, and note what is on it."""
        super().shot(name)
        if self.wanted in name:
            self.seen.now = name
            read(self.window, self.seen)


@dataclass(frozen=True)
class Known:
    """What a register and a scene say: all of it in one text, and the values of the register as they are."""

    text: str
    values: frozenset[str]


def walk(name: str, look: Look, folder: Path, scratch: Path, *, shots: str = "") -> tuple[Seen, Known]:
    """Walk one scene; return what was seen, and all that the register and the scene say themselves."""
    source, scene = SCENES[name]
    SPOKEN.speak(None)  # a register made up before is in English
    register = copied(built_register(source, scratch), scratch / f"{name}-{look.name}")
    known = said_by_others(register, name)  # now, for a scene may encrypt it
    app = QApplication.instance() or QApplication(sys.argv[:1])
    assert isinstance(app, QApplication)
    speak(PSEUDO, app)
    Walk.seen = seen = Seen()
    try:
        with painted(seen):
            stage = Walk(register, look, folder, shots)
            try:
                scene(stage)
            finally:
                stage.close()
        return seen, known
    finally:
        SPOKEN.speak(None)


def untranslated(seen: Seen, known: Known) -> dict[str, str]:
    """Return the words that are in English though neither register nor scene say them, with where they were seen."""
    return {words: where for words, where in seen.words.items() if _english(words, where, known)}


def cut_off(seen: Seen) -> dict[str, str]:
    """Return the translated words that have not the room they need; what names somebody or something may be elided."""
    return {
        words: where
        for words, where in seen.cut.items()
        if OPENED in words and not _left(words).strip(" ·") and not where.startswith(BESIDE) and not _names(words)
    }


def _names(words: str) -> bool:
    """Say whether translated words name somebody: two words and more of them are as the register has them."""
    return len(re.findall("[A-Za-z]{2,}", _untranslated(words))) > 1


def _left(words: str) -> str:
    """Return what of words is not translated."""
    left = words.replace("\u200b", "")
    while (fewer := _INSIDE.sub("·", left)) != left:
        left = fewer
    return re.sub(rf"^.*{CLOSED}|{OPENED}.*$", "·", left, flags=re.DOTALL)  # a part of translated words


def _english(words: str, where: str, known: Known) -> bool:
    if where.partition(" ")[0] in PAPERS or where.endswith(HELP):
        return False
    left = [piece for piece in _PIECES.split(_left(SUM.sub("·", words))) if not _title(piece, known)]
    parts = [_untranslated(part.strip(" .!?'-+−%")) for piece in left for part in _BETWEEN.split(piece)]
    return any(
        re.search("[a-z]", part)
        and not part.startswith(("…", "/"))
        and not part.endswith((".wibdesk", ".wibmeeting", ".docx", ".pdf"))
        and part.casefold() not in OWN
        and not _said(part.casefold(), known)
        and not all(KEY.fullmatch(word) for word in part.split())
        for part in parts
    )


def _title(piece: str, known: Known) -> bool:
    """Say whether others said several words together: parts of them may be what the desk says elsewhere, as June.

    A word with a blank beside it is a part as well: before or after what was found.
    """
    return " " in piece and " ".join(piece.split()).casefold() in known.text


def _untranslated(part: str) -> str:
    """Return what of a part is not translated: of words that a line breaks off, the brackets stand elsewhere."""
    return " ".join(word for word in part.split() if not ACCENTED.search(word))


def _said(part: str, known: Known) -> bool:
    """Say whether others said a part: as it is, or for most of it, as where two versions of it are compared.

    What the desk itself says somewhere, a word such as record, is theirs only where it is all that one of them says.
    """
    if part in _catalogue() and part not in known.values:
        return False
    words, known_text = part.split(), known.text
    threes = [" ".join(words[at : at + 3]) for at in range(len(words) - 2)]
    return part in known_text or (len(threes) > 2 and 2 * sum(three in known_text for three in threes) > len(threes))


@cache
def _catalogue() -> frozenset[str]:
    """Return what the desk says, of which nothing is filled in."""
    return frozenset(message.words.strip(" .!?").casefold() for message in messages() if "{" not in message.words)


def said_by_others(register: Path, scene: str) -> Known:
    """Return all words of a register, and all that scenes type and paste."""
    found = [path.read_text("utf-8") for path in resource("").rglob("*.json")]  # styles, phrases, licences
    values = [
        *STANDING_ITEMS,
        *(json.loads(path.read_text("utf-8"))["label"] for path in resource("styles").glob("*.json")),
    ]
    found += STANDING_ITEMS
    if scene in ("style", "send"):  # which show what papers and letters say
        for path in (resource("words/en-GB.json"), *resource("styles").glob("*.json")):
            values += re.findall(r'"([^"]*)"', path.read_text("utf-8"))
    if scene == "long-plan":
        found += [path.read_text("utf-8") for path in PLANS.glob("*.plan.json")]
    if scene in ("help", "guide"):
        found += [path.read_text("utf-8") for path in resource("help").rglob("*.md")]
        found += [(Path(__file__).resolve().parents[2] / "CHANGELOG.md").read_text("utf-8")]
        values += _catalogue()  # its pages speak of what the desk says
    with closing(dbapi2.connect(str(register if register.exists() else ":memory:"))) as connection:
        tables = connection.execute("SELECT name FROM sqlite_master WHERE type = 'table' AND sql NOT LIKE '%VIRTUAL%'")
        for (table,) in tables.fetchall():
            rows = connection.execute(f'SELECT * FROM "{table}"').fetchall()
            values += [value for row in rows for value in row if isinstance(value, str)]
    for path in Path(__file__).parent.glob("*.py"):
        tree = ast.parse(path.read_text("utf-8"))
        found += [
            node.value for node in ast.walk(tree) if isinstance(node, ast.Constant) and isinstance(node.value, str)
        ]
    text = "\n".join(" ".join(MARKS.sub("", words).split()) for words in [*found, *values]).casefold()
    return Known(text, frozenset(value.strip(" .:").casefold() for value in values))


def main() -> int:
    """Walk the scenes that are wished and print what is wrong."""
    parser = argparse.ArgumentParser(prog="python -m tests.screens.translated", description=__doc__)
    parser.add_argument("folder", type=Path)
    parser.add_argument("--looks", default="light")
    parser.add_argument("--scenes", default=",".join(SCENES))
    parser.add_argument("--shots", default="", help="only pictures with this in their name")
    wish = parser.parse_args()
    wrong = 0
    with TemporaryDirectory() as scratch:
        for name in wish.scenes.split(","):
            for look in (look for look in LOOKS if look.name in wish.looks.split(",")):
                seen, known = walk(name, look, wish.folder, Path(scratch), shots=wish.shots)
                for kind, found in (("English", untranslated(seen, known)), ("cut off", cut_off(seen))):
                    for words, where in found.items():
                        print(f"{name} {look.name}: {kind}: {words!r} ({where})", flush=True)
                        wrong += 1
    return 1 if wrong else 0


if __name__ == "__main__":
    sys.exit(main())
