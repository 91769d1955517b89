"""What goes into the program and what the system must bring: decided from names and needs alone."""

import ast
import struct
from collections.abc import Iterator
from pathlib import Path

import pytest

from installer.packing import icons
from installer.packing.debian import depends
from installer.packing.elf import Binary, from_outside, read, unneeded
from installer.packing.running import BuildError, run
from installer.packing.trimming import UNUSED_MODULES, is_of_the_system, is_wanted, modules_below
from installer.packing.workshop import pins

ROOT = Path(__file__).resolve().parents[2]
PLUGINS = "PySide6/Qt/plugins"


@pytest.mark.parametrize(
    "name",
    [
        f"{PLUGINS}/platforms/libqxcb.so",
        f"{PLUGINS}/platforms/libqwayland.so",
        f"{PLUGINS}/platforms/libqoffscreen.so",
        "PySide6\\plugins\\platforms\\qwindows.dll",
        f"{PLUGINS}/platforms/libqcocoa.dylib",
        f"{PLUGINS}/imageformats/libqsvg.so",
        f"{PLUGINS}/printsupport/libcupsprintersupport.so",
        f"{PLUGINS}/platforminputcontexts/libibusplatforminputcontextplugin.so",
        "resources/styles/plain.json",
        "docx/templates/default.docx",
    ],
)
def test_what_a_clerk_needs_is_packed(name: str):
    assert is_wanted(name)


@pytest.mark.parametrize(
    "name",
    [
        f"{PLUGINS}/platforms/libqeglfs.so",
        f"{PLUGINS}/platforms/libqvnc.so",
        f"{PLUGINS}/platformthemes/libqgtk3.so",
        f"{PLUGINS}/imageformats/libqtiff.so",
        f"{PLUGINS}/tls/libqopensslbackend.so",
        "PySide6/Qt/translations/qtbase_de.qm",
        "PySide6\\opengl32sw.dll",
        "resources/__pycache__/__init__.cpython-311.pyc",
    ],
)
def test_what_nobody_would_open_is_left_out(name: str):
    assert not is_wanted(name)


def test_the_systems_own_libraries_are_left_to_it_and_python_is_not():
    assert is_of_the_system("/lib/x86_64-linux-gnu/libfontconfig.so.1")
    assert is_of_the_system("/usr/lib64/libglib-2.0.so.0")
    assert not is_of_the_system("/usr/lib/x86_64-linux-gnu/libpython3.11.so.1.0")
    assert not is_of_the_system("/usr/lib/python3.11/lib-dynload/_ssl.cpython-311-x86_64-linux-gnu.so")
    assert not is_of_the_system("/build/venv/lib/python3.11/site-packages/PySide6/Qt/lib/libQt6Core.so.6")


def test_modules_that_are_imported_by_name_only_are_all_packed():
    found = modules_below(ROOT, ("wibdesk", "ui"))
    assert {"wibdesk.commands.opening", "ui.places.room", "wibdesk", "ui.self_test"} <= set(found)
    assert not [name for name in found if name.endswith("__init__")]


def test_nothing_is_left_out_that_the_desk_imports():
    named = {name for folder in ("wibdesk", "ui") for path in (ROOT / folder).rglob("*.py") for name in imported(path)}
    assert "PySide6.QtWidgets" in named
    assert not [name for name in named if name.startswith(tuple(f"{unused}." for unused in UNUSED_MODULES))]
    assert not set(UNUSED_MODULES) & named


def imported(path: Path) -> Iterator[str]:
    for node in ast.walk(ast.parse(path.read_text("utf-8"))):
        if isinstance(node, ast.Import):
            yield from (alias.name for alias in node.names)
        elif isinstance(node, ast.ImportFrom) and not node.level:
            yield str(node.module)
            yield from (f"{node.module}.{alias.name}" for alias in node.names)


def test_a_library_goes_when_nothing_or_only_what_goes_asks_for_it():
    found = {
        Path("app"): Binary(frozenset({"libwanted.so.1"})),
        Path("libwanted.so.1"): Binary(frozenset({"libc.so.6"})),
        Path("libgone.so.2"): Binary(frozenset({"libalsogone.so.3"})),
        Path("libalsogone.so.3"): Binary(frozenset()),
        Path("libpython3.11.so.1.0"): Binary(frozenset()),
        Path("plugins/libqxcb.so"): Binary(frozenset()),
    }
    assert unneeded(found) == {Path("libgone.so.2"), Path("libalsogone.so.3")}
    assert from_outside(found, ()) == {"libc.so.6": {Path("libwanted.so.1")}}


def test_what_a_program_needs_is_read_from_the_program_itself():
    needs = read(Path("/bin/sh"))
    assert "libc.so.6" in needs.needs
    assert needs.glibc >= (2, 2)


def test_each_library_becomes_the_package_that_brings_it():
    owners = {"libcups.so.2": "libcups2", "libz.so.1": "zlib1g", "libc.so.6": "libc6", "libm.so.6": "libc6"}
    musts, mays = depends([*owners, "ld-linux-x86-64.so.2"], owners, (2, 35))
    assert (musts, mays) == (["libc6 (>= 2.35)", "zlib1g"], ["libcups2"])


def test_a_library_that_no_package_brings_stops_the_build():
    with pytest.raises(BuildError, match=r"libnowhere\.so\.9"):
        depends(["libnowhere.so.9"], {}, (2, 35))


def test_a_step_that_fails_says_what_its_program_said():
    with pytest.raises(BuildError, match=r"(?s)sh -c .*failed.*no such thing"):
        run(["sh", "-c", "echo no such thing >&2; exit 3"])
    with pytest.raises(BuildError, match="wibdesk-nowhere could not be started"):
        run(["wibdesk-nowhere"])


def test_the_building_tools_are_pinned_and_none_of_them_is_shipped():
    tools, shipped = pins(ROOT / "installer" / "packing" / "tools.lock"), pins(ROOT / "requirements.lock")
    assert {"pyinstaller", "pyinstaller-hooks-contrib", "altgraph"} <= set(tools)
    assert not set(tools) & set(shipped)


def test_the_icon_is_drawn_in_every_size_and_for_every_system(tmp_path: Path):
    icons.main(ROOT / "resources", tmp_path)
    for size in icons.SIZES:
        data = (tmp_path / f"wibdesk-{size}.png").read_bytes()
        assert struct.unpack(">II", data[16:24]) == (size, size)
    count = struct.unpack("<H", (tmp_path / "wibdesk.ico").read_bytes()[4:6])[0]
    assert count == len(icons.WINDOWS)
    assert (tmp_path / "wibdesk.icns").read_bytes().startswith(b"icns")
