"""A clerk with an empty register for every test of the services."""

import pytest

from tests.registers import Clerk


@pytest.fixture
def clerk(tmp_path):
    """A clerk at a new register, which is closed afterwards."""
    clerk = Clerk(tmp_path / "register.wibdesk")
    yield clerk
    clerk.desk.close()
