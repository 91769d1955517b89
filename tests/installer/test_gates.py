"""Every gate runs, the tests come last, and one failure is enough to fail."""

from collections.abc import Sequence
from pathlib import Path

import pytest

from installer.environment import Place
from installer.gates import MOST_WORKERS, Gate, gates, pass_all

PLACE = Place(Path("/home/clerk/wibdesk"))


def test_lint_format_types_and_tests_are_the_gates_in_this_order() -> None:
    assert [gate.name for gate in gates(PLACE)] == ["Lint", "Format", "Types", "Tests"]
    assert all(gate.command[0] == str(PLACE.python) for gate in gates(PLACE))


def test_the_whole_run_measures_coverage_and_a_part_of_it_does_not() -> None:
    assert "--cov" in gates(PLACE)[-1].command
    assert gates(PLACE, ["-k", "agenda"])[-1].command[-2:] == ("-k", "agenda")
    assert "--cov" not in gates(PLACE, ["-k", "agenda"])[-1].command


@pytest.mark.parametrize(("codes", "passed"), [((0, 0), True), ((1, 0), False), ((0, 5), False)])
def test_all_run_and_all_must_pass(capsys: pytest.CaptureFixture[str], codes: tuple[int, int], *, passed: bool) -> None:
    ran: list[str] = []

    def run(command: Sequence[str]) -> int:
        ran.append(command[-1])
        return codes[int(command[-1])]

    assert pass_all([Gate("First", ("python", "-m", "0")), Gate("Second", ("python", "-m", "1"))], run) is passed
    assert ran == ["0", "1"]
    assert ("Not passed" in capsys.readouterr().out) is not passed


def test_the_tests_run_on_every_core_of_a_small_machine_and_not_on_all_of_a_big_one():
    command = gates(PLACE)[-1].command
    assert 2 <= int(command[command.index("-n") + 1]) <= MOST_WORKERS
