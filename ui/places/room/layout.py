"""Where the panels of the room stand: beside the sheet where there is width for them, over it where there is not."""

from PySide6.QtCore import QRect
from PySide6.QtWidgets import QHBoxLayout, QWidget

from ui.panels.versions import VersionsPanel
from ui.places.room.agenda_panel import AgendaPanel
from ui.places.room.pages_panel import PagesPanel
from ui.places.room.sheet import SheetPanel
from ui.places.room.side_panel import SidePanel
from ui.theme import Theme
from wibdesk.settings import Settings

AGENDA, SIDE, PAGES, VERSIONS = "agenda", "side", "pages", "versions"
GIVES_WAY = {"standard": (SIDE,), "compact": (SIDE, AGENDA)}
"""By layout, the panels in whose place the pages stand."""
SHEET_LEAST, PAGES_LEAST, PAGES_MOST, VERSIONS_MOST = 520, 280, 680, 440
"""Widths of the design: pages and versions take what the sheet can spare."""

Parts = tuple[AgendaPanel, SheetPanel, PagesPanel, SidePanel, VersionsPanel]


class RoomLayout:
    """Lays out the panels by the width of the window; remembers for each layout what is folded away."""

    def __init__(self, place: QWidget, theme: Theme, settings: Settings, parts: Parts) -> None:
        self.place, self.theme, self.settings = place, theme, settings
        self.agenda, self.sheet, self.pages, self.side, self.versions = parts
        self.size = "standard"
        self.furnished = False  # whether there is a meeting for the panels to show
        self.alone = False  # focus mode: nothing stands beside the sheet
        self.over: str | None = None  # the panel that lies over the sheet just now
        self.versions_wished = False  # they stand beside the sheet until they are put away
        self.panels: dict[str, QWidget] = {
            AGENDA: self.agenda, SIDE: self.side, PAGES: self.pages, VERSIONS: self.versions,
        }  # fmt: skip
        self.row = QHBoxLayout(place)
        self.row.setContentsMargins(0, 0, 0, 0)
        self.row.setSpacing(0)
        for widget in parts:
            self.row.addWidget(widget, 1 if widget is self.sheet else 0)

    def settle(self) -> bool:
        """Take the layout for the width of the window; say whether it is another than before."""
        size = self.theme.tier(self.place.window().width())
        other, self.size = size != self.size, size
        if other:
            self.over = None
        compact = size in ("compact", "single")
        self.agenda.set_compact(compact)
        self.side.set_compact(compact)
        self.sheet.set_size(size)
        self._place_panels()
        return other

    def furnish(self, furnished: bool) -> None:
        """Show the panels, or leave them away while no meeting is in the room."""
        if furnished != self.furnished:
            self.furnished, self.over = furnished, None
            self._place_panels()

    @property
    def bare(self) -> bool:
        """Say whether the sheet stands by itself, so that panels open over it."""
        return self.size == "single" or self.alone

    def leave_alone(self, alone: bool) -> None:
        """Take away all that stands beside the sheet, or bring it back as it was."""
        self.alone, self.over = alone, None
        self._place_panels()

    def docked(self, name: str) -> bool:
        """Say whether a panel stands beside the sheet."""
        if self.bare or not self.furnished:
            return False
        return self.versions_wished if name == VERSIONS else not self.folded(name) and not self.gives_way(name)

    def gives_way(self, name: str) -> bool:
        """Say whether the pages, or the versions, stand in the place of a panel."""
        in_its_place = (SIDE, PAGES, AGENDA) if self.size == "compact" else (SIDE, PAGES)
        if name in in_its_place and self.docked(VERSIONS):
            return True
        return name in GIVES_WAY.get(self.size, ()) and self.docked(PAGES)

    def folded(self, name: str) -> bool:
        """Say whether the clerk folded a panel away in this layout; the pages are, until they are wished."""
        return self.settings.now.folded.get(f"{self.size} {name}", name == PAGES)

    def fold(self, name: str) -> bool:
        """Fold a panel away, or bring it back, the pages out of its place; return whether it is folded now."""
        displaced = self.gives_way(name)
        folded = not displaced and not self.folded(name)
        chosen = {PAGES: True, name: folded} if displaced else {name: folded}
        self.versions_wished = self.versions_wished and name == AGENDA and not displaced
        kept = {f"{self.size} {panel}": away for panel, away in chosen.items()}
        self.settings.change(folded={**self.settings.now.folded, **kept})
        self.over = None
        self._place_panels()
        return folded

    def bring(self, name: str) -> None:
        """Show a panel: over the sheet where it has no place beside it."""
        self.over = None if self.docked(name) else name
        self._place_panels()

    def show_versions(self, shown: bool) -> None:
        """Show the versions of the item in place of attendance and pages, or put them away."""
        self.versions_wished = shown
        self.over = VERSIONS if shown and self.bare else None
        self._place_panels()

    def put_away(self) -> None:
        """Take away what lies over the sheet."""
        if self.over is not None:
            self.over = None
            self._place_panels()

    def _place_panels(self) -> None:
        for name, panel in self.panels.items():
            docked, wide = self.docked(name), self._width(name)
            panel.setFixedWidth(wide)
            if docked and self.row.indexOf(panel) < 0:
                after = self.row.indexOf(self.sheet) + 1
                beside = {AGENDA: 0, PAGES: after, VERSIONS: after}
                self.row.insertWidget(beside.get(name, self.row.count()), panel)
            elif not docked:
                self.row.removeWidget(panel)
                left = 0 if name == AGENDA else self.place.width() - wide
                panel.setGeometry(QRect(left, 0, wide, self.place.height()))
                panel.raise_()
            panel.setVisible(docked or self.over == name)

    def _width(self, name: str) -> int:
        if name == PAGES:
            return self._pages_width()
        if name == VERSIONS:
            return self._versions_width()
        sizes = self.theme.tokens["size"]
        compact = self.size == "compact"
        design = sizes[f"{name}_compact"] if compact else sizes[name]
        if self.size == "wide" and name == AGENDA:
            design += 24
        return min(self.theme.px(design), max(self.place.width() - self.theme.px(24), 1))

    def _pages_width(self) -> int:
        t, place = self.theme, self.place.width()
        if not self.docked(PAGES):
            return max(place, 1)
        taken = sum(self._width(name) for name in (AGENDA, SIDE) if self.docked(name))
        return max(min(place - taken - t.px(SHEET_LEAST), t.px(PAGES_MOST)), t.px(PAGES_LEAST))

    def _versions_width(self) -> int:
        t, place = self.theme, self.place.width()
        if not self.docked(VERSIONS):
            return max(place, 1)
        taken = self._width(AGENDA) if self.docked(AGENDA) else 0
        return max(min(place - taken - t.px(SHEET_LEAST), t.px(VERSIONS_MOST)), self._width(SIDE))
