"""WIBDesk: minutes, attendance and actions of meetings, kept on the clerk's own disk."""

__version__ = "0.1.0"
