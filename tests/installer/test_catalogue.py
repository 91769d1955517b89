"""The catalogue of a language holds every word that is said, keeps what was translated, and compiles."""

import ast
from pathlib import Path
from xml.etree import ElementTree

from installer import catalogue
from installer.catalogue import Message, messages, said_in, translated, write_catalogue

CODE = """
say("Open the room")
say("Open", "still to be done")
later("Search")
counted(n, "{number} action", "{number} actions")
write("Item {number}", number=1)
say(words)
later("Show" if hidden else "Hide")
print("not said")
"""


def test_every_way_of_saying_is_found_with_its_line():
    assert list(said_in(CODE)) == [
        (Message("Open the room"), 2),
        (Message("Open", "still to be done"), 3),
        (Message("Search"), 4),
        (Message("{number} actions", counted=True), 5),
        (Message("Item {number}"), 6),
        (Message("Show"), 8),
        (Message("Hide"), 8),
    ]


def test_nothing_is_said_that_no_catalogue_could_hold():
    """Words that are put together before they are said are in no catalogue: they are said in parts, or filled in."""
    wrong = []
    for folder in catalogue.FOLDERS:
        for path in (catalogue.ROOT / folder).rglob("*.py"):
            for node in ast.walk(ast.parse(path.read_text("utf-8"))):
                if isinstance(node, ast.Call) and isinstance(node.func, ast.Name) and node.func.id in catalogue.SAYING:
                    wrong += [
                        f"{path}:{node.lineno}"
                        for word in node.args[:1]
                        if isinstance(word, (ast.JoinedStr, ast.BinOp))
                    ]
    assert wrong == []


def test_the_whole_desk_is_in_the_catalogue():
    found = messages()
    assert Message("any command") in found
    assert Message("{number} actions", counted=True) in found
    assert len(found) > 3000
    assert any(place.startswith("wibdesk/") for places in found.values() for place in places)


def test_what_was_translated_is_kept_and_what_is_not_said_any_more_goes(tmp_path):
    path = tmp_path / "cy.ts"
    search, open_, actions = (
        Message("Search"),
        Message("Open", "still to be done"),
        Message("{number} actions", "", True),
    )
    assert write_catalogue(path, "cy", {search: ["ui/a.py:1"], open_: ["ui/a.py:2"], actions: ["ui/b.py:3"]}) == 3
    tree = ElementTree.parse(path)
    for node in tree.getroot().iterfind("context[name='WIBDesk']/message"):
        translation = node.find("translation")
        del translation.attrib["type"]
        if node.findtext("source") == "Search":
            translation.text = "Chwilio"
        elif node.get("numerus"):
            translation.find("numerusform").text = "{number} gweithred"
        else:
            translation.text = "Heb ei chau"
    tree.write(path, "utf-8", xml_declaration=True)
    assert (
        write_catalogue(path, "cy", {search: ["ui/a.py:9"], actions: ["ui/b.py:3"], Message("New"): ["ui/c.py:1"]}) == 1
    )
    assert translated(path) == {search: ["Chwilio"], actions: ["{number} gweithred"]}
    assert "Heb ei chau" not in path.read_text("utf-8")


def test_numbers_with_a_form_of_their_own_are_translated_apart_and_kept(tmp_path):
    path, actions = tmp_path / "cy.ts", Message("{number} actions", "", True)
    found = {actions: ["ui/b.py:3"], Message("Search"): ["ui/a.py:1"]}
    write_catalogue(path, "cy", found)
    tree = ElementTree.parse(path)
    (node,) = tree.getroot().iterfind("context[name='WIBDesk: exactly 3']/message")
    assert node.findtext("source") == actions.words
    node.find("translation").text = "tair gweithred"
    del node.find("translation").attrib["type"]
    tree.write(path, "utf-8", xml_declaration=True)
    assert write_catalogue(path, "cy", found) == 2
    assert translated(path, "WIBDesk: exactly 3") == {Message(actions.words): ["tair gweithred"]}
    assert translated(path, "WIBDesk: exactly 2") == translated(path) == {}
    write_catalogue(tmp_path / "fr.ts", "fr", found)
    assert "exactly" not in (tmp_path / "fr.ts").read_text("utf-8")


def test_the_command_brings_a_language_up_to_date_and_compiles_it(tmp_path, capsys):
    assert catalogue.main(["cy", "--folder", str(tmp_path)]) == 0
    assert "0 of" in capsys.readouterr().out
    assert Path(tmp_path / "cy.qm").stat().st_size > 0
