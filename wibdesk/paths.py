"""Where the program's own data and the clerk's register live."""

import os
import sys
from contextlib import suppress
from pathlib import Path

import resources

APP = "WIBDesk"
REGISTER_NAME = "register.wibdesk"
DEMO_NAME = "demo.wibdesk"


def resource(relative: str) -> Path:
    """Return the path of a shipped file, named below `resources/`."""
    return Path(resources.__file__).parent / relative


def data_folder() -> Path:
    """Return the platform's own folder for the clerk's data; local, never a synchronised folder."""
    import platformdirs  # noqa: PLC0415 - the first paint does not wait for it

    return Path(platformdirs.user_data_dir(APP, appauthor=False, roaming=False))


def state_folder() -> Path:
    """Return the platform's own folder for what the program notes of itself: log, crash reports, running desks."""
    import platformdirs  # noqa: PLC0415 - the first paint does not wait for it

    return Path(platformdirs.user_state_dir(APP, appauthor=False, roaming=False))


def settings_file() -> Path:
    """Return the file of preferences; the window asks Qt for the same folder."""
    if sys.platform == "win32":
        folder = Path(os.environ.get("LOCALAPPDATA") or Path.home() / "AppData" / "Local")
    elif sys.platform == "darwin":
        folder = Path.home() / "Library" / "Preferences"
    else:
        folder = Path(os.environ.get("XDG_CONFIG_HOME") or Path.home() / ".config")
    return folder / APP / "settings.json"


def default_register() -> Path:
    """Return where the clerk's register lives unless `--store` names another."""
    return data_folder() / REGISTER_NAME


def demo_register() -> Path:
    """Return where the demo register lives, apart from the clerk's own."""
    return data_folder() / DEMO_NAME


def own_path(register: Path) -> Path:
    """Return where a register itself lies, absolute: past a link, for what lies beside it is found by either name."""
    # Anything but a link stays as it is called: Windows would make another name of a drive on the network.
    with suppress(OSError, ValueError):
        if register.is_symlink():
            return Path(os.path.realpath(register))
    return register.absolute()


def backup_folder(register: Path) -> Path:
    """Return the desk's own folder for backups of a register: beside it, so that they are found together."""
    return own_path(register).parent / "backups"
