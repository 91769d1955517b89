"""The versions of the libraries that lie inside Python packages, asked of the libraries themselves."""

import platform
import re
from collections.abc import Callable
from pathlib import Path

# Asked only when the list is made, in an environment that has them all.
import pypdfium2
import PySide6
import sqlcipher3
from cryptography.hazmat.backends.openssl import backend
from lxml import etree

from installer.packing.workshop import pins

TOOLS = Path(__file__).resolve().parent / "tools.lock"


def version_of(words: str) -> str:
    """Return a version: as it stands, or after an @ the one that the library of this name tells."""
    return ASKED[words[1:]]() if words.startswith("@") else words


def _dotted(version: tuple[int, ...]) -> str:
    return ".".join(str(part) for part in version)


def _sqlcipher() -> str:
    connection = sqlcipher3.dbapi2.connect(":memory:")
    try:
        told = connection.execute("PRAGMA cipher_version").fetchone()[0]
    finally:
        connection.close()
    return str(told).split()[0]


def _openssl_of_sqlcipher() -> str:
    library = next(Path(sqlcipher3.__file__).parent.glob("_sqlite3*.*"))
    found = re.search(rb"OpenSSL (\d+\.\d+\.\d+)", library.read_bytes())
    return found[1].decode() if found else "as in sqlcipher3"


def _icu() -> str:
    libraries = Path(PySide6.__file__).parent.rglob("*icudata*")
    found = [re.search(r"\d+", path.name) for path in libraries]
    return next((match[0] for match in found if match), "as in Qt")


ASKED: dict[str, Callable[[], str]] = {
    "icu": _icu,
    "libxml2": lambda: _dotted(etree.LIBXML_VERSION),
    "libxslt": lambda: _dotted(etree.LIBXSLT_VERSION),
    "openssl of cryptography": lambda: backend.openssl_version_text().split()[1],
    "openssl of sqlcipher": _openssl_of_sqlcipher,
    "pdfium": lambda: str(pypdfium2.version.PDFIUM_INFO).partition("@")[0],
    "pyinstaller": lambda: pins(TOOLS)["pyinstaller"],
    "python": platform.python_version,
    "qt": lambda: PySide6.__version__,
    "sqlcipher": _sqlcipher,
    "sqlite": lambda: str(sqlcipher3.dbapi2.sqlite_version),
}
