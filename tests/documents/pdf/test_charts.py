"""Charts in the PDF: lines and words, no dots; one figure each with its words; and the standards kept."""

import io
import re
import subprocess

import pypdf
import pytest

from tests.documents import reading
from tests.documents.pdf.test_standards import judged
from tests.figure_facts import TODAY, busy
from wibdesk.documents.charts.chart import Bar, Bars
from wibdesk.documents.compose.figures import compose_figures
from wibdesk.documents.compose.figures_charts import charts_of
from wibdesk.documents.document import ChartBlock, Document, Heading, Paragraph, plain
from wibdesk.documents.pdf.checking import pdf_findings
from wibdesk.documents.pdf.writer import write_pdf
from wibdesk.documents.styles import house_style, style_names


def report(meetings=11, members=6, style=None):
    facts = busy(meetings, members)
    return write_pdf(compose_figures(facts.body_name, facts, house_style(style), today=TODAY), house_style(style))


@pytest.mark.parametrize("style", style_names())
def test_the_report_keeps_the_standards_in_every_style(style):
    assert pdf_findings(report(style=style)) == ()


def test_verapdf_and_qpdf_find_nothing_in_few_or_many_meetings_and_members(tmp_path):
    files = {f"{meetings} {members}": report(meetings, members) for meetings, members in ((1, 1), (11, 6), (60, 40))}
    assert judged(files, tmp_path) == {}


def test_no_chart_is_a_picture_of_dots(tmp_path):
    path = tmp_path / "report.pdf"
    path.write_bytes(report())
    listed = subprocess.run(
        [reading.need("pdfimages"), "-list", str(path)], capture_output=True, check=True, text=True
    ).stdout
    assert len(listed.splitlines()) == 2  # the head of the list alone
    pages = pypdf.PdfReader(path).pages
    assert not [image for page in pages for image in page.images]
    assert sum(page.get_contents().get_data().count(b" l ") for page in pages) > 100


def test_the_words_of_a_chart_can_be_found_and_copied(tmp_path):
    words = reading.whole_pdf_words(report(), tmp_path)
    for said in ("under 1 month", "over 6 months", "Filled: present", "Diamond: overdue", "Owner 1"):
        assert said in words


def test_every_chart_is_a_figure_with_finding_and_figures_and_its_place():
    reader = pypdf.PdfReader(io.BytesIO(report()))
    figures = [each for each in elements(reader.trailer["/Root"]["/StructTreeRoot"]["/K"]) if each["/S"] == "/Figure"]
    assert [figure["/Alt"] for figure in figures] == [chart.words for chart in charts_of(busy())]
    for figure in figures:
        left, bottom, right, top = figure["/A"]["/BBox"]
        assert 0 < left < right < 596
        assert 0 < bottom < top < 842


def elements(element):
    """Yield an element of the structure tree and all below it."""
    element = element.get_object()
    if not isinstance(element, dict) or "/S" not in element:
        return
    yield element
    kids = element.get("/K", [])
    for kid in kids if isinstance(kids, list) else [kids]:
        if not isinstance(kid, int):
            yield from elements(kid)


@pytest.mark.parametrize("members", [6, 40])
def test_a_chart_stands_on_the_page_of_its_heading(tmp_path, members):
    path = tmp_path / "report.pdf"
    path.write_bytes(report(members=members))
    command = [reading.need("pdftotext"), "-layout", str(path), "-"]
    pages = subprocess.run(command, capture_output=True, check=True, text=True).stdout.split("\f")
    for chart in charts_of(busy(members=members)):
        start = re.sub(r"\s+", " ", chart.finding)[:40]
        (page,) = [page for page in pages if start in re.sub(r"\s+", " ", page)]
        assert chart.header[-1].split(" ")[0] in page


def test_a_name_in_another_script_is_drawn_in_a_face_that_has_it():
    odd = ChartBlock(Bars((Bar("Ωmega \u05d0\u05d1 \U0001f600 a\nb", 2, "2"), Bar("", 0, ""))), "words")
    blocks = (Heading(1, plain("x")), odd, Paragraph(plain("y")))
    assert pdf_findings(write_pdf(Document("t", "s", "a", "h", blocks), house_style(None))) == ()
