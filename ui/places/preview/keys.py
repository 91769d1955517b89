"""The keys of the preview: every command with its key, and the pairs that the foot shows."""

from functools import partial
from typing import TYPE_CHECKING

from ui.commands import Command
from ui.places.preview.rows import MarkedRow

if TYPE_CHECKING:
    from ui.places.preview.place import PreviewPlace

WHERE = "preview"
FIGURES = "123456789"
BACK = {"room": "back to the sentence", "actions": "back to the log", "agenda": "back to the agenda"}


def register(place: "PreviewPlace") -> None:
    """Register the commands: letters and figures work while the pages or the list of papers have the keyboard."""
    acts, view, commands, at = place.acts, place.view, place.context.commands, WHERE
    some = lambda: place.order is not None or place.awaited  # noqa: E731 - a condition, named where it is used
    saved = lambda: acts.last is not None  # noqa: E731
    commands.add(
        place.reading,
        Command("preview-word", "Save as Word", ("W",), at, partial(acts.save, "docx"), "file-down", when=some),
        Command("preview-pdf", "Save as PDF", ("P",), at, partial(acts.save, "pdf"), "file-down", when=some),
        Command("preview-side", "Look at what goes out", ("S",), at, place.to_side, "shield-check"),
        Command("preview-larger", "Larger pages", ("+",), at, partial(view.step_zoom, 1), "zoom-in", ("=",)),
        Command("preview-smaller", "Smaller pages", ("−",), at, partial(view.step_zoom, -1), "zoom-out"),
        Command("preview-fit", "Fit the pages to the width", ("0",), at, partial(view.step_zoom, 0), "maximize-2"),
        *(
            Command(
                f"preview-check-{key}", f"Go to finding {key}", (key,), at, partial(acts.go_to_keyed, key), listed=False
            )
            for key in FIGURES
        ),
    )
    commands.add(
        place,
        Command("preview-print", "Print these pages", ("Ctrl P",), at, acts.print_pages, "printer", when=some),
        Command("preview-open", "Open the file saved", ("Ctrl O",), at, acts.open_file, "file-text", when=saved),
        Command(
            "preview-folder", "Open the folder of the file saved", ("Ctrl Shift O",), at, acts.open_folder,
            "folder-open", when=saved,
        ),
        Command("preview-back", "Back to where you came from", ("Esc",), at, place.go_back, listed=False),
    )  # fmt: skip


def foot_keys(place: "PreviewPlace") -> list[tuple[str, str]]:
    """Return the pairs for the foot."""
    last = ("Ctrl K", "any command")
    if place.layout_of.side_alone:
        return [("Tab", "next"), ("Esc", "back to the pages"), last]
    findings = [row.key for row in place.side.list.row_model.rows if isinstance(row, MarkedRow) and row.key]
    first = [(findings[0], "go to finding")] if findings else []
    saved = [("Ctrl O", "open the file")] if place.acts.last is not None else []
    return [
        ("PgUp PgDn", "page"), ("W", "save Word"), ("P", "save PDF"), ("Ctrl P", "print"), *first, *saved,
        ("S", "what goes out"), ("Esc", BACK.get(place.came_from, "back")), last,
    ]  # fmt: skip
