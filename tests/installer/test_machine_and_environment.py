"""The facts that set-up reads: screens, an environment on disk, and what a foreign one leaves in the variables."""

import os
import socket
import subprocess
import sys
import venv
from pathlib import Path

import pytest

from installer.environment import Place, Wish, clean, digest, look_inside, write_stamp
from installer.machine import has_screen, is_there
from installer.needs import Kind, Need

ROOT = Path(__file__).resolve().parents[2]
unix = pytest.mark.skipif(not hasattr(socket, "AF_UNIX"), reason="screens are looked for on Linux only")


@pytest.fixture
def place(tmp_path: Path) -> Place:
    for name in ("pyproject.toml", "requirements.lock"):
        (tmp_path / name).write_bytes((ROOT / name).read_bytes())
    return Place(tmp_path)


@unix
def test_no_display_and_a_display_that_does_not_answer_are_no_screen(tmp_path: Path) -> None:
    assert not has_screen({})
    assert not has_screen({"DISPLAY": ":4711"})
    assert not has_screen({"WAYLAND_DISPLAY": "wayland-9", "XDG_RUNTIME_DIR": str(tmp_path)})


@unix
def test_a_display_that_answers_is_a_screen_unless_qt_is_told_otherwise(tmp_path: Path) -> None:
    variables = {"WAYLAND_DISPLAY": "wayland-0", "XDG_RUNTIME_DIR": str(tmp_path)}
    with socket.socket(socket.AF_UNIX, socket.SOCK_STREAM) as listener:
        listener.bind(str(tmp_path / "wayland-0"))
        listener.listen()
        assert has_screen(variables)
        assert not has_screen({**variables, "QT_QPA_PLATFORM": "offscreen"})


@unix
def test_a_screen_over_the_network_is_taken_at_its_word() -> None:
    assert has_screen({"DISPLAY": "localhost:10.0"})


def test_what_is_not_on_the_machine_is_found_missing() -> None:
    assert not is_there(Need("libwibdesk-nowhere.so.7", "-", "-"))
    assert not is_there(Need("wibdesk-nowhere", "-", "-", Kind.COMMAND))
    assert not is_there(Need("Nowhere-Regular.ttf", "-", "-", Kind.FONT))
    assert not is_there(Need("wibdesk_nowhere", "-", "-", Kind.MODULE))
    assert is_there(Need("json", "-", "-", Kind.MODULE))


def test_a_checkout_without_an_environment_has_none(place: Place) -> None:
    found = look_inside(place)
    assert (found.exists, found.works, found.stamp) == (False, False, None)


def test_an_environment_without_pip_does_not_work(place: Place) -> None:
    venv.create(place.folder, with_pip=False)
    found = look_inside(place)
    assert (found.exists, found.works) == (True, False)


def test_a_folder_with_rubbish_in_it_does_not_work_and_its_stamp_is_not_believed(place: Place) -> None:
    place.python.parent.mkdir(parents=True)
    place.python.write_text("not a program", encoding="utf-8")
    place.stamp.write_text('{"digest": 3}', encoding="utf-8")
    found = look_inside(place)
    assert (found.exists, found.works, found.stamp) == (True, False, None)


def test_a_stamp_is_read_back_as_it_was_written(place: Place) -> None:
    place.folder.mkdir()
    write_stamp(place, wish=Wish.TEST)
    stamp = look_inside(place).stamp
    assert stamp
    assert (stamp.checkout, stamp.wish, stamp.digest) == (str(place.checkout), "test", digest(place))


def test_a_change_of_either_file_changes_the_digest(place: Place) -> None:
    digests = {digest(place)}
    for name in ("pyproject.toml", "requirements.lock"):
        (place.checkout / name).write_text("# changed\n", encoding="utf-8")
        digests.add(digest(place))
    assert len(digests) == 3


def test_another_environment_in_the_variables_is_left_behind() -> None:
    foreign = {"PYTHONPATH": "/elsewhere", "VIRTUAL_ENV": "/other", "PIP_TARGET": "/there", "PIP_USER": "1"}
    kept = clean({**foreign, "PATH": "/usr/bin", "HTTPS_PROXY": "proxy"})
    assert kept["PATH"] == "/usr/bin"
    assert kept["HTTPS_PROXY"] == "proxy"
    assert kept["PIP_USER"] == "0"
    assert not {"PYTHONPATH", "VIRTUAL_ENV", "PIP_TARGET"} & kept.keys()


@pytest.mark.parametrize("arguments", [[], ["dance"]])
def test_without_a_known_wish_the_two_commands_are_shown(arguments: list[str]) -> None:
    command = [sys.executable, ROOT / "installer" / "desk.py", *arguments]
    run = subprocess.run(command, capture_output=True, text=True, check=False, env=os.environ | {"PYTHONPATH": ""})
    assert run.returncode == 2
    assert run.stdout == ""
    assert "desk.py start" in run.stderr
    assert "desk.py test" in run.stderr


def test_a_file_that_a_program_of_the_tests_needs_is_looked_for_by_its_path() -> None:
    assert is_there(Need(__file__, "-", "-", Kind.FILE))
    assert not is_there(Need("/nowhere/at/all.jar", "-", "-", Kind.FILE))
