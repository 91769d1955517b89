"""The two commands of the README: start the desk, or run every gate; each sets up first what is missing."""

import os
import subprocess
import sys
from collections.abc import Mapping, Sequence
from pathlib import Path

from installer.environment import Place, Wish, clean, digest, look_inside, write_stamp
from installer.gates import gates, pass_all
from installer.machine import Machine, look_around
from installer.plan import Plan, Step, ask_for, plan_environment, plan_system

USAGE = """Usage:
  python3 installer/desk.py start [what wibdesk takes]   set up what is missing, then open the desk
  python3 installer/desk.py test [what pytest takes]     set up what is missing, then run every gate and test"""


def main(arguments: Sequence[str], *, checkout: Path) -> int:
    """Carry out the command line and return the exit code: 1 when something could not be done, 2 for bad usage."""
    if not arguments or arguments[0] not in set(Wish):
        print(USAGE, file=sys.stderr)
        return 2
    wish, place = Wish(arguments[0]), Place(checkout)
    machine = set_up(place, wish)
    if machine is None:
        return 1
    if wish is Wish.TEST:
        return test(place, arguments[1:])
    return start(place, arguments[1:], machine=machine)


def set_up(place: Place, wish: Wish) -> Machine | None:
    """Bring system packages and `.venv` up to date; return the machine, or None when told why that failed."""
    machine = _set_up_system(place, wish)
    return machine if machine and _set_up_environment(place, wish) else None


def start(place: Place, arguments: Sequence[str], *, machine: Machine) -> int:
    """Open the desk and wait for it; with no screen, run the demo meeting off screen and write its documents."""
    if machine.has_screen:
        return _run([str(place.wibdesk), *arguments])
    folder = place.checkout / "out" / "demo-meeting"
    folder.mkdir(parents=True, exist_ok=True)
    print("This machine has no screen. The demo meeting runs off screen instead, typed by key presses.", flush=True)
    command = [str(place.wibdesk), "--self-test", "--to", str(folder)]
    return _run(command, extra={"QT_QPA_PLATFORM": "offscreen"})


def test(place: Place, arguments: Sequence[str]) -> int:
    """Run every gate with no screen and return 0 only when all have passed."""
    extra = {"QT_QPA_PLATFORM": "offscreen"}
    if sys.platform == "linux":
        extra["LC_ALL"] = "C.UTF-8"  # Qt warns under a bare C locale, and a warning fails a test
    passed = pass_all(gates(place, arguments), lambda command: _run(command, extra=extra, folder=place.checkout))
    return 0 if passed else 1


def _set_up_system(place: Place, wish: Wish) -> Machine | None:
    new = not look_inside(place).works
    machine = look_around(readers=wish is Wish.TEST, new_environment=new)
    plan = plan_system(machine)
    if not _carry_out(plan, place):
        if plan.steps:
            print(
                f"By hand it is:\n  {ask_for(machine, (*machine.missing, *machine.missing_readers))}", file=sys.stderr
            )
        return None
    after = look_around(readers=False, new_environment=new) if plan.steps else machine
    if after.missing:
        print(f"Still missing after installing: {', '.join(need.name for need in after.missing)}", file=sys.stderr)
        return None
    return after


def _set_up_environment(place: Place, wish: Wish) -> bool:
    found = look_inside(place)
    plan = plan_environment(found, place=place, wish=wish, wanted=digest(place), maker=sys.executable)
    done = _carry_out(plan, place)
    if done and plan.steps:
        write_stamp(place, wish=wish)
    elif plan.steps:
        print("Check that this machine is online, then run the same command again.", file=sys.stderr)
    return done


def _carry_out(plan: Plan, place: Place) -> bool:
    if plan.note:
        print(plan.note, flush=True)
    if plan.stop:
        print(plan.stop, file=sys.stderr)
        return False
    if _take_all(plan.steps, place):
        return True
    return bool(plan.fallback) and _take_all(plan.fallback, place)


def _take_all(steps: Sequence[Step], place: Place) -> bool:
    return all(_take(step, place) or step.may_fail for step in steps)


def _take(step: Step, place: Place) -> bool:
    print(f"{step.say} …", flush=True)
    result = subprocess.run(
        step.command,
        stdin=subprocess.DEVNULL,
        capture_output=True,
        text=True,
        errors="replace",
        check=False,
        cwd=place.checkout,
        env=clean(os.environ) | {"DEBIAN_FRONTEND": "noninteractive"},
    )
    if result.returncode == 0:
        return True
    print((result.stdout + result.stderr).strip()[-3000:], file=sys.stderr)
    print(f"That did not work: {step.say}. The lines above say why.", file=sys.stderr, flush=True)
    return False


def _run(command: Sequence[str], *, extra: Mapping[str, str] | None = None, folder: Path | None = None) -> int:
    # Without `folder` the person's own stays, since the paths in the arguments are meant from there.
    try:
        return subprocess.run(command, check=False, cwd=folder, env=clean(os.environ) | dict(extra or {})).returncode
    except KeyboardInterrupt:
        return 130
