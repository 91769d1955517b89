"""Our 30 and 300 pages against other programs that make the same: WeasyPrint, LibreOffice and docxtpl."""

import io
import shutil
import subprocess
import sys
import tempfile
from collections.abc import Callable, Iterator
from pathlib import Path

from docx import Document as WordFile

from tests.benchmarks.export import NOW, meeting, timed, words
from tests.benchmarks.figures import Amount, Ratio
from wibdesk.documents.compose.minutes import compose_minutes
from wibdesk.documents.html.writer import write_html
from wibdesk.documents.pdf.writer import write_pdf
from wibdesk.documents.styles import house_style
from wibdesk.documents.word.writer import write_docx

ROOT = Path(__file__).parents[2]
PEAK = """
import re
from tests.benchmarks.export import NOW, meeting
from wibdesk.documents.compose.minutes import compose_minutes
from wibdesk.documents.styles import house_style
from wibdesk.documents.{module} import {writer} as write
style = house_style(None)
print(len(write(compose_minutes(meeting({items}), style, now=NOW), style)))
print(re.search(r"VmHWM:\\s+(\\d+)", open("/proc/self/status").read())[1])
"""


def run(*, short: bool) -> Iterator[Ratio | Amount]:
    """Measure ours and theirs in turn, in one run; what is not installed is passed over and said."""
    style = house_style(None)
    document = compose_minutes(meeting(4 if short else 30), style, now=NOW)
    rounds = 1 if short else 5
    yield from _weasyprint(rounds, lambda: write_pdf(document, style), write_html(document, style))
    yield from _office(rounds, lambda: write_pdf(document, style), write_docx(document, style))
    yield from _templates(rounds, lambda: write_docx(document, style), words(document))
    yield from _length(rounds, 10)
    yield from (_peak(module, writer, 4 if short else items) for module, writer, items in _PEAKS)


_PEAKS = (("pdf_writer", "write_pdf", 30), ("pdf_writer", "write_pdf", 300), ("word_writer", "write_docx", 300))


def _weasyprint(rounds: int, ours: Callable[[], bytes], page: bytes) -> Iterator[Ratio]:
    try:
        from weasyprint import HTML  # noqa: PLC0415
    except (ImportError, OSError):
        print("WeasyPrint is not installed: passed over")
        return
    mine, theirs = timed(rounds, ours, lambda: HTML(string=page.decode()).write_pdf())
    yield Ratio("PDF, 30 pages", mine, theirs, "WeasyPrint", 0.2)


def _office(rounds: int, ours: Callable[[], bytes], word: bytes) -> Iterator[Ratio]:
    office = shutil.which("soffice")
    if office is None:
        print("LibreOffice is not installed: passed over")
        return
    with tempfile.TemporaryDirectory() as folder:
        source = Path(folder) / "minutes.docx"
        source.write_bytes(word)
        command = [office, f"-env:UserInstallation=file://{folder}/profile", "--headless", "--convert-to", "pdf"]
        command += ["--outdir", folder, str(source)]

        def convert() -> bytes:
            subprocess.run(command, capture_output=True, check=True)
            return source.with_suffix(".pdf").read_bytes()

        mine, theirs = timed(rounds, ours, convert)
    yield Ratio("PDF, 30 pages", mine, theirs, "LibreOffice from Word, its start included", 0.2)


def _templates(rounds: int, ours: Callable[[], bytes], flat: list[tuple[str, object]]) -> Iterator[Ratio]:
    try:
        from docxtpl import DocxTemplate  # noqa: PLC0415
    except ImportError:
        print("docxtpl is not installed: passed over")
        return
    template = _template()
    lines = [(style, what if isinstance(what, str) else " ".join(map(" ".join, what))) for style, what in flat]

    def fill() -> bytes:
        out, made = io.BytesIO(), DocxTemplate(io.BytesIO(template))
        made.render({"lines": lines}, autoescape=True)
        made.save(out)
        return out.getvalue()

    mine, theirs = timed(rounds, ours, fill)
    yield Ratio("Word, 30 pages", mine, theirs, "docxtpl", 1.3)


def _template() -> bytes:
    """Return a template with a loop over lines, a paragraph for each style, as docxtpl's manual shows."""
    word, out = WordFile(), io.BytesIO()
    word.add_paragraph("{%p for style, words in lines %}")
    for style in ("Heading 1", "Heading 2", "Heading 3", "List Bullet", "Normal"):
        word.add_paragraph(f"{{%p if style == '{style}' or ('{style}' == 'Normal' and style == 'Table') %}}")
        word.add_paragraph("{{ words }}", style)
        word.add_paragraph("{%p endif %}")
    word.add_paragraph("{%p endfor %}")
    word.save(out)
    return out.getvalue()


def _length(rounds: int, times: int) -> Iterator[Ratio]:
    """Compare a document of ten times the length with ten of the short ones."""
    style, (few, many) = house_style(None), (4, 4 * times)
    if rounds > 1:
        few, many = 30, 30 * times
    short, long = (compose_minutes(meeting(items), style, now=NOW) for items in (few, many))
    for name, write in (("PDF", write_pdf), ("Word", write_docx)):
        ours, floor = timed(max(rounds // 2, 1), lambda w=write: w(long, style), lambda w=write: w(short, style))
        yield Ratio(f"{name}, {times} times the length", ours, [s * times for s in floor], f"{times} short ones", 1.2)


def _peak(module: str, writer: str, items: int) -> Amount:
    program = PEAK.format(module=module, writer=writer, items=items)
    done = subprocess.run([sys.executable, "-c", program], cwd=ROOT, capture_output=True, text=True, check=True)
    size, peak = (int(line) for line in done.stdout.split())
    return Amount(f"Peak memory of {writer}, {items} items ({size // 1024} KB)", peak / 1024, "MB")
