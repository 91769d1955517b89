"""Run the self-test of the installed program and look at what it made: `python3 installer/smoke [PROGRAM]`.

Exit code 0 when the program passed and left nothing behind, 1 when not, 2 when it is not installed.
"""

import os
import shutil
import subprocess
import sys
import tempfile
from collections.abc import Mapping, Sequence
from pathlib import Path

TIME = 300
"""Seconds that a slow machine may take."""


def places(system: str, variables: Mapping[str, str]) -> list[Path]:
    """Return where set-up puts the program on a system, the clerk's own folder before the machine's."""
    if system == "win32":
        own = [Path(variables["LOCALAPPDATA"], "Programs")] if "LOCALAPPDATA" in variables else []
        machine = [Path(variables[name]) for name in ("ProgramW6432", "ProgramFiles") if name in variables]
        return [folder / "WIBDesk" / "wibdesk-cli.exe" for folder in (*own, *machine)]
    if system == "darwin":
        return [Path("/Applications/WIBDesk.app/Contents/MacOS/wibdesk")]
    return [Path("/usr/bin/wibdesk")]


def main(arguments: Sequence[str]) -> int:
    """Run the program that was named, or the one that is installed; return the exit code."""
    named = [Path(shutil.which(arguments[0]) or arguments[0])] if arguments else places(sys.platform, os.environ)
    program = next((path for path in named if path.is_file()), None)
    if program is None:
        print(f"WIBDesk is not installed: looked for {', '.join(map(str, named))}", file=sys.stderr)
        return 2
    with tempfile.TemporaryDirectory(prefix="wibdesk-smoke-") as folder:
        home, documents = Path(folder, "home"), Path(folder, "documents")
        home.mkdir()
        done = subprocess.run(
            [program, "--self-test", "--to", documents],
            env={**os.environ, "QT_QPA_PLATFORM": "offscreen", "HOME": str(home)},
            stdin=subprocess.DEVNULL,
            capture_output=True,
            text=True,
            timeout=TIME,
            check=False,
        )
        print(done.stdout, end="")
        print(done.stderr, end="", file=sys.stderr)
        wrong = done.returncode != 0 or {path.suffix for path in documents.iterdir()} != {".docx", ".pdf"}
        left = [str(path.relative_to(home)) for path in home.rglob("*") if path.is_file()]
    if left:
        print(f"Left behind: {', '.join(left)}", file=sys.stderr)
    return 1 if wrong or left else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
