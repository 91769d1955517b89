"""Writes a software bill of materials as CycloneDX 1.6, from the same list that the desk shows under its licences."""

import uuid
from collections.abc import Iterable
from typing import Any

from installer.packing.facts import IDENTIFIER, NAME, PACKAGE, Facts

SPACE = uuid.uuid5(uuid.NAMESPACE_DNS, IDENTIFIER)


def bill(facts: Facts, parts: Iterable[dict[str, str]], small: Iterable[dict[str, str]]) -> dict[str, Any]:
    """Return the bill as JSON: the program, what it ships, and what was compiled into that.

    Equal lists give equal bills, its serial number too, so that it changes only with what is shipped.
    """
    listed = [_component(part) for part in parts if not part["text"].startswith("inside-")]
    known = {each["bom-ref"] for each in listed}
    for each in small:
        found = _small(each)
        if found["bom-ref"] not in known:
            known.add(found["bom-ref"])
            listed.append(found)
    told = ",".join(sorted(known))
    return {
        "bomFormat": "CycloneDX",
        "specVersion": "1.6",
        "serialNumber": f"urn:uuid:{uuid.uuid5(SPACE, f'{facts.version}:{told}')}",
        "version": 1,
        "metadata": {
            "component": {
                "type": "application",
                "bom-ref": PACKAGE,
                "name": NAME,
                "version": facts.version,
                "description": facts.summary,
                "licenses": [{"expression": "MIT"}],
            }
        },
        "components": listed,
        "dependencies": [{"ref": PACKAGE, "dependsOn": [each["bom-ref"] for each in listed]}],
    }


def _component(part: dict[str, str]) -> dict[str, Any]:
    is_font_or_data = part["licence"] in ("OFL-1.1", "Bitstream-Vera", "ISC AND MIT")
    return {
        "type": "file" if is_font_or_data else "library",
        "bom-ref": f"{part['name']}@{part['version']}",
        "name": part["name"],
        "version": part["version"],
        "licenses": [{"expression": part["licence"]}],
        "copyright": part["copyright"],
        "externalReferences": [{"type": "website", "url": part["homepage"]}],
    }


def _small(each: dict[str, str]) -> dict[str, Any]:
    found: dict[str, Any] = {
        "type": "library",
        "bom-ref": each["purl"] or f"{each['name']}@{each['version']}",
        "name": each["name"],
        "version": each["version"],
    }
    if each["purl"]:
        found["purl"] = each["purl"]
    if each["licence"]:
        found["licenses"] = [{"expression": each["licence"]}]
    return found
