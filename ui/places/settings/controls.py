"""What makes the choice, field or button of a setting."""

from typing import TYPE_CHECKING

from ui.look import FOOT, choice_of, keep
from ui.place import Where
from ui.widgets.button import Button
from ui.widgets.choice import Choice
from ui.widgets.fields import LineField
from wibdesk.language import later, say
from wibdesk.spelling.loading import is_there

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget

    from ui.context import Context
    from ui.places.settings.setting import Make
    from wibdesk.settings import Settings

ON_OFF = (("on", later("On")), ("off", later("Off")))
SPELLING = later("Check spelling while I type")
NO_DICTIONARY = later("The dictionary is not installed, so nothing is checked. Set the desk up again to have it.")
WHY = "why"
"""The property of a choice that cannot be made here: the sentence that then stands in place of the setting's own."""


def look_choice(preference: str, name: str, options: tuple[tuple[str, str], ...]) -> "Make":
    """Return what makes the choice of a preference of the look."""
    return lambda context: choice_of(context.theme, context.settings, preference, name, options)


def foot_choice(context: "Context") -> Choice:
    """Return the choice of the keys at the foot; hidden, it is said how they come back."""
    choice = choice_of(context.theme, context.settings, "key_bar", later("Keys at the foot"), FOOT)

    def tell(value: str) -> None:
        if value == "hidden":
            context.messages.say(say("The keys at the foot are hidden; Ctrl / shows them all"), show)

    def show() -> None:
        keep(context.theme, context.settings, key_bar="shown")

    choice.picked.connect(tell)
    return choice


def link(words: str, icon: str, place_id: str, note: str = "") -> "Make":
    """Return what makes a button that leads to another place, or to a part of it."""

    def make(context: "Context") -> Button:
        button = Button(context.theme, say(words), icon=icon)
        button.clicked.connect(lambda: context.go(place_id, Where(note=note)))
        return button

    return make


def body_link(words: str, icon: str, place_id: str) -> "Make":
    """Return what makes a button that leads to a place with the body that was looked at last."""

    def make(context: "Context") -> Button:
        button = Button(context.theme, say(words), icon=icon)
        button.clicked.connect(lambda: context.go(place_id, Where(context.settings.now.last_body or None)))
        return button

    return make


def command(words: str, icon: str, command_id: str) -> "Make":
    """Return what makes a button that does a command."""

    def make(context: "Context") -> Button:
        button = Button(context.theme, say(words), icon=icon)
        button.clicked.connect(lambda: context.commands.run(command_id))
        return button

    return make


def spelling_choice(settings: "Settings", context: "Context", *, there: bool) -> Choice:
    """Return the switch of the spelling check; where the dictionary is not `there`, it is off and says so."""

    def now() -> str:
        return "on" if there and settings.now.check_spelling else "off"

    choice = Choice(context.theme, [(option, say(word)) for option, word in ON_OFF], now(), name=say(SPELLING))
    choice.setEnabled(there)
    choice.picked.connect(lambda value: settings.change(check_spelling=value == "on"))
    choice.follow(now)
    if not there:
        choice.setProperty(WHY, say(NO_DICTIONARY))
    return choice


def spelling(context: "Context") -> Choice:
    """Return the switch of the spelling check of this computer."""
    return spelling_choice(context.settings, context, there=is_there())


def clerk_field(context: "Context") -> LineField:
    """Return the field for the clerk's name, kept as it is typed."""
    theme, settings = context.theme, context.settings
    field = LineField(theme, settings.now.clerk)
    field.setAccessibleName(say("Your name"))
    field.setMinimumWidth(theme.px(240))
    field.textEdited.connect(lambda words: settings.note(clerk=" ".join(words.split())))
    return field


def built_in_keys(context: "Context") -> "QWidget":
    """Return the button that gives every command its built-in keys again, and undoes that."""
    return _KeysButton(context)


def put_away_remarks(context: "Context") -> Button:
    """Return the button that lets remarks that were put away be shown again."""
    button = Button(context.theme, say("Show them again"), icon="info")
    button.setEnabled(bool(context.settings.now.dismissed))

    def show() -> None:
        context.settings.note(dismissed={})
        button.setEnabled(False)
        context.messages.say(say("What was put away is shown again when the desk next starts"))

    button.clicked.connect(show)
    return button


def recent_forgotten(context: "Context") -> Button:
    """Return the button that forgets which registers and meetings were open of late, and undoes that."""
    settings = context.settings
    button = Button(context.theme, say("Forget them"), icon="history")
    button.setEnabled(bool(settings.now.recent_registers or settings.now.recent_meetings))

    def forget() -> None:
        now = settings.now
        settings.change(recent_registers=[], recent_meetings={})
        button.setEnabled(False)

        def undo() -> None:
            settings.change(recent_registers=now.recent_registers, recent_meetings=now.recent_meetings)
            button.setEnabled(True)

        context.messages.say(say("What was open of late is forgotten"), undo)

    button.clicked.connect(forget)
    return button


class _KeysButton(Button):
    """Puts the built-in keys back; off where the clerk has no key of their own."""

    def __init__(self, context: "Context") -> None:
        super().__init__(context.theme, say("Put the built-in keys back"), icon="keyboard")
        self.commands, self.settings, self.messages = context.commands, context.settings, context.messages
        self.clicked.connect(self.put_back)
        self.commands.rekeyed.connect(self.show_state)  # a method, so that it ends with the button
        self.show_state()

    def put_back(self) -> None:
        """Give every command its built-in keys, and offer to undo that."""
        before, commands, settings = dict(self.commands.own_keys), self.commands, self.settings
        commands.put_back()
        settings.note(keys={})

        def undo() -> None:
            for command_id, key in before.items():
                commands.rekey(command_id, key)
            settings.note(keys=before)

        self.messages.say(say("The built-in keys are back"), undo)

    def show_state(self) -> None:
        """Offer the built-in keys where the clerk has any own."""
        self.setEnabled(bool(self.commands.own_keys))
