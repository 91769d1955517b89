"""The keys of the room: every command with its key, and the pairs that the foot of the window shows."""

from collections.abc import Callable, Iterable
from dataclasses import replace
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtGui import QGuiApplication

from ui.commands import Command
from ui.editor.keys import EDITOR_KEYS, card
from ui.editor.own_keys import OwnKeys
from ui.place import Where
from ui.places.room.layout import AGENDA, SIDE
from wibdesk.domain.entries import Action
from wibdesk.domain.meetings import Stage
from wibdesk.domain.merging import Choice
from wibdesk.language import later, say
from wibdesk.shorthand.commands import COMMANDS

if TYPE_CHECKING:
    from ui.places.room.place import RoomPlace

WHERE, ITEMS, PRINTED = "room", "agenda", "pages"
UNLISTED = ("undo", "redo", "line break")
"""Deeds of the sentence that the palette has by other names, or nobody looks for there."""
ANYWHERE = ("room.close", "room.readback", "room.start", "room.print", "room.save", "room.last_minutes")
"""Commands that work as well while something lies over the sheet; all others bring the sheet back first."""


def add_commands(room: "RoomPlace") -> None:
    """Register every command of the room, each where it acts."""
    commands = room.context.commands
    whole = (room.previous.command(), *moving_commands(room), *meeting_commands(room), *words_commands(room))
    commands.add(room, *on_the_sheet(room, whole))
    commands.add(room.agenda.list, *agenda_commands(room))
    commands.add(room.sheet.empty_agenda, *agenda_commands(room))
    commands.add(room.sheet.editor, *editor_commands(room))
    commands.add(room.pages, *pages_commands(room))


def moving_commands(room: "RoomPlace") -> list[Command]:
    """Return the commands that go to an item or a panel."""
    session, moves, acts = room.session, room.moves, room.acts

    def there() -> bool:
        return session.meeting is not None

    def free() -> bool:
        return session.changeable

    return [
        Command("room.next", say("Next item"), ("Ctrl ↓",), ITEMS, lambda: moves.step(1), "arrow-down", when=there),
        Command("room.previous", say("Previous item"), ("Ctrl ↑",), ITEMS, lambda: moves.step(-1), "arrow-up",
            when=there),
        Command("room.goto", say("Go to an item by number or words"), ("Ctrl G",), ITEMS, moves.ask_where, when=there),
        Command("room.last", say("Back to the item before"), ("Ctrl Tab",), ITEMS, moves.back, when=there),
        Command("room.new_item", say("New item after this one"), ("Ctrl N",), ITEMS, moves.ask_title, "plus",
            when=free),
        Command("room.attendance", say("Attendance, and back"), ("Ctrl E",), WHERE, moves.to_attendance, when=there),
        Command("room.carried", say("Actions carried forward"), ("Ctrl J",), WHERE, moves.to_carried, when=there),
        Command("room.find", say("Find words in the meeting"), ("Ctrl F",), WHERE, acts.ask_words, "search",
            when=there),
        Command("room.find_next", say("Next place of the words"), ("F3",), WHERE, acts.next_hit, when=there),
        Command("room.fold_agenda", say("Fold the agenda"), ("Ctrl Shift G",), WHERE, lambda: moves.fold(AGENDA),
            when=there),
        Command("room.fold_side", say("Fold the attendance"), ("Ctrl Shift E",), WHERE, lambda: moves.fold(SIDE),
            when=there),
        Command("room.pages", say("Pages beside the sentence"), ("F9",), WHERE, moves.show_pages, "book-open",
            when=there),
        Command("room.versions", say("Earlier versions"), ("Ctrl H",), WHERE, moves.show_versions, "history",
            when=there),
        Command("room.focus", say("Focus mode: this item alone"), ("F11",), WHERE, room.focus.switch, "maximize-2",
            when=there),
        Command("room.in_log", say("This action in the log"), ("Alt G",), WHERE, lambda: show_in_log(room),
            "list-checks", when=lambda: action_at_caret(room) is not None),
        Command("room.sentence", say("Back to the sentence"), ("Esc",), WHERE),
    ]  # fmt: skip


def action_at_caret(room: "RoomPlace") -> str | None:
    """Return the id of the action at the caret; None where the caret is elsewhere."""
    editor = room.sheet.editor
    here = editor.caret().at.entry
    return next((e.id for e in editor.entries() if e.id == here and isinstance(e, Action)), None)


def show_in_log(room: "RoomPlace") -> None:
    """Show the action at the caret in the log, once what was typed is on its way to the disk."""
    action_id, meeting = action_at_caret(room), room.session.meeting
    if action_id is not None and meeting is not None:
        room.context.go("actions", Where(meeting.body.id, item_id=action_id, note="action"))


def meeting_commands(room: "RoomPlace") -> list[Command]:
    """Return the commands that work on the meeting as a whole."""
    session, acts = room.session, room.acts

    def at(stage: Stage) -> Callable[[], bool]:
        return lambda: session.changeable and session.stage is stage

    def take() -> None:
        session.take_item(again=True)

    def pace() -> None:
        room.context.messages.say(session.pace_words())

    def free() -> bool:
        return session.changeable

    def there() -> bool:
        return session.meeting is not None

    def preview() -> None:
        meeting = session.meeting
        if meeting is not None:
            room.context.go("preview", Where(meeting.body.id, meeting.id))

    return [
        Command("room.start", say("Start the meeting"), ("F5",), WHERE, acts.start, "play", when=at(Stage.PLANNED)),
        Command("room.adjourn", say("Adjourn or resume the meeting"), ("Ctrl F5",), WHERE, room.adjourning.press,
            "pause", when=room.adjourning.possible),
        Command("room.pace", say("How the time stands, for the chair"), (), WHERE, pace, "hourglass",
            when=at(Stage.LIVE)),
        Command("room.take", say("Take this item up now, or again"), ("Ctrl Shift Enter",), ITEMS, take, "play",
            ("Ctrl Shift Return",), when=at(Stage.LIVE)),
        Command("room.times", say("Put start and end right"), ("Alt Enter",), WHERE, acts.ask_times, "clock",
            when=free),
        *room.part_two.commands(), *_ending_commands(room), *_choices(room),
        Command("room.print", say("See the minutes as they print"), ("Ctrl P",), WHERE, preview, "book-open",
            when=there),
        Command("room.save", say("Save now and say so"), ("Ctrl S",), WHERE, room.saved.save_aloud, "hard-drive"),
    ]  # fmt: skip


def _ending_commands(room: "RoomPlace") -> list[Command]:
    """Return the commands from reading back to approving."""
    session, reading, approving = room.session, room.reading, room.approving
    closed = lambda: session.changeable and session.stage is Stage.CLOSED  # noqa: E731 - a condition, named here
    there = lambda: session.meeting is not None  # noqa: E731
    ended = lambda: session.meeting is not None and session.stage is Stage.CLOSED  # noqa: E731

    def send() -> None:
        meeting = session.meeting
        if meeting is not None:
            room.context.go("send", Where(meeting.body.id, meeting.id))

    room.sheet.strip.send_wished.connect(send)
    return [
        Command("room.close", say("Close the meeting"), ("Shift F5",), WHERE, reading.open, when=reading.may_close),
        Command("room.readback", say("Read back"), ("Ctrl Shift R",), WHERE, reading.open, "list-checks", when=there),
        Command("room.send", say("Send the minutes"), ("Ctrl Shift S",), WHERE, send, "send", when=ended),
        Command("room.reopen", say("Reopen the meeting"), (), WHERE, room.acts.reopen, when=closed),
        Command("room.approve", say("Approve the minutes"), (), WHERE, approving.ask, "lock",
            when=approving.may_approve),
        Command("room.reopen_approved", say("Reopen the approved minutes"), (), WHERE, approving.ask_reason,
                when=approving.may_reopen),
        Command("room.wipe", say("Delete private notes for good"), (), WHERE, room.wiping.ask, "trash-2",
                when=room.wiping.possible),
    ]  # fmt: skip


def _choices(room: "RoomPlace") -> list[Command]:
    """Return the commands that settle what was changed here and elsewhere."""
    made = room.conflicting
    return [
        Command("room.keep_mine", say("Keep my own words"), (), WHERE, lambda: made.settle(Choice.MINE),
            when=made.waits),
        Command(
            "room.keep_theirs", say("Keep the words from elsewhere"), (), WHERE, lambda: made.settle(Choice.THEIRS),
            when=made.waits,
        ),
        Command(
            "room.keep_both", say("Keep both texts"), (), WHERE, lambda: made.settle(Choice.BOTH), when=made.both_there
        ),
    ]  # fmt: skip


def on_the_sheet(room: "RoomPlace", commands: Iterable[Command]) -> list[Command]:
    """Return commands that put away what lies over the sheet before they do anything on it or its panels."""

    def after(run: Callable[[], object]) -> Callable[[], object]:
        def act() -> None:
            room.reading.hide()
            room.previous.correcting.put_away()
            run()

        return act

    return [
        one if one.run is None or one.command_id in ANYWHERE else replace(one, run=after(one.run)) for one in commands
    ]


def agenda_commands(room: "RoomPlace") -> list[Command]:
    """Return the commands that work while the agenda has the keyboard."""

    def paste() -> None:
        room.agenda.paste(QGuiApplication.clipboard().text())

    may = lambda: room.session.changeable  # noqa: E731 - a condition, named here
    return [Command("room.paste", say("Paste an agenda, one item a line"), ("Ctrl V",), ITEMS, paste, when=may)]


def pages_commands(room: "RoomPlace") -> list[Command]:
    """Return the commands that work while the pages have the keyboard."""
    view = room.pages.view
    return [
        Command(
            "room.pages_larger", say("Larger pages"), ("+",), PRINTED, lambda: view.step_zoom(1), "zoom-in", ("=",)
        ),
        Command("room.pages_smaller", say("Smaller pages"), ("−",), PRINTED, lambda: view.step_zoom(-1), "zoom-out"),
        Command(
            "room.pages_fit",
            say("Fit the pages to the width"),
            ("0",),
            PRINTED,
            lambda: view.step_zoom(0),
            "maximize-2",
        ),
    ]


def words_commands(room: "RoomPlace") -> list[Command]:
    """Return the commands that work on words of the sentence."""
    gaps = room.gaps

    def there() -> bool:
        return room.session.meeting is not None

    return [
        Command("room.next_gap", say("Next gap to fill"), ("F8",), WHERE, gaps.step, "flag", when=there),
        Command("room.gap_before", say("Gap before this one"), ("Shift F8",), WHERE, lambda: gaps.step(-1), when=there),
    ]


def editor_commands(room: "RoomPlace") -> list[Command]:
    """Return the deeds of the sentence, whose keys the editor itself obeys, and what is typed, for the key card."""
    keyboard = room.sheet.editor.keyboard

    def free() -> bool:
        return room.session.changeable and room.session.item is not None

    OwnKeys(room.sheet.editor, room.context.commands)
    deeds = [
        Command(
            f"editor.{key.deed}", _capital(say(key.words)), (key.keys,), key.group,
            partial(keyboard.do, key.deed), also=key.also, listed=key.deed not in UNLISTED, when=free, bound=False,
        )
        for key in EDITOR_KEYS
    ]  # fmt: skip
    pairs = [(group, key, words) for group, keys in card().items() for key, words in keys]
    typed = [
        Command(f"editor.{key}.{words}", _capital(words), (key,), group, listed=False) for group, key, words in pairs
    ]
    begin = room.sheet.editor.shorthand.recording.begin
    begun = [
        Command(
            f"shorthand.{command.typed[0]}", f"{_capital(say(command.words))}: {command.typed[0]}", (),
            later("at the sentence"), partial(begin, command.typed[0]), when=free,
        )
        for command in COMMANDS
    ]  # fmt: skip
    return [*deeds, *typed, *begun]


def _capital(words: str) -> str:
    return words[:1].upper() + words[1:]
