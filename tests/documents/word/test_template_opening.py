"""Files that cannot be a template are refused in words, and what must not travel with one stays behind."""

import io
import zipfile
from dataclasses import replace

import docx
import pytest
from PIL import Image
from PIL.PngImagePlugin import PngInfo

from tests.documents import making
from tests.documents.word import templates
from tests.documents.word.reading import word_lines
from tests.validators.word_audit import audit
from wibdesk.documents.document import Document
from wibdesk.documents.styles import house_style
from wibdesk.documents.word.house_template import check_template
from wibdesk.documents.word.sample import sample_document
from wibdesk.documents.word.writer import write_docx
from wibdesk.errors import UserError

STYLE = house_style(None)
SAMPLE = sample_document()
PLAIN = templates.plain_template()
TYPES = "[Content_Types].xml"
OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"


def word(template: bytes, document: Document = SAMPLE) -> bytes:
    return write_docx(replace(document, template=template), STYLE)


def typed(kind: str) -> bytes:
    return templates.changed(
        PLAIN, lambda name, words: words.replace("document.main+xml", kind) if name == TYPES else words
    )


def zipped(**files: bytes) -> bytes:
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as package:
        for name, content in files.items():
            package.writestr(name, content)
    return out.getvalue()


def bomb() -> bytes:
    return zipped(**{TYPES: b"<Types/>", "word/document.xml": b" " * 130_000_000})


def strict() -> bytes:
    there, strict = "http://schemas.openxmlformats.org/officeDocument/2006", "http://purl.oclc.org/ooxml/officeDocument"
    return templates.changed(PLAIN, lambda _, words: words.replace(there, strict))


def locked() -> bytes:
    data = bytearray(PLAIN)
    for name in (b"PK\x03\x04", b"PK\x01\x02"):
        at = -1
        while (at := data.find(name, at + 1)) >= 0:
            data[at + (6 if name[2] == 3 else 8)] |= 1
    return bytes(data)


def with_part(name: str, content: str = "<a/>") -> bytes:
    return templates.changed(PLAIN, lambda _, words: words, {name: content})


def wide(span: str) -> bytes:
    cell = f'<w:tc><w:tcPr><w:gridSpan w:val="{span}"/></w:tcPr><w:p/></w:tc>'
    return templates.smallest(f"<w:tbl><w:tr>{cell}</w:tr></w:tbl>")


def with_entities() -> bytes:
    return templates.replaced(PLAIN, "word/styles.xml", "<w:styles", '<!DOCTYPE w [<!ENTITY a "aaaa">]><w:styles')


REFUSED = {
    "empty": (b"", "is not a Word file"),
    "words": (b"Minutes of the meeting", "is not a Word file"),
    "old or locked": (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + b"\0" * 600, "password"),
    "cut short": (PLAIN[:3000], "is not a Word file"),
    "broken": (PLAIN[:4000] + b"\0" * 500 + PLAIN[4500:], "damaged"),
    "locked zip": (locked(), "locked"),
    "another zip": (zipped(a=b"b"), "is not a Word file"),
    "no main part": (zipped(**{TYPES: b"<Types/>"}), "is not a Word file"),
    "no body": (
        templates.replaced(templates.smallest(), "word/document.xml", "w:body", "w:other"),
        "is not a Word file",
    ),
    "broken xml": (templates.replaced(PLAIN, "word/styles.xml", "</w:styles>", ""), "damaged"),
    "entities": (with_entities(), "holds what no Word file has"),
    "macros": (typed("document.macroEnabled.main+xml"), "macros"),
    "macro template": (typed("template.macroEnabledTemplate.main+xml"), "macros"),
    "macros by their relation": (
        templates.replaced(
            PLAIN,
            "word/_rels/document.xml.rels",
            "</Relationships>",
            '<Relationship Id="rV" Type="http://schemas.microsoft.com/office/2006/relationships/vbaProject" '
            'Target="v.xml"/></Relationships>',
        ),
        "macros",
    ),
    "a way out": (with_part("../../evil.xml"), "names that no Word file has"),
    "a device": (with_part("word/CON.xml"), "names that no Word file has"),
    "a stream": (with_part("word/a:b.xml"), "names that no Word file has"),
    "a name that hides": (with_part("word/\u202egnp.xml"), "names that no Word file has"),
    "a name too long": (with_part("word/" + "x" * 300), "names that no Word file has"),
    "a part twice": (with_part("word/Styles.xml"), "names that no Word file has"),
    "a cell of 30 million columns": (wide("30000000"), "holds what no Word file has"),
    "a cell of no columns": (wide("many"), "holds what no Word file has"),
    "entities in UTF-16": (
        zipped(**{TYPES: '<?xml version="1.0" encoding="utf-16"?><!DOCTYPE a><Types/>'.encode("utf-16")}),
        "holds what no Word file has",
    ),
    "entities in an encoding of its own": (
        zipped(**{TYPES: '<?xml version="1.0" encoding="utf-7"?><!DOCTYPE a><Types/>'.encode("utf-7")}),
        "holds what no Word file has",
    ),
    "too many elements": (zipped(**{TYPES: b"<Types/>", "word/document.xml": b"<a/>" * 400_001}), "too large"),
    "a spreadsheet": (
        templates.changed(
            PLAIN,
            lambda n, t: t.replace("wordprocessingml.document.main", "spreadsheetml.sheet.main") if n == TYPES else t,
        ),
        "not a Word document",
    ),
    "strict": (strict(), "Strict Open XML"),
    "a bomb": (bomb(), "too large"),
    "too many parts": (zipped(**{f"a{n}": b"" for n in range(2100)}), "too large"),
}


@pytest.mark.parametrize("name", REFUSED)
def test_what_is_no_template_is_refused_in_words_and_stops_no_export(name):
    data, words = REFUSED[name]
    with pytest.raises(UserError, match=words) as told:
        check_template(data)
    assert str(told.value).endswith(".")
    assert word(data) == write_docx(SAMPLE, STYLE)


def test_a_template_file_becomes_a_document():
    types = templates.parts(word(typed("template.main+xml")))[TYPES]
    assert "document.main+xml" in types
    assert "template.main" not in types


def marked_up(body: str) -> bytes:
    return templates.smallest(
        f"<w:p><w:r><w:t>Top</w:t></w:r></w:p>{body}<w:p><w:r><w:t>{{{{document}}}}</w:t></w:r></w:p>"
    )


def test_comments_and_tracked_changes_are_gone_and_what_was_put_in_stays(tmp_path):
    said = '<w:r><w:t xml:space="preserve">{}</w:t></w:r>'
    by = 'w:id="9" w:author="K" w:date="2026-01-01T00:00:00Z"'
    body = (
        f"<w:p><w:pPr><w:rPr><w:ins {by}/></w:rPr><w:pPrChange {by}><w:pPr/></w:pPrChange></w:pPr>"
        f"<w:ins {by}>{said.format('new ')}</w:ins><w:del {by}><w:r><w:delText>old</w:delText></w:r></w:del>"
        f'<w:commentRangeStart w:id="1"/>{said.format("kept")}<w:commentRangeEnd w:id="1"/>'
        '<w:r><w:commentReference w:id="1"/></w:r><w:proofErr w:type="spellStart"/></w:p>'
        f'<w:tbl><w:tblPr/><w:tblGrid><w:gridCol w:w="900"/></w:tblGrid><w:tr><w:trPr><w:del {by}/></w:trPr>'
        f"<w:tc><w:p>{said.format('dropped row')}</w:p></w:tc></w:tr>"
        f"<w:tr><w:tc><w:p>{said.format('row')}</w:p></w:tc></w:tr></w:tbl>"
    )
    data = word(marked_up(body))
    assert word_lines(data)[:4] == ["Top", "new kept", "row", "Sample Board"]
    main = templates.parts(data)["word/document.xml"]
    assert not any(mark in main for mark in ("w:ins", "w:del", "comment", "pPrChange", 'author="K"'))
    assert audit(data, tmp_path) == []


def test_fields_that_fetch_are_stopped_and_others_stay():
    field = '<w:p><w:r><w:fldChar w:fldCharType="begin"/></w:r><w:r><w:instrText>{}</w:instrText></w:r></w:p>'
    body = field.format(' DDEAUTO c "x" ') + field.format(" DATE ")
    body += '<w:p><w:fldSimple w:instr=" INCLUDETEXT c:/secret "><w:r><w:t>seen</w:t></w:r></w:fldSimple></w:p>'
    main = templates.parts(word(marked_up(body)))["word/document.xml"]
    assert "DDE" not in main
    assert "INCLUDETEXT" not in main
    assert "seen" in main
    assert " DATE " in main


@pytest.mark.parametrize(
    "codes",
    [
        (" INCLUDE", 'PICTURE "//evil/x" '),
        (" D", "D", "EAUTO c evil "),
        (' HYPERLINK "file:', '///evil" '),
        (" IMPORT //evil/x ",),
    ],
)
def test_a_field_that_fetches_is_stopped_in_however_many_pieces_it_stands(codes):
    begin, middle, end = (f'<w:r><w:fldChar w:fldCharType="{kind}"/></w:r>' for kind in ("begin", "separate", "end"))
    pieces = "".join(f"<w:r><w:instrText>{code}</w:instrText></w:r>" for code in codes)
    page = f"{begin}<w:r><w:instrText> PAGE </w:instrText></w:r>{middle}{end}"
    alone = "<w:r><w:instrText>RD evil</w:instrText></w:r>"
    whole = f"<w:p>{begin}{pieces}{page}{middle}<w:r><w:t>seen</w:t></w:r>{end}{alone}</w:p>"
    main = templates.parts(word(marked_up(whole)))["word/document.xml"]
    assert "evil" not in main
    assert " PAGE " in main
    assert "seen" in main


def test_links_that_can_be_followed_stay_in_fields():
    code = ' HYPERLINK "https://norbury.example" '
    main = templates.parts(word(marked_up(f"<w:p><w:fldSimple w:instr='{code}'><w:r/></w:fldSimple></w:p>")))
    assert "norbury.example" in main["word/document.xml"]


def test_old_drawings_name_no_address_and_nothing_tells_of_the_sessions_of_writing():
    shape = (
        '<w:p w:rsidR="00AB12CD"><w:r><w:pict><v:shape xmlns:v="urn:schemas-microsoft-com:vml" href="http://evil/x">'
        '<v:imagedata src="http://evil/x"/></v:shape></w:pict></w:r></w:p>'
    )
    main = templates.parts(word(marked_up(shape)))["word/document.xml"]
    assert "evil" not in main
    assert "rsid" not in main


TRAP = b"51.5033 N at the author's house"


def drawn_in(name: str, kind: str, content: bytes) -> bytes:
    """Return a document on a letterhead that shows a part as a picture, that part changed."""
    element = '<w:r><w:drawing><x r:embed="rX"/></w:drawing></w:r>'
    data = linked("image", f"media/{name}", element, external=False)
    ending = name.rpartition(".")[2]
    if f'Extension="{ending}"' not in templates.parts(data)[TYPES]:
        typed = (
            f'<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="{ending}"'
        )
        before = typed.partition("<Default")[0]
        data = templates.replaced(data, TYPES, before, f'{typed} ContentType="{kind}"/>')
    out = io.BytesIO(data)
    with zipfile.ZipFile(out, "a") as package:
        package.writestr(f"word/media/{name}", content)
    return word(out.getvalue())


def noted(form: str) -> bytes:
    camera, told, out = Image.Exif(), PngInfo(), io.BytesIO()
    camera[0x010E] = TRAP.decode()
    told.add_text("Description", TRAP.decode())
    notes = {"pnginfo": told} if form == "PNG" else {"comment": TRAP, "progressive": True}
    Image.effect_noise((90, 40), 90).convert("RGB").save(out, form, exif=camera, icc_profile=TRAP, **notes)
    return out.getvalue() + (TRAP if form == "JPEG" else b"")


@pytest.mark.parametrize(("name", "form"), [("a.png", "PNG"), ("a.jpg", "JPEG")])
def test_pictures_of_a_template_keep_their_dots_and_lose_their_notes(name, form):
    content = noted(form)
    assert TRAP in content
    with zipfile.ZipFile(io.BytesIO(drawn_in(name, f"image/{form.lower()}", content))) as package:
        written = package.read(f"word/media/{name}")
    assert TRAP not in written
    with Image.open(io.BytesIO(content)) as before, Image.open(io.BytesIO(written)) as after:
        assert before.tobytes() == after.tobytes()


@pytest.mark.parametrize("content", [b"\x89PNG\r\n\x1a\n\0", b"\xff\xd8\xff", b"GIF89a and so on"])
def test_a_picture_that_cannot_be_read_travels_as_it_is(content):
    with zipfile.ZipFile(io.BytesIO(drawn_in("a.gif", "image/gif", content))) as package:
        assert package.read("word/media/a.gif") == content


def test_a_drawing_of_a_template_runs_and_fetches_nothing():
    bad = b'<svg xmlns="http://www.w3.org/2000/svg"><script>evil()</script><image href="http://evil/x"/><rect/></svg>'
    for content in (bad, b"evil", b'<svg xmlns="http://www.w3.org/2000/svg">' + b"<g/>" * 6_000 + b"evil</svg>"):
        with zipfile.ZipFile(io.BytesIO(drawn_in("a.svg", "image/svg+xml", content))) as package:
            assert b"evil" not in package.read("word/media/a.svg")


def test_a_program_that_is_called_a_picture_stays_behind():
    assert not any("evil" in name for name in templates.names(drawn_in("evil.exe", "image/png", b"MZ")))


def linked(kind: str, target: str, element: str, *, external: bool = True) -> bytes:
    """Return a letterhead whose main part has one more relation, and an element that uses it before the place."""
    mode = ' TargetMode="External"' if external else ""
    relation = f'<Relationship Id="rX" Type="{OFFICE}/{kind}" Target="{target}"{mode}/></Relationships>'
    template = templates.replaced(templates.letterhead(), "word/_rels/document.xml.rels", "</Relationships>", relation)
    return templates.replaced(
        template, "word/document.xml", "Our reference: 123</w:t></w:r>", f"Our reference: 123</w:t></w:r>{element}"
    )


def test_what_leads_outside_stays_behind_but_links_that_can_be_followed(tmp_path):
    shown = '<w:hyperlink r:id="rX"><w:r><w:t>our site</w:t></w:r></w:hyperlink>'
    good = word(linked("hyperlink", "https://norbury.example", shown))
    bad = word(linked("hyperlink", "file:///c:/secret.exe", shown))
    for data in (good, bad):
        assert word_lines(data)[0] == "Our reference: 123our site"
        assert audit(data, tmp_path) == []
    assert "norbury.example" in templates.parts(good)["word/_rels/document.xml.rels"]
    assert "secret" not in "".join(templates.parts(bad).values())


@pytest.mark.parametrize(
    ("kind", "element"),
    [
        ("image", '<w:r><w:drawing><x r:link="rX"/></w:drawing></w:r>'),
        ("oleObject", '<w:r><w:object><x r:id="rX"/></w:object></w:r>'),
        ("aFChunk", '<w:altChunk r:id="rX"/>'),
        ("control", '<w:r><w:pict><w:control r:id="rX"/></w:pict></w:r>'),
    ],
)
def test_pictures_and_objects_of_other_places_stay_behind(kind, element):
    data = word(linked(kind, "https://elsewhere.example/x.png", element))
    assert "elsewhere" not in "".join(templates.parts(data).values())
    assert "rX" not in templates.parts(data)["word/document.xml"]
    assert word_lines(data)[0] == "Our reference: 123"


def test_settings_that_lock_or_tie_the_file_are_gone_and_it_opens_as_of_today(tmp_path):
    settings = (
        '<w:attachedTemplate r:id="rId1"/><w:trackRevisions/><w:documentProtection w:edit="forms"/><w:defaultTabStop'
    )
    template = templates.replaced(PLAIN, "word/settings.xml", "<w:defaultTabStop", settings)
    found = templates.parts(word(template))["word/settings.xml"]
    assert not any(name in found for name in ("attachedTemplate", "trackRevisions", "documentProtection", "rsids"))
    assert 'compatibilityMode" w:uri="http://schemas.microsoft.com/office/word" w:val="15"' in found
    bare = templates.changed(PLAIN, lambda name, words: without_compat(words) if name == "word/settings.xml" else words)
    data = word(bare)
    assert 'w:val="15"' in templates.parts(data)["word/settings.xml"]
    assert audit(data, tmp_path) == []


def without_compat(words: str) -> str:
    before, _, rest = words.partition("<w:compat>")
    return before + rest.partition("</w:compat>")[2]


def test_a_part_may_be_related_twice(tmp_path):
    template = templates.letterhead()
    footer = next(name for name, words in templates.parts(template).items() if "High Street" in words)
    again = f'<Relationship Id="rY" Type="{OFFICE}/footer" Target="{footer.removeprefix("word/")}"/></Relationships>'
    twice = templates.replaced(template, "word/_rels/document.xml.rels", "</Relationships>", again)
    twice = templates.replaced(
        twice,
        "word/document.xml",
        '<w:footerReference w:type="default"',
        '<w:footerReference w:type="even" r:id="rY"/><w:footerReference w:type="default"',
    )
    assert audit(word(twice), tmp_path) == []
    assert word_lines(word(twice))[0] == "Our reference: 123"


def test_parts_that_no_page_shows_stay_behind():
    names = templates.names(word(PLAIN))
    assert not any(
        kind in name for name in names for kind in ("customXml", "stylesWithEffects", "thumbnail", "webSettings")
    )


def test_pictures_of_the_dropped_text_stay_behind():
    document = docx.Document()
    document.add_picture(io.BytesIO(making.png()))
    data = word(templates.saved(document))
    assert "drawing>" not in templates.parts(data)["word/document.xml"]
    assert not any("media" in name for name in templates.names(data))


def with_notes(text: str, kind: str) -> bytes:
    """Return a template with these words in it, and three notes: one that parts notes from the text, and 2 and 3."""
    note = kind.removesuffix("s")
    said = "".join(f'<w:{note} w:id="{n}"><w:p><w:r><w:t>Note {n}.</w:t></w:r></w:p></w:{note}>' for n in (2, 3))
    part = f'<w:{kind} xmlns:w="{templates.W}"><w:{note} w:id="0" w:type="separator"><w:p/></w:{note}>{said}</w:{kind}>'
    related = f'<Relationship Id="rN" Type="{OFFICE}/{kind}" Target="{kind}.xml"/></Relationships>'
    typed = f'<Override PartName="/word/{kind}.xml" ContentType="{templates.WORD}.{kind}+xml"/></Types>'
    changes = {
        TYPES: ("</Types>", typed),
        "word/_rels/document.xml.rels": ("</Relationships>", related),
        "word/document.xml": ("<w:body>", f"<w:body>{text}"),
    }
    return templates.changed(
        PLAIN,
        lambda name, words: words.replace(*changes[name]) if name in changes else words,
        {f"word/{kind}.xml": part},
    )


@pytest.mark.parametrize("kind", ["footnotes", "endnotes"])
def test_notes_go_out_only_with_the_words_that_they_belong_to(kind, tmp_path):
    marked = f'<w:p><w:r><w:t>Words</w:t></w:r><w:r><w:{kind.removesuffix("s")}Reference w:id="2"/></w:r></w:p>'
    place = "<w:p><w:r><w:t>{{document}}</w:t></w:r></w:p>"
    old = word(with_notes(marked, kind))
    kept = word(with_notes(marked + place, kind))
    dropped = word(with_notes(marked.replace("<w:r>", '<w:bookmarkStart w:id="7" w:name="wibdesk"/><w:r>', 1), kind))
    notes = [templates.parts(data)[f"word/{kind}.xml"] for data in (old, kept, dropped)]
    assert [("Note 2" in one, "Note 3" in one, "separator" in one) for one in notes] == [
        (False, False, True),
        (True, False, True),
        (False, False, True),
    ]
    assert [audit(data, tmp_path) for data in (old, kept, dropped)] == [[], [], []]
    assert "Words" in word_lines(kept)


def test_a_header_that_no_page_shows_stays_behind():
    document = docx.Document()
    document.sections[0].header.paragraphs[0].text = "Old header"
    document.add_section().header.is_linked_to_previous = False
    document.sections[1].header.paragraphs[0].text = "New header"
    whole = "".join(templates.parts(word(templates.saved(document))).values())
    assert "New header" in whole
    assert "Old header" not in whole


def test_a_picture_in_the_place_of_the_document_stays_behind(tmp_path):
    document = docx.Document()
    document.add_picture(io.BytesIO(making.png()))
    data = templates.replaced(
        templates.saved(document),
        "word/document.xml",
        "<w:drawing>",
        '<w:bookmarkStart w:id="7" w:name="wibdesk"/><w:bookmarkEnd w:id="7"/><w:drawing>',
    )
    written = word(data)
    assert not any("media" in name for name in templates.names(written))
    assert audit(written, tmp_path) == []
