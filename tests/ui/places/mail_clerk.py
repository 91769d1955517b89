"""What the tests of the Send place share: a mail server on this machine, and the answers to questions."""

from tests.delivery.server import PASSWORD
from ui.cells import text_of
from ui.delivering import Delivering
from ui.main_window import PlaceEntry


def entry(place):
    """Return the entry of the Send place, or of what stands for it."""
    return PlaceEntry("send", "Send", "send", place, at="hidden", under="meetings")


def settings_of(server, *, user="clerk"):
    """What the preferences hold of an account at a mail server of the tests."""
    return {
        "host": "127.0.0.1", "port": str(server.port), "security": server.security.value, "user": user,
        "from_name": "R Devlin", "from_address": "clerk@example.org", "authorities": str(server.certificate),
    }  # fmt: skip


def deliver(clerk):
    """Give the window an outbox of its own, as the desk does."""
    clerk.context.delivering = Delivering(clerk.context)
    return clerk.context.delivering


def know_password(clerk, password=PASSWORD):
    """Tell the outbox the password for this session."""
    clerk.context.delivering.keep_password(clerk.context.delivering.account(), password, lasting=False)


def say_yes(clerk):
    """Answer the question that lies over the window."""
    clerk.press("Tab", "Return")


def texts(table):
    """Return what each row of a table says."""
    return [text_of(cell) for row in table.table_model.rows for cell in row.cells]
