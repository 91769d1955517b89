"""The keys of the action log: each command of its list and of the panel beside it, and the pairs at the foot."""

from functools import partial
from typing import TYPE_CHECKING

from ui.commands import Command
from wibdesk.domain.entries import Progress
from wibdesk.language import later, say

if TYPE_CHECKING:
    from ui.places.actions.acts import LogActs
    from ui.places.actions.place import ActionsPlace

WHERE = later("action log")
MARKS = (
    ("done", later("Done, its owner says"), "D", Progress.DONE, "check"),
    ("progress", later("In progress"), "I", Progress.IN_PROGRESS, "circle-dot"),
    ("closed", later("Closed by the board"), "K", Progress.CLOSED, "circle-check"),
    ("reopen", later("Open again"), "R", Progress.OPEN, "circle"),
)
Pairs = list[tuple[str, str]]


def pairs_now(place: "ActionsPlace") -> Pairs:
    """Return the pairs of the list, of the field in a row, or of the panel that is open."""
    last = ("Ctrl K", say("any command"))
    if place.editor.asking is not None:
        return [("Enter", say("keep it")), ("Esc", say("leave it")), last]
    if place.page.has_panel() and place.page.panel is place.form:
        return [("Tab", say("next")), ("Ctrl Enter", say("record it")), ("Esc", say("back to the list")), last]
    if place.page.has_panel():
        return [
            ("↑ ↓", say("next action")), ("U", say("update")), ("D", say("owner says done")),
            ("K", say("board closes")),
            ("M", say("move date")), ("G", say("go to minute")), ("Esc", say("back to list")), last,
        ]  # fmt: skip
    if place.table.marked:
        return [
            ("Space", say("mark")), ("D", say("owner says done")), ("K", say("board closes")), ("M", say("move date")),
            ("W", say("owners")), ("C", say("cancel")), ("Esc", say("free all")), last,
        ]  # fmt: skip
    return [
        ("Enter", say("open", "do it")),
        ("D", say("owner says done")), ("K", say("board closes")), ("M", say("move date")),
        ("E", say("words")),
        ("Space", say("mark")), ("/", say("find")), ("V", say("views")), last,
    ]  # fmt: skip


def add_commands(acts: "LogActs") -> None:
    """Register the commands: letters work in the list, and those of one action in the panel beside it too."""
    place, add, some = acts.place, acts.context.commands.add, acts.has_action
    move = Command("action-date", say("Move the date"), ("M",), WHERE, acts.move_date, listed=False, when=some)
    add(place.table, *_of_row(acts, "log"), *_edits(acts), *_of_list(acts))
    add(place.detail, *_of_row(acts, "action", listed=False), move)
    add(
        place,
        Command("log-print", say("See the action log as it prints"), ("Ctrl P",), WHERE, acts.preview, "printer"),
        Command("log-seek", say("Find an action"), ("Ctrl F",), WHERE, place.finder.start, "search", listed=False),
    )


def _of_row(acts: "LogActs", prefix: str, *, listed: bool = True) -> list[Command]:
    edit = acts.editing
    told = (
        *((name, say(words), key, partial(acts.mark, status), icon) for name, words, key, status, icon in MARKS),
        ("update", say("Record an update"), "U", acts.update, "message-square-quote"),
        ("cancel", say("Cancel with a reason"), "C", edit.cancel, "x"),
        ("replaced", say("Replaced by another action"), "P", edit.replace, "arrow-right"),
        ("judge", say("Set the RAG word by hand"), "L", edit.judge, "circle-alert"),
        ("minute", say("Go to it in the minutes"), "G", acts.go_to_minute, "notebook-pen"),
        ("latest", say("Go to what the last minutes say of it"), "Shift G", acts.go_to_latest, "notebook-pen"),
    )
    return [
        Command(f"{prefix}-{name}", words, (key,), WHERE, run, icon, listed=listed, when=acts.has_action)
        for name, words, key, run, icon in told
    ]


def _edits(acts: "LogActs") -> list[Command]:
    edit, some = acts.editing, acts.has_action
    return [
        Command("log-words", say("Change the words of the action"), ("E",), WHERE, edit.words, "pencil", when=some),
        Command("log-owners", say("Change its owners"), ("W",), WHERE, edit.owners, "users", when=some),
        Command("log-date", say("Move the date"), ("M",), WHERE, edit.due, "calendar-clock", when=some),
        Command("log-mark-all", say("Mark all that are shown"), ("A",), WHERE, acts.mark_all, "check", when=some),
    ]


def _of_list(acts: "LogActs") -> list[Command]:
    place, at, moves = acts.place, WHERE, acts.place.moves
    return [
        Command("log-body", say("Choose the body"), ("B",), at, acts.open_bodies, "building-2"),
        Command("log-views", say("Views of mine"), ("V",), at, acts.views.open, "filter"),
        Command("log-filter", say("Show only some actions"), ("F",), at, moves.choose_filter, "filter"),
        Command("log-owner", say("Actions of one owner"), ("O",), at, acts.ask_owner, "user-round"),
        Command("log-before", say("Actions due before a day"), ("T",), at, place.filters.ask_before, "calendar-days"),
        Command("log-headings", say("Choose the headings"), ("H",), at, moves.choose_headings, "list-checks"),
        Command("log-columns", say("Choose the columns"), ("Y",), at, moves.choose_columns, "table-2"),
        Command("log-sort", say("Sort by the next column"), ("S",), at, moves.sort_next, "arrow-down"),
        Command("log-find", say("Find an action"), ("/",), at, place.finder.start, "search"),
        Command("log-left", say("The view before"), ("←",), at, lambda: moves.step_view(-1), listed=False),
        Command("log-right", say("The next view"), ("→",), at, lambda: moves.step_view(1), listed=False),
        Command("log-close", say("Put the panel away, free what is marked"), ("Esc",), at, acts.back, listed=False),
        Command("log-clear", say("Show the whole log again"), ("X",), at, moves.clear, "x"),
    ]
