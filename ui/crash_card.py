"""The card after a fault of the program: what happened, what is saved, and the ways on."""

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt

from ui.messages import Answer
from ui.widgets.button import Button
from ui.widgets.labels import Icon, Label, column, row
from ui.widgets.popup import Overlay, Popup
from wibdesk.language import later, say

if TYPE_CHECKING:
    from collections.abc import Sequence

    from PySide6.QtGui import QKeyEvent, QMouseEvent
    from PySide6.QtWidgets import QWidget

    from ui.crash import Crash
    from ui.theme import Theme
    from ui.widgets.labels import Thing

HEADING = later("A fault in WIBDesk stopped what it was doing")
AFTER = later(
    "the desk opens again at the same meeting, item and caret. "
    "The report says where in the program it happened. It holds no minutes and no names."
)
WIDTH = 620


class CrashCard(Overlay):
    """Esc and a click beside go on, where going on is safe."""

    def __init__(self, theme: "Theme", window: "QWidget", frame: Popup, *, safe: bool) -> None:
        super().__init__(theme, window, frame, top=140)
        self.safe = safe

    def keyPressEvent(self, event: "QKeyEvent") -> None:
        """Close on Esc only where the desk can go on."""
        if event.key() == Qt.Key.Key_Escape and not self.safe:
            event.accept()
            return
        super().keyPressEvent(event)

    def mousePressEvent(self, event: "QMouseEvent") -> None:
        """Close on a click beside the frame only where the desk can go on."""
        if self.safe:
            super().mousePressEvent(event)


def open_crash_card(theme: "Theme", window: "QWidget", crash: "Crash", ways: "Sequence[Answer]") -> CrashCard:
    """Lay the card over the window; `ways` are restarting, which has the keyboard, and what else can be done."""
    saved = crash.kept.everything
    tone, icon = ("good", "circle-check") if saved else ("warn", "triangle-alert")
    told = Label(theme, crash.kept.words, "strong", tone, wrap=True)
    mark = column(theme, Icon(theme, icon, tone, 20), None)
    on = say("Go on where you were, or restart") if crash.safe else say("Restart")
    after = Label(theme, f"{on}: {say(AFTER)}", "body", "muted", wrap=True)
    buttons = [_button(theme, answer) for answer in ways]
    go_on = Button(theme, say("Go on"), "plain", key="Esc")
    answers = [*buttons[:1], *([go_on] if crash.safe else []), *buttons[1:]]
    frame = Popup(
        theme,
        layout=column(
            theme,
            Label(theme, say(HEADING), "heading", wrap=True),
            row(theme, mark, (column(theme, told, None), 1), spacing=10),
            after,
            4,
            *_lines(theme, answers, window.width()),
            spacing=10,
            margins=(24, 20, 20, 18),
        ),
    )
    frame.setAccessibleName(f"{say(HEADING)}. {crash.kept.words}")
    frame.set_width(min(WIDTH, (window.width() - 40) / theme.scale))
    # A label that wraps asks for more lines than it needs as long as it does not know its width.
    inner = frame.width() - theme.px(24 + 20)
    told.setFixedHeight(told.heightForWidth(inner - theme.px(30)))
    after.setFixedHeight(after.heightForWidth(inner))
    if not crash.safe:
        go_on.deleteLater()
    card = CrashCard(theme, window, frame, safe=crash.safe)
    go_on.clicked.connect(card.close_down)
    card.open_on(buttons[0])
    return card


def _button(theme: "Theme", answer: Answer) -> Button:
    button = Button(theme, answer.words, answer.kind, key=answer.key)
    button.clicked.connect(answer.run)
    return button


def _lines(theme: "Theme", buttons: "Sequence[Button]", room: float) -> "list[Thing]":
    """Set the buttons side by side, or one below the other where the window is narrow for them."""
    wide = sum(button.sizeHint().width() for button in buttons) + theme.px(8 * len(buttons) + 44)
    if wide <= min(theme.px(WIDTH), room - 40):
        return [row(theme, *buttons, None, spacing=8)]
    return [row(theme, button, None) for button in buttons]
