"""A clerk at an empty register, and a certificate for a mail server of the tests."""

import pytest

from tests.delivery.server import make_certificate
from tests.registers import Clerk


@pytest.fixture(scope="session")
def certificate(tmp_path_factory):
    """A certificate with its key for this machine."""
    return make_certificate(tmp_path_factory.mktemp("certificate"))


@pytest.fixture
def clerk(tmp_path):
    """A clerk at a new register, which is closed afterwards."""
    clerk = Clerk(tmp_path / "register.wibdesk")
    yield clerk
    clerk.desk.close()
