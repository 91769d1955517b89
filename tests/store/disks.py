"""Disks that stall, fill up and refuse, for the tests of what becomes of words then."""

import contextlib
import signal
import subprocess
import threading
from types import SimpleNamespace

import pytest
from sqlcipher3 import dbapi2

WAIT = 60
LONG = "Every word that was said at this meeting. " * 400
HUGE = LONG * 80
"""More than the place that a full disk wins when the register's journal is emptied."""


class StallingDriver(SimpleNamespace):
    """SQLite on a disk that can stall: a commit then hangs as long as the disk does."""

    def __init__(self):
        super().__init__(**vars(dbapi2))
        self.flowing, self.stuck = threading.Event(), threading.Event()
        self.flowing.set()
        driver = self

        class Connection(dbapi2.Connection):
            def commit(self):
                if not driver.flowing.is_set():
                    driver.stuck.set()
                    assert driver.flowing.wait(WAIT)
                super().commit()

        self.connect = lambda path, **more: dbapi2.connect(path, factory=Connection, **more)

    def stall(self):
        """Have every commit hang from now on."""
        self.stuck.clear()
        self.flowing.clear()

    def flow(self):
        """Let the commits through."""
        self.flowing.set()


class Watch:
    """Hears the status of a desk."""

    def __init__(self):
        self.heard, self.sentences = [], []
        self._changed = threading.Condition()

    def __call__(self, status):
        with self._changed:
            self.heard.append(status)
            if status.trouble and status.trouble not in self.sentences:
                self.sentences.append(status.trouble)
            self._changed.notify_all()

    def wait_for(self, wanted):
        """Wait until a status, from the newest that is known on, is as wanted; return it."""
        with self._changed:
            at = max(len(self.heard) - 1, 0)

            def found():
                return next((s for s in self.heard[at:] if wanted(s)), None)

            assert self._changed.wait_for(lambda: found() is not None, WAIT)
            return found()


@contextlib.contextmanager
def no_file_larger_than(size):
    """Have the system refuse to let any file of this process grow beyond a size."""
    resource = pytest.importorskip("resource", reason="no such limits on this system")
    soft, hard = resource.getrlimit(resource.RLIMIT_FSIZE)
    before = signal.signal(signal.SIGXFSZ, signal.SIG_IGN)
    resource.setrlimit(resource.RLIMIT_FSIZE, (size, hard))
    try:
        yield
    finally:
        resource.setrlimit(resource.RLIMIT_FSIZE, (soft, hard))
        signal.signal(signal.SIGXFSZ, before)


@contextlib.contextmanager
def small_disk(folder):
    """Put a disk of eight megabytes at a folder; only root on Linux can."""
    folder.mkdir()
    mount(["-t", "tmpfs", "-o", "size=8m", "tmpfs", str(folder)])
    try:
        yield folder
    finally:
        subprocess.run(["umount", "--lazy", str(folder)], check=True)


def mount(words):
    """Mount something, or skip the test."""
    try:
        mounted = subprocess.run(["mount", *words], check=False, capture_output=True).returncode == 0
    except OSError:
        mounted = False
    if not mounted:
        pytest.skip("disks can be mounted by root on Linux alone")


def fill(path):
    """Write until the disk is full."""
    with path.open("wb", buffering=0) as out:
        for size in (65536, 4096, 512):
            with contextlib.suppress(OSError):
                while True:
                    out.write(bytes(size))
