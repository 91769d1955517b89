"""What is shipped with the desk that others made: names, versions and licences, read from data."""

import json
from dataclasses import dataclass
from pathlib import Path

from wibdesk.paths import resource

SHIPPED = "licences/components.json"


@dataclass(frozen=True)
class Component:
    """A program, library, typeface or word list that is shipped; `text` is its licence, or the file that holds it."""

    name: str
    version: str = ""
    licence: str = ""
    copyright: str = ""
    homepage: str = ""
    text: str = ""

    def fits(self, words: str) -> bool:
        """Say whether every word is found in its name, licence or copyright."""
        known = f"{self.name} {self.version} {self.licence} {self.copyright}".casefold()
        return all(word in known for word in words.casefold().split())


def shipped_components(path: Path | None = None) -> tuple[Component, ...]:
    """Return the components that the file names, by name; none where the file is not there or cannot be read."""
    try:
        found = json.loads((path or resource(SHIPPED)).read_text("utf-8"))["components"]
        read = [_component(raw) for raw in found]
    except (OSError, ValueError, KeyError, TypeError, AttributeError):
        return ()
    return tuple(sorted(read, key=lambda component: (component.name.casefold(), component.version)))


def licence_text(component: Component, path: Path | None = None) -> str:
    """Return the whole text of a component's licence; `path` is the list that names it."""
    if not component.text.endswith(".txt"):
        return component.text
    try:
        # Only its last part: the texts lie beside the list and nowhere else.
        return ((path or resource(SHIPPED)).parent / Path(component.text).name).read_text("utf-8")
    except (OSError, ValueError):
        return ""


def _component(raw: dict[str, object]) -> Component:
    words = {key: str(raw.get(key) or "") for key in ("name", "version", "licence", "copyright", "homepage", "text")}
    return Component(**words)
