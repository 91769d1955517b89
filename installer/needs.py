"""What WIBDesk needs from the system itself, and which package brings it."""

from dataclasses import dataclass
from enum import Enum


class Kind(Enum):
    """How a need is looked for on the machine."""

    LIBRARY = "library"
    COMMAND = "command"
    FONT = "font"
    MODULE = "module"
    FILE = "file"


@dataclass(frozen=True)
class Need:
    """One thing that must be on the machine: its own name, and its package on Debian and on Arch."""

    name: str
    debian: str
    arch: str
    kind: Kind = Kind.LIBRARY

    def package(self, manager: str) -> str:
        """Return what to ask `manager` for; dnf and zypper find libraries and commands by their own names."""
        if manager == "apt-get":
            return self.debian
        if manager == "pacman":
            return self.arch
        if self.kind is Kind.LIBRARY:
            return f"{self.name}()(64bit)"
        named = {Kind.COMMAND: f"/usr/bin/{self.name}", Kind.FONT: "liberation-sans-fonts", Kind.FILE: self.name}
        return named.get(self.kind, "python3")


def virtual_environments(debian: str) -> Need:
    """Return the need for the part of Python that puts pip into a new environment; Debian packs it apart."""
    return Need("ensurepip", debian, "python", Kind.MODULE)


# Qt cannot even be imported without these.
DESK = (
    Need("libGL.so.1", "libgl1", "libglvnd"),
    Need("libEGL.so.1", "libegl1", "libglvnd"),
    Need("libglib-2.0.so.0", "libglib2.0-0", "glib2"),
    Need("libdbus-1.so.3", "libdbus-1-3", "dbus"),
    Need("libfontconfig.so.1", "libfontconfig1", "fontconfig"),
    Need("libxkbcommon.so.0", "libxkbcommon0", "libxkbcommon"),
)

# Qt's X11 plug-in names these; without one of them no window opens.
X11_SCREEN = (
    Need("libxcb-cursor.so.0", "libxcb-cursor0", "xcb-util-cursor"),
    Need("libxcb-icccm.so.4", "libxcb-icccm4", "xcb-util-wm"),
    Need("libxcb-image.so.0", "libxcb-image0", "xcb-util-image"),
    Need("libxcb-keysyms.so.1", "libxcb-keysyms1", "xcb-util-keysyms"),
    Need("libxcb-randr.so.0", "libxcb-randr0", "libxcb"),
    Need("libxcb-render-util.so.0", "libxcb-render-util0", "xcb-util-renderutil"),
    Need("libxcb-shape.so.0", "libxcb-shape0", "libxcb"),
    Need("libxcb-xkb.so.1", "libxcb-xkb1", "libxcb"),
    Need("libX11-xcb.so.1", "libx11-xcb1", "libx11"),
    Need("libxkbcommon-x11.so.0", "libxkbcommon-x11-0", "libxkbcommon-x11"),
)

WAYLAND_SCREEN = (
    Need("libwayland-client.so.0", "libwayland-client0", "wayland"),
    Need("libwayland-cursor.so.0", "libwayland-cursor0", "wayland"),
)

# With these the tests listen to a real window as a screen reader does; without them that is skipped.
LISTENERS = (
    Need("Xvfb", "xvfb", "xorg-server-xvfb", Kind.COMMAND),
    Need("openbox", "openbox", "openbox", Kind.COMMAND),
    Need("xdotool", "xdotool", "xdotool", Kind.COMMAND),
    Need("dbus-daemon", "dbus", "dbus", Kind.COMMAND),
    Need("/usr/libexec/at-spi-bus-launcher", "at-spi2-core", "at-spi2-core", Kind.FILE),
    Need("/usr/lib/python3/dist-packages/pyatspi/__init__.py", "python3-pyatspi", "python-atspi", Kind.FILE),
    *X11_SCREEN,
)

# Other people's programs, with which the tests read our Word and PDF files back and hear our windows.
READERS = (
    Need("pdftotext", "poppler-utils", "poppler", Kind.COMMAND),
    Need("qpdf", "qpdf", "qpdf", Kind.COMMAND),
    Need("soffice", "libreoffice-writer-nogui", "libreoffice-still", Kind.COMMAND),
    # veraPDF judges our PDF files; it runs on Java and is compiled from one file of the tests.
    Need("javac", "openjdk-17-jdk-headless", "jdk17-openjdk", Kind.COMMAND),
    Need("/usr/share/java/jaxb-runtime.jar", "libjaxb-java", "jaxb-runtime", Kind.FILE),
    Need("LiberationSans-Regular.ttf", "fonts-liberation2", "ttf-liberation", Kind.FONT),
    *LISTENERS,
    # The desktops' own checkers, for what the package tells them.
    Need("desktop-file-validate", "desktop-file-utils", "desktop-file-utils", Kind.COMMAND),
    Need("appstreamcli", "appstream", "appstream", Kind.COMMAND),
    Need("man", "man-db", "man-db", Kind.COMMAND),
    # Compiles the script of the set-up program for Windows.
    Need("makensis", "nsis", "nsis", Kind.COMMAND),
)
