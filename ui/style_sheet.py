"""The few rules that real fields, scroll bars and tips need; everything else paints itself."""

from collections.abc import Callable, Mapping


def style_sheet(colours: Mapping[str, str], px: Callable[[float], int], focus: int) -> str:
    """Return the style sheet for these colours (token to #rrggbb), this scale and this width of the focus line."""
    c, inner = colours, focus - 1
    return f"""
    QLineEdit, QComboBox, QPlainTextEdit#field {{ background: {c["sheet"]}; color: {c["ink"]};
        border: 1px solid {c["line_strong"]}; border-radius: {px(5)}px; padding: {px(5)}px {px(9)}px;
        min-height: {px(20)}px; selection-background-color: {c["text_selection"]};
        selection-color: {c["on_text_selection"]}; }}
    QPlainTextEdit#field {{ padding: {px(4)}px {px(5)}px; }}
    QLineEdit:focus, QComboBox:focus {{ border: {focus}px solid {c["focus"]};
        padding: {px(5) - inner}px {px(9) - inner}px; }}
    QPlainTextEdit#field:focus {{ border: {focus}px solid {c["focus"]}; padding: {px(4) - inner}px {px(5) - inner}px; }}
    QLineEdit:disabled, QComboBox:disabled, QPlainTextEdit#field:disabled {{ color: {c["disabled"]};
        border-color: {c["line"]}; }}
    QLineEdit[trouble="true"] {{ border-color: {c["bad"]}; }}
    QComboBox {{ combobox-popup: 0; }}
    QComboBox::drop-down {{ border: 0; width: {px(24)}px; }}
    QComboBox::down-arrow {{ image: none; }}
    QComboBox QAbstractItemView {{ background: {c["raised"]}; color: {c["ink"]}; border: 1px solid {c["line_strong"]};
        selection-background-color: {c["selected"]}; selection-color: {c["on_selected"]}; }}
    QComboBox QAbstractItemView::item {{ min-height: {px(30)}px; padding: 0 {px(8)}px; }}
    QScrollBar:vertical {{ background: transparent; width: {px(10)}px; margin: 0; }}
    QScrollBar::handle:vertical {{ background: {c["line_strong"]}; border-radius: {px(3)}px;
        min-height: {px(28)}px; margin: 2px {px(2)}px; }}
    QScrollBar:horizontal {{ background: transparent; height: {px(10)}px; margin: 0; }}
    QScrollBar::handle:horizontal {{ background: {c["line_strong"]}; border-radius: {px(3)}px;
        min-width: {px(28)}px; margin: {px(2)}px 2px; }}
    QScrollBar::add-line, QScrollBar::sub-line, QScrollBar::add-page, QScrollBar::sub-page {{ background: none;
        height: 0; width: 0; }}
    QScrollArea, QAbstractItemView {{ border: 0; background: transparent; outline: 0; }}
    QFileDialog QHeaderView, QFileDialog QHeaderView::section {{ background: {c["raised"]}; color: {c["ink"]};
        border: 0; padding: {px(4)}px {px(6)}px; }}
    QToolTip {{ background: {c["raised"]}; color: {c["ink"]}; border: 1px solid {c["line_strong"]};
        padding: {px(4)}px {px(8)}px; }}
    """
