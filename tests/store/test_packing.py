"""Packed rows come back as they were, also from a desk whose tables had other columns."""

import datetime as dt

import pytest
import sqlalchemy as sa

from tests.services.test_minutes import ONE_OF_EACH
from wibdesk.domain.attendance import Status
from wibdesk.domain.meetings import MinutesStatus
from wibdesk.store.entry_rows import entries_in, rows_of
from wibdesk.store.packing import pack, packed_with, unpack, value_of
from wibdesk.store.tables import attendee, body_file, entry, export, item, meeting, paragraph, version


def test_every_kind_of_entry_comes_back():
    assert entries_in(unpack(pack(rows_of(ONE_OF_EACH)))) == ONE_OF_EACH


def test_every_type_of_value_comes_back():
    rows = [
        (
            meeting,
            {"date": dt.date(2028, 2, 29), "start": dt.time(9, 5), "status": MinutesStatus.SIGNED, "title": None},
        ),
        (attendee, {"status": Status.PRESENT, "chair": True, "position": 3, "name": "مجلس 🗳️ \x00"}),
        (export, {"at": dt.datetime(2026, 9, 1, 9, 30, 1, 5)}),
        (body_file, {"data": bytes(range(256))}),
    ]
    for (table, row), (found, back) in zip(rows, unpack(pack(rows)), strict=True):
        assert found is table
        assert {name: back[name] for name in row} == row
        assert all(type(back[name]) is type(value) for name, value in row.items())


def test_a_column_that_is_no_more_is_passed_over_and_a_new_one_is_as_in_a_new_row():
    ((_, row),) = unpack(pack([(item, {"id": "1", "title": "Budget", "colour": "red"})]))
    assert row == {
        "id": "1",
        "meeting_id": "",
        "position": 0,
        "title": "Budget",
        "number": None,
        "presenter": None,
        "exempt_paragraph": None,
        "public_summary": None,
        "time": None,
        "began": None,
        "planned_minutes": None,
        "part": 0,
        "state": next(iter(item.c.state.type.enum_class)),
        "late": False,
        "rev": 1,
    }
    ((_, kept),) = unpack(pack([(version, {"id": "1"})]))
    assert (kept["data"], kept["at"]) == (b"", None)


def test_a_table_or_a_kind_that_is_no_more_is_passed_over():
    gone = sa.table("gone")
    rows = [(gone, {"id": "1"}), (entry, {"id": "2", "kind": "song"}), *rows_of(ONE_OF_EACH[:1])]
    assert entries_in(unpack(pack(rows))) == ONE_OF_EACH[:1]


def test_an_entry_without_its_words_is_passed_over():
    assert entries_in([(entry, {"id": "1", "kind": "paragraph"})]) == ()


def test_more_may_be_packed_beside_the_rows():
    assert packed_with(pack([], links=[["a", 1]])) == {"rows": [], "links": [["a", 1]]}


@pytest.mark.parametrize(("column", "value"), [(paragraph.c.label, None), (paragraph.c.text, "x")])
def test_a_value_is_read_by_its_column(column, value):
    assert value_of(column, {column.name: value}) == value
