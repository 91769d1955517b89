"""Makes the Debian package: the program below /usr/lib, and what a desktop and a clerk look for around it."""

import gzip
import hashlib
import os
import shutil
from collections.abc import Iterable, Mapping
from datetime import UTC, datetime
from email.utils import format_datetime
from pathlib import Path

from installer.packing import bundle, elf
from installer.packing.checksums import write_checksum
from installer.packing.copyright_file import copyright_file
from installer.packing.facts import IDENTIFIER, MAINTAINER, PACKAGE
from installer.packing.running import BuildError, run, say
from installer.packing.workshop import Workshop

PROGRAM = Path("usr/lib/wibdesk")
OPTIONAL = {"libcups.so.2"}
"""Libraries without which the desk works: no printers are found, and everything else goes on."""
OF_THE_LOADER = ("ld-linux",)

CONTROL = """Package: {package}
Version: {version}
Architecture: {architecture}
Maintainer: {maintainer}
Installed-Size: {size}
Depends: {depends}
Recommends: {recommends}
Suggests: xdg-desktop-portal
Section: editors
Priority: optional
Description: minutes, attendance and actions of meetings
 A desk for the clerk who takes the minutes: build the agenda, tick who is
 there, type the minutes item by item, capture actions with owners and
 deadlines, and hand over Word and PDF files that a screen reader reads.
 .
 It works by keyboard and without a network, and keeps everything in one file
 in the home folder of who uses it. Removing the package leaves that file alone.
"""


def make(workshop: Workshop) -> Path:
    """Return the finished .deb, with its checksum beside it; BuildError where a step fails."""
    program = bundle.make(workshop)
    say("Packing …")
    root = workshop.folder / "deb"
    shutil.rmtree(root, ignore_errors=True)
    shutil.copytree(program, root / PROGRAM, symlinks=True)
    _put_around(workshop, root)
    _settle(root, workshop.date)
    control = root / "DEBIAN" / "control"
    control.parent.mkdir()
    control.write_text(_control(workshop, root), encoding="utf-8")
    (root / "DEBIAN" / "md5sums").write_text(_sums(root), encoding="utf-8")
    package = workshop.folder / f"{PACKAGE}_{_version(workshop)}_{_architecture()}.deb"
    run(["dpkg-deb", "--root-owner-group", "-Zxz", "-z4", "--build", root, package], extra=workshop.settings)
    write_checksum(package)
    return package


def desktop_files(checkout: Path, *, version: str, date: int) -> dict[str, str]:
    """Return the files that a desktop looks for, each by its place below /usr."""
    source = checkout / "installer" / "linux"
    day = f"{datetime.fromtimestamp(date, UTC):%Y-%m-%d}"
    places = {
        f"share/applications/{IDENTIFIER}.desktop": f"{IDENTIFIER}.desktop",
        f"share/mime/packages/{IDENTIFIER}.xml": f"{IDENTIFIER}.xml",
        f"share/metainfo/{IDENTIFIER}.metainfo.xml": f"{IDENTIFIER}.metainfo.xml",
    }
    filled = {place: (source / name).read_text(encoding="utf-8") for place, name in places.items()}
    return {place: text.replace("@VERSION@", version).replace("@DATE@", day) for place, text in filled.items()}


def depends(needed: Iterable[str], owners: Mapping[str, str], glibc: tuple[int, ...]) -> tuple[list[str], list[str]]:
    """Return the packages to depend on and to recommend, of the libraries needed and the package that owns each.

    BuildError where a library belongs to no package: nobody could install it.
    """
    wanted = [name for name in needed if not name.startswith(OF_THE_LOADER)]
    nobodys = [name for name in wanted if name not in owners]
    if nobodys:
        raise BuildError(f"No package of this system brings {', '.join(sorted(nobodys))}. Install what does.")
    musts = {owners[name] for name in wanted if name not in OPTIONAL} - {"libc6"}
    floor = ".".join(str(part) for part in glibc)
    mays = {owners[name] for name in wanted if name in OPTIONAL} - musts
    return [f"libc6 (>= {floor})", *sorted(musts)], sorted(mays)


def _put_around(workshop: Workshop, root: Path) -> None:
    usr, facts = root / "usr", workshop.facts
    for place, text in desktop_files(workshop.checkout, version=facts.version, date=workshop.date).items():
        _write(usr / place, text.encode())
    icons = usr / "share" / "icons" / "hicolor"
    for picture in (workshop.folder / "icons").glob("wibdesk-*.png"):
        size = picture.stem.rpartition("-")[2]
        _write(icons / f"{size}x{size}" / "apps" / f"{IDENTIFIER}.png", picture.read_bytes())
    mark = workshop.checkout / "resources" / "mark" / "wibdesk.svg"
    _write(icons / "scalable" / "apps" / f"{IDENTIFIER}.svg", mark.read_bytes())
    manual = workshop.ask("installer.packing.man_page")
    _write(usr / "share" / "man" / "man1" / f"{PACKAGE}.1.gz", _packed(manual.encode()))
    papers = usr / "share" / "doc" / PACKAGE
    _write(papers / "copyright", copyright_file(workshop).encode())
    _write(papers / "changelog.gz", _packed((workshop.checkout / "CHANGELOG.md").read_bytes()))
    _write(papers / "changelog.Debian.gz", _packed(_changes(workshop).encode()))
    _write(usr / "share" / "lintian" / "overrides" / PACKAGE, OVERRIDES.encode())
    (usr / "bin").mkdir()
    (usr / "bin" / PACKAGE).symlink_to(Path("..") / "lib" / PACKAGE / PACKAGE)


def _control(workshop: Workshop, root: Path) -> str:
    found = elf.read_all(root)
    links = {path.name for path in root.rglob("*") if path.is_symlink()}
    needed = elf.from_outside(found, links)
    musts, mays = depends(needed, _owners(needed), max(binary.glibc for binary in found.values()))
    size = sum(path.lstat().st_size for path in root.rglob("*") if path.is_file()) // 1024
    return CONTROL.format(
        package=PACKAGE,
        version=_version(workshop),
        architecture=_architecture(),
        maintainer=MAINTAINER,
        size=size,
        depends=", ".join(musts),
        recommends=", ".join([*mays, "shared-mime-info"]),
    )


def _owners(libraries: Iterable[str]) -> dict[str, str]:
    """Return which installed package each library belongs to."""
    lines = (line.split(" => ") for line in run(["/sbin/ldconfig", "-p"]).splitlines() if " => " in line)
    paths: dict[str, str] = {}
    for told, path in lines:
        if "x86-64" in told or "AArch64" in told:
            paths.setdefault(told.split()[0], path)
    owners = {}
    for name in libraries:
        path = paths.get(name)
        if path is not None:
            owners[name] = _owner(path)
    return owners


def _owner(path: str) -> str:
    # A merged /usr is known to dpkg by either name.
    names = {path, os.path.realpath(path)}
    names |= {name.removeprefix("/usr") for name in names}
    names |= {f"/usr{name}" for name in names if name.startswith("/lib")}
    for name in sorted(names):
        try:
            return run(["dpkg-query", "--search", name]).split(":")[0]
        except BuildError:
            continue
    raise BuildError(f"No package of this system owns {path}. Install what does.")


def _version(workshop: Workshop) -> str:
    return f"{workshop.facts.version}-1"


def _changes(workshop: Workshop) -> str:
    """Return what changed in the packing, in Debian's own form; what changed in the program lies beside it."""
    told = "  * What changed in the program itself is in changelog.gz beside this file."
    when = format_datetime(datetime.fromtimestamp(workshop.date, UTC))
    return f"{PACKAGE} ({_version(workshop)}) unstable; urgency=medium\n\n{told}\n\n -- {MAINTAINER}  {when}\n"


def _architecture() -> str:
    return run(["dpkg", "--print-architecture"]).strip()


def _sums(root: Path) -> str:
    files = sorted(path for path in (root / "usr").rglob("*") if path.is_file() and not path.is_symlink())
    return "".join(f"{hashlib.md5(path.read_bytes()).hexdigest()}  {path.relative_to(root)}\n" for path in files)  # noqa: S324  dpkg's own form


def _settle(root: Path, date: int) -> None:
    """Give every file the rights that a package has, and the date of the commit, so that equal builds are equal."""
    for path in sorted(root.rglob("*"), reverse=True):
        if not path.is_symlink():
            runs = path.is_dir() or path == root / PROGRAM / PACKAGE
            path.chmod(0o755 if runs else 0o644)
            os.utime(path, (date, date))
    root.chmod(0o755)


def _packed(data: bytes) -> bytes:
    return gzip.compress(data, 9, mtime=0)


def _write(path: Path, data: bytes) -> None:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(data)


OVERRIDES = """# Python, Qt and their libraries lie in the program's own folder as they were published, each a
# file that can be replaced: the licence of Qt asks for that, and the desk was tested with them.
wibdesk: embedded-library
wibdesk: unstripped-binary-or-object
wibdesk: custom-library-search-path
wibdesk: shared-library-lacks-prerequisites
wibdesk: library-not-linked-against-libc
wibdesk: hardening-no-pie
# Nobody has asked Debian for it.
wibdesk: initial-upload-closes-no-bugs
# Documents must look the same on every computer, whatever fonts it has.
wibdesk: duplicate-font-file
"""
