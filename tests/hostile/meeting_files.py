"""Meeting files made to do harm: too large, too deep, of wrong types, or of characters that hide what stands there."""

import contextlib
import copy
import io
import json
import shutil
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import sqlcipher3

from tests.hostile.confined import Case
from tests.interchange.bad_files import GOOD
from tests.interchange.contract import normal, without_references
from wibdesk.cli import main

REGISTER = "register.wibdesk"


def cases() -> Iterator[Case]:
    """Yield every hostile meeting file."""
    yield from _sizes()
    yield from _numbers()
    yield from _forms()
    yield from _letters()


def load(folder: Path) -> None:
    """Make the register that every file is imported into."""
    path = folder / "first.json"
    path.write_bytes(_with(("body", "name"), "Quiet Board"))
    assert _said(folder / REGISTER, "import", str(path)) == ""


def meet(path: Path) -> str:
    """Import it into a copy of the register; what is refused leaves no trace, what is taken in comes out again."""
    register = Path(shutil.copy(path.parents[1] / REGISTER, path.parent))
    before = _rows(register)
    if said := _said(register, "import", str(path)):
        assert _rows(register) == before, "something was stored"
        return said
    copy_of_it = path.with_name("again.json")
    assert _said(register, "export", "M2", "--as", "json", "--to", str(copy_of_it)) == ""
    first, again = (json.loads(file.read_bytes()) for file in (path, copy_of_it))
    assert without_references(normal(first)) == without_references(normal(again)), "it came out as something else"
    return ""


def _said(register: Path, *words: str) -> str:
    """Return what the command line said of its failure; empty where it did what was asked for."""
    err = io.StringIO()
    with contextlib.redirect_stderr(err), contextlib.redirect_stdout(io.StringIO()):
        code = main(["--store", str(register), *words])
    return err.getvalue().strip() if code else ""


def _rows(register: Path) -> dict[str, list]:
    """Return all that a register holds, but for its own notes of when it was open."""
    with contextlib.closing(sqlcipher3.connect(str(register))) as database:
        names = [name for (name,) in database.execute("SELECT name FROM sqlite_master WHERE type = 'table'")]
        return {
            name: sorted(map(repr, database.execute(f'SELECT * FROM "{name}"')))
            for name in names
            if name not in ("register", "alembic_version")
        }


def _sizes() -> Iterator[Case]:
    text = b"x" * 1_000_000
    yield _file("100 MB", lambda: b'{"a": "' + text * 100 + b'"}', "larger than 20 MB")
    yield _file("deep lists", lambda: b"[" * 100_000, "commas and brackets")
    yield _file("deep groups", lambda: b'{"a":' * 20_000 + b"1" + b"}" * 20_000, "more than 50 deep")
    yield _file("deep entries", lambda: _with(("items", 0, "entries"), _nested(900)), "more than 50 deep")
    yield _file("empty lists", lambda: b"[" + b"[]," * 6_000_000 + b"[]]", "commas and brackets")
    yield _file("fractions", lambda: b"[" + b"0.1," * 4_900_000 + b"1]", "commas and brackets")
    yield _file("1,000,000 entries", lambda: _entries(1_000_000, b"{}"), "commas and brackets")
    yield _file("as many entries as are read", lambda: _entries(7_400, b'{"kind":"bullet","text":""}'), None)
    yield _file("a text of 10 MB", lambda: _with(("items", 0, "title"), "x" * 10_000_000), "items[0].title: has 10,000")
    yield _file("a text of 100,000 letters", lambda: _with(("items", 0, "title"), "x" * 100_000), None)
    yield _file("a key of 10 MB", lambda: _with(("k" * 10_000_000,), 1), "this key is not part of the format")
    yield _file("many keys twice", lambda: _keys(25_000), "this key stands twice")
    yield _file("4,000 people", lambda: _with(("attendance",), [GOOD["attendance"][0]] * 4_000), "at most 2,000")
    yield _file(
        "2,000 people",
        lambda: _with(("attendance",), [{**GOOD["attendance"][0], "name": f"A{n}"} for n in range(2_000)]),
        None,
    )
    yield _file("markup without end", lambda: _with(("items", 0, "title"), "[*__**(" * 14_000), None)


def _numbers() -> Iterator[Case]:
    for number in ("1e400", "-1e400", "NaN", "-Infinity"):
        data = json.dumps(_changed(("items", 0, "planned_minutes"), "@")).replace('"@"', number).encode()
        yield _file(number, lambda data=data: data, "items[0].planned_minutes: this number is not one")
    for number in ("1" * 10_000, "1" * 4_000, "1e308", "-0.0001", "1" * 19):
        data = json.dumps(_changed(("items", 0, "planned_minutes"), "@")).replace('"@"', number).encode()
        said = "too long to be read" if len(number) > 4_300 else "items[0].planned_minutes: "
        yield _file(f"the number {number[:7]} of {len(number)}", lambda data=data: data, said)
    for word in ("١٢", "0x10", "1_000", "+1", ".5", "01"):
        yield _file(f"the number {word}", lambda word=word: b'{"format": ' + word.encode() + b"}", "this is not JSON")


def _forms() -> Iterator[Case]:
    good = json.dumps(GOOD)
    yield _file("UTF-16", lambda: good.encode("utf-16"), "not UTF-8")
    yield _file("UTF-32", lambda: good.encode("utf-32"), "not UTF-8")
    yield _file("a Word file", lambda: b"PK\3\4" + b"\x80" * 5000, "not UTF-8")
    yield _file("noughts", lambda: b"\0" * 10_000_000, "this is not JSON")
    yield _file("a page", lambda: b"<html><script>alert(1)</script></html>", "this is not JSON")
    yield _file("entities", lambda: b'<!DOCTYPE x [<!ENTITY a "aa">]><x>&a;</x>', "this is not JSON")
    yield _file("cut short", lambda: good.encode()[:-9], "the file ends in the middle")
    yield _file("two in one", lambda: good.encode() * 2, "this is not JSON")
    yield _file(
        "one key twice deep inside",
        lambda: good.replace('"text": "t"', '"text": "t", "text": "u"', 1).encode(),
        "items[0].entries[0].text: this key stands twice",
    )


def _letters() -> Iterator[Case]:
    for code in (0x00, 0x07, 0x0B, 0x1B, 0xD800, 0xDFFF, 0xFFFE, 0xFFFF):
        words = f"a{chr(code)}b"
        yield _file(f"U+{code:04X}", lambda w=words: _with(("items", 0, "title"), w), f"the character U+{code:04X}")
    yield _file("U+D800 in a key", lambda: _with(("\ud800",), 1), "this key is not part of the format")
    strange = "\u202egnp.exe\u202c \u200b\u2066\u2069\ufeff\u00ad \U000e0041 \U0010ffff a\u0301\u0301 =1+1 <b>&amp;"
    yield _file("letters that hide", lambda: _with(("items", 0, "title"), strange), None)
    yield _file("a body that hides", lambda: _with(("body", "name"), f"\u202e{strange}"), None)
    yield _file("marks without end", lambda: _with(("items", 0, "title"), "a" + "\u0301" * 99_000), None)
    yield _file("a path for a name", lambda: _with(("body", "name"), "../../../../tmp/pwned"), None)
    for key in ("__proto__", "__class__", "$ref", "$schema"):
        yield _file(key, lambda key=key: _with((key,), f"http://evil.example/{key}"), "is not part of the format")


def _file(name: str, made, said: str | None) -> Case:
    return Case(name, "m.json", made, said)


def _nested(levels: int) -> list:
    value: list = []
    for _ in range(levels):
        value = [value]
    return value


def _entries(number: int, entry: bytes) -> bytes:
    head, _, tail = _with(("items", 0, "entries"), "@").partition(b'"@"')
    return head + b"[" + b",".join([entry] * number) + b"]" + tail


def _keys(number: int) -> bytes:
    return ("{" + ",".join(f'"a{n}":1' for n in range(number)) + f',"a{number - 1}":2}}').encode()


def _with(path: tuple, value: Any) -> bytes:
    return json.dumps(_changed(path, value)).encode()


def _changed(path: tuple, value: Any) -> Any:
    document = copy.deepcopy(GOOD)
    there = document
    for step in path[:-1]:
        there = there[step]
    there[path[-1]] = value
    return document
