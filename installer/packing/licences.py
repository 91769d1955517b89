"""Lists everything shipped with its licence, its text and, for who audits programs, a bill of materials.

Run with the desk's packages at hand, for they are asked: `python -m installer.packing.licences FOLDER`. Each build does
so for what it packs; run it on `resources/licences` when a package has changed.
"""

import importlib.metadata
import json
import re
import sys
import sysconfig
from collections.abc import Iterable, Iterator
from dataclasses import asdict, dataclass
from pathlib import Path
from typing import Any

from installer.packing.bill_of_materials import bill
from installer.packing.facts import read_facts
from installer.packing.native_versions import version_of
from installer.packing.wheels import inside, licence_of, runtime_packages, said_copyright, texts_of

CHECKOUT = Path(__file__).resolve().parents[2]
HERE = Path(__file__).resolve().parent
SMALL_CRATES = "Libraries inside {name}"
"""The name under which the many small libraries, that one package was compiled with, are listed together."""


@dataclass(frozen=True)
class Component:
    """One thing that is shipped; `text` is the name of the file with its licence, beside the list."""

    name: str
    version: str
    licence: str
    copyright: str
    homepage: str
    text: str


def main(folder: Path) -> None:
    """Write components.json, the texts and sbom.cdx.json into a folder, and take away texts of what is gone."""
    folder.mkdir(parents=True, exist_ok=True)
    found = sorted(collected(), key=lambda pair: pair[0].name.casefold())
    for old in folder.glob("*.txt"):
        old.unlink()
    for part, text in found:
        (folder / part.text).write_text(text, encoding="utf-8", newline="\n")
    parts = [part for part, _ in found]
    _write(folder / "components.json", {"components": [asdict(part) for part in parts]})
    small = [each for name in runtime_packages(CHECKOUT) for each in inside(name)]
    _write(folder / "sbom.cdx.json", bill(read_facts(CHECKOUT), [asdict(part) for part in parts], small))


def collected() -> Iterator[tuple[Component, str]]:
    """Yield each component with the text of its licence; ValueError where a package says too little of itself."""
    known = json.loads((HERE / "shipped.json").read_text(encoding="utf-8"))
    corrections = known["corrections"]
    for name in runtime_packages(CHECKOUT):
        yield _of_package(name, corrections.get(name, {}))
        crates = inside(name)
        if crates:
            yield _of_crates(name, crates)
    for each in known["components"]:
        text = _joined(_source(source) for source in each.pop("texts"))
        each["version"] = version_of(each["version"])
        yield Component(**each, text=_file(each["name"])), text


def _of_package(name: str, correction: dict[str, Any]) -> tuple[Component, str]:
    package = importlib.metadata.distribution(name)
    sources = correction.get("texts")
    text = _joined(_source(source) for source in sources) if sources else _joined(texts_of(package))
    told = package.metadata
    links = dict(link.split(", ", 1) for link in told.get_all("Project-URL") or ())
    homes = {words.casefold(): link for words, link in links.items()}
    home = next((homes[words] for words in ("homepage", "source", "source code", "repository") if words in homes), "")
    part = Component(
        name=told["Name"],
        version=package.version,
        licence=correction.get("licence") or licence_of(package),
        copyright=correction.get("copyright") or said_copyright(text) or f"Copyright (c) {_author(told)}",
        homepage=correction.get("homepage") or told.get("Home-page") or home or next(iter(links.values()), ""),
        text=_file(name),
    )
    lacking = [key for key, value in asdict(part).items() if not value]
    if lacking or not text:
        raise ValueError(f"{name} does not say its {', '.join(lacking) or 'licence text'}: add it to shipped.json.")
    return part, text


def _of_crates(name: str, crates: list[dict[str, str]]) -> tuple[Component, str]:
    """Return the small libraries compiled into a package as one component, listed in its text."""
    lines = [f"{each['name']} {each['version']}: {each['licence']}" for each in crates]
    heading = f"Compiled into {name}, each under the licence beside it; texts follow, or stand with {name} itself.\n"
    texts = [HERE / "texts" / f"{one}.txt" for one in ("Apache-2.0", "MPL-2.0")]
    text = _joined(["\n".join([heading, *lines]), *(path.read_text(encoding="utf-8") for path in texts)])
    part = Component(
        name=SMALL_CRATES.format(name=name),
        version=f"as in {name} {importlib.metadata.version(name)}",
        licence=" AND ".join(sorted({_bracketed(each["licence"]) for each in crates if each["licence"]})),
        copyright="Their authors, as each library says",
        homepage="https://crates.io/" if "cargo" in crates[0]["purl"] else _of_package(name, {})[0].homepage,
        text=_file(f"inside-{name}"),
    )
    return part, text


def _bracketed(licence: str) -> str:
    return f"({licence})" if " OR " in licence and not licence.startswith("(") else licence


def _author(told: Any) -> str:
    words = told.get("Author") or told.get("Author-email") or told.get("Maintainer") or told["Name"]
    return re.sub(r"\s*<[^>]*>", "", words).strip('" ')


def _source(source: str) -> str:
    kind, _, name = source.partition(":")
    if kind == "package":
        package, _, file = name.partition("/")
        return next(text for text in texts_of(importlib.metadata.distribution(package), file))
    folder = {"ours": HERE / "texts", "checkout": CHECKOUT, "python": Path(sysconfig.get_path("stdlib"))}[kind]
    return (folder / name).read_text(encoding="utf-8")


def _joined(texts: Iterable[str]) -> str:
    lines = ("\n".join(line.rstrip() for line in text.splitlines()).strip("\n") for text in texts)
    return f"\n\n{'-' * 80}\n\n".join(lines) + "\n"


def _file(name: str) -> str:
    return re.sub(r"[^a-z0-9.]+", "-", name.casefold()) + ".txt"


def _write(path: Path, content: dict[str, Any]) -> None:
    path.write_text(json.dumps(content, ensure_ascii=False, indent=1) + "\n", encoding="utf-8", newline="\n")


if __name__ == "__main__":
    main(Path(sys.argv[1]))
