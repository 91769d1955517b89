"""A clerk with an empty register for tests of the store that need one."""

import pytest

from tests.registers import Clerk


@pytest.fixture
def clerk(tmp_path):
    """A clerk at a new register, which is closed afterwards."""
    clerk = Clerk(tmp_path / "register.wibdesk")
    yield clerk
    clerk.desk.close()
