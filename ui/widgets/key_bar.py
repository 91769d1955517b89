"""The strip of keys at the foot, and key caps with words inside a page."""

from collections.abc import Sequence
from typing import TYPE_CHECKING

from PySide6.QtCore import QRectF, QSize
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import QSizePolicy

from ui import paint
from ui.theme import Theme
from ui.widgets.painted import Painted
from ui.widgets.shown_keys import key_now
from wibdesk.language import say

if TYPE_CHECKING:
    from PySide6.QtGui import QPaintEvent, QShowEvent

    from ui.widgets.held_ctrl import HeldCtrl

Pairs = Sequence[tuple[str, str]]


def spoken(pairs: Pairs) -> str:
    """Return pairs of key and word as one phrase for a screen reader."""
    return ", ".join(f"{key} {word}".strip() for key, word in pairs)


class KeyBar(Painted):
    """What this place answers to: pairs that fit, the last one always, at the right.

    The clerk may wish them only while Ctrl is held, when an empty strip keeps their room, or not at all.
    """

    def __init__(self, theme: Theme, pairs: Pairs = ()) -> None:
        super().__init__()
        self.theme, self.pairs = theme, list(pairs)
        self.ctrl: HeldCtrl | None = None
        theme.changed.connect(self.restyle)
        self.set_pairs(pairs)
        self.restyle()

    def set_pairs(self, pairs: Pairs) -> None:
        """Show these pairs of key and word from now on."""
        self.pairs = list(pairs)
        self.setAccessibleName(
            say("Keys here: {spoken}", spoken=spoken(self.pairs)) if self.pairs else say("Keys here")
        )
        self.update()

    def restyle(self) -> None:
        """Take the height from the theme again, none where the clerk wishes no strip."""
        self.setFixedHeight(0 if self.theme.wishes.foot == "hidden" else self.theme.size("key_bar"))
        self._watch()
        self.update()

    def showEvent(self, event: "QShowEvent") -> None:
        """Watch the keys of the window that the strip stands in by now."""
        super().showEvent(event)
        self._watch()

    def in_sight(self) -> Pairs:
        """Return the pairs that are painted just now."""
        waits = self.theme.wishes.foot == "held" and not (self.ctrl is not None and self.ctrl.held)
        return [] if waits else self.fitting()

    def fitting(self) -> Pairs:
        """Return the pairs that fit the width: in order, the last one always among them."""
        if not self.pairs:
            return []
        *others, last = self.pairs
        if self.theme.tier(self.width()) == "single":
            others = others[:2]
        room, shown = self.width() - self.theme.px(24) - self._width(last), []
        for pair in others:
            if self._width(pair) > room:
                break
            room -= self._width(pair)
            shown.append(pair)
        return [*shown, last]

    def paintEvent(self, event: "QPaintEvent") -> None:
        """Paint the pairs from the left and the last one at the right."""
        t, p, pairs = self.theme, QPainter(self), self.in_sight()
        p.fillRect(self.rect(), t.window)
        p.fillRect(0, 0, self.width(), 1, t.line)
        x: float = t.px(16)
        for pair in pairs:
            if pair is pairs[-1] and len(pairs) > 1:
                x = self.width() - self._width(pair)
            x = _pair(p, t, x, pair, self.height()) + t.px(16)

    def _watch(self) -> None:
        if self.theme.wishes.foot == "held" and self.isVisible():
            if self.ctrl is None:
                # Only a clerk who wishes it waits for it.
                from ui.widgets.held_ctrl import HeldCtrl  # noqa: PLC0415

                self.ctrl = HeldCtrl(self)
                self.ctrl.changed.connect(self.update)
            self.ctrl.start()
        elif self.ctrl is not None:
            self.ctrl.stop()

    def _width(self, pair: tuple[str, str]) -> int:
        t = self.theme
        return paint.key_cap_width(t, pair[0]) + paint.text_width(t, "small", pair[1]) + t.px(22)


class Keys(Painted):
    """Key caps with words, for dialogs and empty states."""

    def __init__(self, theme: Theme, pairs: Pairs, role: str = "small", colour: str = "muted") -> None:
        super().__init__()
        self.theme, self.pairs, self.role, self.colour = theme, list(pairs), role, colour
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self.setAccessibleName(spoken(pairs))
        theme.changed.connect(self.restyle)

    def set_pairs(self, pairs: Pairs) -> None:
        """Show these pairs of key and word from now on."""
        self.pairs = list(pairs)
        self.setAccessibleName(spoken(pairs))
        self.restyle()

    def restyle(self) -> None:
        """Take size and look from the theme again."""
        self.updateGeometry()
        self.update()

    def sizeHint(self) -> QSize:
        """Return room for every pair."""
        t = self.theme
        width = sum(
            paint.key_cap_width(t, key) + t.px(6) + (paint.text_width(t, self.role, word) + t.px(14) if word else 0)
            for key, word in self._pairs_now()
        )
        return QSize(width, t.px(24))

    def paintEvent(self, event: "QPaintEvent") -> None:
        """Paint the pairs one after the other."""
        p, x = QPainter(self), 0.0
        for pair in self._pairs_now():
            x = _pair(p, self.theme, x, pair, self.height(), self.role, self.colour) + self.theme.px(
                14 if pair[1] else 0
            )

    def _pairs_now(self) -> Pairs:
        """Return the pairs with keys that the clerk changed in place of the built-in ones."""
        return [(key_now(self, key), word) for key, word in self.pairs]


def _pair(
    p: QPainter,
    t: Theme,
    x: float,
    pair: tuple[str, str],
    height: int,
    role: str = "small",
    colour: str = "muted",
) -> float:
    key, word = pair
    x = paint.key_cap(p, t, x, height / 2, key) + t.px(6)
    width = paint.text_width(t, role, word)
    paint.text(p, t, QRectF(x, 0, width + 1, height), word, role, colour)
    return x + width
