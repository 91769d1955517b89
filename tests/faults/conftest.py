"""A register with a meeting in it, made once for all tests of faults, and a disk whose power can be cut."""

import os
import subprocess
import sys

import pytest

from tests.faults.loop_disk import LoopDisk
from tests.faults.script import prepare


@pytest.fixture(scope="session")
def prepared(tmp_path_factory):
    """The register as bytes, and what is in it."""
    return prepare(tmp_path_factory.mktemp("prepared"))


@pytest.fixture
def loop_disk(tmp_path):
    """A real disk whose power can be cut."""
    if sys.platform != "linux" or os.geteuid() != 0:
        pytest.skip("a real disk can lose its power by the hand of root on Linux alone")
    try:
        disk = LoopDisk(tmp_path)
    except (OSError, subprocess.CalledProcessError) as error:
        pytest.skip(f"no disk can be mounted on a loop device here: {error}")
    yield disk
    disk.take_out()
