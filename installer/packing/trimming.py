"""Which of the files that PyInstaller finds go into the program, and which nobody would ever open."""

import re
from collections.abc import Iterable
from pathlib import Path, PurePosixPath

PLATFORMS = {"xcb", "wayland", "wayland-generic", "wayland-egl", "offscreen", "minimal", "windows", "cocoa"}
"""The screens that the desk can be shown on; embedded devices and remote frame buffers are not among them."""

PICTURES = {"svg", "jpeg", "gif", "ico"}
"""Kinds of pictures that Qt reads by a plug-in; it reads PNG by itself."""

NO_PLUGINS = {
    "egldeviceintegrations",  # screens without a desktop
    "generic",
    "networkinformation",  # the window itself never uses the network
    "tls",
    "sqldrivers",
    "styles",  # the desk brings its own look
    "designer",
    "qmltooling",
}
"""Folders of Qt's plug-ins that are left out whole."""

NO_THEMES = {"gtk3"}
"""Would bring the whole of GTK along; the portal's plug-in opens the system's own file windows too."""

NEVER = {"opengl32sw.dll", "d3dcompiler_47.dll"}
"""Drawing in three dimensions without a graphics card: the desk draws its windows by itself."""

UNUSED_MODULES = (
    "tkinter",
    "curses",
    "readline",
    "pydoc",
    "lib2to3",
    "ensurepip",
    "idlelib",
    "test",
    "setuptools",
    "pip",
    "pytest",
    "_pytest",
    "mypy",
    "numpy",
    "pandas",
    "PIL.ImageTk",
    "PIL.ImageQt",
    "lxml.isoschematron",
    "sqlite3",  # the register is kept by sqlcipher3
    "PySide6.QtNetwork",
)
"""Python modules that other packages name and that the desk never reaches."""


def is_wanted(name: str) -> bool:
    """Say whether a file belongs into the program; `name` is its place below the program's own folder."""
    parts = PurePosixPath(name.replace("\\", "/")).parts
    qts_own_words = "translations" in parts and "PySide6" in parts
    if qts_own_words or "__pycache__" in parts or parts[-1].lower() in NEVER:
        return False
    return "plugins" not in parts or _is_wanted_plugin(parts)


def _is_wanted_plugin(parts: tuple[str, ...]) -> bool:
    folder, file = parts[parts.index("plugins") + 1], parts[-1]
    kind = file.split(".")[0].removeprefix("lib").removeprefix("q")
    if folder == "platforms":
        return kind in PLATFORMS
    if folder == "imageformats":
        return kind in PICTURES
    if folder == "platformthemes":
        return kind not in NO_THEMES
    return folder not in NO_PLUGINS


def is_of_the_system(source: str) -> bool:
    """Say whether a file to pack is a library of the Linux distribution itself, which brings it and mends it."""
    path = PurePosixPath(source)
    folder = str(path.parent).removeprefix("/usr")
    shared = re.fullmatch(r"/lib(64|/[a-z0-9_]+-linux-gnu)?", folder) is not None
    return shared and not path.name.startswith("libpython")


def modules_below(checkout: Path, packages: Iterable[str]) -> list[str]:
    """Return every module of our packages by its dotted name: many are imported only when they are asked for."""
    found = (path for package in packages for path in (checkout / package).rglob("*.py"))
    dotted = (".".join(path.relative_to(checkout).with_suffix("").parts) for path in found)
    return sorted({name.removesuffix(".__init__") for name in dotted})
