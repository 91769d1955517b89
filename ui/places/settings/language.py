"""The choice of the language that the window speaks, from the next start on."""

from typing import TYPE_CHECKING

from ui.languages import SYSTEM, languages
from ui.widgets.fields import DropField
from wibdesk.language import later, say

if TYPE_CHECKING:
    from ui.context import Context

LANGUAGE = later("Language of the window")


class LanguageField(DropField):
    """Every language that the desk has, and that of the system."""

    def __init__(self, context: "Context") -> None:
        self.settings, self.messages = context.settings, context.messages
        super().__init__(context.theme, [(SYSTEM, say("As the system")), *languages()], self.settings.now.language)
        self.setAccessibleName(say(LANGUAGE))
        self.setMinimumWidth(context.theme.px(200))
        self.picked.connect(self.keep)
        context.theme.changed.connect(self.show_kept)  # as when the section is put back

    def keep(self, code: str) -> None:
        """Remember the language, and say when it is spoken."""
        self.settings.change(language=code)
        self.messages.say(say("The window speaks it from the next start on"))

    def show_kept(self) -> None:
        """Show the language that is remembered."""
        self.choose(self.settings.now.language)


def language_choice(context: "Context") -> LanguageField:
    """Return the field of the language."""
    return LanguageField(context)
