"""How the window says what Messages carries: a toast, banners, a question over the place, an announcement.

The widgets that speak are imported when there is first something to say: the first paint does not wait for them.
"""

from collections.abc import Callable
from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QObject, QPoint
from PySide6.QtWidgets import QAbstractScrollArea, QStackedWidget, QVBoxLayout, QWidget

from ui.announcing import announce
from ui.commands import sequence
from ui.messages import Answer, Messages, Question, Trouble
from ui.theme import Theme
from wibdesk.language import say

if TYPE_CHECKING:
    from ui.widgets.banner import Banner
    from ui.widgets.button import Button
    from ui.widgets.toast import Toast


NARROW = 240  # a toast is not broken into lines shorter than this, a length of the design


class Voice(QObject):
    """Shows what is said: banners in `slot`, the toast at the foot of `floor`, questions over `window`."""

    def __init__(self, theme: Theme, messages: Messages, window: QWidget, floor: QWidget) -> None:
        super().__init__(window)
        self.theme, self.window, self.floor = theme, window, floor
        self.banners: dict[str, Banner] = {}
        self.toast: Toast | None = None
        self.slot = QWidget()
        self.line = QVBoxLayout(self.slot)
        self.line.setContentsMargins(0, 0, 0, 0)
        self.line.setSpacing(0)
        floor.installEventFilter(self)
        messages.said.connect(self.show_toast)
        messages.troubled.connect(self.show_banner)
        messages.settled.connect(self.take_banner)
        messages.asked.connect(self.show_question)
        messages.announced.connect(self.announce)
        theme.changed.connect(self.place_toast)

    def show_toast(self, words: str, undo: Callable[[], None] | None) -> None:
        """Show what was done in place of what was said before."""
        from ui.widgets.toast import Toast  # noqa: PLC0415 - see above

        self.drop_toast()
        self.toast = Toast(self.theme, words, undo, self._ground())
        self.toast.gone.connect(self.drop_toast)
        self.toast.moved_on.connect(self.place_toast)
        self.place_toast()
        self.toast.raise_()
        self.announce(say("{words}. Control Z undoes.", words=words) if undo else words, urgent=False)

    def set_floor(self, floor: QWidget) -> None:
        """Let toasts stand on another widget; the one that is shown goes along."""
        if floor is self.floor:
            return
        self.floor.removeEventFilter(self)
        self.floor = floor
        floor.installEventFilter(self)
        if self.toast is not None and self.toast.undo is None:
            self.drop_toast()  # it told of what was seen where the clerk was
        if self.toast is not None:
            self.toast.setParent(self._ground())
            self.place_toast()

    def drop_toast(self) -> None:
        """Take the toast away."""
        if self.toast is not None:
            toast, self.toast = self.toast, None
            toast.hide()
            toast.deleteLater()

    def undo_said(self) -> bool:
        """Take back what the toast tells of; say whether it offered that."""
        if self.toast is None or self.toast.undo is None:
            return False
        self.toast.take_back()
        return True

    def place_toast(self) -> None:
        """Put the toast at the bottom left of the place, or where it hides no caret, list, heading or button."""
        if self.toast is not None:
            from ui.widgets.toast import free_spot, uncovered  # noqa: PLC0415 - see above

            edge = self.theme.px(20)
            self.toast.fit(max(uncovered(self.floor).width() - 2 * edge, self.theme.px(NARROW)))
            spot = free_spot(self.floor, self.toast, edge, self.theme.px(8))
            foot = QPoint(edge, self.floor.height() - self.toast.height() - edge)
            self.toast.move(self.floor.mapTo(self._ground(), spot or foot))
            self.toast.raise_()  # a page that came to the fore since lies over it
            self.toast.setVisible(spot is not None)  # what it would hide is wanted more; Ctrl Z works all the same

    def show_banner(self, trouble: Trouble) -> None:
        """Show a trouble; the same trouble again is not announced twice."""
        from ui.widgets.banner import Banner, tone_of  # noqa: PLC0415 - see above

        known = self.banners.get(trouble.source)
        before = known.accessibleName() if known is not None else ""
        asked = [answer.words for answer in trouble.answers]
        if known is not None and known.tone == tone_of(trouble.tone) and [b.text() for b in known.buttons] == asked:
            known.say(trouble.heading, trouble.words)  # a button of it may have the keyboard
            return
        self.take_banner(trouble.source)
        buttons = [self._button(answer) for answer in trouble.answers]
        banner = Banner(self.theme, trouble.heading, trouble.words, buttons, tone=trouble.tone)
        self.banners[trouble.source] = banner
        self.line.addWidget(banner)
        banner.show()
        if banner.accessibleName() != before:
            self.announce(banner.accessibleName(), urgent=trouble.tone != "note")

    def take_banner(self, source: str) -> None:
        """Take the banner of this source away."""
        banner = self.banners.pop(source, None)
        if banner is not None:
            self.line.removeWidget(banner)
            banner.hide()
            banner.deleteLater()

    def show_question(self, question: Question) -> None:
        """Lay a question over the window; the safe answer has the keyboard, Esc gives it."""
        from ui.question import open_question  # noqa: PLC0415 - see above

        open_question(self.theme, self.window, question)
        self.announce(f"{question.heading} {question.words}", urgent=True)

    def announce(self, words: str, urgent: bool) -> None:
        """Have a screen reader say the words: at once when it is urgent, else when it has a moment."""
        announce(self.window, words, urgent=urgent)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Keep the toast at the foot when the place changes its size or moves."""
        if event.type() in (QEvent.Type.Resize, QEvent.Type.Move):
            self.place_toast()
        return super().eventFilter(watched, event)

    def _ground(self) -> QWidget:
        """Return what the toast is a child of: of a list only rows are heard, and of a stack only its pages."""
        ground = self.floor
        while isinstance(ground, (QAbstractScrollArea, QStackedWidget)) and (around := ground.parentWidget()):
            ground = around
        return ground

    def _button(self, answer: Answer) -> "Button":
        from ui.widgets.button import Button  # noqa: PLC0415 - see above

        button = Button(self.theme, answer.words, answer.kind, key=answer.key)
        if answer.key:
            button.setShortcut(sequence(answer.key))
        button.clicked.connect(answer.run)
        return button
