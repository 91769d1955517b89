"""House styles of the register's own, files of bodies, and a record of what was exported."""

from typing import Any

import sqlalchemy as sa
from alembic import op

revision = "0002"
down_revision = "0001"

Column = sa.Column[Any]
SUBJECTS = ("meeting", "body", "plan")


def texts(*names: str) -> list[Column]:
    """Return columns of text that must have a value."""
    return [sa.Column(name, sa.Text(), nullable=False) for name in names]


def short(name: str, length: int, *, needed: bool = True) -> Column:
    """Return a column of short text."""
    return sa.Column(name, sa.String(length), nullable=not needed)


def rev() -> Column:
    """Return the count of the changes of a row."""
    return sa.Column("rev", sa.Integer, nullable=False, server_default="1")


def belongs(table: str, parent: str) -> sa.ForeignKeyConstraint:
    """Return the rule that a row goes with the record it belongs to."""
    return sa.ForeignKeyConstraint([f"{parent}_id"], [f"{parent}.id"], f"fk_{table}_{parent}_id", ondelete="CASCADE")


def upgrade() -> None:
    """Make the three tables."""
    op.create_table(
        "body_file",
        short("body_id", 32),
        short("kind", 20),
        *texts("name", "words"),
        sa.Column("data", sa.LargeBinary(), nullable=False),
        rev(),
        belongs("body_file", "body"),
        sa.PrimaryKeyConstraint("body_id", "kind", name="pk_body_file"),
    )
    op.create_table(
        "house_style", short("name", 80), *texts("data"), rev(), sa.PrimaryKeyConstraint("name", name="pk_house_style")
    )
    op.create_table(
        "export",
        short("id", 32),
        *[short(f"{parent}_id", 32, needed=False) for parent in SUBJECTS],
        *texts("kind", "edition", "style", "format", "name", "sha256", "words"),
        sa.Column("at", sa.DateTime, nullable=False),
        *[belongs("export", parent) for parent in SUBJECTS],
        sa.CheckConstraint(
            "CASE WHEN meeting_id IS NULL THEN 0 ELSE 1 END + CASE WHEN body_id IS NULL THEN 0 ELSE 1 END"
            " + CASE WHEN plan_id IS NULL THEN 0 ELSE 1 END = 1",
            name="ck_export_one_subject",
        ),
        sa.PrimaryKeyConstraint("id", name="pk_export"),
    )
    for parent in SUBJECTS:
        op.create_index(f"ix_export_{parent}_id", "export", [f"{parent}_id"])
