"""Keys that screen readers and the systems below them keep for themselves, as data, each with where it is written."""

from dataclasses import dataclass

_ARROWS = ("←", "→", "↑", "↓")


@dataclass(frozen=True)
class Taker:
    """Who takes keys: every chord with one of `held`, and the chords named; written as on screen, `Ctrl Alt N`."""

    name: str
    source: str
    held: tuple[str, ...] = ()
    chords: tuple[str, ...] = ()

    def takes(self, key: str) -> bool:
        """Say whether a key never reaches the desk, or does something else first."""
        parts = frozenset(key.split(" "))
        return bool(parts & {*self.held}) or parts in {frozenset(chord.split(" ")) for chord in self.chords}


_TABLES = tuple(f"Ctrl Alt {arrow}" for arrow in _ARROWS)

TAKERS = (
    Taker(
        "NVDA",
        "NVDA 2024 User Guide, commands quick reference: https://download.nvaccess.org/documentation/keyCommands.html",
        held=("Ins", "CapsLock"),
        chords=("Ctrl Alt N", *_TABLES, "Ctrl Alt Home", "Ctrl Alt End", "Ctrl Alt PgUp", "Ctrl Alt PgDown"),
    ),
    Taker(
        "JAWS",
        "JAWS for Windows keystrokes: https://www.freedomscientific.com/training/jaws/hotkeys/",
        held=("Ins", "CapsLock"),
        chords=("Ctrl Alt J", *_TABLES, "Ctrl Alt Home", "Ctrl Alt End", "Alt Del", "Alt Shift Del"),
    ),
    Taker(
        "Narrator",
        "Appendix B, Narrator keyboard commands, Windows 10 and 11: https://support.microsoft.com/help/22806",
        held=("Ins", "CapsLock", "Meta"),
        chords=(*_TABLES, "Ctrl Alt Home", "Ctrl Alt End"),
    ),
    Taker(
        "Orca",
        "Orca help, commands: https://help.gnome.org/users/orca/stable/",
        held=("Ins", "CapsLock", "Meta"),
        chords=("Alt Shift T", "Alt Shift ←", "Alt Shift →", "Alt Shift ↑", "Alt Shift ↓"),
    ),
    Taker(
        "VoiceOver",
        "VoiceOver user guide: the modifier is Control with Option, which keyboards of PCs call Ctrl Alt",
        held=(),
        chords=tuple(f"Ctrl Alt {key}" for key in (*"ABCDEFGHIJKLMNOPQRSTUVWXYZ", "Space", *_ARROWS)),
    ),
    Taker(
        "Windows and Linux desktops",
        "Keyboard shortcuts in Windows: https://support.microsoft.com/help/12445; GTK and IBus for character codes",
        held=("Meta",),
        chords=(
            *("Alt Tab", "Alt Esc", "Alt Space", "Alt F4", "Ctrl Esc", "Ctrl Shift Esc", "Ctrl Alt Del"),
            *("Ctrl Alt Tab", "Shift F10", "Ctrl Shift U", "Alt F1", "Alt F2"),
        ),
    ),
)


def taken(key: str) -> list[str]:
    """Return who takes a key; Ctrl Alt is Alt Gr, which types letters on many keyboards."""
    found = [taker.name for taker in TAKERS if taker.takes(key)]
    return [*found, "Alt Gr"] if {"Ctrl", "Alt"} <= set(key.split(" ")) else found
