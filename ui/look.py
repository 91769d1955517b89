"""The clerk's choices of look: text size, colours, typeface of the minutes, movement; kept and applied at once."""

from ui.theme import Theme, wishes_motion
from ui.widgets.choice import Choice
from wibdesk.settings import Settings

SIZES = (("1.0", "100 %"), ("1.25", "125 %"), ("1.5", "150 %"), ("2.0", "200 %"))
COLOURS = (("system", "As the system"), ("light", "Light"), ("dark", "Dark"), ("high_contrast", "High contrast"))
FACES = (("serif", "Source Serif"), ("sans", "Atkinson"), ("system", "System"))
MOVEMENT = (("system", "As the system"), ("none", "None"))


def size_choice(theme: Theme, settings: Settings) -> Choice:
    """Return the choice of the text size; it follows Ctrl + and Ctrl − too."""
    choice = Choice(theme, SIZES, str(float(theme.scale)), name="Text size")
    choice.picked.connect(lambda value: _keep(theme, settings, text_scale=float(value)))
    _follow(theme, choice, "scale")
    return choice


def colour_choice(theme: Theme, settings: Settings) -> Choice:
    """Return the choice of the colours."""
    choice = Choice(theme, COLOURS, theme.choice, name="Colours")
    choice.picked.connect(lambda value: _keep(theme, settings, theme=value))
    _follow(theme, choice, "choice")
    return choice


def face_choice(theme: Theme, settings: Settings) -> Choice:
    """Return the choice of the typeface that minutes are written in on screen."""
    choice = Choice(theme, FACES, theme.minutes_face, name="Minutes in")
    choice.picked.connect(lambda value: _keep(theme, settings, minutes_face=value))
    return choice


def movement_choice(theme: Theme, settings: Settings) -> Choice:
    """Return the choice of movement."""
    choice = Choice(theme, MOVEMENT, settings.now.motion, name="Movement")
    choice.picked.connect(lambda value: _keep(theme, settings, motion=value))
    return choice


def theme_of(settings: Settings) -> Theme:
    """Return the theme that the clerk's preferences ask for."""
    now = settings.now
    return Theme(now.theme, now.text_scale, minutes_face=now.minutes_face, motion=wishes_motion(now.motion))


def _keep(theme: Theme, settings: Settings, /, **values: object) -> None:
    now = settings.change(**values)
    theme.switch(now.theme, now.text_scale, minutes_face=now.minutes_face, motion=wishes_motion(now.motion))


def _follow(theme: Theme, choice: Choice, attribute: str) -> None:
    # A slot of the choice itself, so that a choice that is gone is never called.
    choice.follow(lambda: str(getattr(theme, attribute)))
