"""Tips: what a button does and the key that does it, shown on hover, and on focus where its face does not say them."""

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt

from ui.widgets.shown_keys import key_now

if TYPE_CHECKING:
    from PySide6.QtGui import QEnterEvent, QFocusEvent, QResizeEvent
    from PySide6.QtWidgets import QAbstractButton

    from ui.theme import Theme
    from ui.widgets.tip import Tip

    _Button = QAbstractButton
else:
    _Button = object  # it is mixed into buttons of several kinds


class Tipped(_Button):
    """A button with a tip of its words and its key, the clerk's own where there is one.

    `tells_key` says that the key stands on the face of the button, so that only cut-off words want a tip on focus.
    """

    theme: "Theme"
    key = ""
    tells_key = True
    shown_tip: "Tip | None" = None

    def tip(self) -> str:
        """Return the tip; empty where there is no key and every word can be read."""
        key = key_now(self, self.key)
        return "   ".join(filter(None, (self.text(), key))) if key or self._is_cut() else ""

    def enterEvent(self, event: "QEnterEvent") -> None:
        """Have the tip ready for when the mouse rests."""
        self.setToolTip(self.tip())
        super().enterEvent(event)

    def focusInEvent(self, event: "QFocusEvent") -> None:
        """Show what the face does not say, when the keyboard comes here."""
        super().focusInEvent(event)
        # Nobody came here by the mouse or because the window came to the front, as at the start.
        came = event.reason() not in (Qt.FocusReason.MouseFocusReason, Qt.FocusReason.ActiveWindowFocusReason)
        if came and self._wants_tip() and self.shown_tip is None:
            # The first paint does not wait for it.
            from ui.widgets.tip import Tip  # noqa: PLC0415

            self.shown_tip = Tip(self.theme, self.tip(), self)

    def focusOutEvent(self, event: "QFocusEvent") -> None:
        """Take the tip away."""
        self._drop_tip()
        super().focusOutEvent(event)

    def resizeEvent(self, event: "QResizeEvent") -> None:
        """Take the tip away once the words fit: the keyboard can come here before new words have their room."""
        super().resizeEvent(event)
        if not self._wants_tip():
            self._drop_tip()

    def _drop_tip(self) -> None:
        tip, self.shown_tip = self.shown_tip, None
        if tip is not None:
            tip.hide()
            tip.deleteLater()

    def _wants_tip(self) -> bool:
        return not self.tells_key or self._is_cut()

    def _is_cut(self) -> bool:
        return self.width() < self.sizeHint().width()
