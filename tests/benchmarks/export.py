"""Word and PDF of a 30-page meeting, against python-docx and reportlab setting the same words with no model."""

import io
import time
from collections.abc import Callable, Iterator
from datetime import date, datetime
from datetime import time as clock

from docx import Document as WordFile
from reportlab.lib.styles import getSampleStyleSheet
from reportlab.pdfbase.pdfmetrics import registerFont
from reportlab.pdfbase.ttfonts import TTFont
from reportlab.platypus import Paragraph as Flowing
from reportlab.platypus import SimpleDocTemplate
from reportlab.platypus import Table as FlowingTable

from tests.benchmarks.figures import Ratio
from tests.benchmarks.typing_keys import entries
from wibdesk.documents.compose.minutes import compose_minutes
from wibdesk.documents.document import Document, Heading, ListBlock, Paragraph, Signature, Table, words_of
from wibdesk.documents.pdf.writer import write_pdf
from wibdesk.documents.styles import house_style
from wibdesk.documents.word.writer import write_docx
from wibdesk.domain.agenda import Item
from wibdesk.domain.attendance import Attendee, Status
from wibdesk.domain.bodies import Body
from wibdesk.domain.meetings import Meeting, MeetingDetails
from wibdesk.paths import resource

NOW = datetime(2026, 9, 1, 12, 0)


def meeting(items: int) -> Meeting:
    """Return a meeting with this many items of 24 entries each; 30 fill about 30 pages."""
    body = Body("Norbury Children's Improvement Board")
    details = MeetingDetails(body.id, date(2026, 9, 1), start=clock(9, 30), venue="Committee Room 1")
    people = tuple(Attendee(f"Person {n}", Status.PRESENT, organisation="Norbury Council") for n in range(20))
    agenda = tuple(Item(f"Item about {n}", str(n + 1), entries=entries(24)) for n in range(items))
    return Meeting(body, details, people, agenda)


def words(document: Document) -> list[tuple[str, object]]:
    """Flatten a document to what a script without a model would have in hand: a style and its words."""
    out: list[tuple[str, object]] = []
    for block in document.blocks:
        match block:
            case Heading():
                out.append((f"Heading {block.level}", words_of(block.runs)))
            case Paragraph():
                out.append(("Normal", words_of(block.runs)))
            case ListBlock():
                out.extend(("List Bullet", words_of(item.runs)) for item in block.items)
            case Table():
                out.append(
                    (
                        "Table",
                        [list(block.header)] * bool(block.header) + [[words_of(c) for c in r] for r in block.rows],
                    )
                )
            case Signature():
                out.append(("Normal", block.words))
    return out


def bare_docx(flat: list[tuple[str, object]]) -> bytes:
    """Write the words with python-docx as its manual shows."""
    word = WordFile()
    for style, what in flat:
        if style == "Table":
            table = word.add_table(rows=0, cols=max(len(row) for row in what))
            for row in what:
                for cell, text in zip(table.add_row().cells, row, strict=False):
                    cell.text = text
        else:
            word.add_paragraph(what, style)
    out = io.BytesIO()
    word.save(out)
    return out.getvalue()


def bare_pdf(flat: list[tuple[str, object]]) -> bytes:
    """Write the words with reportlab as its manual shows: the same embedded fonts, a header, page numbers."""
    for name, file in (("Page", "Arimo_400Regular.ttf"), ("Page-Bold", "Arimo_700Bold.ttf")):
        registerFont(TTFont(name, resource(f"page_fonts/{file}")))
    styles = getSampleStyleSheet()
    for style in (s for s in styles.byName.values() if hasattr(s, "fontName")):
        style.fontName = "Page-Bold" if "Bold" in style.fontName else "Page"
    names = {"Normal": "Normal", "List Bullet": "Bullet", "Heading 1": "h1", "Heading 2": "h2", "Heading 3": "h3"}
    story = []
    for style, what in flat:
        if style == "Table":
            story.append(FlowingTable([[Flowing(cell, styles["Normal"]) for cell in row] for row in what]))
        else:
            story.append(Flowing(what.replace("&", "&amp;"), styles[names[style]]))
    out = io.BytesIO()
    SimpleDocTemplate(out).build(story, onFirstPage=_furniture, onLaterPages=_furniture)
    return out.getvalue()


def _furniture(canvas, template) -> None:
    canvas.setFont("Page", 9)
    canvas.drawString(60, 800, "Norbury Children's Improvement Board")
    canvas.drawString(60, 30, f"Page {template.page}")


def timed(rounds: int, *makers: Callable[[], bytes]) -> list[list[float]]:
    """Return the seconds of each maker, taken in turn; the first round warms up and does not count."""
    samples: list[list[float]] = [[] for _ in makers]
    for n in range(rounds + 1):
        for mine, maker in zip(samples, makers, strict=True):
            began = time.perf_counter()
            maker()
            if n:
                mine.append(time.perf_counter() - began)
    return samples


def run(*, short: bool) -> Iterator[Ratio]:
    """Compose and write against writing alone: the model's own cost counts."""
    style = house_style("organisation_board")
    full = meeting(4 if short else 30)
    flat = words(compose_minutes(full, style, now=NOW))
    rounds = 2 if short else 7
    ours, floor = timed(
        rounds, lambda: write_docx(compose_minutes(full, style, now=NOW), style), lambda: bare_docx(flat)
    )
    yield Ratio("Word, 30 pages", ours, floor, "bare python-docx", 1.3)
    ours, floor = timed(rounds, lambda: write_pdf(compose_minutes(full, style, now=NOW), style), lambda: bare_pdf(flat))
    yield Ratio("PDF, 30 pages", ours, floor, "bare reportlab", 1.25)
