"""A unit of work makes the queries of a noun when they are asked for, and loads early what keeps typed words."""

import subprocess
import sys
from datetime import UTC, datetime
from pathlib import Path

import pytest

from wibdesk.store.database import Database
from wibdesk.store.unit_of_work import NOUNS, UnitOfWork

ROOT = Path(__file__).parents[2]
OPENED = """
import sys
from pathlib import Path
from wibdesk.desk import Desk
desk = Desk(Path(sys.argv[1]))
desk.stored().result(60)
there = [f"wibdesk.store.{name}" in sys.modules for name in ("seals", "conflicts", "history", "figures")]
desk.close()
print(there)
"""


@pytest.fixture
def uow(tmp_path):
    """A unit of work on an empty register."""
    database = Database(tmp_path / "register.wibdesk")
    database.open()
    with database.connection.begin():
        yield UnitOfWork(database.connection, now=datetime.now(UTC))
    database.close()


def test_every_noun_has_the_queries_that_are_said_of_it(uow):
    said = UnitOfWork.__annotations__
    assert {noun: type(getattr(uow, noun)).__name__ for noun in NOUNS} == said


def test_the_queries_of_a_noun_are_made_once(uow):
    assert uow.meetings is uow.meetings


def test_a_noun_that_there_is_not_is_a_fault(uow):
    with pytest.raises(AttributeError, match="ghosts"):
        _ = uow.ghosts


def test_an_open_register_has_loaded_what_keeps_words_and_not_all_else(tmp_path):
    command = [sys.executable, "-c", OPENED, str(tmp_path / "register.wibdesk")]
    run = subprocess.run(command, capture_output=True, text=True, check=True, cwd=ROOT)
    assert run.stdout.strip() == "[True, True, True, False]"
