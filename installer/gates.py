"""Every check that a change must pass, in the order they are run."""

import os
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass

from installer.environment import Place

Runner = Callable[[Sequence[str]], int]

MOST_WORKERS = 8
"""Each takes half a gigabyte and makes fixtures of its own."""


@dataclass(frozen=True)
class Gate:
    """One check: its name and its command; exit code 0 means passed."""

    name: str
    command: tuple[str, ...]


def gates(place: Place, pytest_arguments: Sequence[str] = ()) -> tuple[Gate, ...]:
    """Return the gates; the tests are last, so that their summary closes the output.

    With arguments of the developer's own only part of the tests may run, so coverage is then not measured.
    """
    python = str(place.python)
    # One more than there are cores: a test waits now and then, for a program that it started or a key that it pressed.
    workers = str(min((os.cpu_count() or 1) + 1, MOST_WORKERS))
    # The slowest are named, so that whoever adds one sees what it costs everybody.
    extra = tuple(pytest_arguments) or ("--cov", "--durations=25")
    return (
        Gate("Lint", (python, "-m", "ruff", "check", ".")),
        Gate("Format", (python, "-m", "ruff", "format", "--check", ".")),
        Gate("Types", (python, "-m", "mypy", "--strict", "wibdesk")),
        Gate("Tests", (python, "-m", "pytest", "-n", workers, "--dist", "worksteal", *extra)),
    )


def pass_all(gates: Iterable[Gate], run: Runner) -> bool:
    """Run every gate, even after one has failed, and tell whether all have passed."""
    failed = []
    for gate in gates:
        print(f"\n== {gate.name}: {' '.join(gate.command[2:])}", flush=True)
        if run(gate.command) != 0:
            failed.append(gate.name)
    if failed:
        print(f"\nNot passed: {', '.join(failed)}", flush=True)
    return not failed
