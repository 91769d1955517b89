"""Stands for the settings of a desktop on a bus of its own: lines `color-scheme 1`, `contrast 1` change them.

Run by the system's Python, which has what the bus needs; nothing else of ours is loaded.
"""

import sys

import dbus
import dbus.service
from dbus.mainloop.glib import DBusGMainLoop
from gi.repository import GLib

SETTINGS = "org.freedesktop.portal.Settings"
LOOK = "org.freedesktop.appearance"


class Portal(dbus.service.Object):
    """Answers what the settings are, and tells of each change."""

    def __init__(self, bus):
        super().__init__(bus, "/org/freedesktop/portal/desktop")
        self.now = {"color-scheme": dbus.UInt32(2), "contrast": dbus.UInt32(0)}

    @dbus.service.method(SETTINGS, in_signature="ss", out_signature="v")
    def ReadOne(self, space, key):
        if space == LOOK and key in self.now:
            return self.now[key]
        raise dbus.DBusException("not here", name="org.freedesktop.portal.Error.NotFound")

    @dbus.service.method(SETTINGS, in_signature="ss", out_signature="v")
    def Read(self, space, key):
        return self.ReadOne(space, key)

    @dbus.service.method(SETTINGS, in_signature="as", out_signature="a{sa{sv}}")
    def ReadAll(self, spaces):
        return dbus.Dictionary({LOOK: dbus.Dictionary(self.now, signature="sv")}, signature="sa{sv}")

    @dbus.service.signal(SETTINGS, signature="ssv")
    def SettingChanged(self, space, key, value):
        pass

    def obey(self, source, condition):
        line = sys.stdin.readline()
        if not line:
            loop.quit()
            return False
        key, value = line.split()
        self.now[key] = dbus.UInt32(int(value))
        self.SettingChanged(LOOK, key, self.now[key])
        return True


DBusGMainLoop(set_as_default=True)
bus = dbus.SessionBus()
name = dbus.service.BusName("org.freedesktop.portal.Desktop", bus)
portal = Portal(bus)
loop = GLib.MainLoop()
GLib.io_add_watch(sys.stdin, GLib.IO_IN | GLib.IO_HUP, portal.obey)
print("ready", flush=True)
loop.run()
