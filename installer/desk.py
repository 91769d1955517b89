"""Set WIBDesk up on this machine, then start it or test it: `python3 installer/desk.py start` or `test`."""

import sys
from pathlib import Path

CHECKOUT = Path(__file__).resolve().parent.parent
OLDEST_PYTHON = (3, 11)


if __name__ == "__main__":
    if sys.version_info < OLDEST_PYTHON:
        found = ".".join(str(part) for part in sys.version_info[:2])
        sys.exit(
            "WIBDesk needs Python 3.11 or newer, and this is " + found + ". Run the same command with a newer one."
        )
    # Only the checkout may answer an import from here on: neither this folder nor PYTHONPATH.
    sys.path[0] = str(CHECKOUT)
    from installer.command import main

    sys.exit(main(sys.argv[1:], checkout=CHECKOUT))
