"""The page beside the sections: the settings of one section, or those that fit the words to find."""

from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from ui.look import keep
from ui.places.settings.about import AboutPart
from ui.places.settings.controls import WHY
from ui.places.settings.registry import SETTINGS
from ui.places.settings.sample import Sample
from ui.places.settings.setting import SECTIONS, Setting, defaults_of
from ui.places.settings.setting_line import SettingLine
from ui.places.settings.sharing import SharingPart
from ui.widgets.button import Button
from ui.widgets.choice import Choice
from ui.widgets.empty import Empty
from ui.widgets.fields import DropField
from ui.widgets.labels import Label, column
from wibdesk.language import say

if TYPE_CHECKING:
    from collections.abc import Callable

    from ui.context import Context

MEASURE = 960  # the widest page, a length of the design
PARTS: "dict[str, Callable[[Context], SharingPart | AboutPart]]" = {"sharing": SharingPart, "about": AboutPart}
"""Sections that are more than single settings."""


class SettingsPage(QWidget):
    """Headings, lines and the sample; `put_back` follows a section that got its first values again."""

    put_back = Signal()
    takes_letters = True  # a field keeps the letters that are typed into it to itself

    def __init__(self, context: "Context") -> None:
        super().__init__()
        self.context = context
        theme = context.theme
        self.section = "look"
        self.sample = Sample(theme)
        self.headings = {name: Label(theme, say(section.word), "heading") for name, section in SECTIONS.items()}
        self.lines = {setting.setting_id: self._line(setting) for setting in SETTINGS}
        self.parts: dict[str, SharingPart | AboutPart] = {}
        self.nothing = Empty(theme, say("Nothing found"), "", edge=0)
        self.back_button = Button(theme, say("Put this section back"), "quiet", icon="undo-2")
        self.back_button.clicked.connect(self._put_back)
        things: list[QWidget] = [self.sample]
        for name, heading in self.headings.items():
            things += [heading, *(self.lines[s.setting_id] for s in SETTINGS if s.section == name)]
        self.line = column(theme, *things, self.back_button, self.nothing, None, spacing=16, margins=(28, 10, 28, 24))
        self.setLayout(self.line)
        theme.changed.connect(self.restyle)
        self.restyle()

    def show_section(self, name: str) -> None:
        """Show one section, made the first time it is asked for where it is more than settings."""
        self.section = name
        if name in PARTS and name not in self.parts:
            self.parts[name] = PARTS[name](self.context)
            self.line.insertWidget(self.line.count() - 3, self.parts[name])
        own = name not in PARTS
        self._show({s.setting_id for s in SETTINGS if s.section == name and own}, headings=False)
        self.sample.setVisible(name == "look")
        self.back_button.setVisible(bool(self._own()))
        for part, widget in self.parts.items():
            widget.setVisible(part == name)

    def show_found(self, words: str) -> int:
        """Show the settings of all sections that fit the words, under their sections; return how many."""
        found = {setting.setting_id for setting in SETTINGS if setting.fits(words)}
        self._show(found, headings=True)
        for widget in (self.sample, self.back_button, *self.parts.values()):
            widget.hide()
        if not found:
            self.nothing.say(
                say("Nothing found"), say("No setting fits “{words}”. Esc shows the sections again.", words=words)
            )
            self.nothing.show()
        return len(found)

    def first(self) -> QWidget | None:
        """Return what takes the keyboard first: the first choice in sight, or the part."""
        part = self.parts.get(self.section)
        if part is not None and not part.isHidden():
            return part
        shown = (line.choice for line in self.lines.values() if not line.isHidden())
        return next((choice for choice in shown if choice.isEnabled()), None)

    def sharing(self) -> SharingPart:
        """Return the section for a colleague, once it was shown."""
        part = self.parts["sharing"]
        assert isinstance(part, SharingPart)
        return part

    def step_back(self) -> bool:
        """Put away what is open in the section; say whether there was anything."""
        part = self.parts.get(self.section)
        return part is not None and not part.isHidden() and part.step_back()

    def restyle(self) -> None:
        """Keep the measure of the page at the text size in force."""
        self.setMaximumWidth(self.context.theme.px(MEASURE))
        self._offer_back()

    def _line(self, setting: Setting) -> SettingLine:
        choice = setting.make(self.context)
        if isinstance(choice, Choice | DropField):
            choice.picked.connect(lambda _: self._offer_back())
        sentence = choice.property(WHY) or say(setting.sentence)
        return SettingLine(self.context.theme, say(setting.name), sentence, choice)

    def _show(self, found: set[str], *, headings: bool) -> None:
        self.nothing.hide()
        for name, line in self.lines.items():
            line.setVisible(name in found)
        headed = {setting.section for setting in SETTINGS if setting.setting_id in found}
        for name, heading in self.headings.items():
            heading.setVisible(headings and name in headed)
        self._offer_back()

    def _own(self) -> tuple[str, ...]:
        return tuple(p for s in SETTINGS if s.section == self.section for p in s.preferences if p != "clerk")

    def _offer_back(self) -> None:
        now = self.context.settings.now
        changed = any(getattr(now, name) != value for name, value in defaults_of(self._own()).items())
        self.back_button.setEnabled(changed)

    def _put_back(self) -> None:
        """Give the settings of the section the values that they came with, and offer to undo that."""
        context, own = self.context, self._own()
        before = {name: getattr(context.settings.now, name) for name in own}
        keep(context.theme, context.settings, **defaults_of(own))
        context.messages.say(
            say("{section} is as it came", section=say(SECTIONS[self.section].word)),
            lambda: keep(context.theme, context.settings, **before),
        )
        self.put_back.emit()
