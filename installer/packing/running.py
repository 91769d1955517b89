"""Runs the programs that a build is made of, and says which of them failed and why."""

import os
import subprocess
from collections.abc import Mapping, Sequence
from pathlib import Path

from installer.environment import clean


class BuildError(Exception):
    """A step of the build failed; the text says which, and ends with what its program said."""


def say(words: str) -> None:
    """Tell the person at once what is being done."""
    print(words, flush=True)


def run(command: Sequence[str | Path], *, folder: Path | None = None, extra: Mapping[str, str] | None = None) -> str:
    """Run a program and return what it printed; BuildError where it is not there or fails."""
    words = [str(part) for part in command]
    try:
        done = subprocess.run(
            words,
            cwd=folder,
            env=clean(os.environ) | dict(extra or {}),
            stdin=subprocess.DEVNULL,
            capture_output=True,
            text=True,
            errors="replace",
            check=False,
        )
    except OSError as trouble:
        told = f"{words[0]} could not be started: {trouble.strerror}. Install it, then build again."
        raise BuildError(told) from trouble
    if done.returncode != 0:
        raise BuildError(f"{' '.join(words)} failed:\n{(done.stdout + done.stderr).strip()[-4000:]}")
    return done.stdout
