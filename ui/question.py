"""A question about what the clerk asked for, laid over the window: it waits, and nothing else waits for it."""

from PySide6.QtWidgets import QWidget

from ui.messages import Question
from ui.theme import Theme
from ui.widgets.button import Button
from ui.widgets.labels import Label, column, row
from ui.widgets.popup import Overlay, Popup


def open_question(theme: Theme, window: QWidget, question: Question) -> Overlay:
    """Ask; the safe answer has the keyboard and Esc gives it, the other one is outlined when it takes away."""
    safe = Button(theme, question.safe.words, "plain", key="Esc")
    act = Button(theme, question.act.words, "plain", danger=question.danger)
    heading = Label(theme, question.heading, "heading", wrap=True)
    words = Label(theme, question.words, "body", "muted", wrap=True)
    answers = row(theme, None, safe, act, spacing=8)
    parts = column(theme, heading, words, answers, spacing=10, margins=(22, 18, 18, 16))
    frame = Popup(theme, layout=parts)
    frame.setAccessibleName(f"{question.heading} {question.words}")
    frame.set_width(min(theme.tokens["size"]["dialog"], (window.width() - 40) / theme.scale))
    overlay = Overlay(theme, window, frame, top=160)
    safe.clicked.connect(overlay.close_down)
    act.clicked.connect(overlay.close_down)
    act.clicked.connect(question.act.run)
    overlay.open_on(safe)
    return overlay
