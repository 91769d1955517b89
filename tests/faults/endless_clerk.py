"""Runs in a process of its own: saves one text after the other on a disk, and says each that is stored, and when.

With settings as `synchronous=NORMAL` it is a control: the desk with settings that lose.
"""

import sys
import time
from collections.abc import Mapping
from pathlib import Path
from typing import Any

from sqlcipher3 import dbapi2

from tests.faults.driver import instead
from wibdesk.desk import Desk
from wibdesk.domain.entries import Paragraph
from wibdesk.services import bodies, meetings, minutes


class Weakened:
    """The real driver, with other settings than the store asks for."""

    def __init__(self, settings: Mapping[str, str]) -> None:
        settings = dict(settings)

        class Connection(dbapi2.Connection):
            def execute(self, statement, *parameters):
                return super().execute(instead(statement, settings), *parameters)

        self.connection = Connection

    def __getattr__(self, name: str) -> Any:
        return getattr(dbapi2, name)

    def connect(self, path: str, **more: Any) -> Any:
        """Open a file, with few pages in the log, so that it begins anew often."""
        made = dbapi2.connect(path, factory=self.connection, **more)
        made.execute("PRAGMA wal_autocheckpoint = 50")
        return made


def main(register: Path, *settings: str) -> None:
    """Go on with the last number that is stored, for ever."""
    desk = Desk(register, driver=Weakened(dict(setting.split("=") for setting in settings)) if settings else None)
    if not desk.read(meetings.meetings).result():
        body = desk.write(bodies.add_body, "Norbury Board").result().value
        desk.write(meetings.new_meeting, body.id, date=None).result()
    (meeting,) = desk.read(meetings.meetings).result()
    item = desk.read(meetings.meeting, meeting.id).result().items[0]
    text = item.entries[0] if item.entries else Paragraph("0 words")
    number = int(text.text.split()[0])
    print("stored", number, time.monotonic_ns(), flush=True)
    while True:
        number += 1
        entry = Paragraph(f"{number} " + "words that were said " * (number % 90), id=text.id)
        desk.write(minutes.save_entries, item.id, (entry,)).result()
        print("stored", number, time.monotonic_ns(), flush=True)


if __name__ == "__main__":
    main(Path(sys.argv[1]), *sys.argv[2:])
