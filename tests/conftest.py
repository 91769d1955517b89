"""What every test may ask for; Qt paints off screen unless the environment says otherwise."""

import gc
import os
import shutil
import sys
import tempfile
from pathlib import Path

import coverage
import pytest

from tests.offline import sitecustomize as network

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")


def in_memory():
    """Return the folder that lies in memory, if there is one with 4 GB of room from which programs may run."""
    folder = Path("/dev/shm")
    fits = folder.is_dir() and os.access(folder, os.W_OK) and shutil.disk_usage(folder).free > 4 << 30
    return folder if fits and not os.statvfs(folder).f_flag & os.ST_NOEXEC else None


# A disk that fails, or loses its power, stands in tests/faults; all other tests have no use for waiting for one.
if folder := in_memory():
    os.environ.setdefault("TMPDIR", str(folder))
    tempfile.tempdir = None
# A test neither sees nor changes what the clerk of this machine keeps; a child process inherits it.
HOME = tempfile.TemporaryDirectory(prefix="wibdesk-tests-")
os.environ["HOME"] = HOME.name
for name in ("XDG_DATA_HOME", "XDG_CONFIG_HOME", "XDG_STATE_HOME"):
    os.environ[name] = str(Path(HOME.name) / name.lower())
# Nor does it, or a process that it starts, talk over a network.
NETWORK = Path(HOME.name) / "network"
os.environ[network.TOLD] = str(NETWORK)
WATCHED = str(Path(network.__file__).parent)
if WATCHED not in os.environ.get("PYTHONPATH", ""):
    os.environ["PYTHONPATH"] = os.pathsep.join(filter(None, (WATCHED, os.environ.get("PYTHONPATH"))))

TESTS = Path(__file__).parent
UNCOUNTED = ("access", "cli", "faults", "hostile", "installer", "journeys", "ui", "validators")
"""The folders whose tests coverage does not count: what they go through is covered by tests nearer to it."""


def pytest_configure(config):
    # The off-screen platform says this of every window with a least size; it is no trouble of ours.
    config.addinivalue_line("qt_log_ignore", "This plugin does not support propagateSizeHints")
    config.addinivalue_line("markers", "loopback: talks over a socket to this machine, and to no other")
    config.addinivalue_line("markers", "no_cover: coverage does not count it, since it goes the same ways very often")
    config.pluginmanager.register(Sweeping())


def pytest_collection_finish():
    # What was loaded stays: each look through it after a test with a window would take longer than many a test.
    gc.collect()
    gc.freeze()


@pytest.hookimpl(wrapper=True)
def pytest_runtest_call(item):
    """Fail a test after which anything wanted to use a network, even where the program swallowed the refusal."""
    outcome = yield
    told = NETWORK.read_text("utf-8") if NETWORK.exists() else ""
    NETWORK.unlink(missing_ok=True)
    assert not told, f"a network was wanted: {told}"
    return outcome


@pytest.hookimpl(wrapper=True)
def pytest_runtest_setup(item):
    """Let a test that asks for it talk to this machine."""
    os.environ.pop(network.LOOPBACK, None)
    if item.get_closest_marker("loopback") is not None:
        os.environ[network.LOOPBACK] = "1"
    return (yield)


@pytest.hookimpl(wrapper=True)
def pytest_runtest_protocol(item):
    """Count no lines in some folders: to watch each line takes longer than to run it."""
    counting = coverage.Coverage.current()
    if counting is None or item.path.relative_to(TESTS).parts[0] not in UNCOUNTED:
        return (yield)
    counting.stop()
    try:
        return (yield)
    finally:
        counting.start()


class Sweeping:
    """Frees windows on this thread alone, as the desk does: on the saver's thread that would end the process."""

    def __init__(self):
        self.loaded = 0

    @pytest.hookimpl(wrapper=True)
    def pytest_runtest_protocol(self, item):
        """Sweep after a test with a window, and at no other moment of it."""
        if "qapp" not in item.fixturenames:
            gc.enable()
            return (yield)
        gc.disable()
        try:
            return (yield)
        finally:
            gc.collect()
            if len(sys.modules) != self.loaded:
                self.loaded = len(sys.modules)
                gc.freeze()


@pytest.fixture
def theme(qapp):
    """The light theme at 100 %, worn by the application as in the desk."""
    from ui.theme import Theme  # noqa: PLC0415 - tests without a window do not load Qt

    made = Theme("light", motion=False)
    made.apply_to(qapp)
    yield made
    qapp.setStyleSheet("")
