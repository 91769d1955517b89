"""Charts in a Word file: lines and crisp points side by side, with words, and every program takes the file."""

import io
import posixpath
import zipfile
from dataclasses import replace

import docx
import pytest
from lxml import etree
from PIL import Image

from tests.documents.making import SVG
from tests.documents.word.templates import letterhead
from tests.figure_facts import TODAY, busy
from tests.validators import word_access
from tests.validators.word_audit import audit
from wibdesk.documents.compose.figures import compose_figures
from wibdesk.documents.compose.figures_charts import charts_of
from wibdesk.documents.document import Picture
from wibdesk.documents.styles import house_style
from wibdesk.documents.word.writer import write_docx

STYLE = house_style(None)
LOGO = Picture(SVG, "svg", "The seal of the Council")
WAYS = pytest.mark.parametrize("more", [{}, {"template": letterhead()}], ids=["ours", "their template"])


def word(**more) -> bytes:
    facts = busy()
    return write_docx(replace(compose_figures(facts.body_name, facts, STYLE, today=TODAY), **more), STYLE)


def parts(data: bytes) -> dict[str, bytes]:
    with zipfile.ZipFile(io.BytesIO(data)) as package:
        return {name: package.read(name) for name in package.namelist()}


def shown(data: bytes) -> list[tuple[str, bytes, bytes]]:
    """Return each chart of the body as its words, its points and its lines."""
    held = parts(data)
    names = {
        one.get("Id"): posixpath.normpath(posixpath.join("word", one.get("Target")))
        for one in etree.fromstring(held["word/_rels/document.xml.rels"])
        if one.get("TargetMode") != "External"
    }
    out = []
    for inline in etree.fromstring(held["word/document.xml"]).iter("{*}inline"):
        described = inline.find("{*}docPr")
        if described.get("name").startswith("Chart"):
            points, lines = (
                held[names[next(value for key, value in blip.attrib.items() if key.endswith("embed"))]]
                for tag in ("blip", "svgBlip")
                for blip in inline.iter(f"{{*}}{tag}")
            )
            out.append((described.get("descr"), points, lines))
    return out


@WAYS
def test_every_chart_is_there_as_points_and_as_lines_with_its_words(more):
    found = shown(word(**more))
    assert [words for words, _, _ in found] == [chart.words for chart in charts_of(busy())]
    for _, points, lines in found:
        with Image.open(io.BytesIO(points)) as image:
            assert image.format == "PNG"
            assert image.width > 1500
        assert etree.fromstring(lines).tag.endswith("svg")


@WAYS
def test_every_program_takes_the_file_and_no_two_pictures_have_one_number(more, tmp_path):
    data = word(logo=LOGO, **more)
    assert audit(data, tmp_path) == []
    numbers = [
        one.get("id")
        for name, part in parts(data).items()
        if name in ("word/document.xml", "word/header2.xml")
        for one in etree.fromstring(part).iter("{*}docPr")
    ]
    assert len(numbers) == len(set(numbers))


def test_a_screen_reader_finds_nothing_amiss():
    assert word_access.findings(word(logo=LOGO)) == []


def test_a_chart_stays_with_its_heading_and_its_table():
    paragraphs = docx.Document(io.BytesIO(word())).paragraphs
    charts = [n for n, one in enumerate(paragraphs) if "<w:drawing" in one.paragraph_format.element.xml]
    assert len(charts) == len(charts_of(busy()))
    for n in charts:
        assert paragraphs[n].paragraph_format.keep_with_next
        assert paragraphs[n - 1].paragraph_format.keep_with_next


def test_the_same_report_gives_the_same_bytes():
    facts = busy()
    document = compose_figures(facts.body_name, facts, STYLE, today=TODAY)
    assert write_docx(document, STYLE) == write_docx(document, STYLE)
