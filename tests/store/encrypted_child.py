"""Runs in a process of its own, to be searched and killed: a register with words that nobody may read.

It says `wal` while the desk is open, and `journal` in the middle of a change with a journal of the older kind; after
each it waits for a line.
"""

import sys
from pathlib import Path

from wibdesk.desk import Desk
from wibdesk.domain.agenda import Item
from wibdesk.domain.entries import Paragraph, PrivateNote
from wibdesk.domain.people import Person
from wibdesk.services import agenda, bodies, meetings, minutes, people
from wibdesk.store.connection import raw
from wibdesk.store.database import Database


def main(register: Path, secret: str | None, *marks: str) -> None:
    """Write, delete and change what the marks stand in: a note, the text of a part 2 item, and a name."""
    note, exempt, name = marks
    desk = Desk(register, secret=secret)
    body = desk.write(bodies.add_body, "Norbury Board").result().value
    made = desk.write(meetings.new_meeting, body.id, date=None).result().value
    item = desk.write(agenda.add_item, made.id, Item(f"Land at {exempt}", part=2)).result().value
    for number in range(40):
        entries = (PrivateNote(f"{note} {number} " + "words " * 99), Paragraph(f"{exempt} {number} " + "words " * 99))
        desk.write(minutes.save_entries, item.id, entries).result()
    person = desk.write(people.add_person, Person(body.id, name)).result().value
    desk.write(people.remove_person, person.id).result()
    wait("wal")
    key = desk.key
    desk.close()
    database = Database(register, key)
    database.open()
    database.pragma("journal_mode = DELETE")
    database.pragma("cache_size = 2")
    connection = raw(database.connection)
    connection.execute("BEGIN IMMEDIATE")
    connection.execute("UPDATE private_note SET text = text || ' more'")
    connection.execute("UPDATE paragraph SET text = text || ' more'")
    wait("journal")


def wait(stage: str) -> None:
    """Say the stage, and wait until whoever searches is done."""
    print(stage, flush=True)
    sys.stdin.readline()


if __name__ == "__main__":
    main(Path(sys.argv[1]), sys.argv[2] or None, *sys.argv[3:])
