"""The settings: how the desk looks and moves, shown at once in a line of minutes."""

from typing import TYPE_CHECKING, ClassVar

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import QBoxLayout, QSizePolicy, QWidget

from ui import paint
from ui.look import colour_choice, face_choice, movement_choice, size_choice
from ui.place import Place, Where
from ui.theme import Theme
from ui.widgets.button import Button
from ui.widgets.choice import Choice
from ui.widgets.fields import LineField
from ui.widgets.labels import Label, Line, column, hold
from ui.widgets.pane import Pane, Scroll
from ui.widgets.title_bar import TitleBar
from wibdesk.spelling.loading import is_there

if TYPE_CHECKING:
    from PySide6.QtGui import QPaintEvent, QResizeEvent

    from ui.context import Context
    from wibdesk.settings import Settings

WORDS = "Phrases to put in, abbreviations to write out, and words that the spelling check knows."
OWN_KEYS = "Give a command your own key in the palette: Ctrl K, choose it, F2."
BESIDE = 720  # from this width on, a length of the design, a choice stands beside its words


class Swatch(QWidget):
    """Two lines of invented minutes in the look that is chosen."""

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self.theme = theme
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setAccessibleName("A line of minutes in this look")
        theme.changed.connect(self.updateGeometry)

    def sizeHint(self) -> QSize:
        """Return room for a title and two lines."""
        return QSize(self.theme.px(300), self.theme.px(132))

    def paintEvent(self, event: "QPaintEvent") -> None:
        """Paint an item with a paragraph and a decision, as the sheet does."""
        t, p = self.theme, QPainter(self)
        paint.box(p, self.rect(), t.sheet, t.line_strong, t.px(8))
        edge = t.px(112)
        p.fillRect(QRectF(edge, 1, 1, self.height() - 2), t.line)
        p.fillRect(QRectF(edge - 1, t.px(92), t.px(3), t.px(24)), t.ink)

        def line(top: float, margin: str, words: str, role: str, margin_role: str, tone: str) -> None:
            high = t.px(36)
            paint.text(p, t, QRectF(0, t.px(top), edge - t.px(12), high), margin, margin_role, tone, paint.RIGHT)
            room = QRectF(edge + t.px(16), t.px(top), self.width() - edge - t.px(28), high)
            paint.text(p, t, room, words, role)

        line(8, "3", "Front door", "item_title", "item_title", "muted")
        line(46, "", "Contacts had risen by nine per cent.", "minutes", "small", "muted")
        line(86, "Agreed", "One shared definition from 1 October.", "minutes_strong", "small_strong", "ink")


class SettingLine(QWidget):
    """What is chosen, a word about it, and the choice beside or below."""

    def __init__(self, theme: Theme, name: str, note: str, choice: Choice | Button) -> None:
        super().__init__()
        self.theme, self.choice = theme, choice
        said = column(theme, Label(theme, name, "strong"), Label(theme, note, "small", "muted", wrap=True), spacing=1)
        self.words = hold(said)
        self.line = Line(theme, QBoxLayout.Direction.LeftToRight, [self.words, choice, None], spacing=12)
        self.line.setAlignment(choice, Qt.AlignmentFlag.AlignVCenter)
        self.setLayout(self.line)
        theme.changed.connect(self.fold)

    def resizeEvent(self, event: "QResizeEvent") -> None:
        """Fold to the new width."""
        super().resizeEvent(event)
        self.fold()

    def fold(self) -> None:
        """Set the choice beside its words, or below them where it is narrow."""
        wide = self.width() >= self.theme.px(BESIDE)
        self.line.setDirection(QBoxLayout.Direction.LeftToRight if wide else QBoxLayout.Direction.TopToBottom)
        self.words.setMinimumWidth(self.theme.px(303) if wide else 0)
        self.words.setMaximumWidth(self.theme.px(303) if wide else 16777215)


def spelling_line(theme: Theme, settings: "Settings", *, there: bool) -> SettingLine:
    """Return the switch of the spelling check; where the dictionary is not `there`, it is off and says so."""
    now = "on" if there and settings.now.check_spelling else "off"
    choice = Choice(theme, (("on", "On"), ("off", "Off")), now, name="Check spelling while I type")
    choice.setEnabled(there)
    choice.picked.connect(lambda value: settings.change(check_spelling=value == "on"))
    note = (
        "British English, without a network. A wavy line, never a change; F7 goes to the next word."
        if there
        else "The dictionary is not installed, so nothing is checked. Set the desk up again to have it."
    )
    return SettingLine(theme, "Check spelling while I type", note, choice)


def look_lines(theme: Theme, settings: "Settings") -> list[SettingLine]:
    """Return the choices of colours, text size, face and movement."""
    told = (
        ("Colours", "The system's own can be a contrast theme too.", colour_choice),
        ("Text size", "Everything grows, the layout folds. Ctrl + and Ctrl −.", size_choice),
        ("Minutes in", "The face you write in. The Word file keeps the house style.", face_choice),
        ("Movement", "Fades of 0.1 second, or none.", movement_choice),
    )
    return [SettingLine(theme, words, note, choice(theme, settings)) for words, note, choice in told]


def clerk_line(theme: Theme, settings: "Settings") -> SettingLine:
    """Return the field for the clerk's name, kept as it is typed."""
    field = LineField(theme, settings.now.clerk)
    field.setAccessibleName("Your name")
    field.setMinimumWidth(theme.px(240))
    field.textEdited.connect(lambda words: settings.note(clerk=" ".join(words.split())))
    return SettingLine(theme, "Your name", "Stands in the story of an action and of a plan, and below a letter.", field)


class SettingsPlace(Place):
    """How the desk looks: each choice holds at once and from now on."""

    place_id: ClassVar[str] = "settings"
    word: ClassVar[str] = "Settings"
    icon: ClassVar[str] = "settings"

    def __init__(self, context: "Context") -> None:
        super().__init__(context)
        theme, settings = context.theme, context.settings
        self.lines = [*look_lines(theme, settings), spelling_line(theme, settings, there=is_there())]
        self.keeping_button = Button(theme, "Open safe keeping", icon="shield-check")
        self.keeping_button.clicked.connect(lambda: context.go("safe_keeping", Where()))
        note = "Backups and where they go, the bin, the check, a passphrase and when it locks."
        keeping = SettingLine(theme, "Safe keeping", note, self.keeping_button)
        self.words_button = Button(theme, "Open words and phrases", icon="message-square-quote")
        self.words_button.clicked.connect(lambda: context.go("words", Where()))
        words = SettingLine(theme, "Words and phrases", WORDS, self.words_button)
        self.keys_button = self._keys_button()
        context.commands.rekeyed.connect(self.show_keys)  # a method, so that it ends with the place
        self.show_keys()
        keys = SettingLine(theme, "Keys", OWN_KEYS, self.keys_button)
        self.mail_button = Button(theme, "Open the mail account", icon="mail")
        self.mail_button.clicked.connect(lambda: context.go("send", Where(note="account")))
        mail = SettingLine(theme, "E-mail", "The account that the desk sends minutes by.", self.mail_button)
        lines = (*self.lines, clerk_line(theme, settings), words, keys, mail, keeping)
        page = hold(column(theme, Swatch(theme), *lines, None, spacing=16, margins=(28, 10, 28, 24)))
        self.page = page
        theme.changed.connect(self.restyle)
        self.restyle()
        sheet = Pane(theme, "sheet")
        sheet.setLayout(column(theme, TitleBar(theme, "Settings"), (Scroll(page), 1), spacing=0))
        self.setLayout(column(theme, sheet, spacing=0))

    def keys(self) -> list[tuple[str, str]]:
        """Return the keys of the choices."""
        return [("Tab", "next"), ("← →", "choose"), ("Ctrl +", "larger text"), ("Ctrl K", "any command")]

    def enter(self, where: Where) -> None:
        """Give the keyboard to the first choice."""
        self.lines[0].choice.setFocus(Qt.FocusReason.OtherFocusReason)

    def panels(self) -> list[QWidget]:
        """Return the choices as one panel."""
        return [self.page]

    def _keys_button(self) -> Button:
        context = self.context
        button = Button(context.theme, "Put the built-in keys back", icon="keyboard")

        def put_back() -> None:
            context.commands.put_back()
            context.settings.note(keys={})

        button.clicked.connect(put_back)
        return button

    def show_keys(self) -> None:
        """Offer the built-in keys where the clerk has any own."""
        self.keys_button.setEnabled(bool(self.context.commands.own_keys))

    def restyle(self) -> None:
        """Keep the measure of the page at the text size in force."""
        self.page.setMaximumWidth(self.context.theme.px(960))
