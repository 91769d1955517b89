"""What can be missing from an installation without anybody noticing for weeks: each is tried, told in a sentence."""

import json
from collections.abc import Callable, Iterator
from pathlib import Path

from wibdesk.errors import LockedError
from wibdesk.language import say
from wibdesk.paths import resource

WORD, SLIP = "councillor", "councilor"
PASSPHRASE, ANOTHER = "ledger lantern willow harbour", "another lantern willow harbour"
SQLITE = b"SQLite format 3"
TIME = 60.0
"""Seconds that a small register may take to open."""


class SelfTestError(Exception):
    """The desk is not whole, or did not do what was typed; the text says what was missing."""


def checks(folder: Path) -> Iterator[str]:
    """Try one thing after another in an empty folder, and yield what was found; SelfTestError where one fails."""
    for check in (fonts_and_icons, licences, spelling):
        yield check()
    for trial in (encryption, search):
        yield trial(folder)


def fonts_and_icons() -> str:
    """Say how many fonts and icons are there and whole; SelfTestError where one is missing or cut off."""
    fonts = [path for name in ("fonts", "page_fonts") for path in resource(name).glob("*.ttf")]
    icons = list(resource("icons").glob("*.svg"))
    _need(bool(fonts and icons), "no fonts or icons")
    for path in fonts:
        _need(path.read_bytes()[:4] in (b"\x00\x01\x00\x00", b"OTTO", b"true"), path.name)
    for path in icons:
        _need(path.read_text("utf-8").rstrip().endswith("</svg>"), path.name)
    return say("Fonts and icons: {fonts} fonts and {icons} icons are there.", fonts=len(fonts), icons=len(icons))


def licences() -> str:
    """Say how many things are shipped, each with the text of its licence; SelfTestError where a text is missing."""
    listed = resource("licences") / "components.json"
    _need(listed.is_file(), listed.name)
    parts = json.loads(listed.read_text("utf-8"))["components"]
    for part in parts:
        text = listed.parent / part["text"]
        _need(text.is_file() and text.stat().st_size > 0, part["text"])
    return say("Licences: {number} parts, each with its text.", number=len(parts))


def spelling() -> str:
    """Say that a slip is found and a word is not; SelfTestError where the dictionary is not read."""
    from wibdesk.spelling.loading import load  # noqa: PLC0415 - the window's self-test loads what it needs itself

    speller = load(resource("dictionaries"))
    known, slip = f"The {WORD} spoke.", f"The {SLIP} spoke."
    _need(speller is not None and not speller.misspelt(known) and bool(speller.misspelt(slip)), "the dictionary")
    return say("Spelling: a slip is found, and a right word is not taken for one.")


def encryption(folder: Path) -> str:
    """Say that a register opens with its passphrase alone; SelfTestError where it opens otherwise or is not locked."""
    register = folder / "locked.wibdesk"
    _open(register, PASSPHRASE)
    _need(not register.read_bytes().startswith(SQLITE), "encryption")
    _open(register, PASSPHRASE)
    _need(_refused(lambda: _open(register, ANOTHER)), "encryption")
    return say("Encryption: a register opens with its passphrase, and not with another.")


def search(folder: Path) -> str:
    """Say that full text is searched in a register of its own; SelfTestError where SQLite came without that."""
    # Only the self-test asks for the library itself: nothing else would say which one was packed.
    from sqlcipher3 import dbapi2  # noqa: PLC0415

    connection = dbapi2.connect(str(folder / "search.wibdesk"))
    try:
        connection.execute("CREATE VIRTUAL TABLE minutes USING fts5(words, tokenize='porter unicode61')")
        connection.execute("INSERT INTO minutes VALUES ('The committee received the reports.')")
        found = connection.execute("SELECT count(*) FROM minutes WHERE minutes MATCH 'report'").fetchone()[0]
        version = connection.execute("PRAGMA cipher_version").fetchone()[0]
    except dbapi2.Error as trouble:
        raise SelfTestError(say("Missing or broken in this installation: {what}.", what="FTS5")) from trouble
    finally:
        connection.close()
    _need(found == 1, "FTS5")
    return say(
        "Search: a word is found in another form (SQLite {sqlite}, SQLCipher {cipher}).",
        sqlite=dbapi2.sqlite_version,
        cipher=str(version).split()[0],
    )


def _open(register: Path, secret: str) -> None:
    # The store is heavy, and the rest of the self-test may fail without it.
    from wibdesk.desk import Desk  # noqa: PLC0415

    desk = Desk(register, secret=secret)
    try:
        desk.opened.result(TIME)
    finally:
        desk.close(wait=TIME)


def _refused(act: Callable[[], None]) -> bool:
    try:
        act()
    except LockedError:
        return True
    return False


def _need(there: bool, what: str) -> None:
    if not there:
        raise SelfTestError(say("Missing or broken in this installation: {what}.", what=what))
