"""Who has a register open, and commands that go to the desk that has it."""

import json
import os
import signal
import stat
import subprocess
import sys
import threading
from dataclasses import replace
from datetime import datetime
from multiprocessing.connection import Client
from pathlib import Path

import pytest

from tests.registers import NOW, WAIT, Clerk
from wibdesk.errors import StoreError
from wibdesk.services import bodies
from wibdesk.store.lock import LockInfo, ask_running_desk, forget, here, holder, lock_file, tell

ROOT = Path(__file__).parents[2]


@pytest.fixture
def register(tmp_path):
    return tmp_path / "register.wibdesk"


def test_the_lock_file_tells_who_and_since_when(register):
    info = here(NOW)
    tell(register, info)
    assert holder(register) == info
    assert info.pid == os.getpid()
    assert info.words == "on this computer since 09:30 on 1 September 2026"
    assert replace(info, host="ANNS-PC").words == "on ANNS-PC since 09:30 on 1 September 2026"
    assert replace(info, since="once").words == "on this computer"
    if os.name != "nt":
        assert stat.S_IMODE(lock_file(register).stat().st_mode) == 0o600
    forget(register)
    forget(register)
    assert holder(register) is None


def test_a_folder_that_takes_no_lock_file_is_no_hindrance(tmp_path):
    tell(tmp_path / "gone" / "register.wibdesk", here(NOW))
    forget(tmp_path / "gone" / "register.wibdesk")
    assert holder(tmp_path / "gone" / "register.wibdesk") is None


@pytest.mark.parametrize(
    "told", ["", "[]", '{"pid": "x", "host": "h", "since": "s"}', '{"pid": 1, "host": 2, "since": 3}']
)
def test_a_lock_file_that_tells_nothing_is_passed_over(register, told):
    lock_file(register).write_text(told)
    assert holder(register) is None
    assert ask_running_desk(register, ["list"], ".") is None


def test_a_desk_that_has_gone_answers_nothing(register):
    info = LockInfo(1, "here", datetime(2026, 9, 1).isoformat(), address=str(register.with_name("socket")), key="k")
    tell(register, info)
    assert ask_running_desk(register, ["list"], ".") is None


def test_a_command_is_carried_out_by_the_desk_that_is_open(register):
    clerk = Clerk(register)
    asked = []

    def handler(argv, cwd):
        asked.append((argv, cwd))
        return 1, ", ".join(b.name for b in clerk.ask(bodies.bodies)), "Words on the side – مجلس"

    clerk.body("Norbury Board")
    assert ask_running_desk(register, ["list"], ".") is None
    clerk.desk.serve(handler)
    assert ask_running_desk(register, ["list", "bodies"], "/home/ann") == (
        1,
        "Norbury Board",
        "Words on the side – مجلس",
    )
    assert asked == [(["list", "bodies"], "/home/ann")]
    clerk.desk.close()
    assert ask_running_desk(register, ["list"], ".") is None
    assert not lock_file(register).exists()


def test_a_stranger_without_the_key_and_nonsense_leave_the_door_open(register):
    clerk = Clerk(register)

    def handler(argv, cwd):
        if argv == ["fail"]:
            raise ZeroDivisionError("secret minutes")
        return 0, "done", ""

    clerk.desk.serve(handler)
    info = holder(register)
    tell(register, replace(info, key="wrong"))
    assert ask_running_desk(register, ["list"], ".") is None
    tell(register, info)
    for nonsense in (b"not json", b"[]", b"{}", json.dumps({"argv": 1, "cwd": "."}).encode()):
        with Client(info.address, authkey=info.key.encode()) as caller:
            caller.send_bytes(nonsense)
            with pytest.raises((EOFError, OSError)):
                caller.recv_bytes()
    code, out, err = ask_running_desk(register, ["fail"], ".")
    assert (code, out) == (1, "")
    assert "ZeroDivisionError" in err
    assert "secret" not in err
    assert ask_running_desk(register, ["list"], ".") == (0, "done", "")
    clerk.desk.opened.result(WAIT)
    clerk.desk.close()


def test_a_desk_that_could_not_close_yet_takes_commands_again(register):
    clerk = Clerk(register)
    hold, go = threading.Event(), threading.Event()

    def slow(uow):
        hold.set()
        go.wait(WAIT)
        return bodies.add_body(uow, "Slow")

    clerk.desk.serve(lambda argv, cwd: (0, "still here", ""))
    waiting = clerk.desk.write(slow)
    assert hold.wait(WAIT)
    assert not clerk.desk.close(wait=0.01)
    assert ask_running_desk(register, ["list"], ".") == (0, "still here", "")
    go.set()
    assert waiting.result(WAIT).value.name == "Slow"
    assert clerk.desk.close()


def test_a_desk_that_does_not_answer_is_told_in_words_rather_than_waited_for(register):
    clerk = Clerk(register)
    asked, go = threading.Event(), threading.Event()

    def slow(argv, cwd):
        asked.set()
        go.wait(WAIT)
        return 0, "at last", ""

    clerk.desk.serve(slow)
    with pytest.raises(StoreError, match=r"register\.wibdesk” open does not answer, and may or may not"):
        ask_running_desk(register, ["list"], ".", patience=0.2)
    assert asked.is_set()
    with pytest.raises(StoreError, match="does not answer"):
        ask_running_desk(register, ["list"], ".", patience=0)
    go.set()
    assert ask_running_desk(register, ["list"], ".") == (0, "at last", "")
    clerk.desk.close()


@pytest.mark.skipif(not hasattr(signal, "SIGSTOP"), reason="no process can be halted on this system")
def test_a_halted_desk_is_told_in_words(register):
    script = (
        "import sys; from pathlib import Path; from wibdesk.desk import Desk; d = Desk(Path(sys.argv[1]));"
        "d.serve(lambda argv, cwd: (0, 'here', '')); print('serving', flush=True); sys.stdin.read()"
    )
    command = [sys.executable, "-c", script, str(register)]
    with subprocess.Popen(command, cwd=ROOT, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True) as desk:
        try:
            assert desk.stdout.readline() == "serving\n"
            assert ask_running_desk(register, ["list"], ".") == (0, "here", "")
            desk.send_signal(signal.SIGSTOP)
            os.waitpid(desk.pid, os.WUNTRACED)  # the signal takes a moment, in which the desk could still answer
            with pytest.raises(StoreError, match="look at its window, or close it and try again"):
                ask_running_desk(register, ["list"], ".", patience=0.2)
        finally:
            desk.kill()
