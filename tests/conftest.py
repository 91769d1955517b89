"""What every test may ask for; Qt paints off screen unless the environment says otherwise."""

import gc
import os
import tempfile
from pathlib import Path

import pytest

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
# A test neither sees nor changes what the clerk of this machine keeps; a child process inherits it.
HOME = tempfile.TemporaryDirectory(prefix="wibdesk-tests-")
for name in ("XDG_DATA_HOME", "XDG_CONFIG_HOME", "XDG_STATE_HOME"):
    os.environ[name] = str(Path(HOME.name) / name.lower())


def pytest_configure(config):
    # The off-screen platform says this of every window with a least size; it is no trouble of ours.
    config.addinivalue_line("qt_log_ignore", "This plugin does not support propagateSizeHints")


@pytest.hookimpl(wrapper=True)
def pytest_runtest_protocol(item):
    """Free windows on this thread alone, as the desk does: on the saver's thread that would end the process."""
    if "qapp" not in item.fixturenames:
        gc.enable()
        return (yield)
    gc.disable()
    try:
        return (yield)
    finally:
        gc.collect()


@pytest.fixture
def theme(qapp):
    """The light theme at 100 %, worn by the application as in the desk."""
    from ui.theme import Theme  # noqa: PLC0415 - tests without a window do not load Qt

    made = Theme("light", motion=False)
    made.apply_to(qapp)
    yield made
    qapp.setStyleSheet("")
