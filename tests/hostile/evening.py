"""A whole evening at the desk, in a process of its own: `python -m tests.hostile.evening FOLDER`.

A meeting is typed, another with private and exempt words is there, a person and an item are removed, something goes
wrong and is logged, everything is exported for the public by the command line through the open desk, and it is closed.
"""

import contextlib
import io
import logging
import shutil
import sys
import threading
from dataclasses import replace
from pathlib import Path

from PySide6.QtWidgets import QApplication

from tests.documents.building import meeting
from tests.documents.canaries import Marker, whole_items
from tests.journeys.clerk import Clerk, WallClock
from tests.journeys.script import read_script
from wibdesk import diagnostics
from wibdesk.cli import main as command_line
from wibdesk.documents.kinds import KINDS, Of
from wibdesk.documents.writers import formats_of
from wibdesk.domain.agenda import Item
from wibdesk.domain.ids import new_id
from wibdesk.domain.people import Person
from wibdesk.services import agenda, people, transfer

DELETED = "qzykvj"
"""How the name of a person and of an item begin that are there for a while and then removed."""
BODY = "Norbury Board"


def main(folder: Path) -> None:
    """Spend the evening."""
    application = QApplication([])
    log = diagnostics.keep_log(folder / "state")
    clerk = Clerk(folder, WallClock(), size=(1280, 800))
    clerk.play(read_script("sudden_end"))
    ref = _private_business(clerk)
    shutil.copy(clerk.bench.start.register.with_name("register.wibdesk.lock"), folder / "papers" / "lock.txt")
    said: list[str] = []
    exporting = threading.Thread(target=lambda: said.extend(_export(folder, ref)))
    exporting.start()
    clerk.typist.until(lambda: not exporting.is_alive(), "everything is exported", seconds=300)
    (folder / "papers" / "said.txt").write_text("\n".join(said), encoding="utf-8")
    clerk.go_home()
    diagnostics.drop_log(log)
    del application


def _private_business(clerk: Clerk) -> str:
    """Store a meeting whose private and exempt words are marked, remove what is to be gone, and let something fail."""
    desk, items = clerk.bench.context.desk, whole_items()
    fresh = (replace(item, entries=tuple(replace(entry, id=new_id()) for entry in item.entries)) for item in items)
    whole = Marker().meeting(meeting(items=tuple(fresh), name=BODY))
    stored = desk.write(transfer.put_meeting, whole).result().value
    person = desk.write(people.add_person, Person(stored.body_id, f"{DELETED} Person")).result().value
    desk.write(people.remove_person, person.id).result()
    item = desk.write(agenda.add_item, stored.id, Item(f"{DELETED} item")).result().value
    desk.write(agenda.remove_item, item.id).result()
    words = " ".join(str(entry) for item in whole.items for entry in item.entries)
    try:
        desk.write(lambda uow: uow.meetings.get(words)).result()
    except Exception as failure:
        logging.getLogger("wibdesk").exception("It failed over %s", words)
        report = diagnostics.report([diagnostics.fault_of(failure)], at=clerk.wall(), versions={})
        assert diagnostics.keep_report(clerk.papers.parent / "state", report, clerk.wall())
    return stored.ref


def _export(folder: Path, ref: str) -> list[str]:
    """Export all that the meeting and its body have, and return what was said of it."""
    store, said = ["--store", str(folder / "register.wibdesk")], []
    for kind in (kind for kind in KINDS.values() if Of.PLAN not in kind.of):
        of = BODY if Of.BODY in kind.of and Of.MEETING not in kind.of else ref
        options = ["--document", kind.name, *(("--item", "2") if Of.ITEM in kind.of else ())]
        for ending in formats_of(kind):
            out, err = io.StringIO(), io.StringIO()
            wanted = ["export", of, "--as", ending, "--edition", "public", *options, "--to", str(folder / "papers")]
            with contextlib.redirect_stdout(out), contextlib.redirect_stderr(err):
                code = command_line([*store, *wanted])
            assert code == 0, err.getvalue()
            said += [out.getvalue(), err.getvalue()]
    return said


if __name__ == "__main__":
    main(Path(sys.argv[1]))
