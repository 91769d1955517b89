"""Loads the dictionary that is shipped and the house's own words; without them spelling is simply off."""

from functools import cache
from importlib.util import find_spec
from pathlib import Path

from wibdesk.paths import resource
from wibdesk.spelling.checking import Speller

LANGUAGE = "en_GB"


def folder() -> Path:
    """Return where the dictionaries lie."""
    return resource("dictionaries")


def is_there() -> bool:
    """Say whether spelling can be checked at all: the library is installed and the dictionary is where it belongs."""
    return find_spec("hunspell") is not None and (folder() / LANGUAGE / f"{LANGUAGE}.dic").is_file()


@cache
def speller() -> Speller | None:
    """Return the speller of this process, made once: it takes about 60 ms, so ask on another thread; None without."""
    return load(folder())


def load(dictionaries: Path) -> Speller | None:
    """Return a speller for the dictionaries of a folder, None where they or the library cannot be read."""
    own = dictionaries / LANGUAGE
    try:
        # Not before the first paint, and not where it is not installed.
        import hunspell  # noqa: PLC0415

        words = (*_listed(own / "also.txt"), *_listed(dictionaries / "house.txt"))
        # In UTF-8 the library takes a path with letters of any country, on Windows too.
        dictionary = hunspell.Hunspell(LANGUAGE, hunspell_data_dir=str(own), system_encoding="UTF-8")
    except (ImportError, OSError, ValueError):
        return None
    return Speller(dictionary, words)


def _listed(path: Path) -> list[str]:
    lines = path.read_text("utf-8").splitlines()
    return [word for line in lines if not line.startswith("#") for word in line.split()]
