"""The action log as a document: groups, order, words beside colours, and its rows as values."""

from dataclasses import replace
from datetime import UTC, date, datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests import strategies
from tests.documents import samples
from tests.documents.making import log_actions, random_documents
from wibdesk.documents.compose.actions import compose_actions
from wibdesk.documents.document import Document, Heading, Sheet, Table, texts, words_of
from wibdesk.documents.material import LogOrder
from wibdesk.documents.styles import house_style
from wibdesk.domain.actions import ActionUpdate, DueChange, Judgement, LogAction, is_overdue
from wibdesk.domain.deadlines import Due, DueKind
from wibdesk.domain.entries import Action, Progress
from wibdesk.domain.rag import rag_of
from wibdesk.domain.rich_text import plain_text

TODAY = date(2026, 9, 12)
STYLE = house_style("plain")


def log(text: str, day: date | None = None, status: Progress = Progress.OPEN, **more) -> LogAction:
    due = more.pop("due", Due(DueKind.DATE, day) if day else Due())
    action = Action(text, more.pop("owners", ("K Rowe", "J Amari")), due, status, more.pop("ref", "3.1"))
    known = {"meeting_date": date(2026, 9, 1), "item_number": "3", "item_title": "Front door"} | more
    return LogAction(action, "b", "Norbury Board", "m", "M1", item_id="i", **known)


def composed(*actions: LogAction, name: str | None = "Norbury Board", **more) -> Document:
    return compose_actions(name, actions, more.pop("style", STYLE), today=TODAY, **more)


def tables(document: Document) -> list[Table]:
    return [block for block in document.blocks if isinstance(block, Table)]


def groups(document: Document) -> dict[str, list[str]]:
    """Return the actions of each group by the heading above them."""
    out: dict[str, list[str]] = {}
    for heading, table in zip(document.blocks, document.blocks[1:], strict=False):
        if isinstance(heading, Heading) and isinstance(table, Table):
            out[words_of(heading.runs)] = [words_of(row[1]) for row in table.rows]
    return out


def test_overdue_comes_first_then_by_deadline_then_what_is_finished():
    document = composed(
        log("later", date(2026, 12, 1)), log("done", date(2026, 1, 1), Progress.DONE), log("late", date(2026, 9, 2)),
        log("no day"), log("latest", date(2026, 8, 2)), log("soon", date(2026, 9, 14)),
    )  # fmt: skip
    assert groups(document) == {
        "Overdue (2)": ["latest", "late"],
        "Due (2)": ["soon", "later"],
        "No date (1)": ["no day"],
        "Finished (1)": ["done"],
    }
    assert list(texts(document))[:4] == [
        "Norbury Board",
        "Action log, Saturday 12 September 2026",
        "6 actions: 5 open, 2 overdue.",
        "Red: the last day has passed. Amber: due within seven days, or moved to a later day. Green: due later.",
    ]
    assert document.title == "Norbury Board – Action log, Saturday 12 September 2026"


def test_a_row_tells_reference_owners_deadline_status_the_last_note_and_where_it_was_raised():
    noted = (ActionUpdate(datetime(2026, 9, 9), Progress.OPEN, "Chased"),)
    due = Due(DueKind.DATE, date(2026, 9, 2), as_written="by 2/9")
    table = tables(composed(log("late", due=due, updates=noted)))[0]
    assert table.header == ("Ref", "Action", "Owner", "Due", "Status and latest update", "Raised")
    assert [words_of(cell) for cell in table.rows[0]] == [
        "3.1",
        "late",
        "K Rowe\nJ Amari",
        "2 Sep 2026\nby 2/9",
        "Open\nRed, overdue\n9 Sep 2026: Chased",
        "1 Sep 2026\nItem 3: Front door",
    ]
    assert table.row_headers


def test_every_colour_has_its_word_and_one_that_is_finished_has_none():
    days = (date(2026, 9, 2), date(2026, 9, 19), date(2026, 9, 20))
    found = tables(composed(*(log("x", day) for day in days), log("y", days[0], Progress.CLOSED), log("z")))
    assert [words_of(row[4]) for table in found for row in table.rows] == [
        "Open\nRed, overdue",
        "Open\nAmber, due soon",
        "Open\nGreen, on time",
        "Open",
        "Closed",
    ]


def test_a_deadline_that_moved_says_from_when_and_a_word_set_by_hand_says_why():
    far, first = date(2026, 12, 1), Due(DueKind.DATE, date(2026, 10, 1))
    moved = (DueChange(datetime(2026, 8, 1, tzinfo=UTC), first, by="A Shah"),)
    by_hand = Judgement(datetime(2026, 9, 1, tzinfo=UTC), "Red", "The owner says it cannot be done")
    document = composed(log("moved", far, dues=moved), log("judged", far, judgement=by_hand), log("z", far))
    rows = {words_of(row[1]): row for table in tables(document) for row in table.rows}
    assert words_of(rows["moved"][3]).endswith("moved once, was 1 Oct 2026")
    assert [words_of(rows[name][4]) for name in ("moved", "judged", "z")] == [
        "Open\nAmber, moved before", "Open\nRed: The owner says it cannot be done", "Open\nGreen, on time",
    ]  # fmt: skip
    assert [row[8] for row in document.sheets[0].rows] == [date(2026, 10, 1), None, None]


def test_a_log_without_colours_prints_no_key():
    assert not any(words.startswith("Red:") for words in texts(composed(log("x"))))


def test_how_often_an_action_was_carried_is_said_and_an_update_without_a_note_is_silent():
    moved = ActionUpdate(datetime(2026, 8, 1), Progress.CARRIED, "Moved")
    last = ActionUpdate(datetime(2026, 9, 1), Progress.CARRIED)
    row = tables(composed(log("x", None, Progress.CARRIED, updates=(moved, last))))[0].rows[0]
    assert words_of(row[4]) == "Carried\nCarried 2 times"


def test_what_is_not_known_is_said_in_words():
    row = tables(composed(log("x", owners=(), ref=None, meeting_date=None, item_number=None)))[0].rows[0]
    assert [words_of(row[n]) for n in (0, 2, 3, 5)] == ["–", "No owner", "No date", "M1\nFront door"]


def test_joint_owners_stand_under_each_of_them_and_a_note_says_so():
    document = composed(
        log("both", date(2026, 9, 2), owners=("K Rowe", "J Amari")), log("one", owners=("j amari",)),
        log("whose", owners=()), order=LogOrder.OWNER,
    )  # fmt: skip
    assert groups(document) == {
        "J Amari (2, 1 overdue)": ["both", "one"],
        "K Rowe (1, 1 overdue)": ["both"],
        "No owner (1)": ["whose"],
    }
    assert "An action with more than one owner stands under each of them." in list(texts(document))
    assert list(texts(document))[1] == "Action log by owner, Saturday 12 September 2026"
    assert len(document.sheets[0].rows) == 3


def test_the_log_by_organisation_ends_with_what_none_is_known_of():
    document = composed(
        log("b", organisations=("Police",)), log("a"), log("c", organisations=("Council", "Police")),
        order=LogOrder.ORGANISATION,
    )  # fmt: skip
    assert groups(document) == {
        "Council (1)": ["c"],
        "Police (2)": ["b", "c"],
        "No organisation known (1)": ["a"],
    }
    assert "An action with more than one organisation stands under each of them." in list(texts(document))


def test_the_log_by_meeting_begins_with_the_latest_and_keeps_the_order_that_is_shown():
    document = composed(
        log("b", date(2026, 12, 1)), log("a", date(2026, 9, 2)), log("old", None),
        log("older", meeting_date=None), order=LogOrder.MEETING, as_shown=True,
    )  # fmt: skip
    assert groups(document) == {
        "Raised 1 September 2026 (3, 1 overdue)": ["b", "a", "old"], "Raised at M1 (1)": ["older"]
    }  # fmt: skip
    assert list(texts(document))[1] == "Action log by meeting, Saturday 12 September 2026"
    assert [row[4] for row in document.sheets[0].rows] == ["b", "a", "old", "older"]


def test_owners_are_written_as_the_style_writes_names():
    style = replace(STYLE, councillors="Cllr", honours="never")
    document = composed(log("x", owners=("Councillor Ann Lee MBE",)), style=style, order=LogOrder.OWNER)
    assert list(groups(document)) == ["Cllr Ann Lee (1)"]


def test_the_log_of_all_bodies_names_the_body_where_there_is_room():
    document = composed(log("x", meeting_date=None), name=None)
    assert words_of(tables(document)[0].rows[0][0]) == "3.1"
    assert words_of(tables(document)[0].rows[0][5]) == "Norbury Board\nM1\nItem 3: Front door"
    assert next(texts(document)) == "All bodies"


def test_an_empty_log_says_so():
    assert list(texts(composed()))[2:] == ["There are no actions."]


def test_the_sheet_holds_dates_as_dates_and_every_action_once():
    update = ActionUpdate(datetime(2026, 9, 9, 8, 30), Progress.IN_PROGRESS, "Chased")
    late = log(
        "**Bold** late", date(2026, 9, 2), Progress.IN_PROGRESS, organisations=("Police", "Council"), updates=(update,)
    )
    undated = log("no day", due=Due(as_written="ASAP"), ref=None)
    sheet = composed(undated, late, name=None).sheets[0]
    assert [column.name for column in sheet.columns] == [
        "Ref", "Body", "Raised", "Meeting", "Item", "Action", "Owners", "Organisation", "Due", "Original due",
        "Due as written", "Status", "RAG", "Latest update", "Updated",
    ]  # fmt: skip
    assert sheet.rows == (
        ("3.1", "Norbury Board", date(2026, 9, 1), "M1", "3 Front door", "Bold late", "K Rowe, J Amari",
         "Police, Council", date(2026, 9, 2), None, "", "In progress", "Red", "Chased", date(2026, 9, 9)),
        ("", "Norbury Board", date(2026, 9, 1), "M1", "3 Front door", "no day", "K Rowe, J Amari", "", None, None,
         "ASAP", "Open", "No date", "", None),
    )  # fmt: skip


@pytest.mark.parametrize(
    ("due", "day", "written"),
    [
        (Due(DueKind.MONTH, month=date(2026, 12, 1)), date(2026, 12, 31), "December 2026"),
        (Due(DueKind.FROM, date(2026, 9, 30)), None, "from 30 September 2026"),
        (Due(DueKind.DATE, date(2026, 9, 30), as_written="30/9"), date(2026, 9, 30), "30/9"),
    ],
)
def test_a_deadline_in_the_sheet_is_its_last_day_with_the_words_that_say_more(due, day, written):
    assert composed(log("x", due=due)).sheets[0].rows[0][7:10] == (day, None, written)


@random_documents
@given(strategies.tuples(log_actions(), most=8), st.sampled_from(LogOrder), st.booleans())
def test_every_action_arrives_in_order_however_it_is_grouped(actions, order, whole):
    document = composed(*actions, order=order, name=None if whole else "Norbury Board")
    rows = [row for table in tables(document) for row in table.rows]
    told = [words_of(row[1]) for row in rows]
    assert set(told) == {plain_text(with_ends(found.action.text)) for found in actions}
    assert len(told) >= len(actions)
    lateness = [words_of(row[4]).count("Red, overdue") for table in tables(document) for row in table.rows]
    assert sum(lateness) >= sum(is_overdue(found.action, TODAY) for found in actions)
    for table in tables(document):
        late = ["Red, overdue" in words_of(row[4]).split("\n") for row in table.rows]
        assert late == sorted(late, reverse=True)
    check_sheet(document.sheets[0], actions)
    assert ("Body" in [column.name for column in document.sheets[0].columns]) is whole


def with_ends(text: str) -> str:
    return text.replace("\r\n", "\n").replace("\r", "\n")


def check_sheet(sheet: Sheet, actions) -> None:
    """Assert that the sheet has one row of values for each action."""
    assert len(sheet.rows) == len(actions)
    columns = {column.name: n for n, column in enumerate(sheet.columns)}
    lights = sorted(str(row[columns["RAG"]]) for row in sheet.rows)
    assert lights == sorted(rag_of(found.action, TODAY) for found in actions)
    assert all(len(row) == len(sheet.columns) for row in sheet.rows)
    days = [columns[name] for name in ("Raised", "Due", "Updated")]
    assert all(row[n] is None or type(row[n]) is date for row in sheet.rows for n in days)


def test_the_sample_of_forty_actions_is_counted_as_its_list_counts():
    material = samples.of_log()
    document = compose_actions(material.body_name, material.actions, STYLE, today=material.now.date())
    assert sum(len(rows) for rows in groups(document).values()) == 40
    late = sum(is_overdue(found.action, material.now.date()) for found in material.actions)
    assert f"Overdue ({late})" in groups(document)
