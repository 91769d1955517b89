"""The desk with a meeting in the room, and the help one key away."""

import pytest

from tests.ui.benches import Opened, in_the_room, register_with_meeting


@pytest.fixture
def desk(qapp, tmp_path):
    """A real window on a real register, the caret in the sentence of the first item."""
    register_with_meeting(tmp_path / "register.wibdesk")
    opened = in_the_room(Opened(tmp_path))
    yield opened
    opened.close()
    qapp.setStyleSheet("")
