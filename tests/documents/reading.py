"""Exported files read back by other programs, and the words that a meeting must have left in them."""

import re
import shutil
import subprocess
from collections.abc import Iterator
from pathlib import Path

import pytest
from lxml import html

from wibdesk.domain.entries import Action, Amendment, Decision, Declaration, Entry, PrivateNote, Subheading, Table, Vote
from wibdesk.domain.meetings import Meeting
from wibdesk.domain.plans import Plan
from wibdesk.domain.rich_text import plain_text
from wibdesk.interchange.meeting_file import read_file

SHARED = Path(__file__).resolve().parents[2].parent / "shared"
FILES = sorted((SHARED / "seeds").glob("*.json")) + sorted((SHARED / "contract").glob("*.json"))
STYLES = ("improvement_board", "organisation_board")

every_file = pytest.mark.parametrize(
    "path",
    FILES or [pytest.param(None, marks=pytest.mark.skip("the seed and contract files are not beside the checkout"))],
    ids=lambda path: path.name if path else "none",
)


def need(program: str) -> str:
    """Return the program's path; skip the test where it is not installed."""
    found = shutil.which(program)
    if found is None:
        pytest.skip(f"{program} is not installed")
    return found


def seed(name: str) -> Meeting | Plan:
    """Read one of the shared files by the start of its name."""
    path = next((path for path in FILES if path.name.startswith(name)), None)
    if path is None:
        pytest.skip("the seed and contract files are not beside the checkout")
    return read_file(path)


def meeting_seed(name: str) -> Meeting:
    """Read one of the shared meetings."""
    found = seed(name)
    assert isinstance(found, Meeting)
    return found


def pdf_words(data: bytes, folder: Path, *options: str) -> str:
    """Return the words between the running headers and footers of a PDF, as pdftotext reads them."""
    path = folder / "read.pdf"
    path.write_bytes(data)
    crop = ["-r", "72", "-x", "0", "-y", "50", "-W", "596", "-H", "742"]
    command = [need("pdftotext"), *crop, *options, str(path), "-"]
    return squeezed(subprocess.run(command, capture_output=True, check=True, text=True).stdout)


def whole_pdf_words(data: bytes, folder: Path) -> str:
    """Return all words of a PDF, headers and footers too."""
    path = folder / "whole.pdf"
    path.write_bytes(data)
    read = subprocess.run([need("pdftotext"), str(path), "-"], capture_output=True, check=True, text=True)
    return squeezed(read.stdout)


def pandoc_words(data: bytes, folder: Path) -> str:
    """Return the words of a Word file as pandoc reads them."""
    path = folder / "read.docx"
    path.write_bytes(data)
    command = [need("pandoc"), "--wrap=none", "-t", "html", str(path)]
    page = html.fromstring(subprocess.run(command, capture_output=True, check=True, text=True).stdout)
    for block in page.iter("p", "td", "th", "li", "h1", "h2", "h3"):
        # Words of neighbouring cells and paragraphs must not grow together.
        block.tail = f" {block.tail or ''}"
    return squeezed(page.text_content())


def office_words(data: bytes, folder: Path) -> str:
    """Return the words of a Word file as LibreOffice reads them."""
    path = folder / "office.docx"
    path.write_bytes(data)
    profile = f"-env:UserInstallation=file://{folder}/profile"
    command = [need("soffice"), profile, "--headless", "--convert-to", "txt:Text (encoded):UTF8", "--outdir"]
    subprocess.run([*command, str(folder), str(path)], capture_output=True, check=True)
    return squeezed((folder / "office.txt").read_text(encoding="utf-8-sig"))


def squeezed(text: str) -> str:
    """Return the text with every stretch of blanks as one."""
    return re.sub(r"\s+", " ", text.replace("\f", " "))


def in_order(wanted: Iterator[str], text: str) -> None:
    """Assert that the words stand in the text in this order."""
    at = 0
    for words in filter(None, (squeezed(words).strip() for words in wanted)):
        found = text.find(words, at)
        assert found >= 0, f"{words!r} is not in {text[at : at + 300]!r}"
        at = found + len(words)


def people(meeting: Meeting) -> Iterator[str]:
    """Yield what must be read of everybody: name, role, organisation, note, for whom."""
    for person in meeting.attendance:
        yield from filter(None, (person.name, person.role, person.organisation, person.note, *person.deputy_for))


def record(meeting: Meeting) -> Iterator[str]:
    """Yield the words of items and entries in their order."""
    for item in meeting.items:
        yield item.title
        for entry in item.entries:
            yield from entry_words(entry)


def entry_words(entry: Entry) -> Iterator[str]:
    """Yield what must be read of one entry."""
    if isinstance(entry, PrivateNote):
        return
    if isinstance(entry, Decision):
        yield entry.marker
        yield from (plain_text(part) for part in entry.parts)
    elif isinstance(entry, Table):
        yield from filter(None, (entry.caption, *entry.header))
        yield from (plain_text(cell) for row in entry.rows for cell in row)
    elif isinstance(entry, Declaration):
        yield entry.as_written or entry.person
    elif isinstance(entry, Amendment | Vote):
        yield entry.as_written or (entry.now if isinstance(entry, Amendment) else entry.motion)
    else:
        yield plain_text(entry.text)
        if isinstance(entry, Subheading):
            yield entry.presenter or ""
        if isinstance(entry, Action):
            yield from entry.owners
            written = entry.due.as_written or ""
            yield written if written not in entry.text else ""


def plan_words(plan: Plan) -> Iterator[str]:
    """Yield the words of a plan in their order."""
    yield plan.title
    for section in plan.sections:
        yield section.heading or ""
        for entry in section.entries:
            yield from entry_words(entry)
    for workstream in plan.workstreams:
        yield workstream.title
        for activity in workstream.activities:
            yield activity.title
            yield from (words for lead in activity.leads for words in (lead.name, lead.role or ""))
            for step in activity.milestones:
                yield step.text
                written = step.due.as_written or ""
                yield written if written not in step.text else ""
