"""Set-up decides from the facts alone: these are the decisions, on machines that are only described."""

import sys
from dataclasses import replace
from pathlib import Path

import pytest

from installer.environment import Environment, Place, Stamp, Wish
from installer.machine import Machine, library_needs
from installer.needs import DESK, READERS, Need, virtual_environments
from installer.plan import Plan, plan_environment, plan_system

PLACE = Place(Path("/home/clerk/wibdesk"), windows=False)
VENV = virtual_environments("python3-venv")
BARE_DEBIAN = Machine(system="Linux", is_root=True, manager="apt-get", has_screen=False, missing=(VENV, *DESK))
FINISHED = Environment(
    exists=True,
    works=True,
    has_command=True,
    installed={"wibdesk": "0.1.0", "reportlab": "5.1.0", "pip": "26.0"},
    stamp=Stamp(str(PLACE.checkout), "same", Wish.TEST, {"wibdesk": "0.1.0", "reportlab": "5.1.0"}),
)


def environment_plan(found: Environment, wish: Wish = Wish.START, wanted: str = "same") -> Plan:
    return plan_environment(found, place=PLACE, wish=wish, wanted=wanted, maker=sys.executable)


def makes(plan: Plan) -> bool:
    return any("venv" in step.command for step in plan.steps)


def test_a_machine_that_lacks_nothing_is_left_alone() -> None:
    assert plan_system(Machine(system="Linux", is_root=True, manager="apt-get")) == Plan()
    assert plan_system(Machine(system="Windows")) == Plan()


def test_root_on_bare_debian_gets_the_packages_once_each_after_a_fresh_list() -> None:
    update, install = plan_system(BARE_DEBIAN).steps
    assert update.command[-1] == "update"
    assert update.may_fail
    assert not install.may_fail
    packages = install.command[install.command.index("--no-install-recommends") + 1 :]
    assert packages[0] == "python3-venv"
    assert len(packages) == len(set(packages)) == 7
    assert {"libgl1", "libegl1", "libglib2.0-0", "libdbus-1-3", "libfontconfig1", "libxkbcommon0"} < set(packages)


def test_apt_waits_for_another_apt_to_finish() -> None:
    assert all("DPkg::Lock::Timeout=300" in step.command for step in plan_system(BARE_DEBIAN).steps)


def test_who_is_not_root_is_told_the_exact_command_and_nothing_is_run() -> None:
    plan = plan_system(replace(BARE_DEBIAN, is_root=False, missing=DESK[:2]))
    assert plan.steps == ()
    assert plan.stop.endswith("\n  sudo apt-get install --no-install-recommends libgl1 libegl1")


@pytest.mark.parametrize(
    ("manager", "command"),
    [
        ("dnf", "sudo dnf install 'libGL.so.1()(64bit)' 'libEGL.so.1()(64bit)'"),
        ("zypper", "sudo zypper install 'libGL.so.1()(64bit)' 'libEGL.so.1()(64bit)'"),
        ("pacman", "sudo pacman -S --needed libglvnd"),
        (None, "install what holds libGL.so.1, libEGL.so.1"),
    ],
)
def test_other_systems_are_told_their_own_command(manager: str | None, command: str) -> None:
    plan = plan_system(Machine(system="Linux", manager=manager, missing=DESK[:2]))
    assert plan.steps == ()
    assert plan.stop.endswith(command)


def test_root_elsewhere_than_on_debian_is_told_the_command_too() -> None:
    plan = plan_system(Machine(system="Linux", is_root=True, manager="dnf", missing=(VENV,)))
    assert plan.stop.endswith("\n  dnf install python3")


def test_missing_readers_are_installed_by_root_and_otherwise_only_mentioned() -> None:
    lacking = Machine(system="Linux", is_root=True, manager="apt-get", missing_readers=READERS)
    assert set(plan_system(lacking).steps[-1].command) > {"poppler-utils", "qpdf", "libreoffice-writer-nogui"}
    plan = plan_system(replace(lacking, is_root=False))
    assert (plan.stop, plan.steps) == ("", ())
    assert "skipped" in plan.note
    assert "sudo apt-get install" in plan.note


def test_only_a_screen_that_is_there_asks_for_its_libraries() -> None:
    def names(variables: dict[str, str], *, screen: bool) -> set[str]:
        return {need.name for need in library_needs(variables, screen=screen)}

    off_screen = {need.name for need in DESK}
    assert names({}, screen=False) == names({"DISPLAY": ":9"}, screen=False) == off_screen
    assert "libxcb-cursor.so.0" in names({"DISPLAY": ":0"}, screen=True)
    assert "libwayland-cursor.so.0" in names({"WAYLAND_DISPLAY": "wayland-0"}, screen=True)


def test_a_fresh_checkout_gets_an_environment_from_the_lock() -> None:
    plan = environment_plan(Environment(exists=False))
    assert plan.steps[0].command == (sys.executable, "-I", "-m", "venv", "--clear", str(PLACE.folder))
    assert all(step.command[0] == str(PLACE.python) for step in plan.steps[1:])
    for step in plan.steps[1:-1]:
        assert str(PLACE.lock) == step.command[step.command.index("--constraint") + 1]
    assert plan.steps[-2].command[-2:] == ("--editable", str(PLACE.checkout))
    assert "compileall" in plan.steps[-1].command


def test_the_tests_bring_their_packages_and_the_desk_does_not() -> None:
    assert environment_plan(Environment(exists=False), Wish.TEST).steps[-2].command[-1].endswith("[test]")
    assert not environment_plan(Environment(exists=False), Wish.START).steps[-2].command[-1].endswith("[test]")


@pytest.mark.parametrize("wish", list(Wish))
def test_a_finished_environment_is_left_alone(wish: Wish) -> None:
    assert environment_plan(FINISHED, wish) == Plan()


def test_an_environment_of_the_desk_alone_is_topped_up_for_the_tests() -> None:
    assert FINISHED.stamp
    desk_only = replace(FINISHED, stamp=replace(FINISHED.stamp, wish=Wish.START))
    assert environment_plan(desk_only, Wish.START) == Plan()
    plan = environment_plan(desk_only, Wish.TEST)
    assert plan.steps
    assert not makes(plan)


@pytest.mark.parametrize(
    "found",
    [
        replace(FINISHED, installed={"wibdesk": "0.1.0", "reportlab": "5.0.0"}),
        replace(FINISHED, installed={"wibdesk": "0.1.0"}),
        replace(FINISHED, has_command=False),
    ],
    ids=["another version", "a package gone", "the command gone"],
)
def test_what_has_changed_inside_is_put_right_without_starting_over(found: Environment) -> None:
    plan = environment_plan(found)
    assert plan.steps
    assert not makes(plan)


def test_changed_requirements_update_a_finished_environment_and_never_clear_it() -> None:
    plan = environment_plan(FINISHED, wanted="other")
    assert plan.steps
    assert not makes(plan)
    assert plan.fallback == ()


def test_a_half_made_environment_is_finished_or_else_made_afresh() -> None:
    plan = environment_plan(replace(FINISHED, stamp=None))
    assert not makes(plan)
    assert "--clear" in plan.fallback[0].command


def test_a_broken_environment_is_made_afresh() -> None:
    assert makes(environment_plan(replace(FINISHED, works=False)))


def test_an_environment_that_came_along_from_another_folder_is_made_afresh() -> None:
    assert FINISHED.stamp
    assert makes(environment_plan(replace(FINISHED, stamp=replace(FINISHED.stamp, checkout="/old/place"))))


def test_a_link_out_of_the_checkout_is_never_followed() -> None:
    plan = environment_plan(replace(FINISHED, is_link=True))
    assert plan.steps == ()
    assert "link" in plan.stop


def test_nothing_outside_the_checkout_is_named_but_system_packages() -> None:
    for step in environment_plan(Environment(exists=False), Wish.TEST).steps:
        paths = [part for part in step.command[1:] if part.startswith("/")]
        assert all(Path(part.removesuffix("[test]")).is_relative_to(PLACE.checkout) for part in paths)


def test_windows_keeps_its_programs_in_scripts() -> None:
    place = Place(Path("C:/desk"), windows=True)
    assert place.python.parts[-2:] == ("Scripts", "python.exe")
    assert place.wibdesk.parts[-2:] == ("Scripts", "wibdesk.exe")


def test_a_need_without_a_known_package_name_is_asked_for_by_its_own_name() -> None:
    assert Need("libX.so.1", "libx1", "x").package("dnf") == "libX.so.1()(64bit)"
    assert [need.package("dnf") for need in READERS[:2]] == ["/usr/bin/pdftotext", "/usr/bin/qpdf"]
