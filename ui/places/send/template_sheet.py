"""One template in full: for whom, subject and words, and what they come to for a meeting as they are typed."""

from collections.abc import Mapping

from ui.places.send.letter import MEASURE, Words
from ui.theme import Theme
from ui.widgets.button import Button
from ui.widgets.choice import Choice
from ui.widgets.fields import Field, LineField
from ui.widgets.labels import Label, Line, column, hold, row
from ui.widgets.pane import Pane, Rule, Scroll
from wibdesk.domain.mail import MailKind, MailTemplate
from wibdesk.domain.mail_words import SLOTS, filled, filled_line, signed
from wibdesk.language import say

BODY, EVERY = "body", "every"


class TemplateSheet(Pane):
    """The fields of a template; `base` is what they showed first, `refused` that it could not be kept as typed."""

    def __init__(self, theme: Theme) -> None:
        super().__init__(theme, "sheet", "l")
        self.base: MailTemplate | None = None
        self.body_id, self.refused, self.signature, self.values = "", False, "", dict[str, str]()
        self.whose = Choice(theme, ((BODY, say("This body")), (EVERY, say("Every body"))), EVERY, name=say("For"))
        self.subject, self.words = LineField(theme), Words(theme)
        self.subject_field = Field(theme, say("Subject"), self.subject)
        self.words_field = Field(theme, say("Words"), self.words, _slot_words())
        self.keep_button = Button(theme, say("Keep the template"), "primary", key="Ctrl Enter")
        self.back_button = Button(theme, say("Back to the words before"), icon="undo-2")
        self.sample_subject = Label(theme, "", "strong", wrap=True)
        self.sample = Label(theme, "", "minutes", "muted", wrap=True)
        self.page = hold(self._column())
        self.setLayout(column(theme, (Scroll(self.page), 1), spacing=0))
        self.subject.textChanged.connect(self.show_sample)
        self.words.textChanged.connect(self.show_sample)
        theme.changed.connect(self.measure)
        self.measure()

    def show_template(self, held: MailTemplate, signature: str, values: Mapping[str, str], body_id: str) -> None:
        """Show a template; `signature` and `values` make its sample, `body_id` is this body."""
        self.base, self.refused, self.body_id = held, False, body_id
        self.signature, self.values = signature, dict(values)
        self.whose.choose(BODY if held.body_id else EVERY)
        self.subject_field.setVisible(held.kind is not MailKind.SIGNATURE)
        self.subject.setText(held.subject)
        self.subject.setCursorPosition(0)
        self.words.setPlainText(held.words)
        self.words_field.set_trouble()
        self.back_button.setVisible(not is_shipped(held))
        self.show_sample()

    def show_sample(self) -> None:
        """Show what the words come to for this meeting."""
        own = self.base is not None and self.base.kind is MailKind.SIGNATURE
        words = filled(self.words.toPlainText(), self.values)
        self.sample.setText(words if own else signed(words, filled(self.signature, self.values)))
        self.sample_subject.setText("" if own else filled_line(self.subject.text(), self.values))
        self.sample_subject.setVisible(not own)

    def is_changed(self) -> bool:
        """Say whether something was typed that is not kept."""
        base, typed = self.base, self.typed()
        if base is None or typed is None:
            return False
        return (base.subject, base.words, base.body_id) != (typed.subject, typed.words, typed.body_id)

    def typed(self) -> MailTemplate | None:
        """Return the template as typed: the one shown where it is still for the same, else one of its own."""
        base = self.base
        if base is None:
            return None
        body_id = self.body_id if self.whose.chosen() == BODY else None
        more = {"id": base.id} if base.body_id == body_id and not is_shipped(base) else {}
        return MailTemplate(base.kind, self.subject.text(), self.words.toPlainText(), body_id, **more)

    def took(self, before: MailTemplate, kept: MailTemplate) -> None:
        """Take what was kept as what the fields began with, unless they show another template by now."""
        if self.base is before:
            self.base = kept

    def refuse(self, error: BaseException) -> None:
        """Say at the words why they cannot be kept."""
        self.refused = True
        self.words_field.set_trouble(str(error))

    def measure(self) -> None:
        """Keep the measure of the page at the text size in force."""
        self.page.setMaximumWidth(self.theme.px(MEASURE))

    def _column(self) -> Line:
        theme = self.theme
        whose = column(theme, Label(theme, say("For"), "small_strong"), self.whose, spacing=4)
        buttons = row(theme, self.keep_button, self.back_button, None)
        head = Label(theme, say("A sample of this meeting"), "small_strong")
        sample = column(theme, head, self.sample_subject, self.sample, spacing=6)
        parts = (whose, self.subject_field, self.words_field, buttons, Rule(theme), sample, None)
        return column(theme, *parts, spacing=14, margins=(28, 16, 28, 24))


def is_shipped(template: MailTemplate) -> bool:
    """Say whether a template is the desk's own."""
    return template.id.startswith("shipped-")


def _slot_words() -> str:
    """Return what may stand in braces, each with what it stands for."""
    slots = "; ".join(f"{{{slot}}} {say(what)}" for slot, what in SLOTS.items())
    return say("Slots: {slots}.", slots=slots)
