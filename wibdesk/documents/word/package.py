"""A .docx file as parts, their kinds and the relations between them: read with care, written in equal bytes."""

import posixpath
import re
import zipfile
import zlib
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from io import BytesIO
from urllib.parse import unquote
from xml.sax.saxutils import quoteattr

from lxml import etree

from wibdesk.documents.word.xml import HEAD
from wibdesk.language import say

OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
_PACKAGE = "http://schemas.openxmlformats.org/package/2006"
TYPES, RELATIONS = f"{_PACKAGE}/content-types", f"{_PACKAGE}/relationships"
CORE_PROPERTIES = f"{RELATIONS}/metadata/core-properties"
WORD = "application/vnd.openxmlformats-officedocument.wordprocessingml"
_PLAIN_KINDS = {
    "rels": "application/vnd.openxmlformats-package.relationships+xml",
    "xml": "application/xml",
    "png": "image/png",
    "jpeg": "image/jpeg",
    "svg": "image/svg+xml",
}
"""The kinds of parts that are named by their ending."""
_WHEN = (1980, 1, 1, 0, 0, 0)
"""The oldest moment that a zip file can name, in place of the clock."""
_DOCTYPE = re.compile(rb"<!DOCTYPE|<\x00?!\x00?D\x00?O")
_MOST_PARTS, _MOST_BYTES, _MOST_MARKS = 2_000, 60_000_000, 400_000
"""What a file may hold when it is unpacked: parts, bytes, and beginnings and ends of elements."""
_LONGEST_NAME = 255
_ODD_NAME = re.compile(
    r"[\\:]|(?:^|/)(?:\.{1,2}|~|(?:con|prn|aux|nul|com[0-9¹²³]|lpt[0-9¹²³])(?:\.[^/]*)?)(?:/|$)", re.IGNORECASE
)
"""Names of parts that mean another place, or that a system keeps for itself."""


class PackageError(ValueError):
    """The bytes are no package of parts: `str()` says why, as the end of a sentence."""


@dataclass(frozen=True)
class Relation:
    """From a part to another, by its full name, or to an address outside."""

    key: str
    kind: str
    target: str
    external: bool = False

    @property
    def short(self) -> str:
        """The last word of the kind: `styles`."""
        return self.kind.rpartition("/")[2]


@dataclass
class Package:
    """A file in the making: the bytes of each part, its kind, and the relations of each part ("" for the file)."""

    parts: dict[str, bytes] = field(default_factory=dict)
    kinds: dict[str, str] = field(default_factory=dict)
    relations: dict[str, list[Relation]] = field(default_factory=dict)

    def copy(self) -> "Package":
        """Return a file of the same parts that can be changed on its own."""
        relations = {source: list(kept) for source, kept in self.relations.items()}
        return Package(dict(self.parts), dict(self.kinds), relations)

    def add(self, name: str, content: str | bytes, kind: str) -> None:
        """Put a part in, or another in its place."""
        self.parts[name] = content.encode() if isinstance(content, str) else content
        self.kinds[name] = kind

    def relate(self, source: str, kind: str, target: str, *, external: bool = False, key: str | None = None) -> str:
        """Relate a part to another or to an address; return the relation's key, a free one where none is given."""
        known = self.relations.setdefault(source, [])
        taken = {relation.key for relation in known}
        key = key or next(name for n in range(1, len(taken) + 2) if (name := f"rId{n}") not in taken)
        known.append(Relation(key, kind, target, external))
        return key

    def target(self, source: str, short: str) -> str | None:
        """Return the part of this kind that a part is related to, if any."""
        found = (one.target for one in self.relations.get(source, ()) if one.short == short and not one.external)
        return next((name for name in found if name in self.parts), None)

    def free_name(self, stem: str, ending: str) -> str:
        """Return a name for a new part that no part has."""
        taken = {name.lower() for name in self.parts}
        names = (f"{stem}{n}.{ending}" for n in range(1, len(taken) + 2))
        return next(name for name in names if name.lower() not in taken)

    def bytes(self) -> bytes:
        """Return the file: equal parts give equal bytes."""
        return zipped({"[Content_Types].xml": self._types(), **dict(self._relation_parts()), **self.parts})

    def _types(self) -> str:
        endings = {name.rpartition(".")[2] for name in self.parts} | {"rels"}
        defaults = {ending: kind for ending, kind in _PLAIN_KINDS.items() if ending in endings}
        return (
            f'{HEAD}<Types xmlns="{TYPES}">'
            + "".join(f'<Default Extension="{ending}" ContentType="{kind}"/>' for ending, kind in defaults.items())
            + "".join(
                f"<Override PartName={quoteattr('/' + name)} ContentType={quoteattr(kind)}/>"
                for name, kind in self.kinds.items()
                if defaults.get(name.rpartition(".")[2]) != kind
            )
            + "</Types>"
        )

    def _relation_parts(self) -> Iterator[tuple[str, str]]:
        for source, known in self.relations.items():
            if known:
                folder, name = posixpath.split(source)
                drawn = "".join(_relation(relation, folder) for relation in known)
                yield (
                    posixpath.join(folder, "_rels", f"{name}.rels"),
                    (f'{HEAD}<Relationships xmlns="{RELATIONS}">{drawn}</Relationships>'),
                )


def _relation(relation: Relation, folder: str) -> str:
    target = relation.target if relation.external else posixpath.relpath(f"/{relation.target}", f"/{folder}")
    outside = ' TargetMode="External"' if relation.external else ""
    said = f"Id={quoteattr(relation.key)} Type={quoteattr(relation.kind)} Target={quoteattr(target)}"
    return f"<Relationship {said}{outside}/>"


def zipped(parts: Mapping[str, str | bytes]) -> bytes:
    """Return the parts as the bytes of one file, in their order."""
    out = BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as package:
        for name, content in parts.items():
            entry = zipfile.ZipInfo(name, _WHEN)
            entry.compress_type = zipfile.ZIP_DEFLATED
            # Without this the byte that names the maker's system differs between Windows and the rest.
            entry.create_system = 0
            package.writestr(entry, content)
    return out.getvalue()


def parsed(content: bytes) -> etree._Element:
    """Return the root of a part; nothing that it names is fetched or unfolded. PackageError where it is no XML."""
    if _DOCTYPE.search(content):
        raise PackageError(say("holds what no Word file has"))
    parser = etree.XMLParser(resolve_entities=False, no_network=True, load_dtd=False, huge_tree=False)
    try:
        root = etree.fromstring(content, parser)
    except etree.XMLSyntaxError as trouble:
        raise PackageError(say("is damaged")) from trouble
    # In an encoding in which the bytes of the word above are others.
    if root.getroottree().docinfo.internalDTD is not None:
        raise PackageError(say("holds what no Word file has"))
    return root


def read_package(data: bytes) -> Package:
    """Return the file that the bytes are; PackageError where they are none, or one made to fill the memory."""
    files = _files(data)
    if "[Content_Types].xml" not in files:
        raise PackageError(say("is not a Word file"))
    kinds, endings = _kinds(parsed(files.pop("[Content_Types].xml")))
    package = Package()
    for name, content in files.items():
        if not name.endswith(".rels"):
            ending = name.rpartition(".")[2].lower()
            package.add(name, content, kinds.get(name.lower()) or endings.get(ending) or "application/octet-stream")
    for name, content in files.items():
        folder, last = posixpath.split(name)
        if last.endswith(".rels") and posixpath.basename(folder) == "_rels":
            source = posixpath.join(posixpath.dirname(folder), last.removesuffix(".rels"))
            package.relations[source] = list(_relations(parsed(content), source, package))
    return package


def _files(data: bytes) -> dict[str, bytes]:
    try:
        with zipfile.ZipFile(BytesIO(data)) as archive:
            entries = [entry for entry in archive.infolist() if not entry.is_dir()]
            if len(entries) > _MOST_PARTS or sum(entry.file_size for entry in entries) > _MOST_BYTES:
                raise PackageError(say("is too large when unpacked"))
            _refuse_odd_names([entry.filename for entry in entries])
            files = {entry.filename.lstrip("/"): archive.read(entry) for entry in entries}
    except PackageError:
        raise
    except (zipfile.BadZipFile, zlib.error, EOFError, OSError) as trouble:
        raise PackageError(say("is not a Word file, or is damaged")) from trouble
    except (RuntimeError, NotImplementedError, ValueError) as trouble:
        raise PackageError(say("is locked or packed in a way that cannot be read")) from trouble
    if sum(content.count(b"<") for name, content in files.items() if not _is_picture(name)) > _MOST_MARKS:
        raise PackageError(say("is too large when unpacked"))
    return files


def _refuse_odd_names(names: list[str]) -> None:
    """Refuse names that mean another place, hide what they are, or are no two for a system that knows no capitals."""
    odd = any(_ODD_NAME.search(one) or not one.isprintable() or len(one) > _LONGEST_NAME for one in names)
    if odd or len({one.lstrip("/").lower() for one in names}) < len(names):
        raise PackageError(say("has parts with names that no Word file has"))


def _is_picture(name: str) -> bool:
    return name.lower().endswith((".png", ".jpg", ".jpeg", ".gif", ".bmp", ".tif", ".tiff", ".emf", ".wmf"))


def _kinds(root: etree._Element) -> tuple[dict[str, str], dict[str, str]]:
    def named(tag: str, by: str) -> dict[str, str]:
        return {one.get(by, "").lstrip("/").lower(): one.get("ContentType", "") for one in root.iter(f"{{*}}{tag}")}

    return named("Override", "PartName"), named("Default", "Extension")


def _relations(root: etree._Element, source: str, package: Package) -> Iterator[Relation]:
    names = {name.lower(): name for name in package.parts}
    for one in root.iter("{*}Relationship"):
        key, kind, target = one.get("Id", ""), one.get("Type", ""), one.get("Target", "")
        external = one.get("TargetMode") == "External"
        if not external:
            full = posixpath.normpath(posixpath.join("/", posixpath.dirname(source), unquote(target))).lstrip("/")
            target = names.get(full.lower(), full)
        yield Relation(key, kind, target, external)
