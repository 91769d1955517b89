"""Opens the Word file that a clerk chose as template; what is none, is locked or could do harm is refused in words."""

import re

from lxml import etree

from wibdesk.documents.word.elements import w_tag
from wibdesk.documents.word.package import OFFICE, Package, PackageError, parsed, read_package
from wibdesk.errors import UserError
from wibdesk.language import say

_OLD = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
"""How old Word files begin, and new ones that a password locks."""
_STRICT = "http://purl.oclc.org/ooxml/"
_WIDEST_CELL = 63
"""Columns."""
_WORD = ("wordprocessingml.document.main+xml", "wordprocessingml.template.main+xml")


def opened(data: bytes) -> tuple[Package, str]:
    """Return the file's parts and the name of its main part; UserError says why it cannot be a template."""
    if data.startswith(_OLD):
        raise UserError(
            say(
                "The file is locked with a password, or is an old Word file (.doc). "
                "Save it in Word as .docx without a password, and choose that."
            )
        )
    try:
        package = read_package(data)
        main = _main(package)
        for name, content in package.parts.items():
            kind = package.kinds[name].lower()
            # A drawing is looked at where it is made clean.
            if name.endswith(".xml") or (kind.endswith("xml") and not kind.startswith("image/")):
                _refuse_absurd(parsed(content))
    except PackageError as trouble:
        raise UserError(
            say("The file {trouble}. Choose a Word document or template (.docx or .dotx).", trouble=trouble)
        ) from trouble
    if _has_macros(package):
        raise UserError(
            say("The file holds macros, which the desk does not pass on. Save it in Word as .docx or .dotx.")
        )
    if not package.kinds[main].endswith(_WORD):
        raise UserError(say("The file is not a Word document or template. Choose a .docx or .dotx file."))
    return package, main


def _has_macros(package: Package) -> bool:
    told = [*package.kinds.values(), *(one.kind for known in package.relations.values() for one in known)]
    return any("macro" in kind.lower() or "vba" in kind.lower() for kind in told)


def _refuse_absurd(part: etree._Element) -> None:
    """Refuse a cell over more columns than Word can make: other programs make every one of them."""
    for span in part.iter(w_tag("gridSpan")):
        wide = span.get(w_tag("val"), "1")
        if not re.fullmatch("[0-9]{1,2}", wide) or int(wide) > _WIDEST_CELL:
            raise PackageError(say("holds what no Word file has"))


def _main(package: Package) -> str:
    kinds = [one.kind for one in package.relations.get("", ())]
    if any(kind.startswith(_STRICT) for kind in kinds):
        raise UserError(
            say(
                "The file is in the form “Strict Open XML”. Save it in Word as “Word Document (*.docx)”, "
                "and choose that."
            )
        )
    main = package.target("", "officeDocument")
    if main is None or f"{OFFICE}/officeDocument" not in kinds:
        raise PackageError(say("is not a Word file"))
    return main
