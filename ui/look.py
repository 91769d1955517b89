"""The clerk's choices of look: colours, text, caret, movement; kept and applied at once."""

from typing import TYPE_CHECKING, Any

from ui.theme import Theme
from wibdesk.language import later, say, say_pairs
from wibdesk.settings import Preferences, Settings

if TYPE_CHECKING:
    from ui.widgets.choice import Choice

AS_SYSTEM = later("As the system")
SIZES = (("0.0", AS_SYSTEM), ("1.0", "100 %"), ("1.25", "125 %"), ("1.5", "150 %"), ("2.0", "200 %"))
COLOURS = (
    ("system", AS_SYSTEM), ("light", later("Light")), ("dark", later("Dark")),
    ("high_contrast", later("High contrast")),
)  # fmt: skip
FACES = (("serif", later("Source Serif")), ("sans", later("Atkinson")), ("system", later("System")))
SPACING_MEANT = "spacing of lines"
SPACING = (
    ("close", later("Close", "spacing of lines")),
    ("normal", later("Normal", "spacing of lines")),
    ("open", later("Open", "spacing of lines")),
)
MOVEMENT = (("system", AS_SYSTEM), ("none", later("None")))
FOOT = (("shown", later("Shown")), ("held", later("While Ctrl is held")), ("hidden", later("Hidden")))
CARETS = (("thin", later("2 px")), ("wide", later("4 px")), ("steady", later("Steady")))


def choice_of(
    theme: Theme, settings: Settings, preference: str, name: str, options: tuple[tuple[str, str], ...]
) -> "Choice":
    """Return the choice of a preference of the look, which holds at once; other ways to change it are followed."""
    # The look is worn before the first paint; what it is chosen with is not wanted by then.
    from ui.widgets.choice import Choice  # noqa: PLC0415

    number = isinstance(getattr(Preferences(), preference), float)
    said = say_pairs(options, SPACING_MEANT if options is SPACING else "")
    choice = Choice(theme, said, str(getattr(settings.now, preference)), name=say(name))
    choice.picked.connect(lambda value: keep(theme, settings, **{preference: float(value) if number else value}))
    # A slot of the choice itself, so that a choice that is gone is never called.
    choice.follow(lambda: str(getattr(settings.now, preference)))
    return choice


def size_choice(theme: Theme, settings: Settings) -> "Choice":
    """Return the choice of the text size; it follows Ctrl + and Ctrl − too."""
    return choice_of(theme, settings, "text_scale", later("Text size"), SIZES)


def colour_choice(theme: Theme, settings: Settings) -> "Choice":
    """Return the choice of the colours."""
    return choice_of(theme, settings, "theme", later("Colours"), COLOURS)


def theme_of(settings: Settings) -> Theme:
    """Return the theme that the clerk's preferences ask for."""
    wishes = wishes_of(settings.now)
    return Theme(wishes.pop("name"), wishes.pop("scale"), **wishes)


def wishes_of(now: Preferences) -> dict[str, Any]:
    """Return the preferences as a theme takes them."""
    return {
        "name": now.theme,
        "scale": float(now.text_scale),
        "minutes_face": now.minutes_face,
        "motion": False if now.motion == "none" else None,
        "spacing": now.line_spacing,
        "caret": now.caret,
        "foot": now.key_bar,
    }


def keep(theme: Theme, settings: Settings, /, **values: object) -> None:
    """Remember preferences and wear them."""
    settings.change(**values)
    theme.switch(**wishes_of(settings.now))
