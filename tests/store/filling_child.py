"""Runs in a process of its own, to be killed: fills the index of a register and says how much of it is ready."""

import sys
from pathlib import Path

from wibdesk.desk import Desk


def main(register: str) -> None:
    """Fill slice after slice until all is ready."""
    desk = Desk(Path(register))
    share = 0.0
    while share < 1:
        share = desk.fill_search().result()
        print(share, flush=True)
    desk.close()


if __name__ == "__main__":
    main(sys.argv[1])
