"""Reads all that AT-SPI tells of what is on the screen, a whole level of the tree at once; runs in the system's Python.

One question after the other, as a screen reader asks about the one thing it is at, would take seconds for a window.
"""

from contextlib import suppress

from gi.repository import Gio, GLib

ACCESSIBLE, ACTION = "org.a11y.atspi.Accessible", "org.a11y.atspi.Action"
ROOT = "/org/a11y/atspi/accessible/root"
PATIENCE = 20000
"""Milliseconds after which an answer will not come."""
ROLES = {"cell": "table cell"}
"""Qt's own names of roles, where the usual ones are others."""
DEEP, WIDE = 40, 60
"""How far the walk goes down, and how many children of a list it hears."""


class Tree:
    """The bus on which the programs tell what they show."""

    def __init__(self):
        session = Gio.bus_get_sync(Gio.BusType.SESSION)
        bus = ("org.a11y.Bus", "/org/a11y/bus", "org.a11y.Bus", "GetAddress")
        (address,) = session.call_sync(*bus, None, None, Gio.DBusCallFlags.NONE, PATIENCE).unpack()
        flags = Gio.DBusConnectionFlags.AUTHENTICATION_CLIENT | Gio.DBusConnectionFlags.MESSAGE_BUS_CONNECTION
        self.bus = Gio.DBusConnection.new_for_address_sync(address, flags)

    def walked(self, program, states):
        """Return the things on the screen of the programs of a name, each a dict; `states` names bits of the state."""
        ((desks,),) = self._answers([("org.a11y.atspi.Registry", ROOT, ACCESSIBLE, "GetChildren", None)])
        named = self._answers([_property(*desk, "Name") for desk in desks])
        level = [(desk, ()) for desk, name in zip(desks, named, strict=True) if name == (program,)]
        found, depth = [], 0
        while level and depth < DEEP:
            told = self._told([thing for thing, _ in level], states)
            below = []
            for (_, path), (here, children) in zip(level, told, strict=True):
                if path:
                    found.append({**here, "path": path})
                if len(path) < 2 or ("showing" in here["states"] and here["role"] != "combo box"):
                    below += [(child, (*path, number)) for number, child in enumerate(children[:WIDE])]
            level, depth = below, depth + 1
        return [thing for thing in found if len(thing["path"]) == 1 or "showing" in thing["states"]]

    def _told(self, things, states):
        """Return for each thing what it tells, and its children."""
        asked = []
        for thing in things:
            asked += [_property(*thing, "Name"), _property(*thing, "Description")]
            asked += [(*thing, ACCESSIBLE, verb, None) for verb in ("GetRoleName", "GetState", "GetChildren")]
            asked.append((*thing, ACTION, "GetActions", None))
        answers = iter(self._answers(asked))
        for thing, name, description, role, bits, children, acts in zip(things, *[answers] * 6, strict=False):
            low, high = bits[0] if bits else (0, 0)
            known = [word for state, word in states.items() if (low | high << 32) >> int(state) & 1]
            last = thing[1].rpartition("/")[2]
            here = {
                "id": int(last) if last.isdigit() else None,
                "role": ROLES.get(role[0], role[0]) if role else "",
                "name": name[0] if name else "",
                "description": description[0] if description else "",
                "states": known,
                "acts": [act[0] for act in acts[0]] if acts else [],
            }
            yield here, children[0] if children else []

    def _answers(self, asked):
        """Ask all at once; return the answers in order, nothing for what has no answer."""
        answers, loop, left = [()] * len(asked), GLib.MainLoop(), len(asked)

        def came(bus, result, number):
            nonlocal left
            with suppress(GLib.GError):  # it is gone, or nothing can be done with it
                answers[number] = bus.call_finish(result).unpack()
            left -= 1
            if not left:
                loop.quit()

        for number, call in enumerate(asked):
            self.bus.call(*call, None, Gio.DBusCallFlags.NONE, PATIENCE, None, came, number)
        if left:
            loop.run()
        return answers


def _property(name, path, word):
    wish = GLib.Variant("(ss)", (ACCESSIBLE, word))
    return (name, path, "org.freedesktop.DBus.Properties", "Get", wish)
