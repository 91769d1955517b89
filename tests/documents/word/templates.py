"""Word templates as clerks have them, built here: letterheads, other languages, other programs, and files of harm."""

import io
import re
import subprocess
import zipfile
from collections.abc import Callable, Mapping
from pathlib import Path

import docx
from docx.shared import Cm, Pt, RGBColor

from tests.documents import making, reading

W = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
WORD = "application/vnd.openxmlformats-officedocument.wordprocessingml"


def saved(document) -> bytes:
    out = io.BytesIO()
    document.save(out)
    return out.getvalue()


def parts(data: bytes) -> dict[str, str]:
    """Return the XML parts of a file as text."""
    with zipfile.ZipFile(io.BytesIO(data)) as package:
        return {name: package.read(name).decode() for name in package.namelist() if name.endswith((".xml", ".rels"))}


def changed(data: bytes, change: Callable[[str, str], str], more: Mapping[str, str] | None = None) -> bytes:
    """Return a file with each text part as `change` of its name and words makes it, and with more parts."""
    out = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(data)) as package, zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as other:
        for name in package.namelist():
            content = package.read(name)
            textual = name.endswith((".xml", ".rels"))
            other.writestr(name, change(name, content.decode()).encode() if textual else content)
        for name, words in (more or {}).items():
            other.writestr(name, words)
    return out.getvalue()


def replaced(data: bytes, part: str, before: str, after: str) -> bytes:
    """Return a file with words of one part replaced, all of them; they must be there."""
    assert before in parts(data)[part]
    return changed(data, lambda name, words: words.replace(before, after) if name == part else words)


def plain_template() -> bytes:
    """Return what python-docx makes, which is Word's own template of 2010."""
    return saved(docx.Document())


def letterhead(place: str = "{{document}}") -> bytes:
    """Return a letterhead: a crest on the first page, even and odd headers, a footer, text before and after."""
    document = docx.Document()
    section = document.sections[0]
    section.different_first_page_header_footer = True
    document.settings.odd_and_even_pages_header_footer = True
    run = section.first_page_header.paragraphs[0].add_run()
    run.add_picture(io.BytesIO(making.png(60, 20)), width=Cm(4))
    section.header.paragraphs[0].text = "Norbury Council"
    section.even_page_header.paragraphs[0].text = "Even Norbury"
    section.footer.paragraphs[0].text = "12 High Street"
    normal = document.styles["Normal"].font
    normal.name, normal.size = "Georgia", Pt(12)
    document.styles["Heading 2"].font.color.rgb = RGBColor(0x80, 0, 0)
    document.add_paragraph("Our reference: 123")
    if place:
        document.add_paragraph(place)
    document.add_paragraph("With kind regards")
    return saved(document)


def german(*, translated: bool) -> bytes:
    """Return a template of German Word with its ids; `translated` where another program turned the names too."""
    ids = {"Heading": "berschrift", "ListBullet": "Aufzhlungszeichen", "ListNumber": "Listennummer"}
    ids |= {"Caption": "Beschriftung", "Normal": "Standard", "TableGrid": "Tabellenraster", "Header": "Kopfzeile"}
    names = {"heading ": "Überschrift ", "Heading ": "Überschrift ", "List Bullet": "Aufzählungszeichen"}
    names |= {"List Number": "Listennummer", "caption": "Beschriftung", "Caption": "Beschriftung"}

    def change(name: str, words: str) -> str:
        if name not in ("word/styles.xml", "word/document.xml", "word/numbering.xml"):
            return words
        for ours, theirs in ids.items():
            words = re.sub(rf'(w:styleId|w:val)="{ours}([0-9]?)"', rf'\1="{theirs}\2"', words)
        for ours, theirs in names.items() if translated else ():
            words = words.replace(f'<w:name w:val="{ours}', f'<w:name w:val="{theirs}')
        return words

    return changed(plain_template(), change)


def libreoffice(folder: Path) -> bytes:
    """Return a template that LibreOffice made."""
    (folder / "s.txt").write_text("Text\n", encoding="utf-8")
    profile = f"-env:UserInstallation=file://{folder}/profile"
    for form, source in (("odt", "s.txt"), ("dotx:MS Word 2007 XML Template", "s.odt")):
        command = [reading.need("soffice"), profile, "--headless", "--convert-to", form, "--outdir", str(folder)]
        subprocess.run([*command, str(folder / source)], capture_output=True, check=True)
    return (folder / "s.dotx").read_bytes()


def smallest(body: str = "<w:p/>", *, prefix: str = "w") -> bytes:
    """Return a Word file of two parts, which has no styles, no lists and no page, under another prefix if wished."""
    namespace = "http://schemas.openxmlformats.org/package/2006"
    office = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w") as package:
        package.writestr(
            "[Content_Types].xml",
            f'<Types xmlns="{namespace}/content-types"><Default Extension="rels" ContentType="application/'
            'vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/>'
            f'<Override PartName="/word/document.xml" ContentType="{WORD}.document.main+xml"/></Types>',
        )
        package.writestr(
            "_rels/.rels",
            f'<Relationships xmlns="{namespace}/relationships"><Relationship Id="r" '
            f'Type="{office}/officeDocument" Target="/word/document.xml"/></Relationships>',
        )
        body = body.replace("w:", f"{prefix}:")
        package.writestr(
            "word/document.xml",
            f'<{prefix}:document xmlns:{prefix}="{W}"><{prefix}:body>{body}</{prefix}:body></{prefix}:document>',
        )
    return out.getvalue()


def names(data: bytes) -> list[str]:
    """Return the names of all parts of a file."""
    with zipfile.ZipFile(io.BytesIO(data)) as package:
        return package.namelist()
