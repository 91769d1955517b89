"""Listens to the desk as a screen reader does; runs in the Python of the system, which alone has AT-SPI.

Each line on the input is a question in JSON, {"ask": "said", "words": …}, each line on the output its answer:

    said    goes on once these words were announced, after those that were awaited before; with … what begins so
    in      goes on once the keyboard is in a thing whose name begins with these words
    with    goes on once the description of that thing begins with these words
    text    goes on once these words stand in the text that has the keyboard
    window  goes on once the window is called so
    there   goes on once a thing of this name is on the screen
    place   goes on once the rail says that one is in the place of this name
    moved   goes on once the keyboard went elsewhere since so many moves
    here    tells where the keyboard is, and how often it has moved
    all     tells every announcement so far, each with whether it was urgent
    at      goes on once the keyboard is in the thing with this id, or in what is inside it
    walk    tells every thing that is on the screen: id, path, role, name, description, states, what it can do
"""

import json
import sys

import pyatspi
from gi.repository import GLib
from tree import DEEP, WIDE, Tree

PROGRAM = "WIBDesk"
PATIENCE = 40
"""Seconds after which what is awaited will not come."""
DOUBT = 1500
"""Milliseconds of waiting after which it looks where the keyboard is: the first move may have come too early for it."""
LOOK = 20
"""Milliseconds between looks at what has no event of its own."""
STATES = {
    pyatspi.STATE_FOCUSABLE: "focusable",
    pyatspi.STATE_FOCUSED: "focused",
    pyatspi.STATE_ENABLED: "enabled",
    pyatspi.STATE_SHOWING: "showing",
    pyatspi.STATE_CHECKED: "checked",
    pyatspi.STATE_SELECTED: "selected",
    pyatspi.STATE_CHECKABLE: "checkable",
    pyatspi.STATE_EXPANDABLE: "expandable",
    pyatspi.STATE_EXPANDED: "expanded",
    pyatspi.STATE_EDITABLE: "editable",
}


class Ear:
    """Keeps what was announced and where the keyboard is, and answers when what is awaited has come."""

    def __init__(self):
        self.loop, self.said, self.awaited_to, self.here, self.moves = GLib.MainLoop(), [], 0, None, 0
        self.waiting, self.left, self.tree = None, 0, Tree()
        pyatspi.Registry.registerEventListener(self.hear, "object:announcement")
        pyatspi.Registry.registerEventListener(self.follow, "object:state-changed:focused")
        GLib.io_add_watch(sys.stdin.fileno(), GLib.PRIORITY_DEFAULT, GLib.IO_IN | GLib.IO_HUP, self.asked)
        GLib.timeout_add(LOOK, self.look)

    def hear(self, event):
        self.said.append((str(event.any_data), event.detail1 > 1))

    def follow(self, event):
        if event.detail1:
            self.here = event.source
            self.moves += 1

    def asked(self, _stream, condition):
        line = sys.stdin.readline()
        if not line:
            self.loop.quit()
            return False
        self.waiting, self.left = json.loads(line), PATIENCE * 1000
        return True

    def look(self):
        if self.waiting is not None:
            self.left -= LOOK
            if self.left % DOUBT < LOOK:
                self.look_round()
            answer = getattr(self, "tell_" + self.waiting["ask"])(self.waiting)
            if answer is None and self.left <= 0:
                answer = {"in vain": self.waiting, "said": self.said[self.awaited_to :], "here": told(self.here)}
            if answer is not None:
                self.waiting = None
                sys.stdout.write(json.dumps(answer) + "\n")
                sys.stdout.flush()
        return True

    def look_round(self):
        """Find where the keyboard is by its state alone."""
        for window in windows():
            found = focused(window, False)
            if found is not None and told(found) != told(self.here):
                self.here = found
                self.moves += 1

    def on_screen(self):
        """Return every thing of the desk that is on the screen."""
        return self.tree.walked(PROGRAM, STATES)

    def tell_said(self, asked):
        for number, (words, urgent) in enumerate(self.said[self.awaited_to :], self.awaited_to):
            if fits(words, asked["words"]):
                self.awaited_to = number + 1
                return {"words": words, "urgent": urgent}
        return None

    def tell_in(self, asked):
        here = told(self.here)
        return here if here is not None and here["name"].startswith(asked["words"]) else None

    def tell_with(self, asked):
        here = told(self.here)
        return here if here is not None and here["description"].startswith(asked["words"]) else None

    def tell_at(self, asked):
        return told(self.here) if asked["id"] in around(self.here) else None

    def tell_text(self, asked):
        words = text_of(self.here)
        return {"text": words} if asked["words"] in words else None

    def tell_there(self, asked):
        return next((thing for thing in self.on_screen() if thing["name"] == asked["words"]), None)

    def tell_moved(self, asked):
        """Go on once the keyboard went elsewhere."""
        here = told(self.here)
        return here if self.moves > asked["moves"] and here is not None else None

    def tell_here(self, _asked):
        return {"here": told(self.here), "moves": self.moves}

    def tell_all(self, _asked):
        return {"said": self.said}

    def tell_walk(self, _asked):
        return {"things": self.on_screen()}

    def tell_place(self, asked):
        marked = (thing for thing in self.on_screen() if thing["description"].endswith("you are here"))
        return next((thing for thing in marked if thing["name"].startswith(asked["words"])), None)

    def tell_window(self, asked):
        return next(({"window": window.name} for window in windows() if window.name.endswith(asked["words"])), None)


def fits(words, awaited):
    """Say whether these are the words, or begin so where what is awaited ends with an ellipsis."""
    return words.startswith(awaited[:-1]) if awaited.endswith("…") else words == awaited


def windows():
    """Return the windows of the desk."""
    desktop = pyatspi.Registry.getDesktop(0)
    desks = [program for program in desktop if program is not None and program.name == PROGRAM]
    return [window for program in desks for window in program if window is not None]


def told(thing):
    """Return what is said of a thing, None for one that is gone."""
    try:
        states = thing.getState().getStates()
        return {
            "role": thing.getRoleName(),
            "name": thing.name,
            "description": thing.description,
            "states": [word for state, word in STATES.items() if state in states],
        }
    except (GLib.GError, AttributeError, LookupError):
        return None


def focused(thing, above):
    """Return the innermost thing that has the keyboard; a row has it only while its list does."""
    here = told(thing)
    if here is None or (here["role"] != "frame" and "showing" not in here["states"]):
        return None
    has = "focused" in here["states"] and here["role"] != "filler"
    if has and here["role"] in ("list item", "table cell", "page tab") and not above:
        has = False
    inner = None
    if here["role"] != "combo box":
        children = (thing.getChildAtIndex(number) for number in range(min(thing.childCount, WIDE)))
        inner = next(filter(None, (focused(child, has) for child in children if child is not None)), None)
    return inner or (thing if has else None)


def number_of(thing):
    """Return the number by which the desk knows a thing, None where it has none."""
    last = thing.path.rpartition("/")[2]
    return int(last) if last.isdigit() else None


def around(thing):
    """Return the numbers of a thing and of everything that it stands in."""
    found = []
    try:
        while thing is not None and len(found) < DEEP:
            found.append(number_of(thing))
            thing = thing.parent
    except (GLib.GError, AttributeError, LookupError):
        pass
    return found


def text_of(thing):
    """Return the words that stand in a text, nothing for what is none."""
    try:
        return thing.queryText().getText(0, -1)
    except (GLib.GError, AttributeError, NotImplementedError):
        return ""


Ear().loop.run()
