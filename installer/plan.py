"""What set-up will do, decided from the facts alone; carried out in `command`."""

import shlex
from collections.abc import Iterable
from dataclasses import dataclass

from installer.environment import Environment, Place, Wish, is_ready
from installer.machine import Machine
from installer.needs import Need

APT = ("apt-get", "-o", "DPkg::Lock::Timeout=300", "-y", "-qq")
ASK = {
    "apt-get": "apt-get install --no-install-recommends",
    "dnf": "dnf install",
    "zypper": "zypper install",
    "pacman": "pacman -S --needed",
}


@dataclass(frozen=True)
class Step:
    """One command, with the sentence that announces it."""

    say: str
    command: tuple[str, ...]
    may_fail: bool = False


@dataclass(frozen=True)
class Plan:
    """Steps in order, and `fallback` where they fail.

    `stop` is what to tell the person instead of going on, `note` what to tell them besides.
    """

    steps: tuple[Step, ...] = ()
    fallback: tuple[Step, ...] = ()
    stop: str = ""
    note: str = ""


def plan_system(machine: Machine) -> Plan:
    """Decide how the missing libraries and programs get onto the machine."""
    wanted = (*machine.missing, *machine.missing_readers)
    if wanted and machine.is_root and machine.manager == "apt-get":
        return Plan(steps=_apt_steps(wanted))
    if machine.missing:
        start = "This machine lacks something that WIBDesk needs. Run this, then the same command again:"
        return Plan(stop=f"{start}\n  {ask_for(machine, wanted)}")
    if machine.missing_readers:
        start = "Tests that read documents or hear windows with other programs are skipped. For them, first run this:"
        return Plan(note=f"{start}\n  {ask_for(machine, wanted)}")
    return Plan()


def ask_for(machine: Machine, needs: Iterable[Need]) -> str:
    """Return the exact command that brings `needs`, or their names where the package manager is unknown."""
    if machine.manager is None:
        return f"(with this system's own package manager) install what holds {', '.join(need.name for need in needs)}"
    packages = shlex.join(_once(need.package(machine.manager) for need in needs))
    return f"{'' if machine.is_root else 'sudo '}{ASK[machine.manager]} {packages}"


def plan_environment(found: Environment, *, place: Place, wish: Wish, wanted: str, maker: str) -> Plan:
    """Decide how `.venv` becomes ready for `wish`; `maker` is the Python that makes it, `wanted` the files' digest."""
    if found.is_link:
        return Plan(stop="`.venv` is a link to another folder, which is not ours to change. Remove the link first.")
    if is_ready(found, place=place, wish=wish, wanted=wanted):
        return Plan()
    moved = found.stamp is not None and found.stamp.checkout != str(place.checkout)
    update, afresh = install_steps(place, wish), (make_step(place, maker), *install_steps(place, wish))
    if not found.works or moved:
        return Plan(steps=afresh)
    # An unfinished environment may be damaged. A finished one is kept: being offline is no reason to lose it.
    return Plan(steps=update, fallback=afresh if found.stamp is None else ())


def make_step(place: Place, maker: str) -> Step:
    """Return the step that makes the environment afresh, clearing what is left of an older one."""
    return Step("Making the virtual environment in .venv", (maker, "-I", "-m", "venv", "--clear", str(place.folder)))


def install_steps(place: Place, wish: Wish) -> tuple[Step, ...]:
    """Return the steps that install the locked packages and, from this checkout, the `wibdesk` command."""
    pip = (str(place.python), "-m", "pip", "install", "--quiet", "--constraint", str(place.lock))
    target = f"{place.checkout}[test]" if wish is Wish.TEST else str(place.checkout)
    # The build tool comes from the lock too, so that nothing unpinned is fetched to build in.
    return (
        Step("Preparing the environment", (*pip, "setuptools")),
        Step(
            "Installing the locked packages (the first time this fetches up to 150 MB)",
            (*pip, "--no-build-isolation", "--editable", target),
        ),
        # Also where the shell forbids Python to write byte code by itself, which would slow down every start.
        Step(
            "Compiling the desk",
            (str(place.python), "-m", "compileall", "-q", *(str(place.checkout / name) for name in ("wibdesk", "ui"))),
            may_fail=True,
        ),
    )


def _apt_steps(needs: Iterable[Need]) -> tuple[Step, ...]:
    packages = _once(need.package("apt-get") for need in needs)
    return (
        Step("Asking for the list of system packages", (*APT, "update"), may_fail=True),
        Step(
            f"Installing system packages: {' '.join(packages)}",
            (*APT, "install", "--no-install-recommends", *packages),
        ),
    )


def _once(names: Iterable[str]) -> tuple[str, ...]:
    return tuple(dict.fromkeys(names))
