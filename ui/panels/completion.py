"""Names offered below a line while it is typed, in the look of the theme."""

from collections.abc import Sequence

from PySide6.QtCore import QObject, QStringListModel, Qt
from PySide6.QtWidgets import QCompleter, QLineEdit

from ui.theme import Theme

SHOWN = 8


class Completion(QObject):
    """Offers what contains the letters typed, in any case; Down and Enter take one."""

    def __init__(self, theme: Theme, line: QLineEdit) -> None:
        super().__init__(line)
        self.theme, self.names = theme, QStringListModel(self)
        self.completer = QCompleter(self.names, line)
        self.completer.setCaseSensitivity(Qt.CaseSensitivity.CaseInsensitive)
        self.completer.setFilterMode(Qt.MatchFlag.MatchContains)
        self.completer.setMaxVisibleItems(SHOWN)
        line.setCompleter(self.completer)
        theme.changed.connect(self.restyle)
        self.restyle()

    def offer(self, names: Sequence[str]) -> None:
        """Offer these from now on."""
        self.names.setStringList(list(dict.fromkeys(names)))

    def restyle(self) -> None:
        """Give the list, a window of its own, ground and edge of the theme: the application's lists have none."""
        t = self.theme
        popup = self.completer.popup()
        assert popup is not None  # a completer in its usual mode always has one
        popup.setFont(t.font("body"))
        popup.setStyleSheet(f"""
            QAbstractItemView {{ background: {t.raised.name()}; color: {t.ink.name()};
                border: 1px solid {t.line_strong.name()}; }}
            QAbstractItemView::item {{ min-height: {t.px(28)}px; padding: 0 {t.px(8)}px; }}
            QAbstractItemView::item:selected {{ background: {t.selected.name()}; color: {t.on_selected.name()}; }}""")
