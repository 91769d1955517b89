"""The window: rail, one place at a time, banners, toast and key bar; places are made on the first visit."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from PySide6.QtCore import QByteArray, QSize, Qt, QTimer
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QApplication, QHBoxLayout, QMainWindow, QStackedWidget, QVBoxLayout, QWidget

from ui.context import Context
from ui.place import Place, Where
from ui.reading_order import ReadingOrder
from ui.theme import SCALES
from ui.voice import Voice
from ui.widgets.key_bar import KeyBar
from ui.widgets.pane import Pane
from ui.widgets.rail import Rail
from ui.window_keys import give_find, window_commands
from wibdesk.language import say

if TYPE_CHECKING:
    from PySide6.QtGui import QCloseEvent

    from ui.palette import Seek
    from ui.widgets.popup import Overlay

LEAST = QSize(1024, 640)  # a lower screen than this still gets a window that fits it
FRAME = 40  # what a title bar and edges take
HELP = "help"  # the place that is open even where no other is
PROGRAM, PALETTE, KEY_CARD = "WIBDesk", "palette", "key card"


@dataclass(frozen=True)
class PlaceEntry:
    """A place that can be made: its name on the rail, and how to make it; `at` is rail, foot or hidden."""

    place_id: str
    word: str
    icon: str
    make: Callable[[Context], Place]
    at: str = "rail"
    under: str = ""  # the place of the rail that is marked while this one is shown
    key: str = ""  # the key of a place on the rail that has no number


class MainWindow(QMainWindow):
    """Shows one place at a time and works the keys that are the same everywhere."""

    def __init__(self, context: Context, entries: Sequence[PlaceEntry]) -> None:
        super().__init__()
        self.context, self.theme = context, context.theme
        self.entries = {entry.place_id: entry for entry in entries}
        self.places: dict[str, Place] = {}
        self.place: Place | None = None
        self.header: QWidget | None = None
        shown = [entry for at in ("rail", "foot") for entry in entries if entry.at == at]
        self._build()
        context.go = self.go
        self.clock = QTimer(self)
        self.clock.timeout.connect(self.update_live)
        # Written as it changes, not at the end alone: a desk that is killed comes back where it stood.
        self.clock.timeout.connect(lambda: self.context.settings.note(window_geometry=_geometry_of(self)))
        self.clock.start(10_000)
        context.commands.add(self, *window_commands(self, shown))
        context.commands.rekeyed.connect(self.update_keys)
        self.key_now = context.commands.key_now  # what stands in place of a built-in key, for what shows keys
        self.program = PROGRAM
        self.may_close: Callable[[], bool] = lambda: True
        self.seek: Seek | None = None  # looks for items, meetings and people, once a register is open
        self.barred = ""  # the place that is not left: nothing else can be shown
        self.forced = False  # a fault in the place must not keep the window open any longer
        self.setWindowTitle(PROGRAM)
        self._take_size()

    def go(self, place_id: str, where: Where | None = None) -> None:
        """Leave the place that is shown and enter another, or the same with something else to show."""
        if self.barred not in ("", place_id) and place_id != HELP:
            return
        if self.place is not None:
            self.place.leave()
        self.close_overlays()
        place = self.place = self._made(place_id)
        self.stack.setCurrentWidget(place)
        self.rail.set_current(self.entries[place_id].under or place_id)
        self.update_chrome()
        place.enter(where or Where())
        self.update_keys()
        if place_id in self.rail.entries:
            self.context.settings.note(last_place=place_id)

    def bar(self, place_id: str) -> None:
        """Show a place and no other until another is barred or `""` is: a register that is not open has none."""
        self.barred = place_id
        if place_id:
            self.go(place_id)

    def drop_places(self) -> None:
        """Take every place away with all that it shows; each is made anew on the next visit."""
        self.close_overlays()
        self._put_header(None)
        self.voice.drop_toast()
        self.voice.set_floor(self.stack)
        places, self.places, self.place = list(self.places.values()), {}, None
        for place in places:
            for widget in (place, place.header()):
                if widget is not None:
                    widget.setParent(None)
                    widget.deleteLater()
        self.setWindowTitle(self.program)

    def update_keys(self) -> None:
        """Read the keys of the place again."""
        place, now = self.place, self.context.commands.key_now
        shown = place.keys() if place is not None else []
        pairs = [(now(place, key), word) for key, word in shown if place is not None and now(place, key)]
        self.key_bar.set_pairs(pairs)
        self.key_bar.setVisible(bool(pairs) or self.place is None)

    def update_chrome(self) -> None:
        """Read title, header and rail of the place again."""
        place = self.place
        if place is None:
            return
        title = place.title()
        self.setWindowTitle(f"{title}, {self.program}" if title else self.program)
        self.rail.setVisible(place.shows_rail())
        self.voice.set_floor(place.floor())
        self._put_header(place.header())
        self.update_live()

    def update_live(self) -> None:
        """Show on the rail that a meeting runs, while another place is shown."""
        elsewhere = [place.live() for place in self.places.values() if place is not self.place]
        self.rail.set_live(next(filter(None, elsewhere), None))

    def open_palette(self) -> None:
        """Lay the command palette over the place, or put it away."""
        # Only the first use needs it: the first paint does not wait for it.
        from ui.palette import open_palette  # noqa: PLC0415

        context = self.context
        if self.close_overlays(PALETTE):
            return
        seek = None if self.barred else self.seek
        keep = lambda: context.settings.note(keys=dict(context.commands.own_keys))  # noqa: E731 - named here
        open_palette(self.theme, self, context.commands, seek=seek, keep=keep).setObjectName(PALETTE)

    def open_key_card(self) -> None:
        """Lay the card of all keys over the place, or put it away."""
        # Only the first use needs it: the first paint does not wait for it.
        from ui.key_card import open_key_card  # noqa: PLC0415

        if not self.close_overlays(KEY_CARD):
            open_key_card(self).setObjectName(KEY_CARD)

    def close_overlays(self, name: str = "") -> bool:
        """Put away what lies over the place; say whether one of this name was among it."""
        open_ones = self._overlays()
        for overlay in open_ones:
            overlay.close_down()
        return name in [overlay.objectName() for overlay in open_ones]

    def next_panel(self, step: int = 1) -> None:
        """Give the keyboard to the next panel of the place, the rail among them."""
        panels = [*(self.place.panels() if self.place is not None else []), self.rail, *self.voice.banners.values()]
        stops = [panel for panel in panels if panel.isVisible() and panel.isEnabled()]
        here = QApplication.focusWidget()
        inside = (n for n, stop in enumerate(stops) if here is not None and (stop is here or stop.isAncestorOf(here)))
        number = next(inside, -1 if step > 0 else 0)
        if stops and not self._overlays():
            _focus(stops[(number + step) % len(stops)])

    def scale_text(self, step: int) -> None:
        """Make the text a size larger or smaller, and remember it."""
        nearest = min(range(len(SCALES)), key=lambda n: abs(SCALES[n] - self.theme.scale))
        scale = SCALES[max(0, min(nearest + step, len(SCALES) - 1))]
        self.context.settings.change(text_scale=scale)
        self.theme.switch(scale=scale)
        self.context.messages.say(say("Text size {scale:.0%}", scale=scale).replace("%", " %"))

    def undo(self) -> None:
        """Take back what the toast tells of, else the last thing done in the register."""
        if not self.voice.undo_said():
            self.context.operations.undo()

    def closeEvent(self, event: "QCloseEvent") -> None:
        """Let the place put away what is half done, and remember the window."""
        event.ignore()  # a fault in what follows must not close the window over words that are nowhere else
        if self.place is not None and not self.forced:
            self.place.leave()
        if not self.may_close():
            return
        self.context.settings.change(window_geometry=_geometry_of(self))
        event.accept()
        super().closeEvent(event)

    def _build(self) -> None:
        theme, entries = self.theme, self.entries.values()
        names = {at: [(e.place_id, say(e.word), e.icon) for e in entries if e.at == at] for at in ("rail", "foot")}
        self.rail = Rail(theme, names["rail"], names["foot"], keys={e.place_id: e.key for e in entries})
        self.rail.wished.connect(self.go)
        self.stack = QStackedWidget()
        self.stack.addWidget(Pane(theme, "sheet"))
        self.voice = Voice(theme, self.context.messages, self, self.stack)
        self.key_bar = KeyBar(theme)
        middle = QHBoxLayout()
        middle.setSpacing(0)
        middle.addWidget(self.rail)
        middle.addWidget(self.stack, 1)
        frame = ReadingOrder()
        self.frame = QVBoxLayout(frame)
        self.frame.setContentsMargins(0, 0, 0, 0)
        self.frame.setSpacing(0)
        self.frame.addWidget(self.voice.slot)
        self.frame.addLayout(middle, 1)
        self.frame.addWidget(self.key_bar)
        self.setCentralWidget(frame)

    def _made(self, place_id: str) -> Place:
        if place_id not in self.places:
            place = self.places[place_id] = self.entries[place_id].make(self.context)
            place.keys_changed.connect(self.update_keys)
            place.chrome_changed.connect(self.update_chrome)
            self.stack.addWidget(place)
            give_find(self, place)
        return self.places[place_id]

    def _put_header(self, header: QWidget | None) -> None:
        if header is self.header:
            return
        if self.header is not None:
            self.header.hide()
            self.frame.removeWidget(self.header)
        self.header = header
        if header is not None:
            self.frame.insertWidget(0, header)
            header.show()

    def _overlays(self) -> "list[Overlay]":
        # The first paint does not wait for it.
        from ui.widgets.popup import Overlay  # noqa: PLC0415

        found = self.findChildren(Overlay, options=Qt.FindChildOption.FindDirectChildrenOnly)
        return [overlay for overlay in found if overlay.isVisible()]

    def show_fitting(self) -> None:
        """Show the window, filling a screen that its frame would not fit into, as on a small laptop."""
        room = self.screen().availableGeometry().size() - self.size()
        small = min(room.width(), room.height()) < FRAME
        if small and not self.windowState() and QGuiApplication.platformName() != "offscreen":
            self.showMaximized()
        else:
            self.show()

    def _take_size(self) -> None:
        screen = QApplication.primaryScreen().availableGeometry().size()
        self.setMinimumSize(LEAST.boundedTo(screen))
        self.resize(QSize(1280, 800).boundedTo(screen))
        known = self.context.settings.now.window_geometry
        if known:
            self.restoreGeometry(QByteArray.fromBase64(known.encode("ascii", "ignore")))


def _geometry_of(window: QMainWindow) -> str:
    return bytes(window.saveGeometry().toBase64().data()).decode("ascii")


def _focus(widget: QWidget) -> None:
    if widget.focusPolicy() == Qt.FocusPolicy.NoFocus and widget.focusProxy() is None:
        inside = [w for w in widget.findChildren(QWidget) if w.focusPolicy() & Qt.FocusPolicy.TabFocus]
        widget = next((w for w in inside if w.isVisible()), widget)
    widget.setFocus(Qt.FocusReason.OtherFocusReason)
