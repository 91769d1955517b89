"""Pasting from Word, the web and plain text: structure stays, everything else goes, and nothing is ever opened."""

import json

import pytest
from PySide6.QtCore import QMimeData, QUrl
from PySide6.QtGui import QTextDocument
from PySide6.QtWidgets import QApplication

from tests.keys import press
from tests.ui.editor.letters import type_letters
from ui.editor.carrying import from_bytes
from ui.editor.paste import LONGEST, from_html, from_text, words_only
from ui.widgets.fields import TextField
from wibdesk.domain.entries import KINDS, Bullet, Decision, Numbered, Paragraph, Subheading, Table
from wibdesk.domain.rich_text import plain_text

WORD = """<html xmlns:o="urn:schemas-microsoft-com:office:office">
<head><style><!-- p.MsoNormal {margin:0cm} --></style></head>
<body lang=EN-GB><!--StartFragment--><h1>Front door</h1>
<p class=MsoNormal><span style='font-family:"Comic Sans MS";color:red'>J&nbsp;Amari <b>presented</b>
the <span style='font-weight:bold'>report</span><o:p></o:p></span></p>
<p class=MsoListParagraphCxSpFirst style='text-indent:-18.0pt;mso-list:l0 level1 lfo1'><![if !supportLists]><span
style='font-family:Symbol'><span style='mso-list:Ignore'>·<span
style='font:7.0pt "Times New Roman"'>&nbsp;&nbsp; </span></span></span><![endif]>Two posts</p>
<p class=MsoListParagraphCxSpMiddle style='mso-list:l0 level2 lfo1'><span
style='mso-list:Ignore'>o<span>&nbsp; </span></span>filled</p>
<p class=MsoListParagraph style='mso-list:l1 level1 lfo2'><span
style='mso-list:Ignore'>(a)<span>&nbsp;</span></span>first</p>
<table border=1><tr><td><p class=MsoNormal><b>Who</b></p></td><td><p>No</p></td></tr>
<tr><td>A</td><td>1<br>2</td></tr></table>
<p>See <a href="https://a.example/x">it</a>, not <a href="javascript:alert(1)">this</a>
<img src="file://evil-host/share/a.png"></p>
<!--EndFragment--></body></html>"""
HOSTILE = {
    "img file": '<p>x<img src="file:///etc/passwd">',
    "img share": '<img src="file://evil-host/share/a.png">x',
    "css": '<style>@import url(file:///a.css)</style><p style="background:url(file:///b.png)">x',
    "nested div": "<div>" * 20_000 + "x",
    "nested table": "<table><tr><td>" * 2_000 + "x",
    "nested list": "<ul><li>" * 3_000 + "x",
    "colspan": "<table><tr><td colspan=999999999>x</td></tr></table>",
    "rows": "<table>" + "<tr><td>x</td></tr>" * 90_000 + "</table>",
    "long": "<p>" + "word " * 1_000_000,
    "paragraphs": "<p>x</p>" * 40_000,
    "marks": "<b>" * 50 + "*_[" * 20_000,
    "broken": "<p <<<a href='>x</p",
    "data": '<img src="data:image/png;base64,AAAA">x',
}


def same(found, wanted):
    """Compare entries but for their identities."""
    return [{**vars(e), "id": ""} for e in found] == [{**vars(e), "id": ""} for e in wanted]


def test_a_page_of_word_comes_in_as_entries_without_fonts_and_pictures():
    wanted = (
        Subheading("Front door"),
        Paragraph("J Amari **presented** the **report**"),
        Bullet("Two posts"),
        Bullet("filled", 2),
        Numbered("first", 1, "(a)"),
        Table((("**Who**", "No"), ("A", "1\n2"))),
        Paragraph("See [it](https://a.example/x), not this"),
    )
    assert same(from_html(WORD), wanted)


def test_a_web_page_keeps_lists_levels_numbers_and_heading_cells():
    html = (
        '<b style="font-weight:normal" id="docs-internal-guid-1"><ul><li>a<ul><li>b</li></ul></li></ul>'
        '<ol start="3" type="a"><li><p>c</p></li><li>d</li></ol>'
        "<table><tr><th>H</th></tr><tr><td><i>e</i></td></tr></table>plain<br>line</b>"
    )
    wanted = (
        Bullet("a"),
        Bullet("b", 2),
        Numbered("c", 1, "a.", 3),
        Numbered("d", 1, "a."),
        Table((("*e*",),), ("H",)),
        Paragraph("plain\nline"),
    )
    assert same(from_html(html), wanted)


def test_plain_lines_become_paragraphs_and_list_lines():
    text = "Intro *not italic*\r\n\r\n- a\n    - b\n1. c\n(2) d\n2026 was a year\n"
    wanted = (
        Paragraph(r"Intro \*not italic\*"),
        Bullet("a"),
        Bullet("b", 2),
        Numbered("c"),
        Numbered("d", 1, "(1)"),
        Paragraph("2026 was a year"),
    )
    assert same(from_text(text), wanted)


@pytest.mark.parametrize("name", HOSTILE)
def test_hostile_pages_come_in_as_words_and_open_nothing(editor, name):
    data = QMimeData()
    data.setHtml(HOSTILE[name])
    data.setText("the plain words")
    editor.insertFromMimeData(data)
    QApplication.processEvents()
    assert editor.entries(), "the words came in"
    assert "evil-host" not in editor.toPlainText()


def test_nothing_is_loaded_whatever_a_text_asks_for(editor):
    assert editor.loadResource(QTextDocument.ResourceType.ImageResource, QUrl("file:///etc/passwd")) is None


def test_one_pasted_line_flows_into_the_sentence_and_several_become_entries(editor):
    type_letters(editor, "Before after")
    press(editor, "Ctrl+Left")
    QApplication.clipboard().setText("now and ")
    press(editor, "Ctrl+V")
    assert [e.text for e in editor.entries()] == ["Before now and after"]
    QApplication.clipboard().setText("one\n- two\nthree")
    press(editor, "Ctrl+V")
    assert [(e.kind, e.text) for e in editor.entries()] == [
        ("paragraph", "Before now and one"),
        ("bullet", "two"),
        ("paragraph", "three"),
        ("paragraph", "after"),
    ]
    press(editor, "Ctrl+Z", "Ctrl+Z")
    assert [e.text for e in editor.entries()] == ["Before after"]


def test_the_words_alone_are_pasted_without_their_looks(editor):
    data = QMimeData()
    data.setHtml("<ul><li><b>bold</b></li></ul>")
    data.setText("- bold")
    QApplication.clipboard().setMimeData(data)
    press(editor, "Ctrl+Shift+W")
    assert same(editor.entries(), (Paragraph("- bold"),))


def test_what_is_copied_reads_as_plain_lines_and_clean_html_elsewhere(editor):
    editor.show_entries((Paragraph("a **b** <c>"), Bullet("d"), Numbered("e"), Decision(("f", "g"), style="(1)")))
    press(editor, "Ctrl+A", "Ctrl+C")
    data = QApplication.clipboard().mimeData()
    assert data.text() == "a b <c>\n- d\n1. e\n(1) f\n(2) g"
    assert data.html() == "<p>a <b>b</b> &lt;c&gt;</p><ul><li>d</li></ul><ol><li>e</li></ol><p>f</p><p>g</p>"


def test_an_enormous_paste_keeps_every_word_in_paragraphs_that_can_be_laid_out():
    for text in ("word " * 20_000, "w" * 100_000, "one\n" * 4_000, "a **b** " * 10_000):
        entries = from_text(text)
        assert max(len(entry.text) for entry in entries) <= LONGEST
        assert "".join("".join(plain_text(entry.text).split()) for entry in entries) == "".join(text.split())
    (cells, *more) = from_html("<table><tr>" + "<td>word word</td>" * 4_000 + "</table>")
    assert (cells.kind, more[0].kind) == ("paragraph", "paragraph")


def test_what_is_too_much_is_left_out_and_that_is_said_in_a_note_that_is_never_printed():
    for read in (from_text, words_only):
        *words, note = read("word " * 200_001)
        assert sum(entry.text.count("word") for entry in words) == 200_000
        assert (note.kind, "more than 1,000,000 letters" in note.text) == ("private_note", True)


def test_letters_that_no_page_can_print_do_not_come_in():
    assert same(from_text("a\0b\x1bc\x0bd\ufffe\u202ee"), (Paragraph("abc"), Paragraph("d\u202ee")))
    assert same(from_html("<p>a\ufffeb</p>"), (Paragraph("ab"),))


WRONG = (None, 5, True, "x", [], {}, [[]], 1e9, 10**30, [["for", [["a"]]]], "\ud800")


@pytest.mark.parametrize("kind", KINDS)
def test_values_of_a_wrong_sort_under_our_own_name_never_reach_the_sheet(kind):
    for field in vars(KINDS[kind]()):
        for value in WRONG:
            try:
                (entry,) = from_bytes(json.dumps([{"kind": kind, field: value}]).encode())
            except (ValueError, KeyError, TypeError):
                continue
            assert field == "id" or isinstance(getattr(entry, field), str | tuple | None | bool | int)
            assert "\ud800" not in str(entry)


def test_a_field_takes_a_long_text_whole_or_not_at_all(qapp, theme):
    field, told, data = TextField(theme), [], QMimeData()
    field.refused.connect(told.append)
    data.setText("Ann Lee\0\n" * 20_000)
    field.insertFromMimeData(data)
    assert field.toPlainText() == "Ann Lee\n" * 20_000
    data.setText("Ann Lee\n" * 30_000)
    field.insertFromMimeData(data)
    assert field.toPlainText() == "Ann Lee\n" * 20_000
    assert told == ["The text has more than 200,000 letters: paste it in parts."]


@pytest.mark.parametrize(
    "data",
    [
        b"[" * 100_000,
        b'[{"kind":"bullet","text":"x","level":99}]',
        b'[{"kind":"numbered","style":"zz"}]',
        b'[{"kind":"table","rows":[[1]]}]',
        b"",
        b"[]x",
        b"[1]",
        b'[{"kind":"paragraph","text":5}]',
        b'[{"kind":"no"}]',
        b'[{"kind":"action"}, null]',
        b"\xff",
    ],
)
def test_foreign_bytes_under_our_own_name_are_refused(data):
    with pytest.raises((ValueError, KeyError, TypeError)):
        from_bytes(data)
