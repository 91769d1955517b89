"""The action log as a document: groups, order, words beside colours."""

from datetime import date, datetime

from wibdesk.documents.compose_actions import compose_actions
from wibdesk.documents.document import Document, Table, texts, words_of
from wibdesk.documents.styles import house_style
from wibdesk.documents.writers import WRITERS
from wibdesk.domain.actions import ActionUpdate, LogAction
from wibdesk.domain.deadlines import Due, DueKind
from wibdesk.domain.entries import Action, Progress

TODAY = date(2026, 9, 12)
STYLE = house_style("organisation_board")


def log(text: str, day: date | None = None, status: Progress = Progress.OPEN, **more) -> LogAction:
    due = Due(DueKind.DATE, day) if day else Due()
    action = Action(text, ("K Rowe", "J Amari"), due, status, "3.1")
    known = {"meeting_date": date(2026, 9, 1)} | more
    return LogAction(action, "b", "Norbury Board", "m", "M1", item_id="i", item_number="3", item_title="x", **known)


def composed(*actions: LogAction, name: str | None = "Norbury Board") -> Document:
    return compose_actions(name, actions, STYLE, today=TODAY)


def test_overdue_comes_first_then_by_deadline_then_what_is_finished():
    document = composed(
        log("later", date(2026, 12, 1)), log("done", date(2026, 1, 1), Progress.DONE), log("late", date(2026, 9, 2)),
        log("no day"), log("latest", date(2026, 8, 2)), log("soon", date(2026, 9, 14)),
    )  # fmt: skip
    tables = [block for block in document.blocks if isinstance(block, Table)]
    assert [[words_of(row[1]) for row in table.rows] for table in tables] == [
        ["latest", "late"],
        ["soon", "later"],
        ["no day"],
        ["done"],
    ]
    said = list(texts(document))
    assert said[1:4] == ["Action log, Saturday 12 September 2026", "6 actions: 5 open, 2 overdue.", "Overdue (2)"]


def test_a_row_tells_reference_owners_deadline_status_and_the_last_note():
    noted = (ActionUpdate(datetime(2026, 9, 9), Progress.OPEN, "Chased"),)
    table = next(b for b in composed(log("late", date(2026, 9, 2), updates=noted)).blocks if isinstance(b, Table))
    cells = [words_of(cell) for cell in table.rows[0]]
    assert table.header == ("Ref", "Action", "Owner", "Due", "Status")
    assert cells == ["3.1\n1 Sep 2026", "late", "K Rowe\nJ Amari", "2 Sep 2026", "Open\nRed, overdue\nChased"]


def test_a_finished_action_has_no_colour_and_one_without_a_day_says_so():
    tables = [b for b in composed(log("x"), log("y", None, Progress.CLOSED)).blocks if isinstance(b, Table)]
    assert [[words_of(row[3]), words_of(row[4])] for table in tables for row in table.rows] == [
        ["No date", "Open"],
        ["No date", "Closed"],
    ]


def test_the_log_of_all_bodies_names_the_body_and_the_meeting_without_a_day():
    document = composed(log("x", meeting_date=None), name=None)
    table = next(b for b in document.blocks if isinstance(b, Table))
    assert words_of(table.rows[0][0]) == "3.1\nM1\nNorbury Board"
    assert next(texts(document)) == "All bodies"


def test_an_empty_log_says_so_in_every_format():
    assert "There are no actions." in list(texts(composed()))
    assert all(len(writer(composed(), STYLE)) > 1000 for writer in WRITERS.values())
