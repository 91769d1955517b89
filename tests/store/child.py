"""Runs in a process of its own, to be killed: saves one text after the other and says each that is stored."""

import sys
from pathlib import Path

from wibdesk.desk import Desk
from wibdesk.domain.entries import Action, Paragraph
from wibdesk.services import bodies, meetings, minutes


def main(register: str) -> None:
    """Save for ever: text, and another item and an action now and then."""
    desk = Desk(Path(register))
    (body, *_) = desk.read(bodies.bodies).result() or (desk.write(bodies.add_body, "Norbury Board").result().value,)
    made = desk.write(meetings.new_meeting, body.id, date=None).result().value
    print("made", made.id, flush=True)
    text, action, number = Paragraph("0"), Action("0"), 0
    while True:
        number += 1
        entries = (Paragraph(f"{number} " + "words " * 50, id=text.id), Action(f"{number}", ("Ann",), id=action.id))
        desk.write(minutes.save_entries, made.items[0].id, entries, undo="x" if number % 3 else None).result()
        print("stored", number, flush=True)


if __name__ == "__main__":
    main(sys.argv[1])
