"""The keys of the house style: every command with its key, and the pairs that the foot shows."""

from functools import partial
from typing import TYPE_CHECKING

from ui.commands import Command

if TYPE_CHECKING:
    from ui.places.house_style.place import HouseStylePlace

AT = "house style"


def register(place: "HouseStylePlace") -> None:
    """Register the commands: letters work while the list or the sample has the keyboard."""
    acts, files, view, commands = place.acts, place.files, place.sample_pane.view, place.context.commands
    style, body = lambda: acts.style() is not None, lambda: place.seen.body is not None
    commands.add(
        place.list,
        Command("style-copy", "Make a copy to edit", ("C",), AT, acts.copy, "copy", when=style),
        Command("style-rename", "Rename the style", ("F2",), AT, acts.rename, "pencil", when=acts.is_own),
        Command("style-file", "Save the style as a file", ("E",), AT, acts.ask_file, "file-down", when=style),
        Command("style-remove", "Delete the style", ("Del",), AT, acts.remove, "trash-2", when=acts.is_own),
        Command("style-settings", "Go to its settings", ("S",), AT, place.to_settings, "settings"),
        Command("style-sample", "Go to the sample page", ("V",), AT, place.to_sample, "book-open"),
    )
    commands.add(
        place.sample_pane,
        Command("sample-larger", "Larger pages", ("+",), AT, partial(view.step_zoom, 1), "zoom-in", ("=",)),
        Command("sample-smaller", "Smaller pages", ("−",), AT, partial(view.step_zoom, -1), "zoom-out"),
        Command("sample-fit", "Fit the pages to the width", ("0",), AT, partial(view.step_zoom, 0), "maximize-2"),
    )
    commands.add(
        place,
        Command("style-use", "Use this style", (), AT, acts.use, "check", when=acts.may_use),
        Command("style-open", "Open a style file", ("Ctrl O",), AT, files.ask_style, "folder-open"),
        Command("template-choose", "Choose a Word template", (), AT, files.ask_template, "file-text", when=body),
        Command("logo-choose", "Choose a logo", (), AT, files.ask_logo, "building-2", when=body),
        Command("template-sample", "Open a sample in Word", (), AT, files.open_sample, "file-text"),
        Command("style-back", "Back to where you came from", ("Esc",), AT, place.go_back, listed=False),
    )


def foot_keys(place: "HouseStylePlace") -> list[tuple[str, str]]:
    """Return the pairs for the foot."""
    last, back = ("Ctrl K", "any command"), ("Esc", "back to the list")
    if place.sample_pane.view.hasFocus():
        return [("PgUp PgDn", "page"), ("+ −", "size"), ("0", "fit the width"), back, last]
    if not place.list.hasFocus():
        return [("Tab", "next"), back, last]
    use = [("Enter", "use it" if place.acts.may_use() else "open it")]
    own = [("F2", "rename"), ("Del", "delete")] if place.acts.is_own() else []
    copy = [("C", "copy to edit")] if place.acts.style() is not None else []
    others = [("S", "settings"), ("V", "sample page"), ("Esc", "back")]
    return [*use, *copy, *own, *others, last]
