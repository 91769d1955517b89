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
from wibdesk.paths import own_path
from wibdesk.services import bodies
from wibdesk.store.lock import (
    InUseError,
    LockInfo,
    ask_running_desk,
    come_forward,
    forget,
    here,
    holder,
    lock_file,
    tell,
)

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
    assert not come_forward(register)


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


def test_another_start_brings_the_window_to_the_front(register):
    clerk = Clerk(register)
    raised = []
    assert not come_forward(register)
    clerk.desk.serve(lambda argv, cwd: (0, "", ""))
    assert not come_forward(register)
    clerk.desk.close()
    clerk = Clerk(register)
    clerk.desk.serve(lambda argv, cwd: (0, "", ""), raised.append)
    assert come_forward(register)
    assert come_forward(register, [Path("/drop/board.wibmeeting")])
    assert raised == [[], [Path("/drop/board.wibmeeting")]]
    clerk.desk.close()
    assert not come_forward(register)


def test_a_desk_that_does_not_answer_is_not_waited_for_to_come_forward(register):
    clerk = Clerk(register)
    go = threading.Event()
    clerk.desk.serve(lambda argv, cwd: (0, "", ""), lambda files: go.wait(WAIT))
    assert not come_forward(register, patience=0)
    go.set()
    clerk.desk.close()


def test_who_holds_a_register_is_told_to_the_second_desk(register):
    clerk = Clerk(register)
    clerk.desk.serve(lambda argv, cwd: (0, "", ""))
    with pytest.raises(InUseError, match="in use by another desk on this computer since 09:30") as caught:
        Clerk(register)
    assert caught.value.holder == holder(register)
    assert caught.value.holder.key not in repr(caught.value.holder)
    tell(register, LockInfo(7, "ANNS-PC", datetime(2026, 10, 6, 18, 2).isoformat()))
    with pytest.raises(InUseError, match="by another desk on ANNS-PC since 18:02 on 6 October 2026: close it there"):
        Clerk(register)
    clerk.desk.close()


def test_a_desk_opened_by_a_link_in_another_folder_is_found_by_either_name(register, tmp_path):
    link = tmp_path / "elsewhere" / "link.wibdesk"
    link.parent.mkdir()
    link.symlink_to(register)
    for name in (link, register):
        clerk = Clerk(name)
        raised = threading.Event()
        clerk.desk.serve(lambda argv, cwd: (0, "", ""), lambda files, raised=raised: raised.set())
        assert lock_file(register).exists()
        assert holder(link) == holder(register) is not None
        assert come_forward(register if name is link else link)
        assert raised.is_set()
        clerk.desk.close()
        assert not lock_file(register).exists()
        assert list(link.parent.iterdir()) == [link]


@pytest.mark.parametrize("name", ["n" * 5000, "a\0b"])
def test_a_name_that_cannot_be_looked_up_stays_as_it_is(tmp_path, name):
    assert own_path(tmp_path / name) == tmp_path / name


@pytest.mark.skipif(os.name == "nt", reason="Windows does not say whether a process is there")
def test_what_a_killed_desk_told_is_passed_over(register):
    with subprocess.Popen([sys.executable, "-c", ""]) as ended:
        ended.wait(WAIT)
    tell(register, replace(here(NOW), pid=ended.pid))
    assert holder(register) is None
    tell(register, replace(here(NOW), pid=2**70))
    assert holder(register) is None
    tell(register, replace(here(NOW), pid=ended.pid, host="ANNS-PC"))
    assert holder(register).host == "ANNS-PC"
    tell(register, replace(here(NOW), pid=1))
    assert holder(register).pid == 1


OPEN = (
    "import sys; from pathlib import Path; from wibdesk.desk import Desk; d = Desk(Path(sys.argv[1]));"
    "error = d.opened.exception(); print('open' if error is None else f'{type(error).__name__}: {error}', flush=True);"
    "sys.stdin.readline(); d.close()"
)


def started(register):
    command = [sys.executable, "-c", OPEN, str(register)]
    return subprocess.Popen(command, cwd=ROOT, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True)


def test_of_desks_that_race_for_a_register_exactly_one_opens_it(register):
    for _ in range(2):
        racing = [started(register) for _ in range(3)]
        said = sorted(desk.stdout.readline().strip() for desk in racing)
        for desk in racing:
            desk.communicate("\n", WAIT)
        assert said.count("open") == 1
        others = [words for words in said if words != "open"]
        assert len(others) == 2
        assert all(words.startswith("InUseError: ") for words in others)
        # Who comes in the very moment between the lock and its note learns only that another desk has it.
        assert all("is in use by another desk" in words for words in others)
        assert [path.name for path in register.parent.iterdir()] == [register.name]


@pytest.mark.skipif(os.name == "nt", reason="Windows ends a process in one way")
@pytest.mark.parametrize("end", [signal.SIGTERM, signal.SIGKILL])
def test_the_lock_of_a_desk_that_was_ended_heals(register, end):
    desk = started(register)
    assert desk.stdout.readline() == "open\n"
    desk.send_signal(end)
    desk.communicate(timeout=WAIT)
    assert lock_file(register).exists()
    assert holder(register) is None
    clerk = Clerk(register)
    assert holder(register).pid == os.getpid()
    clerk.desk.close()
    assert not lock_file(register).exists()


@pytest.mark.skipif(os.name == "nt", reason="Windows gives doors names of its own")
def test_a_desk_works_on_where_the_system_gives_no_socket(register, tmp_path):
    long = tmp_path / ("x" * 120)
    long.mkdir()
    work = (
        "import sys; from pathlib import Path; from wibdesk.desk import Desk; from wibdesk.services import bodies; "
        "desk = Desk(Path(sys.argv[1])); desk.serve(lambda argv, cwd: (0, '', '')); "
        "print(desk.write(bodies.add_body, 'Norbury Board').result().value.name); desk.close()"
    )
    words = [sys.executable, "-c", work, str(register)]
    told = subprocess.run(words, cwd=ROOT, env=os.environ | {"TMPDIR": str(long)}, capture_output=True, check=False)
    assert (told.stdout, told.returncode) == (b"Norbury Board\n", 0), told.stderr
