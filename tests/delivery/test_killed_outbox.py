"""A desk is killed while it sends, again and again: every message arrives, and none twice that the clerk did not send.

The clerk here is the worst there is: whatever is held goes again, whether it arrived or not.
"""

import os
import random
import subprocess
import sys
import threading
from collections import Counter
from pathlib import Path

import pytest

from tests.delivery.mailbags import arrived, post, states
from tests.delivery.server import STAGES, MailServer
from tests.registers import WAIT, Clerk
from wibdesk.domain.mail import MailState
from wibdesk.services import mailings

ROOT = Path(__file__).parents[2]
KILLS = 200 if os.environ.get("WIBDESK_LONG") else 12
AT_ONCE = 6

pytestmark = [
    pytest.mark.loopback,
    pytest.mark.long,
    pytest.mark.skipif(sys.platform == "win32", reason="needs SIGKILL"),
]


class Trouble:
    """Breaks the line now and then, and kills the process that sends after so many stages of it."""

    def __init__(self, seed: int) -> None:
        self._random = random.Random(seed)
        self._lock = threading.Lock()
        self._left = 0
        self.child: subprocess.Popen | None = None

    def begin(self, child: subprocess.Popen, *, kill: bool) -> None:
        """Watch another process, to be killed or not."""
        with self._lock:
            self.child, self._left = child, self._random.randint(1, 4 * len(STAGES)) if kill else 0

    def __call__(self, stage: str) -> bool:
        with self._lock:
            self._left -= 1
            if self._left == 0 and self.child is not None:
                # At once, or a moment later: between two stages the register is written.
                later = self._random.choice((0, 0, 0.002, 0.01))
                threading.Timer(later, self.child.kill).start() if later else self.child.kill()
            return self._random.random() < 0.04


def test_every_message_arrives_however_often_the_desk_is_killed(tmp_path, certificate):
    register, notes = tmp_path / "register.wibdesk", tmp_path / "handed.txt"
    trouble, killed, posted, asked = Trouble(2026), 0, 0, Counter()
    clerk = Clerk(register)
    meeting = clerk.meeting()
    clerk.desk.close()
    with MailServer(certificate, breaks=trouble) as server:
        while killed < KILLS or posted > len(arrived(server)) or held_or_waiting(register, meeting):
            clerk = Clerk(register)
            for line in clerk.ask(mailings.outbox):
                assert line.message.state in (MailState.WAITING, MailState.HELD, MailState.HANDING)
                if line.message.state is MailState.HELD:
                    asked[line.message.message_id] += 1
                    clerk.do(mailings.decide_held, line.message.id, send_again=True)
            if killed < KILLS and len(clerk.ask(mailings.outbox)) < AT_ONCE:
                post(clerk, meeting, AT_ONCE, first=posted)
                posted += AT_ONCE
            clerk.desk.close()
            killed += run(trouble, register, server, notes, kill=killed < KILLS) != 0
        times = arrived(server)
    clerk = Clerk(register)
    assert set(states(clerk, meeting).values()) == {MailState.SENT}
    clerk.desk.close()
    assert killed >= KILLS
    assert len(times) == posted, "some never arrived"
    assert {each: n for each, n in times.items() if n > 1 + asked[each]} == {}, "some arrived twice unasked"
    print(f"{killed} kills, {posted} messages, {sum(asked.values())} held, {sum(times.values()) - posted} twice")


def held_or_waiting(register, meeting) -> bool:
    clerk = Clerk(register)
    found = set(states(clerk, meeting).values()) - {MailState.SENT}
    clerk.desk.close()
    return bool(found)


def run(trouble, register, server, notes, *, kill) -> int:
    """Let a process send, and return its exit code: 0 where it was done, or done before it was to be killed."""
    words = [sys.executable, "-m", "tests.delivery.child", register, server.port, server.certificate, notes]
    with subprocess.Popen([str(word) for word in words], cwd=ROOT, stdout=subprocess.PIPE) as child:
        trouble.begin(child, kill=kill)
        child.communicate(timeout=WAIT)
        return child.returncode
