"""What another program may leave on the clipboard to do harm: pages, rich text, our own form, and too much of it."""

from collections.abc import Callable, Iterator
from pathlib import Path

from PySide6.QtCore import QMimeData
from PySide6.QtWidgets import QApplication

from tests.hostile.confined import HOST, SECRET, Case
from ui.editor.clipboard import ENTRIES
from ui.editor.minute_editor import MinuteEditor
from ui.editor.paste import from_html
from ui.theme import Theme
from ui.widgets.fields import TextField
from wibdesk.interchange.json_text import printable
from wibdesk.services.minutes import texts

FORMS = {"html": "text/html", "rtf": "text/rtf", "entries": ENTRIES}
"""What each ending of a case stands for on the clipboard; any other is plain text."""
PLAIN = "the plain words"


def load(folder: Path) -> None:
    """Read a harmless page, so that all that is needed has been loaded."""
    assert from_html("<p>words</p>")


def meet(path: Path) -> str:
    """Paste it into the minutes and into a field, look at both, and copy it out again."""
    application = QApplication([])
    theme = Theme("light", motion=False)
    theme.apply_to(application)
    editor, field = MinuteEditor(theme), TextField(theme)
    told: list[str] = []
    field.refused.connect(told.append)
    for widget in (editor, field):
        widget.resize(800, 600)
        widget.show()
        widget.insertFromMimeData(_offered(path))
        application.processEvents()
        widget.grab()
    entries = editor.entries()
    assert entries, "no words came in"
    for words in (words for entry in entries for words in texts(entry)):
        assert printable(words) == words, "a letter came in that no page can print"
        assert not any(mark in words for mark in (HOST, SECRET)) or path.suffix == ".txt", "an address came in as words"
    editor.selectAll()
    editor.copy()
    return " ".join(told)


def _offered(path: Path) -> QMimeData:
    data, form = QMimeData(), FORMS.get(path.suffix[1:])
    if form is None:
        data.setText(path.read_text("utf-8", errors="surrogatepass"))
        return data
    data.setText(PLAIN)
    data.setData(form, path.read_bytes())
    return data


def cases() -> Iterator[Case]:
    """Yield every hostile content of a clipboard."""
    yield from _addresses()
    yield from _sizes()
    yield from _own()
    rich = b"{\\rtf1{\\object\\objautlink{\\*\\objdata 0105}}{\\field{\\*\\fldinst INCLUDEPICTURE http://evil.example}}"
    yield _case("rich text", "rtf", lambda: rich + b"{" * 2_000_000)
    many = "more than 200,000 letters"
    yield _case("10 MB of words", "txt", lambda: b"word " * 2_000_000, many)
    yield _case("10 MB without a blank", "txt", lambda: b"w" * 10_000_000, many)
    yield _case("a million lines", "txt", lambda: b"- a\n" * 1_000_000, many)
    yield _case("marks of markup", "txt", lambda: b"[*__**(\\" * 24_000)
    yield _case("marks of numbers", "txt", lambda: b"(1) " * 49_000)
    letters = "".join(map(chr, (*range(1, 32), *range(127, 160), 0xFFFE, 0xFFFF, 0x202E, 0x2066, 0x200B, 0xFEFF)))
    yield _case("letters that hide", "txt", (f"a{letters}b" + "\u0301" * 5_000).encode)
    yield _case("letters that hide in a page", "html", f"<p>a{letters}&#0;&#xd800;&#27;b</p>".encode)


REACHING = (
    '<img src="{0}">',
    '<img srcset="{0} 2x">',
    "<style>@import url({0});</style>",
    '<link rel=stylesheet href="{0}">',
    '<p style="background:url({0})">x</p>',
    '<base href="{0}">',
    '<svg><image href="{0}"/></svg>',
    '<v:imagedata src="{0}"/>',
    '<meta http-equiv=refresh content="0;{0}">',
    '<table background="{0}"><tr><td>x</table>',
    '<audio autoplay src="{0}">',
    '<ul style="list-style-image:url({0})"><li>x</ul>',
    '<math href="{0}">x</math>',
    '<object data="{0}"></object>',
    '<script src="{0}"></script>',
    '<iframe src="{0}"></iframe>',
)
"""Elements that a page reaches out with."""


def _addresses() -> Iterator[Case]:
    for address in (
        f"file:///{SECRET}",
        SECRET,
        f"file://{HOST}/share/a.png",
        f"\\\\{HOST}\\a.png",
        f"//{HOST}/a.png",
        f"http://{HOST}/a.png",
        f"javascript:fetch('http://{HOST}')",
    ):
        page = "".join(f"<p>words {element.format(address)}" for element in REACHING)
        yield _case(address, "html", lambda page=page: page.encode())


def _sizes() -> Iterator[Case]:
    for tag in (
        "div",
        "b",
        "span",
        "p",
        "ul><li",
        "table><tr><td",
        "blockquote",
        "a href=https://a.example",
        "font",
        "x",
    ):
        for number in (59, 200_000):
            yield _case(f"{number} {tag} inside", "html", lambda t=tag, n=number: (f"<{t}>" * n + "x").encode())
    yield _case("200,000 beside", "html", lambda: b"<div>x</div>" * 200_000)
    yield _case("as many as are read", "html", lambda: b"<p>x</p>" * 99_000)
    yield _case("as many looks as are read", "html", lambda: b"<p>" + b"<b>x</b><i>y</i>" * 49_000)
    yield _case("10 MB of page", "html", lambda: b"<p>" + b"word " * 2_000_000)
    yield _case("2 MB of one line", "html", lambda: b"<p>" + b"word " * 390_000)
    yield _case("2 MB without a blank", "html", lambda: b"<p>" + b"w" * 1_990_000)
    for cells in ("colspan=999999999", "rowspan=999999999", "colspan=-1", "width=999999999"):
        yield _case(cells, "html", lambda c=cells: f"<table><tr><td {c}>x</table>".encode())
    yield _case("100,000 rows", "html", lambda: b"<table>" + b"<tr><td>x</td></tr>" * 49_000)
    yield _case("a row of 90,000 cells", "html", lambda: b"<table><tr>" + b"<td>x" * 90_000)
    yield _case("a list from 9999999999", "html", lambda: b"<ol start=9999999999><li>x</ol><ol start=-5><li>y</ol>")
    yield _case("attributes", "html", lambda: b"<p " + b"a=1 " * 300_000 + b">x")
    yield _case("an attribute of 1 MB", "html", lambda: b"<p style='" + b"mso-list:l0 level1;" * 50_000 + b"'>x")
    yield _case("open quotation", "html", lambda: b"<p>x<a href='" + b"<p>" * 500_000)
    yield _case("open comment", "html", lambda: b"<p>x" + b"<!--" * 400_000)
    yield _case("open marks", "html", lambda: b"<p>x" + b"<" * 1_900_000)
    yield _case("open declarations", "html", lambda: b"<p>x" + b"<![" * 600_000)
    yield _case("entities", "html", lambda: b"<p>x" + b"&lt;" * 400_000 + b"&a" * 200_000)


def _own() -> Iterator[Case]:
    for name, data in {
        "deep": b"[" * 100_000,
        "deep inside": b'[{"kind":"paragraph","text":' + b"[" * 900 + b"]" * 900 + b"}]",
        "too much": b'[{"kind":"paragraph","text":"' + b"x" * 4_000_000 + b'"}]',
        "broken": b"\xff\xfe",
        "endless": b"[1e400]",
        "odd letters": b'[{"kind":"paragraph","text":"x\\ud800\\u0000y"}]',
        "many": b'[{"kind":"bullet","text":"x"},' * 9,
        "level 99": b'[{"kind":"bullet","text":"x","level":99}]',
        "level true": b'[{"kind":"bullet","level":true,"text":"x"}]',
        "cells": b'[{"kind":"table","rows":[[1,[2]],3]}]',
        "votes": b'[{"kind":"vote","votes_for":' + b"9" * 999 + b"}]",
        "sides": b'[{"kind":"vote","motion":"x","names":[["for",[["a"]]]]}]',
        "style": b'[{"kind":"numbered","style":"zz"}]',
        "due": b'[{"kind":"action","due":{"kind":"date","date":5},"status":"open"}]',
        "id": b'[{"kind":"paragraph","text":"x","id":5}]',
    }.items():
        yield _case(f"our own: {name}", "entries", lambda d=data: d)


def _case(name: str, ending: str, made: Callable[[], bytes], said: str | None = None) -> Case:
    return Case(name, f"clip.{ending}", made, said)
