"""The guard itself: what reaches for a network is refused and fails the test, in every process that a test starts."""

import os
import socket
import subprocess
import sys
import threading
from pathlib import Path

import pytest

from tests.offline import sitecustomize as network


@pytest.fixture
def told(tmp_path, monkeypatch):
    """Where refusals are told for one test, so that they do not fail it."""
    path = tmp_path / "told"
    monkeypatch.setenv(network.TOLD, str(path))
    return path


@pytest.mark.parametrize(
    "reach",
    [
        socket.socket,
        lambda: socket.socket(socket.AF_INET6, socket.SOCK_DGRAM),
        lambda: socket.create_connection(("127.0.0.1", 9)),
        lambda: socket.getaddrinfo("norbury.example", 80),
        lambda: socket.gethostbyname("norbury.example"),
    ],
    ids=["socket", "datagrams", "connection", "look-up", "old look-up"],
)
def test_no_test_reaches_a_network(reach, told):
    with pytest.raises(BaseException, match=r"^socket\.") as refused:
        reach()
    assert not isinstance(refused.value, Exception), "a program could swallow it"
    assert told.read_text().startswith("socket.")


def test_a_process_that_a_test_starts_reaches_none_either_and_cannot_hide_it(told):
    code = "import socket\ntry:\n    socket.socket()\nexcept BaseException: pass"
    subprocess.run([sys.executable, "-c", code], check=True, env=os.environ)
    assert told.read_text() == "socket.__new__ \n"


def test_a_refusal_that_was_swallowed_fails_the_test(tmp_path):
    (tmp_path / "test_it.py").write_text(
        "import contextlib, socket\n"
        "def test_reaches_out():\n    with contextlib.suppress(BaseException):\n        socket.socket()\n"
    )
    root = Path(__file__).parents[2]
    command = [sys.executable, "-m", "pytest", "-q", "-p", "no:cacheprovider", "-c", str(root / "pyproject.toml")]
    command += ["--rootdir", str(root), "--confcutdir", str(root), "-p", "tests.conftest", str(tmp_path / "test_it.py")]
    ran = subprocess.run(command, cwd=root, capture_output=True, text=True, check=False, env=os.environ)
    assert ran.returncode == 1, ran.stdout + ran.stderr
    assert "a network was wanted: socket.__new__" in ran.stdout


@pytest.mark.loopback
def test_a_marked_test_talks_to_this_machine():
    with socket.create_server(("127.0.0.1", 0)) as server:
        answer = threading.Thread(target=_hang_up, args=(server,))
        answer.start()
        with socket.create_connection(server.getsockname()) as caller:
            assert caller.recv(1) == b""
        answer.join()


def _hang_up(server):
    server.accept()[0].close()


@pytest.mark.loopback
def test_a_marked_test_talks_to_no_other_machine(told):
    with socket.socket() as caller, pytest.raises(BaseException, match=r"192\.0\.2\.1"):
        caller.connect(("192.0.2.1", 25))
    with pytest.raises(BaseException, match=r"0\.0\.0\.0"), socket.socket() as server:
        server.bind(("0.0.0.0", 0))
    assert told.read_text().count("\n") == 2
