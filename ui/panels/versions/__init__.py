"""What an item said before: its versions by time, what differs from now, and bringing one back."""

from ui.panels.versions.panel import VersionsPanel

__all__ = ["VersionsPanel"]
