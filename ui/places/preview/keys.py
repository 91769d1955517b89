"""The keys of the preview: every command with its key, and the pairs that the foot shows."""

from dataclasses import replace
from functools import partial
from typing import TYPE_CHECKING

from ui.commands import Command
from ui.handing_over import hand_over
from ui.places.preview.protection import LOCKABLE
from ui.places.preview.rows import MarkedRow
from ui.places.preview.ways_out import FORMATS, KEYS
from wibdesk.language import later, say

if TYPE_CHECKING:
    from ui.places.preview.place import PreviewPlace

WHERE = later("preview")
FIGURES = "123456789"
BACK = {
    "room": later("back to the sentence"),
    "actions": later("back to the log"),
    "agenda": later("back to the agenda"),
}


def _hand_over(place: "PreviewPlace") -> None:
    meeting = place.making.papers.meeting
    if meeting is not None:
        hand_over(place.context, place, meeting.id)


def register(place: "PreviewPlace") -> None:
    """Register the commands: letters and figures work in the list of papers, the pages, and where nothing is typed."""
    acts, saving, view, at = place.acts, place.saving, place.middle.view, WHERE
    add = place.context.commands.add
    some = lambda: place.making.order is not None or place.making.awaited  # noqa: E731 - a condition, named here
    saved = lambda: saving.last is not None  # noqa: E731
    body = lambda: place.making.order is not None and place.making.order.body is not None  # noqa: E731
    of_meeting = lambda: place.making.papers.meeting is not None  # noqa: E731
    letters = (
        *(_save_as(place, ending) for ending in FORMATS),
        Command("preview-version", say("Show the other version, public or full"), ("V",), at, acts.other_version,
                "eye-off", when=acts.has_two_versions),
        Command("preview-password", say("Protect with a password"), ("K",), at, saving.ask_password, "lock", when=some),
        Command("preview-compare", say("Compare with the last version"), ("C",), at, place.comparing.start, "history",
                when=some),
        Command("preview-style", say("Change the house style"), ("E",), at, acts.edit_style, "pencil", when=body),
        Command("preview-send", say("Send the minutes"), ("M",), at, acts.send, "send", when=of_meeting),
        Command("preview-side", say("Look at what goes out"), ("S",), at, place.to_side, "shield-check"),
        Command("preview-larger", say("Larger pages"), ("+",), at, partial(view.step_zoom, 1), "zoom-in", ("=",)),
        Command("preview-smaller", say("Smaller pages"), ("−",), at, partial(view.step_zoom, -1), "zoom-out"),
        Command("preview-fit", say("Fit the pages to the width"), ("0",), at, partial(view.step_zoom, 0), "maximize-2"),
        *_to_findings(place),
    )  # fmt: skip
    add(place.reading, *letters)
    for beside in (place.side.audience, place.side.list, place.side.out):
        add(beside, *(replace(one, keys=(), also=(*one.keys, *one.also), listed=False) for one in letters))
    add(
        place,
        Command("preview-hand-over", say("Save a hand-over file"), ("Ctrl Shift S",), at, partial(_hand_over, place),
                "upload", when=of_meeting),
        Command("preview-print", say("Print these pages"), ("Ctrl P",), at, acts.print_pages, "printer", when=some),
        Command("preview-open", say("Open the file saved"), ("Ctrl O",), at, saving.open_file, "file-text", when=saved),
        Command(
            "preview-folder", say("Open the folder of the file saved"), ("Ctrl Shift O",), at, saving.open_folder,
            "folder-open", when=saved,
        ),
        Command("preview-back", say("Back to where you came from"), ("Esc",), at, place.go_back, listed=False),
    )  # fmt: skip


def _save_as(place: "PreviewPlace", ending: str) -> Command:
    words = say("Save as {words}", words=say(FORMATS[ending]))
    run, when = partial(place.saving.save, ending), partial(_may_save, place, ending)
    return Command(f"preview-{ending}", words, (KEYS[ending],), WHERE, run, "file-down", when=when)


def _to_findings(place: "PreviewPlace") -> list[Command]:
    """Return the figures that lead to the findings."""
    acts = place.acts
    return [
        Command(f"preview-check-{key}", say("Go to finding {key}", key=key), (key,), WHERE,
            partial(acts.go_to_keyed, key),
                listed=False)
        for key in FIGURES
    ]  # fmt: skip


def foot_keys(place: "PreviewPlace") -> list[tuple[str, str]]:
    """Return the pairs for the foot."""
    last = ("Ctrl K", say("any command"))
    if place.layout_of.side_alone or place.is_at_side():
        return [("Tab", say("next")), ("Esc", say("back to the pages")), last]
    if place.middle.compares():
        read_on = [("↑ ↓", say("read on"))] if place.middle.comparison.text.lines else []
        return [*read_on, ("Esc", say("back to the pages")), last]
    looked, back = place.making.looked, ("Esc", say(BACK.get(place.came_from, later("back"))))
    findings = [row.key for row in place.side.list.row_model.rows if isinstance(row, MarkedRow) and row.key]
    first = [(findings[0], say("go to finding"))] if findings else []
    saved = [("Ctrl O", say("open the file"))] if place.saving.last is not None else []
    if looked is not None and looked.document is None:
        return [*first, *([("V", say("full version"))] if looked.two else []), ("S", say("what goes out")), back, last]
    side = [("S", say("what goes out"))]
    send = [("M", say("send"))] if place.making.papers.meeting is not None else []
    if place.layout_of.tier == "single":  # where only few keys have room, and what goes out is out of sight
        return [*side, ("W", say("save Word")), *first, *saved, back, last]
    return [
        ("PgUp PgDn", say("page")), ("W", say("save Word")), ("P", "PDF"), ("Ctrl P", say("print")), *first,
        *(send or [("C", say("compare"))]), *(saved or side), back, last,
    ]  # fmt: skip


def _may_save(place: "PreviewPlace", ending: str) -> bool:
    making = place.making
    if place.side.out.protection.opened and ending not in LOCKABLE:
        return False
    return ending in making.looked.formats if making.looked is not None else making.order is not None or making.awaited
