"""The Debian package, built from what git holds, in a Debian that has nothing else: minutes, so a long run only."""

import os
import shutil
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[2]
KEPT = ".local/share/WIBDesk/register.wibdesk"
pytestmark = [
    pytest.mark.long,
    pytest.mark.skipif(os.environ.get("WIBDESK_LONG") != "1", reason="asked for with WIBDESK_LONG=1"),
    pytest.mark.skipif(
        sys.platform != "linux" or os.geteuid() != 0 or shutil.which("debootstrap") is None,
        reason="needs root and debootstrap",
    ),
]
# The guard against networks is for the desk: what builds and installs fetches packages.
OUTSIDE = {name: value for name, value in os.environ.items() if name != "PYTHONPATH"}


@pytest.fixture(scope="module")
def package(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The package, built from a clean copy of the checkout, which stays as clean as it was."""
    folder = tmp_path_factory.mktemp("clean")
    names = told("git", "ls-files", "-z", "--cached", "--others", "--exclude-standard", folder=ROOT).split("\0")
    for name in filter(None, names):
        if (ROOT / name).is_file():
            (folder / name).parent.mkdir(parents=True, exist_ok=True)
            shutil.copy2(ROOT / name, folder / name)
    before = sorted(folder.rglob("*"))
    made = tmp_path_factory.mktemp("built")
    told(Path(sys.base_prefix, "bin", "python3"), "installer/build.py", "deb", "--to", made, folder=folder)
    assert sorted(folder.rglob("*")) == before
    (found,) = made.glob("*.deb")
    told("sha256sum", "--check", f"{found.name}.sha256", folder=made)
    return found


@pytest.fixture(scope="module")
def debian(package: Path, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Path]:
    """A bare Debian 12 with a clerk, in which the package is installed."""
    root = tmp_path_factory.mktemp("debian")
    told("debootstrap", "--variant=minbase", "bookworm", root)
    root.chmod(0o755)  # the clerk must get in
    shutil.copy("/etc/resolv.conf", root / "etc" / "resolv.conf")
    shutil.copy(package, root / "wibdesk.deb")
    told("chroot", root, "useradd", "--create-home", "--shell", "/bin/sh", "clerk")
    told("chroot", root, "apt-get", "update")
    install(root)
    yield root
    shutil.rmtree(root, ignore_errors=True)


def told(*command: str | Path, folder: Path | None = None) -> str:
    done = subprocess.run(
        [str(part) for part in command],
        cwd=folder,
        env=OUTSIDE | {"DEBIAN_FRONTEND": "noninteractive", "LC_ALL": "C.UTF-8"},
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.returncode == 0, done.stdout[-3000:] + done.stderr[-3000:]
    return done.stdout


def install(root: Path, *words: str) -> None:
    told("chroot", root, "apt-get", "install", "--yes", "--no-install-recommends", *words, "/wibdesk.deb")


def by_clerk(root: Path, command: str) -> str:
    return told("chroot", root, "su", "-", "clerk", "-c", f"LC_ALL=C.UTF-8 {command}")


def test_it_passes_its_own_test_without_python_and_leaves_only_what_it_names(debian: Path):
    assert not (debian / "usr" / "bin" / "python3").exists()
    lines = by_clerk(debian, "wibdesk --self-test").splitlines()
    word, pdf = (debian / line.lstrip("/") for line in lines[-2:])
    assert [path.suffix for path in (word, pdf)] == [".docx", ".pdf"]
    assert pdf.read_bytes().startswith(b"%PDF-")
    assert any(line.startswith("Encryption:") for line in lines)
    assert sorted((debian / "tmp").rglob("*")) == sorted([word.parent, word, pdf])
    assert not (debian / "home" / "clerk" / ".local").exists()
    assert not (debian / "home" / "clerk" / ".config").exists()


def test_the_desktop_finds_the_program_its_manual_and_its_kind_of_file(debian: Path):
    listed = told("chroot", debian, "dpkg", "--listfiles", "wibdesk")
    for place in (
        "/usr/bin/wibdesk",
        "/usr/share/applications/org.wibdesk.WIBDesk.desktop",
        "/usr/share/mime/packages/org.wibdesk.WIBDesk.xml",
        "/usr/share/metainfo/org.wibdesk.WIBDesk.metainfo.xml",
        "/usr/share/icons/hicolor/scalable/apps/org.wibdesk.WIBDesk.svg",
        "/usr/share/icons/hicolor/48x48/apps/org.wibdesk.WIBDesk.png",
        "/usr/share/doc/wibdesk/copyright",
    ):
        assert place in listed.splitlines()
        assert (debian / place.lstrip("/")).exists(), place
    # A bare Debian leaves manuals out when it unpacks.
    assert "/usr/share/man/man1/wibdesk.1.gz" in listed.splitlines()


def test_an_upgrade_and_a_removal_leave_the_register_alone(debian: Path):
    by_clerk(debian, f"mkdir -p ~/{Path(KEPT).parent} && wibdesk list bodies --store ~/{KEPT}")
    register = debian / "home" / "clerk" / KEPT
    before = register.read_bytes()
    install(debian, "--reinstall")
    assert register.read_bytes() == before
    told("chroot", debian, "apt-get", "purge", "--yes", "wibdesk")
    assert register.read_bytes() == before
    assert not (debian / "usr" / "bin" / "wibdesk").exists()
    assert not (debian / "usr" / "lib" / "wibdesk").exists()
    install(debian)
    assert by_clerk(debian, f"wibdesk check --store ~/{KEPT}")
