"""The way of pages to paper: painted by a printer engine, handed to a command, printed by CUPS where it is."""

import io
import shutil
import subprocess
import sys
from pathlib import Path

import pypdf
import pypdfium2
import pytest
from PySide6.QtCore import QObject
from PySide6.QtGui import QPageLayout, QPageRanges
from PySide6.QtPrintSupport import QPrinter, QPrinterInfo
from reportlab.lib.pagesizes import A4, landscape
from reportlab.pdfgen.canvas import Canvas

from ui.messages import Messages
from ui.panels.pages.press import Press, Wish
from ui.printing.handing import REFUSED, HandOver, pages_of
from ui.printing.painting import PrintRun
from ui.printing.printers import chosen_pages, command_line, printer_for, takes_pdf
from ui.tasks import Tasks
from wibdesk.errors import UserError

TAKE = "import sys; open(sys.argv[1], 'wb').write(sys.stdin.buffer.read()); open(sys.argv[2], 'w').write(sys.argv[3])"


@pytest.fixture
def tasks(qapp):
    tasks = Tasks(Messages())
    yield tasks
    tasks.close()


@pytest.fixture
def parent(qapp):
    """What a run belongs to, for as long as the test goes."""
    parent = QObject()
    yield parent
    parent.deleteLater()


def pages(count: int, *, wide: bool = False):
    """Pages that were set, each with its number in large type."""
    out = io.BytesIO()
    canvas = Canvas(out, pagesize=landscape(A4) if wide else A4)
    for number in range(count):
        canvas.setFont("Helvetica", 60)
        canvas.drawString(100, 300, f"Page {number + 1}")
        canvas.showPage()
    canvas.save()
    return Press().set_pages(out.getvalue, Wish())


def to_file(path: Path, dots: int = 72) -> QPrinter:
    printer = QPrinter()
    printer.setResolution(dots)
    printer.setOutputFormat(QPrinter.OutputFormat.PdfFormat)
    printer.setOutputFileName(str(path))
    return printer


def ended(qtbot, run):
    """Start a run and return whether all went out, and what it says."""
    said, failures = [], []
    run.done.connect(said.append)
    if isinstance(run, HandOver):
        run.failed.connect(failures.append)
    run.start()
    qtbot.waitUntil(lambda: bool(said))
    assert len(said) == 1
    return said[0], failures


def ink(pdf: bytes, number: int = 0) -> int:
    """How much of a page is dark."""
    read = pypdfium2.PdfDocument(pdf)
    image = read[number].render(scale=0.5).to_pil().convert("L")
    read.close()
    return sum(image.histogram()[:100])


def test_pages_are_painted_by_the_engine_of_the_printer_each_turned_as_it_lies(qtbot, tasks, parent, tmp_path):
    for wide in (False, True):
        path = tmp_path / f"{wide}.pdf"
        assert ended(qtbot, PrintRun(tasks, Press(), pages(2, wide=wide), to_file(path), parent)) == (True, [])
        printed = pypdf.PdfReader(path).pages
        assert [page.mediabox.width > page.mediabox.height for page in printed] == [wide, wide]
        assert min(ink(path.read_bytes(), number) for number in range(2)) > 500


def test_what_is_painted_stands_where_it_stands_in_the_pdf(qtbot, tasks, parent, tmp_path):
    set_up = pages(1)
    path = tmp_path / "printed.pdf"
    ended(qtbot, PrintRun(tasks, Press(), set_up, to_file(path, 150), parent))
    boxes = []
    for pdf in (set_up.pdf, path.read_bytes()):
        read = pypdfium2.PdfDocument(pdf)
        boxes.append(read[0].render(scale=1).to_pil().convert("L").point(lambda grey: 255 * (grey < 128)).getbbox())
        read.close()
    assert boxes[1] == pytest.approx(boxes[0], abs=3)


def test_only_the_pages_that_were_chosen_are_printed(qtbot, tasks, parent, tmp_path):
    printer = to_file(tmp_path / "printed.pdf")
    assert chosen_pages(printer, 3) == [0, 1, 2]
    ranges = QPageRanges()
    ranges.addPage(1)
    ranges.addRange(3, 9)
    printer.setPageRanges(ranges)
    assert chosen_pages(printer, 4) == [0, 2, 3]
    ended(qtbot, PrintRun(tasks, Press(), pages(4), printer, parent))
    assert len(pypdf.PdfReader(tmp_path / "printed.pdf").pages) == 3


def test_a_run_of_painted_pages_can_be_stopped(qtbot, tasks, parent, tmp_path):
    run = PrintRun(tasks, Press(), pages(6), to_file(tmp_path / "printed.pdf"), parent)
    seen = []
    run.page.connect(lambda number, count: seen.append((number, count)))
    run.page.connect(lambda number, _: run.stop() if number == 2 else None)
    assert ended(qtbot, run) == (False, [])
    assert seen == [(1, 6), (2, 6)]


def test_pages_handed_over_keep_their_type(qtbot, tasks, parent, tmp_path):
    set_up, path = pages(3), tmp_path / "printed.pdf"
    assert ended(qtbot, HandOver(tasks, set_up, [0, 1, 2], path, parent)) == (True, [])
    assert path.read_bytes() == set_up.pdf
    part = pypdf.PdfReader(io.BytesIO(pages_of(set_up.pdf, [2, 0])))
    assert [page.extract_text().strip() for page in part.pages] == ["Page 3", "Page 1"]


def test_a_command_takes_the_pages_by_its_input(qtbot, tasks, parent, tmp_path):
    set_up, taken = pages(2), [tmp_path / name for name in ("pages.pdf", "words")]
    run = HandOver(tasks, set_up, [0, 1], [sys.executable, "-c", TAKE, *map(str, taken), "-o sides=; rm"], parent)
    assert ended(qtbot, run) == (True, [])
    assert taken[0].read_bytes() == set_up.pdf
    assert taken[1].read_text() == "-o sides=; rm"


@pytest.mark.parametrize(
    ("to", "words"),
    [
        ([sys.executable, "-c", "import sys; sys.exit('lp: The printer is gone.')"], "lp: The printer is gone."),
        (["/nowhere/lp"], REFUSED),
        (Path("/nowhere/at/all.pdf"), "/nowhere/at"),
    ],
)
def test_what_refuses_the_pages_is_told_in_words(qtbot, tasks, parent, to, words):
    whole, (failure,) = ended(qtbot, HandOver(tasks, pages(1), [0], to, parent))
    assert not whole
    assert isinstance(failure, UserError)
    assert words in str(failure)


def test_a_run_that_was_stopped_says_so_once_and_writes_nothing(qtbot, tasks, parent, tmp_path):
    path = tmp_path / "printed.pdf"
    run = HandOver(tasks, pages(1), [0], path, parent)
    run.page.connect(lambda *_: run.stop())
    assert ended(qtbot, run) == (False, [])
    waiting = HandOver(tasks, pages(1), [0], [sys.executable, "-c", "input(); input()"], parent)
    said = []
    waiting.done.connect(said.append)
    waiting.start()
    qtbot.waitUntil(lambda: waiting.process is not None)
    waiting.stop()
    assert said == [False]
    qtbot.waitUntil(lambda: waiting.process.state() == waiting.process.ProcessState.NotRunning)
    assert not path.exists()
    assert ended(qtbot, HandOver(tasks, pages(1), [], path, parent)) == (False, [])


def test_what_was_chosen_in_the_dialog_is_asked_of_the_system(qapp):
    printer = printer_for("Minutes", "gone", ("Office",))
    printer.setCopyCount(3)
    printer.setDuplex(QPrinter.DuplexMode.DuplexLongSide)
    printer.setColorMode(QPrinter.ColorMode.GrayScale)
    printer.setPageOrientation(QPageLayout.Orientation.Landscape)
    words = command_line(printer)
    assert words[1:7] == ["-d", printer.printerName(), "-t", "Minutes", "-n", str(printer.copyCount())]
    assert {"fit-to-page=true", f"media={printer.pageLayout().pageSize().key()}"} <= set(words)
    assert "print-color-mode=monochrome" in words


def test_a_print_into_a_file_is_never_given_to_the_system(qapp, tmp_path):
    assert not takes_pdf(to_file(tmp_path / "printed.pdf"))


TO_PDF = [name for name in QPrinterInfo.availablePrinterNames() if shutil.which("lpstat") and "WIBTest" in name]


@pytest.mark.skipif(not TO_PDF, reason="no CUPS printer named WIBTest, which prints into PDF files, is set up here")
def test_cups_prints_the_pages(qtbot, tasks, parent, qapp):
    printer = printer_for("Three pages of a test", TO_PDF[0], TO_PDF)
    assert takes_pdf(printer)
    assert ended(qtbot, HandOver(tasks, pages(3), [0, 1, 2], command_line(printer), parent)) == (True, [])

    def printed() -> bool:
        done = subprocess.run(
            ["lpstat", "-W", "completed", "-o", TO_PDF[0]], capture_output=True, check=True, text=True
        )
        return bool(done.stdout.strip())

    qtbot.waitUntil(printed, timeout=30_000)
