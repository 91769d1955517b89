"""The words that came out of a rescue file: what they are, where they are now, and those that found no place."""

from collections.abc import Callable, Sequence
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QWidget

from ui.widgets.button import Button
from ui.widgets.labels import Label, Thing, column, hold, row
from ui.widgets.pane import Rule, Scroll
from ui.widgets.popup import Overlay, Popup
from wibdesk.language import say

if TYPE_CHECKING:
    from ui.context import Context
    from ui.theme import Theme
    from wibdesk.domain.recovered import Recovered

WIDTH = 720
LONGEST = 600
"""Letters of one text that are shown; all of it is copied."""


def open_recovered_card(
    context: "Context",
    window: QWidget,
    recovered: "Sequence[Recovered]",
    *,
    go: "Callable[[Recovered], None]",
    done: Callable[[], None],
) -> Overlay:
    """Lay the list over the window; `go` leads to where words are, `done` lets go of those that found no place."""
    theme, frame = context.theme, Popup(context.theme)
    overlay = Overlay(theme, window, frame, top=80)

    def leave(act: Callable[[], None]) -> None:
        overlay.close_down()
        act()

    close = Button(theme, say("Close the list"), "plain", key="Esc")
    close.clicked.connect(overlay.close_down)
    foot: list[Thing] = [None, close]
    if not all(each.put_back for each in recovered):
        forget = Button(theme, say("I have these words: remove the rescue file"), "plain", danger=True)
        forget.clicked.connect(partial(leave, done))
        foot.insert(1, forget)
    lines: list[Thing] = [_line(theme, each, partial(leave, partial(go, each))) for each in recovered]
    roll = Scroll(hold(column(theme, *lines, None, spacing=14)))
    title = Label(theme, say("Words from the rescue file"), "title", wrap=True)
    parts = (title, (roll, 1), Rule(theme), row(theme, *foot))
    frame.setLayout(column(theme, *parts, spacing=14, margins=(26, 22, 22, 18)))
    frame.setAccessibleName(title.text())
    frame.set_width(min(WIDTH, (window.width() - 40) / theme.scale))
    frame.setMinimumHeight(min(theme.px(160 + 130 * len(lines)), theme.px(560), window.height() - 40))
    overlay.open_on(close)
    return overlay


def _line(theme: "Theme", found: "Recovered", go: Callable[[], None]) -> QWidget:
    """Return one thing with its words and what can be done about it."""
    at = say("typed at {at:%H:%M:%S}", at=found.at.astimezone()) if found.at is not None else ""
    words = say("1 word") if found.words == 1 else say("{found} words", found=found.words)
    facts = ", ".join(filter(None, (found.meeting, at, words if found.words else "")))
    text = found.text if len(found.text) <= LONGEST else f"{found.text[:LONGEST]}…"
    ways: list[Thing] = []
    if found.put_back and found.meeting_id is not None:
        there = Button(theme, say("Go there"), "plain")
        there.clicked.connect(go)
        ways.append(there)
    if found.text:
        copy = Button(theme, say("Copy the words"), "quiet")
        copy.clicked.connect(lambda: QGuiApplication.clipboard().setText(found.text))
        ways.append(copy)
    said: list[Thing] = [Label(theme, found.what, "strong", wrap=True)]
    said += [Label(theme, facts, "small", "muted", wrap=True)] if facts else []
    said += [Label(theme, found.why, "body", "warn", wrap=True)] if found.why else []
    said += [Label(theme, text, "minutes", wrap=True)] if text else []
    return hold(column(theme, *said, row(theme, *ways, None), spacing=4))
