"""Build what is installed: `python3 installer/build.py deb` makes the Debian package of this checkout."""

import sys
from pathlib import Path

CHECKOUT = Path(__file__).resolve().parent.parent
OLDEST_PYTHON = (3, 11)


if __name__ == "__main__":
    if sys.version_info < OLDEST_PYTHON:
        sys.exit("WIBDesk is built with Python 3.11 or newer. Run the same command with a newer one.")
    # Only the checkout may answer an import from here on: neither this folder nor PYTHONPATH.
    sys.path[0] = str(CHECKOUT)
    from installer.packing.command import main

    sys.exit(main(sys.argv[1:], checkout=CHECKOUT))
