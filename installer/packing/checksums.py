"""Writes the checksum by which whoever rolls a package out knows that it is the one that was built."""

import hashlib
from pathlib import Path


def write_checksum(package: Path) -> None:
    """Write the SHA-256 of a package beside it, in the form that sha256sum --check reads."""
    with package.open("rb") as file:
        found = hashlib.file_digest(file, "sha256").hexdigest()
    package.with_name(f"{package.name}.sha256").write_text(f"{found}  {package.name}\n", encoding="utf-8")
