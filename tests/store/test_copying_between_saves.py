"""A copy of the register gives way to saving, step by step."""

from datetime import UTC, datetime

import pytest
import sqlalchemy as sa
from sqlcipher3 import dbapi2

from wibdesk.desk import Desk
from wibdesk.errors import StoreError
from wibdesk.services import bodies
from wibdesk.store.connection import raw


@pytest.fixture
def desk(tmp_path):
    desk = Desk(tmp_path / "register.wibdesk", now=lambda: datetime(2026, 10, 6, 18, 2, tzinfo=UTC))
    desk.opened.result()
    yield desk
    desk.close()


def names(desk):
    return [body.name for body in desk.read(bodies.bodies).result()]


def test_what_waits_is_saved_between_two_steps_of_a_copy(desk):
    seen = []

    def copy(database, between):
        saved = desk.write(bodies.add_body, "Norbury Board")
        asked = desk.read(bodies.bodies)
        between()
        seen.append((saved.done(), [b.name for b in asked.result(0)]))
        return "whole"

    assert desk.copy(copy).result() == "whole"
    assert seen == [(True, ["Norbury Board"])]


def test_a_second_copy_waits_until_the_first_is_whole(desk):
    order = []

    def first(database, between):
        desk.copy(lambda database, between: order.append("second"))
        between()
        order.append("first")

    desk.copy(first).result()
    desk.read(bodies.bodies).result()
    assert order == ["first", "second"]


def test_a_disk_that_refuses_a_save_stops_the_copy_and_the_save_is_made_all_the_same(desk):
    def fail(connection):
        sa.event.remove(connection, "commit", fail)
        error = dbapi2.OperationalError("disk I/O error")
        error.sqlite_errorcode = 10
        raise error

    saved = []

    def copy(database, between):
        sa.event.listen(database.connection, "commit", fail)
        saved.append(desk.write(bodies.add_body, "Norbury Board"))
        between()

    with pytest.raises(StoreError, match="The disk refused while the copy was made"):
        desk.copy(copy).result()
    assert saved[0].result().value.name == "Norbury Board"
    assert names(desk) == ["Norbury Board"]
    assert desk.status.trouble is None


def test_a_desk_that_closes_does_not_wait_for_a_copy(desk):
    def copy(database, between):
        while True:
            between()

    copying = desk.copy(copy)
    assert desk.close()
    with pytest.raises(StoreError, match="closed before the copy was whole"):
        copying.result()


def test_a_copy_that_the_disk_refuses_is_given_up_and_told(desk):
    def copy(database, between):
        raw(database.connection).execute("ATTACH '/nowhere/at/all.wibdesk' AS copy")

    with pytest.raises(StoreError, match="cannot be opened"):
        desk.copy(copy).result()
    desk.write(bodies.add_body, "Norbury Board").result()
    assert names(desk) == ["Norbury Board"]
