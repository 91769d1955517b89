"""The walks through the desk: each goes from screen to screen as a clerk does and names what it sees."""

from collections.abc import Callable

from tests.screens.action_log import action_log
from tests.screens.chasing import chasing
from tests.screens.figures import figures
from tests.screens.helping import guided, helping
from tests.screens.incoming import incoming
from tests.screens.keeping import safe_keeping
from tests.screens.kept_minutes import kept_minutes
from tests.screens.part_two import part_two
from tests.screens.planning import long_plan, planning
from tests.screens.reading_back import reading_back
from tests.screens.searching import searching
from tests.screens.sending import sending
from tests.screens.settings import settings
from tests.screens.sitting import sitting
from tests.screens.spelling import spelling
from tests.screens.stage import Stage
from tests.screens.typed_lines import typed_lines
from tests.screens.wording import wording
from tests.screens.words_and_phrases import words_and_phrases
from ui.messages import Answer
from ui.place import Where
from ui.widgets.fields import DropField
from wibdesk.services import meetings

MEMBERS = """Ruth Calloway, Independent Chair, DfE adviser
Cllr P Anand, Leader of the Council, Thornmere Council
Meera Lind, Chair of the Safeguarding Partnership
In attendance:
B Osei, Head of Practice, Thornmere Council
"""
AGENDA = """1. Minutes of previous meeting 09:30
2. Site visits
3. 10:00 Director's improvement update (20 mins)
4. Forward plan"""
SPOKEN = (
    "The Chair welcomed the report. J Amari said that 31 of the 40 files read in August counted a return within "
    "twelve months as a new referral, so the rate the Board had been given was too low."
)


def first_start(stage: Stage) -> None:
    """An empty register, a body set up, its first meeting and agenda."""
    stage.shot("10-first-start")
    stage.press("1")
    stage.shot("11-body-empty")
    stage.press("Ctrl+Return")
    stage.shot("12-body-fault")
    stage.type("Thornmere Children's Improvement Board")
    stage.window.place.members.text.setFocus()
    stage.type(MEMBERS)
    stage.shot("13-body-members")
    stage.press("Ctrl+Return")
    stage.shot("14-new-meeting")
    stage.press("Esc")
    stage.shot("15-meetings-empty")
    stage.press("N")
    if isinstance(stage.typist.focused(), DropField):  # the body is asked for only where there are several
        stage.press("Tab")
    stage.type("18/10/2026")
    stage.press("Tab")
    stage.type("9.30")
    stage.press("Ctrl+Return")
    stage.rest()
    stage.shot("16-agenda-standing")
    stage.paste(AGENDA)
    stage.shot("17-agenda-paste")
    stage.press("Ctrl+Return")
    stage.press("Ctrl+Return")
    stage.rest()
    stage.shot("18-room-planned")


def meetings_and_people(stage: Stage) -> None:
    """Meetings, agenda builder, people, settings, palette, keys, questions and banners on the demo."""
    stage.shot("20-meetings")
    stage.press("B")
    stage.shot("21-meetings-bodies")
    stage.press("Esc", "N")
    stage.shot("22-meetings-new")
    stage.press("Esc", "F2")
    stage.shot("23-meetings-details")
    stage.press("Esc", "P")
    stage.shot("24-meetings-past")
    stage.press("End", "Del")
    stage.shot("25-question")
    stage.press("Esc", "P", "D")
    stage.shot("26-meetings-date")
    stage.press("Esc", "/")
    stage.type("nothing like it")
    stage.shot("27-meetings-nothing-found")
    stage.press("Esc")
    stage.go("meetings")
    stage.press("Home", "A")
    stage.rest()
    stage.shot("30-agenda")
    stage.press("Down", "Down", "Return")
    stage.shot("31-agenda-edit")
    stage.press("Esc")
    stage.paste(AGENDA)
    stage.shot("32-agenda-paste")
    stage.press("Esc", "Del")
    stage.shot("33-toast")
    stage.press("Ctrl+Z")
    stage.go("people")
    stage.shot("40-people")
    stage.press("Down", "Return")
    stage.shot("41-people-form")
    stage.press("Esc")
    stage.paste(MEMBERS)
    stage.shot("42-people-paste")
    stage.press("Esc", "F")
    stage.shot("43-people-past")
    stage.go("settings")
    stage.shot("50-settings")
    stage.press("Ctrl+K")
    stage.shot("51-palette")
    stage.type("act")
    stage.shot("52-palette-typed")
    stage.press("Esc")
    stage.go("actions")
    stage.shot("60-actions")
    stage.press("Down", "Return")
    stage.shot("61-actions-detail")
    stage.press("Esc", "U")
    stage.shot("62-actions-update")
    stage.press("Esc", "O")
    stage.shot("63-actions-owner")
    stage.press("Esc", "Right", "Right")
    stage.shot("64-actions-done")
    stage.go("preview")
    stage.rest(800)
    stage.shot("70-preview")
    stage.press("S")
    stage.shot("71-preview-checks")


def room(stage: Stage) -> None:
    """The demo meeting of today: planned, live, every panel and line over it, closed."""
    stage.go("room")
    stage.shot("80-room-none")
    stage.go("meetings")
    stage.press("Home", "Ctrl+Return")
    stage.rest()
    stage.shot("81-room-planned")
    stage.later(2)
    stage.press("F5", "Ctrl+E", "Home", "P", "Down", "P", "Down", "P", "Down", "P")
    stage.press("Down", "Down", "P", "Down", "Down", "P", "Down", "-", "Down", "P")
    stage.shot("82-room-attendance")
    stage.press("D")
    stage.shot("83-room-deputy")
    stage.press("Esc", "N")
    stage.type("I Nolan, Norbury ICB")
    stage.shot("84-room-new-person")
    stage.press("Return", "D")
    stage.type("Dr P Hart")
    stage.press("Return")
    stage.rest()
    stage.later(9)
    stage.press("Esc", "Ctrl+Down", "Ctrl+Down", "Ctrl+Down")
    stage.later(17)
    stage.press("Ctrl+Down")
    stage.press("Ctrl+E", "Home", "Down", "Down", "L", "Esc")
    stage.type(SPOKEN)
    stage.press("Return")
    stage.press("Ctrl+Shift+D")
    stage.type("That every report uses the twelve-month definition from 1 October 2026.")
    stage.shot("85-room-decision")
    stage.press("Return", "Return", "Ctrl+Shift+A")
    stage.shot("86-room-action-begun")
    stage.type("Write the twelve-month definition into the contract of the audit firm")
    stage.press("Ctrl+Return")
    stage.shot("87-room-details")
    stage.type("J Amari")
    stage.press("Tab")
    stage.type("6 October 2026")
    stage.shot("88-room-details-filled")
    stage.press("Return", "Return")
    stage.press("Ctrl+Shift+O")
    stage.type("Ask Finance before the next meeting who pays for the second audit.")
    stage.press("Return")
    stage.later(26)
    stage.type("K Rowe asked")
    stage.tell_time()
    stage.rest(700)
    stage.shot("89-room-live")
    stage.press("F4")
    stage.shot("90-room-kinds")
    stage.press("Esc", "Ctrl+F")
    stage.type("definition")
    stage.shot("91-room-find")
    stage.press("Esc", "Ctrl+G")
    stage.shot("92-room-go-to")
    stage.press("Esc", "Ctrl+J")
    stage.shot("93-room-carried")
    stage.press("Esc", "Ctrl+K")
    stage.shot("94-room-palette")
    stage.press("Esc", "Ctrl+/")
    stage.shot("95-room-key-card")
    stage.press("Esc")
    _trouble(stage)
    stage.shot("96-room-trouble")
    stage.bench.context.messages.clear_trouble("saving")
    stage.press("Ctrl+Shift+V")
    stage.shot("97-room-vote-details")
    stage.press("Esc", "Ctrl+Z", "Ctrl+Shift+T")
    stage.shot("98-room-table")
    stage.press("Ctrl+Z", "Shift+F5")
    stage.rest()
    stage.shot("99-room-read-back")
    stage.press("N", "E")
    stage.shot("99-room-put-right")
    stage.press("Esc", "Shift+F5", "Ctrl+Return")
    stage.rest()
    stage.shot("99-room-read-back-closed")
    stage.press("Esc")
    stage.shot("A0-room-closed")
    stage.press("Ctrl+P")
    stage.rest(1200)
    stage.shot("A1-preview")
    stage.go("settings")
    stage.shot("A2-settings-elsewhere")


def showcase(stage: Stage) -> None:
    """The demo meeting of today in full swing: the picture that the README shows."""
    stage.press("Home", "Ctrl+Return")
    stage.later(2)
    stage.press("F5", "Ctrl+E", "Home", *("P", "Down") * 4, "Down", *("P", "Down") * 3, "-", "Down", *("P", "Down") * 4)
    stage.press("N")
    stage.type("I Nolan, Norbury ICB")
    stage.press("Return", "D")
    stage.type("Dr P Hart")
    stage.press("Return", "Home", "Esc")
    for minutes, words in ((4, "The Chair welcomed members."), (3, "None."), (9, "Agreed."), (16, "Taken as read.")):
        stage.type(words)
        stage.later(minutes)
        stage.press("Ctrl+Down")
    stage.type(SPOKEN)
    stage.press("Return", "Ctrl+Shift+L")
    stage.type("Two duty posts were filled by agency staff.")
    stage.press("Return")
    stage.type("Partners did not yet count returns on the same basis.")
    stage.press("Return", "Return", "Ctrl+Shift+D")
    stage.type("That every report uses the twelve-month definition from 1 October.")
    stage.press("Return", "Return", "Ctrl+Shift+A")
    stage.type("Write the twelve-month definition into the audit contract")
    stage.press("Ctrl+Return")
    stage.type("Det Supt K Rowe, J Amari")
    stage.press("Tab")
    stage.type("6 October 2026")
    stage.press("Return", "Return", "Ctrl+Shift+O")
    stage.type("Ring J Amari before the draft goes round.")
    stage.press("Return")
    stage.later(14)
    stage.type("Councillor Sutton asked how many families had waited longer than thirty days for a first visit.")
    stage.tell_time()
    stage.rest(700)
    stage.window.voice.drop_toast()
    stage.shot("00-showcase")


def hard_cases(stage: Stage) -> None:
    """Long names, sixty people, forty items, a word without end, a meeting with nobody."""
    stage.shot("B0-meetings")
    stage.press("A")
    stage.rest()
    stage.shot("B1-agenda")
    stage.press("Ctrl+Return")
    stage.rest()
    stage.press("F5")
    stage.shot("B2-room")
    stage.press("Ctrl+E", "Down", "P", "Down", "A", "Down", "D")
    stage.shot("B3-attendance")
    stage.press("Esc", "Esc", "Ctrl+G")
    stage.type("46")
    stage.press("Return")
    stage.rest()
    stage.shot("B4-long-words")
    stage.press("Ctrl+Home")
    stage.shot("B5-long-words-top")
    stage.go("people")
    stage.shot("B6-people")
    stage.go("meetings")
    stage.press("Home", "Down", "Down", "Ctrl+Return")
    stage.rest()
    stage.shot("B7-nobody")
    stage.go("actions")
    stage.shot("B8-actions")


def seeds(stage: Stage) -> None:
    """Meetings that real clerks wrote, in the room."""
    stage.press("P")
    stage.shot("C0-meetings")
    for number, row in enumerate(stage.window.place.list.row_model.rows):
        if not row.heading:
            stage.go("meetings")
            stage.window.place.list.choose(row.row_id)
            stage.press("Ctrl+Return")
            stage.rest()
            stage.shot(f"C{number}-room")
            stage.press("Ctrl+Down", "Ctrl+Down", "Ctrl+Down")
            stage.shot(f"C{number}-room-item-4")


def house_style(stage: Stage) -> None:
    """The styles, a copy being edited, the letterhead, from the body that is set up."""
    stage.go("house_style")
    stage.rest(800)
    stage.shot("D0-house-style")
    stage.press("Down")
    stage.rest(800)
    stage.shot("D1-another-style")
    stage.press("S")
    stage.shot("D2-settings-to-be-read")
    stage.press("Esc", "V", "PgDown")
    stage.rest(400)
    stage.shot("D3-sample-page-2")
    stage.press("Esc", "C")
    stage.rest(800)
    stage.shot("D4-copy-to-edit")
    stage.type("Norbury house style")
    stage.press("Tab", "Tab")
    stage.rest(800)
    stage.window.place.middle.start("text_size")
    stage.type("40")
    stage.press("Return")
    stage.shot("D5-number-refused")
    stage.press("Esc", "Esc", "End")
    stage.shot("D6-no-logo")
    stage.window.place.files.open_name(str(stage.picture()))
    stage.rest(1200)
    stage.shot("D7-logo")
    stage.window.place.list.setFocus()
    stage.press("Up", "S")
    stage.shot("D8-no-template")
    stage.window.place.files.open_name(str(stage.word_file()))
    stage.rest(800)
    stage.shot("D9-template-checked")


def pages_beside(stage: Stage) -> None:
    """The pages beside the sentence: set, followed, with the keyboard, with attendance over them, and put away."""
    stage.press("Home", "Ctrl+Return")
    stage.rest()
    stage.press("F5", "Ctrl+Down", "Ctrl+Down", "Ctrl+Down", "Ctrl+Down")
    for _ in range(3):
        stage.type(SPOKEN)
        stage.press("Return")
    stage.press("Ctrl+Shift+D")
    stage.type("That every report uses the twelve-month definition from 1 October 2026.")
    stage.press("F9")
    stage.rest(1500)
    stage.shot("E0-pages")
    if not stage.window.place.pages.view.hasFocus():  # where they lie over the sheet they have it already
        stage.press("F6")
    stage.shot("E1-pages-have-the-keyboard")
    stage.press("PgUp", "+")
    stage.rest(300)
    stage.shot("E2-pages-larger")
    stage.press("0", "Esc", "Ctrl+E")
    stage.shot("E3-attendance")
    stage.press("Esc", "Ctrl+Down")
    stage.rest(600)
    stage.shot("E4-next-item")
    stage.press("F9")
    stage.shot("E5-put-away")


def preview(stage: Stage) -> None:
    """Every paper of a meeting with an exempt item, of its body and plans; saved, compared, refused."""
    meeting = stage.read(meetings.find, "M4")
    stage.go("preview", Where(meeting.body.id, meeting.id))
    stage.rest(1000)
    stage.shot("E0-minutes")
    for row in stage.window.place.list.row_model.rows:
        if not row.heading:
            stage.window.place.list.choose(row.row_id)
            stage.rest(800)
            stage.shot(f"E1-{row.row_id.partition(' ')[0]}")
    stage.window.place.list.choose("minutes")
    stage.press("C")
    stage.shot("E2-nothing-exported")
    stage.press("Esc", "W")
    stage.rest(600)
    stage.shot("E3-saved")
    stage.press("C")
    stage.shot("E4-no-changes")
    stage.press("Esc")
    stage.reword(meeting)
    stage.rest(1000)
    stage.press("C")
    stage.rest(400)
    stage.shot("E5-compared")
    stage.press("Esc")
    stage.exempt(meeting)
    stage.rest(1200)
    stage.shot("E6-public-version")
    stage.press("S", "Right")
    stage.rest(1000)
    stage.shot("E7-full-version")
    stage.press("Esc")
    stage.untell(meeting)
    stage.go("preview", Where(meeting.body.id, meeting.id))
    stage.rest(1200)
    stage.shot("E8-refused")
    stage.press("S")
    stage.shot("E9-refused-side")


def _trouble(stage: Stage) -> None:
    words = "The disk is full. Your words are safe in memory and are tried again every second."
    answers = (Answer("Keep a copy elsewhere", lambda: None, "Alt U", "primary"),)
    stage.bench.context.messages.trouble(
        "Nothing typed since 10:16:41 is on the disk", words, *answers, source="saving"
    )


SCENES: dict[str, tuple[str, Callable[[Stage], None]]] = {
    "showcase": ("demo", showcase),
    "first": ("empty", first_start),
    "places": ("demo", meetings_and_people),
    "room": ("demo", room),
    "hard": ("hard", hard_cases),
    "seeds": ("seeds", seeds),
    "style": ("demo", house_style),
    "preview": ("demo", preview),
    "beside": ("demo", pages_beside),
    "keeping": ("demo", safe_keeping),
    "kept": ("demo", kept_minutes),
    "part_two": ("demo", part_two),
    "sitting": ("demo", sitting),
    "log": ("demo", action_log),
    "shorthand": ("demo", typed_lines),
    "words": ("demo", wording),
    "readback": ("demo", reading_back),
    "phrases": ("demo", words_and_phrases),
    "spelling": ("demo", spelling),
    "plans": ("demo", planning),
    "send": ("demo", sending),
    "long-plan": ("seeds", long_plan),
    "chasing": ("demo", chasing),
    "figures": ("demo", figures),
    "help": ("demo", helping),
    "guide": ("demo", guided),
    "settings": ("demo", settings),
    "search": ("demo", searching),
    "incoming": ("demo", incoming),
}
