"""The keys of the action log: each command of its list and of the panel beside it, and the pairs at the foot."""

from functools import partial
from typing import TYPE_CHECKING

from ui.commands import Command
from wibdesk.domain.entries import Progress

if TYPE_CHECKING:
    from ui.places.actions.acts import LogActs
    from ui.places.actions.place import ActionsPlace

WHERE = "action log"
MARKS = (
    ("done", "Done, its owner says", "D", Progress.DONE, "check"),
    ("progress", "In progress", "I", Progress.IN_PROGRESS, "circle-dot"),
    ("closed", "Closed by the board", "K", Progress.CLOSED, "circle-check"),
    ("reopen", "Open again", "R", Progress.OPEN, "circle"),
)
LAST = ("Ctrl K", "any command")
Pairs = list[tuple[str, str]]


def pairs_now(place: "ActionsPlace") -> Pairs:
    """Return the pairs of the list, of the field in a row, or of the panel that is open."""
    if place.editor.asking is not None:
        return [("Enter", "keep it"), ("Esc", "leave it"), LAST]
    if place.page.has_panel() and place.page.panel is place.form:
        return [("Tab", "next"), ("Ctrl Enter", "record it"), ("Esc", "back to the list"), LAST]
    if place.page.has_panel():
        return [
            ("↑ ↓", "next action"), ("U", "update"), ("D", "owner says done"), ("K", "board closes"),
            ("M", "move date"), ("G", "go to minute"), ("Esc", "back to list"), LAST,
        ]  # fmt: skip
    if place.table.marked:
        return [
            ("Space", "mark"), ("D", "owner says done"), ("K", "board closes"), ("M", "move date"),
            ("W", "owners"), ("C", "cancel"), ("Esc", "free all"), LAST,
        ]  # fmt: skip
    return [
        ("Enter", "open"), ("D", "owner says done"), ("K", "board closes"), ("M", "move date"), ("E", "words"),
        ("Space", "mark"), ("/", "find"), ("V", "views"), LAST,
    ]  # fmt: skip


def add_commands(acts: "LogActs") -> None:
    """Register the commands: letters work in the list, and those of one action in the panel beside it too."""
    place, add, some = acts.place, acts.context.commands.add, acts.has_action
    move = Command("action-date", "Move the date", ("M",), WHERE, acts.move_date, listed=False, when=some)
    add(place.table, *_of_row(acts, "log"), *_edits(acts), *_of_list(acts))
    add(place.detail, *_of_row(acts, "action", listed=False), move)
    add(
        place,
        Command("log-print", "See the action log as it prints", ("Ctrl P",), WHERE, acts.preview, "printer"),
        Command("log-seek", "Find an action", ("Ctrl F",), WHERE, place.finder.start, "search", listed=False),
    )


def _of_row(acts: "LogActs", prefix: str, *, listed: bool = True) -> list[Command]:
    edit = acts.editing
    told = (
        *((name, words, key, partial(acts.mark, status), icon) for name, words, key, status, icon in MARKS),
        ("update", "Record an update", "U", acts.update, "message-square-quote"),
        ("cancel", "Cancel with a reason", "C", edit.cancel, "x"),
        ("replaced", "Replaced by another action", "P", edit.replace, "arrow-right"),
        ("judge", "Set the RAG word by hand", "L", edit.judge, "circle-alert"),
        ("minute", "Go to it in the minutes", "G", acts.go_to_minute, "notebook-pen"),
        ("latest", "Go to what the last minutes say of it", "Shift G", acts.go_to_latest, "notebook-pen"),
    )
    return [
        Command(f"{prefix}-{name}", words, (key,), WHERE, run, icon, listed=listed, when=acts.has_action)
        for name, words, key, run, icon in told
    ]


def _edits(acts: "LogActs") -> list[Command]:
    edit, some = acts.editing, acts.has_action
    return [
        Command("log-words", "Change the words of the action", ("E",), WHERE, edit.words, "pencil", when=some),
        Command("log-owners", "Change its owners", ("W",), WHERE, edit.owners, "users", when=some),
        Command("log-date", "Move the date", ("M",), WHERE, edit.due, "calendar-clock", when=some),
        Command("log-mark-all", "Mark all that are shown", ("A",), WHERE, acts.mark_all, "check", when=some),
    ]


def _of_list(acts: "LogActs") -> list[Command]:
    place, at, moves = acts.place, WHERE, acts.place.moves
    return [
        Command("log-body", "Choose the body", ("B",), at, acts.open_bodies, "building-2"),
        Command("log-views", "Views of mine", ("V",), at, acts.views.open, "filter"),
        Command("log-filter", "Show only some actions", ("F",), at, moves.choose_filter, "filter"),
        Command("log-owner", "Actions of one owner", ("O",), at, acts.ask_owner, "user-round"),
        Command("log-before", "Actions due before a day", ("T",), at, place.filters.ask_before, "calendar-days"),
        Command("log-headings", "Choose the headings", ("H",), at, moves.choose_headings, "list-checks"),
        Command("log-columns", "Choose the columns", ("Y",), at, moves.choose_columns, "table-2"),
        Command("log-sort", "Sort by the next column", ("S",), at, moves.sort_next, "arrow-down"),
        Command("log-find", "Find an action", ("/",), at, place.finder.start, "search"),
        Command("log-left", "The view before", ("←",), at, lambda: moves.step_view(-1), listed=False),
        Command("log-right", "The next view", ("→",), at, lambda: moves.step_view(1), listed=False),
        Command("log-close", "Put the panel away, free what is marked", ("Esc",), at, acts.back, listed=False),
        Command("log-clear", "Show the whole log again", ("X",), at, moves.clear, "x"),
    ]
