"""Listens to the desk as a screen reader does; runs in the Python of the system, which alone has AT-SPI.

Each line on the input is a question in JSON, {"ask": "said", "words": …}, each line on the output its answer:

    said    goes on once these words were announced, after those that were awaited before
    in      goes on once the keyboard is in a thing whose name begins with these words
    with    goes on once the description of that thing begins with these words
    text    goes on once these words stand in the text that has the keyboard
    window  goes on once the window is called so
    there   goes on once a thing of this name is on the screen
    place   goes on once the rail says that one is in the place of this name
    moved   goes on once the keyboard went elsewhere since so many moves
    here    tells where the keyboard is, and how often it has moved
    all     tells every announcement so far, each with whether it was urgent
    walk    tells every thing that is on the screen: path, role, name, description, states
"""

import json
import sys

import pyatspi
from gi.repository import GLib

PATIENCE = 40
"""Seconds after which what is awaited will not come."""
DOUBT = 1500
"""Milliseconds of waiting after which it looks where the keyboard is: the first move may have come too early for it."""
LOOK = 40
"""Milliseconds between looks at what has no event of its own."""
DEEP, WIDE = 40, 60
"""How far the walk goes down, and how many children of a list it hears."""
STATES = {
    pyatspi.STATE_FOCUSABLE: "focusable",
    pyatspi.STATE_FOCUSED: "focused",
    pyatspi.STATE_ENABLED: "enabled",
    pyatspi.STATE_SHOWING: "showing",
    pyatspi.STATE_CHECKED: "checked",
    pyatspi.STATE_SELECTED: "selected",
}


class Ear:
    """Keeps what was announced and where the keyboard is, and answers when what is awaited has come."""

    def __init__(self):
        self.loop, self.said, self.awaited_to, self.here, self.moves = GLib.MainLoop(), [], 0, None, 0
        self.waiting, self.left = None, 0
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

    def tell_said(self, asked):
        for number, (words, urgent) in enumerate(self.said[self.awaited_to :], self.awaited_to):
            if words == asked["words"]:
                self.awaited_to = number + 1
                return {"words": words, "urgent": urgent}
        return None

    def tell_in(self, asked):
        here = told(self.here)
        return here if here is not None and here["name"].startswith(asked["words"]) else None

    def tell_with(self, asked):
        here = told(self.here)
        return here if here is not None and here["description"].startswith(asked["words"]) else None

    def tell_text(self, asked):
        words = text_of(self.here)
        return {"text": words} if asked["words"] in words else None

    def tell_there(self, asked):
        found = (thing for window in windows() for thing in walked(window, ()))
        return next((thing for thing in found if thing["name"] == asked["words"]), None)

    def tell_moved(self, asked):
        """Go on once the keyboard went elsewhere."""
        here = told(self.here)
        return here if self.moves > asked["moves"] and here is not None else None

    def tell_here(self, _asked):
        return {"here": told(self.here), "moves": self.moves}

    def tell_all(self, _asked):
        return {"said": self.said}

    def tell_walk(self, _asked):
        return {"things": [thing for window in windows() for thing in walked(window, ())]}

    def tell_place(self, asked):
        found = (thing for window in windows() for thing in walked(window, ()))
        marked = (thing for thing in found if thing["description"].endswith("you are here"))
        return next((thing for thing in marked if thing["name"].startswith(asked["words"])), None)

    def tell_window(self, asked):
        return next(({"window": window.name} for window in windows() if window.name.endswith(asked["words"])), None)


def windows():
    """Return the windows of the desk."""
    desktop = pyatspi.Registry.getDesktop(0)
    desks = [program for program in desktop if program is not None and program.name == "WIBDesk"]
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


def text_of(thing):
    """Return the words that stand in a text, nothing for what is none."""
    try:
        return thing.queryText().getText(0, -1)
    except (GLib.GError, AttributeError, NotImplementedError):
        return ""


def walked(thing, path):
    """Yield what is on the screen below a thing, each with its path from the window."""
    here = told(thing)
    if here is None or (path and "showing" not in here["states"]):
        return
    yield {**here, "path": path}
    # The list of a combo box is not open, whatever it says.
    if here["role"] == "combo box" or len(path) > DEEP:
        return
    for number in range(min(thing.childCount, WIDE)):
        child = thing.getChildAtIndex(number)
        if child is not None:
            yield from walked(child, (*path, number))


Ear().loop.run()
