"""The copyright file of a package: our own licence, and that of each thing that is shipped with it."""

import json

from installer.packing.workshop import Workshop


def copyright_file(workshop: Workshop) -> str:
    """Return the licences of everything that was packed as one text, ours first."""
    listed = workshop.folder / "licences" / "components.json"
    parts = json.loads(listed.read_text(encoding="utf-8"))["components"]
    told = ["WIBDesk", "=======", "", (workshop.checkout / "LICENSE").read_text(encoding="utf-8").strip(), ""]
    told += ["The GNU licences named below are also in /usr/share/common-licenses (LGPL-3, GPL-3, LGPL-2.1).", ""]
    told += ["What is shipped with it", "=======================", ""]
    for part in parts:
        told += [f"{part['name']} {part['version']}: {part['licence']}", f"  {part['copyright']}"]
        told += [f"  {part['homepage']}", f"  Text: /usr/lib/wibdesk/_internal/resources/licences/{part['text']}", ""]
    return "\n".join(told)
