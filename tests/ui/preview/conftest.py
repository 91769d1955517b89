"""The same window and register as the tests of the action log, and how a clerk goes about in the preview."""

import io

import pypdf
import pytest

from tests.ui.actions.conftest import board, clerk, meeting
from ui.place import Where

__all__ = ["board", "clerk", "meeting"]


@pytest.fixture
def place(clerk, meeting):
    """The preview of the minutes, come to from the room."""
    clerk.go("room")
    clerk.go("preview", Where(meeting_id=meeting.id))
    return clerk.place


def show(clerk, label):
    """Go to a paper by arrow keys and wait for its pages."""
    place = clerk.place
    place.list.setFocus()
    clerk.press("Home")
    for _ in place.list.row_model.rows:
        if place.list.current_row().text == label:
            return place
        clerk.press("Down")
    raise AssertionError(f"no paper {label}")


def pages_of(place):
    """The pages that are shown, read by another program."""
    return pypdf.PdfReader(io.BytesIO(place.work.printed.pdf)).pages


def words_of_pdf(path_or_bytes):
    """The words of a PDF, read by another program."""
    source = io.BytesIO(path_or_bytes) if isinstance(path_or_bytes, bytes) else path_or_bytes
    return " ".join(" ".join(page.extract_text() for page in pypdf.PdfReader(source).pages).split())


def findings(place):
    """What is looked at before the paper goes out, by its words."""
    return {row.text: row for row in place.side.list.row_model.rows}


def see(clerk, place):
    """Wait until the page in sight has its picture."""
    clerk.qtbot.waitUntil(lambda: place.middle.view.current in place.middle.view.pictures)
    clerk.settle()
