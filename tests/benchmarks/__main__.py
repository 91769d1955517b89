"""Runs every benchmark and prints one line each: what, ours, the bare floor, the ratio and the goal."""

import argparse
import os
import sys

from tests.benchmarks import action_log, export, peers, safety, search, shorthand, start, typing_keys

BENCHMARKS = {
    "typing": typing_keys.run,
    "shorthand": shorthand.run,
    "start": start.run,
    "export": export.run,
    "peers": peers.run,
    "safety": safety.run,
    "log": action_log.run,
    "search": search.run,
}


def main() -> int:
    """Run the benchmarks named, or all of them; the numbers are for reading, so the exit code is 0."""
    parser = argparse.ArgumentParser(prog="python -m tests.benchmarks", description=__doc__)
    parser.add_argument("names", nargs="*", choices=[*BENCHMARKS, []], help="which to run (default: all)")
    parser.add_argument("--short", action="store_true", help="a few rounds only: proves that they run")
    chosen = parser.parse_args()
    os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    for name in chosen.names or BENCHMARKS:
        for line in BENCHMARKS[name](short=chosen.short):
            print(line, flush=True)
    return 0


if __name__ == "__main__":
    sys.exit(main())
