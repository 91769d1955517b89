"""A house style: how a body's documents are set out, as data that can be read from a file.

The defaults are the plain accessible style. A new setting is one field here and its reading in the composer that
follows it; the editor on screen, the check of a file and the file itself follow from the field.
"""

# ruff: noqa: RUF009 - the calls declare the settings of the fields, as dataclasses.field does.

from dataclasses import dataclass, fields, replace
from typing import Any, Literal

from wibdesk.domain.date_forms import DateForm, Forms, TimeForm
from wibdesk.domain.entries import NUMBER_STYLES
from wibdesk.domain.paper_words import to_write, write
from wibdesk.domain.style_settings import Group, Setting, choice, number, setting_of, text, yes_no
from wibdesk.language import later

AttendanceForm = Literal["groups", "lines", "table"]
AttendanceOrder = Literal["listed", "chair_surname", "organisation"]
Honours = Literal["everywhere", "attendance", "never"]
Councillors = Literal["as_written", "Cllr", "Councillor"]
OwnerNames = Literal["as_written", "full", "initials", "role", "surname"]
ItemNumbers = Literal["restart", "continue", "number_year", "none"]
ItemTimes = Literal["before", "under", "never"]
MarkerEnd = Literal[":", " –"]
ActionForm = Literal["list", "table", "end", "column", "inline", "paragraph"]

_ATTENDANCE_FORMS = (
    ("groups", later("Run in by group: Present: A Bee (Chair), C Dee")),
    ("lines", later("A line for each: name, then post")),
    ("table", later("A table with organisations")),
)


_PART_2 = (
    to_write("Part 2"),
    to_write("Part II"),
    to_write("Exempt"),
    to_write("Reserved business"),
    to_write("Closed"),
)


@dataclass(frozen=True)
class HouseStyle:
    """The choices of one house style; each says for itself what it decides."""

    name: str
    label: str = text("", Group.STYLE, "Name", "What the style is called in lists.")
    about: str = text("", Group.STYLE, "Description", "One sentence that says whom the style is for.")

    minutes_title: str = text(
        to_write("Minutes of the meeting"),
        Group.TITLE,
        "Title of the minutes",
        "A meeting with a title of its own keeps that.",
    )
    held_on: str = text(
        to_write(" held on "),
        Group.TITLE,
        "Words before the date",
        "They follow a title that ends in “meeting”, with their spaces.",
    )
    at_time: str = text(", ", Group.TITLE, "Words before the time", "What stands between the date and the time.")
    venue_in_title: bool = yes_no(
        False, Group.TITLE, later("Place in the title line"), later("Otherwise the place stands on a line of its own.")
    )
    venue_words: str = text(
        "", Group.TITLE, "Words before the place", "Such as “Venue: ”, or “ in ” in the title line."
    )
    date_form: DateForm = choice(
        "long",
        Group.TITLE,
        later("Dates"),
        later("How the desk writes a date; words of your own stay as they are."),
        (
            ("long", later("Tuesday 1 August 2017")),
            ("comma", later("Tuesday, 1 August 2017")),
            ("ordinal", later("Tuesday 1st August 2017")),
            ("ordinal_comma", later("Tuesday, 1st August, 2017")),
            ("numeric", "01/08/17"),
        ),
    )
    time_form: TimeForm = choice(
        "2.30 pm",
        Group.TITLE,
        later("Times"),
        later("How the desk writes a time; words of your own stay as they are."),
        tuple((form, form) for form in ("2.30 pm", "2.30pm", "14:30", "14.30")),
    )
    draft_words: str = text(
        to_write("DRAFT, not yet approved"),
        Group.TITLE,
        "Words of a draft",
        "They stand at the head of each page until approval.",
    )

    attendance: AttendanceForm = choice(
        "table", Group.ATTENDANCE, later("Who was present"), later("How those who came are set out."), _ATTENDANCE_FORMS
    )
    absence: AttendanceForm = choice(
        "lines",
        Group.ATTENDANCE,
        later("Apologies and absences"),
        later("How those who did not come are set out."),
        _ATTENDANCE_FORMS,
    )
    attendance_order: AttendanceOrder = choice(
        "listed",
        Group.ATTENDANCE,
        later("Order of names"),
        later("In which order the people of one group stand."),
        (
            ("listed", later("As in the meeting’s own list")),
            ("chair_surname", later("The chair, then by surname")),
            ("organisation", later("By organisation")),
        ),
    )
    initials: bool = yes_no(
        False,
        Group.ATTENDANCE,
        later("Initials"),
        later("Show each person’s initials with the name, where they are known."),
    )

    councillors: Councillors = choice(
        "as_written",
        Group.NAMES,
        later("Councillors"),
        later("The title in names that the desk prints; your own sentences stay as they are."),
        (
            ("as_written", later("As written")),
            ("Cllr", later("Cllr Jane Smith")),
            ("Councillor", later("Councillor Jane Smith")),
        ),
    )
    honours: Honours = choice(
        "everywhere",
        Group.NAMES,
        later("Letters after names"),
        later("Where MBE, CBE, QPM and the like are printed."),
        (
            ("everywhere", later("Wherever the name is")),
            ("attendance", later("In the attendance list only")),
            ("never", later("Never")),
        ),
    )
    owner_names: OwnerNames = choice(
        "as_written",
        Group.NAMES,
        later("Owners of actions"),
        later("An owner who is not on the attendance list stays as written."),
        (
            ("as_written", later("As written")),
            ("full", later("Full name")),
            ("initials", later("Initials (KR)")),
            ("surname", later("Initial and surname (K Rowe)")),
            ("role", later("Role")),
        ),
    )

    capital_headings: bool = yes_no(
        False,
        Group.ITEMS,
        later("Headings in capitals"),
        later("They look like capitals; the words stay as you wrote them."),
    )
    item_numbers: ItemNumbers = choice(
        "restart",
        Group.ITEMS,
        later("Item numbers"),
        later("How new items are numbered; a number that you gave yourself stays."),
        (
            ("restart", later("1, 2, 3 at each meeting")),
            ("continue", later("On through the municipal year: 77, 78, 79")),
            ("number_year", later("Number and year: 35/20")),
            ("none", later("No numbers")),
        ),
    )
    year_starts: int = number(
        5,
        Group.ITEMS,
        later("Year begins in month"),
        later("The month, 1 to 12, in which the numbers begin again."),
        (1, 12),
    )
    exempt_suffix: str = text(
        "", Group.ITEMS, "Mark of an exempt item", "What follows the number of an exempt item, such as “/E”."
    )
    item_times: ItemTimes = choice(
        "under",
        Group.ITEMS,
        later("Clock times of items"),
        later("Where the time of an item stands."),
        (
            ("before", later("Before the heading")),
            ("under", later("Below the heading")),
            ("never", later("Not in the minutes")),
        ),
    )
    numbered_paragraphs: bool = yes_no(
        False,
        Group.ITEMS,
        later("Number the paragraphs"),
        later("33.1, 33.2 and so on; a paragraph with its own number keeps it."),
    )

    marker_on_own_line: bool = yes_no(
        True,
        Group.DECISIONS,
        later("“Resolved” on a line of its own"),
        later("Otherwise what was resolved follows in the same line."),
    )
    marker_end: MarkerEnd = choice(
        ":",
        Group.DECISIONS,
        later("Sign after “Resolved”"),
        later("A sign that you typed yourself stays."),
        ((":", later("Colon")), (" –", later("Dash"))),
    )
    marker_capitals: bool = yes_no(
        False,
        Group.DECISIONS,
        later("“Resolved” in capitals"),
        later("RESOLVED, AGREED and NOTED in place of Resolved."),
    )
    part_style: str = choice(
        "(1)",
        Group.DECISIONS,
        later("Parts of a decision"),
        later("How the parts are numbered where the decision itself does not say."),
        tuple((form, form) for form in NUMBER_STYLES),
    )

    actions: ActionForm = choice(
        "list",
        Group.ACTIONS,
        later("Actions"),
        later("Where actions stand, and how."),
        (
            ("list", later("A list where they were agreed")),
            ("table", later("A table where they were agreed")),
            ("end", later("One table at the end")),
            ("column", later("A column beside the minute")),
            ("inline", later("Bold, in line")),
            ("paragraph", later("Paragraphs with labels")),
        ),
    )
    actions_heading: str = text(
        to_write("Actions:"), Group.ACTIONS, "Heading of actions", "It stands over a list or table of them."
    )
    action_word: str = text(
        to_write("Action"), Group.ACTIONS, "Word for an action", "It opens an action in line or in a paragraph."
    )
    owner_word: str = text(
        to_write("Owner"), Group.ACTIONS, "Word for an owner", "It names the column or the label, such as “Lead”."
    )
    owners_joined_by: str = text(", ", Group.ACTIONS, "Between two owners", "What stands between joint owners.")

    part_2_label: str = choice(
        to_write("Part 2"),
        Group.EXEMPT,
        later("Word for exempt business"),
        later("It opens the line below the heading of an exempt item."),
        tuple((words, words) for words in _PART_2),
    )
    exempt_words: str = text(
        to_write("exempt under paragraph {paragraph} of Schedule 12A to the Local Government Act 1972"),
        Group.EXEMPT,
        "Reason for exemption",
        "{paragraph} is filled in from the item.",
        slot="paragraph",
    )
    exclusion_words: str = text(
        to_write(
            "That the public be excluded from the meeting for {items}, because exempt information as described in "
            "paragraph {paragraph} of Part 1 of Schedule 12A to the Local Government Act 1972 is likely to be "
            "disclosed, and the public interest in withholding it outweighs that in disclosing it."
        ),
        Group.EXEMPT,
        "Excluding the public",
        "What is resolved when the public leave; {items} and {paragraph} are filled in.",
        slot="items paragraph",
    )
    public_left_words: str = text(
        to_write("The public left the meeting at {time}."),
        Group.EXEMPT,
        "Public leave",
        "What the minutes say then.",
        slot="time",
    )
    public_back_words: str = text(
        to_write("The public returned at {time}."),
        Group.EXEMPT,
        "Public return",
        "What the minutes say then.",
        slot="time",
    )

    next_meetings_heading: str = text(
        "", Group.END, "Heading of next meetings", "Empty for “Date of next meeting” or “Dates of next meetings”."
    )
    signature: bool = yes_no(
        True, Group.END, later("Place to sign"), later("Lines for the chair’s signature and the date.")
    )

    text_size: float = number(
        12.0, Group.FILES, later("Text size"), later("In points; everything else grows with it."), (8, 24)
    )
    language: str = text("en-GB", Group.FILES, "Language", "The code of the language that a screen reader speaks.")
    italics: bool = yes_no(
        False, Group.FILES, later("Italics"), later("Print your italics; otherwise those words stand upright.")
    )
    fences: bool = yes_no(
        False,
        Group.FILES,
        later("Marks for modern.gov"),
        later("<AI1> and </AI1> round each item, for pasting into that system."),
    )

    @property
    def forms(self) -> Forms:
        """How dates and times are written."""
        return Forms(self.date_form, self.time_form)


PLAIN = HouseStyle("plain", "Plain and accessible")
"""Every setting as it is until a style says otherwise."""

OWN_WORDS = (
    "minutes_title", "held_on", "draft_words", "actions_heading", "action_word", "owner_word", "part_2_label",
    "exempt_words", "exclusion_words", "public_left_words", "public_back_words",
)  # fmt: skip
"""The settings that print as words: as they are unless a style says otherwise, they follow its language."""

SETTINGS: tuple[Setting, ...] = tuple(setting_of(stored) for stored in fields(HouseStyle) if stored.name != "name")
"""Every setting but the name, in the order in which an editor shows them."""


def house_style_from(data: object, name: str) -> HouseStyle:
    """Return the style that the data describe; ValueError says which setting is not known, missing or wrong."""
    if not isinstance(data, dict):
        raise ValueError(f"The house style {name} is not a table of settings.")
    known = {setting.name: setting for setting in SETTINGS}
    if unknown := sorted(str(key) for key in data if key not in known):
        raise ValueError(
            f"The house style {name} has a setting that is not known: {unknown[0][:60]}. Known are {', '.join(known)}."
        )
    if "label" not in data:
        raise ValueError(f"The house style {name} has no label.")
    for key, value in data.items():
        if trouble := known[key].trouble(value):
            raise ValueError(f"The house style {name} has a wrong value for {key}, {str(value)[:60]!r}: {trouble}.")
    return HouseStyle(name=name, **data)


def in_its_words(style: HouseStyle) -> HouseStyle:
    """Return the style with the words that it leaves as they are in the language of the paper that is being made."""
    words: dict[str, Any] = {name: write(getattr(style, name)) for name in OWN_WORDS}
    return replace(style, **words)


def style_data(style: HouseStyle) -> dict[str, Any]:
    """Return the style as a file holds it: its label, and what differs from the plain style."""
    return {
        stored.name: value
        for stored in fields(HouseStyle)
        if stored.name != "name"
        and ((value := getattr(style, stored.name)) != stored.default or stored.name == "label")
    }
