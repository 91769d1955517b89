"""The middle of the place: the settings of the chosen style, or the part of the letterhead that is chosen."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLineEdit, QStackedWidget, QWidget

from ui.panels.register_place import stacked
from ui.places.house_style.head import StyleHead
from ui.places.house_style.logo_panel import LogoPanel
from ui.places.house_style.overview import Overview
from ui.places.house_style.rows import LOGO, TEMPLATE, ChoiceRow, setting_rows
from ui.places.house_style.settings_form import SettingsForm
from ui.places.house_style.template_panel import TemplatePanel
from ui.tables import Column, Table
from ui.theme import Theme
from ui.widgets.pane import Pane, Scroll
from wibdesk.language import later, say

ROW, GROUP = 47, 34  # heights in the table of settings, lengths of the design


class Middle(Pane):
    """Shows one thing at a time: a shipped style as a table to be read, an own one as a form, template or logo."""

    def __init__(self, theme: Theme) -> None:
        super().__init__(theme, "sheet", "r")
        self.head, self.form = StyleHead(theme), SettingsForm(theme)
        self.table = Table(theme, [Column(later("Setting"))], say("Settings of this style"), height=ROW, edge=20)
        self.template, self.logo = TemplatePanel(theme), LogoPanel(theme)
        self.parts, self.style_parts = stacked(self.head, self.table, self.form, fill=2), QWidget()
        self.style_parts.setLayout(self.parts)
        self.style_page = Scroll(self.style_parts)
        self.stack = QStackedWidget()
        for page in (self.style_page, Scroll(self.template), Scroll(self.logo)):
            self.stack.addWidget(page)
        self.setLayout(stacked(self.stack))
        self.table.chosen.connect(self._follow)
        theme.changed.connect(self.fit_table)

    def show_row(self, seen: Overview, row: ChoiceRow) -> None:
        """Show what belongs to a row of the list."""
        if row.kind == TEMPLATE:
            self.template.show_file(seen.template)
            self.stack.setCurrentIndex(1)
        elif row.kind == LOGO:
            self.logo.show_file(seen.logo)
            self.stack.setCurrentIndex(2)
        else:
            self._show_style(seen, row.name)

    def first(self) -> QWidget:
        """Return what the keyboard goes to."""
        if self.stack.currentWidget() is self.style_page:
            return self.form.fields["label"].widget if self.is_editing() else self.table
        return self.template.choose_button if self.stack.currentIndex() == 1 else self.logo.choose_button

    def start(self, setting: str = "") -> None:
        """Give the keyboard to a setting of an own style, its words ready to be typed over, else to the first thing."""
        first = self.form.fields[setting].widget if setting and self.is_editing() else self.first()
        first.setFocus(Qt.FocusReason.OtherFocusReason)
        if isinstance(first, QLineEdit):
            first.selectAll()
        if setting:
            self.parts.activate()
            self.style_page.ensureWidgetVisible(first, 0, self.theme.px(80))
        else:
            self.style_page.verticalScrollBar().setValue(0)

    def is_editing(self) -> bool:
        """Say whether a style is shown that can be edited."""
        return self.stack.currentWidget() is self.style_page and not self.form.isHidden()

    def settle(self) -> None:
        """Keep what was typed and not yet kept."""
        self.form.settle()
        self.logo.settle()

    def fit_table(self) -> None:
        """Give the table the height of its rows: it scrolls with what stands above it."""
        rows = self.table.table_model.rows
        groups = sum(row.group for row in rows)
        high = groups * self.theme.px(GROUP) + (len(rows) - groups) * self.theme.px(ROW)
        self.table.setFixedHeight(high + self.table.head.height())

    def _show_style(self, seen: Overview, name: str) -> None:
        other = self.stack.currentWidget() is not self.style_page or self.head.shown != name
        own = seen.is_own(name)
        self.head.show_style(seen, name)
        if own:
            self.form.show_style(seen.styles[name])
        else:
            self.table.set_rows(setting_rows(seen.styles[name]))
            self.fit_table()
        self.form.setVisible(own)
        self.table.setVisible(not own)
        self.stack.setCurrentWidget(self.style_page)
        if other:
            self.style_page.verticalScrollBar().setValue(0)

    def _follow(self) -> None:
        row = self.table.visualRect(self.table.currentIndex())
        if self.table.hasFocus():
            middle = self.table.viewport().mapTo(self.style_parts, row.center())
            self.style_page.ensureVisible(0, middle.y(), 0, row.height())
