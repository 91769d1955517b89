"""The index for searching, made of all that the register holds."""

from alembic import op

from wibdesk.store.search_index import fill

revision = "0006"
down_revision = "0005"


def upgrade() -> None:
    """Make the index and fill it: it follows from the rest, so a later format that searches more makes it anew."""
    fill(op.get_bind())
