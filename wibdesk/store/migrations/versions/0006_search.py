"""The index for searching, to be filled little by little with all that the register holds."""

from alembic import op

from wibdesk.store.search_filling import begin_anew

revision = "0006"
down_revision = "0005"


def upgrade() -> None:
    """Make the index, empty: it follows from the rest, so a later format that searches more makes it anew."""
    begin_anew(op.get_bind())
