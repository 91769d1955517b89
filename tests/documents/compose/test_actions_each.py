"""A page for each owner or organisation with their own actions alone, and the deadlines as days of a calendar."""

from datetime import date

from tests.documents.compose.test_action_log import STYLE, TODAY, composed, log
from wibdesk.documents.compose.actions import compose_each
from wibdesk.documents.document import Document, Heading, PageBreak, Table, texts, words_of
from wibdesk.documents.material import LogOrder
from wibdesk.domain.actions import LogAction
from wibdesk.domain.deadlines import Due, DueKind
from wibdesk.domain.entries import Progress


def each(*actions: LogAction, order: LogOrder = LogOrder.OWNER, name: str | None = "Norbury Board") -> Document:
    return compose_each(name, actions, STYLE, today=TODAY, order=order)


def pages(document: Document) -> dict[str, list[str]]:
    """The actions of each page by the name that heads it; a page has one name."""
    split: list[list] = [[]]
    for block in document.blocks[2:]:
        if isinstance(block, PageBreak):
            split.append([])
        else:
            split[-1].append(block)
    out = {}
    for blocks in split:
        ((heading,), (table,)) = ([b for b in blocks if isinstance(b, kind)] for kind in (Heading, Table))
        out[words_of(heading.runs)] = [words_of(row[1]) for row in table.rows]
    return out


def test_each_owner_has_a_page_with_nothing_but_their_own_actions_overdue_first():
    document = each(
        log("later", date(2026, 12, 1), owners=("K Rowe",)),
        log("late", date(2026, 9, 2), owners=("K Rowe", "J Amari")),
        log("done", date(2026, 9, 2), Progress.DONE, owners=("K Rowe",)), log("nobody's", owners=()),
    )  # fmt: skip
    assert pages(document) == {"J Amari": ["late"], "K Rowe": ["late", "later", "done"], "No owner": ["nobody's"]}
    assert "3 actions: 2 open, 1 overdue." in list(texts(document))
    assert document.title.startswith("Norbury Board – Actions per owner")


def test_each_organisation_has_a_page():
    document = each(
        log("theirs", organisations=("Norbury Police",)),
        log("both", organisations=("Norbury Police", "Norbury Council")),
        log("unknown"), order=LogOrder.ORGANISATION, name=None,
    )  # fmt: skip
    assert pages(document) == {
        "Norbury Council": ["both"], "Norbury Police": ["theirs", "both"], "No organisation known": ["unknown"]
    }  # fmt: skip
    assert document.title.startswith("All bodies – Actions per organisation")


def test_without_actions_there_is_one_sentence():
    assert list(texts(each()))[-1] == "There are no actions."


def test_the_last_day_of_each_action_is_a_day_of_the_calendar():
    found = composed(
        log("share the **heat maps**", date(2026, 10, 6), ref="3.2", owners=("K Rowe", "J Amari")),
        log("no day", due=Due(as_written="in due course")),
        log("report", due=Due(DueKind.MONTH, month=date(2026, 11, 1)), ref=None, owners=()),
        log("done", date(2026, 9, 20), Progress.DONE, meeting_date=None),
    ).dates
    assert [(day.day, day.words, day.cancelled) for day in found] == [
        (date(2026, 10, 6), "Due: 3.2 share the heat maps", False), (date(2026, 11, 30), "Due: report", False),
        (date(2026, 9, 20), "Due: 3.1 done", True),
    ]  # fmt: skip
    assert found[0].about == "Owner: K Rowe and J Amari\nRaised: Norbury Board, Tue 1 Sep 2026"
    assert found[1].about == "No owner\nRaised: Norbury Board, Tue 1 Sep 2026"
    assert found[2].about.endswith("Raised: Norbury Board, M1\nStatus: Done")


def test_a_long_action_has_a_short_name_and_all_its_words_below():
    (day,) = composed(log("report " * 60, date(2026, 10, 6))).dates
    assert len(day.words) < 140
    assert day.words.endswith("report …")
    assert day.about.startswith(("report " * 60).strip())
