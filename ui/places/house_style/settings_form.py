"""The settings of a style: a form by group for one's own, a table to be read for a shipped one."""

from collections.abc import Iterator
from dataclasses import replace

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from ui.places.house_style.setting_field import SettingField
from ui.theme import Theme
from ui.widgets.labels import Label, Thing, column
from wibdesk.domain.house_style import SETTINGS, HouseStyle
from wibdesk.language import say


class SettingsForm(QWidget):
    """`edited` carries the style as the fields have it, `kept` the style and the label of the setting just changed."""

    edited = Signal(object)
    kept = Signal(object, str)

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self.style_shown: HouseStyle | None = None
        self.fields = {setting.name: SettingField(theme, setting) for setting in SETTINGS}
        for one in self.fields.values():
            one.edited.connect(self._edited)
            one.finished.connect(self._finished)
        self.setLayout(column(theme, *_grouped(theme, self.fields), None, spacing=14, margins=(20, 14, 18, 24)))

    def show_style(self, style: HouseStyle) -> None:
        """Show a style in the fields; words being typed into the same style stay."""
        same = self.style_shown is not None and self.style_shown.name == style.name
        self.style_shown = style
        for name, one in self.fields.items():
            value = getattr(style, name)
            if not same or one.shown != value or not one.is_changed():
                one.show_value(value)

    def draft(self) -> HouseStyle | None:
        """Return the style as the fields have it; what cannot be read stays as it was. None when none is shown."""
        if self.style_shown is None:
            return None
        sound = {name: one.value() for name, one in self.fields.items() if not one.fault()}
        return replace(self.style_shown, **sound)  # type: ignore[arg-type]

    def settle(self) -> None:
        """Keep what was typed and not yet kept."""
        for one in self.fields.values():
            self._keep(one)

    def put_back(self) -> bool:
        """Put back what cannot be kept; say whether there was anything."""
        wrong = [one for one in self.fields.values() if one.fault()]
        for one in wrong:
            one.put_back()
        if wrong:
            self._edited()
        return bool(wrong)

    def _edited(self) -> None:
        self.edited.emit(self.draft())

    def _finished(self) -> None:
        one = self.sender()
        if isinstance(one, SettingField):
            self._keep(one)

    def _keep(self, one: SettingField) -> None:
        if self.style_shown is None or not one.settle() or not one.is_changed():
            return
        one.shown = one.value()
        self.style_shown = replace(self.style_shown, **{one.setting.name: one.shown})  # type: ignore[arg-type]
        self.kept.emit(self.style_shown, say(one.setting.label))


def _grouped(theme: Theme, fields: dict[str, SettingField]) -> Iterator[Thing]:
    """Yield the fields with the heading of each group before its first."""
    group = ""
    for one in fields.values():
        if one.setting.group != group:
            group = one.setting.group
            yield Label(theme, say(group), "heading")
        yield one
