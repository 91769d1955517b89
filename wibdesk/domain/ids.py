"""Identifiers of records: random, so that two desks never make the same one."""

from uuid import uuid4


def new_id() -> str:
    """Return a new identifier: 32 hexadecimal digits."""
    return uuid4().hex
