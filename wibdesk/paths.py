"""Where the program's own data and the clerk's register live."""

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


def default_register() -> Path:
    """Return where the clerk's register lives unless `--store` names another."""
    return data_folder() / REGISTER_NAME


def demo_register() -> Path:
    """Return where the demo register lives, apart from the clerk's own."""
    return data_folder() / DEMO_NAME
