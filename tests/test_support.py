"""What support is told of a desk, and what is shipped with it."""

import json

import pytest

from wibdesk import __version__
from wibdesk.components import Component, licence_text, shipped_components
from wibdesk.support import LINES, register_size, support_text

QT = {"name": "Qt", "version": "6.11", "licence": "LGPL-3.0", "copyright": "The Qt Company", "text": "GNU LESSER"}


def test_components_are_read_by_name(tmp_path):
    path = tmp_path / "components.json"
    path.write_text(json.dumps({"components": [QT, {"name": "Arimo", "text": None}]}), "utf-8")
    arimo, qt = shipped_components(path)
    assert arimo == Component("Arimo")
    assert qt == Component("Qt", "6.11", "LGPL-3.0", "The Qt Company", "", "GNU LESSER")
    assert qt.fits("lgpl qt")
    assert not qt.fits("gpl arimo")


def test_a_licence_lies_beside_the_list_and_nowhere_else(tmp_path):
    (tmp_path / "list").mkdir()
    path = tmp_path / "list" / "components.json"
    (tmp_path / "secret.txt").write_text("not a licence", "utf-8")
    path.with_name("qt.txt").write_text("GNU LESSER", "utf-8")
    assert licence_text(Component("Qt", text="qt.txt"), path) == "GNU LESSER"
    assert licence_text(Component("Qt", text="GNU LESSER, in full"), path) == "GNU LESSER, in full"
    assert licence_text(Component("Qt", text="../secret.txt"), path) == ""


def test_every_component_that_is_shipped_has_a_licence_with_its_text():
    components = shipped_components()
    assert len(components) > 40
    assert [one.name for one in components if not one.licence or len(licence_text(one)) < 200] == []


@pytest.mark.parametrize("text", ["", "[]", "{}", '{"components": 3}', '{"components": ["Qt"]}', "\\xff"])
def test_a_list_that_cannot_be_read_is_an_empty_one(tmp_path, text):
    path = tmp_path / "components.json"
    path.write_text(text, "utf-8")
    assert shipped_components(path) == ()
    assert shipped_components(tmp_path / "gone.json") == ()


def test_support_is_told_versions_facts_and_the_end_of_the_log(tmp_path):
    log = tmp_path / "wibdesk.log"
    log.write_text("".join(f"line {number}\n" for number in range(LINES + 5)), "utf-8")
    text = support_text({"Qt": "6.11.3"}, log)
    assert text.startswith(f"WIBDesk: {__version__}\nPython: ")
    assert "Qt: 6.11.3" in text
    assert "line 5\n" in text
    assert "line 4\n" not in text
    assert "log" not in support_text({}, tmp_path / "gone.log")
    assert "log" not in support_text({})


def test_the_size_of_a_register_is_told_where_it_is_known(tmp_path):
    register = tmp_path / "register.wibdesk"
    assert register_size(register) == ""
    register.write_bytes(b"x" * 2_340_000)
    assert register_size(register) == "2.3 MB"
