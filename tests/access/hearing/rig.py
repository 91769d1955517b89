"""A screen that nobody sees, with the desk, a hand that presses keys, and an ear like a screen reader's."""

import json
import os
import subprocess
import sys
from contextlib import ExitStack
from pathlib import Path

from installer.machine import is_there
from installer.needs import LISTENERS

HERE = Path(__file__).parent
ROOT = HERE.parents[2]
SYSTEM_PYTHON = "/usr/bin/python3"
BRIDGE = "/usr/libexec/at-spi-bus-launcher"
CALM = ("-nolisten", "tcp", "-r")
"""Nobody comes in from outside, and no key repeats itself because its end is late."""
KEYS = {
    "Ctrl": "ctrl", "Alt": "alt", "Shift": "shift", "Esc": "Escape", "Del": "Delete", "/": "slash", "-": "minus",
    "+": "plus",
}  # fmt: skip


def lacking() -> str:
    """Return what this machine lacks for it, empty where nothing is."""
    return ", ".join(need.debian for need in LISTENERS if not is_there(need))


class Rig:
    """Starts everything in a folder of its own and ends it again; `press`, `type` and `ask` work the desk.

    With a scene the desk plays that by itself, and asks for what it wants (see `played`).
    """

    def __init__(self, folder: Path, scene: str = "") -> None:
        self.folder, self.scene, self.end = folder, scene, ExitStack()
        runtime = folder / "run"
        runtime.mkdir(mode=0o700)
        self.variables = {
            **os.environ,
            "QT_QPA_PLATFORM": "xcb",
            "QT_LINUX_ACCESSIBILITY_ALWAYS_ON": "1",
            "XDG_RUNTIME_DIR": str(runtime),
            "HOME": str(folder),
            "PYTHONPATH": os.pathsep.join([str(ROOT), os.environ.get("PYTHONPATH", "")]),
        }
        for name in ("WAYLAND_DISPLAY", "DBUS_SESSION_BUS_ADDRESS", "AT_SPI_BUS_ADDRESS"):
            self.variables.pop(name, None)

    def __enter__(self) -> "Rig":
        try:
            self._start()
        except BaseException:
            self.end.close()
            raise
        return self

    def __exit__(self, *_: object) -> None:
        self.end.close()

    def press(self, *chords: str) -> None:
        """Press keys one after the other, each written as `Ctrl+Shift+A`."""
        keys = ["+".join(map(_key, chord.split("+"))) for chord in chords]
        subprocess.run(["xdotool", "key", "--clearmodifiers", *keys], env=self.variables, check=True)

    def type(self, words: str) -> None:
        """Type words letter by letter."""
        subprocess.run(["xdotool", "type", "--delay", "8", "--", words], env=self.variables, check=True)

    def clock(self, words: str) -> None:
        """Move the clock on the wall to `09:31`."""
        moved = self.folder / "clock.new"
        moved.write_text(words)
        moved.replace(self.folder / "clock")

    def ask(self, what: str, **more: object) -> dict:
        """Ask the ear; AssertionError tells what was heard instead of what was awaited."""
        assert self.ear.stdin is not None
        assert self.ear.stdout is not None
        self.ear.stdin.write(json.dumps({"ask": what, **more}) + "\n")
        self.ear.stdin.flush()
        answer = json.loads(self.ear.stdout.readline() or '{"in vain": "the ear is gone"}')
        assert "in vain" not in answer, answer
        return answer

    def _start(self) -> None:
        screen = self._run("Xvfb", "-displayfd", "1", "-screen", "0", "1280x800x24", *CALM, stdout=True)
        self.variables["DISPLAY"] = f":{_line(screen)}"
        bus = self._run("dbus-daemon", "--session", "--nofork", "--print-address=1", stdout=True)
        self.variables["DBUS_SESSION_BUS_ADDRESS"] = _line(bus)
        self._run("openbox")
        self._run(BRIDGE, "--launch-immediately")
        self.ear = self._run(SYSTEM_PYTHON, str(HERE / "ear.py"), stdin=subprocess.PIPE, stdout=True)
        if self.scene:
            play = (sys.executable, "-m", "tests.access.hearing.played", str(self.folder), self.scene)
            self.desk = self._run(*play, stdin=subprocess.PIPE, stdout=True)
        else:
            self.desk = self._run(sys.executable, str(HERE / "desk.py"), str(self.folder))
            self.ask("window", words="WIBDesk")

    def _run(self, *command: str, stdin: int = subprocess.DEVNULL, stdout: bool = False) -> subprocess.Popen:
        told = (self.folder / "errors.txt").open("a")
        started = subprocess.Popen(
            command,
            env=self.variables,
            stdin=stdin,
            stdout=subprocess.PIPE if stdout else told,
            stderr=told,
            text=True,
        )
        self.end.callback(told.close)
        self.end.callback(_ended, started)
        return started


def _key(word: str) -> str:
    return KEYS.get(word, word.lower() if len(word) == 1 else word)


def _line(process: subprocess.Popen) -> str:
    assert process.stdout is not None
    words = process.stdout.readline().strip()
    assert words, "a program of the screen did not start"
    return words


def _ended(process: subprocess.Popen) -> None:
    process.terminate()
    try:
        process.wait(10)
    except subprocess.TimeoutExpired:
        process.kill()
        process.wait()
    for stream in (process.stdin, process.stdout):
        if stream is not None:
            stream.close()
