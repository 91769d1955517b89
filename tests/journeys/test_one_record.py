"""An action is kept once: what is changed in the log shows in every place, paper, file and message that tells of it."""

import base64
import csv
import io
import json
import shutil
import subprocess
from collections.abc import Callable
from dataclasses import replace
from datetime import date, datetime
from email import message_from_bytes, policy
from pathlib import Path

import docx
import icalendar
import openpyxl
import pypdf
import pytest

from tests.ui.actions.conftest import LogClerk
from tests.ui.places.conftest import MEMBERS
from ui.main_window import PlaceEntry
from ui.places.actions import ActionsPlace
from ui.places.room import RoomPlace
from wibdesk.cli import main
from wibdesk.desk import Desk
from wibdesk.domain.deadlines import Due, DueKind
from wibdesk.domain.entries import Action
from wibdesk.services import actions, bodies, meetings, minutes

PLACES = (
    PlaceEntry("actions", "Actions", "list-checks", ActionsPlace),
    PlaceEntry("room", "Room", "notebook-pen", RoomPlace),
)
BODY = "Norbury Improvement Board"
ADDRESSES = {"Helen Ferrer": "helen@example.org", "K Rowe": "rowe@example.org"}
OLD = Action("send the workforce return", ("Det Supt K Rowe",), Due(DueKind.DATE, date(2026, 8, 4)))
NEW = "send both returns"
DUE = date(2026, 9, 18)
ANOTHER = Path(__file__).parents[1] / "delivery" / "read_mail.pl"


@pytest.fixture
def clerk(qtbot, theme, tmp_path, monkeypatch):
    for name in ("XDG_DATA_HOME", "XDG_CONFIG_HOME", "HOME", "LOCALAPPDATA"):
        monkeypatch.setenv(name, str(tmp_path / "home"))
    desk = Desk(tmp_path / "register.wibdesk", now=lambda: datetime(2026, 9, 1, 9, 0))
    desk.opened.result(30)
    made = LogClerk(qtbot, theme, desk, PLACES)
    yield made
    made.go_home()
    desk.close()


@pytest.fixture
def leave(tmp_path) -> Callable[..., bytes]:
    """Return how to write a paper of the register that was closed, and read its bytes."""

    def written(ref: str, ending: str, kind: str = "") -> bytes:
        path = tmp_path / f"paper.{ending}"
        path.unlink(missing_ok=True)
        asked = ["--document", kind] if kind else []
        register = str(tmp_path / "register.wibdesk")
        assert main(["export", ref, *asked, "--as", ending, "--to", str(path), "--store", register]) == 0
        return path.read_bytes()

    return written


def plain(words: str) -> str:
    """Return words with single blanks."""
    return " ".join(words.split())


def of_pdf(data: bytes) -> str:
    """Return all words of a PDF."""
    return plain(" ".join(page.extract_text() for page in pypdf.PdfReader(io.BytesIO(data)).pages))


def of_word(data: bytes) -> str:
    """Return all words of a Word file, as another program finds them."""
    document = docx.Document(io.BytesIO(data))
    cells = (cell.text for table in document.tables for row in table.rows for cell in row.cells)
    return plain(" ".join((*(p.text for p in document.paragraphs), *cells)))


def change_in_the_log(clerk: LogClerk) -> None:
    """Change words, owner and deadline of the one action, by keys."""
    clerk.go("actions")
    clerk.press("E")
    clerk.type(NEW)
    clerk.press("Return", "W")
    clerk.type("ferrer")
    clerk.press("Return", "M")
    clerk.type("18 Sep")
    clerk.press("Return")


def test_what_is_changed_in_the_log_shows_wherever_the_action_stands(clerk, leave, tmp_path):
    members = [replace(person, email=ADDRESSES.get(person.name, "")) for person in MEMBERS]
    board = clerk.do(bodies.add_body, BODY, members=members)
    july = clerk.do(meetings.new_meeting, board.id, date=date(2026, 7, 7))
    clerk.do(minutes.save_entries, july.items[2].id, (OLD,))
    september = clerk.do(meetings.new_meeting, board.id, date=date(2026, 9, 1))

    change_in_the_log(clerk)
    clerk.press("G")
    assert clerk.at == "room"
    on_sheet = [entry for entry in clerk.place.sheet.editor.entries() if isinstance(entry, Action)]
    assert [(each.text, each.owners, each.due.date) for each in on_sheet] == [(NEW, ("Helen Ferrer",), DUE)]
    clerk.press("Alt+G")
    assert (clerk.at, clerk.place.action().action.text) == ("actions", NEW)
    (to_review,) = clerk.read(actions.carried_into, september.id)
    assert (to_review.action.text, to_review.action.owners, to_review.action.due.date) == (
        NEW, ("Helen Ferrer",), DUE,
    )  # fmt: skip
    clerk.go_home()
    clerk.desk.close()

    papers_tell(leave)
    files_tell(leave)
    drafts_tell(tmp_path)


def papers_tell(leave: Callable[..., bytes]) -> None:
    """Look at every paper that a person reads."""
    readers = {"pdf": of_pdf, "docx": of_word, "html": lambda data: data.decode(), "txt": lambda data: data.decode()}
    for ref, kind in (("M1", "minutes"), (BODY, "actions"), (BODY, "owners"), (BODY, "organisations")):
        for ending, read in readers.items():
            words = plain(read(leave(ref, ending, kind)))
            assert NEW in words, (kind, ending)
            assert "workforce" not in words, (kind, ending)
            assert "18 September 2026" in words or "18 Sep 2026" in words or "18/09/26" in words, (kind, ending)


def files_tell(leave: Callable[..., bytes]) -> None:
    """Look at every file that a program reads, with a reader that is not the desk's."""
    book = openpyxl.load_workbook(io.BytesIO(leave(BODY, "xlsx", "actions")))
    cells = [cell.value for sheet in book for row in sheet.iter_rows() for cell in row]
    assert NEW in cells
    assert datetime(2026, 9, 18) in cells
    (row,) = csv.DictReader(io.StringIO(leave(BODY, "csv", "actions").decode("utf-8-sig")))
    assert NEW in row.values()
    assert DUE.isoformat() in row.values()
    calendar = icalendar.Calendar.from_ical(leave(BODY, "ics", "actions"))
    (deadline,) = [part for part in calendar.walk() if part.name in ("VEVENT", "VTODO")]
    assert NEW in deadline["SUMMARY"]
    assert DUE in [deadline[key].dt for key in ("DUE", "DTSTART") if key in deadline]
    listed = leave(BODY, "json", "actions").decode()
    whole = leave("M1", "json").decode()
    for words in (listed, whole):
        assert NEW in words
        assert DUE.isoformat() in words
        assert "workforce" not in json.dumps(json.loads(words))


def drafts_tell(folder: Path) -> None:
    """Look at the messages after the meeting: the new owner is told, the old one is not, the minutes go along."""
    drafts = folder / "drafts"
    drafts.mkdir()
    register = str(folder / "register.wibdesk")
    assert main(["send", "M1", "--as", "eml", "--to", str(drafts), "--store", register]) == 0
    files = sorted(drafts.glob("*.eml"))
    read = [message_from_bytes(path.read_bytes(), policy=policy.default) for path in files]
    told = {each["to"].addresses[0].addr_spec: each for each in read if "actions" in each["subject"]}
    assert list(told) == ["helen@example.org"]
    words = plain(told["helen@example.org"].get_body().get_content())
    assert NEW in words
    assert "18 September 2026" in words
    (minutes_of,) = [each for each in read if each not in told.values()]
    enclosed = {part.get_filename().rpartition(".")[2]: part.get_content() for part in minutes_of.iter_attachments()}
    assert NEW in of_word(enclosed["docx"])
    assert NEW in of_pdf(enclosed["pdf"])
    if shutil.which("perl"):  # reads mail in its own way
        for path, message in zip(files, read, strict=True):
            run = subprocess.run(["perl", str(ANOTHER)], input=path.read_bytes(), capture_output=True, check=True)
            seen = json.loads(run.stdout)
            assert (seen["subject"], seen["unsent"]) == (message["subject"], "1")
            assert [base64.b64decode(part["data"]) for part in seen["files"]] == [
                part.get_content() for part in message.iter_attachments()
            ]
