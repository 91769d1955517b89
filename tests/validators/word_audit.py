"""openxml-audit, which knows the rules of the format as Word does, over the bytes of a Word file."""

from pathlib import Path

import pytest


def audit(data: bytes, folder: Path) -> list[str]:
    """Return what is wrong with a Word file as a package, by its schema and by what its parts say of each other."""
    validator = pytest.importorskip("openxml_audit", reason="the package openxml-audit is not installed")
    path = folder / "audited.docx"
    path.write_bytes(data)
    return [str(found) for found in validator.OpenXmlValidator().validate(str(path)).errors]
