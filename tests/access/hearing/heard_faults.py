"""What is wrong in what AT-SPI tells of a screen, each fault in one sentence."""

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from typing import Any

Thing = Mapping[str, Any]
WORKED = {
    "push button", "toggle button", "check box", "radio button", "text", "password text", "combo box", "spin button",
    "date editor", "list", "table", "tree", "tree table", "page tab", "page tab list", "link", "slider",
}  # fmt: skip
"""Roles of what a clerk works."""
ROWS = {"list item", "table row", "table cell", "tree item"}
"""Roles of what stands in a list; the list has the keyboard for them."""
OF_ANOTHER = ROWS | {"page tab", "column header", "row header", "frame", "application", "menu item"}
"""Roles of what has the keyboard only through another thing, or is a window."""
BESIDE = {"SetFocus", "ShowMenu", "Show Menu"}
"""What can be done with anything that takes the keyboard: it does not make it a control."""


def faults(things: Sequence[Thing], told: Mapping[str, Any]) -> Iterator[str]:
    """Yield the faults of the things on a screen, of which the desk itself told what is reached and ticked."""
    worked = [t for t in things if t["role"] not in ROWS and (t["role"] in WORKED or _acts(t))]
    yield from (f"a {_said(thing)} has no name" for thing in worked if not thing["name"].strip())
    yield from _twins(worked)
    yield from _silent_rows(things)
    yield from _unheard(things, told["rows"])
    yield from _unticked(things, told["ticked"])
    yield from _unchosen(things, told["chosen"])
    if told["reached"]:
        yield from _unreached(_inside(things, told["over"]), told["reached"])


def _twins(worked: Sequence[Thing]) -> Iterator[str]:
    sounds = Counter((str(thing["path"][:-1]), thing["role"], thing["name"]) for thing in worked)
    yield from (f"{count} siblings are called {sound[1:]}" for sound, count in sounds.items() if count > 1)


def _silent_rows(things: Sequence[Thing]) -> Iterator[str]:
    """Yield the lists with a row of which nothing is said."""
    lists = {str(thing["path"]): thing for thing in things if thing["role"] in ("list", "tree")}
    rows = [thing for thing in things if thing["role"] in ROWS and str(thing["path"][:-1]) in lists]
    for row in rows:
        if not row["name"].strip():
            yield f"a row of {_said(lists[str(row['path'][:-1])])} says nothing"
    said = Counter((str(row["path"][:-1]), row["name"], row["description"]) for row in rows)
    for (path, name, _), count in said.items():
        if count > 1:
            yield f"{count} rows of {_said(lists[path])} say: {name}"


def _unheard(things: Sequence[Thing], rows: Mapping[str, Sequence[str]]) -> Iterator[str]:
    """Yield the words of lists and tables that are on the screen and are not heard."""
    for around, inside in _lists(things, rows):
        said = {thing["name"] for thing in inside}
        yield from (f"{_said(around)} does not say: {words}" for words in rows[str(around["id"])] if words not in said)


def _unchosen(things: Sequence[Thing], chosen: Mapping[str, str]) -> Iterator[str]:
    """Yield the lists and tables that do not tell which of their rows is the one."""
    for around, inside in _lists(things, chosen):
        marked = [thing["name"] for thing in inside if "selected" in thing["states"]]
        if chosen[str(around["id"])] not in marked:
            yield f"{_said(around)} does not tell that this is chosen: {chosen[str(around['id'])]}, only {marked}"


def _lists(things: Sequence[Thing], of: Mapping[str, Any]) -> Iterator[tuple[Thing, list[Thing]]]:
    for around in things:
        if str(around["id"]) in of:
            yield around, [thing for thing in things if thing["path"][:-1] == around["path"]]


def _unticked(things: Sequence[Thing], truth: Mapping[str, bool]) -> Iterator[str]:
    """Yield what is ticked and is not heard to be, and the other way round."""
    for thing in things:
        ticked = truth.get(str(thing["id"]))
        if ticked is not None and ticked != ("checked" in thing["states"]):
            yield f"{_said(thing)} is{'' if ticked else ' not'} ticked, which is not told"
        if ticked is not None and "checkable" not in thing["states"]:
            yield f"{_said(thing)} does not tell that it can be ticked"


def _inside(things: Sequence[Thing], around: int) -> list[Thing]:
    """Return the things inside one of them: what lies behind a question waits for its answer."""
    path = next((thing["path"] for thing in things if thing["id"] == around), [])
    return [thing for thing in things if thing["path"][: len(path)] == path]


def _unreached(things: Sequence[Thing], reached: Mapping[str, str]) -> Iterator[str]:
    """Yield what could have the keyboard and never gets it."""
    heard = {str(thing["id"]) for thing in things}
    for thing in things:
        wanted = {"focusable", "enabled"} <= set(thing["states"]) and thing["role"] not in OF_ANOTHER
        if wanted and str(thing["id"]) not in reached:
            yield f"no key leads to {_said(thing)}"
    yield from (f"nothing is heard of {words}" for known, words in reached.items() if known not in heard)


def _acts(thing: Thing) -> bool:
    return bool(set(thing["acts"]) - BESIDE)


def _said(thing: Thing) -> str:
    return f"{thing['role']} “{thing['name']}”"
