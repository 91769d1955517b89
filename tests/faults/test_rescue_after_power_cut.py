"""What waits for a disk that refuses is in the rescue file: after a power cut it is brought back, once and in order."""

import os
import shutil
import threading
from random import Random

import pytest

from tests.faults.disk import LASTING, Disk, lay_out
from tests.faults.driver import Driver
from tests.faults.script import NAME
from tests.registers import WAIT
from wibdesk.desk import Desk
from wibdesk.domain.agenda import Item
from wibdesk.domain.entries import Paragraph
from wibdesk.services import agenda, attendance, bodies, checking, meetings, minutes

ROUNDS = 30 if os.environ.get("WIBDESK_LONG") == "1" else 2


class Watch:
    """Knows when all that waits is in the rescue file."""

    def __init__(self):
        self.kept = threading.Event()

    def __call__(self, status):
        if status.rescued is not None and status.kept == status.waiting == 5:
            self.kept.set()


def things(prepared):
    """Give five things to do, each once."""
    item, text = prepared.items[0], Paragraph("Said while the disk refused.")
    yield minutes.save_entries, item, (text,)
    yield bodies.add_body, "Body added meanwhile"
    yield agenda.add_item, prepared.meeting_id, Item("Item added meanwhile")
    yield attendance.walk_in, prepared.meeting_id, "Visitor meanwhile"
    yield minutes.save_entries, item, (text, Paragraph("And one word more."))


@pytest.mark.parametrize("fault", LASTING)
def test_what_waited_when_the_power_went_is_brought_back_exactly_once(fault, prepared, tmp_path):
    for number in range(ROUNDS):
        rng = Random(f"{fault} {number}")
        here, rescue, left, kept = (tmp_path / f"{number} {name}" for name in ("here", "rescue", "left", "kept"))
        here.mkdir()
        left.mkdir()
        lay_out(here, {NAME: prepared.image})
        disk, watch = Disk(), Watch()
        desk = Desk(here / NAME, driver=Driver(disk), rescue=[rescue], on_status=watch)
        desk.opened.result(WAIT)
        before = Paragraph("Said before.")
        desk.write(minutes.save_entries, prepared.items[1], (before,)).result(WAIT)
        # It refuses before any of the five is stored, at this or that call of the first commit.
        disk.break_down(fault, rng.randint(0, 3))
        for verb, *given in things(prepared):
            desk.write(verb, *given)
        assert watch.kept.wait(WAIT)
        lay_out(left, disk.after_power_cut(rng))
        shutil.copytree(rescue, kept)
        disk.heal()
        desk.close()
        # A rescue file is for the register at its place, or for one that was moved.
        shutil.rmtree(here)
        check_brought_back(left, kept, prepared)


def check_brought_back(left, kept, prepared):
    """Open what the power cut left, as the next start does."""
    desk = Desk(left / NAME, rescue=[kept])
    desk.opened.result(WAIT)
    assert [each.why for each in desk.recovered if each.why is not None] == []
    meeting = desk.read(meetings.meeting, prepared.meeting_id).result(WAIT)
    first, second = meeting.items[0], meeting.items[1]
    texts = [[entry.text for entry in item.entries] for item in (first, second)]
    assert texts == [["Said while the disk refused.", "And one word more."], ["Said before."]]
    assert [item.title for item in meeting.items].count("Item added meanwhile") == 1
    assert [who.name for who in meeting.attendance].count("Visitor meanwhile") == 1
    assert [body.name for body in desk.read(bodies.bodies).result(WAIT)].count("Body added meanwhile") == 1
    assert desk.read(checking.check).result(WAIT) == ()
    desk.close()
    assert list(kept.iterdir()) == []
