"""Everything that the window writes can be taken back by Ctrl Z, or there is a reason here why it needs no undo."""

import ast
from pathlib import Path

import pytest

UI = Path(__file__).resolve().parents[2] / "ui"
TYPED = "what is typed has the undo of the editor"
ITSELF = "the desk keeps house by itself, the clerk changed nothing"
TAKEN_BACK = "it is itself the taking back of something"
ASKED = "asked for first, with what cannot be undone said"
RECORD = "a note of what was done outside of the register"
WITHOUT = {
    "backing_up.py:verb": ITSELF,
    "places/figures/report.py:record_export": RECORD,
    "places/preview/saving.py:record_export": RECORD,
    "places/room/adjourning.py:verb": TAKEN_BACK,
    "places/room/adjourning.py:save_entries": TAKEN_BACK,
    "places/room/approving.py:approve": "asked for first; reopening the minutes, with a reason, is the way back",
    "places/room/approving.py:reopen_approved": "approving them again is the way back; the reason stays on record",
    "places/room/previous/keeping.py:approve": "reopening the minutes, with a reason, is the way back",
    "places/room/session.py:open_item": "the same key on the item before is the way back",
    "places/room/words_kept.py:used_phrase": ITSELF,
    "places/safe_keeping/bin_part.py:empty_bin": ASKED,
    "places/safe_keeping/check_part.py:repair": "the register is kept as it was before it is repaired",
    "places/send/going_out.py:keep_mailing": "the outbox takes back what has not gone",
}
"""Writes without undo, as the file below `ui` and the verb, with the reason."""
WRITERS = ("write", "write_once")


def written(source, name):
    """Return the verbs that a file writes with and whether each has undo words, in the order of the file."""
    found = []
    for node in ast.walk(ast.parse(source)):
        if isinstance(node, ast.Call) and isinstance(node.func, ast.Attribute) and node.func.attr in WRITERS:
            given = {keyword.arg for keyword in node.keywords}
            owner = ast.unparse(node.func.value)
            if owner.endswith("operations") and node.args:
                verb = ast.unparse(node.args[0]).rpartition(".")[2]
                found.append((f"{name}:{verb}", "undo" in given or None in given))
    return found


def everything():
    for path in sorted(UI.rglob("*.py")):
        yield from written(path.read_text(encoding="utf-8"), path.relative_to(UI).as_posix())


def test_every_write_of_the_window_has_undo_or_a_reason_why_not():
    writes = list(everything())
    assert len(writes) > 60
    bare = {name for name, undone in writes if not undone}
    assert bare - WITHOUT.keys() == set(), "give it undo words, or say here why it needs none"


def test_no_reason_stands_for_a_write_that_is_gone_or_has_undo():
    assert WITHOUT.keys() - {name for name, undone in everything() if not undone} == set()


@pytest.mark.parametrize(
    ("source", "undone"),
    [
        ("self.context.operations.write(verbs.add_item, one, undo=say('added'))", [True]),
        ("operations.write_once(verbs.add_item, one, then=done)", [False]),
        ("operations.write(verbs.add_item, **given)", [True]),
        ("file.write(words)", []),
    ],
)
def test_a_write_without_undo_is_found(source, undone):
    assert [found for _, found in written(source, "sample.py")] == undone
