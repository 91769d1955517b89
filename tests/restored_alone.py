"""Runs in a process of its own: restores a backup while another desk tries to get in just before it takes the place.

Prints what the other was told, once for each time that the register's path was about to be replaced.
"""

import subprocess
import sys
from pathlib import Path

from wibdesk.safety.restoring import restore

TRY = """
import sys
from wibdesk.desk import Desk
desk = Desk(__import__("pathlib").Path(sys.argv[1]), secret=sys.argv[2] or None)
trouble = desk.opened.exception(60)
desk.close()
print(type(trouble).__name__, trouble)
"""


def main(backup: Path, register: Path, secret: str) -> None:
    """Restore, and have a desk with this secret try the register before every step that replaces it."""

    def beside(event: str, args: tuple) -> None:
        if event == "os.rename" and str(args[1]) == str(register):
            command = [sys.executable, "-c", TRY, str(register), secret]
            tried = subprocess.run(command, capture_output=True, text=True, check=True)
            print(tried.stdout.strip(), flush=True)

    sys.addaudithook(beside)
    restore(backup, register, another=True)


if __name__ == "__main__":
    main(Path(sys.argv[1]), Path(sys.argv[2]), sys.argv[3])
