"""The keys of the house style: every command with its key, and the pairs that the foot shows."""

from functools import partial
from typing import TYPE_CHECKING

from ui.commands import Command
from wibdesk.language import later, say

if TYPE_CHECKING:
    from ui.places.house_style.place import HouseStylePlace

AT = later("house style")


def register(place: "HouseStylePlace") -> None:
    """Register the commands: letters work while the list or the sample has the keyboard."""
    acts, files, view, commands = place.acts, place.files, place.sample_pane.view, place.context.commands
    style, body = lambda: acts.style() is not None, lambda: place.seen.body is not None
    commands.add(
        place.list,
        Command("style-copy", say("Make a copy to edit"), ("C",), AT, acts.copy, "copy", when=style),
        Command("style-rename", say("Rename the style"), ("F2",), AT, acts.rename, "pencil", when=acts.is_own),
        Command("style-file", say("Save the style as a file"), ("E",), AT, acts.ask_file, "file-down", when=style),
        Command("style-remove", say("Delete the style"), ("Del",), AT, acts.remove, "trash-2", when=acts.is_own),
        Command("style-settings", say("Go to its settings"), ("S",), AT, place.to_settings, "settings"),
        Command("style-sample", say("Go to the sample page"), ("V",), AT, place.to_sample, "book-open"),
    )
    commands.add(
        place.sample_pane,
        Command("sample-larger", say("Larger pages"), ("+",), AT, partial(view.step_zoom, 1), "zoom-in", ("=",)),
        Command("sample-smaller", say("Smaller pages"), ("−",), AT, partial(view.step_zoom, -1), "zoom-out"),
        Command("sample-fit", say("Fit the pages to the width"), ("0",), AT, partial(view.step_zoom, 0), "maximize-2"),
    )
    commands.add(
        place,
        Command("style-use", say("Use this style"), (), AT, acts.use, "check", when=acts.may_use),
        Command("style-open", say("Open a style file"), ("Ctrl O",), AT, files.ask_style, "folder-open"),
        Command("template-choose", say("Choose a Word template"), (), AT, files.ask_template, "file-text", when=body),
        Command("logo-choose", say("Choose a logo"), (), AT, files.ask_logo, "building-2", when=body),
        Command("template-sample", say("Open a sample in Word"), (), AT, files.open_sample, "file-text"),
        Command("style-back", say("Back to where you came from"), ("Esc",), AT, place.go_back, listed=False),
    )


def foot_keys(place: "HouseStylePlace") -> list[tuple[str, str]]:
    """Return the pairs for the foot."""
    last, back = ("Ctrl K", say("any command")), ("Esc", say("back to the list"))
    if place.sample_pane.view.hasFocus():
        return [("PgUp PgDn", say("page")), ("+ −", say("size")), ("0", say("fit the width")), back, last]
    if not place.list.hasFocus():
        return [("Tab", say("next")), back, last]
    use = [("Enter", say("use it") if place.acts.may_use() else say("open it"))]
    own = [("F2", say("rename")), ("Del", say("delete"))] if place.acts.is_own() else []
    copy = [("C", say("copy to edit"))] if place.acts.style() is not None else []
    others = [("S", say("settings")), ("V", say("sample page")), ("Esc", say("back"))]
    return [*use, *copy, *own, *others, last]
